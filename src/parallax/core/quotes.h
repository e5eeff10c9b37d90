#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/question.h"

namespace parallax {

/// What is known of where words come from: a `SourcingKind`, or absent where a source is a pronoun
/// that stays unresolved or is missing.
using SourceKind = std::optional<SourcingKind>;
constexpr std::size_t kSourceKinds = static_cast<std::size_t>(SourcingKind::common_knowledge) + 2;
constexpr std::size_t index_of(SourceKind kind) {
  return kind ? static_cast<std::size_t>(*kind) : kSourceKinds - 1;
}
/// Named, described and so on; "unknown" where absent.
std::string_view to_string(SourceKind kind);

/// How many words stand in whose mouth. Words are those written between spaces or marks, numbers
/// too; a word inside nested attributions counts once, for the outermost.
struct VoiceShare {
  std::size_t articles = 0;
  std::size_t words = 0;                              ///< in all
  std::size_t attributions = 0;                       ///< nested ones too
  std::array<std::size_t, 3> by_kind{};               ///< words, by AttributionKind
  std::array<std::size_t, kSourceKinds> by_source{};  ///< the same words, by `index_of`

  std::size_t attributed() const { return by_kind[0] + by_kind[1] + by_kind[2]; }
  std::size_t author() const { return words - attributed(); }
  std::size_t of(AttributionKind kind) const { return by_kind.at(static_cast<std::size_t>(kind)); }
  std::size_t of(SourceKind kind) const { return by_source.at(index_of(kind)); }
  /// In direct quotation marks, wholly or in part.
  std::size_t quoted() const { return of(AttributionKind::direct) + of(AttributionKind::mixed); }
  /// From sources without a named speaker; documents are not among them.
  std::size_t unnamed() const;
  VoiceShare& operator+=(const VoiceShare& other);
  bool operator==(const VoiceShare&) const = default;
};

/// One attribution of one article, as it is listed under its speaker.
struct SpokenWords {
  Anchor anchor;              ///< of the first piece of the content
  std::vector<Span> content;  ///< all pieces
  SourceRange place;          ///< from the first piece to the last, in the file as given
  std::string text;           ///< the pieces, joined by " … "; cut after some 800 bytes
  bool cut = false;
  std::string source;  ///< as written; empty where the article names none
  AttributionKind kind = AttributionKind::indirect;
  Stance stance = Stance::say;
  SourceKind source_kind;
  std::size_t words = 0;              ///< of the content, with what is nested in it
  std::optional<std::string> within;  ///< the speaker in whose words it is nested
  bool operator==(const SpokenWords&) const = default;
};

/// A SpokenWords with the place of its article in the pile.
struct Said {
  std::string path;
  std::string outlet;
  std::string side;
  SpokenWords spoken;
  bool operator==(const Said&) const = default;
};

/// Who is quoted: one referent across articles, or, where nobody is named, one wording of a source
/// (the same words, perhaps not the same people).
struct Speaker {
  std::string id;    ///< stable while the referent's key is
  std::string name;  ///< the fullest in use; "unnamed" where the articles give no source at all
  std::vector<std::string> names;  ///< all that are in use, ascending
  bool named = false;
  std::vector<Said> said;  ///< never empty; ascending by side, outlet, path and place

  std::size_t words() const;
  bool operator==(const Speaker&) const = default;
};

struct OutletVoices {
  std::string side;
  std::string outlet;
  VoiceShare share;
  bool operator==(const OutletVoices&) const = default;
};

/// Who says what in a project: counts, and what they count. Nothing here is a score.
struct Quotes {
  std::vector<OutletVoices> outlets;  ///< ascending by side, then outlet
  std::vector<Speaker> speakers;      ///< most words first, then by name
  bool operator==(const Quotes&) const = default;
};

/// What is asked for of all quotes; empty: everything.
struct QuotesWanted {
  std::string side;
  std::string outlet;
};
Quotes narrowed(Quotes quotes, const QuotesWanted& wanted);
/// The order of Quotes::speakers.
void sort_by_words(std::vector<Speaker>& speakers);

}  // namespace parallax
