#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/article.h"
#include "parallax/core/attribution.h"
#include "parallax/core/date.h"
#include "parallax/core/entity.h"
#include "parallax/core/id.h"
#include "parallax/core/span.h"
#include "parallax/core/timex.h"
#include "parallax/core/token.h"

namespace parallax {

/// A sentence of the clean text, without the white space around it. Sentences ascend and never
/// overlap.
struct Sentence {
  Span span;
  std::uint32_t paragraph = 0;  ///< counted from 0 in the article
  Role role = Role::body;
  bool operator==(const Sentence&) const = default;
};

/// A number or a range. `low` and `high` are in the unit as written; an open bound is absent ("more
/// than 100": low 100, no high).
struct Figure {
  Span span;
  std::optional<double> low;
  std::optional<double> high;
  bool approximate = false;
  std::string unit;     ///< as data/lang/xx/units.tsv names it: `day`, `EUR`; empty when things or
                        ///< people are counted
  std::string counted;  ///< the counted class of data/lang/xx/counted.tsv, else the head noun,
                        ///< folded; may be empty
  std::optional<Span> of;     ///< the words that say of what or whom ("Armenian nationals killed")
  std::optional<Span> scope;  ///< the words of its own time scope ("over three days")
  std::optional<double> scope_days;
  VoiceId voice;
  bool operator==(const Figure&) const = default;
};

enum class Polarity : std::uint8_t { positive, negative };
enum class Modality : std::uint8_t { asserted, future, possible, conditional, asked, ordered };

/// Something that is said to have happened. `event_class` and `mode` are PLOVER's.
struct Event {
  Span span;
  std::string predicate;  ///< lemma
  std::string event_class;
  std::string mode;
  std::optional<Id<Entity>> actor;
  std::optional<Id<Entity>> target;
  std::optional<Id<Entity>> place;
  Interval when;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  VoiceId voice;
  bool operator==(const Event&) const = default;
};

enum class Direction : std::uint8_t { favourable, unfavourable, neutral };
enum class LabelKind : std::uint8_t {
  rival_predicate,
  rival_name,
  evaluative,
  scare_quote,
  so_called
};

/// A word that characterises an actor or an event.
struct Label {
  Span span;
  std::optional<Id<Entity>> target;
  Direction direction = Direction::neutral;
  LabelKind kind = LabelKind::evaluative;
  VoiceId voice;
  bool operator==(const Label&) const = default;
};

enum class SourcingKind : std::uint8_t { named, described, anonymous, document, common_knowledge };

struct Sourcing {
  Span span;
  SourcingKind kind = SourcingKind::named;
  bool operator==(const Sourcing&) const = default;
};

/// All that was read in one article. Every span lies inside the article's text; every id is an
/// index into the vector it names. Vectors ascend by their first span unless said otherwise.
struct Analysis {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<std::string> strings;  ///< of tokens; empty where no syntax was read
  std::vector<Timex> timexes;
  std::vector<Figure> figures;
  std::vector<Entity> entities;  ///< ascending by first mention
  std::vector<Gloss> glosses;
  std::vector<Attribution>
      attributions;  ///< ascending by their earliest span; a parent may stand after its child
  std::vector<Event> events;
  std::vector<Label> labels;
  std::vector<Sourcing> sourcing;
  std::vector<Note> notes;
  bool operator==(const Analysis&) const = default;

  /// Empty for a number that stands for none. Lives as long as `strings`.
  std::string_view string(std::uint32_t id) const {
    return id < strings.size() ? std::string_view(strings[id]) : std::string_view();
  }
};

/// The innermost attribution whose content holds `span` whole; absent means the author's own voice.
VoiceId voice_at(const Analysis& analysis, Span span);

}  // namespace parallax
