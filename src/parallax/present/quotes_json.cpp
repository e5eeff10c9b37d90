#include <algorithm>

#include "parallax/core/names_of_values.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/quotes_wording.h"

/// Who says what, as one object; docs/formats.md lists every field.
namespace parallax {
namespace {

void write_share(JsonWriter& json, const VoiceShare& share) {
  json.member("articles", share.articles);
  json.member("words", share.words);
  json.member("author", share.author());
  json.member("attributed", share.attributed());
  json.member("attributions", share.attributions);
  for (const AttributionKind kind :
       {AttributionKind::direct, AttributionKind::indirect, AttributionKind::mixed}) {
    json.member(to_string(kind), share.of(kind));
  }
  json.member("unnamed", share.unnamed());
  json.key("sources");
  json.begin_object();
  for (std::size_t i = 0; i + 1 < kSourceKinds; ++i) {
    json.member(to_string(static_cast<SourcingKind>(i)), share.by_source.at(i));
  }
  json.member(to_string(SourceKind()), share.of(SourceKind()));
  json.end_object();
}

void write_shares(JsonWriter& json, const Quotes& quotes) {
  VoiceShare all;
  json.key("outlets");
  json.begin_array();
  for (const OutletVoices& outlet : quotes.outlets) {
    all += outlet.share;
    json.begin_object();
    json.member("side", outlet.side);
    json.member("outlet", outlet.outlet);
    write_share(json, outlet.share);
    json.end_object();
  }
  json.end_array();
  json.key("sides");
  json.begin_array();
  for (const SideVoices& side : by_side(quotes)) {
    json.begin_object();
    json.member("side", side.name);
    write_share(json, side.share);
    json.end_object();
  }
  json.end_array();
  json.key("all");
  json.begin_object();
  write_share(json, all);
  json.end_object();
}

void write_place(JsonWriter& json, const SpokenWords& spoken) {
  json.member("begin", spoken.content.front().begin);
  json.member("end", spoken.content.back().end);
  json.member("source_begin", spoken.place.begin);
  json.member("source_end", spoken.place.end);
  json.key("content");
  json.begin_array();
  for (const Span piece : spoken.content) {
    json.begin_array();
    json.number(std::uint64_t{piece.begin});
    json.number(std::uint64_t{piece.end});
    json.end_array();
  }
  json.end_array();
}

void write_said(JsonWriter& json, const Said& said) {
  const SpokenWords& spoken = said.spoken;
  json.begin_object();
  json.member("article", said.path);
  json.member("article_id", spoken.anchor.article);
  json.member("outlet", said.outlet);
  json.member("side", said.side);
  json.member("kind", to_string(spoken.kind));
  json.member("stance", to_string(spoken.stance));
  json.member("source", spoken.source);
  json.member("source_kind", to_string(spoken.source_kind));
  json.member_or_null("within", spoken.within);
  json.member("words", spoken.words);
  json.member("text", spoken.text);
  json.member("cut", spoken.cut);
  write_place(json, spoken);
  json.end_object();
}

void write_quoted_in(JsonWriter& json, const Speaker& speaker) {
  json.key("quoted_in");
  json.begin_array();
  for (const QuotedIn& place : quoted_in(speaker)) {
    json.begin_object();
    json.member("side", place.side);
    json.member("outlet", place.outlet);
    json.member("attributions", place.attributions);
    json.member("words", place.words);
    json.end_object();
  }
  json.end_array();
}

void write_speaker(JsonWriter& json, const Speaker& speaker, std::size_t said_shown) {
  json.begin_object();
  json.member("id", speaker.id);
  json.member("name", speaker.name);
  json.member("names", speaker.names);
  json.member("named", speaker.named);
  json.member("words", speaker.words());
  json.member("attributions", speaker.said.size());
  json.key("stances");
  json.begin_object();
  for (const auto& [stance, count] : stances_of(speaker)) {
    json.member(to_string(stance), count);
  }
  json.end_object();
  write_quoted_in(json, speaker);
  if (said_shown > 0) {
    json.key("said");
    json.begin_array();
    for (std::size_t i = 0; i < std::min(said_shown, speaker.said.size()); ++i) {
      write_said(json, speaker.said[i]);
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string quotes_as_json(const Quotes& quotes, const QuotesShown& shown) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_object();
  write_shares(json, quotes);
  json.member("total", quotes.speakers.size());
  json.key("speakers");
  json.begin_array();
  for (std::size_t i = 0; i < std::min(shown.speakers, quotes.speakers.size()); ++i) {
    write_speaker(json, quotes.speakers[i], shown.said);
  }
  json.end_array();
  json.end_object();
  return out + '\n';
}

}  // namespace parallax
