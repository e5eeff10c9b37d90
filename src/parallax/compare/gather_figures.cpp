// What a figure is about: the place, the site, the people and the days that its own sentence gives;
// failing these, the nearest before it.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "parallax/compare/gather.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr std::size_t kScopeWindow = 10;  // tokens before a figure in which a scope word counts

class FigureGatherer {
 public:
  FigureGatherer(const ArticleView& view, std::vector<Claim>& out) : view_(view), out_(out) {}

  void gather() {
    for (const Figure& figure : view_.analysis().figures) {
      const std::size_t sentence = view_.sentence_at(figure.span.begin);
      const std::string counted = counted_class(figure);
      if ((!figure.low && !figure.high) || !view_.carries_claims(sentence)) {
        continue;
      }
      if (figure.unit.empty() && view_.rules().counted_classes.contains(counted)) {
        add(figure, counted, sentence);
      } else if (const Event* event = event_lasting(figure)) {
        add_duration(figure, *event, sentence);
      }
    }
  }

 private:
  /// "6,000 people chose to leave": a rival word beside the figure may say what was counted.
  std::string counted_class(const Figure& figure) const {
    const Span reach = view_.reach(figure.span, figure.voice);
    for (const Event& event : view_.analysis().events) {
      if (figure.counted == "people" && reach.contains(event.span)) {
        const auto words = view_.rules().rival_words.find(view_.lower(event.span));
        const bool known = words != view_.rules().rival_words.end() && !words->second.empty();
        const auto group = known ? view_.rules().groups.find(words->second.front().group)
                                 : view_.rules().groups.end();
        if (group != view_.rules().groups.end() && !group->second.counts.empty()) {
          return group->second.counts;
        }
      }
    }
    return figure.counted;
  }

  void add(const Figure& figure, const std::string& counted, std::size_t sentence) {
    const Span reach = view_.reach(figure.span, figure.voice);
    bool until = false;
    bool whole = false;
    if (!scope_allows(figure, reach, until, whole)) {
      return;
    }
    Claim claim = view_.claim(QuestionType::figure, figure.span, figure.voice);
    claim.topic.subject = counted;
    claim.value = value_of(figure);
    claim.topic.patient = people_of(figure);
    claim.topic.site = whole ? "*" : site_in(reach);
    find_place(claim, reach, sentence);
    find_time(claim, reach, figure, until);
    inherit(claim, figure, reach, sentence);
    claim.answer = answer_of(figure);
    claim.value.word = content_words(reach);
    out_.push_back(std::move(claim));
  }

  /// Of "a 90-day siege", "the siege lasted three months".
  const Event* event_lasting(const Figure& figure) const {
    const auto unit = view_.rules().units.find(figure.unit);
    if (!figure.of || unit == view_.rules().units.end() || unit->second.kind != "duration") {
      return nullptr;
    }
    for (const Event& event : view_.analysis().events) {
      const bool happened =
          event.modality == Modality::asserted && event.polarity == Polarity::positive;
      if (figure.of->contains(event.span) && happened) {
        return &event;
      }
    }
    return nullptr;
  }

  void add_duration(const Figure& figure, const Event& event, std::size_t sentence) {
    const Span reach = view_.reach(figure.span, figure.voice);
    bool until = false;
    bool whole = false;
    if (!scope_allows(figure, reach, until, whole)) {
      return;
    }
    const Span said{std::min(figure.span.begin, figure.of->begin),
                    std::max(figure.span.end, figure.of->end)};
    Claim claim = view_.claim(QuestionType::figure, said, figure.voice);
    claim.topic.subject = std::string(kDurationOf) + event.predicate;
    claim.value = value_of(figure);
    find_place(claim, reach, sentence);
    find_time(claim, reach, figure, until);
    claim.answer = measure_words(figure);
    out_.push_back(std::move(claim));
  }

  /// As written, without what it measures: "90-day", "three months".
  std::string measure_words(const Figure& figure) const {
    Span span = figure.span;
    if (figure.of->begin > span.begin) {
      span.end = std::min(span.end, figure.of->begin);
    }
    std::string_view written = words(view_.article().text, span);
    while (written.ends_with(' ') || written.ends_with('-')) {
      written.remove_suffix(1);
    }
    return std::string(written);
  }

  /// "They put the number of dead at 14" is about what the sentence before it counts.
  void inherit(Claim& claim, const Figure& figure, Span reach, std::size_t sentence) const {
    const bool own =
        !claim.topic.site.empty() || nearest_place(reach, figure.span.begin).has_value();
    if (own || out_.empty()) {
      return;
    }
    const Claim& last = out_.back();
    const auto& sentences = view_.analysis().sentences;
    const bool near = last.type == QuestionType::figure &&
                      last.topic.subject == claim.topic.subject &&
                      sentences[view_.sentence_at(last.anchor.span.begin)].paragraph ==
                          sentences[sentence].paragraph;
    if (near) {
      claim.topic.place = last.topic.place;
      claim.topic.site = last.topic.site;
    }
  }

  /// False for forecasts and for parts of a larger number. "by" and "up to" count only right before
  /// a date.
  bool scope_allows(const Figure& figure, Span reach, bool& until, bool& whole) const {
    const auto [first, end] = view_.tokens_in(reach);
    const std::span<const Token> tokens(view_.analysis().tokens.data(), end);
    for (std::size_t i = first; i < end; ++i) {
      const auto match = view_.rules().figure_scopes.match(view_.lower_words(end), i);
      if (!match) {
        continue;
      }
      const auto scope = static_cast<FigureScope>(match->value);
      const char first_letter = view_.article().text[tokens[i].span.begin];
      if (scope == FigureScope::forecast && first_letter >= 'A' && first_letter <= 'Z') {
        continue;  // May is a month
      }
      const Span words{tokens[i].span.begin, tokens[i + match->tokens - 1].span.end};
      const bool before = words.end <= figure.span.begin &&
                          i + kScopeWindow > tokens_before(tokens, figure.span, first);
      const bool inside_or_right_behind =
          words.begin >= figure.span.begin && words.begin <= figure.span.end + 1;
      if ((scope == FigureScope::forecast && before) ||
          (scope == FigureScope::part && inside_or_right_behind)) {
        return false;
      }
      until = until || (scope == FigureScope::until && date_begins(words.end));
      whole = whole || scope == FigureScope::whole;
    }
    return true;
  }

  static std::size_t tokens_before(std::span<const Token> tokens, Span figure, std::size_t first) {
    std::size_t i = first;
    while (i < tokens.size() && tokens[i].span.end <= figure.begin) {
      ++i;
    }
    return i;
  }

  bool date_begins(std::uint32_t offset) const {
    return std::ranges::any_of(view_.analysis().timexes, [offset](const Timex& t) {
      return t.span.begin >= offset && t.span.begin <= offset + 5 && t.interval.known();
    });
  }

  /// The people whom the figure counts: "Norlandic soldiers" is people:NO.
  std::string people_of(const Figure& figure) const {
    Span span = figure.span;
    if (figure.of) {
      span = {std::min(span.begin, figure.of->begin), std::max(span.end, figure.of->end)};
    }
    for (const MentionView& m : view_.mentions_in(span)) {
      if (view_.analysis().entities[m.entity].type == EntityType::group) {
        return view_.key_of(m.entity);
      }
    }
    return "";
  }

  /// The common noun of a prepositional phrase that narrows the place: "in the market", "in the
  /// valley below the dam".
  std::string site_in(Span reach) const {
    const auto [first, end] = view_.tokens_in(reach);
    const auto& tokens = view_.analysis().tokens;
    for (std::size_t i = first; i + 1 < end; ++i) {
      const std::string_view word = view_.lower(tokens[i].span);
      if (word != "in" && word != "at" && word != "on" && word != "of") {
        continue;
      }
      for (std::size_t j = i + 1; j < std::min(end, i + 5); ++j) {
        const std::string_view noun = view_.lower(tokens[j].span);
        if (tokens[j].kind == TokenKind::punctuation) {
          break;
        }
        if (view_.rules().sites.contains(noun) && !is_named(tokens[j].span)) {
          return std::string(noun);
        }
      }
    }
    return "";
  }

  bool is_named(Span token) const {
    return std::ranges::any_of(view_.mentions(),
                               [token](const MentionView& m) { return m.span.contains(token); });
  }

  std::optional<std::uint32_t> nearest_place(Span range, std::uint32_t offset) const {
    std::optional<std::uint32_t> best;
    std::uint32_t distance = 0;
    for (const MentionView& m : view_.mentions_in(range)) {
      if (!view_.is_place(m.entity) || !stands_as_place(m)) {
        continue;
      }
      const std::uint32_t d = m.span.begin > offset ? m.span.begin - offset : offset - m.span.begin;
      if (!best || d < distance) {
        best = m.entity;
        distance = d;
      }
    }
    return best;
  }

  /// A state is a place only behind a preposition: "in Norland", not "Norland says".
  bool stands_as_place(const MentionView& m) const {
    if (view_.analysis().entities[m.entity].type != EntityType::state &&
        !view_.analysis().entities[m.entity].key.starts_with("capital:")) {
      return true;
    }
    const std::string_view before =
        view_.lower({m.span.begin > 12 ? m.span.begin - 12 : 0, m.span.begin});
    for (const std::string_view preposition :
         {" in ", " across ", " throughout ", " near ", " at ", " from ", " of "}) {
      if (before.ends_with(preposition)) {
        return true;
      }
    }
    return false;
  }

  void find_place(Claim& claim, Span reach, std::size_t sentence) const {
    const std::string site = claim.topic.site == "*" ? "" : claim.topic.site;
    auto place = place_of_site(site, reach);
    if (!place) {
      place = nearest_place(reach, claim.anchor.span.begin);
    }
    const auto& sentences = view_.analysis().sentences;
    for (std::size_t s = sentence; !place && !site.empty() && s > 0; --s) {
      place = place_near_site(site, sentences[s - 1].span);
    }
    const auto here = [&](std::size_t s) {
      return sentences[s].paragraph == sentences[sentence].paragraph;
    };
    for (std::size_t s = sentence; !place && s > 0 && here(s - 1); --s) {
      place = nearest_place(sentences[s - 1].span, sentences[s - 1].span.end);
    }
    if (!place) {
      place = most_named_place();
    }
    if (place) {
      claim.topic.place = view_.key_of(*place);
    }
  }

  /// "the market of Orvel", "Orvel market".
  std::optional<std::uint32_t> place_of_site(const std::string& site, Span range) const {
    if (site.empty()) {
      return std::nullopt;
    }
    for (const MentionView& m : view_.mentions_in(range)) {
      const std::string_view before =
          view_.lower({m.span.begin > 24 ? m.span.begin - 24 : 0, m.span.begin});
      const std::string_view after = view_.lower({m.span.end, m.span.end + 24});
      const bool of = before.ends_with(site + " of ") || before.ends_with(site + " of the ");
      if (view_.is_place(m.entity) && (of || after.starts_with(" " + site))) {
        return m.entity;
      }
    }
    return std::nullopt;
  }

  /// The place that an earlier sentence names beside the site.
  std::optional<std::uint32_t> place_near_site(const std::string& site, Span sentence) const {
    const std::size_t at = view_.lower(sentence).find(site);
    if (at == std::string_view::npos) {
      return std::nullopt;
    }
    return nearest_place(sentence, sentence.begin + static_cast<std::uint32_t>(at));
  }

  std::optional<std::uint32_t> most_named_place() const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t e = 0; e < view_.analysis().entities.size(); ++e) {
      const Entity& entity = view_.analysis().entities[e];
      const bool candidate =
          entity.type == EntityType::place && !entity.key.starts_with("capital:");
      if (candidate &&
          (!best || entity.mentions.size() > view_.analysis().entities[*best].mentions.size())) {
        best = e;
      }
    }
    return best;
  }

  void find_time(Claim& claim, Span reach, const Figure& figure, bool until) const {
    const Span whole = view_.sentence(view_.sentence_at(figure.span.begin));
    for (const Timex& timex : view_.analysis().timexes) {
      const bool near =
          reach.contains(timex.span) || (whole.contains(timex.span) && !claim.topic.when.known());
      const bool usable = timex.interval.known() && !timex.span.overlaps(figure.span);
      if (near && usable) {
        claim.topic.when = timex.interval;
        if (reach.contains(timex.span)) {
          break;
        }
      }
    }
    if (until && claim.topic.when.known()) {
      claim.topic.when.earliest.reset();
    }
    if (!claim.topic.when.known()) {
      claim.topic.when = view_.time_before(figure.span.begin);
      claim.topic.when_inferred = true;
    }
  }

  static std::string number_text(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, value == std::floor(value) ? "%.0f" : "%.1f", value);
    return buffer;
  }

  static std::string answer_of(const Figure& figure) {
    std::string answer;
    if (figure.low && figure.high) {
      answer = number_text(*figure.low);
      if (*figure.low != *figure.high) {
        answer += "–" + number_text(*figure.high);
      }
    } else if (figure.low) {
      answer = "more than " + number_text(*figure.low);
    } else {
      answer = "at most " + number_text(*figure.high);
    }
    return (figure.approximate ? "about " : "") + answer;
  }

  /// The longer lower-case words of the clause, sorted: what things must share to be compared.
  std::string content_words(Span reach) const {
    const auto [first, end] = view_.tokens_in(reach);
    std::vector<std::string> found;
    for (std::size_t i = first; i < end; ++i) {
      const Span span = view_.analysis().tokens[i].span;
      const std::string_view written = words(view_.article().text, span);
      if (written.size() >= 6 && written.front() >= 'a' && written.front() <= 'z') {
        found.emplace_back(written);
      }
    }
    std::ranges::sort(found);
    std::string joined;
    for (const std::string& word : found) {
      joined += word + " ";
    }
    return joined;
  }

  const ArticleView& view_;
  std::vector<Claim>& out_;
};

}  // namespace

void gather_figures(const ArticleView& view, std::vector<Claim>& out) {
  FigureGatherer(view, out).gather();
}

}  // namespace parallax
