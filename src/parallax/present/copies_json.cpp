#include <map>

#include "parallax/core/names_of_values.h"
#include "parallax/present/copies_wording.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"

/// Copy groups and quotations, as one object; docs/formats.md lists every field.
namespace parallax {
namespace {

void write_span(JsonWriter& json, std::string_view name, Span span) {
  json.key(name);
  json.raw("[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + "]");
}

void write_alone(JsonWriter& json, std::string_view name, std::span<const Span> sentences,
                 std::string_view text) {
  json.key(name);
  json.begin_array();
  for (const Span span : sentences) {
    json.begin_object();
    json.member("begin", span.begin);
    json.member("end", span.end);
    json.member("text", sentence_at(text, span));
    json.end_object();
  }
  json.end_array();
}

void write_containment(JsonWriter& json, std::string_view name, const Containment& in) {
  json.key(name);
  json.begin_object();
  json.member("shared", in.shared);
  json.member("words", in.words);
  json.end_object();
}

void write_pair(JsonWriter& json, const CopyPair& pair, const CopyTexts& texts) {
  const Alignment& laid = pair.alignment;
  json.begin_object();
  json.member("kind", to_string(pair.kind));
  json.member("first", texts.path(pair.first));
  json.member("first_id", pair.first);
  json.member("second", texts.path(pair.second));
  json.member("second_id", pair.second);
  write_containment(json, "in_first", laid.first);
  write_containment(json, "in_second", laid.second);
  json.key("shared");
  json.begin_array();
  for (const SharedSpan& shared : laid.shared) {
    json.begin_object();
    write_span(json, "first", shared.first);
    write_span(json, "second", shared.second);
    json.member("altered", shared.altered);
    json.end_object();
  }
  json.end_array();
  write_alone(json, "only_first", laid.only_first, texts.text(pair.first));
  write_alone(json, "only_second", laid.only_second, texts.text(pair.second));
  json.end_object();
}

void write_pairs(JsonWriter& json, std::string_view name, std::span<const CopyPair> pairs,
                 const CopyTexts& texts) {
  json.key(name);
  json.begin_array();
  for (const CopyPair& pair : pairs) {
    write_pair(json, pair, texts);
  }
  json.end_array();
}

void write_members(JsonWriter& json, const CopyGroup& group) {
  json.key("members");
  json.begin_array();
  for (const Account& member : group.members) {
    json.begin_object();
    json.member("article", member.path);
    json.member("article_id", member.article);
    json.member("outlet", member.outlet);
    json.member("side", member.side);
    json.member_or_null("published", member.published);
    json.end_object();
  }
  json.end_array();
}

void write_kinds(JsonWriter& json, const CopyGroup& group) {
  std::map<CopyKind, std::size_t> kinds;
  for (const CopyPair& pair : group.pairs) {
    ++kinds[pair.kind];
  }
  json.key("kinds");
  json.begin_object();
  for (const auto& [kind, count] : kinds) {
    json.member(to_string(kind), count);
  }
  json.end_object();
}

void write_group(JsonWriter& json, const CopyGroup& group, const CopyTexts& texts) {
  json.begin_object();
  json.member("id", group.id);
  write_members(json, group);
  json.member_or_null("earliest",
                      group.earliest ? std::optional(group.earliest->article) : std::nullopt);
  write_kinds(json, group);
  write_pairs(json, "pairs", group.pairs, texts);
  json.end_object();
}

}  // namespace

std::string copies_as_json(const Copies& copies, std::span<const Article> articles) {
  std::string out;
  const CopyTexts texts(articles);
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_object();
  json.member("articles", copies.articles);
  json.member("independent", copies.independent());
  json.member("not_compared", copies.not_compared);
  json.key("groups");
  json.begin_array();
  for (const CopyGroup& group : copies.groups) {
    write_group(json, group, texts);
  }
  json.end_array();
  write_pairs(json, "quotations", copies.quotations, texts);
  json.end_object();
  return out + '\n';
}

}  // namespace parallax
