// Without a parser a noun phrase is found by its edges: leftwards from the verb over nouns, names
// and "of" until a determiner, a pronoun, a mark or another verb; rightwards until a mark, a verb
// or a word that opens a clause.
#include "parallax/read/attribution/noun_phrases.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kLongestPhrase = 40;  // items
constexpr std::uint32_t kMostCommas = 3;      // of a parenthesis

bool is_clause_edge(WordClass word) {
  switch (word) {
    case WordClass::comma:
    case WordClass::stop:
    case WordClass::colon:
    case WordClass::semicolon:
    case WordClass::dash:
    case WordClass::open_bracket:
    case WordClass::that:
    case WordClass::subordinator:
    case WordClass::contrast:
    case WordClass::conjunction:
    case WordClass::question:
    case WordClass::relative:
    case WordClass::time:
    case WordClass::adverb:
    case WordClass::mark:
    case WordClass::preposition:
      return true;
    default:
      return false;
  }
}

// A reporting verb inside a phrase ends it: "the paper reports officials said".
bool is_other_verb(const Frame& frame, Range sentence, std::uint32_t item) {
  const auto* verb = frame.at(item) == WordClass::word ? frame.verb(item, sentence) : nullptr;
  return verb != nullptr && (verb->takes & kWeak) == 0 &&
         (verb->form == AttributionLexicon::VerbForm::past ||
          verb->form == AttributionLexicon::VerbForm::third_person);
}

class BackwardPhrase {
 public:
  BackwardPhrase(const Frame& frame, Range sentence) : frame_(frame), sentence_(sentence) {}

  Range read(std::uint32_t end) {
    if (end <= sentence_.begin || !may_end_with(end - 1)) {
      return {};
    }
    const WordClass last = frame_.at(end - 1);
    if (last == WordClass::subject_pronoun || last == WordClass::pronoun ||
        last == WordClass::relative) {
      return {end - 1, end};
    }
    begin_ = end;
    floor_ =
        end > kLongestPhrase ? std::max(sentence_.begin, end - kLongestPhrase) : sentence_.begin;
    after_determiner_ = false;
    while (begin_ > floor_ && take_left(end)) {
    }
    while (begin_ < end && is_link(frame_.at(begin_))) {
      ++begin_;
    }
    return relative_clause(end);
  }

 private:
  static bool is_link(WordClass word) {
    return word == WordClass::preposition || word == WordClass::conjunction ||
           word == WordClass::genitive || word == WordClass::to || word == WordClass::close_bracket;
  }

  bool may_end_with(std::uint32_t item) const {
    const WordClass word = frame_.at(item);
    return is_nominal(word) || word == WordClass::subject_pronoun || word == WordClass::pronoun ||
           word == WordClass::relative || word == WordClass::quote ||
           word == WordClass::determiner || word == WordClass::close_bracket;
  }

  bool take_left(std::uint32_t end) {
    const std::uint32_t item = begin_ - 1;
    const WordClass word = frame_.at(item);
    switch (word) {
      case WordClass::close_bracket:
        return take_bracket();
      case WordClass::preposition:
      case WordClass::to:
        return begin_ < end && take_link(item);
      case WordClass::conjunction:
        return begin_ < end && take_conjunction(item, end);
      case WordClass::genitive:
        return begin_ < end && take(item, false);
      case WordClass::determiner:
      case WordClass::possessive:
        return !after_determiner_ && take(item, true);
      case WordClass::pronoun:
        return begin_ < end && !after_determiner_ && take(item, true);
      case WordClass::quote:
        return !after_determiner_ && !is_speech(frame_, item) && take(item, false);
      case WordClass::word:
        if (begin_ < end && is_other_verb(frame_, sentence_, item)) {
          return false;
        }
        [[fallthrough]];
      case WordClass::name:
      case WordClass::number:
        return !after_determiner_ && take(item, false);
      default:
        return false;
    }
  }

  bool take(std::uint32_t item, bool determiner) {
    begin_ = item;
    after_determiner_ = determiner;
    return true;
  }

  bool take_bracket() {
    for (std::uint32_t i = begin_ - 1; i > floor_; --i) {
      if (frame_.at(i - 1) == WordClass::open_bracket) {
        begin_ = i - 1;
        after_determiner_ = false;
        return true;
      }
    }
    return false;
  }

  // "the president | of the republic": a link holds if a noun stands before it.
  bool take_link(std::uint32_t item) {
    if (item == floor_ || item == sentence_.begin) {
      return false;
    }
    const WordClass left = frame_.at(item - 1);
    if (!is_nominal(left) && left != WordClass::quote && left != WordClass::close_bracket) {
      return false;
    }
    return take(item, false);
  }

  // "Menn and Tarn said": both sides of a kind, and the left one complete. "He denied it and
  // officials said" is no such pair.
  bool take_conjunction(std::uint32_t item, std::uint32_t end) {
    if (item == floor_ || item == sentence_.begin) {
      return false;
    }
    const WordClass left = frame_.at(item - 1);
    if (!is_nominal(left) && left != WordClass::subject_pronoun) {
      return false;
    }
    BackwardPhrase other(frame_, {floor_, sentence_.end});
    if (depth_ > 1) {
      return false;
    }
    other.depth_ = depth_ + 1;
    const Range before = other.read(item);
    const bool complete =
        !before.empty() && (before.begin == sentence_.begin || before.begin == floor_ ||
                            is_clause_edge(frame_.at(before.begin - 1)));
    const bool names = left == WordClass::name && frame_.at(begin_) == WordClass::name;
    const bool plural =
        frame_.lower(item - 1).ends_with('s') && frame_.lower(end - 1).ends_with('s');
    if (!complete || (!names && !plural)) {
      return false;
    }
    begin_ = before.begin;
    after_determiner_ = true;
    return true;
  }

  // "people who know him | said": when the walk ends on what is no edge, the phrase may begin
  // before a relative.
  Range relative_clause(std::uint32_t end) {
    if (begin_ > sentence_.begin && !is_clause_edge(frame_.at(begin_ - 1))) {
      const std::uint32_t lowest =
          begin_ > 15 ? std::max(sentence_.begin, begin_ - 15) : sentence_.begin;
      for (std::uint32_t i = begin_ - 1; i > lowest; --i) {
        const WordClass word = frame_.at(i);
        if (word == WordClass::comma || word == WordClass::quote || word == WordClass::stop) {
          break;
        }
        if (word == WordClass::relative && is_nominal(frame_.at(i - 1)) && depth_ == 0) {
          BackwardPhrase head(frame_, sentence_);
          head.depth_ = 2;
          const Range core = head.read(i);
          return core.empty() ? Range{begin_, end} : Range{core.begin, end};
        }
      }
    }
    return {begin_, end};
  }

  const Frame& frame_;
  Range sentence_;
  std::uint32_t begin_ = 0;
  std::uint32_t floor_ = 0;
  std::uint32_t depth_ = 0;
  bool after_determiner_ = false;
};

// What stands between the commas: ", the former minister," and ", who left early," belong to the
// phrase; ", in the film," does not.
bool belongs(const Frame& frame, std::uint32_t first) {
  switch (frame.at(first)) {
    case WordClass::preposition:
    case WordClass::adverb:
    case WordClass::subordinator:
    case WordClass::contrast:
    case WordClass::conjunction:
    case WordClass::time:
      return false;
    default:
      return true;
  }
}

NounPhrase over_parenthesis(const Frame& frame, Range sentence, std::uint32_t end) {
  std::uint32_t commas = 0;
  for (std::uint32_t i = end - 1; i > sentence.begin + 1 && commas < kMostCommas; --i) {
    const std::uint32_t comma = i - 1;
    if (frame.at(comma) != WordClass::comma) {
      continue;
    }
    ++commas;
    const Range core = BackwardPhrase(frame, sentence).read(comma);
    const bool pair = frame.at(i) == WordClass::conjunction;  // "a, b, and c,"
    if (!core.empty() && !pair) {
      return {core, belongs(frame, i) ? Range{core.begin, end} : core};
    }
  }
  return {};
}

class ForwardPhrase {
 public:
  ForwardPhrase(const Frame& frame, Range sentence) : frame_(frame), sentence_(sentence) {}

  Range read(std::uint32_t begin) {
    end_ = begin;
    if (begin < sentence_.end && is_pronoun(frame_.at(begin)) &&
        !is_nominal(frame_.at(begin + 1, sentence_))) {
      return {begin, begin + 1};
    }
    const std::uint32_t last = std::min(sentence_.end, begin + kLongestPhrase);
    while (end_ < last && take_right(begin)) {
    }
    while (end_ > begin && !may_end(frame_.at(end_ - 1))) {
      --end_;
    }
    return {begin, end_};
  }

 private:
  static bool may_end(WordClass word) {
    return is_nominal(word) || word == WordClass::quote || word == WordClass::close_bracket ||
           word == WordClass::pronoun || word == WordClass::object_pronoun;
  }

  bool take_right(std::uint32_t begin) {
    switch (frame_.at(end_)) {
      case WordClass::preposition:
        return end_ > begin && take_preposition();
      case WordClass::conjunction:
        return end_ > begin && take_conjunction();
      case WordClass::open_bracket:
        return end_ > begin && take_bracket();
      case WordClass::quote:
        if (is_speech(frame_, end_)) {
          return false;
        }
        break;
      case WordClass::word:
        if (end_ > begin && is_other_verb(frame_, sentence_, end_)) {
          return false;
        }
        break;
      case WordClass::name:
      case WordClass::number:
      case WordClass::genitive:
        break;
      case WordClass::determiner:
      case WordClass::possessive:
      case WordClass::pronoun:
        if (end_ > begin && is_nominal(frame_.at(end_ - 1))) {
          return false;
        }
        break;
      case WordClass::adverb:
        return end_ == begin ? advance() : false;
      default:
        return false;
    }
    return advance();
  }

  bool advance() {
    ++end_;
    return true;
  }

  bool take_preposition() {
    const WordClass next = frame_.at(end_ + 1, sentence_);
    const bool medium = frame_.phrase(end_, sentence_) != nullptr;
    const bool phrase = is_nominal(next) || opens_noun_phrase(next) || next == WordClass::quote;
    return phrase && !medium && advance();
  }

  bool take_conjunction() {
    const WordClass next = frame_.at(end_ + 1, sentence_);
    const WordClass behind = frame_.at(end_ + 2, sentence_);
    const bool verb_follows = is_auxiliary(behind) || behind == WordClass::object_pronoun;
    return (is_nominal(next) || opens_noun_phrase(next)) && !verb_follows &&
           !is_other_verb(frame_, sentence_, end_ + 1) && advance();
  }

  bool take_bracket() {
    const std::uint32_t last = std::min(sentence_.end, end_ + 10);
    for (std::uint32_t i = end_ + 1; i < last; ++i) {
      if (frame_.at(i) == WordClass::close_bracket) {
        end_ = i + 1;
        return true;
      }
    }
    return false;
  }

  const Frame& frame_;
  Range sentence_;
  std::uint32_t end_ = 0;
};

// ", legal director for the union" and ", the mayor": what stands beside the name, up to the next
// comma or the end.
std::uint32_t apposition_end(const Frame& frame, Range sentence, std::uint32_t comma) {
  if (frame.at(comma, sentence) != WordClass::comma) {
    return comma;
  }
  const WordClass first = frame.at(comma + 1, sentence);
  if (first != WordClass::word && first != WordClass::determiner && first != WordClass::name) {
    return comma;
  }
  if (frame.lower(comma + 1).ends_with("ing") || frame.lower(comma + 1).ends_with("ed")) {
    return comma;
  }
  const Range beside = ForwardPhrase(frame, sentence).read(comma + 1);
  if (beside.empty()) {
    return comma;
  }
  const WordClass behind = frame.at(beside.end, sentence);
  const bool whole = beside.end >= sentence.end || behind == WordClass::comma ||
                     behind == WordClass::stop || behind == WordClass::mark;
  return whole ? beside.end : comma;
}

}  // namespace

NounPhrase noun_phrase_before(const Frame& frame, Range sentence, std::uint32_t end) {
  if (end <= sentence.begin) {
    return {};
  }
  if (frame.at(end - 1) == WordClass::comma || ends_in_comma(frame, end - 1)) {
    return over_parenthesis(frame, sentence, end);
  }
  const Range core = BackwardPhrase(frame, sentence).read(end);
  if (core.begin > sentence.begin + 1 && frame.at(core.begin - 1) == WordClass::comma &&
      frame.at(core.begin) == WordClass::name) {
    // "the former minister, Ila Tarn said": rare; the name alone will do
    return {core, core};
  }
  return {core, core};
}

NounPhrase noun_phrase_at(const Frame& frame, Range sentence, std::uint32_t begin) {
  const Range core = ForwardPhrase(frame, sentence).read(begin);
  if (core.empty()) {
    return {};
  }
  const bool named = std::any_of(frame.items.begin() + core.begin, frame.items.begin() + core.end,
                                 [](const Item& item) { return item.word == WordClass::name; });
  return {core, {begin, named ? apposition_end(frame, sentence, core.end) : core.end}};
}

namespace {

// Whether `item` can be the verb of a subject that ends before it.
bool may_be_predicate(const Frame& frame, Range clause, std::uint32_t item) {
  const WordClass word = frame.at(item);
  if (is_auxiliary(word)) {
    return true;
  }
  if (word != WordClass::word || item == clause.begin) {
    return false;
  }
  if (frame.lower(item).ends_with("ed")) {
    return true;
  }
  const auto* verb = frame.verb(item, clause);
  if (verb == nullptr || verb->form == AttributionLexicon::VerbForm::ing) {
    return false;
  }
  const bool plural = is_nominal(frame.at(item - 1)) && frame.lower(item - 1).ends_with('s');
  return verb->form != AttributionLexicon::VerbForm::base || plural;
}

// Where the main clause begins: behind an introduction that ends with a comma, and behind the last colon or semicolon.
std::uint32_t main_clause_begin(const Frame& frame, Range sentence, std::uint32_t before) {
  std::uint32_t from = sentence.begin;
  for (std::uint32_t i = sentence.begin; i < before; ++i) {
    if (frame.at(i) == WordClass::semicolon || frame.at(i) == WordClass::colon) {
      from = i + 1;
    }
  }
  while (from < before && (frame.at(from) == WordClass::dash || frame.at(from) == WordClass::mark ||
                           frame.at(from) == WordClass::conjunction)) {
    ++from;
  }
  switch (frame.at(from, sentence)) {
    case WordClass::subordinator:
    case WordClass::preposition:
    case WordClass::question:
    case WordClass::contrast:
    case WordClass::time:
    case WordClass::adverb:
      break;
    default:
      return from;
  }
  for (std::uint32_t i = from; i < before; ++i) {
    if (frame.at(i) == WordClass::comma) {
      return i + 1;
    }
  }
  const WordClass first = frame.at(from, sentence);
  return first == WordClass::preposition ? from : from + 1;
}

}  // namespace

NounPhrase governing_subject(const Frame& frame, Range sentence, std::uint32_t before) {
  const std::uint32_t from = main_clause_begin(frame, sentence, before);
  const Range clause{from, before};
  for (std::uint32_t i = from; i < before; ++i) {
    if (frame.at(i) == WordClass::subject_pronoun) {
      return {{i, i + 1}, {i, i + 1}};
    }
    if (!may_be_predicate(frame, clause, i)) {
      continue;
    }
    std::uint32_t group = i;
    while (group > from && frame.at(group - 1) == WordClass::adverb) {
      --group;
    }
    const NounPhrase subject = noun_phrase_before(frame, clause, group);
    if (!subject.empty() && frame.at(subject.core.begin) != WordClass::relative) {
      return subject;
    }
  }
  Range name{from, from};
  while (frame.at(name.end, clause) == WordClass::name) {
    ++name.end;
  }
  return {name, name};
}

}  // namespace parallax
