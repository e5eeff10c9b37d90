// How fast the records of a WARC file are read out, without cleaning them: a made pile as pages of
// some 60 kB each, each record a gzip member of its own, as crawlers write them.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "bench.h"
#include "made_pile.h"
#include "parallax/collect/collect.h"
#include "parallax/collect/inputs/test_packed.h"

namespace parallax::bench {
namespace {

constexpr PilePlan kPlan = {.articles = 300};
constexpr std::size_t kPageBytes = 60'000;

/// A file of records that is gone when the program ends.
class WarcFile {
 public:
  static const WarcFile& get() {
    static const WarcFile kFile;
    return kFile;
  }
  WarcFile(const WarcFile&) = delete;
  WarcFile& operator=(const WarcFile&) = delete;
  ~WarcFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  const std::string& path() const { return path_; }
  std::size_t inflated() const { return inflated_; }

 private:
  WarcFile()
      : path_((std::filesystem::temp_directory_path() /
               ("parallax-bench-" + std::to_string(getpid()) + ".warc.gz"))
                  .string()) {
    std::ofstream out(path_, std::ios::binary);
    const std::vector<MadeArticle> pile = made_pile(kPlan);
    std::size_t next = 0;
    for (const MadeArticle& article : pile) {
      std::string page = article.html();
      while (page.size() < kPageBytes) {
        page += pile[next++ % pile.size()].html();
      }
      const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
      const std::string record =
          "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(answer.size()) +
          "\r\n\r\n" + answer + "\r\n\r\n";
      out << test::packed(record);
      inflated_ += record.size();
    }
  }

  std::string path_;
  std::size_t inflated_ = 0;
};

void read_records(benchmark::State& state) {
  const WarcFile& file = WarcFile::get();
  std::int64_t records = 0;
  const PileVisitor visitor = {.record =
                                   [&](Record&& record) {
                                     benchmark::DoNotOptimize(record.bytes.data());
                                     ++records;
                                     return true;
                                   },
                               .skipped = {},
                               .settings = {}};
  for (auto _ : state) {
    (void)read_pile(std::span(&file.path(), 1), Limits{}, visitor);
  }
  state.SetItemsProcessed(records);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.inflated()));
}

}  // namespace

void register_inputs() {
  benchmark::RegisterBenchmark("collect/warc", read_records)->Unit(benchmark::kMillisecond);
}

}  // namespace parallax::bench
