// How long the questions of a pile take, by its number of articles: many stories, and one story
// told by everybody. The claims are in memory already.
#include <benchmark/benchmark.h>

#include "bench.h"
#include "made_pile.h"
#include "parallax/project/article_reader.h"

namespace parallax::bench {
namespace {

struct Asked {
  std::vector<Account> accounts;
  std::vector<Claim> claims;
};

Asked asked_of(const PilePlan& plan, const ArticleReader& reader) {
  Asked asked;
  make_pile(plan, [&](const MadeArticle& made) {
    const Article article = article_from_clean_text(made.id, made.text(), made.metadata);
    const std::vector<Claim> claims = reader.claims(article, reader.read(article));
    asked.claims.insert(asked.claims.end(), claims.begin(), claims.end());
    asked.accounts.push_back({.article = made.id,
                              .path = made.id,
                              .outlet = *made.metadata.outlet,
                              .side = *made.metadata.side,
                              .published = made.metadata.published});
  });
  return asked;
}

void questions(benchmark::State& state, PileKind kind) {
  const PilePlan plan{.kind = kind, .articles = static_cast<std::size_t>(state.range(0))};
  const ArticleReader reader(*load_data({}, names_of(plan)));
  const Asked asked = asked_of(plan, reader);
  std::size_t found = 0;
  while (state.KeepRunning()) {
    found = reader.questions(asked.accounts, asked.claims).size();
  }
  state.counters["claims"] = static_cast<double>(asked.claims.size());
  state.counters["questions"] = static_cast<double>(found);
  state.SetComplexityN(state.range(0));
}

}  // namespace

void register_comparing() {
  const auto add = [](const char* name, PileKind kind) {
    benchmark::RegisterBenchmark(name, questions, kind)
        ->Unit(benchmark::kMillisecond)
        ->RangeMultiplier(4)
        ->Range(100, 1600)
        ->Complexity();
  };
  add("questions/mixed_stories", PileKind::mixed_stories);
  add("questions/near_copies", PileKind::near_copies);
}

}  // namespace parallax::bench
