// What copies cost: a sketch of each text, the candidates of a pile, and two texts laid side by
// side.
#include <benchmark/benchmark.h>

#include <numeric>

#include "bench.h"
#include "made_pile.h"
#include "parallax/compare/copies/align.h"
#include "parallax/text/sentences.h"

namespace parallax::bench {
namespace {

std::vector<std::string> texts_of(const PilePlan& plan) {
  std::vector<std::string> texts;
  make_pile(plan, [&](const MadeArticle& made) { texts.push_back(made.text()); });
  return texts;
}

std::vector<Sketch> sketches_of(const PilePlan& plan) {
  std::vector<Sketch> sketches;
  make_pile(plan, [&](const MadeArticle& made) {
    sketches.push_back(sketch_of(std::string_view(made.text())));
  });
  return sketches;
}

void sketch(benchmark::State& state) {
  const std::vector<std::string> texts = texts_of({.articles = 200});
  std::size_t bytes = 0;
  std::size_t done = 0;
  while (state.KeepRunning()) {
    const std::string& text = texts[done++ % texts.size()];
    benchmark::DoNotOptimize(sketch_of(std::string_view(text)));
    bytes += text.size();
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// All of a pile at once, as when it is added to an empty project.
void candidates(benchmark::State& state, PileKind kind) {
  const auto articles = static_cast<std::size_t>(state.range(0));
  const std::vector<Sketch> sketches = sketches_of({.kind = kind, .articles = articles});
  std::vector<std::uint32_t> all(sketches.size());
  std::iota(all.begin(), all.end(), 0U);
  std::size_t found = 0;
  while (state.KeepRunning()) {
    const ValueCounts counts(sketches);
    CandidateFinder finder(sketches, counts, all);
    found = 0;
    for (const std::uint32_t article : all) {
      found += finder.of(article).size();
    }
  }
  state.counters["candidates"] = static_cast<double>(found);
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetComplexityN(state.range(0));
}

/// One more article beside many that were compared before.
void one_more(benchmark::State& state) {
  const auto articles = static_cast<std::size_t>(state.range(0));
  const std::vector<Sketch> sketches = sketches_of({.articles = articles});
  const std::vector<std::uint32_t> last = {static_cast<std::uint32_t>(sketches.size() - 1)};
  while (state.KeepRunning()) {
    const ValueCounts counts(sketches);
    CandidateFinder finder(sketches, counts, last);
    benchmark::DoNotOptimize(finder.of(last[0]));
  }
}

void side_by_side(benchmark::State& state) {
  const PilePlan plan{.kind = PileKind::near_copies, .articles = 200};
  const std::vector<std::string> texts = texts_of(plan);
  const ValueCounts counts(sketches_of(plan));
  const SentenceRules rules = SentenceRules::load(DataFiles::built_in(), "en");
  std::vector<CopyText> ready;
  for (const std::string& text : texts) {
    std::vector<Span> sentences;
    for (const Span paragraph : split_paragraphs(text)) {
      const auto some = split_sentences(text, paragraph, rules);
      sentences.insert(sentences.end(), some.begin(), some.end());
    }
    ready.push_back(make_copy_text(text, sentences, counts));
  }
  std::size_t done = 0;
  while (state.KeepRunning()) {
    const std::size_t at = done++ % (ready.size() - 1);
    benchmark::DoNotOptimize(compare_texts(ready[at], ready[at + 1]));
  }
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

void register_copies() {
  benchmark::RegisterBenchmark("copies/sketch", sketch)->Unit(benchmark::kMicrosecond);
  const auto add = [](const char* name, PileKind kind) {
    benchmark::RegisterBenchmark(name, candidates, kind)
        ->Unit(benchmark::kMillisecond)
        ->RangeMultiplier(10)
        ->Range(100, 100000)
        ->Complexity();
  };
  add("copies/candidates/mixed_stories", PileKind::mixed_stories);
  add("copies/candidates/near_copies", PileKind::near_copies);
  benchmark::RegisterBenchmark("copies/one_more", one_more)
      ->Unit(benchmark::kMillisecond)
      ->RangeMultiplier(10)
      ->Range(10000, 100000);
  benchmark::RegisterBenchmark("copies/side_by_side", side_by_side)->Unit(benchmark::kMicrosecond);
}

}  // namespace parallax::bench
