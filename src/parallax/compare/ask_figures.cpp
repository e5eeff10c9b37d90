#include <algorithm>
#include <set>
#include <string_view>

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
      for (auto& part : meeting_parts(
               claims, [this](const Claim& a, const Claim& b) { return meet(a, b); },
               [this](const Claim& c) { return looks_at(c); })) {
        ask_part(topic, std::move(part));
      }
    }
  }

 private:
  FigureTopic topic_of(const Claim& claim) const {
    return {claim.topic.subject, std::string(all_.referents.of(claim.topic.place)),
            std::string(site_of(claim))};
  }

  /// Empty for the place as a whole.
  static std::string_view site_of(const Claim& claim) {
    return claim.topic.site == "*" ? std::string_view() : claim.topic.site;
  }

  bool is_of(const FigureTopic& topic, const Claim& claim) const {
    return claim.topic.subject == topic.counted && site_of(claim) == topic.site &&
           all_.referents.of(claim.topic.place) == topic.place;
  }

  bool is_outcome(const Claim& claim) const {
    if (is_duration(claim.topic.subject)) {
      return true;
    }
    const auto counted = all_.rules.counted_classes.find(claim.topic.subject);
    return counted != all_.rules.counted_classes.end() && counted->second.outcome;
  }

  bool meet(const Claim& a, const Claim& b) const {
    const bool people =
        a.topic.patient.empty() || b.topic.patient.empty() || a.topic.patient == b.topic.patient;
    return people && times_meet(a, b, kSameStory) && (is_outcome(a) || share_words(a, b));
  }

  /// The words of a claim that say what was done to things: "destroyed", "displaced".
  static std::set<std::string_view> deeds(const Claim& claim) {
    std::set<std::string_view> words;
    std::string_view rest = claim.value.word;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (rest.substr(0, end).ends_with("ed")) {
        words.insert(rest.substr(0, end));
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
  }

  /// Things need more in common than their kind: what is said of them.
  static bool share_words(const Claim& a, const Claim& b) {
    const std::set<std::string_view> of_a = deeds(a);
    return std::ranges::any_of(deeds(b),
                               [&](std::string_view word) { return of_a.contains(word); });
  }

  /// All that `meet` and `compare` look at.
  std::string looks_at(const Claim& c) const {
    LookedAt looked;
    looked.add(std::string_view(c.topic.subject)).add(std::string_view(c.topic.place));
    looked.add(std::string_view(c.topic.site)).add(std::string_view(c.topic.patient));
    looked.add(c.topic.when).add(c.topic.when_inferred).add(c.value.low).add(c.value.high);
    looked.add(c.value.approximate)
        .add(std::string_view(c.value.unit))
        .add(c.value.scope_days)
        .add(std::string_view(c.answer));
    for (const std::string_view word : is_outcome(c) ? std::set<std::string_view>() : deeds(c)) {
      looked.add(word);
    }
    return looked.take();
  }

  /// The topics of narrower counts: a site of the place, or a place inside it. Ascending.
  std::vector<std::pair<const FigureTopic*, const Claims*>> narrower(
      const FigureTopic& topic) const {
    std::set<std::string, std::less<>> places = all_.referents.inside(topic.place);
    places.insert(topic.place);
    std::vector<std::pair<const FigureTopic*, const Claims*>> found;
    for (const std::string& place : places) {
      const bool inside = all_.referents.lies_in(place, topic.place);
      for (auto at = topics_.lower_bound({topic.counted, place, ""});
           at != topics_.end() && at->first.counted == topic.counted && at->first.place == place;
           ++at) {
        if (inside || !at->first.site.empty()) {
          found.emplace_back(&at->first, &at->second);
        }
      }
    }
    return found;
  }

  /// Whether a wider count cannot hold a narrower one.
  bool is_too_large(const Claim& claim, const Claim& wide) const {
    const bool timed = claim.topic.when.known() && wide.topic.when.known();
    return timed && meet(claim, wide) && wide.value.high && claim.value.low &&
           *claim.value.low > *wide.value.high &&
           compare_figures(claim, wide, all_.rules.units).relation == Relation::conflict;
  }

  /// Narrower counts (a site of the place, a place inside it) that a wider count cannot hold.
  void add_narrower(const FigureTopic& topic, Claims& claims) const {
    Claims all = claims;
    for (const auto& [other, members] : narrower(topic)) {
      all.insert(all.end(), members->begin(), members->end());
    }
    if (all.size() == claims.size()) {
      return;
    }
    const std::size_t wide = claims.size();
    const ClaimGroups groups(std::move(all), [this](const Claim& c) { return looks_at(c); });
    const std::vector<bool> related = related_to(
        groups, wide, [this](const Claim& a, const Claim& b) { return is_too_large(a, b); });
    for (std::size_t i = wide; i < groups.size(); ++i) {
      if (related[i]) {
        claims.push_back(&groups.claim(static_cast<ClaimGroups::Index>(i)));
      }
    }
  }

  /// A narrower count may be smaller than a wider one.
  Comparison compare(const FigureTopic& topic, const Claim& a, const Claim& b) const {
    if (!meet(a, b)) {
      return {Relation::compatible, ""};
    }
    const bool narrow_a = !is_of(topic, a);
    const bool narrow_b = !is_of(topic, b);
    Comparison comparison = compare_figures(a, b, all_.rules.units);
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
    if (topic.site.empty() && !is_duration(topic.counted)) {
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
    draft.looks_at = [this](const Claim& c) { return looks_at(c); };
    out_.push_back(build_question(draft, all_.accounts));
  }

  const Comparing& all_;
  std::vector<Question>& out_;
  std::map<FigureTopic, std::vector<const Claim*>> topics_;
};

}  // namespace

void ask_figures(const Comparing& all, std::vector<Question>& out) { FigureAsker(all, out).ask(); }

}  // namespace parallax
