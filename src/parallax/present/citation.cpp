#include "parallax/present/citation.h"

#include <algorithm>

#include "parallax/text/data_files.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// How much of a sentence is shown on either side of a claim's words.
constexpr std::uint32_t kContextBytes = 320;

/// The sentences that `span` touches, as one span: `span` itself where there is none. Sentences
/// ascend.
Span sentence_around(const std::vector<Span>& sentences, Span span) {
  Span around = span;
  auto at = std::partition_point(sentences.begin(), sentences.end(),
                                 [&](Span sentence) { return sentence.end <= span.begin; });
  for (; at != sentences.end() && at->begin < span.end; ++at) {
    around.begin = std::min(around.begin, at->begin);
    around.end = std::max(around.end, at->end);
  }
  return around;
}

/// The first offset after `from` at which a word begins; where no word begins before `limit`, a
/// code-point border.
std::uint32_t word_start(std::string_view text, std::uint32_t from, std::uint32_t limit) {
  const std::size_t space = text.find(' ', from);
  if (space < limit) {
    return static_cast<std::uint32_t>(space) + 1;
  }
  while (!on_border(text, from)) {
    ++from;
  }
  return from;
}

/// The last offset before `from` at which a word ends; where no word ends after `limit`, a
/// code-point border.
std::uint32_t word_end(std::string_view text, std::uint32_t from, std::uint32_t limit) {
  const std::size_t space = text.rfind(' ', from);
  if (space != std::string_view::npos && space >= limit) {
    return static_cast<std::uint32_t>(space);
  }
  while (!on_border(text, from)) {
    --from;
  }
  return from;
}

void put_context(std::string_view text, Span around, Span span, Citation& citation) {
  std::uint32_t begin = around.begin;
  if (span.begin - begin > kContextBytes) {
    begin = word_start(text, span.begin - kContextBytes, span.begin);
    citation.cut_before = true;
  }
  std::uint32_t end = around.end;
  if (end - span.end > kContextBytes) {
    end = word_end(text, span.end + kContextBytes, span.end);
    citation.cut_after = true;
  }
  citation.before = words(text, {begin, span.begin});
  citation.after = words(text, {span.end, end});
}

/// What the anchor itself remembers: used when the article is not at hand or its text has another
/// version by now.
Citation from_anchor(const Anchor& anchor) {
  return {.path = anchor.article,
          .before = anchor.before,
          .words = anchor.words,
          .after = anchor.after,
          .cut_before = !anchor.before.empty(),
          .cut_after = !anchor.after.empty(),
          .source = std::nullopt,
          .language = {},
          .published = {}};
}

}  // namespace

Citations::Citations(const Presented& presented) {
  for (const Account& account : presented.accounts) {
    Known& known = articles_[account.article];
    known.path = account.path;
    if (account.published) {
      known.published = *account.published;
    }
  }
  for (const Article& article : presented.articles) {
    Known& known = articles_[article.id];
    known.article = &article;
    known.path = article.path.empty() ? std::string_view(article.id) : article.path;
  }
}

const SentenceRules& Citations::rules_of(const std::string& language) {
  const auto found = rules_.find(language);
  if (found != rules_.end()) {
    return found->second;
  }
  const DataFiles data = DataFiles::built_in("lang/" + language + '/');
  return rules_.emplace(language, SentenceRules::load(data, language)).first->second;
}

const std::vector<Span>& Citations::sentences_of(Known& known) {
  if (!known.sentences) {
    const std::string_view text = known.article->text;
    const SentenceRules& rules = rules_of(known.article->metadata.language.value_or("en"));
    known.sentences.emplace();
    for (const Span paragraph : split_paragraphs(text)) {
      const std::vector<Span> sentences = split_sentences(text, paragraph, rules);
      known.sentences->insert(known.sentences->end(), sentences.begin(), sentences.end());
    }
  }
  return *known.sentences;
}

Citation Citations::cite(const Claim& claim) {
  const Anchor& anchor = claim.anchor;
  Citation citation = from_anchor(anchor);
  const auto found = articles_.find(anchor.article);
  if (found == articles_.end()) {
    return citation;
  }
  Known& known = found->second;
  citation.published = known.published;
  if (!known.path.empty()) {
    citation.path = known.path;
  }
  if (known.article == nullptr || words(known.article->text, anchor.span) != anchor.words) {
    return citation;
  }
  const Article& article = *known.article;
  citation.cut_before = false;
  citation.cut_after = false;
  put_context(article.text, sentence_around(sentences_of(known), anchor.span), anchor.span,
              citation);
  citation.source = source_of(article, anchor.span);
  if (article.metadata.language) {
    citation.language = *article.metadata.language;
  }
  return citation;
}

}  // namespace parallax
