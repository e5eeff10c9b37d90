#include "parallax/read/sentences/end_features.h"

namespace parallax {
namespace {

constexpr std::size_t kMostSigns = 4;  // in a row that are looked past

template <typename Enum>
std::uint64_t number_of(Enum value) {
  return static_cast<std::uint64_t>(value);
}

/// A word in few bits: what it begins and ends with, its form.
std::uint64_t shape_of(const ParagraphWord& word) {
  return number_of(word.start) | number_of(word.end) << 4U | number_of(word.form) << 8U |
         std::uint64_t{word.closes} << 12U | std::uint64_t{word.capitals} << 13U |
         std::uint64_t{word.opening != 0} << 14U;
}

bool ends_in_mark(const ParagraphWord& word) {
  return word.end == EndMark::stop || word.end == EndMark::ask || word.end == EndMark::dots;
}

}  // namespace

EndFeatures::EndFeatures(std::span<const ParagraphWord> words)
    : words_(words), next_end_(words.size(), 0) {
  std::uint32_t distance = 0;
  for (std::size_t i = words.size(); i-- > 0;) {
    distance = ends_in_mark(words[i]) ? 0 : distance + 1;
    next_end_[i] = distance;
  }
}

std::size_t EndFeatures::right_of(std::size_t i) const {
  std::size_t right = i + 1;
  while (words_[right].length == 0 && right + 1 < words_.size() && right < i + kMostSigns) {
    ++right;
  }
  return words_[right].length == 0 ? i + 1 : right;
}

/// No sentence ends at a comma ("On 6 May, Aren left"), nor between a quotation and the small
/// letter of who says it ("“It was late.” she wrote"), nor behind the dash that it begins with ("—
/// Aren added").
bool EndFeatures::is_candidate(std::size_t i) const {
  const ParagraphWord& left = words_[i];
  const ParagraphWord& right = words_[right_of(i)];
  const bool small = right.start == Start::lower && right.opening == 0;
  const bool only_marks = left.length == 0 && i == sentence_;
  if (left.end == EndMark::comma || (left.closes && small) || only_marks) {
    return false;
  }
  return left.end != EndMark::none || left.closes || left.form == WordForm::address || !small;
}

bool EndFeatures::is_marked(std::size_t i) const { return ends_in_mark(words_[i]); }

void EndFeatures::at(std::size_t i, std::vector<Feature>& out) const {
  static constexpr ParagraphWord kNothing;
  const std::size_t behind = right_of(i);
  const ParagraphWord& left = words_[i];
  const ParagraphWord& right = words_[behind];
  const ParagraphWord& before = i > sentence_ ? words_[i - 1] : kNothing;
  const ParagraphWord& after = behind + 1 < words_.size() ? words_[behind + 1] : kNothing;
  const std::uint64_t l = shape_of(left);
  const std::uint64_t r = shape_of(right);
  const std::uint64_t gap = (l & 0x1FF0U) | number_of(right.start) << 16U |
                            std::uint64_t{right.opening != 0} << 20U |
                            std::uint64_t{behind != i + 1} << 21U;
  const std::uint64_t marks = left.marks;
  const std::size_t size = i + 1 - sentence_;
  const std::size_t rest = words_.size() - i - 1;
  const std::uint64_t open = (brackets_ > 0 ? 1U : 0U) + (quotes_ > 0 ? 2U : 0U);
  std::uint32_t t = 0;
  out.clear();
  const auto add = [&](auto... facts) { out.push_back(feature_of(t++, facts...)); };
  add(0);
  add(gap);
  add(marks, number_of(right.start), right.opening);
  add(l, r);
  add(left.core, number_of(left.end), left.closes);
  add(left.core, gap);
  add(right.core, number_of(right.start), right.opening != 0);
  add(right.core, gap);
  add(left.core, right.core);
  add(right.core, number_of(right.start), after.core);
  add(before.core, left.core, number_of(left.end));
  add(l, r, shape_of(before));
  add(l, r, shape_of(after));
  add(gap, number_of(after.start), number_of(before.start), left.capitals, right.capitals);
  add(gap, rough_fact(size));
  add(gap, rough_fact(rest));
  add(gap, open);
  add(gap, left.length < 4 ? left.length : 4, number_of(left.form));
  add(gap, rough_fact(next_end_[i + 1]));
  add(gap, rough_fact(size), rough_fact(next_end_[i + 1]));
  add(rough_fact(size), rough_fact(rest), number_of(left.end), number_of(right.start));
  add(words_[sentence_].core, number_of(left.end), number_of(right.start));
  add(gap, words_[sentence_].core == right.core, number_of(words_[sentence_].start));
  add(gap, rough_fact(commas_), rough_fact(size));
  add(right.core, number_of(left.end), rough_fact(size));
  add(marks, right.opening, right.core);
  add(gap, number_of(after.end), right.length < 4 ? right.length : 4, number_of(right.end));
}

void EndFeatures::pass(std::size_t i, bool ends) {
  const ParagraphWord& word = words_[i];
  if (ends) {
    sentence_ = i + 1;
    brackets_ = quotes_ = 0;
    commas_ = 0;
    return;
  }
  brackets_ = std::max(brackets_ + word.brackets, 0);
  quotes_ = std::max(quotes_ + word.quotes, 0);
  commas_ += word.end == EndMark::comma ? 1 : 0;
}

}  // namespace parallax
