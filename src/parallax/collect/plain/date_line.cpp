#include "parallax/collect/plain/date_line.h"

#include <algorithm>

#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// A sign stands between the date and the words beside it: they are no sentence, as in "The night
/// of 14 May 2031". One word may be the weekday.
bool is_cut_off(std::string_view beside, bool after) {
  if (count_words(beside, 2) <= 1) {
    return true;
  }
  const CodePoint next =
      after ? code_point_at(beside, 0) : code_point_before(beside, beside.size());
  return !is_letter(next.value) && !(next.value >= U'0' && next.value <= U'9');
}

void take_names(std::string_view beside, const PageRules& rules, DateLine& line) {
  for (std::size_t begin = 0; begin < beside.size();) {
    const std::size_t end =
        std::min({beside.find_first_of("|,-", begin), beside.find(". ", begin), beside.size()});
    const std::string_view part = trim(beside.substr(begin, end - begin));
    if (const auto author = named_author(part, rules)) {
      line.author = line.author ? line.author : std::string(*author);
    } else if (!line.outlet && looks_like_outlet(part)) {
      line.outlet = std::string(part);
    }
    begin = end + 1;
  }
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line, const LineFacts& facts,
                                       const PageRules& rules) {
  constexpr std::size_t kLongest = 14;
  constexpr std::size_t kMostBeside = 8;
  const auto date = facts.words <= kLongest ? find_written_date(line, rules) : std::nullopt;
  if (!date) {
    return std::nullopt;
  }
  const std::string_view before = trim(line.substr(0, date->begin));
  const std::string_view after = trim(line.substr(date->end));
  const bool says_date = facts.rule != nullptr && facts.rule->role == Role::date;
  const bool alone = says_date || (is_cut_off(before, false) && is_cut_off(after, true));
  if (!alone || count_words(before) + count_words(after) > kMostBeside) {
    return std::nullopt;
  }
  DateLine found{.iso = date->iso, .author = {}, .outlet = {}};
  take_names(before, rules, found);
  take_names(after, rules, found);
  return found;
}

}  // namespace parallax
