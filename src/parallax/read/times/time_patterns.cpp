// Reads the rows of time_patterns.tsv. They are the user's to change: what cannot be read is left
// out, and how deep a pattern nests and how many nodes there are is bounded.
#include "parallax/read/times/time_patterns.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "parallax/text/data_files.h"

namespace parallax {
namespace {

constexpr std::size_t kMostNodes = 100'000;
constexpr std::size_t kMostNodesOfRow = 3'000;
constexpr int kMostNesting = 12;

/// "field=value".
std::optional<TimeOperation> operation_from(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    return std::nullopt;
  }
  const auto field = time_field_from(text.substr(0, equals));
  if (!field) {
    return std::nullopt;
  }
  TimeOperation operation{.field = *field, .text = std::string(text.substr(equals + 1))};
  const std::string& value = operation.text;
  std::from_chars(value.data(), value.data() + value.size(), operation.number);
  std::from_chars(value.data(), value.data() + value.size(), operation.real);
  return operation;
}

/// What stands for one element, and the field that it fills.
struct Named {
  TimeElement element;
  TimeField field = TimeField::none;
};

std::optional<Named> element_from(std::string_view word, const TimeNames& names) {
  Named found;
  const std::size_t arrow = word.size() > 1 ? word.find('>') : std::string_view::npos;
  const std::string_view name = word.substr(0, arrow);
  if (name.size() > 1 && name.front() == ':') {
    found.element.roles = names.role(name.substr(1));
    found.field = field_of_role(name.substr(1));
    if (found.element.roles == 0) {
      return std::nullopt;
    }
  } else if (const auto atom = time_atom_from(name)) {
    found.element.atom = atom->atom;
    found.field = atom->field;
  } else {
    found.element.literal = names.literal(name);
  }
  if (arrow != std::string_view::npos) {
    const auto field = time_field_from(word.substr(arrow + 1));
    if (!field) {
      return std::nullopt;
    }
    found.field = *field;
  }
  return found;
}

using Macros = std::map<std::string, std::string, std::less<>>;

/// Lays a pattern as a path of nodes and edges. Each function goes on from a node and gives the
/// node where it ends.
class PatternReader {
 public:
  using Edge = TimePatterns::Edge;
  PatternReader(const TimeNames& names, const Macros& macros, TimePatterns& patterns)
      : names_(names), macros_(macros), patterns_(patterns) {}

  /// The last node; absent if the pattern cannot be read.
  std::optional<std::uint32_t> read(std::string_view pattern, std::uint32_t from) {
    most_nodes_ = std::min(kMostNodes, from + kMostNodesOfRow);
    const std::uint32_t end = whole(pattern, from, 0);
    return failed_ ? std::nullopt : std::optional(end);
  }

 private:
  std::uint32_t whole(std::string_view pattern, std::uint32_t from, int depth) {
    const std::string_view before = rest_;
    rest_ = pattern;
    const std::uint32_t end = choice(from, depth);
    skip_space();
    failed_ = failed_ || !rest_.empty();
    rest_ = before;
    return end;
  }

  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }
  bool take(char c) {
    skip_space();
    if (rest_.empty() || rest_.front() != c) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  std::uint32_t new_node() {
    failed_ = failed_ || patterns_.nodes.size() >= most_nodes_;
    patterns_.nodes.emplace_back();
    return static_cast<std::uint32_t>(patterns_.nodes.size() - 1);
  }
  std::uint32_t add(std::uint32_t from, Edge edge) {
    edge.next = new_node();
    patterns_.nodes[from].edges.push_back(edge);
    return edge.next;
  }
  void skip(std::uint32_t from, std::uint32_t to) {
    patterns_.nodes[from].edges.push_back({.element = {}, .next = to});
  }

  std::uint32_t choice(std::uint32_t from, int depth) {
    const bool last = last_;
    std::uint32_t end = run(from, depth);
    bool last_behind = last_;
    while (!failed_ && take('|')) {
      last_ = last;
      const std::uint32_t other = run(from, depth);
      last_behind = last_behind || last_;
      const std::uint32_t both = new_node();
      skip(end, both);
      skip(other, both);
      end = both;
    }
    last_ = last_behind;
    return end;
  }

  std::uint32_t run(std::uint32_t from, int depth) {
    std::uint32_t at = add(from, {.element = {}});
    while (!failed_) {
      skip_space();
      if (rest_.empty() || rest_.front() == '|' || rest_.front() == ')') {
        break;
      }
      const std::uint32_t next = one(at, depth);
      if (take('?')) {
        skip(at, next);
      }
      at = next;
    }
    return at;
  }

  std::uint32_t one(std::uint32_t from, int depth) {
    if (depth >= kMostNesting) {
      failed_ = true;
      return from;
    }
    if (take('(')) {
      const std::uint32_t end = choice(from, depth + 1);
      failed_ = failed_ || !take(')');
      return end;
    }
    if (take('{')) {
      return operation(from);
    }
    const std::size_t end =
        std::max<std::size_t>(1, std::min(rest_.find_first_of(" ()|?{}"), rest_.size()));
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (word == "..") {
      last_ = true;
      return add(from, {.element = {}});
    }
    if (word.size() > 1 && word.front() == '@') {
      const auto macro = macros_.find(word);
      failed_ = failed_ || macro == macros_.end();
      return failed_ ? from : whole(macro->second, from, depth + 1);
    }
    const auto named = element_from(word, names_);
    failed_ = failed_ || !named;
    return failed_ ? from
                   : add(from, {.kind = Edge::Kind::element,
                                .element = named->element,
                                .field = named->field,
                                .last = last_});
  }

  std::uint32_t operation(std::uint32_t from) {
    const std::size_t end = std::min(rest_.find('}'), rest_.size());
    auto operation = operation_from(rest_.substr(0, end));
    failed_ = failed_ || !operation || end == rest_.size();
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (failed_) {
      return from;
    }
    operation->last = last_;
    patterns_.operations.push_back(std::move(*operation));
    return add(from, {.kind = Edge::Kind::operation,
                      .element = {},
                      .operation = static_cast<std::uint32_t>(patterns_.operations.size() - 1)});
  }

  const TimeNames& names_;
  const Macros& macros_;
  TimePatterns& patterns_;
  std::string_view rest_;
  std::size_t most_nodes_ = kMostNodes;
  bool last_ = false;
  bool failed_ = false;
};

/// "before=x|:y after!=Z".
std::vector<TimeCondition> conditions_from(std::string_view text, const TimeNames& names) {
  std::vector<TimeCondition> conditions;
  for (const std::string_view part : split_list(text, ' ')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      continue;
    }
    using Where = TimeCondition::Where;
    TimeCondition condition{.where = part.starts_with("before")  ? Where::before
                                     : part.starts_with("first") ? Where::first
                                     : part.starts_with("last")  ? Where::last
                                                                 : Where::after,
                            .negated = part[equals - 1] == '!',
                            .elements = {}};
    for (const std::string_view word : split_list(part.substr(equals + 1), '|')) {
      if (const auto named = element_from(word, names)) {
        condition.elements.push_back(named->element);
      }
    }
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

void add_row(const std::vector<std::string_view>& row, const TimeNames& names, const Macros& macros,
             TimePatterns& patterns) {
  const std::vector<std::string_view> words = split_list(cell(row, 1), ' ');
  const auto meaning = words.empty() ? std::nullopt : time_meaning_from(words.front());
  if (!meaning) {
    return;
  }
  TimeRule rule{.meaning = *meaning,
                .operations = {},
                .conditions = conditions_from(cell(row, 2), names),
                .start = static_cast<std::uint32_t>(patterns.nodes.size())};
  patterns.nodes.emplace_back();
  const auto end = PatternReader(names, macros, patterns).read(cell(row, 0), rule.start);
  if (!end) {
    return;
  }
  rule.end = *end;
  rule.last = static_cast<std::uint32_t>(patterns.nodes.size() - 1);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (auto operation = operation_from(words[i])) {
      rule.operations.push_back(std::move(*operation));
    }
  }
  patterns.rules.push_back(std::move(rule));
}

/// The edges that lead on from a node and read or fill something; whether it is the rule's end.
bool collect_edges(const TimePatterns& patterns, std::uint32_t from, const TimeRule& rule,
                   std::vector<TimePatterns::Edge>& edges) {
  bool ends = false;
  std::vector<std::uint32_t> open = {from};
  std::vector<bool> seen(rule.last + 1 - from);
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at - from]) {
      continue;
    }
    seen[at - from] = true;
    ends = ends || at == rule.end;
    for (const TimePatterns::Edge& edge : patterns.nodes[at].edges) {
      if (edge.kind == TimePatterns::Edge::Kind::nothing) {
        open.push_back(edge.next);
      } else {
        edges.push_back(edge);
      }
    }
  }
  return ends;
}

}  // namespace

void TimePatterns::close(const std::function<std::uint64_t(const TimeElement&)>& mask_of) {
  std::vector<Node> closed(nodes.size());
  for (const TimeRule& rule : rules) {
    // edges lead to later nodes: from the last to the first, what comes next is known
    for (std::uint32_t at = rule.last + 1; at-- > rule.start;) {
      Node& node = closed[at];
      node.ends = collect_edges(*this, at, rule, node.edges);
      node.may_end = node.ends;
      for (const Edge& edge : node.edges) {
        const bool operation = edge.kind == Edge::Kind::operation;
        node.mask |= operation ? closed[edge.next].mask : mask_of(edge.element);
        node.may_end = node.may_end || (operation && closed[edge.next].may_end);
      }
    }
  }
  nodes = std::move(closed);
}

TimePatterns compile_time_patterns(const std::vector<std::vector<std::string_view>>& rows,
                                   const TimeNames& names) {
  TimePatterns patterns;
  Macros macros;
  for (const auto& row : rows) {
    const bool macro = cell(row, 0).starts_with('@') &&
                       cell(row, 0).find(' ') == std::string_view::npos && cell(row, 2).empty();
    if (macro) {
      macros[std::string(cell(row, 0))] = cell(row, 1);
    } else {
      add_row(row, names, macros, patterns);
    }
  }
  return patterns;
}

}  // namespace parallax
