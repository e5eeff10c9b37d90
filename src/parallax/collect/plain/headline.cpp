#include "parallax/collect/plain/headline.h"

#include <algorithm>
#include <unordered_set>

#include "parallax/collect/plain/line_shape.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::size_t kMenuWords = 3;  ///< an entry of a menu has no more
constexpr std::size_t kFewLines = 4;   ///< fewer are no menu

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & '\x80') != 0;
}

/// Calls `each(word)` for the words of four bytes and more.
template <typename Each>
void for_each_word(std::string_view lower, Each each) {
  constexpr std::size_t kShortest = 4;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t begin = at;
    while (at < lower.size() && is_word_byte(lower[at])) {
      ++at;
    }
    if (at - begin >= kShortest) {
      each(lower.substr(begin, at - begin));
    }
    at += at == begin ? 1 : 0;
  }
}

class HeadlineChooser {
 public:
  HeadlineChooser(std::span<const TextLine> lines, std::span<const LineFacts> facts,
                  std::size_t head_end)
      : lines_(lines), facts_(facts), end_(head_end) {}

  std::size_t run() {
    const bool no_text = end_ == lines_.size();
    std::size_t first = 0;
    while (first < end_ && !may_be(first)) {
      ++first;
    }
    end_ = first_sentence_behind(first);
    std::size_t count = 0;
    for (std::size_t i = first; i < end_; ++i) {
      count += may_be(i) ? 1 : 0;
    }
    return count < kFewLines || no_text ? first_below_menu(first) : best();
  }

 private:
  bool may_be(std::size_t i) const { return !lines_[i].decided && facts_[i].words <= kMostWords; }

  /// What is told in a sentence is text already, however short: the headline stands above it.
  std::size_t first_sentence_behind(std::size_t first) const {
    constexpr std::size_t kSentenceWords = 7;
    std::size_t i = std::min(first + 1, end_);
    while (i < end_ && !(may_be(i) && facts_[i].words >= kSentenceWords &&
                         ends_with_full_stop(lines_[i].words))) {
      ++i;
    }
    return i;
  }

  /// "Home", "World", "Ferry stays in port for a third day": two short lines are a menu, one may be
  /// a short title.
  std::size_t first_below_menu(std::size_t first) const {
    std::size_t menu_end = first;
    while (menu_end < end_ && may_be(menu_end) && facts_[menu_end].words <= kMenuWords &&
           !facts_[menu_end].sentence) {
      ++menu_end;
    }
    const bool menu = menu_end - first >= 2 && menu_end < end_ && may_be(menu_end);
    return menu ? menu_end : first;
  }

  std::size_t best() {
    read_text();
    std::size_t found = end_;
    double found_score = 0;
    for (std::size_t i = 0; i < end_; ++i) {
      const double score = may_be(i) ? score_of(i) : 0;
      if (score > found_score) {
        found = i;
        found_score = score;
      }
    }
    return found;
  }

  /// The words of the first paragraphs.
  void read_text() {
    constexpr std::size_t kParagraphs = 20;
    constexpr std::size_t kLongest = 4096;  // bytes of one
    std::size_t paragraphs = 0;
    for (std::size_t i = end_; i < lines_.size() && paragraphs < kParagraphs; ++i) {
      if (facts_[i].prose) {
        ++paragraphs;
        text_ += ascii_lower(lines_[i].words.substr(0, kLongest));
        text_ += ' ';
      }
    }
    for_each_word(text_, [&](std::string_view word) { known_.insert(word); });
  }

  double score_of(std::size_t i) const {
    constexpr double kTakenUp = 2;
    constexpr std::size_t kFewWords = 3;  // "Shop" may stand in any text
    constexpr std::size_t kShortest = 4;
    constexpr std::size_t kLongest = 20;
    const std::string lower = ascii_lower(lines_[i].words);
    std::size_t words = 0;
    std::size_t taken_up = 0;
    for_each_word(lower, [&](std::string_view word) {
      ++words;
      taken_up += known_.contains(word) ? 1 : 0;
    });
    const double share =
        static_cast<double>(taken_up) / static_cast<double>(std::max(words, kFewWords));
    const bool as_long = facts_[i].words >= kShortest && facts_[i].words <= kLongest;
    const double nearness = static_cast<double>(i + 1) / static_cast<double>(end_);
    return kTakenUp * share + (as_long ? 1 : 0) + nearness + (is_above_byline(i) ? 1 : 0);
  }

  bool is_above_byline(std::size_t i) const {
    constexpr std::size_t kLines = 3;
    for (std::size_t j = i + 1; j <= i + kLines && j < end_; ++j) {
      const bool decided = lines_[j].decided;
      if (decided && (lines_[j].role == Role::date || lines_[j].role == Role::byline)) {
        return true;
      }
    }
    return false;
  }

  std::span<const TextLine> lines_;
  std::span<const LineFacts> facts_;
  std::size_t end_;
  std::string text_;
  std::unordered_set<std::string_view> known_;
};

}  // namespace

std::size_t choose_headline(std::span<const TextLine> lines, std::span<const LineFacts> facts,
                            std::size_t head_end) {
  return HeadlineChooser(lines, facts, head_end).run();
}

}  // namespace parallax
