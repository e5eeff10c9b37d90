#include <algorithm>
#include <map>

#include "parallax/core/names_of_values.h"
#include "parallax/present/escape.h"
#include "parallax/present/present.h"
#include "parallax/present/text_fields.h"
#include "parallax/present/tree_text.h"

/// The text form of a layer, which case files and `parallax show --layer` use. One item a line;
/// fields stand two spaces apart; what is absent is left out; words are quoted with `"`, `\` and
/// control characters escaped; pieces of one thing are joined by ` | `. docs/formats.md, "Text
/// forms", shows each layer.
namespace parallax {
namespace {

class LayerText : TextFields {
 public:
  LayerText(const Article& article, const Analysis& analysis)
      : article_(article), analysis_(analysis) {}

  void article();
  void blocks();
  void sentences();
  void tokens();
  void syntax() { out_ += trees_as_text(article_.text, analysis_); }
  void timexes();
  void figures();
  void entities();
  void glosses();
  void attributions();
  void events();
  void labels();
  void sourcing();
  void notes();

  using TextFields::take;

 private:
  std::string_view text(Span span) const { return words(article_.text, span); }

  void spans_field(std::string_view key, const std::vector<Span>& spans);
  void entity_field(std::string_view key, const std::optional<Id<Entity>>& id);
  void voice_field(const VoiceId& voice);

  void mentions_field(const Entity& entity);
  void attribution(const Attribution& attribution, std::size_t depth);

  const Article& article_;
  const Analysis& analysis_;
};

void LayerText::spans_field(std::string_view key, const std::vector<Span>& spans) {
  if (spans.empty()) {
    return;
  }
  name(key);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    out_ += i == 0 ? "" : " | ";
    append_quoted(out_, text(spans[i]));
  }
}

void LayerText::entity_field(std::string_view key, const std::optional<Id<Entity>>& id) {
  if (id && id->index < analysis_.entities.size()) {
    quoted_field(key, analysis_.entities[id->index].name);
  }
}

/// The source's words where there are any, else the attribution's id; nothing for the author.
void LayerText::voice_field(const VoiceId& voice) {
  if (!voice) {
    return;
  }
  if (voice->index < analysis_.attributions.size() &&
      !analysis_.attributions[voice->index].source.empty()) {
    spans_field("voice", analysis_.attributions[voice->index].source);
  } else {
    field("voice", "a" + std::to_string(voice->index));
  }
}

void LayerText::article() {
  for (const NamedField& each : kMetadataFields) {
    const std::optional<std::string>& value = article_.metadata.*each.member;
    if (!value) {
      continue;
    }
    line(each.name);
    quoted(*value);
    const auto is_of_field = [&](const Evidence& one) { return one.field == each.field; };
    const auto evidence = std::ranges::find_if(article_.evidence, is_of_field);
    if (evidence != article_.evidence.end() && evidence->value == *value) {
      field("source", to_string(evidence->source));
      field("sure", to_string(evidence->sure));
      if (!evidence->words.empty() && evidence->words != *value) {
        quoted_field("words", evidence->words);
      }
    }
    end_line();
  }
}

void LayerText::blocks() {
  constexpr std::uint32_t kShown = 60;
  for (const Block& block : article_.blocks) {
    line(to_string(block.role));
    gap();
    out_ += std::to_string(block.source.begin) + ".." + std::to_string(block.source.end);
    gap();
    if (!block.kept()) {
      out_ += "removed\n";
      continue;
    }
    out_ += std::to_string(block.text.begin) + ".." + std::to_string(block.text.end);
    std::string shown(text(block.text));
    if (shown.size() > kShown) {
      std::size_t end = kShown;
      while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) {
        --end;
      }
      shown.resize(end);
      shown += "…";
    }
    quoted(shown);
    end_line();
  }
}

void LayerText::sentences() {
  for (const Sentence& sentence : analysis_.sentences) {
    append_quoted(out_, text(sentence.span));
    if (sentence.role != Role::body) {
      field("role", to_string(sentence.role));
    }
    end_line();
  }
}

void LayerText::tokens() {
  std::size_t next = 0;
  const std::vector<Token>& tokens = analysis_.tokens;
  for (const Sentence& sentence : analysis_.sentences) {
    bool first = true;
    for (; next < tokens.size() && tokens[next].span.begin < sentence.span.end; ++next) {
      out_ += first ? "" : "·";
      out_ += text(tokens[next].span);
      first = false;
    }
    end_line();
  }
}

void LayerText::timexes() {
  for (const Timex& timex : analysis_.timexes) {
    line("timex");
    quoted(text(timex.span));
    field("type", to_string(timex.type));
    field("value", timex.value);
    if (timex.interval.known() && interval_from_value(timex.value) != timex.interval) {
      interval_field("days", timex.interval);
    }
    field("edtf", timex.edtf);
    field("approximate", timex.approximate ? "yes" : "");
    end_line();
  }
}

void LayerText::figures() {
  for (const Figure& figure : analysis_.figures) {
    line("figure");
    quoted(text(figure.span));
    number_field("low", figure.low);
    number_field("high", figure.high);
    field("approximate", figure.approximate ? "yes" : "");
    field("unit", figure.unit);
    field("counted", figure.counted);
    if (figure.of) {
      quoted_field("of", text(*figure.of));
    }
    if (figure.scope) {
      quoted_field("scope", text(*figure.scope));
    }
    if (figure.scope_days) {
      number_field("scope_days", figure.scope_days);
    }
    voice_field(figure.voice);
    end_line();
  }
}

/// Each wording once, in the order of its first use: `"Aren Tol" | "he" pronoun ×3`.
void LayerText::mentions_field(const Entity& entity) {
  std::vector<std::pair<Mention, std::size_t>> wordings;
  std::map<std::pair<std::string_view, MentionForm>, std::size_t> index;
  for (const Mention& mention : entity.mentions) {
    const auto [at, fresh] = index.try_emplace({text(mention.span), mention.form}, wordings.size());
    if (fresh) {
      wordings.emplace_back(mention, 0);
    }
    ++wordings[at->second].second;
  }
  if (wordings.empty()) {
    return;
  }
  name("mentions");
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    const auto& [mention, count] = wordings[i];
    out_ += i == 0 ? "" : " | ";
    append_quoted(out_, text(mention.span));
    if (mention.form != MentionForm::name) {
      out_ += ' ';
      out_ += to_string(mention.form);
    }
    if (count > 1) {
      out_ += " ×" + std::to_string(count);
    }
  }
}

void LayerText::entities() {
  for (const Entity& entity : analysis_.entities) {
    line("entity");
    quoted(entity.name);
    field("type", to_string(entity.type));
    field("key", entity.key);
    mentions_field(entity);
    end_line();
  }
}

void LayerText::glosses() {
  for (const Gloss& gloss : analysis_.glosses) {
    line("gloss");
    quoted(text(gloss.first));
    out_ += " = ";
    append_quoted(out_, text(gloss.second));
    field("kind", to_string(gloss.kind));
    end_line();
  }
}

void LayerText::attribution(const Attribution& attribution, std::size_t depth) {
  constexpr std::size_t kDeepestIndent = 32;
  out_.append(2 * std::min(depth, kDeepestIndent), ' ');
  line(depth == 0 ? "attribution" : "nested");
  spans_field("source", attribution.source);
  spans_field("cue", attribution.cue);
  spans_field("content", attribution.content);
  field("kind", to_string(attribution.kind));
  field("stance", to_string(attribution.stance));
  entity_field("speaker", attribution.speaker);
  end_line();
}

/// Parents first, their children after them. A parent that is none, or a circle of parents, makes
/// an attribution stand by itself.
void LayerText::attributions() {
  const std::vector<Attribution>& all = analysis_.attributions;
  std::vector<std::vector<std::uint32_t>> children(all.size());
  std::vector<bool> printed(all.size(), false);
  std::vector<std::uint32_t> in_order;
  std::vector<std::uint32_t> in_circles;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const bool nested = all[i].parent && all[i].parent->index < all.size();
    (nested ? children[all[i].parent->index] : in_order).push_back(i);
    if (nested) {
      in_circles.push_back(i);
    }
  }
  in_order.insert(in_order.end(), in_circles.begin(), in_circles.end());
  std::vector<std::pair<std::uint32_t, std::size_t>> open;
  for (const std::uint32_t root : in_order) {
    open.emplace_back(root, 0);
    while (!open.empty()) {
      const auto [i, depth] = open.back();
      open.pop_back();
      if (printed[i]) {
        continue;
      }
      printed[i] = true;
      attribution(all[i], depth);
      for (auto child = children[i].rbegin(); child != children[i].rend(); ++child) {
        open.emplace_back(*child, depth + 1);
      }
    }
  }
}

void LayerText::events() {
  for (const Event& event : analysis_.events) {
    line("event");
    quoted(text(event.span));
    field("predicate", event.predicate);
    field("class", event.event_class);
    field("mode", event.mode);
    entity_field("actor", event.actor);
    entity_field("target", event.target);
    entity_field("place", event.place);
    if (event.when.known()) {
      interval_field("when", event.when);
    }
    field("polarity", event.polarity == Polarity::positive ? "" : to_string(event.polarity));
    field("modality", event.modality == Modality::asserted ? "" : to_string(event.modality));
    voice_field(event.voice);
    end_line();
  }
}

void LayerText::labels() {
  for (const Label& label : analysis_.labels) {
    line("label");
    quoted(text(label.span));
    field("kind", to_string(label.kind));
    entity_field("target", label.target);
    field("direction", to_string(label.direction));
    voice_field(label.voice);
    end_line();
  }
}

void LayerText::sourcing() {
  for (const Sourcing& sourcing : analysis_.sourcing) {
    line("sourcing");
    quoted(text(sourcing.span));
    field("kind", to_string(sourcing.kind));
    end_line();
  }
}

void LayerText::notes() {
  for (const std::vector<Note>* notes : {&article_.notes, &analysis_.notes}) {
    for (const Note& note : *notes) {
      line("note");
      quoted(text(note.span));
      field("kind", note.kind);
      quoted_field("text", note.text);
      end_line();
    }
  }
}

class RemovedText : TextFields {
 public:
  void add(const RemovedPiece& piece) {
    line(to_string(piece.role));
    gap();
    out_ += std::to_string(piece.source.begin) + ".." + std::to_string(piece.source.end);
    quoted(piece.words);
    end_line();
  }
  using TextFields::take;
};

struct Layer {
  std::string_view name;
  void (LayerText::*write)();
};

constexpr Layer kLayers[] = {
    {"article", &LayerText::article},     {"blocks", &LayerText::blocks},
    {"sentences", &LayerText::sentences}, {"tokens", &LayerText::tokens},
    {"syntax", &LayerText::syntax},       {"timexes", &LayerText::timexes},
    {"figures", &LayerText::figures},     {"entities", &LayerText::entities},
    {"glosses", &LayerText::glosses},     {"attributions", &LayerText::attributions},
    {"events", &LayerText::events},       {"labels", &LayerText::labels},
    {"sourcing", &LayerText::sourcing},   {"notes", &LayerText::notes},
};

}  // namespace

std::string removed_as_text(std::span<const RemovedPiece> pieces) {
  RemovedText text;
  for (const RemovedPiece& piece : pieces) {
    text.add(piece);
  }
  return text.take();
}

std::string layer_as_text(const Article& article, const Analysis& analysis,
                          const std::string& layer) {
  const auto* const found = std::find_if(std::begin(kLayers), std::end(kLayers),
                                         [&](const Layer& known) { return known.name == layer; });
  if (found == std::end(kLayers)) {
    return {};
  }
  LayerText text(article, analysis);
  (text.*found->write)();
  return text.take();
}

}  // namespace parallax
