#include "parallax/store/analysis_blob.h"

#include <doctest/doctest.h>

#include <random>

namespace parallax {
namespace {

constexpr std::uint32_t kTextBytes = 5000;

/// Analyses of every shape, the same for the same seed.
class AnyAnalysis {
 public:
  explicit AnyAnalysis(std::uint32_t seed) : random_(seed) {}

  Analysis make() {
    Analysis made;
    const auto count = [this] { return number(6); };
    made.entities.resize(count() + 1);
    made.attributions.resize(count() + 1);
    entities_ = made.entities.size();
    attributions_ = made.attributions.size();
    for (Entity& entity : made.entities) {
      entity = {text(), EntityType(number(7)), text(), {{span(), MentionForm(number(3))}}};
    }
    for (Attribution& attribution : made.attributions) {
      attribution = {spans(),
                     spans(),
                     spans(),
                     AttributionKind(number(3)),
                     Stance(number(9)),
                     id<Entity>(entities_),
                     id<Attribution>(attributions_)};
    }
    for (std::size_t i = count(); i > 0; --i) {
      made.sentences.push_back({span(), static_cast<std::uint32_t>(number(9)), Role(number(12))});
      made.tokens.push_back({span(), TokenKind(number(3)), Upos(number(18)), tag(), tag(), tag(),
                             static_cast<LemmaId>(number(100000)),
                             static_cast<std::uint32_t>(number(400)) & 0xFFFFU, number(2) == 1});
      made.strings.push_back(text());
      made.timexes.push_back({span(), TimexType(number(4)), text(), interval(),
                              Granularity(number(16)), text(), number(2) == 1});
      made.figures.push_back({span(), real(), real(), number(2) == 1, text(), text(), some(span()),
                              some(span()), real(), id<Attribution>(attributions_)});
      made.glosses.push_back({span(), span(), GlossKind(number(5))});
      made.events.push_back({span(), text(), text(), text(), id<Entity>(entities_),
                             id<Entity>(entities_), id<Entity>(entities_), interval(),
                             Polarity(number(2)), Modality(number(6)),
                             id<Attribution>(attributions_)});
      made.labels.push_back({span(), id<Entity>(entities_), Direction(number(3)),
                             LabelKind(number(5)), id<Attribution>(attributions_)});
      made.sourcing.push_back({span(), SourcingKind(number(5))});
      made.notes.push_back({span(), text(), text()});
    }
    return made;
  }

 private:
  std::size_t number(std::size_t below) { return random_() % below; }
  Span span() {
    const auto begin = static_cast<std::uint32_t>(number(kTextBytes));
    return {begin, begin + static_cast<std::uint32_t>(number(kTextBytes - begin + 1))};
  }
  std::vector<Span> spans() {
    std::vector<Span> made(number(4));
    for (Span& one : made) {
      one = span();
    }
    return made;
  }
  TagId tag() { return static_cast<TagId>(number(300)); }
  std::string text() {
    std::string made;
    for (std::size_t i = number(8); i > 0; --i) {
      made.push_back(static_cast<char>(number(256)));
    }
    return made;
  }
  template <typename T>
  std::optional<T> some(T value) {
    return number(2) == 0 ? std::nullopt : std::optional<T>(value);
  }
  std::optional<double> real() { return some((static_cast<double>(random_()) - 2e9) / 7); }
  std::optional<Day> day() { return some(Day{static_cast<std::int32_t>(number(900000)) - 600000}); }
  Interval interval() { return {day(), day()}; }
  template <typename T>
  std::optional<Id<T>> id(std::size_t below) {
    return some(Id<T>{static_cast<std::uint32_t>(number(below))});
  }

  std::mt19937 random_;
  std::size_t entities_ = 0;
  std::size_t attributions_ = 0;
};

TEST_CASE("parsing what was printed gives the same analysis") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Analysis analysis = AnyAnalysis(seed).make();
    const std::string bytes = print_analysis(analysis);
    const auto parsed = parse_analysis(bytes, kTextBytes);
    REQUIRE(parsed.has_value());
    CHECK(*parsed == analysis);
    CHECK(print_analysis(*parsed) == bytes);
  }
  CHECK(*parse_analysis(print_analysis({}), 0) == Analysis{});
}

TEST_CASE("a cut blob is an error, at every length") {
  const std::string bytes = print_analysis(AnyAnalysis(7).make());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto parsed = parse_analysis(std::string_view(bytes).substr(0, size), kTextBytes);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == ErrorCode::bad_format);
  }
  CHECK_FALSE(parse_analysis(bytes + "x", kTextBytes).has_value());
}

TEST_CASE("a damaged blob is an error or an analysis whose spans lie in the text") {
  std::mt19937 random(11);
  std::size_t errors = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    std::string bytes = print_analysis(AnyAnalysis(seed % 50).make());
    for (unsigned i = 0; i < 1 + seed % 3; ++i) {
      bytes[1 + random() % (bytes.size() - 1)] = static_cast<char>(random());
    }
    const auto parsed = parse_analysis(bytes, kTextBytes);
    errors += parsed ? 0 : 1;
    for (const Token& token : parsed ? parsed->tokens : std::vector<Token>{}) {
      CHECK(token.span.begin <= token.span.end);
      CHECK(token.span.end <= kTextBytes);
    }
  }
  CHECK(errors > 100);
}

TEST_CASE("spans and indices that lead outside are refused") {
  Analysis analysis;
  analysis.tokens = {{{10, 20}, TokenKind::word}};
  CHECK(parse_analysis(print_analysis(analysis), 20).has_value());
  CHECK_FALSE(parse_analysis(print_analysis(analysis), 19).has_value());

  analysis = {};
  analysis.labels = {{{0, 1}, Id<Entity>{0}, Direction::neutral, LabelKind::so_called, {}}};
  CHECK_FALSE(parse_analysis(print_analysis(analysis), 20).has_value());
}

TEST_CASE("a blob of an earlier version says what to do") {
  std::string bytes = print_analysis(Analysis{});
  --bytes[0];
  const auto parsed = parse_analysis(bytes, 0);
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error().message.contains("`parallax reread`"));
}

TEST_CASE("a blob of a later version says so") {
  std::string bytes = print_analysis({});
  bytes[0] = static_cast<char>(bytes[0] + 1);
  CHECK(parse_analysis(bytes, 0).error().code == ErrorCode::newer_version);
}

}  // namespace
}  // namespace parallax
