#include <algorithm>
#include <array>

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/collect/json_string.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/text/data_files.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// The share of the words of `folded` that `text` has, too.
double share_of_words(std::string_view folded, std::string_view text) {
  std::size_t words = 0;
  std::size_t shared = 0;
  const std::string padded = ' ' + std::string(text) + ' ';
  for (const std::string_view word : split_list(folded, ' ')) {
    ++words;
    shared += padded.contains(' ' + std::string(word) + ' ') ? 1 : 0;
  }
  return words == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(words);
}

/// The heading is believed unless it is the site's name, or says quite another thing than all else
/// ("The Blog", "Contact us"); of the others those that most agree on.
void put_agreed_first(std::vector<Evidence>& found, const MetadataView& view) {
  constexpr double kNothingShared = 0.25;
  std::vector<std::string> folded;
  folded.reserve(found.size());
  double shared = found.size() > 1 ? 0 : 1;
  for (const Evidence& one : found) {
    folded.push_back(fold(one.value));
    if (one.source != EvidenceSource::heading) {
      shared = std::max(shared, share_of_words(folded.front(), folded.back()));
    }
  }
  const bool has_heading = !view.heading.empty();
  const bool believed = has_heading && !view.is_outlet(view.heading) && shared >= kNothingShared;
  std::vector<std::pair<std::ptrdiff_t, Evidence>> ranked;
  ranked.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool heading = found[i].source == EvidenceSource::heading;
    found[i].sure = heading && !believed ? Sure::weak : found[i].sure;
    const std::ptrdiff_t same = std::ranges::count(folded, folded[i]);
    found[i].sure = same > 1 && (believed || !heading) ? Sure::certain : found[i].sure;
    ranked.emplace_back(heading ? (believed ? 100 : -1) : same, std::move(found[i]));
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{},
                           [](const auto& one) { return one.first; });
  std::ranges::transform(ranked, found.begin(), [](auto& one) { return std::move(one.second); });
}

}  // namespace

SplitTitle split_title(std::string_view full, const MetadataView& view) {
  static constexpr std::array<std::string_view, 8> kSigns = {" | ",  " – ", " — ", " - ",
                                                             " :: ", " » ", " • ", " · "};
  const std::string heading = fold(view.heading);
  for (const std::string_view sign : kSigns) {
    const std::size_t last = full.rfind(sign);
    if (last == std::string_view::npos) {
      continue;
    }
    const std::string_view before = trim(full.substr(0, last));
    const std::string_view after = trim(full.substr(last + sign.size()));
    if ((!heading.empty() && fold(before) == heading) || view.is_outlet(after)) {
      return {.title = before, .site = after};
    }
    const std::size_t first = full.find(sign);
    const std::string_view opening = trim(full.substr(0, first));
    if (view.is_outlet(opening)) {
      return {.title = trim(full.substr(first + sign.size())), .site = opening};
    }
    if (heading.empty() && count_words(after, 6) <= 4) {
      return {.title = before, .site = after};
    }
  }
  return {.title = full, .site = {}};
}

std::vector<Evidence> find_title(const MetadataView& view) {
  std::vector<Evidence> found;
  if (!view.heading.empty()) {
    found.push_back(view.evidence(MetadataField::title, EvidenceSource::heading, Sure::likely,
                                  std::string(split_title(view.heading, view).title),
                                  view.raw(view.page.blocks[view.title])));
  }
  for (const HtmlField* const field : view.fields_of(MetadataField::title)) {
    const std::string full = decode_html_text(field->value);
    found.push_back(view.evidence(*field, std::string(split_title(full, view).title)));
  }
  if (view.article != nullptr) {
    const std::string_view raw = view.article->headline;
    const std::string full = decode_html_text(decode_json_string(raw));
    found.push_back(view.evidence(MetadataField::title, EvidenceSource::json_ld, Sure::likely,
                                  std::string(split_title(full, view).title), raw));
  }
  found.push_back(view.evidence(MetadataField::title, EvidenceSource::page_title, Sure::likely,
                                std::string(split_title(view.page.title, view).title),
                                view.page.title_as_written));
  std::erase_if(found, [](const Evidence& one) { return one.value.empty(); });
  put_agreed_first(found, view);
  return found;
}

}  // namespace parallax
