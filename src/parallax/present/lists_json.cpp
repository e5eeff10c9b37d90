#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"

/// The plain lists: articles, and sentences found. docs/formats.md lists every field.
namespace parallax {
namespace {

void write_member(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.text(value);
}

void write_member(JsonWriter& json, std::string_view key, std::uint64_t value) {
  json.key(key);
  json.number(value);
}

void write_member(JsonWriter& json, std::string_view key, const std::optional<std::string>& value) {
  json.key(key);
  value ? json.text(*value) : json.null();
}

void write_article(JsonWriter& json, const ArticleInfo& article) {
  const Metadata& known = article.metadata;
  json.begin_object();
  write_member(json, "id", std::string_view(article.id));
  write_member(json, "path", std::string_view(article.path));
  write_member(json, "title", known.title);
  write_member(json, "outlet", known.outlet);
  write_member(json, "side", known.side);
  write_member(json, "author", known.author);
  write_member(json, "published", known.published);
  write_member(json, "url", known.url);
  write_member(json, "language", known.language);
  write_member(json, "bytes", std::uint64_t{article.bytes});
  json.end_object();
}

void write_hit(JsonWriter& json, const SearchHit& hit) {
  json.begin_object();
  write_member(json, "id", std::string_view(hit.article));
  write_member(json, "article", std::string_view(hit.path));
  write_member(json, "begin", std::uint64_t{hit.span.begin});
  write_member(json, "end", std::uint64_t{hit.span.end});
  write_member(json, "text", std::string_view(hit.words));
  json.end_object();
}

template <typename T>
std::string as_array(std::span<const T> items, void (*write)(JsonWriter&, const T&)) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_array();
  for (const T& item : items) {
    write(json, item);
  }
  json.end_array();
  return out + '\n';
}

}  // namespace

std::string articles_as_json(std::span<const ArticleInfo> articles) {
  return as_array(articles, write_article);
}

std::string hits_as_json(std::span<const SearchHit> hits) { return as_array(hits, write_hit); }

}  // namespace parallax
