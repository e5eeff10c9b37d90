#include "parallax/core/names_of_values.h"
#include "parallax/present/citation.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"

/// The array of CONTRACT.md, "Records"; docs/formats.md lists every field.
namespace parallax {
namespace {

void write_optional(JsonWriter& json, const std::optional<double>& value) {
  if (value) {
    json.number(*value);
  } else {
    json.null();
  }
}

void write_optional(JsonWriter& json, const std::optional<Day>& day) {
  if (day) {
    json.text(to_iso(*day));
  } else {
    json.null();
  }
}

void write_figure(JsonWriter& json, const Value& value) {
  json.key("low");
  write_optional(json, value.low);
  json.key("high");
  write_optional(json, value.high);
  json.member("approximate", value.approximate);
  json.key("unit");
  json.text(value.unit);
  json.key("scope_days");
  write_optional(json, value.scope_days);
}

void write_date(JsonWriter& json, const Value& value) {
  json.key("earliest");
  write_optional(json, value.when.earliest);
  json.key("latest");
  write_optional(json, value.when.latest);
}

void write_word(JsonWriter& json, std::string_view key, const Value& value) {
  json.key(key);
  json.text(value.word);
}

void write_polarity(JsonWriter& json, const Value& value) {
  json.key("polarity");
  json.text(to_string(value.polarity));
}

void write_value(JsonWriter& json, QuestionType type, const Value& value) {
  json.begin_object();
  switch (type) {
    case QuestionType::figure:
      write_figure(json, value);
      break;
    case QuestionType::date:
      write_date(json, value);
      break;
    case QuestionType::perpetrator:
    case QuestionType::name:
      write_word(json, "name", value);
      break;
    case QuestionType::characterisation:
      write_word(json, "word", value);
      write_polarity(json, value);
      break;
    case QuestionType::denial:
      write_polarity(json, value);
      break;
    case QuestionType::motive:
      write_word(json, "word", value);
      break;
  }
  json.end_object();
}

void write_voice(JsonWriter& json, const Voice& voice) {
  json.begin_object();
  json.key("outlet");
  json.text(voice.outlet);
  json.key("side");
  json.text(voice.side);
  json.key("speaker");
  if (voice.speaker) {
    json.text(*voice.speaker);
  } else {
    json.null();
  }
  json.end_object();
}

void write_source(JsonWriter& json, const std::optional<SourceRange>& source) {
  json.key("source_begin");
  source ? json.number(source->begin) : json.null();
  json.key("source_end");
  source ? json.number(source->end) : json.null();
}

void write_claim(JsonWriter& json, const PositionClaim& stated, Citations& citations) {
  const Claim& claim = stated.claim;
  const Citation citation = citations.cite(claim);
  json.begin_object();
  json.key("article");
  json.text(citation.path);
  json.key("article_id");
  json.text(claim.anchor.article);
  json.member("begin", claim.anchor.span.begin);
  json.member("end", claim.anchor.span.end);
  write_source(json, citation.source);
  json.key("text");
  json.text(citation.words);
  json.key("before");
  json.text(citation.before);
  json.key("after");
  json.text(citation.after);
  json.key("answer");
  json.text(claim.answer);
  json.key("voice");
  write_voice(json, stated.voice);
  json.end_object();
}

void write_position(JsonWriter& json, QuestionType type, const Position& position,
                    Citations& citations) {
  json.begin_object();
  json.key("answer");
  json.text(position.answer);
  json.key("value");
  write_value(json, type, position.value);
  json.member("articles", position.articles);
  json.member("independent", position.independent);
  json.key("claims");
  json.begin_array();
  for (const PositionClaim& claim : position.claims) {
    write_claim(json, claim, citations);
  }
  json.end_array();
  json.end_object();
}

void write_question(JsonWriter& json, const Question& question, Citations& citations) {
  json.begin_object();
  json.key("id");
  json.text(question.id);
  json.key("type");
  json.text(to_string(question.type));
  json.key("scope");
  json.text(to_string(question.scope));
  json.key("verdict");
  json.text(to_string(question.verdict));
  json.key("title");
  json.text(question.title);
  json.key("key");
  json.begin_object();
  for (const auto& [name, value] : question.key) {
    json.key(name);
    json.text(value);
  }
  json.end_object();
  json.member("why", question.why);
  json.key("positions");
  json.begin_array();
  for (const Position& position : question.positions) {
    write_position(json, question.type, position, citations);
  }
  json.end_array();
  json.member("silent", question.silent);
  json.end_object();
}

}  // namespace

std::string questions_as_json(const Presented& presented) {
  std::string out;
  Citations citations(presented);
  JsonWriter json(out, JsonWriter::Layout::indented);
  json.begin_array();
  for (const Question& question : presented.questions) {
    write_question(json, question, citations);
  }
  json.end_array();
  out += '\n';
  return out;
}

std::string questions_as_json_lines(const Presented& presented) {
  std::string out;
  Citations citations(presented);
  for (const Question& question : presented.questions) {
    JsonWriter json(out, JsonWriter::Layout::one_line);
    write_question(json, question, citations);
    out += '\n';
  }
  return out;
}

}  // namespace parallax
