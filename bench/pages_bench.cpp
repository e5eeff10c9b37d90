// How fast web pages become articles, metadata and all: the annotated pages of ../shared, already
// unpacked and in memory. Without them there is nothing to measure.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "bench.h"
#include "parallax/collect/collect.h"

namespace parallax::bench {
namespace {

constexpr char kFolder[] = PARALLAX_SOURCE_DIR "/../shared/data/extraction/html";

std::vector<Record> load_pages() {
  std::vector<Record> pages;
  const std::string folder = kFolder;
  const PileVisitor visitor = {.record =
                                   [&](Record&& record) {
                                     pages.push_back(std::move(record));
                                     return true;
                                   },
                               .skipped = [](Skipped&&) {},
                               .settings = [](PileSettings&&) {}};
  return read_pile(std::span(&folder, 1), Limits{}, visitor) ? pages : std::vector<Record>();
}

void pages(benchmark::State& state) {
  const std::vector<Record> records = load_pages();
  const PageRules rules = PageRules::load(DataFiles::built_in());
  std::int64_t bytes = 0;
  for (const Record& record : records) {
    bytes += static_cast<std::int64_t>(record.bytes.size());
  }
  for (auto _ : state) {
    for (const Record& record : records) {
      benchmark::DoNotOptimize(collect_article(record, rules));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(records.size()));
  state.SetBytesProcessed(state.iterations() * bytes);
}

}  // namespace

void register_pages() {
  if (std::filesystem::is_directory(kFolder)) {
    benchmark::RegisterBenchmark("collect/pages", pages)->Unit(benchmark::kMillisecond);
  }
}

}  // namespace parallax::bench
