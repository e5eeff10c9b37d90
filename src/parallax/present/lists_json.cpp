#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"

/// The plain lists: articles, and sentences found. docs/formats.md lists every field.
namespace parallax {
namespace {

void write_article(JsonWriter& json, const ArticleInfo& article) {
  const Metadata& known = article.metadata;
  json.begin_object();
  json.member("id", article.id);
  json.member("path", article.path);
  for (const NamedField& each : kMetadataFields) {
    json.member_or_null(each.name, known.*each.member);
  }
  json.member("bytes", article.bytes);
  json.end_object();
}

void write_hit(JsonWriter& json, const SearchHit& hit) {
  json.begin_object();
  json.member("id", hit.article);
  json.member("article", hit.path);
  json.member("begin", hit.span.begin);
  json.member("end", hit.span.end);
  json.member("text", hit.words);
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
