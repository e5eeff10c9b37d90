#include <algorithm>
#include <map>
#include <tuple>

#include "parallax/compare/questions.h"

namespace parallax {
namespace {

constexpr std::int32_t kSameAct = 31;  // days
constexpr std::string_view kTitlePrefix = "title:";

class CharacterisationAsker {
 public:
  CharacterisationAsker(const Comparing& all, std::vector<Question>& out) : all_(all), out_(out) {}

  void ask() {
    std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> topics;
    for (const Claim& claim : all_.claims) {
      if (claim.type == QuestionType::characterisation) {
        topics[{claim.topic.subject, std::string(all_.referents.of(claim.topic.patient))}]
            .push_back(&claim);
      }
    }
    for (const auto& [topic, claims] : topics) {
      const auto meets = [this](const Claim& a, const Claim& b) { return meet(a, b); };
      for (auto& part : meeting_parts(claims, meets, looks_at)) {
        ask_part(topic.first, topic.second, std::move(part));
      }
    }
  }

 private:
  bool is_standing(const std::string& subject) const {
    const auto group = all_.rules.groups.find(subject);
    return group == all_.rules.groups.end() || group->second.standing;
  }

  /// All that `meet` and `compare` look at.
  static std::string looks_at(const Claim& c) {
    LookedAt looked;
    looked.add(std::string_view(c.topic.subject)).add(std::string_view(c.topic.patient));
    looked.add(std::string_view(c.topic.actor)).add(c.topic.when).add(c.topic.when_inferred);
    looked.add(std::string_view(c.value.word)).add(c.value.polarity == Polarity::positive);
    looked.add(std::string_view(c.answer));
    return looked.take();
  }

  /// One act has one actor and one time. What is done to a whole state is one act across articles
  /// only if actor or time say so plainly.
  bool meet(const Claim& a, const Claim& b) const {
    if (is_standing(a.topic.subject)) {
      return true;
    }
    const bool actors =
        a.topic.actor.empty() || b.topic.actor.empty() || a.topic.actor == b.topic.actor;
    if (!actors || !times_meet(a, b, kSameAct)) {
      return false;
    }
    const bool one_article = a.anchor.article == b.anchor.article;
    const bool plain_time = !a.topic.when_inferred && !b.topic.when_inferred &&
                            a.topic.when.known() && b.topic.when.known();
    const bool plain_actor = !a.topic.actor.empty() && a.topic.actor == b.topic.actor;
    return one_article || plain_time || plain_actor || !all_.referents.is_state(a.topic.patient);
  }

  Comparison compare(const Claim& a, const Claim& b) const {
    if (a.value.word == b.value.word && a.value.polarity == b.value.polarity) {
      return {Relation::same, ""};
    }
    if (!meet(a, b)) {
      return {Relation::compatible, ""};
    }
    const bool title = a.topic.subject.starts_with(kTitlePrefix);
    const bool denied = a.value.word == b.value.word;
    const bool asserted =
        a.value.polarity == Polarity::positive && b.value.polarity == Polarity::positive;
    const bool rivals =
        title || denied ||
        (asserted && all_.rules.are_rivals(a.topic.subject, a.value.word, b.value.word));
    if (!rivals) {
      return {Relation::compatible, ""};
    }
    const auto [first, second] = std::minmax(a.answer, b.answer);
    return {Relation::conflict, "“" + first + "” against “" + second + "”"};
  }

  /// A title is a question only where somebody puts it at a distance.
  static bool is_plain_title(const std::string& subject, const std::vector<const Claim*>& claims) {
    return subject.starts_with(kTitlePrefix) &&
           std::ranges::none_of(
               claims, [](const Claim* claim) { return claim->value.word == "so-called"; });
  }

  std::string title_of(const std::string& subject, const std::string& about) const {
    if (subject.starts_with(kTitlePrefix)) {
      return "Title “" + subject.substr(kTitlePrefix.size()) +
             "”, plain or at a distance: " + about;
    }
    const auto group = all_.rules.groups.find(subject);
    std::string title =
        group == all_.rules.groups.end() ? subject + ": {about}" : group->second.title;
    if (const std::size_t at = title.find("{about}"); at != std::string::npos) {
      title.replace(at, 7, about);
    }
    return title;
  }

  void ask_part(const std::string& subject, const std::string& patient,
                std::vector<const Claim*> claims) {
    if (claims.size() < 2 || is_plain_title(subject, claims)) {
      return;
    }
    const Interval when = is_standing(subject) ? Interval{} : time_of(claims);
    const bool title = subject.starts_with(kTitlePrefix);
    const std::string about = title ? claims.front()->topic.actor : all_.referents.label(patient);
    QuestionDraft draft{
        .type = QuestionType::characterisation, .claims = std::move(claims), .when = when};
    draft.title = title_of(subject, about);
    const std::string time = time_text(when);
    draft.title += time.empty() ? "" : ", " + time;
    draft.key = {{"group", subject}, {"about", about}, {"when", time}};
    draft.compare = [this](const Claim& a, const Claim& b) { return compare(a, b); };
    draft.looks_at = looks_at;
    out_.push_back(build_question(draft, all_.accounts));
  }

  const Comparing& all_;
  std::vector<Question>& out_;
};

}  // namespace

void ask_characterisations(const Comparing& all, std::vector<Question>& out) {
  CharacterisationAsker(all, out).ask();
}

}  // namespace parallax
