#include "parallax/read/attribution/contents.h"

#include <algorithm>

#include "parallax/read/attribution/clauses.h"
#include "parallax/read/attribution/noun_phrases.h"
#include "parallax/read/attribution/sources.h"

namespace parallax {
namespace {

using Form = AttributionLexicon::VerbForm;

constexpr std::uint32_t kLongestCircumstance = 16;  // items
constexpr std::uint32_t kShortSubject = 6;          // items
constexpr std::uint32_t kClauseReach = 100;         // items back to where a clause begins

bool begins_clause(WordClass word) {
  return word == WordClass::subject_pronoun || word == WordClass::determiner ||
         word == WordClass::possessive || word == WordClass::name || word == WordClass::pronoun ||
         word == WordClass::number || word == WordClass::word || word == WordClass::that ||
         word == WordClass::quote;
}

/// Looks for the content of one cue, one construction after the other.
class RightReader {
 public:
  RightReader(const Frame& frame, Range sentence, const Cue& cue)
      : frame_(frame), sentence_(sentence), cue_(cue) {}

  RightContent read() const {
    const std::uint32_t begin = cue_.verb.end;
    std::uint32_t verb_end = begin;
    while (frame_.at(verb_end, sentence_) == WordClass::adverb) {
      ++verb_end;
    }
    if (const RightContent found = read_preposition(verb_end); !found.empty()) {
      return found;
    }
    const std::uint32_t behind = past_circumstance(frame_, sentence_, begin);
    if (const RightContent found = read_marked(behind); !found.empty()) {
      return found;
    }
    if (const RightContent found = read_addressee(behind); !found.empty()) {
      return found;
    }
    if (behind > begin && frame_.at(begin) == WordClass::preposition) {
      return {};
    }
    if (const RightContent found = read_far(begin); !found.empty()) {
      return found;
    }
    const RightContent bare = read_bare(behind);
    return bare.empty() && behind > begin ? read_bare(begin) : bare;
  }

 private:
  bool takes(std::uint16_t bits) const { return (cue_.takes() & bits) != 0; }

  RightContent clause(std::uint32_t begin, bool sure, bool phrase = false) const {
    std::uint32_t end = clause_end(frame_, sentence_, begin, phrase);
    if (is_subordinate()) {
      end = std::min(end, inner_clause_end(frame_, sentence_, begin, cue_.verb.begin));
      for (std::uint32_t i = begin + 1; i < end; ++i) {
        if (frame_.at(i) == WordClass::comma || ends_in_comma(frame_, i)) {
          end = frame_.at(i) == WordClass::comma ? i : i + 1;
          break;
        }
      }
    }
    return {{begin, end}, cue_.verb.end, false, sure};
  }

  // "While he said that …, the army …", "the union, which backed Tarn, …": the content ends with
  // its clause.
  bool is_subordinate() const {
    std::uint32_t i = cue_.begin;
    if (i == sentence_.begin && cue_.use == CueUse::passive) {
      return true;  // "Asked whether he would stay, …"
    }
    while (i > sentence_.begin && cue_.begin - i < kShortSubject &&
           (is_nominal(frame_.at(i - 1)) || opens_noun_phrase(frame_.at(i - 1)) ||
            (i < cue_.begin && frame_.at(i - 1) == WordClass::preposition &&
             frame_.has_role(i - 1, kTakesOf)))) {
      --i;  // "the region that Tazun calls …"
    }
    const WordClass left = frame_.at(i - 1, sentence_);
    if (left == WordClass::relative || (left == WordClass::that && i > sentence_.begin + 1 &&
                                        is_nominal(frame_.at(i - 2)) && i < cue_.begin)) {
      return true;
    }
    i = cue_.begin;
    while (i > sentence_.begin && cue_.begin - i < kClauseReach &&
           frame_.at(i - 1) != WordClass::comma) {
      --i;
    }
    const WordClass first = frame_.at(sentence_.begin);
    return i == sentence_.begin && (first == WordClass::subordinator ||
                                    first == WordClass::contrast || first == WordClass::question);
  }

  // "that …", a quotation, a colon, "whether …", "to …" directly at `item`.
  RightContent read_marked(std::uint32_t item) const {
    const WordClass next = frame_.at(item + 1, sentence_);
    switch (frame_.at(item, sentence_)) {
      case WordClass::that:
        return takes(kTakesClause | kTakesAbout | kTakesObject) ? clause(item, true)
                                                                : RightContent{};
      case WordClass::quote:
        return read_quote(item);
      case WordClass::comma:
      case WordClass::dash:
        return next == WordClass::quote && is_speech(frame_, item + 1) ? read_quote(item + 1)
                                                                       : RightContent{};
      case WordClass::colon:
        return next == WordClass::quote ? read_quote(item + 1) : read_colon(item + 1);
      case WordClass::relative:  // "wonders who"
        return cue_.lexeme->stance == Stance::ask && takes(kTakesClause) ? clause(item, true)
                                                                         : RightContent{};
      case WordClass::question:
        return takes(kTakesClause | kTakesAbout | kTakesQuote) ? clause(item, true)
                                                               : RightContent{};
      case WordClass::negation:  // "asked them | not to leave"
        return next == WordClass::to && takes(kTakesClause) ? clause(item, true) : RightContent{};
      case WordClass::to:
        return takes(kTakesClause) && may_follow_to(next) ? clause(item, true) : RightContent{};
      default:
        return {};
    }
  }

  /// "threatened | to leave"; behind a passive only what is said of its subject: "is said | to have
  /// left", not "was allowed | to leave".
  bool may_follow_to(WordClass next) const {
    if (cue_.use != CueUse::passive) {
      return next == WordClass::word;
    }
    const Stance stance = cue_.lexeme->stance;
    const bool told_of = stance == Stance::say || stance == Stance::believe;
    return told_of && (next == WordClass::word || next == WordClass::have || next == WordClass::be);
  }

  RightContent read_quote(std::uint32_t item) const {
    if (!takes(kTakesQuote | kTakesClause | kTakesObject | kTakesAs)) {
      return {};
    }
    if (cue_.use == CueUse::passive && !is_speech(frame_, item)) {
      return {};  // "the house that is called “The Ark”"
    }
    const WordClass behind = frame_.at(item + 1, sentence_);
    const bool ends = item + 1 >= sentence_.end || behind == WordClass::comma ||
                      behind == WordClass::stop || behind == WordClass::mark ||
                      behind == WordClass::semicolon || behind == WordClass::dash ||
                      behind == WordClass::close_bracket || behind == WordClass::contrast ||
                      behind == WordClass::subordinator || behind == WordClass::question ||
                      behind == WordClass::time;
    const bool other_report =
        behind == WordClass::conjunction && clause_end(frame_, sentence_, item) == item + 1;
    if (ends || other_report || is_speech(frame_, item)) {
      return {{item, item + 1}, cue_.verb.end, true, true};
    }
    return clause(item, true);
  }

  RightContent read_colon(std::uint32_t item) const {
    if (!takes(kTakesClause | kTakesQuote) || item >= sentence_.end) {
      return {};
    }
    return {{item, without_stops(frame_, {item, sentence_.end})}, cue_.verb.end, false, true};
  }

  // "called | for help", "accused him | of theft" belongs to the object; here the preposition
  // stands behind the verb.
  RightContent read_preposition(std::uint32_t item) const {
    const WordClass word = frame_.at(item, sentence_);
    if (word != WordClass::preposition && word != WordClass::to &&
        word != WordClass::subordinator) {
      return {};
    }
    const bool to = word == WordClass::to;
    const bool fits = to ? takes(kTakesTo) && (begins_phrase(item + 1) || !takes(kTakesClause))
                         : frame_.has_role(item, cue_.takes() & kTakesPreposition);
    if (!fits || item + 1 >= sentence_.end || frame_.at(item + 1) == WordClass::time ||
        medium_at(frame_, sentence_, item)) {
      return {};
    }
    RightContent found = clause(item + 1, true, true);
    found.cue_end = item + 1;
    found.direct = found.content.size() == 1 && frame_.at(item + 1) == WordClass::quote;
    return found;
  }

  bool begins_phrase(std::uint32_t item) const {
    const WordClass word = frame_.at(item, sentence_);
    return opens_noun_phrase(word) || word == WordClass::name || is_pronoun(word) ||
           word == WordClass::quote || word == WordClass::number;
  }

  // "told reporters that …", "told the court: “…”", "warned Tarn that …", "told him he must go".
  RightContent read_addressee(std::uint32_t item) const {
    if (!takes(kTakesClause) || item >= sentence_.end) {
      return {};
    }
    const bool to_somebody = frame_.at(item) == WordClass::to;
    const std::uint32_t begin = item + (to_somebody ? 1 : 0);
    const Range addressee = noun_phrase_at(frame_, sentence_, begin).core;
    if (addressee.empty() || addressee.end >= sentence_.end ||
        !(cue_.tells() || to_somebody || takes(kTakesObject)) ||
        !(cue_.tells() || may_speak(frame_, addressee) || is_told_at(addressee.end))) {
      return {};
    }
    const std::uint32_t behind = past_circumstance(frame_, sentence_, addressee.end);
    const WordClass next = frame_.at(behind, sentence_);
    const bool to = next == WordClass::to || (next == WordClass::negation &&
                                              frame_.at(behind + 1, sentence_) == WordClass::to);
    if (to && !cue_.tells()) {  // "urged them to leave": what was urged is all of it
      const RightContent found = read_marked(behind);
      return found.empty() ? found
                           : RightContent{{begin, found.content.end}, cue_.verb.end, false, true};
    }
    if (cue_.tells() && next == WordClass::preposition &&
        frame_.has_role(behind, kTakesOf | kTakesAbout)) {
      return clause(behind, true, true);  // "informs its citizens | of the change"
    }
    const bool quote = next == WordClass::quote && (cue_.tells() || is_speech(frame_, behind));
    const bool colon = next == WordClass::colon &&
                       (cue_.tells() || frame_.at(behind + 1, sentence_) == WordClass::quote);
    if (next == WordClass::that || next == WordClass::comma || next == WordClass::question || to ||
        quote || colon) {
      return read_marked(behind);
    }
    const bool subject = next == WordClass::subject_pronoun || next == WordClass::determiner ||
                         next == WordClass::possessive || next == WordClass::pronoun;
    return cue_.tells() && subject ? clause(behind, true) : RightContent{};
  }

  // "assured the miners | that", "asked the auditor | how": verbs that take the matter with "of"
  // or "about" take the person without.
  bool is_told_at(std::uint32_t item) const {
    const WordClass word = frame_.at(item, sentence_);
    return takes(kTakesOf | kTakesAbout) &&
           (word == WordClass::that || word == WordClass::question);
  }

  // "said in an interview with the paper that …", "said at the talks: “…”".
  RightContent read_far(std::uint32_t item) const {
    const WordClass first = frame_.at(item, sentence_);
    if (first != WordClass::preposition && first != WordClass::to && first != WordClass::time &&
        first != WordClass::adverb) {
      return {};
    }
    const std::uint32_t last = std::min(sentence_.end, item + kLongestCircumstance);
    for (std::uint32_t i = item; i < last; ++i) {
      const WordClass word = frame_.at(i);
      if (word == WordClass::that || word == WordClass::colon || word == WordClass::comma ||
          word == WordClass::quote) {
        return word == WordClass::quote ? RightContent{} : read_marked(i);
      }
      if (word == WordClass::negation && frame_.at(i + 1, sentence_) == WordClass::to) {
        return read_marked(i);  // "was advised by Tarn not to leave"
      }
      const bool subject =
          word == WordClass::subject_pronoun ||
          (word == WordClass::determiner && i > item + 1 && is_nominal(frame_.at(i - 1)));
      if (subject && takes(kTakesClause) && !cue_.weak()) {
        return clause(i, false);
      }
      if (!is_phrase_word(word) || (i > item && is_report(frame_, sentence_, i))) {
        return {};
      }
    }
    return {};
  }

  // "said the road was closed", "demanded an answer".
  RightContent read_bare(std::uint32_t item) const {
    if (!takes(kTakesClause | kTakesObject) || item >= sentence_.end || cue_.tells() ||
        (cue_.use == CueUse::passive && !ends_in_preposition()) ||
        (cue_.weak() && !takes(kTakesObject))) {
      return {};
    }
    const WordClass word = frame_.at(item);
    const bool clause_only = !takes(kTakesObject);
    const bool gerund = word == WordClass::have && frame_.looks_participle(item);
    const bool opens = gerund || begins_clause(word) || word == WordClass::object_pronoun ||
                       (word == WordClass::adverb && !cue_.weak()) ||
                       (word == WordClass::subordinator && takes(kTakesClause) && !cue_.weak()) ||
                       (word == WordClass::preposition && takes(kTakesClause) && !cue_.weak() &&
                        cue_.lexeme->stance == Stance::say && cue_.lexeme->form == Form::past);
    if (!opens || (clause_only && word == WordClass::object_pronoun)) {
      return {};
    }
    const RightContent found = clause(item, cue_.use == CueUse::passive, !takes(kTakesClause));
    return clause_only && !has_finite_verb(found.content) ? RightContent{} : found;
  }

  // "were charged with | theft"
  bool ends_in_preposition() const {
    return cue_.verb.size() > 1 && frame_.at(cue_.verb.end - 1) == WordClass::preposition;
  }

  // "added | he would return" is a clause, "added | a wing" is none.
  bool has_finite_verb(Range content) const {
    for (std::uint32_t i = content.begin; i < content.end; ++i) {
      const WordClass word = frame_.at(i);
      if (is_auxiliary(word) || word == WordClass::subject_pronoun || word == WordClass::negation ||
          (word == WordClass::word && i > content.begin && frame_.looks_past(i))) {
        return true;
      }
    }
    return false;
  }

  const Frame& frame_;
  Range sentence_;
  const Cue& cue_;
};

}  // namespace

RightContent content_after(const Frame& frame, Range sentence, const Cue& cue) {
  return RightReader(frame, sentence, cue).read();
}

LeftContent content_before(const Frame& frame, Range sentence, std::uint32_t begin) {
  std::uint32_t end = begin;
  bool marked = false;
  while (end > sentence.begin &&
         (frame.at(end - 1) == WordClass::comma || frame.at(end - 1) == WordClass::dash)) {
    --end;
    marked = true;
  }
  if (end == sentence.begin && end > 1 && frame.at(0) == WordClass::dash) {
    return {{1, end}, false};  // "— Who is there? — asked X."
  }
  if (end == sentence.begin) {  // the quotation ends the sentence before
    const bool quote_before = end > 0 && is_speech(frame, end - 1);
    return quote_before ? LeftContent{{end - 1, end}, true} : LeftContent{};
  }
  const bool quote = frame.at(end - 1) == WordClass::quote;
  if (!marked && !is_speech(frame, end - 1)) {
    return {};
  }
  std::uint32_t from = sentence.begin;
  while (from < end &&
         (frame.at(from) == WordClass::conjunction || frame.at(from) == WordClass::contrast ||
          frame.at(from) == WordClass::dash)) {
    ++from;
  }
  if (quote && is_speech(frame, end - 1) &&
      (from + 1 == end || frame.at(end - 2) == WordClass::colon)) {
    return {{end - 1, end}, true};
  }
  return from < end ? LeftContent{{from, end}, from + 1 == end && quote} : LeftContent{};
}

}  // namespace parallax
