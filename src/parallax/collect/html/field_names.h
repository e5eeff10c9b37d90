#pragma once
#include <cstdint>
#include <string_view>

#include "parallax/core/metadata.h"

namespace parallax {

/// What a field of a page's head, or an itemprop in its body, says by its name. A label and its
/// data
/// ("twitter:label1", "twitter:data1") say what they are only together.
struct FieldName {
  enum class Kind : std::uint8_t { value, label, data };
  std::string_view name;  ///< in lower case
  MetadataField field = MetadataField::title;
  EvidenceSource source = EvidenceSource::meta;
  Sure sure = Sure::likely;
  Kind kind = Kind::value;
  unsigned rank = 0;  ///< of two for one field, the one with the lower rank is believed
};

/// Null for what says nothing of an article. Lives as long as the program.
const FieldName* find_field_name(std::string_view name);

}  // namespace parallax
