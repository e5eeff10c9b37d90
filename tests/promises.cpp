#include "promises.h"

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax::promises {
namespace {

/// Collects what is wrong with the spans and ids of one article.
class Inspector {
 public:
  Inspector(const Article& article, const Analysis& analysis)
      : article_(article), analysis_(analysis) {}

  void span(Span span, const char* what) {
    if (span.begin > span.end || span.end > article_.text.size()) {
      say(what, "lies outside the text", span);
    } else if (!on_border(article_.text, span.begin) || !on_border(article_.text, span.end)) {
      say(what, "cuts a code point", span);
    }
  }

  void spans(const std::vector<Span>& all, const char* what) {
    for (const Span one : all) {
      span(one, what);
    }
    if (!std::ranges::is_sorted(all)) {
      broken_.push_back(std::string(what) + ": the spans do not ascend");
    }
  }

  /// Each of `items` is no empty span, and begins where the one before it has ended or later.
  template <typename Items>
  void ascending(const Items& items, const char* what) {
    std::uint32_t end = 0;
    for (const auto& item : items) {
      span(item.span, what);
      if (item.span.empty() || item.span.begin < end) {
        say(what, "is empty or overlaps the one before", item.span);
      }
      end = item.span.end;
    }
  }

  template <typename Items>
  void inside(const Items& items, const char* what) {
    for (const auto& item : items) {
      span(item.span, what);
    }
  }

  template <typename Id, typename Items>
  void id(const std::optional<Id>& id, const Items& items, const char* what) {
    if (id && id->index >= items.size()) {
      broken_.push_back(std::string(what) + ": names item " + std::to_string(id->index) + " of " +
                        std::to_string(items.size()));
    }
  }

  void say(const char* what, const char* wrong, Span span) {
    broken_.push_back(std::string(what) + ' ' + std::to_string(span.begin) + ".." +
                      std::to_string(span.end) + ' ' + wrong);
  }

  void times();
  void tokens_inside_sentences();
  void entities();
  void attributions();
  void voices();
  void events_and_labels();

  std::vector<std::string> broken() && { return std::move(broken_); }

 private:
  const Article& article_;
  const Analysis& analysis_;
  std::vector<std::string> broken_;
};

void Inspector::tokens_inside_sentences() {
  std::size_t sentence = 0;
  for (const Token& token : analysis_.tokens) {
    while (sentence < analysis_.sentences.size() &&
           analysis_.sentences[sentence].span.end <= token.span.begin) {
      ++sentence;
    }
    if (sentence == analysis_.sentences.size() ||
        !analysis_.sentences[sentence].span.contains(token.span)) {
      say("token", "stands in no sentence, or crosses one", token.span);
    }
  }
}

void Inspector::entities() {
  for (const Entity& entity : analysis_.entities) {
    inside(entity.mentions, "mention");
    if (entity.mentions.empty() || entity.name.empty()) {
      broken_.push_back("entity: without a mention or a name");
    }
    if (!std::ranges::is_sorted(entity.mentions, {}, &Mention::span)) {
      broken_.push_back("entity: the mentions do not ascend: " + entity.name);
    }
  }
  for (const Gloss& gloss : analysis_.glosses) {
    span(gloss.first, "gloss");
    span(gloss.second, "gloss");
  }
}

void Inspector::attributions() {
  for (const Attribution& attribution : analysis_.attributions) {
    spans(attribution.source, "source");
    spans(attribution.cue, "cue");
    spans(attribution.content, "content");
    id(attribution.speaker, analysis_.entities, "speaker");
    id(attribution.parent, analysis_.attributions, "parent");
    std::optional<Id<Attribution>> ancestor = attribution.parent;
    std::size_t steps = 0;
    while (ancestor && ancestor->index < analysis_.attributions.size() &&
           ++steps <= analysis_.attributions.size()) {
      ancestor = analysis_.attributions[ancestor->index].parent;
    }
    if (steps > analysis_.attributions.size()) {
      broken_.push_back("attribution: is its own ancestor");
    }
  }
}

void Inspector::voices() {
  for (const Figure& figure : analysis_.figures) {
    id(figure.voice, analysis_.attributions, "voice of a figure");
    if (figure.of) {
      span(*figure.of, "of");
    }
    if (figure.scope) {
      span(*figure.scope, "scope");
    }
    if (figure.low && figure.high && *figure.low > *figure.high) {
      say("figure", "has a low above its high", figure.span);
    }
  }
}

void Inspector::events_and_labels() {
  inside(analysis_.events, "event");
  inside(analysis_.labels, "label");
  inside(analysis_.sourcing, "sourcing");
  inside(analysis_.notes, "note");
  for (const Event& event : analysis_.events) {
    id(event.actor, analysis_.entities, "actor");
    id(event.target, analysis_.entities, "target");
    id(event.place, analysis_.entities, "place");
    id(event.voice, analysis_.attributions, "voice of an event");
  }
  for (const Label& label : analysis_.labels) {
    id(label.target, analysis_.entities, "target of a label");
    id(label.voice, analysis_.attributions, "voice of a label");
  }
}

void Inspector::times() {
  for (const Timex& timex : analysis_.timexes) {
    const Interval& days = timex.interval;
    if (timex.value.empty()) {
      say("timex", "has no value", timex.span);
    }
    if (days.earliest && days.latest && *days.latest < *days.earliest) {
      say("timex", "ends before it begins", timex.span);
    }
  }
}

}  // namespace

std::vector<std::string> broken_by(const Article& article, std::uint64_t source_size) {
  std::vector<std::string> broken;
  if (!is_valid_utf8(article.text)) {
    broken.emplace_back("the text is no valid UTF-8");
  }
  std::uint64_t source_end = 0;
  std::uint32_t text_end = 0;
  for (const Block& block : article.blocks) {
    if (block.source.begin != source_end || block.source.end < block.source.begin) {
      broken.push_back("block: a gap in the source at " + std::to_string(source_end));
    }
    source_end = block.source.end;
    if (!block.kept()) {
      continue;
    }
    if (block.text.begin != text_end) {
      broken.push_back("block: a gap in the text at " + std::to_string(text_end));
    }
    text_end = block.text.end;
  }
  for (const Evidence& one : article.evidence) {
    if (one.where.begin > one.where.end || one.where.end > source_size) {
      broken.push_back("evidence that stands outside of the input: " + one.words);
    }
    if (!is_valid_utf8(one.value) || !is_valid_utf8(one.words)) {
      broken.emplace_back("evidence that is no valid UTF-8");
    }
  }
  if (source_end != source_size || text_end != article.text.size()) {
    broken.push_back("the blocks end at " + std::to_string(source_end) + " and " +
                     std::to_string(text_end) + " of " + std::to_string(source_size) + " and " +
                     std::to_string(article.text.size()));
  }
  return broken;
}

std::vector<std::string> broken_by(const Article& article, const Analysis& analysis) {
  Inspector inspector(article, analysis);
  inspector.ascending(analysis.sentences, "sentence");
  inspector.ascending(analysis.tokens, "token");
  inspector.ascending(analysis.timexes, "timex");
  inspector.ascending(analysis.figures, "figure");
  inspector.times();
  inspector.tokens_inside_sentences();
  inspector.entities();
  inspector.attributions();
  inspector.voices();
  inspector.events_and_labels();
  return std::move(inspector).broken();
}

std::vector<std::string> broken_by(const std::vector<Article>& articles, const Question& question) {
  std::vector<std::string> broken;
  if (question.positions.empty() || question.title.empty() || question.id.empty()) {
    broken.push_back("question without position, title or id: " + question.title);
  }
  for (const Position& position : question.positions) {
    if (position.claims.empty()) {
      broken.push_back("position without a claim: " + position.answer);
    }
    for (const PositionClaim& claim : position.claims) {
      const Anchor& anchor = claim.claim.anchor;
      const auto article = std::ranges::find(articles, anchor.article, &Article::id);
      if (anchor.words.empty() || article == articles.end() ||
          words(article->text, anchor.span) != anchor.words) {
        broken.push_back("claim without its words in the article: " + claim.claim.answer);
      }
    }
  }
  return broken;
}

}  // namespace parallax::promises
