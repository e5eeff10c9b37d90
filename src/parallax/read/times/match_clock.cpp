// Times of day, by the clock and by name, with the day that they belong to.
#include <charconv>
#include <cstdio>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

std::size_t match_day(const TimeText& text, std::size_t i, TimexDraft& draft) {
  TimexDraft calendar = draft;
  TimexDraft relative = draft;
  const std::size_t by_calendar = match_calendar(text, i, calendar);
  const std::size_t by_count = match_relative(text, i, relative);
  if (by_calendar >= by_count && by_calendar != 0) {
    const bool day = calendar.date.has_day() && !calendar.last;
    draft = calendar;
    return day ? by_calendar : 0;
  }
  const bool day = by_count != 0 && (relative.unit == 'D' || relative.date.weekday != 0);
  draft = relative;
  return day ? by_count : 0;
}

/// "17:30", "5", "5:30" as hours and minutes.
bool read_clock(std::string_view digits, int& hour, int& minute) {
  const std::size_t colon = std::min(digits.find(':'), digits.size());
  const char* const end = digits.data() + colon;
  if (std::from_chars(digits.data(), end, hour).ptr != end || colon > 2 || hour > 24) {
    return false;
  }
  minute = 0;
  if (colon == digits.size()) {
    return true;
  }
  const std::string_view rest = digits.substr(colon + 1);
  std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(2, rest.size()), minute);
  return rest.size() >= 2 && minute < 60;
}

/// "5 p.m.", "17:30", "noon" from `i` on; sets the draft's clock or part.
std::size_t match_hour(const TimeText& text, std::size_t i, TimexDraft& draft) {
  if (text.is(i, TimeRole::part) && text.word(i).value.starts_with('T')) {
    draft.clock = text.word(i).value;
    return i + 1;
  }
  int hour = 0;
  int minute = 0;
  if (text.piece(i).kind != TokenKind::number || !read_clock(text.word_text(i), hour, minute)) {
    return 0;
  }
  std::size_t end = i + 1;
  const bool clock = text.is(end, TimeRole::clock) && (text.is_mark(end + 1, ".") || hour <= 12);
  if (!clock && text.word_text(i).find(':') == std::string_view::npos) {
    return 0;
  }
  if (clock) {
    hour = hour % 12 + text.word(end).step;
    end += 1;
    end += text.is_mark(end, ".") && text.glued(end) && end + 1 < text.size() ? 1 : 0;
  }
  end += text.is(end, TimeRole::zone) ? 1 : 0;
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d", hour, minute);
  draft.clock = buffer;
  return end;
}

/// "the evening of 3 May", "early morning of 3 May".
std::size_t match_part_of_day(const TimeText& text, std::size_t i, TimexDraft& draft) {
  std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  at += text.is(at, TimeRole::start) || text.is(at, TimeRole::end) ? 1 : 0;
  if (!text.is(at, TimeRole::part) || !text.is(at + 1, TimeRole::of) || at + 2 >= text.size()) {
    return 0;
  }
  const std::size_t end = match_day(text, at + 2, draft);
  draft.part = text.word(at).value;
  return end;
}

}  // namespace

std::size_t match_clock(const TimeText& text, std::size_t i, TimexDraft& draft) {
  draft.type = TimexType::time;
  if (const std::size_t end = match_part_of_day(text, i, draft)) {
    draft.type = TimexType::time;
    return end;
  }
  TimexDraft dated;
  // "3 May, 17:30", "3 May at 5 p.m.", "3 May evening"
  if (const std::size_t day_end = match_day(text, i, dated)) {
    std::size_t at =
        day_end + (text.is_mark(day_end, ",") || text.is(day_end, TimeRole::lasting) ? 1 : 0);
    const bool part =
        text.is(at, TimeRole::part) && at == day_end && text.word(at).value.size() == 2;
    const std::size_t end = part ? at + 1 : (at < text.size() ? match_hour(text, at, dated) : 0);
    if (end != 0 && dated.part.empty()) {
      dated.part = part ? std::string_view(text.word(at).value) : std::string_view();
      dated.looks_ahead = draft.looks_ahead;
      draft = dated;
      draft.type = TimexType::time;
      return end;
    }
  }
  const std::size_t end = match_hour(text, i, draft);
  if (end == 0) {
    return 0;
  }
  std::size_t at = end + (text.is_mark(end, ",") || text.is(end, TimeRole::in_list) ? 1 : 0);
  TimexDraft with_day = draft;
  const std::size_t day_end = at < text.size() ? match_day(text, at, with_day) : 0;
  if (day_end != 0) {
    with_day.clock = draft.clock;
    draft = with_day;
    draft.type = TimexType::time;
    return day_end;
  }
  draft.meaning = TimexDraft::Meaning::shift;  // the day of publication
  draft.base = TimeBase::anchor;
  draft.count = 0;
  return end;
}

}  // namespace parallax
