#include "parallax/read/times/time_text.h"

#include "parallax/text/utf8.h"

namespace parallax {

void TimeText::set_sentence(std::size_t sentence) {
  split_pieces(reading_, sentence, lexicon_.numbers, pieces_);
  sentence_ = sentence;
  words_.assign(pieces_.size(), nullptr);
  masks_.assign(pieces_.size(), 0);
  last_phrase_ = {};
  amount_states_.assign(pieces_.size(), AmountState::unread);
  amounts_.resize(pieces_.size());
  date_end_ = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].kind != TokenKind::number) {
      words_[i] = lexicon_.words.find(pieces_[i].word);
    }
    masks_[i] = TimeLexicon::mask_of(pieces_[i], words_[i]);
  }
}

const TimeWord& TimeText::word(std::size_t i) const {
  static const TimeWord kNothing;
  return i < words_.size() && words_[i] != nullptr ? *words_[i] : kNothing;
}

std::span<const std::uint32_t> TimeText::rules_at(std::size_t i) const {
  const Piece& piece = pieces_[i];
  if (piece.kind == TokenKind::number) {
    return lexicon_.rules_of_digits;
  }
  return words_[i] != nullptr ? std::span<const std::uint32_t>(words_[i]->rules)
                              : std::span<const std::uint32_t>();
}

bool TimeText::is_dash(std::size_t i) const {
  if (i >= pieces_.size() || pieces_[i].kind != TokenKind::punctuation) {
    return false;
  }
  const std::string_view mark = word_text(i);
  return mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
         mark == "\xE2\x80\x90" || mark == "\xE2\x80\x91";
}

bool TimeText::is_apostrophe(std::size_t i) const {
  return is_mark(i, "'") || is_mark(i, "\u2019") || is_mark(i, "\u2018");
}

bool TimeText::starts_upper(std::size_t i) const {
  return i < pieces_.size() &&
         is_upper(code_point_at(reading_.article.text, pieces_[i].span.begin).value);
}

const std::optional<Amount>& TimeText::amount(std::size_t i) const {
  if (amount_states_[i] == AmountState::unread) {
    amounts_[i] = read_amount(reading_.lower, pieces_, i, lexicon_.numbers);
    amount_states_[i] = AmountState::read;
  }
  return amounts_[i];
}

std::optional<Phrases::Match> TimeText::phrase(const Phrases& phrases, std::size_t i) const {
  if (last_phrase_.phrases != &phrases || last_phrase_.at != i) {
    last_phrase_ = {
        .phrases = &phrases, .at = i, .match = phrases.match(reading_.lower, pieces_, i)};
  }
  return last_phrase_.match;
}

std::size_t TimeText::element_end(const TimeElement& element, std::size_t i) const {
  if (i >= pieces_.size()) {
    return 0;
  }
  if (element.atom != TimeAtom::none) {
    TimeReading reading;
    return read_atom(*this, element.atom, i, reading);
  }
  const TimeWord* word = words_[i];
  const bool fits =
      word != nullptr && ((element.literal != 0 && word->literal == element.literal) ||
                          (word->roles & element.roles) != 0);
  return fits ? i + 1 : 0;
}

}  // namespace parallax
