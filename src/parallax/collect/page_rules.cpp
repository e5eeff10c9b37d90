#include <algorithm>
#include <charconv>

#include "parallax/collect/collect.h"
#include "parallax/text/fold.h"

namespace parallax {

PageRules PageRules::load(const DataFiles& data) {
  PageRules rules;
  for (const auto& row : tsv_rows(data.file("lang/en/page_lines.tsv"))) {
    const auto role = role_from_string(cell(row, 2));
    if (role && !cell(row, 1).empty()) {
      rules.lines.push_back({std::string(cell(row, 0)), ascii_lower(cell(row, 1)), *role});
    }
  }
  for (const auto& row : tsv_rows(data.file("lang/en/months.tsv"))) {
    const std::string_view number = cell(row, 1);
    unsigned month = 0;
    std::from_chars(number.data(), number.data() + number.size(), month);
    std::string form = ascii_lower(cell(row, 0));
    if (form.ends_with('.')) {
      form.pop_back();
    }
    if (month >= 1 && month <= 12) {
      rules.months.emplace_back(std::move(form), month);
    }
  }
  std::ranges::sort(rules.lines, {}, &PageRules::Line::text);  // find_rule looks up by first letter
  return rules;
}

}  // namespace parallax
