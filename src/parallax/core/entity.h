#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "parallax/core/span.h"

namespace parallax {

enum class EntityType : std::uint8_t { person, state, organisation, place, group, event, work };
enum class MentionForm : std::uint8_t { name, nominal, pronoun };

struct Mention {
  Span span;
  MentionForm form = MentionForm::name;
  bool operator==(const Mention&) const = default;
};

/// Somebody or something that the article names: all its mentions under one canonical name.
struct Entity {
  std::string name;  ///< the longest name in use, without titles
  EntityType type = EntityType::person;
  std::string key;                ///< the gazetteer's group ("AZ"), or empty
  std::vector<Mention> mentions;  ///< ascending
  bool operator==(const Entity&) const = default;
};

enum class GlossKind : std::uint8_t {
  bracket,
  now_known_as,
  which_we_call,
  formerly,
  also_known_as
};

/// "X (Y)", "X, now known as Y", "X, which we call Y": the article itself says that two names have
/// one referent.
struct Gloss {
  Span first;
  Span second;
  GlossKind kind = GlossKind::bracket;
  bool operator==(const Gloss&) const = default;
};

}  // namespace parallax
