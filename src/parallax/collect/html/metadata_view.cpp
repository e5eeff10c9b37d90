#include "parallax/collect/html/metadata_view.h"

#include <algorithm>

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/json_string.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestScript = std::size_t{1} << 20U;

/// The object that is this article: called as the heading says, not aside, with somebody or a date.
const JsonLdObject* choose(const JsonLd& json, std::uint8_t type, const std::string& heading) {
  const JsonLdObject* best = nullptr;
  int best_score = -1;
  const std::string folded = fold(heading);
  for (const JsonLdObject& object : json.objects) {
    if ((object.types & type) == 0) {
      continue;
    }
    const std::string_view called = object.headline.empty() ? object.name : object.headline;
    const bool same = !folded.empty() && !called.empty() &&
                      fold(decode_html_text(decode_json_string(called.substr(0, 1000)))) == folded;
    const int score = (same ? 4 : 0) + (object.aside ? 0 : 2) + (object.published.empty() ? 0 : 1);
    if (score > best_score) {
      best = &object;
      best_score = score;
    }
  }
  return best;
}

}  // namespace

std::size_t MetadataView::distance(std::size_t block) const {
  return block >= top ? block - top : 2 * (top - block);
}

MetadataView::MetadataView(const PageParts& parts, std::size_t title_block,
                           const PageRules& page_rules)
    : html(parts.html),
      page(parts.page),
      texts(parts.texts),
      title(title_block),
      rules(page_rules) {
  const auto first_kept = std::ranges::find_if(page.blocks, &HtmlBlock::kept);
  top = static_cast<std::size_t>(first_kept - page.blocks.begin());
  if (title < page.blocks.size()) {
    heading = texts[title];
    top = title;
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    last = page.blocks[i].kept ? i : last;
  }
  for (const std::string_view script : page.json_ld) {
    read_json_ld(script.substr(0, kLongestScript), json_ld);
  }
  article = choose(json_ld, JsonLdObject::article, heading);
  web_page = choose(json_ld, JsonLdObject::page, heading);
}

Evidence MetadataView::evidence(MetadataField field, EvidenceSource source, Sure sure,
                                std::string value, std::string_view raw) const {
  constexpr std::size_t kLongestWords = 300;
  const auto begin = static_cast<std::uint64_t>(raw.data() - html.data());
  std::size_t cut = std::min(raw.size(), kLongestWords);
  while (cut < raw.size() && cut > 0 && (raw[cut] & '\xC0') == '\x80') {
    --cut;
  }
  std::string words = decode_html_text(raw.substr(0, cut));
  return {.field = field,
          .source = source,
          .sure = sure,
          .value = std::move(value),
          .words = std::move(words),
          .where = {begin, begin + raw.size()}};
}

Evidence MetadataView::evidence(MetadataField field, EvidenceSource source, Sure sure,
                                std::string value, std::size_t block,
                                std::string_view words) const {
  const std::string_view all = raw(page.blocks[block]);
  const auto begin = static_cast<std::uint64_t>(all.data() - html.data());
  return {.field = field,
          .source = source,
          .sure = sure,
          .value = std::move(value),
          .words = std::string(words),
          .where = {begin, begin + all.size()}};
}

bool MetadataView::is_outlet(std::string_view name) const {
  const std::string folded = fold(name);
  return std::ranges::any_of(outlets, [&](const std::string& outlet) { return outlet == folded; });
}

std::string_view MetadataView::raw(const HtmlBlock& block) const {
  const std::uint32_t begin = page.fragments[block.first].begin;
  return html.substr(begin, page.fragments[block.last - 1].end - begin);
}

std::vector<const HtmlField*> MetadataView::fields_of(MetadataField field) const {
  std::vector<const HtmlField*> found;
  for (const HtmlField& each : page.fields) {
    if (each.name->field == field) {
      found.push_back(&each);
    }
  }
  std::ranges::stable_sort(found, {}, [](const HtmlField* each) { return each->name->rank; });
  return found;
}

}  // namespace parallax
