#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/collect/json_string.h"

namespace parallax {

std::vector<Evidence> find_outlet(const MetadataView& view) {
  std::vector<Evidence> found;
  for (const HtmlField* const field : view.fields_of(MetadataField::outlet)) {
    found.push_back(view.evidence(*field, decode_html_text(field->value)));
  }
  for (const JsonLdName& name : view.json_ld.names) {
    const bool ours = view.article == &view.json_ld.objects[name.owner];
    const std::string_view raw = name_of(view.json_ld, name);
    if (name.part == JsonLdName::Part::publisher && ours && !raw.empty()) {
      found.push_back(view.evidence(MetadataField::outlet, EvidenceSource::json_ld, Sure::likely,
                                    decode_html_text(decode_json_string(raw)), raw));
    }
  }
  const std::string_view site = split_title(view.page.title, view).site;
  if (!view.heading.empty() && !site.empty()) {
    found.push_back(view.evidence(MetadataField::outlet, EvidenceSource::page_title, Sure::likely,
                                  std::string(site), view.page.title_as_written));
  }
  std::erase_if(found, [](const Evidence& one) {
    return one.value.empty() || one.value.contains("://") || one.value.starts_with('@');
  });
  return found;
}

}  // namespace parallax
