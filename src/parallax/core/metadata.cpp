#include "parallax/core/metadata.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::array<std::string_view, 16> kSourceNames = {
    "user",      "given",        "json_ld", "open_graph", "dublin_core", "meta",
    "microdata", "time_element", "link",    "page_title", "heading",     "byline",
    "date_line", "dateline",     "url",     "text"};
constexpr std::array<std::string_view, 3> kSureNames = {"certain", "likely", "weak"};

template <typename T, std::size_t N>
std::optional<T> value_named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const found = std::ranges::find(names, name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<T>(found - names.begin()));
}

const NamedField& named(MetadataField field) {
  return kMetadataFields.at(static_cast<std::size_t>(field));
}

}  // namespace

const NamedField* metadata_field_named(std::string_view name) {
  const auto* const found = std::ranges::find(kMetadataFields, name, &NamedField::name);
  return found == kMetadataFields.end() ? nullptr : found;
}

std::string_view to_string(MetadataField field) { return named(field).name; }

std::optional<std::string>& member_of(Metadata& metadata, MetadataField field) {
  return metadata.*named(field).member;
}
const std::optional<std::string>& member_of(const Metadata& metadata, MetadataField field) {
  return metadata.*named(field).member;
}

std::string_view to_string(EvidenceSource source) {
  return kSourceNames.at(static_cast<std::size_t>(source));
}
std::optional<EvidenceSource> evidence_source_from_string(std::string_view name) {
  return value_named<EvidenceSource>(kSourceNames, name);
}
std::string_view to_string(Sure sure) { return kSureNames.at(static_cast<std::size_t>(sure)); }
std::optional<Sure> sure_from_string(std::string_view name) {
  return value_named<Sure>(kSureNames, name);
}

Metadata overlaid(Metadata found, const Metadata& given) {
  for (const NamedField& each : kMetadataFields) {
    if (given.*each.member) {
      found.*each.member = given.*each.member;
    }
  }
  return found;
}

Metadata metadata_from(std::span<const Evidence> evidence) {
  Metadata metadata;
  std::array<bool, kMetadataFields.size()> decided{};
  for (const Evidence& one : evidence) {
    bool& done = decided.at(static_cast<std::size_t>(one.field));
    if (!done) {
      done = true;
      member_of(metadata, one.field) = one.value.empty() ? std::nullopt : std::optional(one.value);
    }
  }
  return metadata;
}

void put_before(std::vector<Evidence>& evidence, const Metadata& given, EvidenceSource source) {
  std::vector<Evidence> all;
  for (const NamedField& each : kMetadataFields) {
    if (const std::optional<std::string>& value = given.*each.member) {
      all.push_back({.field = each.field,
                     .source = source,
                     .sure = Sure::certain,
                     .value = *value,
                     .words = *value,
                     .where = {}});
    }
  }
  all.insert(all.end(), std::make_move_iterator(evidence.begin()),
             std::make_move_iterator(evidence.end()));
  evidence = std::move(all);
}

}  // namespace parallax
