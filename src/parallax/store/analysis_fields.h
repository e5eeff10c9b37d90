#pragma once
#include <concepts>
#include <type_traits>

#include "parallax/core/analysis.h"

/// The fields of every record of an analysis, in the order in which they are stored: one list,
/// walked by the writer and by the reader of analysis_blob.cpp, so that the two cannot differ. A
/// new field changes the blob's version.
namespace parallax {

/// `T` or `const T`: the writer walks constant records, the reader walks the ones that it fills.
template <typename Given, typename T>
concept Either = std::same_as<std::remove_const_t<Given>, T>;

template <typename Archive>
void fields(Archive& archive, Either<Interval> auto& interval) {
  archive(interval.earliest, interval.latest);
}
template <typename Archive>
void fields(Archive& archive, Either<Sentence> auto& sentence) {
  archive(sentence.span, sentence.paragraph, sentence.role);
}
/// Bits have no address: `head` and `joined` pass through copies.
template <typename Archive>
void fields(Archive& archive, Either<Token> auto& token) {
  std::uint32_t head = token.head;
  bool joined = token.joined;
  archive(token.span, token.kind, token.upos, token.xpos, token.feats, token.deprel, token.lemma,
          head, joined);
  if constexpr (!std::is_const_v<std::remove_reference_t<decltype(token)>>) {
    token.head = head & 0x7FFFFFFFU;
    token.joined = joined;
  }
}
template <typename Archive>
void fields(Archive& archive, Either<Timex> auto& timex) {
  archive(timex.span, timex.type, timex.value, timex.interval, timex.granularity, timex.edtf,
          timex.approximate);
}
template <typename Archive>
void fields(Archive& archive, Either<Figure> auto& figure) {
  archive(figure.span, figure.low, figure.high, figure.approximate, figure.unit, figure.counted,
          figure.of, figure.scope, figure.scope_days, figure.voice);
}
template <typename Archive>
void fields(Archive& archive, Either<Mention> auto& mention) {
  archive(mention.span, mention.form);
}
template <typename Archive>
void fields(Archive& archive, Either<Entity> auto& entity) {
  archive(entity.name, entity.type, entity.key, entity.mentions);
}
template <typename Archive>
void fields(Archive& archive, Either<Gloss> auto& gloss) {
  archive(gloss.first, gloss.second, gloss.kind);
}
template <typename Archive>
void fields(Archive& archive, Either<Attribution> auto& attribution) {
  archive(attribution.source, attribution.cue, attribution.content, attribution.kind,
          attribution.stance, attribution.speaker, attribution.parent);
}
template <typename Archive>
void fields(Archive& archive, Either<Event> auto& event) {
  archive(event.span, event.predicate, event.event_class, event.mode, event.actor, event.target,
          event.place, event.when, event.polarity, event.modality, event.voice);
}
template <typename Archive>
void fields(Archive& archive, Either<Label> auto& label) {
  archive(label.span, label.target, label.direction, label.kind, label.voice);
}
template <typename Archive>
void fields(Archive& archive, Either<Sourcing> auto& sourcing) {
  archive(sourcing.span, sourcing.kind);
}
template <typename Archive>
void fields(Archive& archive, Either<Note> auto& note) {
  archive(note.span, note.kind, note.text);
}
template <typename Archive>
void fields(Archive& archive, Either<Analysis> auto& analysis) {
  archive(analysis.sentences, analysis.strings, analysis.tokens, analysis.timexes, analysis.figures,
          analysis.entities, analysis.glosses, analysis.attributions, analysis.events,
          analysis.labels, analysis.sourcing, analysis.notes);
}

/// The last value of each enumeration: what the reader lets pass.
constexpr Role last_of(Role) { return Role::boilerplate; }
constexpr TokenKind last_of(TokenKind) { return TokenKind::punctuation; }
constexpr Upos last_of(Upos) { return Upos::x; }
constexpr TimexType last_of(TimexType) { return TimexType::set; }
constexpr Granularity last_of(Granularity) { return Granularity::millennium; }
constexpr EntityType last_of(EntityType) { return EntityType::work; }
constexpr MentionForm last_of(MentionForm) { return MentionForm::pronoun; }
constexpr GlossKind last_of(GlossKind) { return GlossKind::also_known_as; }
constexpr AttributionKind last_of(AttributionKind) { return AttributionKind::mixed; }
constexpr Stance last_of(Stance) { return Stance::decline; }
constexpr Polarity last_of(Polarity) { return Polarity::negative; }
constexpr Modality last_of(Modality) { return Modality::ordered; }
constexpr Direction last_of(Direction) { return Direction::neutral; }
constexpr LabelKind last_of(LabelKind) { return LabelKind::so_called; }
constexpr SourcingKind last_of(SourcingKind) { return SourcingKind::common_knowledge; }

}  // namespace parallax
