#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/span.h"

namespace parallax {

/// What is known of an article from outside its text. Absent means unknown: a guess is worse than
/// none.
struct Metadata {
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> side;
  std::optional<std::string> author;     ///< several: in the page's order, joined by ", "
  std::optional<std::string> published;  ///< ISO 8601, `YYYY-MM-DD` or with a time
  std::optional<std::string> modified;   ///< likewise
  std::optional<std::string> origin;     ///< whom the outlet has it from: an agency's name, or the
                                         ///< address of the original
  std::optional<std::string> url;
  std::optional<std::string> language;  ///< BCP 47 code, e.g. `en`
  bool operator==(const Metadata&) const = default;
};

/// One of Metadata's members. The order is part of nothing; names are (to_string).
enum class MetadataField : std::uint8_t {
  title,
  outlet,
  side,
  author,
  published,
  modified,
  origin,
  url,
  language,
};

/// A member with the name that it has in JSON, in parallax.toml and in the project file.
struct NamedField {
  std::string_view name;
  MetadataField field;
  std::optional<std::string> Metadata::* member;
};
/// All of them, in the order in which they are shown.
inline constexpr std::array<NamedField, 9> kMetadataFields = {{
    {"title", MetadataField::title, &Metadata::title},
    {"outlet", MetadataField::outlet, &Metadata::outlet},
    {"side", MetadataField::side, &Metadata::side},
    {"author", MetadataField::author, &Metadata::author},
    {"published", MetadataField::published, &Metadata::published},
    {"modified", MetadataField::modified, &Metadata::modified},
    {"origin", MetadataField::origin, &Metadata::origin},
    {"url", MetadataField::url, &Metadata::url},
    {"language", MetadataField::language, &Metadata::language},
}};

constexpr bool is_date(MetadataField field) {
  return field == MetadataField::published || field == MetadataField::modified;
}

/// Null where nothing is called so.
const NamedField* metadata_field_named(std::string_view name);
std::string_view to_string(MetadataField field);
std::optional<std::string>& member_of(Metadata& metadata, MetadataField field);
const std::optional<std::string>& member_of(const Metadata& metadata, MetadataField field);

/// Where something that is said of an article stands.
enum class EvidenceSource : std::uint8_t {
  user,          ///< `parallax set`
  given,         ///< parallax.toml, a JSON line, the head of a mail
  json_ld,       ///< a script of structured data (schema.org)
  open_graph,    ///< <meta property="og:…">, "article:…"
  dublin_core,   ///< <meta name="dc.…">
  meta,          ///< any other <meta>
  microdata,     ///< itemprop, rel=author
  time_element,  ///< <time>
  link,          ///< <link rel=canonical>
  page_title,    ///< <title>
  heading,       ///< the heading of the article
  byline,        ///< a line that names the author
  date_line,     ///< a line that says when
  dateline,      ///< how the text begins or ends: "SARN (Vell Wire) -"
  url,           ///< the page's own address
  text,          ///< the text as a whole: its language
};
std::string_view to_string(EvidenceSource source);
std::optional<EvidenceSource> evidence_source_from_string(std::string_view name);

/// How much it is to be believed. `certain`: two sources agree, or somebody has set it; `weak`: it
/// may mean another thing, and is taken only because nothing better is said.
enum class Sure : std::uint8_t { certain, likely, weak };
std::string_view to_string(Sure sure);
std::optional<Sure> sure_from_string(std::string_view name);

/// One thing that is said of an article, and where.
struct Evidence {
  MetadataField field = MetadataField::title;
  EvidenceSource source = EvidenceSource::given;
  Sure sure = Sure::likely;
  std::string value;  ///< as it stands in Metadata; empty: `source` says that it is unknown
  std::string words;  ///< as written
  SourceRange where;  ///< bytes of the input that hold the words; empty where they are elsewhere
  bool operator==(const Evidence&) const = default;
};

/// What is known of an article: what is given goes before what is found.
Metadata overlaid(Metadata found, const Metadata& given);

/// What the evidence says, the first of each field.
Metadata metadata_from(std::span<const Evidence> evidence);

/// What is given, as evidence that goes before all other of its field.
void put_before(std::vector<Evidence>& evidence, const Metadata& given, EvidenceSource source);

}  // namespace parallax
