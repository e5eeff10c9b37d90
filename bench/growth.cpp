// The real program over growing piles: what a user waits for, and what it takes in memory.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "bench.h"
#include "made_pile.h"

extern char** environ;

namespace parallax::bench {
namespace {

namespace fs = std::filesystem;

struct Cost {
  double wall_s = 0;
  double processor_s = 0;
  double peak_mib = 0;
  int exit_code = 0;
  std::uintmax_t out_bytes = 0;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Runs one command to its end, its output into a file, and measures this child alone.
Cost run(std::vector<std::string> command, const fs::path& in, const fs::path& out) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& word : command) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  Cost cost{.exit_code = 127};
  if (posix_spawn(&child, arguments[0], &files, nullptr, arguments.data(), environ) == 0) {
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    cost.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    cost.processor_s = seconds(used.ru_utime) + seconds(used.ru_stime);
    cost.peak_mib = static_cast<double>(used.ru_maxrss) / 1024;
  }
  cost.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  posix_spawn_file_actions_destroy(&files);
  std::error_code none;
  cost.out_bytes = fs::file_size(out, none);
  return cost;
}

void write_pile(const PilePlan& plan, const fs::path& folder) {
  fs::create_directories(folder);
  std::ofstream lines(folder / "pile.jsonl", std::ios::binary);
  make_pile(plan, [&](const MadeArticle& article) { lines << article.json_line(); });
  std::ofstream(folder / "names.tsv", std::ios::binary) << names_of(plan);
  std::ofstream(folder / "parallax.toml") << "names = \"names.tsv\"\n";
}

bool measure_pile(const std::string& program, const PilePlan& plan, const fs::path& folder) {
  write_pile(plan, folder / "pile");
  const std::string project = folder / "made.plx";
  const std::string pile = folder / "pile";
  const std::string names = folder / "pile" / "names.tsv";
  const struct {
    const char* name;
    std::vector<std::string> words;
    fs::path in;
  } commands[] = {
      {"map --jobs 1",
       {program, "map", "--jobs", "1", "--names", names},
       folder / "pile/pile.jsonl"},
      {"map", {program, "map", "--names", names}, folder / "pile/pile.jsonl"},
      {"add", {program, "add", project, pile}, "/dev/null"},
      {"add again", {program, "add", project, pile}, "/dev/null"},
      {"disputes", {program, "disputes", project}, "/dev/null"},
      {"copies", {program, "copies", project}, "/dev/null"},
      {"questions --json", {program, "questions", "--json", project}, "/dev/null"},
  };
  bool well = true;
  for (const auto& command : commands) {
    const Cost cost = run(command.words, command.in, folder / "out");
    std::printf("| %s | %zu | %s | %.2f | %.2f | %.0f | %.0f | %.1f |%s\n",
                plan.kind == PileKind::near_copies ? "near copies" : "mixed stories", plan.articles,
                command.name, cost.wall_s, cost.processor_s,
                static_cast<double>(plan.articles) / cost.wall_s, cost.peak_mib,
                static_cast<double>(cost.out_bytes) / (1 << 20),
                cost.exit_code == 0 ? "" : " failed");
    std::fflush(stdout);
    well = well && cost.exit_code == 0;
  }
  std::printf("| | | project file | | | | | %.1f |\n",
              static_cast<double>(fs::file_size(project)) / (1 << 20));
  return well;
}

}  // namespace

int measure_growth(const std::string& program, std::size_t most) {
  std::string folder = (fs::temp_directory_path() / "parallax-bench-XXXXXX").string();
  if (!fs::exists(program) || mkdtemp(folder.data()) == nullptr) {
    std::fprintf(stderr, "parallax_bench: %s is no program, or there is no room in %s\n",
                 program.c_str(), fs::temp_directory_path().c_str());
    return 1;
  }
  std::puts(
      "| pile | articles | command | wall s | processor s | articles/s | peak MiB | out MiB |");
  std::puts("|---|---|---|---|---|---|---|---|");
  bool well = true;
  for (const PileKind kind : {PileKind::mixed_stories, PileKind::near_copies}) {
    for (std::size_t articles = 100; articles <= most; articles *= 10) {
      const fs::path place = fs::path(folder) / "one";
      well = measure_pile(program, {.kind = kind, .articles = articles}, place) && well;
      fs::remove_all(place);
    }
  }
  fs::remove_all(folder);
  return well ? 0 : 1;
}

}  // namespace parallax::bench
