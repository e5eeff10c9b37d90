#include <algorithm>
#include <map>
#include <set>

#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"
#include "parallax/serve/api_call.h"
#include "parallax/serve/api_part.h"

namespace parallax {
namespace {

/// What a call lets through of the timeline.
struct Asked {
  std::string_view side;
  std::string_view outlet;
  std::string_view days;
  std::optional<Day> from;
  std::optional<Day> until;

  bool in_time() const { return !from && !until; }
};

constexpr std::string_view kKnown = "known";
constexpr std::string_view kShared = "shared";
constexpr std::string_view kNone = "none";

/// What is wrong with the filters; empty if nothing.
std::string read_filters(const ApiCall& call, Asked& asked) {
  asked.side = call.parameter("side");
  asked.outlet = call.parameter("outlet");
  asked.days = call.parameter("days");
  if (!asked.days.empty() && asked.days != kKnown && asked.days != kShared && asked.days != kNone) {
    return "\"days\" is one of known, shared, none";
  }
  for (const auto& [name, bound] : {std::pair("from", &asked.from), {"until", &asked.until}}) {
    const std::string_view day = call.parameter(name);
    *bound = day_from_iso(day);
    if (!day.empty() && (!*bound || to_iso(**bound) != day)) {
      return '"' + std::string(name) + "\" is a day: YYYY-MM-DD";
    }
  }
  return {};
}

/// Where an event stands in the order of days: its first, where that is open its last.
Day first_day(const ListedEvent& event) {
  return event.when.earliest ? *event.when.earliest : event.when.latest.value_or(Day{});
}

/// The days of which two sides or more speak. Events of the same days stand together.
std::set<Interval> shared_days(std::span<const ListedEvent> dated) {
  std::set<Interval> shared;
  for (std::size_t i = 1; i < dated.size(); ++i) {
    if (dated[i].when == dated[i - 1].when && dated[i].listed.side != dated[i - 1].listed.side) {
      shared.insert(dated[i].when);
    }
  }
  return shared;
}

class Narrowed {
 public:
  Narrowed(const Timeline& timeline, const Asked& asked) : asked_(asked) {
    if (asked.days != kNone) {
      take_dated(timeline);
    }
    if ((asked.days.empty() || asked.days == kNone) && asked.in_time()) {
      for (const ListedEvent& event : timeline.undated) {
        if (fits(event)) {
          events_.push_back(&event);
        }
      }
    }
  }

  /// Dated ones first.
  std::span<const ListedEvent* const> events() const { return events_; }
  std::size_t dated() const { return dated_; }
  /// How many events begin in a year, `from` and `until` aside.
  const std::map<int, std::size_t>& years() const { return years_; }

 private:
  bool fits(const ListedEvent& event) const {
    return (asked_.side.empty() || event.listed.side == asked_.side) &&
           (asked_.outlet.empty() || event.listed.outlet == asked_.outlet);
  }

  void take_dated(const Timeline& timeline) {
    const bool only_shared = asked_.days == kShared;
    const std::set<Interval> shared =
        only_shared ? shared_days(timeline.dated) : std::set<Interval>();
    for (const ListedEvent& event : timeline.dated) {
      if (!fits(event) || (only_shared && !shared.contains(event.when))) {
        continue;
      }
      const Day day = first_day(event);
      ++years_[to_date(day).year];
      if ((!asked_.from || day >= *asked_.from) && (!asked_.until || day <= *asked_.until)) {
        events_.push_back(&event);
      }
    }
    dated_ = events_.size();
  }

  const Asked& asked_;
  std::vector<const ListedEvent*> events_;
  std::size_t dated_ = 0;
  std::map<int, std::size_t> years_;
};

void write_years(JsonWriter& json, const std::map<int, std::size_t>& years) {
  json.key("years");
  json.begin_array();
  for (const auto& [year, events] : years) {
    json.begin_object();
    json.member("year", static_cast<std::uint64_t>(year));
    json.member("events", std::uint64_t{events});
    json.end_object();
  }
  json.end_array();
}

void write_events(JsonWriter& json, std::string_view name,
                  std::span<const ListedEvent* const> events) {
  std::vector<ListedEvent> shown;
  shown.reserve(events.size());
  for (const ListedEvent* event : events) {
    shown.push_back(*event);
  }
  json.key(name);
  json.raw(events_as_json(shown));
}

}  // namespace

HttpResponse answer_timeline(const ApiCall& call) {
  const auto part = ListPart::of(call);
  if (!part) {
    return ListPart::problem();
  }
  Asked asked;
  if (const std::string wrong = read_filters(call, asked); !wrong.empty()) {
    return problem(400, wrong);
  }
  const auto timeline = call.projects.timeline();
  if (!timeline) {
    return problem_of(timeline.error());
  }
  const Narrowed narrowed(**timeline, asked);
  const auto events = narrowed.events();
  const std::size_t begin = part->begin(events.size());
  const std::size_t end = part->end(events.size());
  const std::size_t split = std::clamp(narrowed.dated(), begin, end);
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  json.member("total", std::uint64_t{events.size()});
  json.member("total_dated", std::uint64_t{narrowed.dated()});
  json.member("offset", std::uint64_t{begin});
  write_years(json, narrowed.years());
  write_events(json, "dated", events.subspan(begin, split - begin));
  write_events(json, "undated", events.subspan(split, end - split));
  json.end_object();
  return json_response(std::move(out));
}

}  // namespace parallax
