#include <algorithm>
#include <set>

#include "parallax/compare/questions.h"

namespace parallax {
namespace {

/// Names that differ by length or are an acronym are one: "Norland Free Radio" and "NFR" are no
/// rivals.
bool is_variant(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if ((" " + longer + " ").find(" " + shorter + " ") != std::string::npos) {
    return true;
  }
  std::string initials;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    if (at == 0 || longer[at - 1] == ' ') {
      initials.push_back(longer[at]);
    }
  }
  return initials == shorter;
}

/// Where a claim stands: the same whatever order the claims come in.
using Place = std::pair<std::string, Span>;

Place place_of(const Claim& claim) { return {claim.anchor.article, claim.anchor.span}; }

/// How often a voice uses a name, and where it does so first.
struct Use {
  double times = 0;
  Place first;
};

using Uses = std::map<Voice, std::map<std::string, Use>>;

/// The name that a voice uses most; of two on a level, the one that it uses first: "Orvel (Tarnik)"
/// prefers Orvel.
const std::string& preferred(const std::map<std::string, Use>& uses) {
  const auto rank = [](const auto& use) { return std::pair(-use.second.times, use.second.first); };
  return std::ranges::min_element(uses, {}, rank)->first;
}

class NameAsker {
 public:
  NameAsker(const Comparing& all, std::vector<Question>& out) : all_(all), out_(out) {}

  void ask() {
    std::map<std::string, std::vector<const Claim*>> by_referent;
    for (const Claim& claim : all_.claims) {
      if (is_name_use(claim)) {
        by_referent[std::string(all_.referents.of(claim.topic.subject))].push_back(&claim);
      }
    }
    for (const auto& [referent, claims] : by_referent) {
      ask_referent(referent, claims);
    }
  }

 private:
  bool is_rival_name(const std::string& word) const {
    const auto known = all_.rules.gazetteer.find(word);
    return known && all_.rules.gazetteer.names()[*known].kind == "rival";
  }

  /// Each word with the word that stands for it and its variants; rivals of the gazetteer stand for
  /// themselves.
  std::map<std::string, std::string> merge_variants(const std::vector<const Claim*>& claims) const {
    std::map<std::string, bool> rival;
    for (const Claim* claim : claims) {
      rival.try_emplace(claim->value.word, false);
    }
    for (auto& [word, is_rival] : rival) {
      is_rival = is_rival_name(word);
    }
    std::map<std::string, std::string> merged;
    for (const auto& [word, is_rival] : rival) {
      merged[word] = word;
      for (const auto& [other, standing] : merged) {
        const bool free = !(is_rival && rival[other]);
        if (other != word && free && standing == other && is_variant(word, other)) {
          merged[word] = other;
          break;
        }
      }
    }
    return merged;
  }

  /// Each standing name as its first use writes it.
  static std::map<std::string, std::string> first_answers(
      const std::vector<const Claim*>& claims, const std::map<std::string, std::string>& merged) {
    std::map<std::string, const Claim*> first;
    for (const Claim* claim : claims) {
      const Claim*& known = first[merged.at(claim->value.word)];
      if (known == nullptr || place_of(*claim) < place_of(*known)) {
        known = claim;
      }
    }
    std::map<std::string, std::string> shown;
    for (const auto& [word, claim] : first) {
      shown[word] = claim->answer;
    }
    return shown;
  }

  void ask_referent(const std::string& referent, const std::vector<const Claim*>& claims) {
    const auto merged = merge_variants(claims);
    const auto stands_for_itself = [](const auto& entry) { return entry.first == entry.second; };
    if (std::ranges::count_if(merged, stands_for_itself) < 2) {
      return;
    }
    std::set<std::string> names;
    Uses uses;
    const std::map<std::string, std::string> shown = first_answers(claims, merged);
    for (const Claim* claim : claims) {
      const std::string& word = merged.at(claim->value.word);
      names.insert(word);
      Use& use = uses[all_.accounts.voice(*claim)][word];
      const Place place = place_of(*claim);
      use.first = use.times == 0 ? place : std::min(use.first, place);
      use.times += claim->value.low.value_or(1);
    }
    if (names.size() < 2) {
      return;
    }
    std::set<std::string> favoured;
    for (const auto& [voice, used] : uses) {
      favoured.insert(preferred(used));
    }
    QuestionDraft draft{.type = QuestionType::name, .claims = claims};
    for (const auto& [word, name] : shown) {
      draft.title += (draft.title.empty() ? "Name in use: " : " / ") + name;
    }
    draft.key = {{"referent", referent}, {"names", draft.title.substr(13)}};
    draft.why = {"the names have one referent, after the gazetteer or a gloss in the articles"};
    draft.compare = [&](const Claim& a, const Claim& b) {
      const std::string& wa = merged.at(a.value.word);
      const std::string& wb = merged.at(b.value.word);
      if (wa == wb) {
        return Comparison{a.value.word == b.value.word ? Relation::same : Relation::compatible, ""};
      }
      const bool chosen = favoured.contains(wa) && favoured.contains(wb);
      const bool apart = !(preferred(uses.at(all_.accounts.voice(a))) != wa ||
                           preferred(uses.at(all_.accounts.voice(b))) != wb);
      return Comparison{chosen && apart ? Relation::conflict : Relation::compatible, ""};
    };
    draft.looks_at = [&](const Claim& c) {
      const std::string& own = preferred(uses.at(all_.accounts.voice(c)));
      LookedAt looked;
      looked.add(std::string_view(c.value.word)).add(own == merged.at(c.value.word));
      return looked.take();
    };
    Question question = build_question(draft, all_.accounts);
    by_name(question, merged, shown);
    out_.push_back(std::move(question));
  }

  /// One position for each name, also where the voices that use it prefer another.
  void by_name(Question& question, const std::map<std::string, std::string>& merged,
               const std::map<std::string, std::string>& shown) const {
    std::map<std::string, Position> positions;
    for (Position& old : question.positions) {
      for (PositionClaim& claim : old.claims) {
        const std::string& word = merged.at(claim.claim.value.word);
        Position& position = positions[word];
        position.answer = shown.at(word);
        position.value.word = word;
        position.claims.push_back(std::move(claim));
      }
    }
    question.positions.clear();
    for (auto& [word, position] : positions) {
      question.positions.push_back(std::move(position));
    }
  }

  const Comparing& all_;
  std::vector<Question>& out_;
};

}  // namespace

void ask_names(const Comparing& all, std::vector<Question>& out) { NameAsker(all, out).ask(); }

}  // namespace parallax
