#include <algorithm>

#include "parallax/compare/gather.h"
#include "parallax/compare/time_parts.h"
#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

constexpr std::size_t kWidestClaimGap = 60;  // bytes between a predicate and what it is about
constexpr std::int32_t kOneDay = 1;
constexpr std::string_view kUnknownYear = "XXXX-";
constexpr std::size_t kMonthAndDay = 5;
constexpr std::string_view kTakingOfPlace =
    "taking_of_place";  // the group whose acts happen once for a place and a year

class EventGatherer {
 public:
  EventGatherer(const ArticleView& view, std::vector<Claim>& out) : view_(view), out_(out) {}

  void gather() {
    for (const Event& event : view_.analysis().events) {
      if (!view_.carries_claims(view_.sentence_at(event.span.begin))) {
        continue;
      }
      if (!event.mode.empty()) {
        add_phase(event);
        continue;
      }
      const auto rivals = view_.rules().rival_words.find(squeezed(event.span));
      if (rivals == view_.rules().rival_words.end()) {
        continue;
      }
      for (const RivalWord& word : rivals->second) {
        add_characterisation(event, word);
      }
    }
  }

 private:
  std::string squeezed(Span span) const {
    std::string out;
    for (const char c : view_.lower(span)) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      if (!space || (!out.empty() && out.back() != ' ')) {
        out.push_back(space ? ' ' : c);
      }
    }
    return out;
  }

  bool usable(const Event& event) const { return event.modality == Modality::asserted; }

  /// A people or a capital stands for its state where it acts or is governed.
  std::string actor_key(const std::optional<Id<Entity>>& entity) const {
    if (!entity) {
      return "";
    }
    std::string key = view_.key_of(entity->index);
    const std::size_t colon = key.find(':');
    return colon == std::string::npos ? key : key.substr(colon + 1);
  }

  bool names_territory(const std::optional<Id<Entity>>& entity) const {
    if (!entity) {
      return false;
    }
    const EntityType type = view_.analysis().entities[entity->index].type;
    return type == EntityType::place || type == EntityType::state || type == EntityType::group;
  }

  std::string about(const Event& event, const RivalGroup& group) const {
    switch (group.about) {
      case GroupAbout::target:
        if (names_territory(event.target)) {
          return actor_key(event.target);
        }
        return event.polarity == Polarity::negative && names_territory(event.place)
                   ? actor_key(event.place)
                   : "";
      case GroupAbout::place:
        return names_territory(event.place) && left_from(event) ? actor_key(event.place) : "";
      case GroupAbout::body:
        for (const auto& entity : {event.target, event.actor}) {
          if (entity && type_of(*entity) == EntityType::organisation) {
            return actor_key(entity);
          }
        }
        return event.target || event.actor ? "" : quoted_body(event.span);
      case GroupAbout::state:
        for (const auto& entity : {event.target, event.actor}) {
          if (entity && is_ruled(*entity)) {
            return actor_key(entity);
          }
        }
        return "";
    }
    return "";
  }

  EntityType type_of(Id<Entity> entity) const {
    return view_.analysis().entities[entity.index].type;
  }

  /// A state, or the people or the capital that stands for it.
  bool is_ruled(Id<Entity> entity) const {
    return type_of(entity) == EntityType::state ||
           view_.key_of(entity.index).find(':') != std::string::npos;
  }

  /// The place is the one that people left: the object, "from X", or right before ("left X of their
  /// own accord").
  bool left_from(const Event& event) const {
    if (event.target == event.place) {
      return true;
    }
    for (const Mention& m : view_.analysis().entities[event.place->index].mentions) {
      const std::string_view before =
          view_.lower({m.span.begin > 10 ? m.span.begin - 10 : 0, m.span.begin});
      const bool from = m.span.begin >= event.span.end && m.span.begin <= event.span.end + 60 &&
                        (before.ends_with(" from ") || before.ends_with(" from the "));
      const bool adjacent = m.span.end <= event.span.begin && m.span.end + 2 > event.span.begin;
      if (from || adjacent) {
        return true;
      }
    }
    return false;
  }

  /// "… of the so-called 'home guard'": a body named only in quote marks.
  std::string quoted_body(Span span) const {
    const Span sentence = view_.sentence(view_.sentence_at(span.begin));
    const auto [first, end] = view_.tokens_in({span.end, sentence.end});
    const auto& tokens = view_.analysis().tokens;
    std::size_t i = first;
    if (i >= end || view_.lower(tokens[i].span) != "of") {
      return "";
    }
    for (; i < end && i < first + 5; ++i) {
      if (is_quote_mark(view_.lower(tokens[i].span))) {
        break;
      }
    }
    for (std::size_t j = i + 1; j < end && j <= i + 4; ++j) {
      if (is_quote_mark(view_.lower(tokens[j].span))) {
        return bare_name(
            fold(words(view_.article().text, {tokens[i].span.end, tokens[j].span.begin})),
            view_.rules());
      }
    }
    return "";
  }

  /// The words of the claim: from the predicate to what it is about, if that stands near behind it.
  Span words_of(const Event& event) const {
    const auto& entity = event.target ? event.target : event.place;
    Span span = event.span;
    if (entity) {
      for (const Mention& m : view_.analysis().entities[entity->index].mentions) {
        if (m.span.begin < span.end) {
          continue;
        }
        const std::string_view between = words(view_.article().text, {span.end, m.span.begin});
        if (between.size() <= kWidestClaimGap &&
            between.find_first_of(";.:") == std::string_view::npos) {
          span.end = m.span.end;
        }
        break;
      }
    }
    return span;
  }

  void set_time(Claim& claim, const Event& event) const {
    claim.topic.when = event.when;
    if (!claim.topic.when.known()) {
      claim.topic.when = view_.time_before(event.span.begin);
      claim.topic.when_inferred = true;
    }
  }

  void add_characterisation(const Event& event, const RivalWord& word) {
    const auto group = view_.rules().groups.find(word.group);
    const std::string patient =
        group == view_.rules().groups.end() ? "" : about(event, group->second);
    if (patient.empty() || !usable(event)) {
      return;
    }
    Claim claim = view_.claim(QuestionType::characterisation, words_of(event), event.voice);
    claim.topic.subject = word.group;
    claim.topic.patient = patient;
    const std::string actor = group->second.standing ? "" : actor_key(event.actor);
    claim.topic.actor = actor == patient ? "" : actor;
    if (!group->second.standing) {
      set_time(claim, event);
    }
    claim.value.word = word.position;
    const bool denied = event.polarity == Polarity::negative && !group->second.standing;
    claim.value.polarity = denied ? Polarity::negative : Polarity::positive;
    claim.answer = (denied ? "not " : "") + word.position;
    out_.push_back(claim);
    if (word.group == kTakingOfPlace && event.polarity == Polarity::positive) {
      add_date(event, claim);
    }
  }

  /// On which day a place was taken: only where the sentence gives a day.
  void add_date(const Event& event, const Claim& act) {
    const bool exact = event.when.earliest && event.when.latest &&
                       event.when.latest->number - event.when.earliest->number <= kOneDay;
    if (!exact) {
      return;
    }
    Claim claim = act;
    claim.type = QuestionType::date;
    claim.anchor = view_.claim(QuestionType::date, with_date(event), event.voice).anchor;
    set_date(event, claim);
    out_.push_back(std::move(claim));
  }

  void set_date(const Event& event, Claim& claim) const {
    const Timex* timex = date_of(event);
    claim.value = timex == nullptr ? Value{.when = event.when} : value_of(*timex);
    claim.answer = day_text(event.when);
    if (timex != nullptr && timex->type == TimexType::time) {
      claim.answer += " (" + std::string(words(view_.article().text, timex->span)) + ")";
    }
  }

  /// The expression of time that the event has its day from; the first with an hour, if there are
  /// several.
  const Timex* date_of(const Event& event) const {
    const Span sentence = view_.sentence(view_.sentence_at(event.span.begin));
    const Timex* found = nullptr;
    for (const Timex& timex : view_.analysis().timexes) {
      const bool dates = event.when.known() && sentence.contains(timex.span) &&
                         timex.interval == event.when && timex.type != TimexType::set;
      if (dates &&
          (found == nullptr || (found->type != timex.type && timex.type == TimexType::time))) {
        found = &timex;
      }
    }
    return found;
  }

  Span with_date(const Event& event) const {
    const Timex* timex = date_of(event);
    return timex == nullptr ? event.span : joined(event.span, timex->span);
  }

  static std::string day_text(const Interval& when) {
    if (!when.earliest || !when.latest) {
      return "";
    }
    const std::string from = to_iso(*when.earliest);
    return when.earliest == when.latest ? from : from + " to " + to_iso(*when.latest);
  }

  void add_phase(const Event& event) {
    const bool dated = event.when.earliest && event.when.latest &&
                       event.when.latest->number - event.when.earliest->number <= 31;
    const Timex* partial = event.when.known() ? nullptr : day_without_year(event.span);
    if ((!dated && partial == nullptr) || !usable(event) || event.polarity == Polarity::negative) {
      return;
    }
    Claim claim = view_.claim(
        QuestionType::date,
        partial != nullptr ? joined(event.span, partial->span) : with_date(event), event.voice);
    claim.topic.subject = event.mode;
    claim.topic.patient =
        event.target ? view_.key_of(event.target->index) : "event:" + event.predicate;
    claim.topic.when = event.when;
    if (partial == nullptr) {
      set_date(event, claim);
    } else {
      claim.value = value_of(*partial);
      claim.answer = partial->value.substr(kUnknownYear.size(), kMonthAndDay) + " (no year said)";
      claim.topic.when_inferred = true;
    }
    out_.push_back(std::move(claim));
  }

  /// "on 21 May" in an article that has no year at all.
  const Timex* day_without_year(Span event) const {
    const Span sentence = view_.sentence(view_.sentence_at(event.begin));
    for (const Timex& timex : view_.analysis().timexes) {
      const TimeParts said = time_parts(timex.value);
      const bool day = timex.value.starts_with(kUnknownYear) && said.month && said.day;
      if (sentence.contains(timex.span) && day) {
        return &timex;
      }
    }
    return nullptr;
  }

  static Span joined(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }

  const ArticleView& view_;
  std::vector<Claim>& out_;
};

}  // namespace

void gather_events(const ArticleView& view, std::vector<Claim>& out) {
  EventGatherer(view, out).gather();
}

}  // namespace parallax
