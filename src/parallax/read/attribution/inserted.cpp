// Phrases that interrupt what they report: ", X said,", "as X said,", "according to X,".
#include "parallax/read/attribution/clauses.h"

namespace parallax {
namespace {

bool is_break(WordClass word) { return word == WordClass::comma || word == WordClass::dash; }

// After ", X said," the sentence goes on with what X said, unless a new thought or a second report
// begins.
bool continues_after(const Frame& frame, Range sentence, std::uint32_t comma) {
  const WordClass next = frame.at(comma + 1, sentence);
  const auto* verb = frame.verb(comma + 1, sentence);
  const bool report = verb != nullptr && verb->form == AttributionLexicon::VerbForm::ing;
  return !report && next != WordClass::conjunction && next != WordClass::contrast &&
         next != WordClass::relative && next != WordClass::subordinator &&
         next != WordClass::quote && next != WordClass::mark;
}

// "In Harsk, according to X, the bridge fell": what stands before is no statement.
bool is_adverbial(WordClass first) {
  return first == WordClass::preposition || first == WordClass::time ||
         first == WordClass::adverb || first == WordClass::subordinator;
}

}  // namespace

bool is_as(const Frame& frame, Range sentence, std::uint32_t item) {
  return item >= sentence.begin && item < sentence.end &&
         frame.at(item) == WordClass::subordinator && frame.has_role(item, kTakesAs);
}

std::vector<Range> contents_around(const Frame& frame, Range sentence, Range inserted) {
  std::uint32_t from = sentence.begin;
  while (from < inserted.begin &&
         (frame.at(from) == WordClass::conjunction || frame.at(from) == WordClass::contrast)) {
    ++from;
  }
  std::uint32_t to = inserted.begin;
  while (to > from && is_break(frame.at(to - 1))) {
    --to;
  }
  if (to > from &&
      (frame.at(to - 1) == WordClass::that || frame.at(to - 1) == WordClass::conjunction)) {
    to = from;  // "X said that, according to Y, …"
  }
  std::vector<Range> pieces;
  const bool comma = frame.at(inserted.end, sentence) == WordClass::comma;
  if (from < to && !(comma && is_adverbial(frame.at(from)))) {
    pieces.push_back({from, to});
  }
  if (comma && (pieces.empty() || continues_after(frame, sentence, inserted.end))) {
    Range right{inserted.end + 1, clause_end(frame, sentence, inserted.end + 1)};
    for (std::uint32_t i = right.begin; i < right.end; ++i) {
      right.end = frame.at(i) == WordClass::semicolon ? i : right.end;
    }
    if (!right.empty()) {
      pieces.push_back(right);
    }
  }
  return pieces;
}

Range second_piece(const Frame& frame, Range sentence, std::uint32_t end, bool quote) {
  const std::uint32_t behind = quote ? past_long_circumstance(frame, sentence, end)
                                     : past_circumstance(frame, sentence, end);
  std::uint32_t item = behind;
  while (item < sentence.end && (is_break(frame.at(item)) || frame.at(item) == WordClass::colon)) {
    ++item;
  }
  if (item < sentence.end && frame.at(item) == WordClass::quote && (quote || item > behind)) {
    return {item, item + 1};
  }
  if (!quote && item > behind && item < sentence.end && continues_after(frame, sentence, behind)) {
    return {item, clause_end(frame, sentence, item)};
  }
  return {};
}

}  // namespace parallax
