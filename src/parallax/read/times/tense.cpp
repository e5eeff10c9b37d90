// Whether the clause around an expression looks back or ahead: a date without a year, "Friday" or
// "in March", is the last one behind a verb of the past and the next one behind "will". Words of
// the data say it, and the endings of verbs. The trees of the syntax layer were tried: the verb
// that governs the date gave no better values on news, and made the times depend on the layers
// read.
#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

/// How many pieces are looked at on either side, and how near a word must stand that only ends like
/// a verb of the past: "announced" in "the plan announced Friday", but not in "an announced plan".
constexpr std::size_t kReach = 14;
constexpr std::size_t kNear = 2;
/// How near before a day a verb stands that looks ahead for a day alone: "they meet in Velm on
/// Friday", but not "they could not meet their debts before Friday".
constexpr std::size_t kNearAhead = 5;
/// How near before "until" the verb stands that it goes with.
constexpr std::size_t kLasted = 3;

bool ends_like_past(const TimeText& text, std::size_t i) {
  const std::string_view word = text.word_text(i);
  if (text.piece(i).kind != TokenKind::word || word.size() < 5) {
    return false;
  }
  for (const std::string& ending : text.lexicon().past_endings) {
    if (word.ends_with(ending)) {
      return true;
    }
  }
  return false;
}

/// "be held", "be announced": of the past by its looks only.
bool is_bare(const TimeText& text, std::size_t i) {
  return i > 0 && text.is(i - 1, TimeRole::bare);
}

/// "Is to meet", "set to meet", "to be told".
bool is_ahead_of_verb(const TimeText& text, std::size_t i) {
  return (text.is(i, TimeRole::ahead_of_verb) && text.is(i + 1, TimeRole::infinitive)) ||
         (text.is(i, TimeRole::infinitive) && text.is(i + 1, TimeRole::bare));
}

/// "Went on until": until a day that has been.
bool is_of_what_lasted(const TimeText& text, std::size_t i) {
  const std::size_t from = i - std::min(i, kLasted);
  for (std::size_t k = from; k < i; ++k) {
    if (text.is(k, TimeRole::lasted)) {
      return true;
    }
  }
  return false;
}

/// What the words of the data say. Those that look ahead do so for what stands behind them.
Tense tense_of(const TimeText& text, std::size_t i, bool before) {
  if (text.is(i, TimeRole::until) && is_of_what_lasted(text, i)) {
    return Tense::past;
  }
  if (text.is(i, TimeRole::future) ||
      (before && (text.is(i, TimeRole::looks_ahead) || is_ahead_of_verb(text, i)))) {
    return Tense::future;
  }
  return text.is(i, TimeRole::past) && !is_bare(text, i) ? Tense::past : Tense::unknown;
}

/// A verb of the past that no table names.
bool is_regular_past(const TimeText& text, std::size_t i) {
  return text.word(i).roles == 0 && ends_like_past(text, i) && !is_bare(text, i) &&
         !text.starts_upper(i);
}

Tense tense_before(const TimeText& text, std::size_t first) {
  const std::size_t from = first - std::min(first, kReach);
  bool past = false;
  for (std::size_t i = first; i-- > from;) {
    if (const Tense tense = tense_of(text, i, true); tense != Tense::unknown) {
      return tense;
    }
    if (first - i <= kNearAhead && text.is(i, TimeRole::near_ahead)) {
      return Tense::future;
    }
    past = past || is_regular_past(text, i);
    if (past && first - i <= kNear) {
      return Tense::past;
    }
  }
  return past ? Tense::past : Tense::unknown;
}

/// `opens`: the expression opens its sentence, and the first verb is the one that it goes with: "On
/// Tuesday the council plans to meet".
Tense tense_behind(const TimeText& text, std::size_t end, bool opens) {
  const std::size_t to = std::min(text.size(), end + kReach);
  for (std::size_t i = end; i < to; ++i) {
    if (opens && is_ahead_of_verb(text, i)) {
      return Tense::future;
    }
    if (const Tense tense = tense_of(text, i, false); tense != Tense::unknown) {
      return tense;
    }
    if (is_regular_past(text, i)) {
      return Tense::past;
    }
  }
  return Tense::unknown;
}

}  // namespace

Tense tense_beside(const TimeText& text, std::size_t first, std::size_t end) {
  if (text.is(end, TimeRole::owner)) {
    return Tense::past;
  }
  const Tense before = tense_before(text, first);
  const bool toward = first > 0 && text.is(first - 1, TimeRole::toward);
  if (before == Tense::future || (before == Tense::past && !toward)) {
    return before;
  }
  const Tense behind = tense_behind(text, end, first <= 1);
  return toward && behind != Tense::past ? Tense::future : behind;
}

}  // namespace parallax
