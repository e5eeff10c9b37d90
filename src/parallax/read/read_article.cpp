// The journey of one article: each stage sees what those before it found.
#include "parallax/read/read_article.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "parallax/core/hash.h"
#include "parallax/learn/built_in_model.h"
#include "parallax/read/attribution/attribution_model.h"
#include "parallax/read/attribution/find_attributions.h"
#include "parallax/read/entities/find_entities.h"
#include "parallax/read/events/find_events.h"
#include "parallax/read/figures/find_figures.h"
#include "parallax/read/labels/find_labels.h"
#include "parallax/read/syntax/read_syntax.h"
#include "parallax/read/times/find_timexes.h"
#include "parallax/text/sentences.h"
#include "parallax/text/tokens.h"

namespace parallax {

namespace {

/// Raise it with every change of a stage's rules: stored analyses of another version are read anew.
constexpr std::string_view kCodeVersion = "7";

/// What sentences and tokens are found with; without a model rules alone say where sentences end.
struct SentenceStage {
  std::shared_ptr<const SentenceRules> rules;
  std::shared_ptr<const TokenRules> tokens;
  std::shared_ptr<const SyntaxModel> model;

  std::vector<Span> split(std::string_view text, Span paragraph) const {
    return model ? model->sentence_ends().split(text, paragraph, *rules)
                 : split_sentences(text, paragraph, *rules);
  }
};

void read_sentences(Reading& reading, const SentenceStage& stage) {
  Analysis& analysis = reading.analysis;
  std::uint32_t number = 0;
  for (const Span paragraph : split_paragraphs(reading.article.text)) {
    for (const Span sentence : stage.split(reading.article.text, paragraph)) {
      const Role role = role_at(reading.article, sentence.begin);
      reading.sentence_tokens.push_back(static_cast<std::uint32_t>(analysis.tokens.size()));
      analysis.sentences.push_back({.span = sentence, .paragraph = number, .role = role});
      append_tokens(reading.article.text, sentence, *stage.tokens, analysis.tokens);
    }
    ++number;
  }
  reading.sentence_tokens.push_back(static_cast<std::uint32_t>(analysis.tokens.size()));
  reading.words = words_of(reading.lower, analysis.tokens);
}

/// Whose distance a label keeps: in an indirect report the words are those of who reports.
VoiceId voice_of(const Analysis& analysis, const Label& label) {
  VoiceId voice = voice_at(analysis, label.span);
  while (voice && analysis.attributions[voice->index].kind == AttributionKind::indirect) {
    voice = analysis.attributions[voice->index].parent;
  }
  return voice;
}

/// Who speaks in each figure, event and label: the innermost attribution around it.
void give_voices(Analysis& analysis) {
  for (Figure& figure : analysis.figures) {
    figure.voice = voice_at(analysis, figure.span);
  }
  for (Event& event : analysis.events) {
    event.voice = voice_at(analysis, event.span);
  }
  for (Label& label : analysis.labels) {
    label.voice = voice_of(analysis, label);
  }
}

/// Where the language has no model, a note says so.
void add_syntax(Reading& reading, const SyntaxModel* model) {
  if (model != nullptr) {
    read_syntax(reading.article.text, *model, reading.analysis);
    return;
  }
  reading.analysis.notes.push_back(
      {Span{}, "no_syntax",
       "there is no model of syntax for the language of this article: its words have no tags, no "
       "lemmas and no trees"});
}

/// Null where the program has none for this language.
template <typename Model>
std::shared_ptr<const Model> shared_model(std::string_view language) {
  auto opened = Model::built_in(language);
  return opened ? std::make_shared<const Model>(std::move(*opened)) : nullptr;
}

template <typename Lexicon>
std::shared_ptr<const Lexicon> shared_lexicon(const DataFiles& data, std::string_view language) {
  return std::make_shared<const Lexicon>(Lexicon::load(data, language));
}

}  // namespace

Stages make_stages(const DataFiles& data, std::string_view language) {
  const auto model = shared_model<SyntaxModel>(language);
  const auto taggers = shared_model<AttributionModel>(language);
  const SentenceStage sentences = {.rules = shared_lexicon<SentenceRules>(data, language),
                                   .tokens = shared_lexicon<TokenRules>(data, language),
                                   .model = model};
  const auto times = shared_lexicon<TimeLexicon>(data, language);
  const auto figures = shared_lexicon<FigureLexicon>(data, language);
  const auto entities = shared_lexicon<EntityLexicon>(data, language);
  const auto attribution = shared_lexicon<AttributionLexicon>(data, language);
  const auto sourcing = shared_lexicon<SourcingLexicon>(data, language);
  const auto events = shared_lexicon<EventLexicon>(data, language);
  const auto labels = shared_lexicon<QuoteLexicon>(data, language);
  return {
      .sentences = [sentences](Reading& r) { read_sentences(r, sentences); },
      .syntax = [model](Reading& r) { add_syntax(r, model.get()); },
      .timexes = [times](const Reading& r) { return find_timexes(r, *times); },
      .figures = [figures](const Reading& r) { return find_figures(r, *figures); },
      .entities =
          [entities](Reading& r) {
            EntityReading found = find_entities(r, *entities);
            r.analysis.entities = std::move(found.entities);
            r.analysis.glosses = std::move(found.glosses);
          },
      .attributions =
          [attribution, taggers](const Reading& r) {
            return find_attributions(r, *attribution, taggers.get());
          },
      .sourcing = [sourcing](const Reading& r) { return find_sourcing(r, *sourcing); },
      .events = [events](const Reading& r) { return find_events(r, *events); },
      .labels = [labels](const Reading& r) { return find_labels(r, *labels); },
  };
}

Analysis read_article(const Article& article, const Stages& stages, const Wanted& wanted) {
  using enum Wanted::Until;
  if (wanted.until == nothing) {
    return {};
  }
  Reading reading = Reading::of(article);
  Analysis& analysis = reading.analysis;
  stages.sentences(reading);
  if (wanted.syntax) {
    stages.syntax(reading);
  }
  if (wanted.until >= timexes) {
    analysis.timexes = stages.timexes(reading);
    std::ranges::copy(notes_on_open_timexes(article, analysis.timexes),
                      std::back_inserter(analysis.notes));
  }
  if (wanted.until >= entities) {
    analysis.figures = stages.figures(reading);
    stages.entities(reading);
  }
  if (wanted.until >= attributions) {
    analysis.attributions = stages.attributions(reading);
  }
  if (wanted.until >= labels) {
    analysis.sourcing = stages.sourcing(reading);
    analysis.events = stages.events(reading);
    analysis.labels = stages.labels(reading);
  }
  give_voices(analysis);
  return std::move(analysis);
}

std::string reading_version(const DataFiles& data) {
  return hash_hex(std::string(kCodeVersion) + data.version() + built_in_models());
}

}  // namespace parallax
