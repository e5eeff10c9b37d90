#include "parallax/collect/author_name.h"

#include <algorithm>
#include <array>

#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/word_cues.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

using Kind = PageRules::Cue::Kind;

constexpr std::size_t kLongest = 120;

bool is_address(std::string_view text) {
  return text.contains("://") || text.contains('@') || text.contains("www.") ||
         text.starts_with('/');
}

bool is_template(std::string_view text) {
  return text.contains("{{") || text.contains("}}") || text.contains("${") || text.contains("%s") ||
         text.contains("[[") ||
         (text.contains('.') && !text.contains(' ') && std::ranges::count(text, '.') >= 2);
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
  });
}

/// "Written by Aren Dovik", "By Aren Dovik": what follows the opening.
std::string_view without_opening(std::string_view text, const PageRules& rules) {
  const std::size_t size = opening_cue(text, Kind::opening, rules.author_words);
  const std::string_view rest = text.substr(size);
  return announces_name(text, size, rules)
             ? trim(rest.substr(std::min(rest.find_first_not_of(" :"), rest.size())))
             : text;
}

/// "MD", "PhD", "Ph.D.", "CFP®", "MS": letters behind a name, no word.
bool is_degree(std::string_view part) {
  static constexpr std::array<std::string_view, 6> kOthers = {"PhD",    "Ph.D.", "Ph.D",
                                                              "PharmD", "Jr.",   "Esq."};
  if (std::ranges::find(kOthers, part) != kOthers.end()) {
    return true;
  }
  std::size_t capitals = 0;
  for (const char c : part) {
    const bool capital = c >= 'A' && c <= 'Z';
    capitals += capital ? 1 : 0;
    if (!capital && c != '.' && c != '-' && (c & '\x80') == 0) {
      return false;
    }
  }
  return capitals >= 2 && part.size() <= 8;
}

/// Where a name ends: at a sign that parts it from what follows.
std::size_t end_of_name(std::string_view line) {
  constexpr std::u32string_view kSigns = U"|·•/–—(⋅∙";
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint point = code_point_at(line, at);
    const bool dash = line.substr(at).starts_with(" - ");
    if (kSigns.contains(point.value) || dash) {
      break;
    }
    at += point.size;
  }
  return at;
}

/// "Aren Dovik and Mira Sol", each of them a name, and at most a degree behind the last. Behind one
/// name anything may stand.
bool are_names(std::string_view text, const PageRules& rules) {
  const std::string_view first = text.substr(0, text.find(','));
  const std::vector<std::string_view> names = names_in(first, rules);
  return !names.empty() && names.front().data() == trim(first).data() &&
         std::ranges::all_of(names, is_name) &&
         (names.size() == 1 || first.size() == text.size() ||
          is_degree(trim(text.substr(first.size() + 1))));
}

bool has_joiner(std::string_view part, const PageRules& rules) {
  return !find_cue(part, Kind::joiner, rules.author_words).empty();
}

/// True if `part` goes on with a list of names: "Mira Sol", "and Teo Marr".
bool goes_on(std::string_view part, const PageRules& rules) {
  const std::string_view joiner = find_cue(part, Kind::joiner, rules.author_words);
  const bool joined = !joiner.empty() && joiner.data() == part.data();
  const std::string_view rest = joined ? trim(part.substr(joiner.size())) : part;
  return is_person(rest, rules);
}

/// `names` up to the first comma behind which neither a degree nor a name stands; a list of names
/// ends with its joiner.
std::string_view with_followers(std::string_view names, const PageRules& rules) {
  std::size_t end = std::min(names.find(','), names.size());
  bool open = !has_joiner(names.substr(0, end), rules);
  while (end < names.size()) {
    const std::size_t next = std::min(names.find(',', end + 1), names.size());
    const std::string_view part = trim(names.substr(end + 1, next - end - 1));
    if (!is_degree(part) && !(open && goes_on(part, rules))) {
      break;
    }
    open = open && !has_joiner(part, rules);
    end = next;
  }
  return trim(names.substr(0, end));
}

/// "Buy now", "Recent Posts", "Date Last Reviewed" have capitals, too.
bool is_no_phrase(std::string_view name, const PageRules& rules) {
  const PageRules::Line* const rule = find_rule(name, rules);
  return (rule == nullptr || rule->match == PageRules::Match::contains) &&
         !holds_cue(name, Kind::word, rules.author_words) && !last_cue(name, rules.date_cues);
}

bool is_office(std::string_view name, const PageRules& rules) {
  const std::size_t space = name.rfind(' ');
  const std::string_view last = name.substr(space == std::string_view::npos ? 0 : space + 1);
  return is_cue(last, Kind::office, rules.author_words);
}

}  // namespace

std::vector<std::string_view> names_in(std::string_view names, const PageRules& rules) {
  std::vector<std::string_view> found;
  while (!names.empty()) {
    std::string_view part = names.substr(0, names.find(','));
    names.remove_prefix(std::min(part.size() + 1, names.size()));
    while (!part.empty()) {
      const std::string_view joiner = find_cue(part, Kind::joiner, rules.author_words);
      const auto end = static_cast<std::size_t>(joiner.data() - part.data());
      const std::string_view name = trim(part.substr(0, end));
      if (!name.empty()) {
        found.push_back(name);
      }
      part.remove_prefix(end + joiner.size());
    }
  }
  return found;
}

bool announces_name(std::string_view line, std::size_t opening, const PageRules& rules) {
  const std::string_view words = line.substr(0, opening);
  const std::string_view last = words.substr(words.rfind(' ') + 1);
  return opening > 0 &&
         (line.substr(opening).starts_with(':') || is_cue(last, Kind::by, rules.author_words));
}

std::string clean_author(std::string_view raw, const PageRules& rules) {
  std::string_view name = trim(without_opening(trim(raw), rules));
  const bool bad = name.size() > kLongest || !has_letter(name) || is_address(name) ||
                   is_template(name) || is_cue(name, Kind::nobody, rules.author_words) ||
                   count_words(name, 20) > 16;
  return bad ? std::string() : std::string(name);
}

bool is_person(std::string_view name, const PageRules& rules) {
  const std::string_view first = name.substr(0, name.find(','));
  return are_names(name, rules) && !is_office(first, rules) &&
         !holds_cue(name, Kind::body, rules.author_words) && is_no_phrase(name, rules);
}

std::string name_at_front(std::string_view line, const PageRules& rules) {
  std::string_view name = without_opening(trim(line), rules);
  name = name.substr(0, end_of_name(name));
  if (const auto date = find_written_date(name, rules)) {
    name = name.substr(0, date->begin);
  }
  const std::string_view stop = find_cue(name, Kind::stop, rules.author_words);
  name = name.substr(0, static_cast<std::size_t>(stop.data() - name.data()));
  name = with_followers(trim(name), rules);
  while (!name.empty() && std::string_view(",;:-").contains(name.back())) {
    name.remove_suffix(1);
  }
  return is_person(name, rules) ? std::string(name) : std::string();
}

std::string linked_name(std::string_view text, const PageRules& rules) {
  const std::string name = clean_author(text, rules);
  const bool fits = !name.empty() && count_words(name, 6) <= 5 && !ends_with_full_stop(name) &&
                    name.find_first_of("0123456789:?!»›>") == std::string::npos &&
                    !is_office(name, rules) && is_no_phrase(name, rules);
  return fits && !is_cue(name, Kind::opening, rules.author_words) ? name : std::string();
}

std::string given_name_first(std::string_view name) {
  const std::size_t comma = name.find(',');
  const bool one =
      comma != std::string_view::npos && name.find(',', comma + 1) == std::string_view::npos;
  const std::string_view after = one ? trim(name.substr(comma + 1)) : std::string_view();
  const bool turned = one && !after.empty() && count_words(after, 4) <= 3 && !is_degree(after);
  return turned ? std::string(after) + ' ' + std::string(trim(name.substr(0, comma)))
                : std::string(name);
}

}  // namespace parallax
