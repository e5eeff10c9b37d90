// Noun phrases that begin where a cue ends: "said X", "according to X", "told X".
#include <algorithm>

#include "parallax/read/attribution/noun_phrases.h"

namespace parallax {
namespace {

constexpr std::uint32_t kLongestPhrase = 40;   // items
constexpr std::uint32_t kLongestBracket = 10;  // items

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
        if (end_ > begin && is_report(frame_, sentence_, end_)) {
          return false;
        }
        break;
      case WordClass::number:
        if (end_ > begin && frame_.at(end_ - 1) == WordClass::name) {
          return false;
        }
        break;
      case WordClass::name:
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
    const bool gerund = next == WordClass::word && frame_.looks_participle(end_ + 1);
    return phrase && !medium && !gerund && advance();
  }

  bool take_conjunction() {
    const WordClass next = frame_.at(end_ + 1, sentence_);
    const WordClass behind = frame_.at(end_ + 2, sentence_);
    const bool verb_follows = is_auxiliary(behind) || behind == WordClass::object_pronoun;
    return (is_nominal(next) || opens_noun_phrase(next)) && !verb_follows &&
           !is_report(frame_, sentence_, end_ + 1) && advance();
  }

  bool take_bracket() {
    const std::uint32_t last = std::min(sentence_.end, end_ + kLongestBracket);
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
  if (frame.looks_participle(comma + 1) || frame.looks_past(comma + 1)) {
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

// "the district engineer, Ruta Essel, …"
bool is_name_between_commas(const Frame& frame, Range sentence, std::uint32_t comma) {
  std::uint32_t end = comma + 1;
  while (frame.at(end, sentence) == WordClass::name) {
    ++end;
  }
  const WordClass behind = frame.at(end, sentence);
  return frame.at(comma, sentence) == WordClass::comma && end > comma + 1 &&
         (behind == WordClass::comma || behind == WordClass::stop);
}

}  // namespace

NounPhrase noun_phrase_at(const Frame& frame, Range sentence, std::uint32_t begin) {
  const Range core = ForwardPhrase(frame, sentence).read(begin);
  if (core.empty()) {
    return {};
  }
  const bool named = std::any_of(frame.items.begin() + core.begin, frame.items.begin() + core.end,
                                 [](const Item& item) { return item.word == WordClass::name; });
  if (!named && !is_name_between_commas(frame, sentence, core.end)) {
    return {core, core};
  }
  return {core, {begin, apposition_end(frame, sentence, core.end)}};
}

}  // namespace parallax
