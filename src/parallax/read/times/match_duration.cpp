// How long and how often: durations, sets, and the words for now, then and soon.
#include <cmath>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

/// The count of a duration as TIMEX3 writes it: halves of a year are months, of a day hours; what
/// stays broken stays decimal.
std::string duration_value(double count, const TimeWord& unit) {
  double total = count * unit.unit_count;
  char letter = unit.unit;
  bool clock = unit.clock_unit;
  const auto broken = [&total] { return std::abs(total - std::round(total)) > 0.001; };
  if (broken() && letter == 'Y') {
    total *= 12;
    letter = 'M';
  } else if (broken() && letter == 'D') {
    total *= 24;
    letter = 'H';
    clock = true;
  } else if (broken() && clock && letter == 'H') {
    total *= 60;
    letter = 'M';
  }
  std::string number = std::to_string(std::llround(total));
  if (broken()) {
    number = std::to_string(std::round(total * 100) / 100);
    number.erase(number.find_last_not_of('0') + 1);
  }
  return (clock ? "PT" : "P") + number + letter;
}

std::string vague_value(const TimeWord& unit) {
  const char letter = unit.unit_count == 10 ? 'E' : (unit.unit_count == 100 ? 'C' : unit.unit);
  return std::string(unit.clock_unit ? "PTX" : "PX") + letter;
}

void set_duration(TimexDraft& draft, std::string value) {
  draft.type = TimexType::duration;
  draft.meaning = TimexDraft::Meaning::fixed;
  draft.value = std::move(value);
}

bool is_article(const TimeText& text, std::size_t i) {
  return i < text.size() && text.piece(i).number != nullptr &&
         text.piece(i).number->kind == NumberWord::Kind::article;
}

/// The unit behind a count, past "more", a hyphen, "of a": "3 more years", "90-day", "a quarter of
/// a century".
std::size_t unit_behind(const TimeText& text, std::size_t i, bool fraction) {
  std::size_t at = i;
  at += text.is(at, TimeRole::of) ? 1 : 0;  // "a couple of years"
  if (fraction) {
    at += is_article(text, at) || text.is(at, TimeRole::the) ? 1 : 0;
  }
  at += text.is_dash(at) ? 1 : 0;
  at += text.is(at, TimeRole::more) ? 1 : 0;
  return text.is(at, TimeRole::unit) ? at : 0;
}

/// Past "-long", "-old".
std::size_t past_ending(const TimeText& text, std::size_t i) {
  const std::size_t at = i + (text.is_dash(i) ? 1 : 0);
  return text.is(at, TimeRole::old) || (at > i && text.is(at, TimeRole::more)) ? at + 1 : i;
}

/// "a year and a half": moves `end` past the half and gives it.
double past_half(const TimeText& text, std::size_t& end) {
  if (!text.is(end, TimeRole::in_list) || !is_article(text, end + 1)) {
    return 0;
  }
  const auto half = text.amount(end + 1);
  if (!half || !half->fraction || text.is(half->end, TimeRole::of)) {
    return 0;
  }
  end = half->end;
  return half->low;
}

/// "three days", "two to three weeks", "several years", "half a century", "three-month".
std::size_t match_counted_duration(const TimeText& text, std::size_t i, TimexDraft& draft) {
  const auto amount = text.amount(i);
  if (!amount) {
    return 0;
  }
  std::size_t at = amount->end;
  const bool ranged =
      text.is_dash(at) || text.is(at, TimeRole::to) || text.is(at, TimeRole::in_list);
  if (ranged && at + 1 < text.size()) {
    const auto second = text.amount(at + 1);
    at = second && second->low > amount->low && unit_behind(text, second->end, false) != 0
             ? second->end
             : at;
  }
  const std::size_t unit = unit_behind(text, at, amount->fraction);
  // "one second" is an order, "the 1931 quarter" a year
  const bool other = unit != 0 && ((text.word(unit).unit == 'S' && amount->low == 1) ||
                                   (text.word(unit).unit_count == 3 && amount->low > 1000));
  if (unit == 0 || other || (text.glued(at) && !text.is_dash(at))) {
    return 0;
  }
  set_duration(draft, amount->vague ? vague_value(text.word(unit))
                                    : duration_value(amount->low, text.word(unit)));
  std::size_t end = past_ending(text, unit + 1);
  const double count = amount->low + past_half(text, end);
  if (!amount->vague && count > amount->low) {
    draft.value = duration_value(count, text.word(unit));
  }
  return end;
}

/// "a year" behind "for" and its like, "recent months", "few days", "for years".
std::size_t match_bare_duration(const TimeText& text, std::size_t i, TimexDraft& draft) {
  const bool lead = i > 0 && text.is(i - 1, TimeRole::lasting);
  std::size_t at = i;
  if (is_article(text, i)) {
    at = i + 1 + (text.is(i + 1, TimeRole::more) ? 1 : 0);
    const TimeWord& unit = text.word(at);
    const bool second = unit.unit == 'S' || unit.unit_count == 3;
    if (!unit.is(TimeRole::unit) || second || !lead) {
      return 0;
    }
    std::size_t end = at + 1;
    set_duration(draft, duration_value(1 + past_half(text, end), unit));
    return end;
  }
  const bool few = text.is(i, TimeRole::few) || text.is(i, TimeRole::recent);
  at += few ? 1 : 0;
  const TimeWord& unit = text.word(at);
  if (!unit.is(TimeRole::unit) || (!few && !lead) || unit.unit == 'S') {
    return 0;
  }
  set_duration(draft, vague_value(unit));
  return at + 1;
}

/// "the past three years", "the first nine months", "the next few days".
std::size_t match_led_duration(const TimeText& text, std::size_t i, TimexDraft& draft) {
  std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  const bool ordinal =
      at < text.size() && text.piece(at).number != nullptr && text.piece(at).number->ordinal > 0;
  const bool step = text.is(at, TimeRole::step);
  at += step || ordinal ? 1 : 0;
  if (at == i || at >= text.size()) {
    return 0;
  }
  if (const std::size_t end = match_counted_duration(text, at, draft)) {
    const bool adjective = end >= 2 && text.is_dash(end - 2);  // "the 44-day siege"
    return adjective && !step && !ordinal ? 0 : end;
  }
  if (step && text.is(at, TimeRole::plural)) {
    set_duration(draft, vague_value(text.word(at)));  // "the past weeks"
    return at + 1;
  }
  return text.is(at, TimeRole::few) ? match_bare_duration(text, at, draft) : 0;
}

std::size_t match_plain_duration(const TimeText& text, std::size_t i, TimexDraft& draft) {
  if (const std::size_t end = match_counted_duration(text, i, draft)) {
    return end;
  }
  const std::size_t end = match_bare_duration(text, i, draft);
  return end != 0 ? end : match_led_duration(text, i, draft);
}

/// "every day", "each Monday", "every two weeks", "weekly".
std::size_t match_set(const TimeText& text, std::size_t i, TimexDraft& draft) {
  draft.type = TimexType::set;
  draft.meaning = TimexDraft::Meaning::fixed;
  if (text.is(i, TimeRole::set)) {
    draft.value = text.word(i).value;
    return i + 1;
  }
  if (!text.is(i, TimeRole::each)) {
    return 0;
  }
  const TimeWord& word = text.word(i + 1);
  if (word.is(TimeRole::unit)) {
    draft.value = duration_value(1, word);
  } else if (word.weekday != 0) {
    draft.value = "XXXX-WXX-" + std::to_string(word.weekday);
  } else if (word.month != 0) {
    draft.value = std::string(word.month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(word.month);
  } else if (word.is(TimeRole::part) && word.value.size() == 2) {
    draft.value = "XXXX-XX-XXT" + word.value;
  } else {
    const std::size_t end = i + 1 < text.size() ? match_counted_duration(text, i + 1, draft) : 0;
    draft.type = TimexType::set;
    return end;
  }
  return i + 2;
}

}  // namespace

std::size_t match_duration(const TimeText& text, std::size_t i, TimexDraft& draft) {
  if (const std::size_t end = match_set(text, i, draft)) {
    return end;
  }
  if (text.is(i, TimeRole::reference)) {
    draft.type = TimexType::date;
    draft.meaning = TimexDraft::Meaning::fixed;
    draft.value = text.word(i).value;
    return i + 1;
  }
  if (const std::size_t end = match_plain_duration(text, i, draft)) {
    return end;
  }
  const bool counted =
      i + 2 < text.size() && (text.piece(i + 2).number != nullptr || text.piece(i + 2).value);
  if (!text.is(i, TimeRole::the) || !text.is(i + 1, TimeRole::the_reference) || counted) {
    return 0;
  }
  draft.type = TimexType::date;
  draft.meaning = TimexDraft::Meaning::fixed;
  draft.value = text.word(i + 1).value;
  return i + 2;
}

}  // namespace parallax
