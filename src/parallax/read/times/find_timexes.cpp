#include "parallax/read/times/find_timexes.h"

#include <algorithm>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

/// The longest reading that starts at `i`, without what softens or narrows it.
std::size_t match_core(const TimeText& text, std::size_t i, TimexDraft& draft) {
  using Matcher = std::size_t (*)(const TimeText&, std::size_t, TimexDraft&);
  constexpr Matcher kMatchers[] = {match_clock, match_calendar, match_relative, match_duration};
  std::size_t best = 0;
  for (const Matcher matcher : kMatchers) {
    TimexDraft candidate;
    candidate.looks_ahead = draft.looks_ahead;
    const std::size_t end = matcher(text, i, candidate);
    if (end > best) {
      best = end;
      draft = candidate;
    }
  }
  return best;
}

/// "early", "the late", "the beginning of", "earlier": where what they narrow begins; `i` if there
/// is none.
std::size_t past_period(const TimeText& text, std::size_t i, std::string_view& period) {
  const std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  const TimeWord& word = text.word(at);
  if (word.is(TimeRole::edge) && text.is(at + 1, TimeRole::of)) {
    period = word.value;
    return at + 2;
  }
  if (word.is(TimeRole::start) || word.is(TimeRole::mid) || word.is(TimeRole::end)) {
    period = word.value;
    return at + 1 + (text.is_dash(at + 1) ? 1 : 0);
  }
  const bool comparative = word.is(TimeRole::earlier) || word.is(TimeRole::later);
  return comparative && at == i &&
                 (text.is(at + 1, TimeRole::step) || text.is(at + 1, TimeRole::day))
             ? at + 1
             : i;
}

constexpr std::uint64_t bit(TimeRole role) {
  return std::uint64_t{1} << static_cast<unsigned>(role);
}

/// Words that no time expression begins with.
constexpr std::uint64_t kGlue =
    bit(TimeRole::function) | bit(TimeRole::in) | bit(TimeRole::in_list) | bit(TimeRole::in_month) |
    bit(TimeRole::weak_in) | bit(TimeRole::that_in) | bit(TimeRole::from) | bit(TimeRole::between) |
    bit(TimeRole::to) | bit(TimeRole::of) | bit(TimeRole::lasting) | bit(TimeRole::more) |
    bit(TimeRole::old) | bit(TimeRole::ago) | bit(TimeRole::clock) | bit(TimeRole::zone) |
    bit(TimeRole::future) | bit(TimeRole::no_bound) | bit(TimeRole::no_date) | bit(TimeRole::era);

bool means_time(const TimeText& text, std::size_t i) {
  return i < text.size() && (text.piece(i).kind == TokenKind::number ||
                             text.piece(i).number != nullptr || (text.word(i).roles & ~kGlue) != 0);
}

/// Cheap, and true of few words: most of a text is passed over here.
bool may_start(const TimeText& text, std::size_t i) {
  const std::uint64_t roles = text.word(i).roles & ~kGlue;
  if (roles == bit(TimeRole::the)) {
    return means_time(text, i + 1) || text.is_mark(i + 1, "'") || text.is_mark(i + 1, "’");
  }
  return means_time(text, i);
}

std::size_t match_at(const TimeText& text, std::size_t i, TimexDraft& draft) {
  std::size_t best = may_start(text, i) ? match_core(text, i, draft) : 0;
  std::string_view period;
  const std::size_t inner = text.word(i).roles != 0 ? past_period(text, i, period) : i;
  if (inner != i && inner < text.size()) {
    TimexDraft narrowed = draft;
    const std::size_t end = match_core(text, inner, narrowed);
    if (end > best && narrowed.type != TimexType::duration && narrowed.type != TimexType::set) {
      best = end;
      draft = narrowed;
      draft.period = period;
    }
  }
  if (const auto bound = text.lexicon().bounds.match(text.lower(), text.pieces(), i)) {
    TimexDraft bounded = draft;
    const std::size_t end = bound->end < text.size() ? match_core(text, bound->end, bounded) : 0;
    const bool dated = bounded.date.has_day() || bounded.type == TimexType::time ||
                       bounded.type == TimexType::duration;
    if (end > best && (dated || bounded.meaning == TimexDraft::Meaning::shift)) {
      best = end;
      draft = bounded;
    }
  }
  return best;
}

/// Inside "www.today.example" there is no time.
bool in_address(const TimeText& text, std::size_t first, std::size_t end) {
  const bool before = first > 0 && text.glued(first) &&
                      (text.is_mark(first - 1, ".") || text.is_mark(first - 1, "/") ||
                       text.is_mark(first - 1, "@"));
  const bool after = text.is_mark(end, ".") && text.glued(end) && text.glued(end + 1) &&
                     text.piece(end + 1).kind == TokenKind::word;
  return before || after;
}

void find_in_sentence(TimeText& text, std::size_t sentence, std::vector<TimexDraft>& drafts) {
  text.set_sentence(sentence);
  if (!text.has_trigger()) {
    return;
  }
  for (std::size_t i = 0; i < text.size();) {
    if (text.piece(i).kind == TokenKind::punctuation) {
      ++i;
      continue;
    }
    TimexDraft draft;
    draft.looks_ahead = text.looks_ahead();
    const std::size_t end = match_at(text, i, draft);
    if (end == 0 || in_address(text, i, end)) {
      i = std::max(i + 1, end);
      continue;
    }
    draft.looks_ahead = text.looks_ahead();
    draft.sentence = sentence;
    draft.span = text.span(i, end);
    text.note_date_end(draft.meaning == TimexDraft::Meaning::calendar ? end : 0);
    drafts.push_back(std::move(draft));
    i = end;
  }
}

/// "in October and November 2009": the first month has the year of the second.
void share_years(const Reading& reading, std::vector<TimexDraft>& drafts) {
  for (std::size_t i = drafts.size(); i-- > 1;) {
    TimexDraft& before = drafts[i - 1];
    const PartialDate& date = drafts[i].date;
    const Span between{before.span.end, drafts[i].span.begin};
    const bool joined = between.begin < between.end && reading.lower_text(between) == " and ";
    const bool open = before.date.month != 0 && !before.date.has_year() && !before.last;
    if (joined && open && date.year != 0 && before.date.month <= date.month) {
      before.date.year = date.year;
    }
  }
}

}  // namespace

std::vector<Timex> find_timexes(const Reading& reading, const TimeLexicon& lexicon) {
  std::vector<TimexDraft> drafts;
  TimeText text(reading, lexicon);
  for (std::size_t i = 0; i < reading.analysis.sentences.size(); ++i) {
    find_in_sentence(text, i, drafts);
  }
  const auto& published = reading.article.metadata.published;
  share_years(reading, drafts);
  return resolve_timexes(drafts, published ? day_from_iso(*published) : std::nullopt);
}

}  // namespace parallax
