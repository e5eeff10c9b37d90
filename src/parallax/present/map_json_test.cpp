#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "parallax/present/json_writer.h"
#include "parallax/present/sample_pile.h"

namespace parallax {
namespace {

using nlohmann::json;

Analysis sample_analysis(const Article& article) {
  Analysis analysis;
  const auto span = [&](std::string_view phrase) { return span_of(article, phrase); };
  analysis.sentences = {{span("“More than 100 people died,” Ila Tarn said.")}};
  analysis.tokens = {{span("“"), TokenKind::punctuation}, {span("100"), TokenKind::number}};
  analysis.timexes = {{span("is"),
                       TimexType::date,
                       "2031-05",
                       {make_day(2031, 5, 1), {}},
                       Granularity::month,
                       "2031-05~",
                       true}};
  Figure figure = figure_at(span("More than 100 people"), 100);
  figure.counted = "dead";
  figure.of = span("people died");
  figure.voice = Id<Attribution>{0};
  analysis.figures = {figure};
  analysis.entities = {{"Ila Tarn", EntityType::person, "", {{span("Ila Tarn")}}}};
  analysis.glosses = {{span("Ila"), span("Tarn"), GlossKind::bracket}};
  Attribution said = attribution_of({span("Ila Tarn")}, {span("said")}, {span("“More")});
  said.speaker = Id<Entity>{0};
  Attribution nested = attribution_of({}, {}, {span("died")});
  nested.parent = Id<Attribution>{0};
  analysis.attributions = {said, nested};
  Event event = event_at(span("died"), "die", "ASSAULT");
  event.target = Id<Entity>{0};
  analysis.events = {event};
  analysis.labels = {
      {span("gone"), Id<Entity>{0}, Direction::unfavourable, LabelKind::evaluative, std::nullopt}};
  analysis.sourcing = {{span("Ila Tarn"), SourcingKind::named}};
  analysis.notes = {{span("is"), "vague", "no date"}};
  return analysis;
}

json line_of(const Article& article, const Analysis& analysis,
             const std::vector<std::string>& layers = {}) {
  const std::string line = analysis_as_json_line(article, analysis, layers);
  CHECK(line.find('\n') == std::string::npos);
  return json::parse(line);
}

const Article& second_article() {
  static const SamplePile kPile = sample_pile();
  return kPile.articles[1];
}

}  // namespace

TEST_CASE("map: the article with its metadata and blocks") {
  const json line = line_of(second_article(), {});
  CHECK(line.at("id") == "id2");
  const json& article = line.at("article");
  CHECK(article.at("text") == second_article().text);
  for (const char* key : {"title", "outlet", "side", "author", "published", "url", "language"}) {
    CHECK(article.at(key).is_null());
  }
  CHECK(article.at("blocks").at(0) == json{{"begin", 0},
                                           {"end", 0},
                                           {"source_begin", 0},
                                           {"source_end", 10},
                                           {"role", "boilerplate"}});
}

TEST_CASE("map: each layer in the fields of the contract") {
  const json line = line_of(second_article(), sample_analysis(second_article()));
  CHECK(line.at("sentences") == json::parse("[[0, 47]]"));
  CHECK(line.at("tokens").at(0) == json::parse(R"({"begin":0, "end":3, "kind":"punctuation",
      "lemma":null, "upos":null, "xpos":null, "feats":null, "head":null, "deprel":null})"));
  CHECK(line.at("timexes").at(0) == json::parse(R"({"begin":57, "end":59, "type":"DATE",
      "value":"2031-05", "earliest":"2031-05-01", "latest":null, "granularity":"month", "edtf":"2031-05~", "approximate":true})"));
  CHECK(line.at("figures").at(0) == json::parse(R"({"begin":3, "end":23, "low":100, "high":null,
      "approximate":false, "unit":"", "counted":"dead", "of":"people died", "scope":"",
      "scope_days":null, "voice":"a0"})"));
  CHECK(line.at("entities").at(0) == json::parse(R"({"id":"e0", "name":"Ila Tarn",
      "type":"person", "key":"", "mentions":[{"begin":33, "end":41, "form":"name"}]})"));
  CHECK(line.at("attributions").at(0) == json::parse(R"({"id":"a0", "source":[[33,41]],
      "cue":[[42,46]], "content":[[0,7]], "kind":"indirect", "stance":"say", "speaker":"e0",
      "parent":null})"));
  CHECK(line.at("attributions").at(1).at("parent") == "a0");
  CHECK(line.at("attributions").at(1).at("source") == json::array());
  CHECK(line.at("events").at(0) == json::parse(R"({"begin":24, "end":28, "predicate":"die",
      "class":"ASSAULT", "mode":"", "actor":null, "target":"e0", "place":null, "earliest":null,
      "latest":null, "polarity":"positive", "modality":"asserted", "voice":"author"})"));
  CHECK(line.at("labels").at(0) == json::parse(R"({"begin":60, "end":64, "target":"e0",
      "direction":"unfavourable", "kind":"evaluative", "voice":"author"})"));
  CHECK(line.at("sourcing").at(0) == json::parse(R"({"begin":33, "end":41, "kind":"named"})"));
  CHECK(line.at("glosses").at(0) ==
        json::parse(R"({"first":[33,36], "second":[37,41], "kind":"bracket"})"));
  CHECK(line.at("notes").at(0) ==
        json::parse(R"({"begin":57, "end":59, "kind":"vague", "text":"no date"})"));
}

TEST_CASE("map: only the layers asked for") {
  const json line = line_of(second_article(), {}, {"tokens", "figures"});
  CHECK(line.size() == 3);
  CHECK(line.at("tokens") == json::array());
  CHECK(line.at("figures") == json::array());
  CHECK(analysis_as_json_line({}, {}, std::vector<std::string>{"tokens"}) ==
        R"({"id":"","tokens":[]})");
}

TEST_CASE("numbers: without trailing zeros, never NaN") {
  const auto number = [](double value) {
    std::string out;
    JsonWriter(out, JsonWriter::Layout::one_line).number(value);
    return out;
  };
  CHECK(number(100000) == "100000");
  CHECK(number(2.50) == "2.5");
  CHECK(number(0.1) == "0.1");
  CHECK(number(-0.5) == "-0.5");
  CHECK(number(0) == "0");
  CHECK(number(1e14) == "100000000000000");
  CHECK(number(1e300) == "1e+300");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(number(std::numeric_limits<double>::infinity()) == "null");
}

}  // namespace parallax
