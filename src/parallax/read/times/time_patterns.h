#pragma once
// Patterns of time expressions, compiled into one automaton. A row of time_patterns.tsv gives a
// pattern, what it means, and what must or must not stand around it:
//
//   (WEEKDAY ,?)? MONTH .? DAY (,? YEAR)?   calendar      before!=:in_month
//
// `word` is the word itself, `:role` any word with this role in time_words.tsv, `MONTH` and other
// capitals what the program reads from one or more pieces (a number, a year, a month by name), `-`
// any dash; `?` may be left out, `(a|b)` is a choice, `@name` a piece of pattern that a row
// `@name` gave before. Behind `..` stands the far end of a range. An element fills the field of the
// draft that its kind fills, or the one that `>field` names, or none (`>none`); `{field=value}`
// fills one without reading anything. The rows become one automaton of nodes and edges; a row is
// tried only at pieces that it can begin with, and no pattern has loops, so that reading costs a
// bounded time at each piece, whatever the text.
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// What the program reads by itself.
enum class TimeAtom : std::uint8_t {
  month,
  weekday,
  season,
  unit,
  day,           ///< 1..31 in digits, or an ordinal: "3", "3rd", "third"
  year,          ///< four digits that may be a year
  context_year,  ///< four digits that their surroundings make a year
  spelled_year,  ///< "nineteen thirty-one"
  short_year,    ///< "'31"
  year_end,      ///< "34" of "1931-34"
  decade,        ///< "1930s", "'30s"
  ordinal,
  count,     ///< a number, no fraction
  fraction,  ///< "half a", "a quarter"
  article,   ///< "a"
  clock,     ///< "17:30"
  hour,      ///< 1..12
  hundreds,  ///< "0830"
  iso_date,
  numeric_date,
  bound,    ///< "about", "more than"
  holiday,  ///< "Christmas"
  dash,
  capital,  ///< a word that begins with a capital
  noun,     ///< a word of which nothing is known that makes it part of a date: it may be counted
  none,
};

/// What an element fills in a draft.
enum class TimeField : std::uint8_t {
  none,
  month,
  day,
  year,
  date,  ///< all three of a numeric date
  weekday,
  season,
  quarter,
  half,
  decade,
  century,
  year_base,
  year_step,
  step,
  count,
  unit,
  part,
  period,
  value,
  clock,
  meridiem,
  zone,
  type,
  base,
  bound,
  holiday,
  grain,
};

/// One element: a word, any of some roles, or an atom.
struct TimeElement {
  std::uint32_t literal = 0;
  std::uint64_t roles = 0;
  TimeAtom atom = TimeAtom::none;
  bool operator==(const TimeElement&) const = default;
};

/// What a draft means: see resolve_timexes.cpp.
enum class TimeMeaning : std::uint8_t {
  calendar,   ///< a date, as far as the words give it
  shift,      ///< so many units from a day
  same,       ///< the unit that the last date lies in
  reference,  ///< PAST_REF and its like
  duration,
  set,
  nothing,  ///< looks like a time, is none
};

/// Fills a field with what the data say.
struct TimeOperation {
  TimeField field = TimeField::none;
  bool last = false;  ///< in the far end of a range
  int number = 0;
  double real = 0;
  std::string text;
};

/// What must or must not stand before an expression, as its first or last piece, or behind it: one
/// of the elements.
struct TimeCondition {
  enum class Where : std::uint8_t { before, first, last, after };
  Where where = Where::before;
  bool negated = false;
  std::vector<TimeElement> elements;
};

/// A row of the table.
struct TimeRule {
  TimeMeaning meaning = TimeMeaning::calendar;
  std::vector<TimeOperation> operations;
  std::vector<TimeCondition> conditions;
  std::uint32_t start = 0;  ///< its first node
  std::uint32_t end = 0;    ///< where it ends
  std::uint32_t last = 0;   ///< the last of its nodes, which stand together
};

/// The automaton. Immutable.
struct TimePatterns {
  struct Edge {
    enum class Kind : std::uint8_t { element, operation, nothing };
    Kind kind = Kind::nothing;
    TimeElement element;
    TimeField field = TimeField::none;
    bool last = false;            ///< in the far end of a range
    std::uint32_t operation = 0;  ///< into `operations`
    std::uint32_t next = 0;
  };
  struct Node {
    std::vector<Edge> edges;  ///< once closed: of elements and operations only
    std::uint64_t mask = 0;   ///< of all elements that may come next
    bool ends = false;        ///< the rule may end here
    bool may_end = false;     ///< the same, behind operations too
  };

  std::vector<TimeRule> rules;
  std::vector<TimeOperation> operations;
  std::vector<Node> nodes;

  /// Takes the edges away that read and fill nothing, and gives each node the mask of what may come
  /// next, so that most ways end before they are gone: `mask_of` says by which bits a piece can be
  /// told that an element may stand there. To be called once.
  void close(const std::function<std::uint64_t(const TimeElement&)>& mask_of);

  /// Calls `visit(element)` for each element that the rule can begin with.
  template <typename Visit>
  void for_each_first(const TimeRule& rule, Visit visit) const {
    std::vector<std::uint32_t> open = {rule.start};
    while (!open.empty()) {
      const Node& node = nodes[open.back()];
      open.pop_back();
      for (const Edge& edge : node.edges) {
        if (edge.kind == Edge::Kind::element) {
          visit(edge.element);
        } else {
          open.push_back(edge.next);
        }
      }
    }
  }
};

/// Tells the words and roles that patterns name from each other: the number of a word, the bit of a
/// role (0 if no word has it).
struct TimeNames {
  std::function<std::uint32_t(std::string_view)> literal;
  std::function<std::uint64_t(std::string_view)> role;
};

/// Compiles the rows of time_patterns.tsv. A row that cannot be read is left out.
TimePatterns compile_time_patterns(const std::vector<std::vector<std::string_view>>& rows,
                                   const TimeNames& names);

/// The field that words of a role fill by themselves.
TimeField field_of_role(std::string_view role);

}  // namespace parallax
