#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "train/train_attribution.h"

namespace parallax {
namespace {

/// "…" counts as one code point and three bytes.
constexpr std::string_view kLines =
    R"({"id": "1", "text": "“We stay…,” Ila Tarn said. Rain fell.", "discard": [[27, 37]],
 "attributions": [{"source": [[12, 20]], "cue": [[21, 25]], "content": [[0, 11]]},
                  {"source": [[12, 20]], "cue": [], "content": [[0, 11]]}]})";

/// The lines of a corpus: JSON may not break a line.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line + '\n';
}

std::string words_of(Range range, std::string_view words) {
  std::string found;
  std::uint32_t number = 0;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (number >= range.begin && number < range.end) {
      found += (found.empty() ? "" : " ") + std::string(word);
    }
    ++number;
  }
  return found;
}

TEST_CASE("marked spans become tokens, whatever bytes stand before them") {
  const auto corpus = load_attributions(one_line(kLines), "en");
  REQUIRE(corpus.has_value());
  REQUIRE(corpus->size() == 1);
  const TaughtArticle& article = corpus->front();
  REQUIRE(article.attributions.size() == 1);  // the other one has no cue
  constexpr std::string_view kTokens = "“ We stay … , ” Ila Tarn said . Rain fell .";
  const TaggedAttribution& one = article.attributions.front();
  CHECK(words_of(one.cue, kTokens) == "said");
  REQUIRE(one.source.size() == 1);
  CHECK(words_of(one.source.front(), kTokens) == "Ila Tarn");
  REQUIRE(one.content.size() == 1);
  CHECK(words_of(one.content.front(), kTokens) == "“ We stay … , ”");
  CHECK(article.junk == std::vector<bool>{false, true});
}

TEST_CASE("a line that is no article is named, and so is a language without syntax") {
  const auto broken = load_attributions(one_line(kLines) + "{\"id\": 2}\n", "en");
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().message.starts_with("line 2 is no article with attributions"));
  CHECK(load_attributions("", "xx").error().code == ErrorCode::not_found);
}

/// Enough of one construction to be learnt: "NAME said that the road was closed."
std::string small_corpus() {
  std::string lines;
  for (const std::string name : {"Ila", "Aren", "Oren", "Mela", "Tarn", "Vass", "Menn", "Sarn"}) {
    const std::string text = name + " murmled that the road was closed. The rain fell on the road.";
    const std::size_t cue = name.size() + 1;
    const std::size_t content = cue + std::string_view("murmled ").size();
    const std::size_t end = text.find('.');
    lines += R"({"id": "x", "text": ")" + text + R"(", "attributions": [{"source": [[0, )" +
             std::to_string(name.size()) + R"(]], "cue": [[)" + std::to_string(cue) + ", " +
             std::to_string(content - 1) + R"(]], "content": [[)" + std::to_string(content) + ", " +
             std::to_string(end) + "]]}]}\n";
  }
  return lines;
}

TEST_CASE("taggers learn what they are shown, the same bytes each time") {
  const auto corpus = load_attributions(small_corpus(), "en");
  REQUIRE(corpus.has_value());
  AttributionPlan plan;
  plan.cues.l2 = plan.roles.l2 = 0.01;
  const auto trained = [&] {
    ModelWriter writer(attribution_identity("en"));
    train_attribution(*corpus, plan, writer, [](const std::string&) {});
    return writer.bytes();
  };
  const std::string bytes = trained();
  CHECK(trained() == bytes);
  const auto model = AttributionModel::open(bytes, "en");
  REQUIRE(model.has_value());
  const AttributionFigures figures = measure_attribution(*corpus, *model);
  CHECK(figures.source == doctest::Approx(100));
  CHECK(figures.cue == doctest::Approx(100));
  CHECK(figures.content == doctest::Approx(100));
}

}  // namespace
}  // namespace parallax
