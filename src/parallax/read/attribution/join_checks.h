#pragma once
#include <optional>
#include <vector>

#include "parallax/read/attribution/attribute.h"
#include "parallax/read/attribution/tag_attributions.h"

namespace parallax {

/// Who is believed where rules and model differ. Made before anything is joined; refers to all
/// three.
class JoinChecks {
 public:
  JoinChecks(const ArticleWords& words, const TaggedWords& tagged, const Findings& findings);

  /// The rules' attribution whose cue shares a token with this one.
  std::optional<std::size_t> rule_with(Range cue) const;

  /// Whether what only the model found is an attribution: it names one source that is not the
  /// author, tells of words, and is sound.
  bool may_add(const TaggedAttribution& one) const;

  /// Whether the model may correct what the rules found: not inside another's words, where it
  /// learnt nothing, nor where a phrase names the source ("according to").
  bool may_correct(std::size_t rule, const TaggedAttribution& one) const;

  /// Whether the model's source is one piece, on the cue's side of all quotation marks, and without
  /// another cue in it.
  bool is_one_voice(const TaggedAttribution& one) const;

  /// Whether the rules know better what is said, `tagged` in the model's view: a quotation, words
  /// around what was put in between, a headline, what stands whole before ", X said", and where a
  /// border cannot be mistaken.
  bool keeps_content(std::size_t rule, const TaggedAttribution& one,
                     const std::vector<Span>& tagged) const;

  /// Of the first reporting word in the cue: "refused to say" declines.
  Stance stance_of(Range cue) const;

 private:
  /// Words of other attributions' cues in a content.
  std::size_t count_cues(const std::vector<Span>& content, std::size_t rule) const;
  /// With "that" or "whether", or behind a colon: nothing in front belongs to it.
  bool begins_marked(Span content) const;
  /// "who", "whose lawyer": the clause around ends inside the sentence, which the tree knows.
  bool is_relative(std::size_t rule) const;
  bool is_headline(Range cue) const;
  /// A word of speech or thought, or one with a clause or a quotation behind it; "founded a school"
  /// is a deed.
  bool tells_words(const TaggedAttribution& one) const;
  /// "goes on according to plan": what names a source the rules know, and took it for none.
  bool names_source(Range cue) const;
  /// Without quotation marks nothing that somebody says goes on into another sentence.
  bool leaves_sentence(const TaggedAttribution& one) const;
  /// Inside what the rules found somebody to say: of nested attributions the model learnt nothing.
  bool is_nested(const TaggedAttribution& one) const;
  /// "We say nothing new here": the author's own voice, which is no attribution.
  bool is_authors(Range source) const;
  /// "This means that": a conclusion, and nobody's words.
  bool is_thing(Range source) const;
  /// "did not say that" reports nothing; "did not rule out" does.
  bool is_negated_report(Range cue) const;

  const ArticleWords& words_;
  const TaggedWords& tagged_;
  const Findings& findings_;
  std::vector<std::int32_t> rule_of_;  ///< of each token: the attribution whose cue it is, or -1
};

}  // namespace parallax
