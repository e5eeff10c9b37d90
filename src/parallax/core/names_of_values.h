#pragma once
#include <optional>
#include <string_view>

#include "parallax/core/analysis.h"
#include "parallax/core/copies.h"
#include "parallax/core/question.h"

/// The words that the enumerations have in JSON, in the project file and on screen: one table for
/// all (names_of_values.cpp).
namespace parallax {

std::string_view to_string(TokenKind value);
/// As UD writes it: "PROPN"; `none` is "".
std::string_view to_string(Upos value);
std::string_view to_string(TimexType value);
std::string_view to_string(Granularity value);
std::string_view to_string(EntityType value);
std::string_view to_string(MentionForm value);
std::string_view to_string(GlossKind value);
std::string_view to_string(AttributionKind value);
std::string_view to_string(Stance value);
std::string_view to_string(Polarity value);
std::string_view to_string(Modality value);
std::string_view to_string(Direction value);
std::string_view to_string(LabelKind value);
std::string_view to_string(SourcingKind value);
std::string_view to_string(QuestionType value);
std::string_view to_string(QuestionScope value);
std::string_view to_string(Verdict value);
std::string_view to_string(CopyKind value);

/// The value with this name, if there is one; `T` is any of the enumerations above.
template <typename T>
std::optional<T> from_string(std::string_view name);

}  // namespace parallax
