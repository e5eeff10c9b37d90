#include "parallax/collect/html/field_names.h"

#include <array>

#include "parallax/text/fold.h"
#include "parallax/text/word_table.h"

namespace parallax {
namespace {

using Field = MetadataField;
using From = EvidenceSource;
using enum Sure;

/// For each field the best first. Names are those of Open Graph, Dublin Core, schema.org and of the
/// services that news sites write for.
constexpr auto kNames = std::to_array<FieldName>({
    {"og:title", Field::title, From::open_graph, likely},
    {"headline", Field::title, From::microdata, likely},
    {"parsely-title", Field::title, From::meta, likely},
    {"sailthru.title", Field::title, From::meta, likely},
    {"citation_title", Field::title, From::meta, likely},
    {"twitter:title", Field::title, From::meta, likely},
    {"dc.title", Field::title, From::dublin_core, likely},
    {"dcterms.title", Field::title, From::dublin_core, likely},

    {"og:site_name", Field::outlet, From::open_graph, likely},
    {"application-name", Field::outlet, From::meta, likely},
    {"dc.publisher", Field::outlet, From::dublin_core, likely},
    {"dcterms.publisher", Field::outlet, From::dublin_core, likely},
    {"publisher", Field::outlet, From::meta, likely},
    {"apple-mobile-web-app-title", Field::outlet, From::meta, weak},

    {"author", Field::author, From::meta, likely},
    {"article:author", Field::author, From::open_graph, likely},
    {"og:article:author", Field::author, From::open_graph, likely},
    {"og:author", Field::author, From::open_graph, likely},
    {"article:author_name", Field::author, From::open_graph, likely},
    {"parsely-author", Field::author, From::meta, likely},
    {"sailthru.author", Field::author, From::meta, likely},
    {"byl", Field::author, From::meta, likely},
    {"citation_author", Field::author, From::meta, likely},
    {"dc.creator", Field::author, From::dublin_core, likely},
    {"dcterms.creator", Field::author, From::dublin_core, likely},
    {"dc.contributor", Field::author, From::dublin_core, weak},
    {"twitter:label1", Field::author, From::meta, likely, FieldName::Kind::label},
    {"twitter:data1", Field::author, From::meta, likely, FieldName::Kind::data},
    {"twitter:label2", Field::author, From::meta, likely, FieldName::Kind::label},
    {"twitter:data2", Field::author, From::meta, likely, FieldName::Kind::data},

    {"article:published_time", Field::published, From::open_graph, likely},
    {"og:article:published_time", Field::published, From::open_graph, likely},
    {"og:published_time", Field::published, From::open_graph, likely},
    {"datepublished", Field::published, From::microdata, likely},
    {"parsely-pub-date", Field::published, From::meta, likely},
    {"published", Field::published, From::meta, likely},
    {"published-date", Field::published, From::meta, likely},
    {"published_date", Field::published, From::meta, likely},
    {"publication-date", Field::published, From::meta, likely},
    {"publication_date", Field::published, From::meta, likely},
    {"date-published", Field::published, From::meta, likely},
    {"date_published", Field::published, From::meta, likely},
    {"publishdate", Field::published, From::meta, likely},
    {"pubdate", Field::published, From::meta, likely},
    {"publish-date", Field::published, From::meta, likely},
    {"publish_date", Field::published, From::meta, likely},
    {"article.published", Field::published, From::meta, likely},
    {"citation_publication_date", Field::published, From::meta, likely},
    {"dc.date.issued", Field::published, From::dublin_core, likely},
    {"dcterms.issued", Field::published, From::dublin_core, likely},
    {"dcterms.created", Field::published, From::dublin_core, likely},
    {"datecreated", Field::published, From::microdata, likely},
    {"date", Field::published, From::meta, likely},
    {"dc.date", Field::published, From::dublin_core, likely},
    {"sailthru.date", Field::published, From::meta, likely},
    {"article:published", Field::published, From::meta, likely},
    {"citation_date", Field::published, From::meta, likely},
    {"time", Field::published, From::time_element, likely},

    {"article:modified_time", Field::modified, From::open_graph, likely},
    {"og:updated_time", Field::modified, From::open_graph, likely},
    {"datemodified", Field::modified, From::microdata, likely},
    {"dcterms.modified", Field::modified, From::dublin_core, likely},
    {"dc.date.modified", Field::modified, From::dublin_core, likely},
    {"last-modified", Field::modified, From::meta, likely},
    {"lastmod", Field::modified, From::meta, likely},
    {"revised", Field::modified, From::meta, likely},
    {"time.updated", Field::modified, From::time_element, likely},

    {"syndication-source", Field::origin, From::meta, likely},
    {"original-source", Field::origin, From::meta, likely},
    {"dc.source", Field::origin, From::dublin_core, weak},

    {"canonical", Field::url, From::link, likely},
    {"og:url", Field::url, From::open_graph, likely},

    {"content-language", Field::language, From::meta, likely},
    {"og:locale", Field::language, From::open_graph, weak},
    {"dc.language", Field::language, From::dublin_core, likely},
});

WordTable<FieldName> make_names() {
  WordTable<FieldName> names;
  unsigned rank = 0;
  for (const FieldName& each : kNames) {
    FieldName& entry = names[each.name];
    entry = each;
    entry.rank = ++rank;
  }
  return names;
}

/// "w-published-date", "publication_time": sites make up such names.
const FieldName* date_named(std::string_view lower) {
  static constexpr FieldName kPublished{.name = "*publish*date",
                                        .field = Field::published,
                                        .source = From::meta,
                                        .sure = likely,
                                        .rank = 1000};
  static constexpr FieldName kModified{.name = "*modified*date",
                                       .field = Field::modified,
                                       .source = From::meta,
                                       .sure = likely,
                                       .rank = 1000};
  if (!lower.contains("date") && !lower.contains("time")) {
    return nullptr;
  }
  return lower.contains("publi")                                  ? &kPublished
         : lower.contains("modified") || lower.contains("update") ? &kModified
                                                                  : nullptr;
}

}  // namespace

const FieldName* find_field_name(std::string_view name) {
  constexpr std::size_t kLongest = 32;
  static const WordTable<FieldName> kTable = make_names();
  if (name.empty() || name.size() > kLongest) {
    return nullptr;
  }
  const std::string lower = ascii_lower(name);
  const FieldName* const known = kTable.find(lower);
  return known == nullptr ? date_named(lower) : known;
}

}  // namespace parallax
