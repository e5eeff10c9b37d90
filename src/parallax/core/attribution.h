#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "parallax/core/id.h"
#include "parallax/core/span.h"

namespace parallax {

struct Entity;

enum class AttributionKind : std::uint8_t { direct, indirect, mixed };
enum class Stance : std::uint8_t {
  say,
  deny,
  admit,
  accuse,
  believe,
  intend,
  ask,
  decree,
  decline
};

/// Who says what: source, cue and content, each perhaps in pieces (ascending spans). `source` and
/// `cue` may be empty.
struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
  AttributionKind kind = AttributionKind::indirect;
  Stance stance = Stance::say;
  std::optional<Id<Entity>> speaker;      ///< the source resolved; unknown stays unknown
  std::optional<Id<Attribution>> parent;  ///< the attribution in whose content this one is nested
  bool operator==(const Attribution&) const = default;
};

/// Whose words: an attribution's, or, when absent, the author's.
using VoiceId = std::optional<Id<Attribution>>;

}  // namespace parallax
