#include "parallax/collect/html/html_metadata.h"

#include <array>

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// The best of each field; nobody looks at more.
void append(std::vector<Evidence>& all, std::vector<Evidence> more) {
  constexpr std::size_t kMostShown = 6;
  std::array<std::size_t, kMetadataFields.size()> shown{};
  for (Evidence& one : more) {
    if (shown.at(static_cast<std::size_t>(one.field))++ < kMostShown) {
      all.push_back(std::move(one));
    }
  }
}

std::vector<Evidence> find_url(const MetadataView& view) {
  std::vector<Evidence> found;
  for (const HtmlField* const field : view.fields_of(MetadataField::url)) {
    std::string url = decode_html_text(field->value);
    if (url.contains("://")) {
      found.push_back(view.evidence(*field, std::move(url)));
    }
  }
  return found;
}

std::vector<Evidence> find_language(const MetadataView& view) {
  std::vector<Evidence> found;
  const auto add = [&](EvidenceSource source, Sure sure, std::string_view raw) {
    const std::string code = ascii_lower(raw.substr(0, raw.find_first_of("-_")));
    if (code.size() >= 2 && code.size() <= 3) {
      found.push_back(view.evidence(MetadataField::language, source, sure, code, raw));
    }
  };
  add(EvidenceSource::meta, Sure::likely, view.page.language);
  for (const HtmlField* const field : view.fields_of(MetadataField::language)) {
    add(field->name->source, field->name->sure, field->value);
  }
  return found;
}

}  // namespace

std::vector<Evidence> find_html_metadata(const PageParts& parts, std::size_t title,
                                         const PageRules& rules) {
  MetadataView view(parts, title, rules);
  std::vector<Evidence> outlets = find_outlet(view);
  for (const Evidence& outlet : outlets) {
    view.outlets.push_back(fold(outlet.value));
  }
  std::vector<Evidence> all = find_title(view);
  append(all, std::move(outlets));
  std::vector<Evidence> authors = find_author(view);
  std::vector<Evidence> origins = find_origin(view, authors);
  append(all, std::move(authors));
  append(all, find_dates(view));
  append(all, std::move(origins));
  append(all, find_url(view));
  append(all, find_language(view));
  return all;
}

}  // namespace parallax
