#include "parallax/compare/listings.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

#include "parallax/compare/article_view.h"

namespace parallax {
namespace {

class Lister {
 public:
  Lister(const Account& account, const Article& article, const Analysis& analysis,
         const ClaimRules& rules)
      : account_(account), view_(article, analysis, rules) {}

  const ArticleView& view() const { return view_; }
  bool lists(Span span) const { return view_.carries_claims(view_.sentence_at(span.begin)); }

  Listed listed(Span span, VoiceId voice) const {
    const Article& article = view_.article();
    const Span sentence = view_.sentence(view_.sentence_at(span.begin));
    return {.article = account_.article,
            .path = account_.path,
            .outlet = account_.outlet,
            .side = account_.side,
            .span = span,
            .source = source_of(article, span),
            .words = std::string(words(article.text, span)),
            .sentence = std::string(words(article.text, sentence)),
            .sentence_begin = sentence.begin,
            .speaker = view_.speaker(voice)};
  }
  std::optional<std::string> name_of(const std::optional<Id<Entity>>& entity) const {
    return entity ? std::optional(view_.analysis().entities[entity->index].name) : std::nullopt;
  }
  std::optional<std::string> words_of(const std::optional<Span>& span) const {
    return span ? std::optional(std::string(words(view_.article().text, *span))) : std::nullopt;
  }

 private:
  const Account& account_;
  ArticleView view_;
};

/// By the first day that it may have been on, open ends outermost.
auto when_of(const ListedEvent& event) {
  constexpr std::int32_t kFirst = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t kLast = std::numeric_limits<std::int32_t>::max();
  const Interval& when = event.when;
  return std::tuple(when.earliest ? when.earliest->number : kFirst,
                    when.latest ? when.latest->number : kLast);
}

auto place_of(const Listed& listed) {
  return std::tuple(std::string_view(listed.path), std::string_view(listed.article),
                    listed.span.begin);
}

}  // namespace

std::vector<ListedEvent> list_events(const Account& account, const Article& article,
                                     const Analysis& analysis, const ClaimRules& rules) {
  const Lister lister(account, article, analysis, rules);
  std::vector<ListedEvent> events;
  for (const Event& event : analysis.events) {
    if (lister.lists(event.span)) {
      events.push_back({.listed = lister.listed(event.span, event.voice),
                        .predicate = event.predicate,
                        .event_class = event.event_class,
                        .actor = lister.name_of(event.actor),
                        .target = lister.name_of(event.target),
                        .place = lister.name_of(event.place),
                        .when = event.when,
                        .polarity = event.polarity,
                        .modality = event.modality});
    }
  }
  return events;
}

std::vector<ListedFigure> list_figures(const Account& account, const Article& article,
                                       const Analysis& analysis, const ClaimRules& rules) {
  const Lister lister(account, article, analysis, rules);
  std::vector<ListedFigure> figures;
  for (const Figure& figure : analysis.figures) {
    if (lister.lists(figure.span)) {
      figures.push_back({.listed = lister.listed(figure.span, figure.voice),
                         .low = figure.low,
                         .high = figure.high,
                         .approximate = figure.approximate,
                         .unit = figure.unit,
                         .counted = figure.counted,
                         .of = lister.words_of(figure.of),
                         .scope = lister.words_of(figure.scope)});
    }
  }
  return figures;
}

Timeline as_timeline(std::vector<ListedEvent> events) {
  const auto split =
      std::ranges::stable_partition(events, [](const auto& event) { return event.when.known(); });
  Timeline timeline;
  timeline.undated.assign(std::make_move_iterator(split.begin()),
                          std::make_move_iterator(split.end()));
  events.erase(split.begin(), split.end());
  timeline.dated = std::move(events);
  std::ranges::stable_sort(timeline.dated, {}, [](const ListedEvent& event) {
    return std::tuple(when_of(event), place_of(event.listed));
  });
  std::ranges::stable_sort(timeline.undated, {},
                           [](const ListedEvent& event) { return place_of(event.listed); });
  return timeline;
}

void sort_figures(std::vector<ListedFigure>& figures) {
  static constexpr double kNone = -std::numeric_limits<double>::infinity();
  std::ranges::stable_sort(figures, {}, [](const ListedFigure& figure) {
    return std::tuple(std::string_view(figure.counted), std::string_view(figure.unit),
                      figure.low.value_or(kNone), place_of(figure.listed));
  });
}

}  // namespace parallax
