// `parallax timeline` and `parallax figures` on a terminal.
#include <algorithm>
#include <vector>

#include "parallax/core/names_of_values.h"
#include "parallax/present/escape.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/terminal_lines.h"
#include "parallax/present/wording.h"

namespace parallax {
namespace {

constexpr std::size_t kHanging = 3;
constexpr std::size_t kLane = 4;   ///< indent of a side
constexpr std::size_t kItem = 6;   ///< of what stands in it
constexpr std::size_t kQuote = 9;  ///< of its sentence

std::string who_says(const Listed& listed) {
  return terminal_text(listed.outlet) + " — " +
         (listed.speaker ? terminal_text(*listed.speaker) : std::string("author"));
}

void add_place(TerminalLines& lines, const Listed& listed) {
  lines.line("«" + terminal_text(listed.sentence) + "»", kQuote);
  lines.line(lines.paint.dim(terminal_text(listed.path) + ", bytes " +
                             std::to_string(listed.source.begin) + "–" +
                             std::to_string(listed.source.end)),
             kQuote);
}

/// "2031-05-14", "2031-05-11 to 2031-05-12", "until 2031-05-14".
std::string days_in_words(const Interval& when) {
  if (when.earliest && when.latest) {
    return *when.earliest == *when.latest ? to_iso(*when.earliest)
                                          : to_iso(*when.earliest) + " to " + to_iso(*when.latest);
  }
  return when.earliest ? "from " + to_iso(*when.earliest)
         : when.latest ? "until " + to_iso(*when.latest)
                       : "no day known";
}

/// "Tazunia: seize the dam, in Qorat (denied)".
std::string act_in_words(const ListedEvent& event, const Paint& paint) {
  std::string text = event.actor ? terminal_text(*event.actor) + ": " : "";
  text += paint.bold(terminal_text(event.predicate));
  text += event.target ? " " + terminal_text(*event.target) : "";
  text += event.place ? ", in " + terminal_text(*event.place) : "";
  text += event.polarity == Polarity::negative ? " (denied)" : "";
  text += event.modality != Modality::asserted ? " (" + std::string(to_string(event.modality)) + ")"
                                               : "";
  return text;
}

/// Of one sentence in one voice: it is shown once.
bool says_the_same(const Listed& a, const Listed& b) {
  return a.article == b.article && a.sentence == b.sentence && a.speaker == b.speaker;
}

/// The events of one day: a lane a side, sides in the order of the alphabet.
void add_lanes(TerminalLines& lines, std::span<const ListedEvent> events) {
  std::vector<const ListedEvent*> by_side;
  for (const ListedEvent& event : events) {
    by_side.push_back(&event);
  }
  const auto side = [](const ListedEvent* event) { return std::string_view(event->listed.side); };
  std::ranges::stable_sort(by_side, {}, side);
  std::string_view lane;
  for (std::size_t i = 0; i < by_side.size();) {
    const ListedEvent& event = *by_side[i];
    if (side(by_side[i]) != lane) {
      lane = side(by_side[i]);
      lines.line(lines.paint.bold(terminal_text(lane)), kLane);
    }
    std::string acts = act_in_words(event, lines.paint);
    ++i;
    while (i < by_side.size() && says_the_same(event.listed, by_side[i]->listed)) {
      acts += "; " + act_in_words(*by_side[i], lines.paint);
      ++i;
    }
    lines.line(acts + " — " + who_says(event.listed), kItem);
    add_place(lines, event.listed);
  }
}

void add_days(TerminalLines& lines, std::span<const ListedEvent> events) {
  while (!events.empty()) {
    const auto other = std::ranges::find_if(
        events, [&](const ListedEvent& event) { return event.when != events.front().when; });
    const auto count = static_cast<std::size_t>(other - events.begin());
    lines.line(lines.paint.bold(days_in_words(events.front().when)), 0);
    add_lanes(lines, events.first(count));
    lines.out += '\n';
    events = events.subspan(count);
  }
}

std::string number_in_words(double number) {
  std::string digits;
  append_number(digits, number);
  return digits;
}

/// "more than 100", "26", "20 to 30", "about 300".
std::string value_in_words(const ListedFigure& figure) {
  const std::string about = figure.approximate ? "about " : "";
  if (figure.low && figure.high) {
    return about + (*figure.low == *figure.high
                        ? number_in_words(*figure.low)
                        : number_in_words(*figure.low) + " to " + number_in_words(*figure.high));
  }
  return figure.low    ? "at least " + number_in_words(*figure.low)
         : figure.high ? "at most " + number_in_words(*figure.high)
                       : "an unknown number";
}

std::string counted_in_words(const ListedFigure& figure) {
  const std::string unit = terminal_text(figure.unit);
  const std::string counted = terminal_text(figure.counted);
  return unit.empty()      ? (counted.empty() ? "counted things" : counted)
         : counted.empty() ? unit
                           : unit + ", " + counted;
}

void add_figure(TerminalLines& lines, const ListedFigure& figure) {
  std::string text =
      lines.paint.bold(value_in_words(figure)) + " “" + terminal_text(figure.listed.words) + "”";
  text += figure.of ? " of “" + terminal_text(*figure.of) + "”" : "";
  text += figure.scope ? ", “" + terminal_text(*figure.scope) + "”" : "";
  lines.line(text + " — " + outlet_in_words({figure.listed.outlet, figure.listed.side, {}}) +
                 (figure.listed.speaker ? " — " + terminal_text(*figure.listed.speaker) : ""),
             kLane);
  add_place(lines, figure.listed);
}

}  // namespace

std::string timeline_as_table(const Timeline& timeline, const TerminalStyle& style) {
  TerminalLines lines(style, kHanging);
  if (timeline.dated.empty() && timeline.undated.empty()) {
    return "No events: none was read in the articles of this project.\n";
  }
  add_days(lines, timeline.dated);
  if (!timeline.undated.empty()) {
    lines.line(lines.paint.bold("no day known"), 0);
    add_lanes(lines, timeline.undated);
    lines.out += '\n';
  }
  lines.line(counted(timeline.dated.size(), "event has a day", "events have a day") + ", " +
                 std::to_string(timeline.undated.size()) + " none",
             0);
  return std::move(lines.out);
}

std::string figures_as_table(std::span<const ListedFigure> figures, const TerminalStyle& style) {
  TerminalLines lines(style, kHanging);
  if (figures.empty()) {
    return "No figures: none was read in the articles of this project.\n";
  }
  std::string heading;
  for (const ListedFigure& figure : figures) {
    if (const std::string next = counted_in_words(figure); next != heading) {
      lines.out += heading.empty() ? "" : "\n";
      heading = next;
      lines.line(lines.paint.bold(heading), 0);
    }
    add_figure(lines, figure);
  }
  lines.out += '\n';
  lines.line(counted(figures.size(), "figure", "figures"), 0);
  return std::move(lines.out);
}

}  // namespace parallax
