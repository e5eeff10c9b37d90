#include "parallax/read/times/find_timexes.h"

#include <algorithm>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

/// Inside "www.today.example" there is no time.
bool in_address(const TimeText& text, std::size_t first, std::size_t end) {
  const bool before = first > 0 && text.glued(first) &&
                      (text.is_mark(first - 1, ".") || text.is_mark(first - 1, "/") ||
                       text.is_mark(first - 1, "@"));
  const bool after = text.is_mark(end, ".") && text.glued(end) && text.glued(end + 1) &&
                     text.piece(end + 1).kind == TokenKind::word;
  return before || after;
}

/// Only a date that leaves something open asks for the tense.
bool needs_tense(const TimexDraft& draft) {
  return (draft.meaning == TimeMeaning::calendar && !draft.date.has_year()) ||
         (draft.meaning == TimeMeaning::shift && draft.base == TimeBase::anchor) ||
         !draft.grain.empty() || draft.order == DateOrder::open;
}

void find_in_sentence(TimeText& text, std::size_t sentence, std::vector<TimexDraft>& drafts) {
  text.set_sentence(sentence);
  Tense before = Tense::unknown;  // of the date before, which a day with no verb follows
  for (std::size_t i = 0; i < text.size();) {
    if (text.rules_at(i).empty()) {
      ++i;
      continue;
    }
    TimexDraft draft;
    const std::size_t end = match_time_patterns(text, i, draft);
    if (end == 0 || in_address(text, i, end) || draft.meaning == TimeMeaning::nothing) {
      i = std::max(i + 1, end);
      continue;
    }
    draft.sentence = sentence;
    draft.span = text.span(i, end);
    if (needs_tense(draft)) {
      const Tense tense = tense_beside(text, i, end);
      draft.tense = tense == Tense::unknown && draft.date.has_day() ? before : tense;
      before = draft.tense;
    }
    text.note_date_end(draft.meaning == TimeMeaning::calendar ? end : 0);
    drafts.push_back(draft);
    i = end;
  }
}

/// Between a clock and its day, or two dates of a list.
constexpr std::uint32_t kWidestGap = 8;

/// Whether nothing but a zone stands there: " EST, ".
bool is_zone(std::string_view gap, const TimeLexicon& lexicon) {
  const std::vector<std::string_view> parts = split_list(gap, ' ');
  if (parts.size() != 1) {
    return parts.empty();
  }
  const std::string_view name = parts[0].substr(0, parts[0].find(','));
  const TimeWord* word = lexicon.words.find(name);
  return word != nullptr && word->is(TimeRole::local_zone);
}

/// The full stop of "p.m." may have ended the sentence: "at 10 p.m. | Wednesday", "| EST, May 3".
void join_clocks(const Reading& reading, const TimeLexicon& lexicon,
                 std::vector<TimexDraft>& drafts) {
  const auto is_day = [](const TimexDraft& draft) {
    return draft.meaning == TimeMeaning::calendar && !draft.ranged && draft.part.empty() &&
           (draft.date.has_day() || draft.date.weekday != 0);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    TimexDraft* before = kept > 0 ? &drafts[kept - 1] : nullptr;
    const TimexDraft& draft = drafts[i];
    const bool joined = before != nullptr && before->clock.known() && is_day(draft) &&
                        before->meaning == TimeMeaning::same &&
                        before->sentence + 1 == draft.sentence &&
                        draft.span.begin - before->span.end <= kWidestGap &&
                        is_zone(reading.lower_text({before->span.end, draft.span.begin}), lexicon);
    if (!joined) {
      drafts[kept++] = draft;
      continue;
    }
    TimexDraft both = draft;
    both.span.begin = before->span.begin;
    both.type = TimexType::time;
    both.clock = before->clock;
    both.last_clock = before->last_clock;
    *before = both;
  }
  drafts.resize(kept);
}

/// Whether nothing but one word stands there, of those that join a list: " and ".
bool joins_a_list(std::string_view gap, const TimeLexicon& lexicon) {
  const std::vector<std::string_view> parts = split_list(gap, ' ');
  const TimeWord* word = parts.size() == 1 ? lexicon.words.find(parts[0]) : nullptr;
  return word != nullptr && word->is(TimeRole::in_list);
}

/// "in October and November 2009": the first month has the year of the second.
void share_years(const Reading& reading, const TimeLexicon& lexicon,
                 std::vector<TimexDraft>& drafts) {
  for (std::size_t i = drafts.size(); i-- > 1;) {
    TimexDraft& before = drafts[i - 1];
    const PartialDate& date = drafts[i].date;
    const Span between{before.span.end, drafts[i].span.begin};
    const bool joined = between.begin < between.end && between.size() <= kWidestGap &&
                        joins_a_list(reading.lower_text(between), lexicon);
    const bool open = before.date.month != 0 && !before.date.has_year() && !before.ranged;
    if (joined && open && date.year != 0 && before.date.month <= date.month) {
      before.date.year = date.year;
    }
  }
}

/// The order of "05/14/2031", if all dates of the text that say one have the same.
DateOrder order_of(const std::vector<TimexDraft>& drafts) {
  DateOrder order = DateOrder::none;
  for (const TimexDraft& draft : drafts) {
    if (draft.order != DateOrder::day_first && draft.order != DateOrder::month_first) {
      continue;
    }
    if (order != DateOrder::none && order != draft.order) {
      return DateOrder::none;
    }
    order = draft.order;
  }
  return order;
}

/// Of "07/08/2031", published on 9 July 2031: news tells of the day that is not ahead.
DateOrder likely_order(const TimexDraft& draft, std::optional<Day> published) {
  const PartialDate& date = draft.date;
  const auto day_first = make_day(date.year, date.month, date.day);
  const auto month_first = make_day(date.year, date.day, date.month);
  if (!published || !day_first || !month_first || draft.tense == Tense::future) {
    return DateOrder::none;
  }
  if (*day_first <= *published && *month_first <= *published) {
    return DateOrder::none;
  }
  return *day_first <= *published     ? DateOrder::day_first
         : *month_first <= *published ? DateOrder::month_first
                                      : DateOrder::none;
}

/// "05/06/2031" is read as the other dates of the text are, else as what is not ahead; where that
/// says nothing, its year alone is certain.
void settle_orders(std::optional<Day> published, std::vector<TimexDraft>& drafts) {
  std::erase_if(drafts, [published](const TimexDraft& draft) {
    return draft.weak && (!published || std::abs(to_date(*published).year - draft.date.year) > 1);
  });
  const DateOrder shared = order_of(drafts);
  for (TimexDraft& draft : drafts) {
    if (draft.order != DateOrder::open) {
      continue;
    }
    const DateOrder order = shared != DateOrder::none ? shared : likely_order(draft, published);
    if (order == DateOrder::month_first) {
      std::swap(draft.date.day, draft.date.month);
    } else if (order == DateOrder::none) {
      draft.date.day = draft.date.month = 0;
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
  const auto& written = reading.article.metadata.published;
  const auto published = written ? day_from_iso(*written) : std::nullopt;
  join_clocks(reading, lexicon, drafts);
  share_years(reading, lexicon, drafts);
  settle_orders(published, drafts);
  return resolve_timexes(drafts, published);
}

std::vector<Note> notes_on_open_timexes(const Article& article, const std::vector<Timex>& timexes) {
  if (article.metadata.published) {
    return {};
  }
  const auto open = std::ranges::find_if(timexes, [](const Timex& timex) {
    return timex.value.starts_with("XXXX") && timex.type != TimexType::set;
  });
  if (open == timexes.end()) {
    return {};
  }
  return {{open->span, "undated",
           "the day of publication is unknown: dates that count from it, this one and those like "
           "it, stay open"}};
}

}  // namespace parallax
