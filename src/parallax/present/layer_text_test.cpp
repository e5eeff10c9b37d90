#include <doctest/doctest.h>

#include "parallax/present/sample_pile.h"

namespace parallax {
namespace {

/// A text of which every word is found by its first occurrence.
struct Sheet {
  explicit Sheet(std::string text) : article(sample_article("x", "x.txt", std::move(text))) {}
  Span span(std::string_view phrase) const { return span_of(article, phrase); }
  std::string layer(const std::string& name) const {
    return layer_as_text(article, analysis, name);
  }

  Article article;
  Analysis analysis;
};

}  // namespace

TEST_CASE("layer text: attributions, the nested ones under their parent") {
  Sheet sheet("\"The village was taken,\" Aren said, citing the defence ministry. He left.");
  sheet.analysis.entities = {{"Aren", EntityType::person, "", {{sheet.span("Aren")}}}};
  Attribution nested =
      attribution_of({sheet.span("the defence ministry")}, {sheet.span("citing")}, {});
  nested.parent = Id<Attribution>{1};
  Attribution said = attribution_of({sheet.span("Aren")}, {sheet.span("said")},
                                    {sheet.span("\"The village was"), sheet.span("taken,\"")});
  said.kind = AttributionKind::direct;
  said.speaker = Id<Entity>{0};
  sheet.analysis.attributions = {nested, said};
  CHECK(sheet.layer("attributions") ==
        "attribution  source=\"Aren\"  cue=\"said\"  content=\"\\\"The village was\" | "
        "\"taken,\\\"\"  kind=direct  stance=say  speaker=\"Aren\"\n"
        "  nested  source=\"the defence ministry\"  cue=\"citing\"  kind=indirect  stance=say\n");
}

TEST_CASE("layer text: parents in a circle or out of range end, and all is printed once") {
  Sheet sheet("one two three");
  sheet.analysis.attributions.resize(4);
  sheet.analysis.attributions[0].parent = Id<Attribution>{1};
  sheet.analysis.attributions[1].parent = Id<Attribution>{0};
  sheet.analysis.attributions[2].parent = Id<Attribution>{9};
  sheet.analysis.attributions[3].parent = Id<Attribution>{3};
  const std::string text = sheet.layer("attributions");
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
}

TEST_CASE("layer text: time expressions; days only where the value does not say them") {
  Sheet sheet("on May 14, 2031, the next night");
  sheet.analysis.timexes = {{sheet.span("May 14, 2031"), TimexType::date, "2031-05-14",
                             *interval_from_value("2031-05-14")},
                            {sheet.span("the next night"),
                             TimexType::time,
                             "2031-05-15TNI",
                             {make_day(2031, 5, 15), std::nullopt}},
                            {sheet.span("next"), TimexType::duration, "P1D", {}}};
  CHECK(sheet.layer("timexes") ==
        "timex  \"May 14, 2031\"  type=DATE  value=2031-05-14\n"
        "timex  \"the next night\"  type=TIME  value=2031-05-15TNI  days=2031-05-15..-\n"
        "timex  \"next\"  type=DURATION  value=P1D\n");
}

TEST_CASE("layer text: figures") {
  Sheet sheet("more than 100 people killed in one night, about 3 km away");
  Figure dead = figure_at(sheet.span("more than 100 people"), 100);
  dead.counted = "dead";
  dead.of = sheet.span("people killed");
  dead.scope = sheet.span("in one night");
  dead.scope_days = 1;
  Figure away = figure_at(sheet.span("about 3 km"), 3, 3);
  away.approximate = true;
  away.unit = "km";
  away.voice = Id<Attribution>{7};
  sheet.analysis.figures = {dead, away};
  CHECK(sheet.layer("figures") ==
        "figure  \"more than 100 people\"  low=100  high=-  counted=dead  of=\"people killed\"  "
        "scope=\"in one night\"  scope_days=1\n"
        "figure  \"about 3 km\"  low=3  high=3  approximate=yes  unit=km  voice=a7\n");
}

TEST_CASE("layer text: entities with each wording once, glosses") {
  Sheet sheet("Aren Tol (Arno Tal) came. He said he won. Aren Tol left.");
  const Span last{static_cast<std::uint32_t>(sheet.article.text.rfind("Aren Tol")), 0};
  sheet.analysis.entities = {{"Aren Tol",
                              EntityType::person,
                              "a key",
                              {{sheet.span("Aren Tol")},
                               {sheet.span("He"), MentionForm::pronoun},
                               {{last.begin, last.begin + 8}}}}};
  sheet.analysis.glosses = {{sheet.span("Aren Tol"), sheet.span("Arno Tal"), GlossKind::bracket}};
  CHECK(sheet.layer("entities") ==
        "entity  \"Aren Tol\"  type=person  key=\"a key\"  mentions=\"Aren Tol\" ×2 | "
        "\"He\" pronoun\n");
  CHECK(sheet.layer("glosses") == "gloss  \"Aren Tol\" = \"Arno Tal\"  kind=bracket\n");
}

TEST_CASE("layer text: events, labels, sourcing, notes") {
  Sheet sheet("The rebels will not seize the mill, a source said.");
  sheet.analysis.entities = {{"the rebels", EntityType::group, "", {{sheet.span("The rebels")}}}};
  sheet.analysis.attributions = {attribution_of({sheet.span("a source")}, {}, {})};
  Event event = event_at(sheet.span("seize"), "seize", "ASSAULT");
  event.actor = Id<Entity>{0};
  event.when = {std::nullopt, make_day(2031, 5, 14)};
  event.polarity = Polarity::negative;
  event.modality = Modality::future;
  event.voice = Id<Attribution>{0};
  sheet.analysis.events = {event};
  sheet.analysis.labels = {
      {sheet.span("rebels"), Id<Entity>{0}, Direction::neutral, LabelKind::so_called, {}}};
  sheet.analysis.sourcing = {{sheet.span("a source"), SourcingKind::anonymous}};
  sheet.article.notes = {{{0, 0}, "charset", "read as \"latin\""}};
  CHECK(sheet.layer("events") ==
        "event  \"seize\"  predicate=seize  class=ASSAULT  actor=\"the rebels\"  "
        "when=-..2031-05-14  polarity=negative  modality=future  voice=\"a source\"\n");
  CHECK(sheet.layer("labels") ==
        "label  \"rebels\"  kind=so_called  target=\"the rebels\"  direction=neutral\n");
  CHECK(sheet.layer("sourcing") == "sourcing  \"a source\"  kind=anonymous\n");
  CHECK(sheet.layer("notes") == "note  \"\"  kind=charset  text=\"read as \\\"latin\\\"\"\n");
}

TEST_CASE("layer text: sentences and tokens") {
  Sheet sheet("It fell.\nThe mill");
  sheet.analysis.sentences = {{sheet.span("It fell.")}, {sheet.span("The mill"), 1, Role::heading}};
  sheet.analysis.tokens = {{sheet.span("It")},
                           {sheet.span("fell")},
                           {sheet.span(".")},
                           {sheet.span("The")},
                           {sheet.span("mill")}};
  CHECK(sheet.layer("sentences") == "\"It fell.\"\n\"The mill\"  role=heading\n");
  CHECK(sheet.layer("tokens") == "It·fell·.\nThe·mill\n");
  CHECK(sheet.layer("syntax") ==
        "sentence  \"It fell.\"\n  \"It\"\n  \"fell\"\n  \".\"\n"
        "sentence  \"The mill\"\n  \"The\"\n  \"mill\"\n");
}

TEST_CASE("layer text: a tree, a token a line; a number where the words of a head are not enough") {
  Sheet sheet("that rain fell that day");
  sheet.analysis.strings = {"", "det", "fall", "nsubj", "root"};
  sheet.analysis.sentences = {{sheet.span("that rain fell that day")}};
  Token that{.span = sheet.span("that"), .upos = Upos::det, .deprel = 1};
  that.head = 2;
  Token rain{.span = sheet.span("rain"), .upos = Upos::noun, .deprel = 3};
  rain.head = 3;
  const Token fell{
      .span = sheet.span("fell"), .upos = Upos::verb, .deprel = 4, .lemma = 2, .head = 0};
  Token second{.span = {15, 19}};
  Token day{.span = sheet.span("day"), .deprel = 1};
  day.head = 4;
  sheet.analysis.tokens = {that, rain, fell, second, day};
  CHECK(sheet.layer("syntax") ==
        "sentence  \"that rain fell that day\"\n"
        "  \"that\"  upos=DET  head=\"rain\"  deprel=det\n"
        "  \"rain\"  upos=NOUN  head=\"fell\"  deprel=nsubj\n"
        "  \"fell\"  lemma=fall  upos=VERB  deprel=root\n"
        "  \"that\"\n"
        "  \"day\"  head=\"that\" #4  deprel=det\n");
}

TEST_CASE("layer text: the article's metadata and its blocks") {
  Sheet sheet(std::string(59, 'a') + "éé");
  sheet.article.metadata.title = "A \"fire\"";
  sheet.article.metadata.language = "en";
  CHECK(sheet.layer("article") == "title  \"A \\\"fire\\\"\"\nlanguage  \"en\"\n");
  CHECK(sheet.layer("blocks") ==
        "boilerplate  0..10  removed\nbody  10..73  0..63  \"" + std::string(59, 'a') + "…\"\n");
}

TEST_CASE("layer text: empty and unknown layers are empty") {
  for (const char* name :
       {"article", "blocks", "sentences", "tokens", "syntax", "timexes", "figures", "entities",
        "glosses", "attributions", "events", "labels", "sourcing", "notes", "nonsense", ""}) {
    CHECK(layer_as_text({}, {}, name).empty());
  }
}

TEST_CASE("layer text: spans and ids that point nowhere do no harm") {
  Analysis analysis;
  analysis.events = {event_at({5, 900})};
  analysis.events[0].actor = Id<Entity>{4};
  CHECK(layer_as_text({}, analysis, "events") == "event  \"\"\n");
}

}  // namespace parallax
