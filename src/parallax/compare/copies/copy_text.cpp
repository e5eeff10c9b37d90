#include "parallax/compare/copies/copy_text.h"

#include <algorithm>
#include <ranges>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// In so many articles of a pile a line belongs to the page rather than to the article.
constexpr std::uint8_t kManyArticles = 4;

/// Where quotations begin and end: marks that open and close, and the straight one, which does
/// both. A quotation that is not closed ends with its paragraph.
class Quotation {
 public:
  explicit Quotation(std::string_view text) : text_(text) {}

  /// Whether the byte at `offset` stands in a quotation; offsets ascend from call to call.
  bool holds(std::uint32_t offset) {
    while (at_ < offset && at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      take(point.value);
      at_ += point.size;
    }
    return inside_;
  }

 private:
  void take(char32_t value) {
    switch (value) {
      case '"':
      case 0x201C:  // “ opens in English and closes in German
        inside_ = !inside_;
        break;
      case 0x201E:  // „
      case 0x00AB:  // «
        inside_ = true;
        break;
      case 0x201D:  // ”
      case 0x00BB:  // »
      case '\n':
        inside_ = false;
        break;
      default:
        break;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool inside_ = false;
};

bool is_in(std::string_view text, Span span) {
  return span.begin < span.end && span.end <= text.size();
}

void add_sentence(CopyText& out, std::string_view text, Span span, Quotation& quotation) {
  std::vector<WordHash> words;
  append_word_hashes(text.substr(span.begin, span.size()), words);
  const auto first = static_cast<std::uint32_t>(out.words.size());
  for (const WordHash& word : words) {
    out.words.push_back(word.hash);
    out.quoted.push_back(quotation.holds(span.begin + word.span.begin));
  }
  const auto last = static_cast<std::uint32_t>(out.words.size());
  if (first < last) {
    out.sentences.push_back({.span = span, .first = first, .last = last});
  }
}

Sketch sketch_of(std::span<const std::uint64_t> words) {
  std::vector<WordHash> hashes(words.size());
  std::ranges::transform(words, hashes.begin(),
                         [](std::uint64_t hash) { return WordHash{hash, {}}; });
  return sketch_of(hashes);
}

double own_share(const Sketch& sketch, const ValueCounts& counts) {
  std::size_t filled = 0;
  std::size_t own = 0;
  for (std::size_t cell = 0; cell < Sketch::kCells; ++cell) {
    const std::uint32_t value = sketch.cells[cell];
    filled += value == Sketch::kEmpty ? 0 : 1;
    own += value == Sketch::kEmpty || counts.of(cell, value) >= kManyArticles ? 0 : 1;
  }
  return filled == 0 ? 0.0 : static_cast<double>(own) / static_cast<double>(filled);
}

enum class Frequency : std::uint8_t { unknown, rare, common };

/// A sketch holds some shingles of a sentence, and the pile says in how many articles they stand.
Frequency frequency_of(const CopyText& text, const CopyText::Sentence& sentence,
                       const Sketch& sketch, const ValueCounts& counts) {
  std::size_t drawn = 0;
  std::size_t common = 0;
  for (std::size_t i = sentence.first; i + 2 < sentence.last; ++i) {
    const Drawn one = drawn_of(hash_of_three(text.words[i], text.words[i + 1], text.words[i + 2]));
    if (sketch.cells[one.cell] == one.value) {
      ++drawn;
      common += counts.of(one.cell, one.value) >= kManyArticles ? 1 : 0;
    }
  }
  return drawn == 0 ? Frequency::unknown : 2 * common > drawn ? Frequency::common : Frequency::rare;
}

/// Marks the common sentences from one end of the text up to the first rare one, and the unknown
/// ones between them.
template <typename Sentences, typename Frequencies>
void mark_furniture(Sentences&& sentences, Frequencies&& frequencies) {
  const auto rare = std::ranges::find(frequencies, Frequency::rare);
  std::ptrdiff_t marked = 0;
  for (auto at = frequencies.begin(); at != rare; ++at) {
    marked = *at == Frequency::common ? at - frequencies.begin() + 1 : marked;
  }
  for (auto& sentence : sentences | std::views::take(marked)) {
    sentence.furniture = true;
  }
}

}  // namespace

CopyText make_copy_text(std::string_view text, std::span<const Span> sentences,
                        const ValueCounts& counts) {
  CopyText out;
  Quotation quotation(text);
  for (const Span span : sentences) {
    if (is_in(text, span)) {
      add_sentence(out, text, span, quotation);
    }
  }
  if (out.sentences.empty()) {
    add_sentence(out, text, {0, static_cast<std::uint32_t>(text.size())}, quotation);
  }
  const Sketch sketch = sketch_of(out.words);
  out.own = own_share(sketch, counts);
  std::vector<Frequency> frequencies;
  frequencies.reserve(out.sentences.size());
  for (const CopyText::Sentence& sentence : out.sentences) {
    frequencies.push_back(frequency_of(out, sentence, sketch, counts));
  }
  mark_furniture(out.sentences, frequencies);
  mark_furniture(out.sentences | std::views::reverse, frequencies | std::views::reverse);
  return out;
}

}  // namespace parallax
