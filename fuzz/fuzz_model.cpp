// A model file of any bytes, and what every reader of models makes of it. Kinds: `0` the file as it
// is, `1` with the frame and checksum put right, `2` changes to the sections of a good small one.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "input.h"
#include "parallax/learn/crf.h"
#include "parallax/read/sentences/sentence_ends.h"
#include "parallax/read/syntax/lemmas.h"
#include "parallax/read/syntax/read_syntax.h"
#include "parallax/text/utf8.h"
#include "promise.h"
#include "small_model.h"

namespace parallax::fuzz {
namespace {

template <typename T>
bool opened(const Result<T>& result) {
  if (!result) {
    require_sentence(result.error().message);
  }
  return result.has_value();
}

constexpr std::string_view kText = "Mills fell, Ila said. Ana can’t swim in 3.5 km. «Да!»";

/// The text cut at spaces, a sentence at each full stop, whatever a reader would say.
Analysis words_of_text() {
  Analysis analysis;
  std::uint32_t begin = 0;
  std::uint32_t sentence = 0;
  for (std::uint32_t at = 0; at <= kText.size(); ++at) {
    if (at < kText.size() && kText[at] != ' ') {
      continue;
    }
    analysis.tokens.push_back({.span = {begin, at}});
    begin = at + 1;
    if (at == kText.size() || kText[at - 1] == '.') {
      analysis.sentences.push_back({.span = {sentence, at}});
      sentence = at + 1;
    }
  }
  return analysis;
}

/// One root, and from every word a way to it.
void require_tree(std::span<const Token> tokens) {
  require(std::ranges::count_if(tokens, [](const Token& token) { return token.head == 0; }) == 1,
          "a sentence has not one root");
  for (const Token& token : tokens) {
    std::uint32_t head = token.head;
    std::size_t steps = 0;
    for (; head != 0 && steps <= tokens.size(); ++steps) {
      require(head <= tokens.size(), "a head outside of its sentence");
      head = tokens[head - 1].head;
    }
    require(head == 0, "a circle in a tree");
  }
}

void check_sentence_ends(const ModelFile& file) {
  static const SentenceRules kRules = SentenceRules::load(DataFiles::built_in(), "en");
  const auto ends = SentenceEnds::from(file);
  if (!opened(ends)) {
    return;
  }
  const Span whole = {0, static_cast<std::uint32_t>(kText.size())};
  std::uint32_t at = 0;
  for (const Span sentence : ends->split(kText, whole, kRules)) {
    require(!sentence.empty() && sentence.begin >= at, "sentences that do not ascend");
    require(sentence.end <= kText.size() && on_border(kText, sentence.begin) &&
                on_border(kText, sentence.end),
            "a sentence that cuts a character");
    require(trim(kText.substr(at, sentence.begin - at)).empty(), "a word in no sentence");
    at = sentence.end;
  }
  require(at == kText.size(), "words behind the last sentence");
}

void check_syntax(std::string_view bytes) {
  static const Analysis kWords = words_of_text();
  const auto model = SyntaxModel::open(bytes, identity_of_models().language);
  if (!opened(model)) {
    return;
  }
  Analysis analysis = kWords;
  read_syntax(kText, *model, analysis);
  require(analysis.tokens.size() == kWords.tokens.size(), "syntax changed the number of tokens");
  std::span<const Token> rest = analysis.tokens;
  for (const Sentence& sentence : analysis.sentences) {
    const auto end = std::ranges::find_if(
        rest, [&](const Token& token) { return token.span.begin >= sentence.span.end; });
    const auto count = static_cast<std::size_t>(end - rest.begin());
    require_tree(rest.first(count));
    rest = rest.subspan(count);
  }
  for (const Token& token : analysis.tokens) {
    require(token.upos <= Upos::x, "a part of speech that is none");
    for (const std::uint32_t id : {std::uint32_t{token.xpos}, std::uint32_t{token.feats},
                                   std::uint32_t{token.deprel}, token.lemma}) {
      require(id < analysis.strings.size(), "a string that is not there");
    }
  }
}

void check_labels(const ModelFile& file) {
  const auto crf = Crf::from(file, "crf");
  if (!opened(crf)) {
    return;
  }
  FeatureRows tokens;
  for (std::uint32_t i = 0; i < 5; ++i) {
    tokens.add(feature_of(1, i % 4));
    tokens.add(feature_of(2, i % 3));
    tokens.add(feature_of(3, i));
    tokens.end_row();
  }
  const auto labels = crf->best(tokens);
  require(labels.size() == tokens.size(), "not one label a token");
  require(std::ranges::all_of(labels, [&](std::uint32_t label) { return label < crf->labels(); }),
          "a label that is none");
  const auto probabilities = crf->probabilities(tokens);
  require(probabilities.size() == tokens.size() * crf->labels(), "not one probability a label");
  require(std::ranges::all_of(probabilities, [](double p) { return p >= 0 && p <= 1; }),
          "a probability that is none");
}

void check_lemmas(const ModelFile& file) {
  const auto lemmas = Lemmas::from(file);
  if (!opened(lemmas)) {
    return;
  }
  std::string lemma;
  for (const std::string_view form : {"Mills", "mills", "fell", "Ana", "3,500", "Ѝх", "can’t"}) {
    for (const Upos upos : {Upos::noun, Upos::verb, Upos::none}) {
      lemmas->lemma(form, upos, "NNS", lemma);
      require(!lemma.empty(), "a word without a lemma");
      require_utf8(lemma, "a lemma");
    }
  }
}

void check(std::string_view bytes) {
  const auto file = ModelFile::open(bytes, identity_of_models());
  if (opened(file)) {
    check_labels(*file);
    check_lemmas(*file);
    check_sentence_ends(*file);
  }
  check_syntax(bytes);
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  static const fuzz::SmallModel kModel;
  static const auto kOpened =
      SyntaxModel::open(kModel.bytes(), fuzz::identity_of_models().language);
  fuzz::require(kOpened.has_value(),
                kOpened ? "" : "the small model is not good: " + kOpened.error().message);
  fuzz::Input input(data, size);
  const unsigned kind = input.kind(3);
  // A copy begins at a multiple of 16, as a mapped file does.
  const std::vector<char> bytes = [&] {
    const std::string made = kind == 0   ? std::string(input.rest())
                             : kind == 1 ? fuzz::framed(input.rest())
                                         : kModel.with_changes(input);
    return std::vector<char>(made.begin(), made.end());
  }();
  fuzz::check({bytes.data(), bytes.size()});
  return 0;
}
