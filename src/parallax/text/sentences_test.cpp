#include "parallax/text/sentences.h"

#include <doctest/doctest.h>

#include <string>

#include "parallax/text/data_files.h"

using namespace parallax;

namespace {

std::string sentences_of(std::string_view text) {
  static const SentenceRules kRules = SentenceRules::load(DataFiles::built_in(), "en");
  std::string out;
  for (const Span paragraph : split_paragraphs(text)) {
    for (const Span sentence : split_sentences(text, paragraph, kRules)) {
      out += std::string(words(text, sentence)) + "|";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("sentences end at marks, not at abbreviations, initials or numbers") {
  CHECK(sentences_of("Gen. Tarn left. He was tired.") == "Gen. Tarn left.|He was tired.|");
  CHECK(sentences_of("A. V. Menn spoke. \"Why?\" he asked.") ==
        "A. V. Menn spoke.|\"Why?\" he asked.|");
  CHECK(sentences_of("It cost 1.5 million. “Enough.” They left!") ==
        "It cost 1.5 million.|“Enough.”|They left!|");
  CHECK(sentences_of("It ended Sept. 30 after Law No. 34. All left.") ==
        "It ended Sept. 30 after Law No. 34.|All left.|");
  CHECK(sentences_of("One\nTwo") == "One|Two|");
}

TEST_CASE("hard-wrapped lines are one paragraph") {
  const std::string line(70, 'a');
  const std::string text = line + "\n" + line + "\n" + line + "\n\n" + line + "\nend";
  CHECK(split_paragraphs(text).size() == 2);
}
