#include "parallax/read/figures/figure_text.h"

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax {

void FigureText::set_sentence(std::size_t sentence) {
  split_pieces(reading_, sentence, lexicon_.numbers, pieces_);
  words_.assign(pieces_.size(), nullptr);
  has_number_ = false;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].value) {
      has_number_ = true;
    } else if (pieces_[i].number != nullptr) {
      const NumberWord::Kind kind = pieces_[i].number->kind;
      has_number_ =
          has_number_ || (kind != NumberWord::Kind::article && kind != NumberWord::Kind::joiner &&
                          kind != NumberWord::Kind::none);
    }
    if (pieces_[i].kind == TokenKind::word) {
      words_[i] = lexicon_.words.find(pieces_[i].word);
      has_number_ = has_number_ || (words_[i] != nullptr && words_[i]->is(FigureRole::many));
    }
  }
}

const FigureWord& FigureText::word(std::size_t i) const {
  static const FigureWord kNothing;
  return i < words_.size() && words_[i] != nullptr ? *words_[i] : kNothing;
}

bool FigureText::is_dash(std::size_t i) const {
  if (!is_punctuation(i)) {
    return false;
  }
  const std::string_view mark = word_text(i);
  return mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
         mark == "\xE2\x80\x90" || mark == "\xE2\x80\x91";
}

bool FigureText::starts_upper(std::size_t i) const {
  return i < pieces_.size() &&
         is_upper(code_point_at(reading_.article.text, pieces_[i].span.begin).value);
}

const Timex* FigureText::timex(std::size_t i) const {
  const std::vector<Timex>& timexes = reading_.analysis.timexes;
  const std::uint32_t at = pieces_[i].span.begin;
  const auto after =
      std::upper_bound(timexes.begin(), timexes.end(), at,
                       [](std::uint32_t offset, const Timex& t) { return offset < t.span.begin; });
  return after != timexes.begin() && std::prev(after)->span.contains(at) ? &*std::prev(after)
                                                                         : nullptr;
}

std::optional<Amount> FigureText::amount(std::size_t i) const {
  return i < pieces_.size() ? read_amount(reading_.lower, pieces_, i, lexicon_.numbers)
                            : std::nullopt;
}

std::optional<FigureText::UnitMatch> FigureText::unit(std::size_t i) const {
  if (i >= pieces_.size()) {
    return std::nullopt;
  }
  const auto match = lexicon_.unit_phrases.match(reading_.lower, pieces_, i);
  if (!match) {
    return std::nullopt;
  }
  const FigureLexicon::Unit& found = lexicon_.units[match->value];
  const std::string_view written = reading_.text(span(i, match->end));
  const bool shouted =
      std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return found.capitals && !shouted ? std::nullopt : std::optional(UnitMatch{&found, match->end});
}

std::optional<FigureText::CountedMatch> FigureText::counted(std::size_t i) const {
  if (i >= pieces_.size() || pieces_[i].kind != TokenKind::word) {
    return std::nullopt;
  }
  const auto match = lexicon_.counted_phrases.match(reading_.lower, pieces_, i);
  return match ? std::optional(CountedMatch{&lexicon_.counted[match->value], match->end})
               : std::nullopt;
}

}  // namespace parallax
