#pragma once
#include <span>
#include <vector>

#include "parallax/read/attribution/find_attributions.h"
#include "parallax/read/attribution/quote_spans.h"

/// How attributions are found. The words of an article are classed once (ArticleWords). Each
/// paragraph, and the inside of each quotation, is a *frame*: a row of items in which a quotation
/// is one item, so that the sentence around it reads as if the quotation were a word. In a frame
/// the rules look for cues (cues.h, nominal_cues.cpp), their sources (noun_phrases.h) and what they
/// introduce (contents.h), and put the three together (attribute.h). Every token is looked at in
/// one frame only. What lies across paragraphs (dash lines, quotations that go on) is joined
/// afterwards (joining.h): all this is find_by_rules.h. Taggers, to which the rules' findings are
/// features (tag_attributions.h), correct and complete it (join_tagged.h). Then parents are found
/// (nesting.h), kinds (kinds.h), and who the sources are (speakers.h, people.h).
namespace parallax {

/// Tokens, or items of a frame: half open.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return end <= begin; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool operator==(const Range&) const = default;
};

/// A mention with the entity that it names.
struct EntityMention {
  Span span;
  std::uint32_t entity = 0;
  MentionForm form = MentionForm::name;
};

/// A phrase of the lexicon that begins at a token.
struct PhraseAt {
  std::int32_t value = -1;  ///< its number, or -1
  std::uint32_t tokens = 0;
};

/// One paragraph of the article.
struct Paragraph {
  Range tokens;
  bool running = false;   ///< running text or a title: read for attributions
  bool headline = false;  ///< a title: most of its words are capitalised
};

/// An article's words as the rules see them. Lives as long as the reading and the lexicon.
struct ArticleWords {
  const Reading& reading;
  const AttributionLexicon& lexicon;
  std::vector<WordClass> classes;          ///< of each token
  std::vector<bool> capitals;              ///< of each token: begins with an upper-case letter
  std::vector<std::uint32_t> sentence_of;  ///< of each token
  std::vector<PhraseAt> verbs;             ///< of each token: the reporting verb that begins there
  std::vector<PhraseAt> phrases;           ///< of each token: the cue phrase that begins there
  std::vector<Paragraph> paragraphs;
  std::vector<QuoteSpan> quotes;
  std::vector<Range> quote_tokens;      ///< of each quotation
  std::vector<std::int32_t> quote_of;   ///< of each token: the innermost quotation around it, or -1
  std::vector<EntityMention> mentions;  ///< ascending by span

  /// The tokens that begin inside `span`.
  Range tokens_in(Span span) const;
};

ArticleWords look_at_words(const Reading& reading, const AttributionLexicon& lexicon);

/// The mentions inside `span`, ascending.
std::span<const EntityMention> mentions_in(const ArticleWords& words, Span span);

}  // namespace parallax
