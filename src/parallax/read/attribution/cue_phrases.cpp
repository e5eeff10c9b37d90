// Sources that are named without a reporting verb.
#include <algorithm>

#include "parallax/read/attribution/clauses.h"
#include "parallax/read/attribution/draft.h"
#include "parallax/read/attribution/sources.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

using Position = AttributionLexicon::CuePosition;

constexpr std::uint32_t kLongestSpeaker = 8;  // items before a colon
constexpr std::uint32_t kLongestLine = 24;    // items of a headline
constexpr std::uint32_t kShortSpeaker = 4;    // items before the colon of a dialogue

bool is_set_off(const Frame& frame, Range sentence, std::uint32_t item) {
  if (item == sentence.begin) {
    return true;
  }
  switch (frame.at(item - 1)) {
    case WordClass::conjunction:
    case WordClass::contrast:
    case WordClass::comma:
    case WordClass::dash:
    case WordClass::quote:
      return true;
    default:
      return false;
  }
}

bool is_closed(const Frame& frame, Range sentence, std::uint32_t item) {
  const WordClass word = frame.at(item, sentence);
  return item >= sentence.end || word == WordClass::comma || word == WordClass::stop ||
         word == WordClass::mark;
}

// A phrase that holds a preposition of its own before the source ("according to") is sure; "per"
// and "the words of" must be set off.
bool is_sure(const Frame& frame, Range cue) {
  return cue.size() == 2 && frame.at(cue.end - 1) == WordClass::to;
}

// "with the slogan “…” or “…”", "there are rumours that …": words without a speaker.
void read_words(const Frame& frame, Range sentence, const Draft& draft, std::vector<Draft>& out) {
  std::uint32_t item = draft.cue.end;
  if (frame.at(item, sentence) == WordClass::that) {
    Draft words = draft;
    words.content = {{item, inner_clause_end(frame, sentence, item, draft.cue.end - 1)}};
    out.push_back(std::move(words));
  }
  while (frame.at(item, sentence) == WordClass::quote) {
    Draft words = draft;
    words.content = {{item, item + 1}};
    out.push_back(std::move(words));
    ++item;
    if (frame.at(item, sentence) == WordClass::conjunction ||
        frame.at(item, sentence) == WordClass::comma) {
      ++item;
    }
  }
}

// "Reportedly, the bridge fell", "the bridge allegedly fell".
void read_hedge(const Frame& frame, Range sentence, Draft draft, std::vector<Draft>& out) {
  std::uint32_t from = sentence.begin;
  while (from < draft.cue.begin &&
         (frame.at(from) == WordClass::conjunction || frame.at(from) == WordClass::contrast)) {
    ++from;
  }
  const bool set_off = frame.at(draft.cue.end, sentence) == WordClass::comma;
  const std::uint32_t begin = draft.cue.end + (set_off ? 1 : 0);
  for (const Range piece : {Range{from, without_stops(frame, {from, draft.cue.begin})},
                            Range{begin, clause_end(frame, sentence, begin)}}) {
    if (!piece.empty()) {
      draft.content.push_back(piece);
    }
  }
  if (!draft.content.empty() && out.empty()) {
    out.push_back(std::move(draft));
  }
}

Range up_to_comma(const Frame& frame, Range sentence, std::uint32_t begin) {
  const std::uint32_t end = clause_end(frame, sentence, begin);
  std::uint32_t comma = begin;
  while (comma < end && frame.at(comma) != WordClass::comma) {
    ++comma;
  }
  return {begin, comma};
}

// "according to age", "per head": a measure, and nobody.
bool is_bare_noun(const Frame& frame, Range source) {
  return source.size() == 1 && frame.at(source.begin) == WordClass::word &&
         !frame.looks_plural(source.begin) && !may_speak(frame, source);
}

void read_phrase(const Frame& frame, Range sentence, const AttributionLexicon::CuePhrase& phrase,
                 Range cue, std::vector<Draft>& out) {
  Draft draft{.source = {}, .cue = cue, .content = {}, .stance = phrase.stance};
  std::uint32_t end = cue.end;
  if (phrase.position == Position::source_after) {
    if (frame.at(cue.end, sentence) == WordClass::relative) {  // "a report according to which …"
      draft.source = {{cue.end, cue.end + 1}, {cue.end, cue.end + 1}};
      draft.content = {{cue.end + 1, clause_end(frame, sentence, cue.end + 1)}};
      if (!draft.content.front().empty()) {
        out.push_back(std::move(draft));
      }
      return;
    }
    draft.source = noun_phrase_at(frame, sentence, cue.end);
    if (draft.source.empty() || is_bare_noun(frame, draft.source.core)) {
      return;
    }
    end = past_circumstance(frame, sentence, draft.source.whole.end);
  } else if (phrase.position == Position::hedge) {
    read_hedge(frame, sentence, draft, out);
    return;
  } else if (phrase.position == Position::none) {
    read_words(frame, sentence, draft, out);
    return;
  } else if (phrase.position != Position::source_inside) {
    return;
  }
  const bool set_off = is_set_off(frame, sentence, cue.begin) && is_closed(frame, sentence, end);
  if (!set_off && !is_sure(frame, cue)) {
    return;
  }
  if (is_set_off(frame, sentence, cue.begin) || is_closed(frame, sentence, end)) {
    draft.content = contents_around(frame, sentence, {cue.begin, end});
  } else if (const Range rest = up_to_comma(frame, sentence, end); !rest.empty()) {
    draft.content = {rest};  // "the market, where according to Tarn 31 people died, is closed"
  }
  if (!draft.content.empty()) {
    out.push_back(std::move(draft));
  }
}

// A line of its own without a full stop: a headline, wherever it stands.
bool is_line(const Frame& frame, Range sentence) {
  return frame.headline ||
         (!sentence.empty() && sentence.begin == 0 && sentence.end == frame.items.size() &&
          sentence.size() <= kLongestLine && frame.at(sentence.end - 1) != WordClass::stop);
}

// "The lake will be drained: ministry": a few words that name somebody, and nothing that is done.
bool names_who_said(const Frame& frame, Range range) {
  constexpr std::uint32_t kLongest = 5;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const WordClass word = frame.at(i);
    if (frame.verb(i, range) != nullptr ||
        !(is_nominal(word) || opens_noun_phrase(word) || word == WordClass::preposition ||
          word == WordClass::genitive || word == WordClass::mark)) {
      return false;
    }
  }
  return range.size() <= kLongest && (has_title(frame, range) || has_source_noun(frame, range));
}

bool read_source_behind(const Frame& frame, Range sentence, std::vector<Draft>& out) {
  std::uint32_t colon = sentence.end;
  while (colon > sentence.begin + 1 && frame.at(colon - 1) != WordClass::colon) {
    --colon;
  }
  const Range source{colon, without_stops(frame, {colon, sentence.end})};
  if (colon <= sentence.begin + 1 || source.empty() || !names_who_said(frame, source)) {
    return false;
  }
  out.push_back({.source = {source, source},
                 .cue = {colon - 1, colon},
                 .content = {{sentence.begin, colon - 1}}});
  return true;
}

// "MENN: …" at the beginning of a paragraph: two capitals or more, and no other letter. Writing
// without capitals has no such lines.
bool is_transcript(const Frame& frame, Range speaker) {
  const std::string_view name = frame.words.reading.text(frame.span(speaker));
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint point = code_point_at(name, i);
    if (is_letter(point.value) && !is_upper(point.value)) {
      return false;
    }
    capitals += is_upper(point.value) ? 1U : 0U;
    i += point.size;
  }
  return speaker.begin == 0 && capitals > 1;
}

// A person, state or organisation, or an office, and nothing more.
bool names_speaker(const Frame& frame, Range range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (frame.verb(i, range) != nullptr) {
      return false;  // "Tarn Accuses Menn: …"
    }
  }
  const Span span = frame.span(range);
  for (const EntityMention& mention : mentions_in(frame.words, span)) {
    const EntityType type = frame.words.reading.analysis.entities[mention.entity].type;
    if (mention.form == MentionForm::name && mention.span.end == span.end &&
        (type == EntityType::person || type == EntityType::organisation ||
         type == EntityType::state)) {
      return true;
    }
  }
  return has_title(frame, range);
}

}  // namespace

void find_phrase_drafts(const Frame& frame, Range sentence, std::vector<Draft>& out) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    std::uint32_t end = 0;
    if (const auto* phrase = frame.phrase(i, sentence, &end)) {
      read_phrase(frame, sentence, *phrase, {i, end}, out);
    }
  }
}

void find_colon_drafts(const Frame& frame, Range sentence, std::vector<Draft>& out) {
  if (is_line(frame, sentence) && read_source_behind(frame, sentence, out)) {
    return;
  }
  const std::uint32_t last = std::min(sentence.end, sentence.begin + kLongestSpeaker);
  std::uint32_t colon = sentence.begin;
  while (colon < last && frame.at(colon) != WordClass::colon) {
    ++colon;
  }
  const Range before{sentence.begin, colon};
  if (colon >= last || colon + 1 >= sentence.end || before.empty()) {
    return;
  }
  const bool quote = is_speech(frame, colon + 1);
  const bool dialogue = !quote && !is_line(frame, sentence) && sentence.begin == 0 &&
                        before.size() <= kShortSpeaker && names_speaker(frame, before);
  const bool transcript = dialogue || is_transcript(frame, before);
  if (!transcript && ((!quote && !is_line(frame, sentence)) || !names_speaker(frame, before))) {
    return;
  }
  const auto paragraph_end = static_cast<std::uint32_t>(frame.items.size());
  const Range content = quote        ? Range{colon + 1, colon + 2}
                        : transcript ? Range{colon + 1, paragraph_end}
                                     : Range{colon + 1, clause_end(frame, sentence, colon + 1)};
  if (!content.empty()) {
    out.push_back({.source = {before, before}, .cue = {colon, colon + 1}, .content = {content}});
  }
}

}  // namespace parallax
