// parallax_bench: how fast Parallax is and what it takes. See bench/README.md.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "bench.h"
#include "made_pile.h"

namespace {

using namespace parallax::bench;

constexpr char kUsage[] =
    "parallax_bench                          runs the benches; takes Google Benchmark's options\n"
    "parallax_bench --list                   names them\n"
    "parallax_bench --growth PROGRAM [MOST]  drives PROGRAM over 100 to MOST (10000) articles\n"
    "parallax_bench --make KIND ARTICLES     writes a made pile (mixed, copies) as JSON lines\n"
    "parallax_bench --names KIND ARTICLES    writes its names file\n";

PilePlan plan_of(std::string_view kind, const char* articles) {
  return {.kind = kind == "copies" ? PileKind::near_copies : PileKind::mixed_stories,
          .articles = std::strtoul(articles, nullptr, 10)};
}

int run_benches(std::vector<char*> arguments) {
  static char list[] = "--benchmark_list_tests";
  std::ranges::replace_if(
      arguments, [](const char* argument) { return std::string_view(argument) == "--list"; },
      +list);
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) {
    return 2;
  }
  register_inputs();
  register_pages();
  register_reading();
  register_comparing();
  register_copies();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string first = words.empty() ? "" : words[0];
  if (first == "--help" || first == "-h") {
    std::fputs(kUsage, stdout);
    return 0;
  }
  if (first == "--growth" && words.size() >= 2) {
    return measure_growth(words[1], words.size() > 2 ? std::stoul(words[2]) : 10000);
  }
  if ((first == "--make" || first == "--names") && words.size() == 3) {
    const PilePlan plan = plan_of(words[1], words[2].c_str());
    if (first == "--names") {
      std::fputs(names_of(plan).c_str(), stdout);
    } else {
      make_pile(plan, [](const MadeArticle& article) {
        std::fputs(article.json_line().c_str(), stdout);
      });
    }
    return 0;
  }
  return run_benches({argv, argv + argc});
}
