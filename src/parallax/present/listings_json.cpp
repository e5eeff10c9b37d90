#include "parallax/core/names_of_values.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"

/// Events and figures of all articles; docs/formats.md lists every field.
namespace parallax {
namespace {

void write_listed(JsonWriter& json, const Listed& listed) {
  json.member("article", listed.path);
  json.member("article_id", listed.article);
  json.member("outlet", listed.outlet);
  json.member("side", listed.side);
  json.member_or_null("speaker", listed.speaker);
  json.member("begin", listed.span.begin);
  json.member("end", listed.span.end);
  json.member("source_begin", listed.source.begin);
  json.member("source_end", listed.source.end);
  json.member("text", listed.words);
  json.member("sentence", listed.sentence);
  json.member("sentence_begin", listed.sentence_begin);
}

void write_day(JsonWriter& json, std::string_view name, const std::optional<Day>& day) {
  json.member_or_null(name, day ? std::optional(to_iso(*day)) : std::nullopt);
}

void write_event(JsonWriter& json, const ListedEvent& event) {
  json.begin_object();
  write_day(json, "earliest", event.when.earliest);
  write_day(json, "latest", event.when.latest);
  json.member("predicate", event.predicate);
  json.member("class", event.event_class);
  json.member_or_null("actor", event.actor);
  json.member_or_null("target", event.target);
  json.member_or_null("place", event.place);
  json.member("polarity", to_string(event.polarity));
  json.member("modality", to_string(event.modality));
  write_listed(json, event.listed);
  json.end_object();
}

void write_bound(JsonWriter& json, std::string_view name, const std::optional<double>& bound) {
  json.key(name);
  if (bound) {
    json.number(*bound);
  } else {
    json.null();
  }
}

void write_figure(JsonWriter& json, const ListedFigure& figure) {
  json.begin_object();
  json.member("counted", figure.counted);
  json.member("unit", figure.unit);
  write_bound(json, "low", figure.low);
  write_bound(json, "high", figure.high);
  json.member("approximate", figure.approximate);
  json.member_or_null("of", figure.of);
  json.member_or_null("scope", figure.scope);
  write_listed(json, figure.listed);
  json.end_object();
}

void write_events(JsonWriter& json, std::span<const ListedEvent> events) {
  json.begin_array();
  for (const ListedEvent& event : events) {
    write_event(json, event);
  }
  json.end_array();
}

}  // namespace

std::string timeline_as_json(const Timeline& timeline) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_object();
  json.key("dated");
  write_events(json, timeline.dated);
  json.key("undated");
  write_events(json, timeline.undated);
  json.end_object();
  return out + '\n';
}

std::string events_as_json(std::span<const ListedEvent> events) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  write_events(json, events);
  return out;
}

std::string figures_as_json(std::span<const ListedFigure> figures) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_array();
  for (const ListedFigure& figure : figures) {
    write_figure(json, figure);
  }
  json.end_array();
  return out + '\n';
}

}  // namespace parallax
