// Walks the automaton of the patterns from one piece on and fills a draft by the longest way
// through it; of ways as long, by the row that stands first. Only the elements of that way are read
// again to fill the draft, so that nothing is made of ways that lead nowhere.
#include <algorithm>
#include <array>
#include <cmath>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

using Edge = TimePatterns::Edge;

/// An edge that reads something or fills a field, and the piece where it was gone.
struct Step {
  const Edge* edge = nullptr;
  std::size_t at = 0;
};
/// No expression has more.
constexpr std::size_t kMostSteps = 32;

struct Way {
  std::array<Step, kMostSteps> steps = {};
  std::size_t size = 0;
};

/// The longest way through the rules that may begin at a piece.
class Walk {
 public:
  Walk(const TimeText& text, std::size_t start)
      : text_(text), patterns_(text.lexicon().patterns), start_(start) {}

  void try_rule(const TimeRule& rule) {
    rule_ = &rule;
    go_on(rule.start, start_);
  }
  const TimeRule* rule() const { return best_rule_; }
  std::size_t end() const { return best_end_; }
  std::span<const Step> steps() const { return {best_.steps.data(), best_.size}; }

 private:
  /// As deep as a pattern is long.
  void go_on(std::uint32_t index, std::size_t at) {
    const TimePatterns::Node& node = patterns_.nodes[index];
    if (!node.may_end && (node.mask & text_.mask(at)) == 0) {
      return;
    }
    if (node.ends && at > best_end_ && holds(at)) {
      best_rule_ = rule_;
      best_end_ = at;
      best_ = way_;
    }
    for (const Edge& edge : node.edges) {
      const std::size_t end =
          edge.kind == Edge::Kind::operation ? at : text_.element_end(edge.element, at);
      if (end != 0 && way_.size < kMostSteps) {
        way_.steps[way_.size++] = {.edge = &edge, .at = at};
        go_on(edge.next, end);
        --way_.size;
      }
    }
  }

  bool holds(std::size_t end) const {
    return std::ranges::none_of(rule_->conditions, [&](const TimeCondition& condition) {
      return stands(condition, end) == condition.negated;
    });
  }

  bool stands(const TimeCondition& condition, std::size_t end) const {
    using Where = TimeCondition::Where;
    if (condition.where == Where::before && start_ == 0) {
      return false;
    }
    const std::size_t at = condition.where == Where::before  ? start_ - 1
                           : condition.where == Where::first ? start_
                           : condition.where == Where::last  ? end - 1
                                                             : end;
    return std::ranges::any_of(condition.elements, [&](const TimeElement& element) {
      return text_.element_end(element, at) != 0;
    });
  }

  const TimeText& text_;
  const TimePatterns& patterns_;
  std::size_t start_;
  const TimeRule* rule_ = nullptr;
  Way way_;
  const TimeRule* best_rule_ = nullptr;
  std::size_t best_end_ = 0;
  Way best_;
};

void fill_number(TimeField field, const TimeReading& reading, PartialDate& date) {
  const auto number = static_cast<unsigned>(reading.number);
  switch (field) {
    case TimeField::month:
      date.month = number;
      break;
    case TimeField::day:
      date.day = number;
      break;
    case TimeField::year:
      date.year = reading.number;
      break;
    case TimeField::date:
      date.year = reading.number;
      date.month = static_cast<unsigned>(reading.month);
      date.day = static_cast<unsigned>(reading.day);
      break;
    case TimeField::quarter:
      date.quarter = number;
      break;
    case TimeField::half:
      date.half = number;
      break;
    case TimeField::decade:
      date.decade = reading.number;
      break;
    case TimeField::century:
      date.century = reading.number;
      break;
    default:
      break;
  }
}

/// What a word says of a date.
void fill_date_word(TimeField field, const TimeWord& word, PartialDate& date) {
  switch (field) {
    case TimeField::month:
      date.month = word.month;
      break;
    case TimeField::weekday:
      date.weekday = word.weekday;
      break;
    case TimeField::season:
      date.season = word.season;
      break;
    case TimeField::decade:
      date.decade = word.step;
      break;
    case TimeField::year_step:
      date.year_step = word.step;
      break;
    default:
      break;
  }
}

void set_step(TimexDraft& draft, int step) {
  draft.step = step;
  draft.has_step = true;
}

/// "p.m.": 12 hours more.
void set_half(ClockTime& clock, int hours) {
  clock.hour = clock.hour % 12 + hours;
  clock.halved = true;
}

void fill_word(TimeField field, const TimeWord& word, ClockTime& clock, TimexDraft& draft) {
  switch (field) {
    case TimeField::step:
      set_step(draft, word.step);
      break;
    case TimeField::unit:
      draft.unit = word.unit;
      break;
    case TimeField::part:
      draft.part = word.value;
      break;
    case TimeField::period:
      draft.period = word.value;
      break;
    case TimeField::value:
      draft.value = word.value;
      break;
    case TimeField::meridiem:
      set_half(clock, word.step);
      break;
    case TimeField::zone:
      clock.zone = true;
      break;
    case TimeField::clock:
      clock.hour = word.step;
      break;
    default:
      break;
  }
}

void fill_from_text(const TimeText& text, const Step& step, TimexDraft& draft) {
  const Edge& target = *step.edge;
  const TimeElement& element = target.element;
  PartialDate& date = target.last ? draft.last : draft.date;
  ClockTime& clock = target.last ? draft.last_clock : draft.clock;
  TimeReading reading;
  if (element.atom != TimeAtom::none) {
    read_atom(text, element.atom, step.at, reading);
  }
  if (target.field == TimeField::count) {
    draft.count = reading.count;
    draft.vague = reading.vague;
  } else if (target.field == TimeField::clock && element.atom != TimeAtom::none) {
    clock.hour = reading.number;
    clock.minute = static_cast<int>(reading.count);
  } else if (target.field == TimeField::bound) {
    draft.bound = static_cast<TimeBound>(reading.number);
  } else if (target.field == TimeField::holiday) {
    draft.holiday = &text.lexicon().holiday_list[static_cast<std::size_t>(reading.number)];
  } else if (reading.number != 0) {
    fill_number(target.field, reading, date);
    draft.order = target.field == TimeField::date ? reading.order : draft.order;
    draft.weak = draft.weak || reading.weak;
  } else {
    fill_date_word(target.field, text.word(step.at), date);
    fill_word(target.field, text.word(step.at), clock, draft);
  }
}

TimeBase base_from(std::string_view name) {
  return name == "anchor" ? TimeBase::anchor
                          : (name == "published" ? TimeBase::published : TimeBase::none);
}

TimexType type_from(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
  const auto* const at = std::find(kNames.begin(), kNames.end(), name);
  return at == kNames.end() ? TimexType::date : TimexType(at - kNames.begin());
}

/// "D", "10Y", "T1H".
TimeUnit unit_from(const TimeOperation& operation) {
  const std::string& text = operation.text;
  return {.letter = text.empty() ? 'D' : text.back(), .clock = text.starts_with('T'), .count = 1};
}

void fill_from_data(const TimeOperation& operation, TimexDraft& draft) {
  PartialDate& date = operation.last ? draft.last : draft.date;
  switch (operation.field) {
    case TimeField::type:
      draft.type = type_from(operation.text);
      break;
    case TimeField::base:
      draft.base = base_from(operation.text);
      break;
    case TimeField::year_base:
      date.year_base = base_from(operation.text);
      break;
    case TimeField::year_step:
      date.year_step = operation.number;
      break;
    case TimeField::step:
      set_step(draft, operation.number);
      break;
    case TimeField::count:
      draft.count = operation.real;
      draft.vague = operation.real == 0;
      break;
    case TimeField::unit:
      draft.unit = unit_from(operation);
      break;
    case TimeField::part:
      draft.part = operation.text;
      break;
    case TimeField::period:
      draft.period = operation.text;
      break;
    case TimeField::value:
      draft.value = operation.text;
      break;
    case TimeField::grain:
      draft.grain = operation.text;
      break;
    case TimeField::meridiem:
      set_half(operation.last ? draft.last_clock : draft.clock, operation.number);
      break;
    default:
      fill_number(operation.field, {.number = operation.number}, date);
      break;
  }
}

TimexType type_of(TimeMeaning meaning) {
  return meaning == TimeMeaning::duration ? TimexType::duration
         : meaning == TimeMeaning::set    ? TimexType::set
                                          : TimexType::date;
}

/// The 30th of February, a fifth quarter and a third half are none.
bool is_possible(const PartialDate& date) {
  constexpr int kLastCentury = 30;
  constexpr int kLeapYear = 2000;
  const bool day = date.month == 0 || date.day <= days_in_month(kLeapYear, date.month);
  return day && date.quarter <= 4 && date.half <= 2 && date.century <= kLastCentury;
}

/// "3 and 4 May" are two days; "3 and 7 May" are no range.
bool is_gapped(const TimexDraft& draft) {
  return draft.grain == "pair" && draft.date.day + 1 != draft.last.day;
}

/// "5-3 May" is no range.
bool runs_back(const TimexDraft& draft) {
  return draft.ranged && draft.date.has_day() && draft.last.has_day() &&
         (draft.date.month == 0 || draft.last.month == 0) && draft.date.day >= draft.last.day;
}

/// What stands behind a clock or two is their day: "from 9 a.m. to 5 p.m. on Tuesday". "From 2 to
/// 4 p.m." says the half of the day once.
void settle_clocks(TimexDraft& draft) {
  draft.ranged = false;
  if (draft.last.has_day() || draft.last.weekday != 0) {
    draft.date = draft.last;
  }
  draft.last = {};
  if (draft.meaning == TimeMeaning::calendar && draft.date == PartialDate{}) {
    draft.meaning = TimeMeaning::same;  // of the day at hand
    draft.unit = {.letter = 'D'};
    draft.base = TimeBase::anchor;
  }
  if (!draft.last_clock.known()) {
    return;
  }
  ClockTime& first = draft.clock;
  ClockTime& last = draft.last_clock;
  if (last.halved && !first.halved && first.hour <= 12) {
    const int hours = first.hour % 12;
    const bool later = last.hour >= 12 && (hours + 12) * 60 + first.minute < last.minutes();
    first.hour = hours + (later ? 12 : 0);
  }
  first.zone = last.zone = first.zone || last.zone;
}

void fill(const TimeText& text, const Walk& walk, TimexDraft& draft) {
  const TimeRule& rule = *walk.rule();
  draft.meaning = rule.meaning;
  draft.type = type_of(rule.meaning);
  for (const TimeOperation& operation : rule.operations) {
    fill_from_data(operation, draft);
  }
  for (const Step& step : walk.steps()) {
    draft.ranged = draft.ranged || step.edge->last;
    if (step.edge->kind == Edge::Kind::operation) {
      fill_from_data(text.lexicon().patterns.operations[step.edge->operation], draft);
    } else if (step.edge->field != TimeField::none) {
      fill_from_text(text, step, draft);
    }
  }
  if (draft.clock.known() && draft.ranged) {
    settle_clocks(draft);
  }
  const bool timed = draft.clock.known() || (!draft.part.empty() && draft.part != "WE");
  draft.type = draft.type == TimexType::date && timed ? TimexType::time : draft.type;
  if (!is_possible(draft.date) || !is_possible(draft.last)) {
    draft.meaning = TimeMeaning::nothing;
  }
}

}  // namespace

std::size_t match_time_patterns(const TimeText& text, std::size_t i, TimexDraft& draft) {
  const TimeRule* gapped = nullptr;
  for (int tries = 0; tries < 2; ++tries) {
    Walk walk(text, i);
    for (const std::uint32_t number : text.rules_at(i)) {
      const TimeRule& rule = text.lexicon().patterns.rules[number];
      if (&rule != gapped) {
        walk.try_rule(rule);
      }
    }
    if (walk.rule() == nullptr) {
      return 0;
    }
    draft = {};
    fill(text, walk, draft);
    if (!is_gapped(draft)) {
      return runs_back(draft) ? 0 : walk.end();
    }
    gapped = walk.rule();
  }
  return 0;
}

}  // namespace parallax
