#include "parallax/core/names_of_values.h"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

/// One name for each value, in the order of the enumeration.
template <typename T>
struct Names;

template <>
struct Names<TokenKind> {
  static constexpr auto kAll = std::to_array<std::string_view>({"word", "number", "punctuation"});
};
template <>
struct Names<Upos> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
       "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"});
};
template <>
struct Names<TimexType> {
  static constexpr auto kAll = std::to_array<std::string_view>({"DATE", "TIME", "DURATION", "SET"});
};
template <>
struct Names<Granularity> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"", "second", "minute", "hour", "part_of_day", "day", "weekend", "week", "month", "quarter",
       "season", "half_year", "year", "decade", "century", "millennium"});
};
template <>
struct Names<EntityType> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"person", "state", "organisation", "place", "group", "event", "work"});
};
template <>
struct Names<MentionForm> {
  static constexpr auto kAll = std::to_array<std::string_view>({"name", "nominal", "pronoun"});
};
template <>
struct Names<GlossKind> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"bracket", "now_known_as", "which_we_call", "formerly", "also_known_as"});
};
template <>
struct Names<AttributionKind> {
  static constexpr auto kAll = std::to_array<std::string_view>({"direct", "indirect", "mixed"});
};
template <>
struct Names<Stance> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"say", "deny", "admit", "accuse", "believe", "intend", "ask", "decree", "decline"});
};
template <>
struct Names<Polarity> {
  static constexpr auto kAll = std::to_array<std::string_view>({"positive", "negative"});
};
template <>
struct Names<Modality> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"asserted", "future", "possible", "conditional", "asked", "ordered"});
};
template <>
struct Names<Direction> {
  static constexpr auto kAll =
      std::to_array<std::string_view>({"favourable", "unfavourable", "neutral"});
};
template <>
struct Names<LabelKind> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"rival_predicate", "rival_name", "evaluative", "scare_quote", "so_called"});
};
template <>
struct Names<SourcingKind> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"named", "described", "anonymous", "document", "common_knowledge"});
};
template <>
struct Names<QuestionType> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"figure", "date", "perpetrator", "name", "characterisation", "denial", "motive"});
};
template <>
struct Names<QuestionScope> {
  static constexpr auto kAll =
      std::to_array<std::string_view>({"cross_side", "within_article", "within_voice"});
};
template <>
struct Names<Verdict> {
  static constexpr auto kAll =
      std::to_array<std::string_view>({"conflict", "compatible", "same", "undecidable"});
};
template <>
struct Names<CopyKind> {
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"identical", "syndicated", "abridged", "extended", "quoting"});
};

template <typename T>
std::string_view name_of(T value) {
  return Names<T>::kAll.at(static_cast<std::size_t>(value));
}

}  // namespace

template <typename T>
std::optional<T> from_string(std::string_view name) {
  const auto& names = Names<T>::kAll;
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) {
    return std::nullopt;
  }
  return static_cast<T>(at - names.begin());
}

std::string_view to_string(TokenKind value) { return name_of(value); }
std::string_view to_string(Upos value) { return name_of(value); }
std::string_view to_string(TimexType value) { return name_of(value); }
std::string_view to_string(Granularity value) { return name_of(value); }
std::string_view to_string(EntityType value) { return name_of(value); }
std::string_view to_string(MentionForm value) { return name_of(value); }
std::string_view to_string(GlossKind value) { return name_of(value); }
std::string_view to_string(AttributionKind value) { return name_of(value); }
std::string_view to_string(Stance value) { return name_of(value); }
std::string_view to_string(Polarity value) { return name_of(value); }
std::string_view to_string(Modality value) { return name_of(value); }
std::string_view to_string(Direction value) { return name_of(value); }
std::string_view to_string(LabelKind value) { return name_of(value); }
std::string_view to_string(SourcingKind value) { return name_of(value); }
std::string_view to_string(QuestionType value) { return name_of(value); }
std::string_view to_string(QuestionScope value) { return name_of(value); }
std::string_view to_string(Verdict value) { return name_of(value); }
std::string_view to_string(CopyKind value) { return name_of(value); }

template std::optional<TokenKind> from_string<TokenKind>(std::string_view);
template std::optional<Upos> from_string<Upos>(std::string_view);
template std::optional<TimexType> from_string<TimexType>(std::string_view);
template std::optional<Granularity> from_string<Granularity>(std::string_view);
template std::optional<EntityType> from_string<EntityType>(std::string_view);
template std::optional<MentionForm> from_string<MentionForm>(std::string_view);
template std::optional<GlossKind> from_string<GlossKind>(std::string_view);
template std::optional<AttributionKind> from_string<AttributionKind>(std::string_view);
template std::optional<Stance> from_string<Stance>(std::string_view);
template std::optional<Polarity> from_string<Polarity>(std::string_view);
template std::optional<Modality> from_string<Modality>(std::string_view);
template std::optional<Direction> from_string<Direction>(std::string_view);
template std::optional<LabelKind> from_string<LabelKind>(std::string_view);
template std::optional<SourcingKind> from_string<SourcingKind>(std::string_view);
template std::optional<QuestionType> from_string<QuestionType>(std::string_view);
template std::optional<QuestionScope> from_string<QuestionScope>(std::string_view);
template std::optional<Verdict> from_string<Verdict>(std::string_view);
template std::optional<CopyKind> from_string<CopyKind>(std::string_view);

}  // namespace parallax
