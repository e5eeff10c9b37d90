#include "parallax/collect/page_rules.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "parallax/collect/html/block_model.h"
#include "parallax/collect/plain/line_model.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

std::optional<PageRules::Match> match_from_name(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames = {"line", "prefix", "contains", "name"};
  const auto* const found = std::ranges::find(kNames, name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<PageRules::Match>(found - kNames.begin());
}

void load_lines(std::string_view tsv, PageRules& rules) {
  for (const auto& row : tsv_rows(tsv)) {
    const auto match = match_from_name(cell(row, 0));
    const auto role = role_from_string(cell(row, 2));
    if (!match || !role || cell(row, 1).empty()) {
      continue;
    }
    PageRules::Line line{.match = *match, .text = ascii_lower(cell(row, 1)), .role = *role};
    line.pairs = LetterPairs(line.text);
    const bool contains = *match == PageRules::Match::contains;
    const bool name = *match == PageRules::Match::name;
    auto& list = contains ? rules.contains : name ? rules.names : rules.lines;
    list.push_back(std::move(line));
  }
  std::ranges::sort(rules.lines, {}, &PageRules::Line::text);
}

void load_months(std::string_view tsv, PageRules& rules) {
  for (const auto& row : tsv_rows(tsv)) {
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
}

void load_agencies(std::string_view tsv, PageRules& rules) {
  for (const auto& row : tsv_rows(tsv)) {
    const std::string name(cell(row, 0));
    rules.agencies.push_back({.form = name, .name = name});
    for (const std::string_view form : split_list(cell(row, 1), '|')) {
      rules.agencies.push_back({.form = std::string(form), .name = name});
    }
  }
  std::ranges::sort(rules.agencies, {}, &PageRules::Agency::form);
}

std::vector<PageRules::Cue> load_cues(std::string_view tsv) {
  static constexpr std::array<std::string_view, 14> kKinds = {
      "opening",  "other", "nobody", "body", "office", "word",    "published",
      "modified", "by",    "joiner", "stop", "source", "address", "article"};
  std::vector<PageRules::Cue> cues;
  for (const auto& row : tsv_rows(tsv)) {
    const auto* const kind = std::ranges::find(kKinds, cell(row, 1));
    if (kind != kKinds.end()) {
      cues.push_back({.form = ascii_lower(cell(row, 0)),
                      .kind = static_cast<PageRules::Cue::Kind>(kind - kKinds.begin())});
    }
  }
  std::ranges::stable_sort(cues, {}, &PageRules::Cue::form);
  return cues;
}

}  // namespace

PageRules PageRules::load(const DataFiles& data) {
  PageRules rules;
  load_lines(data.file("lang/en/page_lines.tsv"), rules);
  load_months(data.file("lang/en/months.tsv"), rules);
  load_agencies(data.file("names/agencies.tsv"), rules);
  rules.origin_cues = load_cues(data.file("lang/en/origin_cues.tsv"));
  rules.author_words = load_cues(data.file("lang/en/author_words.tsv"));
  rules.date_cues = load_cues(data.file("lang/en/date_cues.tsv"));
  rules.block_model = BlockModel::built_in();
  rules.line_model = LineModel::built_in();
  return rules;
}

}  // namespace parallax
