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
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/read/times/time_elements.h"

namespace parallax {

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
    std::vector<bool> seen(rule.last + 1 - rule.start);
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (seen[at - rule.start]) {
        continue;
      }
      seen[at - rule.start] = true;
      const Node& node = nodes[at];
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

}  // namespace parallax
