#include <algorithm>

#include "parallax/core/names_of_values.h"
#include "parallax/present/escape.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"

/// One line of `parallax map`: CONTRACT.md, "Records"; docs/formats.md lists every field. Most of a
/// line is tokens, so their members are written as ready-made pieces.
namespace parallax {
namespace {

struct Written {
  JsonWriter& json;
  const Article& article;
  const Analysis& analysis;

  std::string_view text(Span span) const { return words(article.text, span); }
};

void write_offsets(JsonWriter& json, Span span) {
  json.member("begin", span.begin);
  json.member("end", span.end);
}

void write_pair(JsonWriter& json, Span span) {
  json.begin_array();
  json.number(std::uint64_t{span.begin});
  json.number(std::uint64_t{span.end});
  json.end_array();
}

void write_pairs(JsonWriter& json, std::string_view key, const std::vector<Span>& spans) {
  json.key(key);
  json.begin_array();
  for (const Span span : spans) {
    write_pair(json, span);
  }
  json.end_array();
}

void write_optional(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
  json.key(key);
  value ? json.number(*value) : json.null();
}

/// Null where there is no text.
void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  text.empty() ? json.null() : json.text(text);
}

void write_interval(JsonWriter& json, const Interval& interval) {
  json.key("earliest");
  interval.earliest ? json.text(to_iso(*interval.earliest)) : json.null();
  json.key("latest");
  interval.latest ? json.text(to_iso(*interval.latest)) : json.null();
}

std::string name_of(Id<Entity> id) { return "e" + std::to_string(id.index); }
std::string name_of(Id<Attribution> id) { return "a" + std::to_string(id.index); }

template <typename T>
void write_reference(JsonWriter& json, std::string_view key, const std::optional<Id<T>>& id) {
  json.key(key);
  id ? json.text(name_of(*id)) : json.null();
}

void write_voice(JsonWriter& json, const VoiceId& voice) {
  json.member("voice", voice ? name_of(*voice) : std::string("author"));
}

void write_block(JsonWriter& json, const Block& block) {
  json.begin_object();
  write_offsets(json, block.text);
  json.member("source_begin", block.source.begin);
  json.member("source_end", block.source.end);
  json.member("role", to_string(block.role));
  json.end_object();
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  json.member("field", to_string(evidence.field));
  json.member("source", to_string(evidence.source));
  json.member("sure", to_string(evidence.sure));
  json.member("value", evidence.value);
  json.member("words", evidence.words);
  json.member("source_begin", evidence.where.begin);
  json.member("source_end", evidence.where.end);
  json.end_object();
}

void write_article(const Written& w) {
  const Metadata& metadata = w.article.metadata;
  w.json.key("article");
  w.json.begin_object();
  w.json.member("text", w.article.text);
  w.json.member("path", w.article.path);
  for (const NamedField& each : kMetadataFields) {
    w.json.member_or_null(each.name, metadata.*each.member);
  }
  w.json.key("evidence");
  w.json.begin_array();
  for (const Evidence& evidence : w.article.evidence) {
    write_evidence(w.json, evidence);
  }
  w.json.end_array();
  w.json.key("blocks");
  w.json.begin_array();
  for (const Block& block : w.article.blocks) {
    write_block(w.json, block);
  }
  w.json.end_array();
  w.json.end_object();
}

void write_sentences(const Written& w) {
  w.json.key("sentences");
  w.json.begin_array();
  for (const Sentence& sentence : w.analysis.sentences) {
    write_pair(w.json, sentence.span);
  }
  w.json.end_array();
}

/// `member` is a member as it stands where there is no value: `,"key":null`.
void append_text_member(std::string& piece, std::string_view member, std::string_view value) {
  constexpr std::string_view kNull = "null";
  if (value.empty()) {
    piece += member;
  } else {
    piece += member.substr(0, member.size() - kNull.size());
    append_quoted(piece, value);
  }
}

void write_token(const Written& w, const Token& token, std::string& piece) {
  using namespace std::string_view_literals;
  piece = R"({"begin":)"sv;
  append_number(piece, std::uint64_t{token.span.begin});
  piece += R"(,"end":)"sv;
  append_number(piece, std::uint64_t{token.span.end});
  piece += R"(,"kind":")"sv;
  piece += to_string(token.kind);
  append_text_member(piece, R"(","lemma":null)"sv, w.analysis.string(token.lemma));
  append_text_member(piece, R"(,"upos":null)"sv, to_string(token.upos));
  append_text_member(piece, R"(,"xpos":null)"sv, w.analysis.string(token.xpos));
  append_text_member(piece, R"(,"feats":null)"sv, w.analysis.string(token.feats));
  if (token.deprel == 0) {
    piece += R"(,"head":null,"deprel":null})"sv;
  } else {
    piece += R"(,"head":)"sv;
    append_number(piece, std::uint64_t{token.head});
    append_text_member(piece, R"(,"deprel":null)"sv, w.analysis.string(token.deprel));
    piece += '}';
  }
  w.json.raw(piece);
}

void write_tokens(const Written& w) {
  w.json.key("tokens");
  w.json.begin_array();
  std::string piece;
  for (const Token& token : w.analysis.tokens) {
    write_token(w, token, piece);
  }
  w.json.end_array();
}

void write_timexes(const Written& w) {
  w.json.key("timexes");
  w.json.begin_array();
  for (const Timex& timex : w.analysis.timexes) {
    w.json.begin_object();
    write_offsets(w.json, timex.span);
    w.json.member("type", to_string(timex.type));
    w.json.member("value", timex.value);
    write_interval(w.json, timex.interval);
    write_text(w.json, "granularity", to_string(timex.granularity));
    write_text(w.json, "edtf", timex.edtf);
    w.json.member("approximate", timex.approximate);
    w.json.end_object();
  }
  w.json.end_array();
}

void write_figures(const Written& w) {
  w.json.key("figures");
  w.json.begin_array();
  for (const Figure& figure : w.analysis.figures) {
    w.json.begin_object();
    write_offsets(w.json, figure.span);
    write_optional(w.json, "low", figure.low);
    write_optional(w.json, "high", figure.high);
    w.json.key("approximate");
    w.json.boolean(figure.approximate);
    w.json.member("unit", figure.unit);
    w.json.member("counted", figure.counted);
    w.json.member("of", figure.of ? w.text(*figure.of) : std::string_view());
    w.json.member("scope", figure.scope ? w.text(*figure.scope) : std::string_view());
    write_optional(w.json, "scope_days", figure.scope_days);
    write_voice(w.json, figure.voice);
    w.json.end_object();
  }
  w.json.end_array();
}

void write_mention(JsonWriter& json, const Mention& mention) {
  json.begin_object();
  write_offsets(json, mention.span);
  json.member("form", to_string(mention.form));
  json.end_object();
}

void write_entities(const Written& w) {
  w.json.key("entities");
  w.json.begin_array();
  for (std::uint32_t i = 0; i < w.analysis.entities.size(); ++i) {
    const Entity& entity = w.analysis.entities[i];
    w.json.begin_object();
    w.json.member("id", name_of(Id<Entity>{i}));
    w.json.member("name", entity.name);
    w.json.member("type", to_string(entity.type));
    w.json.member("key", entity.key);
    w.json.key("mentions");
    w.json.begin_array();
    for (const Mention& mention : entity.mentions) {
      write_mention(w.json, mention);
    }
    w.json.end_array();
    w.json.end_object();
  }
  w.json.end_array();
}

void write_glosses(const Written& w) {
  w.json.key("glosses");
  w.json.begin_array();
  for (const Gloss& gloss : w.analysis.glosses) {
    w.json.begin_object();
    w.json.key("first");
    write_pair(w.json, gloss.first);
    w.json.key("second");
    write_pair(w.json, gloss.second);
    w.json.member("kind", to_string(gloss.kind));
    w.json.end_object();
  }
  w.json.end_array();
}

void write_attributions(const Written& w) {
  w.json.key("attributions");
  w.json.begin_array();
  for (std::uint32_t i = 0; i < w.analysis.attributions.size(); ++i) {
    const Attribution& attribution = w.analysis.attributions[i];
    w.json.begin_object();
    w.json.member("id", name_of(Id<Attribution>{i}));
    write_pairs(w.json, "source", attribution.source);
    write_pairs(w.json, "cue", attribution.cue);
    write_pairs(w.json, "content", attribution.content);
    w.json.member("kind", to_string(attribution.kind));
    w.json.member("stance", to_string(attribution.stance));
    write_reference(w.json, "speaker", attribution.speaker);
    write_reference(w.json, "parent", attribution.parent);
    w.json.end_object();
  }
  w.json.end_array();
}

void write_events(const Written& w) {
  w.json.key("events");
  w.json.begin_array();
  for (const Event& event : w.analysis.events) {
    w.json.begin_object();
    write_offsets(w.json, event.span);
    w.json.member("predicate", event.predicate);
    w.json.member("class", event.event_class);
    w.json.member("mode", event.mode);
    write_reference(w.json, "actor", event.actor);
    write_reference(w.json, "target", event.target);
    write_reference(w.json, "place", event.place);
    write_interval(w.json, event.when);
    w.json.member("polarity", to_string(event.polarity));
    w.json.member("modality", to_string(event.modality));
    write_voice(w.json, event.voice);
    w.json.end_object();
  }
  w.json.end_array();
}

void write_labels(const Written& w) {
  w.json.key("labels");
  w.json.begin_array();
  for (const Label& label : w.analysis.labels) {
    w.json.begin_object();
    write_offsets(w.json, label.span);
    write_reference(w.json, "target", label.target);
    w.json.member("direction", to_string(label.direction));
    w.json.member("kind", to_string(label.kind));
    write_voice(w.json, label.voice);
    w.json.end_object();
  }
  w.json.end_array();
}

void write_sourcing(const Written& w) {
  w.json.key("sourcing");
  w.json.begin_array();
  for (const Sourcing& sourcing : w.analysis.sourcing) {
    w.json.begin_object();
    write_offsets(w.json, sourcing.span);
    w.json.member("kind", to_string(sourcing.kind));
    w.json.end_object();
  }
  w.json.end_array();
}

void write_note(JsonWriter& json, const Note& note) {
  json.begin_object();
  write_offsets(json, note.span);
  json.member("kind", note.kind);
  json.member("text", note.text);
  json.end_object();
}

void write_notes(const Written& w) {
  w.json.key("notes");
  w.json.begin_array();
  for (const Note& note : w.article.notes) {
    write_note(w.json, note);
  }
  for (const Note& note : w.analysis.notes) {
    write_note(w.json, note);
  }
  w.json.end_array();
}

struct Layer {
  std::string_view name;
  void (*write)(const Written&);
};

constexpr Layer kLayers[] = {
    {"article", write_article}, {"sentences", write_sentences},       {"tokens", write_tokens},
    {"timexes", write_timexes}, {"figures", write_figures},           {"entities", write_entities},
    {"glosses", write_glosses}, {"attributions", write_attributions}, {"events", write_events},
    {"labels", write_labels},   {"sourcing", write_sourcing},         {"notes", write_notes},
};

}  // namespace

std::span<const std::string> layers_for_pages() {
  static const std::vector<std::string> kShown = [] {
    std::vector<std::string> names;
    for (const Layer& layer : kLayers) {
      if (layer.name != "tokens") {
        names.emplace_back(layer.name);
      }
    }
    return names;
  }();
  return kShown;
}

std::string analysis_as_json_line(const Article& article, const Analysis& analysis,
                                  std::span<const std::string> layers) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  const Written written{json, article, analysis};
  json.begin_object();
  json.member("id", article.id);
  for (const Layer& layer : kLayers) {
    if (layers.empty() || std::find(layers.begin(), layers.end(), layer.name) != layers.end()) {
      layer.write(written);
    }
  }
  json.end_object();
  return out;
}

}  // namespace parallax
