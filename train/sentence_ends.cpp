#include "train/sentence_ends.h"

#include <algorithm>

#include "parallax/learn/logistic_model.h"
#include "parallax/read/sentences/end_features.h"

namespace parallax {
namespace {

/// One paragraph in twenty is kept back to calibrate on.
constexpr std::size_t kKeptBack = 20;

struct TaughtParagraph {
  std::string text;
  std::vector<std::uint32_t> ends;  ///< offsets, ascending
};

bool begins_paragraph(const ConlluSentence& sentence) {
  return std::ranges::any_of(sentence.comments, [](std::string_view comment) {
    return comment.starts_with("newpar") || comment.starts_with("newdoc");
  });
}

std::vector<TaughtParagraph> paragraphs_of(std::span<const ConlluSentence> corpus) {
  std::vector<TaughtParagraph> paragraphs;
  for (const ConlluSentence& sentence : corpus) {
    if (paragraphs.empty() || begins_paragraph(sentence)) {
      paragraphs.emplace_back();
    }
    TaughtParagraph& paragraph = paragraphs.back();
    paragraph.text += paragraph.text.empty() ? "" : " ";
    paragraph.text += sentence.comment("text");
    paragraph.ends.push_back(static_cast<std::uint32_t>(paragraph.text.size()));
  }
  return paragraphs;
}

void append_examples(const TaughtParagraph& paragraph, const SentenceRules& rules,
                     std::vector<LogisticExample>& out) {
  const Span all{0, static_cast<std::uint32_t>(paragraph.text.size())};
  const std::vector<ParagraphWord> words = paragraph_words(paragraph.text, all, rules);
  EndFeatures gaps(words);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool ends = std::ranges::binary_search(paragraph.ends, words[i].span.end);
    if (gaps.is_candidate(i)) {
      LogisticExample& example = out.emplace_back();
      gaps.at(i, example.features);
      example.right = ends ? 1 : 0;
    }
    gaps.pass(i, ends);
  }
}

}  // namespace

void train_sentence_ends(std::span<const ConlluSentence> corpus, const SentenceRules& rules,
                         std::uint32_t seed, ModelWriter& out) {
  std::vector<LogisticExample> taught;
  std::vector<LogisticExample> kept_back;
  std::size_t number = 0;
  for (const TaughtParagraph& paragraph : paragraphs_of(corpus)) {
    append_examples(paragraph, rules, ++number % kKeptBack == 0 ? kept_back : taught);
  }
  LogisticTrainer trainer({.classes = 2, .seed = seed, .smallest = 0.05F});
  trainer.train(taught);
  trainer.calibrate(kept_back);
  trainer.data().add_to(out, "ends");
}

}  // namespace parallax
