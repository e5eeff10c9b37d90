#include "parallax/read/attribution/cues.h"

#include <optional>

namespace parallax {
namespace {

using Form = AttributionLexicon::VerbForm;

constexpr std::uint32_t kSubjectReach = 12;  // items

class CueReader {
 public:
  CueReader(const Frame& frame, Range sentence) : frame_(frame), sentence_(sentence) {}

  // The cue whose verb is `verb`, unless the word is no verb here.
  std::optional<Cue> read(Range verb, const AttributionLexicon::Verb& lexeme) {
    Cue cue{.verb = verb, .begin = verb.begin, .lexeme = &lexeme};
    walk_back(cue);
    if (!decide_use(cue)) {
      return std::nullopt;
    }
    return cue;
  }

 private:
  // Leftwards over auxiliaries, negation and adverbs: "has publicly and formally accused".
  void walk_back(Cue& cue) {
    has_be_ = has_have_ = has_to_ = has_auxiliary_ = false;
    std::uint32_t at = cue.verb.begin;
    while (at > sentence_.begin) {
      const WordClass left = frame_.at(at - 1);
      const bool and_between_adverbs = left == WordClass::conjunction && at > sentence_.begin + 1 &&
                                       frame_.at(at - 2) == WordClass::adverb &&
                                       frame_.at(at, sentence_) == WordClass::adverb;
      if (left == WordClass::be) {
        has_be_ = has_be_ || !has_auxiliary_;
      } else if (left == WordClass::have) {
        has_have_ = true;
      } else if (left == WordClass::to && !has_auxiliary_ && at == cue.begin) {
        has_to_ = true;
      } else if (left == WordClass::modal) {
        cue.modal = true;
      } else if (left == WordClass::time ||
                 (left == WordClass::preposition && frame_.at(at, sentence_) == WordClass::time)) {
        --at;  // "the envoy on Monday said"
        cue.begin = at;
        continue;
      } else if (left == WordClass::negation) {
        cue.negated = true;
      } else if (left != WordClass::adverb && left != WordClass::do_form && !and_between_adverbs) {
        break;
      }
      has_auxiliary_ = has_auxiliary_ || is_auxiliary(left);
      --at;
      cue.begin = at;
      if (has_to_) {
        break;
      }
    }
  }

  bool decide_use(Cue& cue) const {
    if (has_to_) {
      return false;
    }
    const bool at_start = cue.begin == sentence_.begin;
    const WordClass left = frame_.at(cue.begin - 1, sentence_);
    switch (cue.lexeme->form) {
      case Form::ing:
        return decide_ing(cue, left, at_start);
      case Form::past:
        return decide_past(cue, left, at_start);
      default:
        return decide_present(cue, left, at_start);
    }
  }

  bool decide_ing(Cue& cue, WordClass left, bool at_start) const {
    if (has_be_) {
      cue.use = left == WordClass::conjunction ? CueUse::coordinated : CueUse::finite;
      return true;
    }
    if (opens_noun_phrase(left) || left == WordClass::genitive || left == WordClass::name) {
      return false;
    }
    cue.use = CueUse::participle;
    const bool lone = left == WordClass::comma || left == WordClass::conjunction || at_start ||
                      left == WordClass::dash || left == WordClass::quote ||
                      left == WordClass::preposition || left == WordClass::subordinator ||
                      left == WordClass::contrast || left == WordClass::colon || is_pronoun(left) ||
                      left == WordClass::question || left == WordClass::time;
    return lone || !cue.weak();
  }

  bool decide_past(Cue& cue, WordClass left, bool at_start) const {
    const WordClass right = frame_.at(cue.verb.end, sentence_);
    if (has_be_) {
      cue.use = CueUse::passive;
      return true;
    }
    if (opens_noun_phrase(left) && !has_have_) {
      return false;  // "the alleged plan"
    }
    if (at_start && right == WordClass::question) {
      cue.use = CueUse::passive;  // "Asked whether he would stay, …"
      return true;
    }
    if (left == WordClass::preposition || left == WordClass::to ||
        left == WordClass::subordinator) {
      return false;
    }
    const bool by_follows =
        right == WordClass::preposition && frame_.has_role(cue.verb.end, kRoleAgent) && !has_have_;
    if (by_follows) {
      return false;  // "data released by the ministry"
    }
    if (left == WordClass::conjunction || left == WordClass::contrast) {
      cue.use = CueUse::coordinated;
    }
    return !at_start || frame_.headline || !cue.weak();
  }

  bool decide_present(Cue& cue, WordClass left, bool at_start) const {
    const bool base = cue.lexeme->form == Form::base;
    if (has_be_ && base) {
      return false;
    }
    if (base && has_auxiliary_) {
      cue.use = left == WordClass::conjunction || left == WordClass::contrast ? CueUse::coordinated
                                                                              : CueUse::finite;
      return true;
    }
    if (has_be_ || opens_noun_phrase(left) || left == WordClass::genitive ||
        left == WordClass::preposition || left == WordClass::number || at_start) {
      return false;
    }
    if (left == WordClass::conjunction || left == WordClass::contrast) {
      cue.use = CueUse::coordinated;
      return true;
    }
    if (left == WordClass::word || left == WordClass::name) {
      return subject_agrees(cue, cue.begin - 1, base);
    }
    if (left == WordClass::pronoun &&
        !base) {  // "it says" and "this says that", not "these reports"
      return frame_.at(cue.verb.end, sentence_) != WordClass::word;
    }
    return !is_object(left) || cue.lexeme->form != Form::base;
  }

  static bool is_object(WordClass left) { return left == WordClass::object_pronoun; }

  // The noun that heads the subject: "residents" of "residents of Harsk".
  std::uint32_t subject_head(std::uint32_t last) const {
    std::uint32_t head = last;
    for (std::uint32_t i = last; i > sentence_.begin && last - i < 8; --i) {
      const WordClass left = frame_.at(i - 1);
      if (left == WordClass::preposition && i > sentence_.begin + 1 &&
          is_nominal(frame_.at(i - 2))) {
        head = i - 2;
      } else if (!is_nominal(left) && !opens_noun_phrase(left) && left != WordClass::preposition) {
        break;
      }
    }
    return head;
  }

  // "sources close to her campaign say": the plural stands further left in the clause.
  bool has_plural_before(std::uint32_t last) const {
    for (std::uint32_t i = last; i > sentence_.begin && last - i < kSubjectReach; --i) {
      const WordClass word = frame_.at(i - 1);
      if (word == WordClass::comma || word == WordClass::quote || word == WordClass::modal) {
        break;
      }
      if (is_nominal(word) && frame_.looks_plural(i - 1)) {
        return true;
      }
    }
    return false;
  }

  // "officials say" and "the minister says", not "the official claims" or "price demands".
  bool subject_agrees(const Cue& cue, std::uint32_t subject, bool base) const {
    const bool near_plural = frame_.looks_plural(subject);
    const bool head_plural = frame_.looks_plural(subject_head(subject));
    if (base) {
      return near_plural || head_plural || (!cue.weak() && has_plural_before(subject));
    }
    const WordClass right = frame_.at(cue.verb.end, sentence_);
    const bool content = right == WordClass::that || right == WordClass::quote ||
                         opens_noun_phrase(right) || right == WordClass::subject_pronoun ||
                         right == WordClass::name || right == WordClass::colon ||
                         right == WordClass::pronoun || right == WordClass::comma ||
                         right == WordClass::question || right == WordClass::stop ||
                         right == WordClass::to || right == WordClass::mark ||
                         (right == WordClass::relative && cue.lexeme->stance == Stance::ask);
    const bool singular =
        !near_plural || !head_plural || frame_.words.capitals[frame_.items[subject].tokens.begin];
    return singular && (content || !cue.weak());
  }

  const Frame& frame_;
  Range sentence_;
  bool has_be_ = false;
  bool has_have_ = false;
  bool has_to_ = false;
  bool has_auxiliary_ = false;
};

// In running text a capitalised verb is part of a name ("Say Yes Now").
bool may_be_verb(const Frame& frame, Range sentence, std::uint32_t item) {
  switch (frame.at(item)) {
    case WordClass::word:
      return true;
    case WordClass::name:
      return frame.headline;
    case WordClass::be:
    case WordClass::have:
    case WordClass::do_form:
    case WordClass::modal:
    case WordClass::preposition:
    case WordClass::determiner:
      return item > sentence.begin || frame.headline;
    default:
      return false;
  }
}

}  // namespace

void find_cues(const Frame& frame, Range sentence, std::vector<Cue>& out) {
  out.clear();
  CueReader reader(frame, sentence);
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    std::uint32_t behind = i + 1;
    std::uint32_t end = 0;
    if (may_be_verb(frame, sentence, i)) {
      if (const auto* lexeme = frame.verb(i, sentence, &end)) {
        if (const auto cue = reader.read({i, end}, *lexeme)) {
          out.push_back(*cue);
          behind = end;
        }
      }
    }
    i = behind;
  }
}

}  // namespace parallax
