#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parallax/core/analysis.h"

namespace parallax {

enum class QuestionType : std::uint8_t {
  figure,
  date,
  perpetrator,
  name,
  characterisation,
  denial,
  motive,
};
enum class QuestionScope : std::uint8_t { cross_side, within_article, within_voice };
enum class Verdict : std::uint8_t { conflict, compatible, same, undecidable };

/// The trace of every claim back to its sentence. Never without words: found again by them when the
/// text gets a new version.
struct Anchor {
  std::string article;       ///< Article::id
  std::string text_version;  ///< hash of the clean text
  Span span;
  std::string words;   ///< the bytes at `span`
  std::string before;  ///< up to 32 bytes before, cut at code-point borders
  std::string after;   ///< up to 32 bytes after
  bool operator==(const Anchor&) const = default;
};

/// What a claim answers, in a form that can be compared. Which fields count depends on the claim's
/// type.
struct Value {
  std::optional<double> low;  ///< figure
  std::optional<double> high;
  bool approximate = false;
  std::string unit;
  std::optional<double> scope_days;  ///< figure: the time that the number is said to cover
  Interval when;                     ///< date: the answer; what more it says, as TIMEX3, in `word`
  std::string word;  ///< name: the name, folded; characterisation: the position in rival_words.tsv
  Polarity polarity = Polarity::positive;
  bool operator==(const Value&) const = default;
};

/// What a claim is about: claims with equal `type` and `topic` meet; the other fields tell apart
/// what only looks alike.
struct Topic {
  std::string subject;  ///< counted class, event lemma, rival group, or the folded name
  std::string place;    ///< entity key; empty = not said
  std::string
      patient;  ///< entity key of whom it concerns (victims, people, thing taken); empty = not said
  std::string actor;  ///< entity key of who acts; empty = not said
  std::string site;  ///< a common noun that narrows the place ("market"), folded; empty = the place
                     ///< as a whole
  Interval when;  ///< when the event took place, or the days that a figure covers; open = not said
  bool when_inferred = false;  ///< taken from what stands before, not from the claim's own sentence
  bool operator==(const Topic&) const = default;
};

/// One voice's answer to one question.
struct Claim {
  QuestionType type = QuestionType::figure;
  Topic topic;
  Value value;
  std::string answer;  ///< as a reader would note it in a cell: "26 (over three days)"
  std::optional<std::string>
      speaker;  ///< canonical name, or the source's words; absent: the author's voice
  Anchor anchor;
  bool operator==(const Claim&) const = default;
};

/// The voice of a claim once outlets and sides are known.
struct Voice {
  std::string outlet;
  std::string side;
  std::optional<std::string> speaker;
  auto operator<=>(const Voice&) const = default;
};

struct PositionClaim {
  Claim claim;
  Voice voice;
  bool operator==(const PositionClaim&) const = default;
};

/// Claims with compatible answers.
struct Position {
  std::string answer;
  Value value;
  std::vector<PositionClaim> claims;  ///< never empty
  std::size_t articles = 0;           ///< that make these claims
  std::size_t independent = 0;        ///< the same, if articles that are copies count once
  bool operator==(const Position&) const = default;
};

/// What the claims answer, and how the answers stand to each other. A question with the verdict
/// `conflict` is a dispute.
struct Question {
  std::string id;  ///< stable while its key is: hash of type and key
  QuestionType type = QuestionType::figure;
  QuestionScope scope = QuestionScope::cross_side;
  Verdict verdict = Verdict::undecidable;
  std::string title;  ///< one neutral line that takes no side
  std::map<std::string, std::string>
      key;                       ///< what the claims have in common, for people and for JSON
  std::vector<std::string> why;  ///< the reasons for the verdict, a line each
  std::vector<Position> positions;
  std::vector<std::string> silent;  ///< outlets that say nothing to it
  bool operator==(const Question&) const = default;
};

/// What comparing must know of an article: its voice and its place in time.
struct Account {
  std::string article;  ///< Article::id
  std::string path;
  std::string outlet;  ///< never empty: an article without outlet is its own, under its file name
  std::string side;    ///< never empty: an outlet without side is its own
  std::optional<std::string> published;
  bool operator==(const Account&) const = default;
};

}  // namespace parallax
