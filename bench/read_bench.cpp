// How fast articles are cleaned and read: each stage alone, over what the stages before it found,
// and the whole journey as `map` runs it.
#include <benchmark/benchmark.h>

#include <memory>

#include "bench.h"
#include "made_pile.h"
#include "parallax/collect/collect.h"
#include "parallax/project/article_reader.h"
#include "parallax/project/map_lines.h"
#include "parallax/read/syntax/read_syntax.h"

namespace parallax::bench {
namespace {

constexpr PilePlan kPlan = {.articles = 200};

/// The pile in every state of its journey, made once.
class Journey {
 public:
  static const Journey& get() {
    static const Journey kJourney;
    return kJourney;
  }
  const ArticleReader& reader() const { return reader_; }
  const PageRules& pages() const { return pages_; }
  const std::vector<Record>& records(bool html) const { return html ? html_ : text_; }
  const std::vector<std::string>& lines() const { return lines_; }
  const std::vector<Article>& articles() const { return articles_; }
  const std::vector<Reading>& readings() const { return readings_; }
  const Stages& stages() const { return stages_; }

 private:
  Journey()
      : reader_(*load_data({}, names_of(kPlan))),
        pages_(PageRules::load(reader_.data())),
        stages_(make_stages(reader_.data(), "en")) {
    for (const MadeArticle& made : made_pile(kPlan)) {
      Record record{.path = made.id, .bytes = made.html(), .kind = RecordKind::html};
      html_.push_back(record);
      record.kind = RecordKind::text;
      record.bytes = made.text();
      text_.push_back(record);
      lines_.push_back(made.json_line());
      record.given = made.metadata;
      articles_.push_back(*collect_article(record, pages_));
    }
    for (const Article& article : articles_) {
      Reading& reading = readings_.emplace_back(Reading::of(article));
      stages_.sentences(reading);
      stages_.syntax(reading);
      reading.analysis.timexes = stages_.timexes(reading);
      reading.analysis.figures = stages_.figures(reading);
      stages_.entities(reading);
      reading.analysis.attributions = stages_.attributions(reading);
      reading.analysis.sourcing = stages_.sourcing(reading);
      reading.analysis.events = stages_.events(reading);
      reading.analysis.labels = stages_.labels(reading);
    }
  }

  ArticleReader reader_;
  PageRules pages_;
  Stages stages_;
  std::vector<Record> html_;
  std::vector<Record> text_;
  std::vector<std::string> lines_;
  std::vector<Article> articles_;
  std::vector<Reading> readings_;
};

/// Runs `work` over all of `items`, again and again; articles/s and MB/s by `size_of`.
template <typename Items, typename Work, typename SizeOf>
void measure(benchmark::State& state, const Items& items, const Work& work, const SizeOf& size_of) {
  std::size_t bytes = 0;
  for (const auto& item : items) {
    bytes += size_of(item);
  }
  while (state.KeepRunning()) {
    for (const auto& item : items) {
      work(item);
    }
  }
  const auto rounds = static_cast<std::size_t>(state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(rounds * items.size()));
  state.SetBytesProcessed(static_cast<std::int64_t>(rounds * bytes));
}

void collect(benchmark::State& state, bool html) {
  const Journey& journey = Journey::get();
  measure(
      state, journey.records(html),
      [&](const Record& record) {
        benchmark::DoNotOptimize(collect_article(record, journey.pages()));
      },
      [](const Record& record) { return record.bytes.size(); });
}

/// One stage that only looks.
template <typename Stage>
void stage(benchmark::State& state, Stage Stages::* which) {
  const Journey& journey = Journey::get();
  measure(
      state, journey.readings(),
      [&](const Reading& reading) { benchmark::DoNotOptimize((journey.stages().*which)(reading)); },
      [](const Reading& reading) { return reading.article.text.size(); });
}

/// Sentences and tokens, and with `trees` their tags, lemmas and trees; items are words.
void words(benchmark::State& state, bool trees) {
  const Journey& journey = Journey::get();
  std::size_t words = 0;
  measure(
      state, journey.articles(),
      [&](const Article& article) {
        Reading reading = Reading::of(article);
        journey.stages().sentences(reading);
        if (trees) {
          journey.stages().syntax(reading);
        }
        words += reading.analysis.tokens.size();
        benchmark::DoNotOptimize(reading);
      },
      [](const Article& article) { return article.text.size(); });
  state.SetItemsProcessed(static_cast<std::int64_t>(words));
}

void open_syntax(benchmark::State& state) {
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(SyntaxModel::built_in("en"));
  }
}

void entities(benchmark::State& state) {
  const Journey& journey = Journey::get();
  // The stage writes into the reading: these are its own.
  std::vector<Reading> readings;
  for (const Reading& reading : journey.readings()) {
    readings.push_back(Reading{.article = reading.article,
                               .lower = reading.lower,
                               .analysis = reading.analysis,
                               .sentence_tokens = reading.sentence_tokens,
                               .words = reading.words});
  }
  std::vector<Reading*> all;
  all.reserve(readings.size());
  for (Reading& reading : readings) {
    all.push_back(&reading);
  }
  measure(
      state, all, [&](Reading* reading) { journey.stages().entities(*reading); },
      [](const Reading* reading) { return reading->article.text.size(); });
}

/// Times where every word is of one: the most that the stage can be asked for.
void times_alone(benchmark::State& state) {
  const Journey& journey = Journey::get();
  constexpr std::size_t kTimes = 200;
  std::string text;
  for (std::size_t i = 0; i < kTimes; ++i) {
    text +=
        "From 3 May to the end of the following year, at about 7:15 p.m. on Friday, two to three "
        "weeks later, in the third quarter of last year. ";
  }
  Metadata given;
  given.published = "2031-05-14";
  const Article article = article_from_clean_text("times", text, given);
  Reading reading = Reading::of(article);
  journey.stages().sentences(reading);
  measure(
      state, std::vector<const Reading*>{&reading},
      [&](const Reading* one) { benchmark::DoNotOptimize(journey.stages().timexes(*one)); },
      [](const Reading* one) { return one->article.text.size(); });
}

void whole_reading(benchmark::State& state) {
  const Journey& journey = Journey::get();
  measure(
      state, journey.articles(),
      [&](const Article& article) { benchmark::DoNotOptimize(journey.reader().read(article)); },
      [](const Article& article) { return article.text.size(); });
}

void claims(benchmark::State& state) {
  const Journey& journey = Journey::get();
  measure(
      state, journey.readings(),
      [&](const Reading& reading) {
        benchmark::DoNotOptimize(journey.reader().claims(reading.article, reading.analysis));
      },
      [](const Reading& reading) { return reading.article.text.size(); });
}

void map(benchmark::State& state, const std::vector<std::string>& layers) {
  const Journey& journey = Journey::get();
  measure(
      state, journey.lines(),
      [&](const std::string& line) {
        benchmark::DoNotOptimize(map_line(line, journey.reader(), layers));
      },
      [](const std::string& line) { return line.size(); });
}

}  // namespace

void register_reading() {
  const auto add = [](const char* name, const auto& work) {
    benchmark::RegisterBenchmark(name, work)->Unit(benchmark::kMillisecond);
  };
  add("collect/html", [](benchmark::State& s) { collect(s, true); });
  add("collect/text", [](benchmark::State& s) { collect(s, false); });
  add("read/sentences_and_tokens", [](benchmark::State& s) { words(s, false); });
  add("read/syntax", [](benchmark::State& s) { words(s, true); });
  add("read/syntax_open", open_syntax);
  add("read/times", [](benchmark::State& s) { stage(s, &Stages::timexes); });
  add("read/times_alone", times_alone);
  add("read/figures", [](benchmark::State& s) { stage(s, &Stages::figures); });
  add("read/entities", entities);
  add("read/attributions", [](benchmark::State& s) { stage(s, &Stages::attributions); });
  add("read/sourcing", [](benchmark::State& s) { stage(s, &Stages::sourcing); });
  add("read/events", [](benchmark::State& s) { stage(s, &Stages::events); });
  add("read/labels", [](benchmark::State& s) { stage(s, &Stages::labels); });
  add("read/whole", whole_reading);
  add("claims/gather", claims);
  add("map/all_layers", [](benchmark::State& s) { map(s, {}); });
  add("map/attributions_only", [](benchmark::State& s) { map(s, {"attributions"}); });
}

}  // namespace parallax::bench
