#include "parallax/compare/article_view.h"

#include <algorithm>

#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::uint32_t kLongestClaim = 800;   // bytes; the contract's limit
constexpr std::uint32_t kLongestSpeaker = 80;  // bytes of a source that names nobody
constexpr std::int32_t kNewsDays =
    31;  // undated news happened in the month before it was published

}  // namespace

std::string bare_name(std::string_view folded, const ClaimRules& rules) {
  if (folded.starts_with("the ")) {
    folded.remove_prefix(4);
  }
  const std::size_t space = folded.rfind(' ');
  if (space != std::string_view::npos) {
    const std::string_view last = folded.substr(space + 1);
    if (rules.sites.contains(last) || rules.named_places.contains(last)) {
      folded = folded.substr(0, space);
    }
  }
  return std::string(folded);
}

ArticleView::ArticleView(const Article& article, const Analysis& analysis, const ClaimRules& rules)
    : article_(article),
      analysis_(analysis),
      rules_(rules),
      lower_(ascii_lower(article.text)),
      lower_words_(words_of(lower_, analysis.tokens)),
      version_(text_version(article)) {
  for (std::uint32_t e = 0; e < analysis.entities.size(); ++e) {
    for (const Mention& mention : analysis.entities[e].mentions) {
      mentions_.push_back({mention.span, e});
    }
  }
  std::ranges::sort(mentions_, {}, &MentionView::span);
}

std::size_t ArticleView::sentence_at(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(analysis_.sentences, offset, {},
                                              [](const Sentence& s) { return s.span.begin; });
  return after == analysis_.sentences.begin()
             ? 0
             : static_cast<std::size_t>(after - analysis_.sentences.begin()) - 1;
}

std::vector<MentionView> ArticleView::mentions_in(Span span) const {
  std::vector<MentionView> found;
  auto at = std::ranges::lower_bound(mentions_, span.begin, {},
                                     [](const MentionView& m) { return m.span.begin; });
  for (; at != mentions_.end() && at->span.end <= span.end; ++at) {
    found.push_back(*at);
  }
  return found;
}

std::pair<std::size_t, std::size_t> ArticleView::tokens_in(Span span) const {
  const auto begin = [](const Token& t) { return t.span.begin; };
  const auto first = std::ranges::lower_bound(analysis_.tokens, span.begin, {}, begin);
  const auto last = std::ranges::lower_bound(analysis_.tokens, span.end, {}, begin);
  return {static_cast<std::size_t>(first - analysis_.tokens.begin()),
          static_cast<std::size_t>(last - analysis_.tokens.begin())};
}

std::string ArticleView::key_of(std::uint32_t entity) const {
  const Entity& e = analysis_.entities[entity];
  return e.key.empty() ? bare_name(fold(e.name), rules_) : e.key;
}

bool ArticleView::is_place(std::uint32_t entity) const {
  const EntityType type = analysis_.entities[entity].type;
  return type == EntityType::place || type == EntityType::state;
}

Span ArticleView::reach(Span span, VoiceId voice) const {
  const Span whole = analysis_.sentences.empty() ? span : sentence(sentence_at(span.begin));
  if (!voice) {
    return whole;
  }
  for (const Span piece : analysis_.attributions[voice->index].content) {
    if (piece.contains(span)) {
      return {std::max(piece.begin, whole.begin), std::min(piece.end, whole.end)};
    }
  }
  return whole;
}

std::optional<std::string> ArticleView::speaker(VoiceId voice) const {
  if (!voice) {
    return std::nullopt;
  }
  const Attribution& attribution = analysis_.attributions[voice->index];
  if (attribution.speaker) {
    return analysis_.entities[attribution.speaker->index].name;
  }
  if (attribution.source.empty()) {
    return "unnamed";
  }
  Span source = attribution.source.front();
  source.end = std::min(source.end, source.begin + kLongestSpeaker);
  while (source.end > source.begin && !on_border(article_.text, source.end)) {
    --source.end;
  }
  return std::string(words(article_.text, source));
}

Claim ArticleView::claim(QuestionType type, Span span, VoiceId voice) const {
  if (span.size() > kLongestClaim) {
    span.end = span.begin + kLongestClaim;
    while (!on_border(article_.text, span.end)) {
      --span.end;
    }
  }
  Claim claim;
  claim.type = type;
  claim.speaker = speaker(voice);
  claim.anchor = make_anchor(article_, version_, span);
  return claim;
}

Interval ArticleView::time_before(std::uint32_t offset) const {
  const auto& timexes = analysis_.timexes;
  for (auto at = timexes.rbegin(); at != timexes.rend(); ++at) {
    const bool whole = at->interval.earliest && at->interval.latest;
    if (at->span.end <= offset && whole &&
        at->interval.latest->number - at->interval.earliest->number <= 366) {
      return at->interval;
    }
  }
  if (const auto day = day_from_iso(article_.metadata.published.value_or(""))) {
    return {Day{day->number - kNewsDays}, day};
  }
  return {};
}

bool ArticleView::carries_claims(std::size_t index) const {
  const Role role = analysis_.sentences[index].role;
  return role != Role::caption && role != Role::credit && role != Role::teaser &&
         role != Role::boilerplate;
}

}  // namespace parallax
