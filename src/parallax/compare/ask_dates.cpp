#include <map>
#include <tuple>

#include "parallax/compare/questions.h"

namespace parallax {
namespace {

constexpr std::int32_t kSameEvent = 60;  // days: further apart it is another event of the same kind

std::string phase_text(const std::string& subject) {
  if (subject == "begin") {
    return "Date on which it began";
  }
  return subject == "end"      ? "Date on which it ended"
         : subject == "happen" ? "Date on which it took place"
                               : "Date of the taking";
}

}  // namespace

void ask_dates(const Comparing& all, std::vector<Question>& out) {
  std::map<std::tuple<std::string, std::string>, std::vector<const Claim*>> topics;
  for (const Claim& claim : all.claims) {
    if (claim.type == QuestionType::date) {
      topics[{claim.topic.subject, std::string(all.referents.of(claim.topic.patient))}].push_back(
          &claim);
    }
  }
  const auto meets = [](const Claim& a, const Claim& b) {
    const bool actors =
        a.topic.actor.empty() || b.topic.actor.empty() || a.topic.actor == b.topic.actor;
    return actors && times_meet(a, b, kSameEvent);
  };
  const auto looks_at = [](const Claim& c) {
    LookedAt looked;
    looked.add(std::string_view(c.topic.actor)).add(c.topic.when).add(c.topic.when_inferred);
    looked.add(std::string_view(c.value.word)).add(c.value.when).add(c.value.approximate);
    looked.add(std::string_view(c.answer));
    return looked.take();
  };
  for (const auto& [topic, claims] : topics) {
    const auto& [subject, patient] = topic;
    for (auto& part : meeting_parts(claims, meets, looks_at)) {
      const Interval when = time_of(part);
      QuestionDraft draft{.type = QuestionType::date, .claims = std::move(part), .when = when};
      const std::string about =
          patient.starts_with("event:") ? patient.substr(6) : all.referents.label(patient);
      draft.title = phase_text(subject) + ": " + about + ", " + time_text(when).substr(0, 4);
      draft.key = {{"event", about}, {"phase", subject}, {"year", time_text(when).substr(0, 4)}};
      draft.compare = [&meets](const Claim& a, const Claim& b) {
        return meets(a, b) ? compare_dates(a, b) : Comparison{Relation::compatible, ""};
      };
      draft.looks_at = looks_at;
      if (draft.claims.size() > 1) {
        out.push_back(build_question(draft, all.accounts));
      }
    }
  }
}

}  // namespace parallax
