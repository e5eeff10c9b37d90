#include "parallax/read/times/time_draft.h"
#include "parallax/text/utf8.h"

namespace parallax {

void TimeText::set_sentence(std::size_t sentence) {
  split_pieces(reading_, sentence, lexicon_.numbers, pieces_);
  words_.assign(pieces_.size(), nullptr);
  looks_ahead_ = has_trigger_ = false;
  date_end_ = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    has_trigger_ =
        has_trigger_ || pieces_[i].kind == TokenKind::number || pieces_[i].number != nullptr;
    if (pieces_[i].kind != TokenKind::word) {
      continue;
    }
    words_[i] = lexicon_.words.find(pieces_[i].word);
    if (words_[i] != nullptr) {
      looks_ahead_ = looks_ahead_ || words_[i]->is(TimeRole::future);
      constexpr std::uint64_t kTriggers =
          (std::uint64_t{1} << static_cast<unsigned>(TimeRole::step)) - 1;
      constexpr std::uint64_t kLoose =
          std::uint64_t{1} << static_cast<unsigned>(TimeRole::the_reference) |
          std::uint64_t{1} << static_cast<unsigned>(TimeRole::reference) |
          std::uint64_t{1} << static_cast<unsigned>(TimeRole::set);
      has_trigger_ = has_trigger_ || (words_[i]->roles & (kTriggers | kLoose)) != 0;
    }
  }
}

const TimeWord& TimeText::word(std::size_t i) const {
  static const TimeWord kNothing;
  return i < words_.size() && words_[i] != nullptr ? *words_[i] : kNothing;
}

bool TimeText::is_dash(std::size_t i) const {
  if (i >= pieces_.size() || pieces_[i].kind != TokenKind::punctuation) {
    return false;
  }
  const std::string_view mark = word_text(i);
  return mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
         mark == "\xE2\x80\x90" || mark == "\xE2\x80\x91";
}

bool TimeText::starts_upper(std::size_t i) const {
  return i < pieces_.size() &&
         is_upper(code_point_at(reading_.article.text, pieces_[i].span.begin).value);
}

std::optional<Amount> TimeText::amount(std::size_t i) const {
  return i < pieces_.size() ? read_amount(reading_.lower, pieces_, i, lexicon_.numbers)
                            : std::nullopt;
}

}  // namespace parallax
