#include "parallax/read/syntax/lemmas.h"

#include <doctest/doctest.h>

#include <vector>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

ModelIdentity identity() { return {.stage = "syntax", .language = "xx", .templates = 1}; }

/// The sections of a model, for tests that spoil them.
struct Sections {
  std::vector<Lemmas::Slot> slots = std::vector<Lemmas::Slot>(4);
  std::vector<Lemmas::StoredEdit> edits = {{.begin = 0, .size = 1, .cut = 3}};
  std::string endings = "y";

  void put(Feature key, std::uint16_t value) {
    std::size_t at = Lemmas::first_slot(key, slots.size());
    while (slots[at].value != 0) {
      at = (at + 1) % slots.size();
    }
    slots[at] = {.check = static_cast<std::uint32_t>(key >> 32U), .value = value};
  }
  std::string bytes() const {
    ModelWriter writer(identity());
    writer.array<Lemmas::Slot>("lemma.slots", slots);
    writer.array<Lemmas::StoredEdit>("lemma.edits", edits);
    writer.text("lemma.endings", endings);
    return writer.bytes();
  }
  bool opens() const {
    const std::string file = bytes();
    return Lemmas::from(ModelFile::open(file, identity()).value()).has_value();
  }
};

std::string applied(const LemmaEdit& edit, std::string_view form) {
  std::string out;
  return apply(edit, form, out) ? out : "no";
}

}  // namespace

TEST_CASE("the edit between a form and a lemma makes the lemma, and of like forms their lemmas") {
  const std::pair<const char*, const char*> pairs[] = {{"glorps", "glorp"},
                                                       {"GLORPIES", "glorpy"},
                                                       {"Vessins", "Vessin"},
                                                       {"VESSIN", "Vessin"},
                                                       {"mo", "Mo"},
                                                       {"4,100,200", "4100200"},
                                                       {"zan", "blick"},
                                                       {"vaMb", "McVAmb"},
                                                       {"Ïlde", "ïlde"},
                                                       {"nä", "nö"},
                                                       {"x", "X"},
                                                       {"ab", "a"}};
  for (const auto& [form, lemma] : pairs) {
    std::string lowered;
    CAPTURE(form);
    CHECK(applied(edit_between(form, lemma, lowered), form) == lemma);
  }
  std::string lowered;
  CHECK(applied(edit_between("glorpies", "glorpy", lowered), "TADIES") == "tady");
  CHECK(applied(edit_between("4,100", "4100", lowered), "7,000,000") == "7000000");
  CHECK(edit_between("nä", "nö", lowered).cut == 2);
}

TEST_CASE("an edit that does not fit is refused") {
  CHECK(applied({.cut = 3}, "ab") == "no");
  CHECK(applied({.cut = 2}, "ab") == "no");
  CHECK(applied({.cut = 1, .ending = "y"}, "nä") == "no");
  CHECK(applied({.dropped = ','}, ",,") == "no");
}

TEST_CASE("shapes tell capitals, digits and dots apart") {
  CHECK(shape_of("glorp") == shape_of("tad"));
  CHECK(shape_of("Glorp") == shape_of("G"));
  CHECK(shape_of("GLO") != shape_of("GLORP"));
  CHECK(shape_of("GLORP") != shape_of("GlorP"));
  CHECK(shape_of("G.L.") != shape_of("GL"));
  CHECK(shape_of("12") != shape_of("--"));
}

TEST_CASE("what is remembered of a form counts; else the word stays as it is") {
  Sections sections;
  sections.put(form_key(fact_of("glorpies"), {Upos::noun}), 1);
  const std::string bytes = sections.bytes();
  const auto lemmas = Lemmas::from(ModelFile::open(bytes, identity()).value());
  REQUIRE(lemmas.has_value());
  std::string out = "from before";
  lemmas->lemma("glorpies", Upos::noun, "NNS", out);
  CHECK(out == "glorpy");
  for (const char* word : {"Tads", "", "\xFF\xC3", "\xC3\x84", "a,b"}) {
    lemmas->lemma(word, Upos::verb, "", out);
    CHECK(out == word);
  }
}

TEST_CASE("sections that would be read beyond their ends are refused") {
  CHECK(Sections().opens());
  CHECK_FALSE(Sections{.slots = {}}.opens());
  CHECK_FALSE(Sections{.slots = {{.check = 1, .value = 1}}}.opens());  // a search without end
  CHECK_FALSE(Sections{.slots = {{.value = 9}, {}}}.opens());
  CHECK_FALSE(Sections{.edits = {}}.opens());
  CHECK_FALSE(Sections{.edits = {{.begin = 1, .size = 1}}}.opens());
  CHECK_FALSE(Sections{.edits = {{.begin = 0xFFFFFFFF, .size = 2}}}.opens());
  CHECK_FALSE(Sections{.edits = {{.letters = kLemmaCases}}}.opens());
  CHECK_FALSE(Sections{.edits = {{.size = 1}}, .endings = "\xC3"}.opens());
  const std::string empty = ModelWriter(identity()).bytes();
  const auto none = Lemmas::from(ModelFile::open(empty, identity()).value());
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == ErrorCode::bad_format);
}

}  // namespace parallax
