#include "train/lemmas.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "parallax/read/syntax/lemmas.h"

namespace parallax {
namespace {

ModelIdentity identity() { return {.stage = "syntax", .language = "xx", .templates = 1}; }

ConlluWord noun(const char* form, const char* lemma, const char* xpos) {
  return {.form = form, .lemma = lemma, .upos = Upos::noun, .xpos = xpos};
}
ConlluWord verb(const char* form, const char* lemma, const char* xpos) {
  return {.form = form, .lemma = lemma, .upos = Upos::verb, .xpos = xpos};
}
ConlluWord name(const char* form, const char* lemma) {
  return {.form = form, .lemma = lemma, .upos = Upos::propn, .xpos = "NNP"};
}
ConlluWord number(const char* form, const char* lemma) {
  return {.form = form, .lemma = lemma, .upos = Upos::num, .xpos = "CD"};
}

/// A language of glorps: plurals in "s" and "ies", a past in "ed", names that keep their capitals.
std::vector<ConlluSentence> glorps() {
  return {
      {.words = {noun("glorps", "glorp", "NNS"), noun("Tads", "tad", "NNS"),
                 noun("mips", "mip", "NNS"), noun("tad", "tad", "NN"), noun("mip", "mip", "NN")}},
      {.words = {noun("vadies", "vady", "NNS"), noun("hodies", "hody", "NNS"),
                 noun("Mip", "mip", "NN"), noun("vady", "vady", "NN")}},
      {.words = {verb("tadded", "tad", "VBD"), verb("mipped", "mip", "VBD"),
                 verb("glorped", "glorp", "VBD"), verb("zan", "blick", "VBD"),
                 verb("saw", "see", "VBD"), verb("saw", "saw", "VB"), verb("vame", "vame", "VB")}},
      {.words = {verb("hamed", "hame", "VBD"), verb("lamed", "lame", "VBD"),
                 verb("samped", "samp", "VBD"), verb("romped", "romp", "VBD")}},
      {.words = {name("Vessin", "Vessin"), name("Orrans", "Orrans"), name("MARDILLE", "Mardille"),
                 name("TRUMILDE", "Trumilde")}},
      {.words = {number("4,100", "4100"), number("7,000,000", "7000000"), number("12", "12"),
                 number("31", "31")}},
  };
}

std::string trained(std::span<const Treebank> treebanks) {
  ModelWriter writer(identity());
  train_lemmas(treebanks, writer);
  return writer.bytes();
}

/// Trained on `glorps`.
class Trained {
 public:
  std::string lemma(std::string_view form, Upos upos, std::string_view xpos) const {
    std::string out;
    Lemmas::from(ModelFile::open(bytes_, identity()).value())->lemma(form, upos, xpos, out);
    return out;
  }

 private:
  std::vector<ConlluSentence> corpus_ = glorps();
  std::string bytes_ = trained(std::vector<Treebank>{corpus_});
};

}  // namespace

TEST_CASE("words that were seen get their lemmas, by their tags where these decide") {
  const Trained model;
  CHECK(model.lemma("zan", Upos::verb, "VBD") == "blick");
  CHECK(model.lemma("saw", Upos::verb, "VBD") == "see");
  CHECK(model.lemma("saw", Upos::verb, "VB") == "saw");
  CHECK(model.lemma("zan", Upos::verb, "VBN") == "blick");
  CHECK(model.lemma("ZAN", Upos::verb, "VBD") == "blick");
  CHECK(model.lemma("vessin", Upos::propn, "NNP") == "Vessin");
  CHECK(model.lemma("VESSIN", Upos::propn, "NNP") == "Vessin");
}

TEST_CASE("words never seen get the lemma that their ending and shape make likely") {
  const Trained model;
  CHECK(model.lemma("brups", Upos::noun, "NNS") == "brup");
  CHECK(model.lemma("Ladies", Upos::noun, "NNS") == "lady");
  CHECK(model.lemma("vamed", Upos::verb, "VBD") == "vame");  // "vame" is known, "vam" is not
  CHECK(model.lemma("Ostrans", Upos::propn, "NNP") == "Ostrans");
  CHECK(model.lemma("KERUMVAL", Upos::propn, "NNP") == "Kerumval");
  CHECK(model.lemma("8,000", Upos::num, "CD") == "8000");
  CHECK(model.lemma("15", Upos::num, "CD") == "15");
  CHECK(model.lemma("brups", Upos::x, "FW") == "brups");
}

TEST_CASE("treebanks that disagree have one vote each") {
  const std::vector<ConlluSentence> large = {
      {.words = {noun("folk", "folk", "NNS"), noun("folk", "folk", "NNS"), noun("tad", "tad", "NN"),
                 noun("mip", "mip", "NN"), noun("vady", "vady", "NN")}}};
  const std::vector<ConlluSentence> small = {{.words = {noun("folk", "fo", "NNS")}}};
  const std::string bytes = trained(std::vector<Treebank>{large, small});
  std::string out;
  Lemmas::from(ModelFile::open(bytes, identity()).value())->lemma("folk", Upos::noun, "NNS", out);
  CHECK(out == "fo");
}

TEST_CASE("the same corpus gives the same bytes, and none a model that changes nothing") {
  const auto corpus = glorps();
  CHECK(trained(std::vector<Treebank>{corpus}) == trained(std::vector<Treebank>{corpus}));
  ModelWriter writer(identity());
  train_lemmas(Treebank(), writer);
  const std::string bytes = writer.bytes();
  std::string out;
  Lemmas::from(ModelFile::open(bytes, identity()).value())->lemma("Tads", Upos::noun, "NNS", out);
  CHECK(out == "Tads");
}

}  // namespace parallax
