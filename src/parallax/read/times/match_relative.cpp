// Dates that are counted from another day: "last week" and "two years ago" from the publication,
// "the next day" and "two days later" from the last date of the text.
#include <cmath>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

/// Puts a count of units into a shift; whole decades become years. False if the count is no whole
/// number of units.
bool set_shift(TimexDraft& draft, const TimeWord& unit, double count) {
  const double total = count * unit.unit_count;
  if (std::abs(total) > 10000 || total != std::floor(total)) {
    return false;
  }
  draft.meaning = TimexDraft::Meaning::shift;
  draft.count = static_cast<int>(total);
  draft.unit = unit.clock_unit ? 'T' : unit.unit;
  return true;
}

/// "this September", "last Friday", "next summer": a step with something of the calendar.
std::size_t match_step_name(const TimeText& text, std::size_t i, int step, TimexDraft& draft) {
  const TimeWord& name = text.word(i);
  if (name.month != 0 && (!name.is(TimeRole::no_date) || text.starts_upper(i))) {
    draft.date.month = name.month;
  } else if (name.weekday != 0) {
    draft.date.weekday = name.weekday;
  } else if (name.is(TimeRole::season)) {
    draft.date.season = name.season;
  } else {
    return 0;
  }
  draft.step = step;
  draft.has_step = true;
  return i + 1;
}

void shift_by(TimexDraft& draft, int count, char unit, std::string_view part = {}) {
  draft.meaning = TimexDraft::Meaning::shift;
  draft.count = count;
  draft.unit = unit;
  draft.part = part;
}

/// The unit behind a step: "week", "weekend", "night", "century".
std::size_t match_step_unit(const TimeText& text, std::size_t i, bool published, int step,
                            TimexDraft& draft) {
  const TimeWord& unit = text.word(i);
  if (unit.is(TimeRole::weekend) && published) {
    shift_by(draft, step, 'W', "-WE");
    return i + 1;
  }
  if (unit.is(TimeRole::part) && published && step <= 0) {
    shift_by(draft, step, 'D', unit.value);
    draft.type = TimexType::time;
    return i + 1;
  }
  if (!unit.is(TimeRole::unit) || unit.is(TimeRole::plural) || unit.clock_unit ||
      unit.unit_count == 3) {
    return 0;
  }
  if (published && step == 0 && unit.unit == 'D') {  // "to this day"
    draft.meaning = TimexDraft::Meaning::fixed;
    draft.value = "PRESENT_REF";
    return i + 1;
  }
  if (unit.unit_count == 10 || unit.unit_count == 100) {
    shift_by(draft, step, unit.unit_count == 10 ? 'E' : 'C');
    return i + 1;
  }
  return set_shift(draft, unit, step) ? i + 1 : 0;
}

/// "last week", "this weekend", "the following day".
std::size_t match_step(const TimeText& text, std::size_t i, TimexDraft& draft) {
  std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  const bool published = text.is(at, TimeRole::step);
  const bool anchored = text.is(at, TimeRole::anchor_step);
  if (!published && !anchored) {
    return 0;
  }
  const int step = text.word(at).step;
  const bool the_next_day =
      at > i && text.is(at + 1, TimeRole::unit) && text.word(at + 1).unit == 'D';
  at += 1;
  at += published && text.is(at, TimeRole::step) ? 1 : 0;  // "this past spring"
  draft.base = anchored || the_next_day ? TimeBase::anchor : TimeBase::published;
  if (published || text.word(at).weekday != 0) {
    if (const std::size_t end = match_step_name(text, at, step, draft)) {
      return end;
    }
  }
  return match_step_unit(text, at, published, step, draft);
}

/// "two years ago", "a day earlier", "several months later".
std::size_t match_counted(const TimeText& text, std::size_t i, TimexDraft& draft) {
  double count = 0;
  bool vague = false;
  std::size_t at = i;
  if (const auto amount = text.amount(i)) {
    count = amount->low;
    vague = amount->vague;
    at = amount->end;
  } else if (text.piece(i).number != nullptr &&
             text.piece(i).number->kind == NumberWord::Kind::article) {
    count = 1;
    at = i + 1;
  } else if (!text.is(i, TimeRole::unit)) {
    return 0;
  } else {
    vague = true;  // "months ago"
  }
  at += text.is(at, TimeRole::more) ? 1 : 0;
  at += text.is_dash(at) ? 1 : 0;
  const TimeWord& unit = text.word(at);
  std::size_t turn = at + 1;
  turn += text.is_dash(turn) ? 1 : 0;
  const TimeWord& direction = text.word(turn);
  const bool ago = direction.is(TimeRole::ago);
  if (!unit.is(TimeRole::unit) ||
      (!ago && !direction.is(TimeRole::earlier) && !direction.is(TimeRole::later))) {
    return 0;
  }
  draft.base = ago ? TimeBase::published : TimeBase::anchor;
  if (vague) {
    draft.meaning = TimexDraft::Meaning::fixed;
    draft.value = direction.step < 0 ? "PAST_REF" : "FUTURE_REF";
    return turn + 1;
  }
  return set_shift(draft, unit, count * direction.step) ? turn + 1 : 0;
}

/// "yesterday", "yesterday morning", "tonight", "earlier today".
std::size_t match_day_word(const TimeText& text, std::size_t i, TimexDraft& draft) {
  const TimeWord& word = text.word(i);
  if (word.is(TimeRole::part_today)) {
    draft.type = TimexType::time;
    draft.part = word.value;
  } else if (!word.is(TimeRole::day)) {
    return 0;
  }
  draft.meaning = TimexDraft::Meaning::shift;
  draft.base = TimeBase::published;
  draft.count = word.is(TimeRole::day) ? word.step : 0;
  draft.unit = 'D';
  if (word.is(TimeRole::day) && text.is(i + 1, TimeRole::part)) {
    draft.type = TimexType::time;
    draft.part = text.word(i + 1).value;
    return i + 2;
  }
  return i + 1;
}

/// "Tuesday", "Tuesday evening". "Sun" and "Sat" must look like names and follow a preposition.
std::size_t match_weekday(const TimeText& text, std::size_t i, TimexDraft& draft) {
  const TimeWord& word = text.word(i);
  if (word.weekday == 0 || (word.is(TimeRole::no_date) && !text.is_mark(i + 1, ","))) {
    return 0;
  }
  draft.date.weekday = word.weekday;
  if (text.is(i + 1, TimeRole::part)) {
    draft.type = TimexType::time;
    draft.part = text.word(i + 1).value;
    return i + 2;
  }
  return i + 1;
}

}  // namespace

std::size_t match_year_reference(const TimeText& text, std::size_t i, PartialDate& date) {
  const std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  const TimeWord& word = text.word(at);
  const TimeWord& unit = text.word(at + 1);
  const bool anchored = word.is(TimeRole::anchor_step);
  if ((!anchored && !word.is(TimeRole::step)) || unit.unit != 'Y' || unit.unit_count != 1) {
    return 0;
  }
  date.year_base = anchored ? TimeBase::anchor : TimeBase::published;
  date.year_step = word.step;
  return at + 2;
}

std::size_t match_relative(const TimeText& text, std::size_t i, TimexDraft& draft) {
  using Matcher = std::size_t (*)(const TimeText&, std::size_t, TimexDraft&);
  constexpr Matcher kMatchers[] = {match_step, match_counted, match_day_word, match_weekday};
  std::size_t best = 0;
  for (const Matcher matcher : kMatchers) {
    TimexDraft candidate = draft;
    const std::size_t end = matcher(text, i, candidate);
    if (end > best) {
      best = end;
      draft = candidate;
    }
  }
  return best;
}

}  // namespace parallax
