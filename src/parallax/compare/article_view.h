#pragma once
#include <optional>
#include <string>
#include <vector>

#include "parallax/compare/claim_rules.h"
#include "parallax/core/anchor.h"

namespace parallax {

/// One mention with its entity, for looking around in a sentence.
struct MentionView {
  Span span;
  std::uint32_t entity = 0;
};

/// One article as the gathering of claims looks at it: sentences, mentions and voices by position.
/// Refers to what it was made of.
class ArticleView {
 public:
  ArticleView(const Article& article, const Analysis& analysis, const ClaimRules& rules);

  const Article& article() const { return article_; }
  const Analysis& analysis() const { return analysis_; }
  const ClaimRules& rules() const { return rules_; }
  std::string_view lower(Span span) const { return words(lower_, span); }
  /// The words of the tokens up to `end`, in lower case.
  std::span<const Word> lower_words(std::size_t end) const {
    return std::span(lower_words_).first(end);
  }
  const std::vector<MentionView>& mentions() const { return mentions_; }

  /// Index of the sentence that holds `offset`; the last one before it if none does.
  std::size_t sentence_at(std::uint32_t offset) const;
  Span sentence(std::size_t index) const { return analysis_.sentences[index].span; }
  /// The mentions that lie in `span`, ascending.
  std::vector<MentionView> mentions_in(Span span) const;
  /// The tokens that lie in `span`, as indices [first, second).
  std::pair<std::size_t, std::size_t> tokens_in(Span span) const;

  /// What claims call an entity: the gazetteer's key, else its folded name without article and
  /// place noun.
  std::string key_of(std::uint32_t entity) const;
  bool is_place(std::uint32_t entity) const;
  /// The part of the sentence in which the voice of `span` speaks: the attribution's content in
  /// that sentence, or all of the sentence.
  Span reach(Span span, VoiceId voice) const;
  /// Canonical name of the speaker, else the source's words; absent for the author.
  std::optional<std::string> speaker(VoiceId voice) const;
  /// A claim of one type at `span`, with anchor and speaker. A span over 800 bytes is cut.
  Claim claim(QuestionType type, Span span, VoiceId voice) const;
  /// The last interval known before `offset` in running text; else the month before the publication
  /// date; else open.
  Interval time_before(std::uint32_t offset) const;
  /// Whether claims are gathered from a sentence: captions and removed text carry none.
  bool carries_claims(std::size_t sentence) const;

 private:
  const Article& article_;
  const Analysis& analysis_;
  const ClaimRules& rules_;
  const std::string lower_;
  const std::vector<Word> lower_words_;
  std::string version_;
  std::vector<MentionView> mentions_;
};

/// A folded name without "the" before it and without a common place noun behind it ("the kestrin
/// dam" is "kestrin").
std::string bare_name(std::string_view folded, const ClaimRules& rules);

}  // namespace parallax
