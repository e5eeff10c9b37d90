#include <algorithm>
#include <set>
#include <sstream>

#include "parallax/compare/questions.h"

namespace parallax {
namespace {

constexpr std::int32_t kSameStory = 60;  // days between two counts of one story

struct FigureTopic {
  std::string counted;
  std::string place;
  std::string site;
  auto operator<=>(const FigureTopic&) const = default;
};

class FigureAsker {
 public:
  FigureAsker(const Comparing& all, std::vector<Question>& out) : all_(all), out_(out) {}

  void ask() {
    for (const Claim& claim : all_.claims) {
      if (claim.type == QuestionType::figure && !claim.topic.place.empty()) {
        topics_[topic_of(claim)].push_back(&claim);
      }
    }
    for (const auto& [topic, claims] : topics_) {
      for (auto& part :
           meeting_parts(claims, [this](const Claim& a, const Claim& b) { return meet(a, b); })) {
        ask_part(topic, std::move(part));
      }
    }
  }

 private:
  FigureTopic topic_of(const Claim& claim) const {
    return {claim.topic.subject, all_.referents.of(claim.topic.place),
            claim.topic.site == "*" ? "" : claim.topic.site};
  }

  bool meet(const Claim& a, const Claim& b) const {
    const bool people =
        a.topic.patient.empty() || b.topic.patient.empty() || a.topic.patient == b.topic.patient;
    const auto counted = all_.rules.counted_classes.find(a.topic.subject);
    const bool outcome = counted != all_.rules.counted_classes.end() && counted->second.outcome;
    return people && times_meet(a, b, kSameStory) && (outcome || share_words(a, b));
  }

  /// Things need more in common than their kind: what is said of them.
  static bool share_words(const Claim& a, const Claim& b) {
    std::istringstream of_a(a.value.word);
    std::set<std::string> words;
    for (std::string word; of_a >> word;) {
      words.insert(word);
    }
    std::istringstream of_b(b.value.word);
    for (std::string word; of_b >> word;) {
      if (words.contains(word) && word.ends_with("ed")) {
        return true;
      }
    }
    return false;
  }

  /// Narrower counts (a site of the place, a place inside it) that a wider count cannot hold.
  void add_narrower(const FigureTopic& topic, std::vector<const Claim*>& claims) const {
    const std::vector<const Claim*> wide = claims;
    for (const auto& [other, members] : topics_) {
      const bool same_place = other.place == topic.place && !other.site.empty();
      const bool narrower = other.counted == topic.counted &&
                            (same_place || all_.referents.lies_in(other.place, topic.place));
      if (!narrower) {
        continue;
      }
      for (const Claim* claim : members) {
        const bool too_large = std::ranges::any_of(wide, [&](const Claim* w) {
          const bool timed = claim->topic.when.known() && w->topic.when.known();
          return timed && meet(*claim, *w) && w->value.high && claim->value.low &&
                 *claim->value.low > *w->value.high &&
                 compare_figures(*claim, *w).relation == Relation::conflict;
        });
        if (too_large) {
          claims.push_back(claim);
        }
      }
    }
  }

  /// A narrower count may be smaller than a wider one.
  Comparison compare(const FigureTopic& topic, const Claim& a, const Claim& b) const {
    if (!meet(a, b)) {
      return {Relation::compatible, ""};
    }
    const bool narrow_a = topic_of(a) != topic;
    const bool narrow_b = topic_of(b) != topic;
    Comparison comparison = compare_figures(a, b);
    if (narrow_a == narrow_b || comparison.relation != Relation::conflict) {
      return comparison;
    }
    const Claim& narrow = narrow_a ? a : b;
    const Claim& wide = narrow_a ? b : a;
    const bool larger = narrow.value.low && wide.value.high && *narrow.value.low > *wide.value.high;
    if (!larger) {
      return {Relation::compatible, ""};
    }
    comparison.why = narrow.answer + " in a part of the place against " + wide.answer +
                     " in the whole: the wider scope has the smaller number";
    return comparison;
  }

  void ask_part(const FigureTopic& topic, std::vector<const Claim*> claims) {
    const Interval when = time_of(claims);
    if (topic.site.empty()) {
      add_narrower(topic, claims);
    }
    if (claims.size() < 2) {
      return;
    }
    QuestionDraft draft{.type = QuestionType::figure, .claims = std::move(claims), .when = when};
    const std::string place = all_.referents.label(topic.place);
    const auto counted = all_.rules.counted_classes.find(topic.counted);
    draft.title =
        (counted == all_.rules.counted_classes.end() ? topic.counted : counted->second.title) +
        ": " + (topic.site.empty() ? "" : topic.site + ", ") + place;
    if (const std::string time = time_text(when); !time.empty()) {
      draft.title += ", " + time;
    }
    draft.key = {{"counted", topic.counted},
                 {"place", place},
                 {"site", topic.site},
                 {"when", time_text(when)}};
    draft.compare = [this, &topic](const Claim& a, const Claim& b) { return compare(topic, a, b); };
    out_.push_back(build_question(draft, all_.accounts));
  }

  const Comparing& all_;
  std::vector<Question>& out_;
  std::map<FigureTopic, std::vector<const Claim*>> topics_;
};

}  // namespace

void ask_figures(const Comparing& all, std::vector<Question>& out) { FigureAsker(all, out).ask(); }

}  // namespace parallax
