#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/html_page.h"
#include "parallax/collect/html/json_ld.h"

/// What a page says of itself. Each find_… looks for one field and hands out all that it found, the
/// best first; `where` is counted in bytes of the decoded page.
namespace parallax {

/// A page taken apart, its blocks with their roles.
struct PageParts {
  std::string_view html;
  const HtmlPage& page;
  const BlockTexts& texts;
};

/// A page with what several fields are found by.
struct MetadataView {
  MetadataView(const PageParts& parts, std::size_t title_block, const PageRules& page_rules);

  std::string_view html;
  const HtmlPage& page;
  const BlockTexts& texts;
  std::size_t title;     ///< the block that choose_main_text found, or the number of blocks
  std::size_t top = 0;   ///< the title, or the first block that is kept
  std::size_t last = 0;  ///< the last block that is kept
  std::string heading;   ///< the title's text, or empty
  const PageRules& rules;
  JsonLd json_ld;
  /// The object of the JSON-LD that is this article, another that is the page; or null.
  const JsonLdObject* article = nullptr;
  const JsonLdObject* web_page = nullptr;
  std::vector<std::string> outlets{};  ///< folded: what the page calls its site

  /// How far a block stands from the title; what stands above it is twice as far. Without a title,
  /// from the first block that is kept.
  std::size_t distance(std::size_t block) const;
  /// `raw` is a view into the page.
  Evidence evidence(MetadataField field, EvidenceSource source, Sure sure, std::string value,
                    std::string_view raw) const;
  Evidence evidence(const HtmlField& from, std::string value) const {
    return evidence(from.name->field, from.name->source, from.name->sure, std::move(value),
                    from.value);
  }
  /// Of a block, which holds `words`.
  Evidence evidence(MetadataField field, EvidenceSource source, Sure sure, std::string value,
                    std::size_t block, std::string_view words) const;
  std::string_view raw(const HtmlBlock& block) const;
  /// True for a name by which the page calls its site.
  bool is_outlet(std::string_view name) const;
  /// The fields of the head for one field of the metadata, the best first.
  std::vector<const HtmlField*> fields_of(MetadataField field) const;
};

std::vector<Evidence> find_title(const MetadataView& view);
std::vector<Evidence> find_outlet(const MetadataView& view);
std::vector<Evidence> find_author(const MetadataView& view);
/// When it was published, and when it was changed.
std::vector<Evidence> find_dates(const MetadataView& view);

/// Whom the outlet has it from; an agency may stand in the author's place.
std::vector<Evidence> find_origin(const MetadataView& view, std::span<const Evidence> authors);

/// What a page's title says without the site's name: "Title | Outlet", "Outlet - Title".
struct SplitTitle {
  std::string_view title;
  std::string_view site;  ///< empty where there is none
};
/// The site is known by `view.outlets`, or because `heading` is the rest.
SplitTitle split_title(std::string_view full, const MetadataView& view);

}  // namespace parallax
