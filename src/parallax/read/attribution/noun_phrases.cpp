// Without a parser a noun phrase is found by its edges: leftwards from the verb over nouns, names
// and "of" until a determiner, a pronoun, a mark or another verb; rightwards until a mark, a verb
// or a word that opens a clause.
#include "parallax/read/attribution/noun_phrases.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kLongestPhrase = 40;  // items
constexpr std::uint32_t kClauseReach = 120;   // items back to a governing verb
constexpr std::uint32_t kRelativeReach = 15;  // items back to a relative
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
    begin_ = last == WordClass::object_pronoun ? end - 1 : end;
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
    switch (frame_.at(item)) {
      case WordClass::object_pronoun:  // "half of them"
        return frame_.at(item - 1, sentence_) == WordClass::preposition;
      case WordClass::subject_pronoun:
      case WordClass::pronoun:
      case WordClass::relative:
      case WordClass::quote:
      case WordClass::determiner:
      case WordClass::close_bracket:
        return true;
      default:
        return is_nominal(frame_.at(item));
    }
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
        if (begin_ < end && is_report(frame_, sentence_, item)) {
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
    if (!is_nominal(left) && left != WordClass::quote && left != WordClass::close_bracket &&
        left != WordClass::pronoun) {
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
    const bool plural = frame_.looks_plural(item - 1) && frame_.looks_plural(end - 1);
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
    const bool behind_relative = begin_ > sentence_.begin + 1 &&
                                 frame_.at(begin_) == WordClass::word && opens_relative(begin_ - 1);
    if (begin_ == sentence_.begin || depth_ > 0 ||
        (is_clause_edge(frame_.at(begin_ - 1)) && !behind_relative)) {
      return {begin_, end};
    }
    const std::uint32_t reach = begin_ > kRelativeReach ? begin_ - kRelativeReach : 0;
    const std::uint32_t lowest = std::max(sentence_.begin, reach);
    for (std::uint32_t i = begin_ - 1; i > lowest; --i) {
      const WordClass word = frame_.at(i);
      if (word == WordClass::comma || word == WordClass::quote || word == WordClass::stop) {
        break;
      }
      if (opens_relative(i)) {
        BackwardPhrase head(frame_, sentence_);
        head.depth_ = 2;
        const Range core = head.read(i);
        return core.empty() ? Range{begin_, end} : Range{core.begin, end};
      }
    }
    return {begin_, end};
  }

  bool opens_relative(std::uint32_t item) const {
    const WordClass word = frame_.at(item);
    return (word == WordClass::relative || word == WordClass::that) && item > sentence_.begin &&
           is_nominal(frame_.at(item - 1));
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
  const std::uint32_t reach = end > kClauseReach ? end - kClauseReach : 0;
  const std::uint32_t lowest = std::max(sentence.begin + 1, reach);
  for (std::uint32_t i = end - 1; i > lowest && commas < kMostCommas; --i) {
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

}  // namespace parallax
