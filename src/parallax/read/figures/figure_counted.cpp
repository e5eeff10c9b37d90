// What a number counts. Without a parse the noun phrase is read from the number on: names and
// adjectives, up to a word that can be counted or that ends like a plural. The verb behind it
// decides what became of those counted ("14 settlers were killed" are dead), unless they are the
// ones who act ("14 settlers killed the guard"); else the words just before the number decide
// ("killing 14", "the death of 14", "the death toll rose to 14").
#include <algorithm>

#include "parallax/read/figures/figure_text.h"

namespace parallax {
namespace {

/// How far the noun phrase, the verb behind it and the noun before the number may be.
constexpr std::size_t kPhraseReach = 7;
constexpr std::size_t kVerbReach = 14;
constexpr std::size_t kBeforeReach = 9;

bool ends_like(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return word.ends_with(ending); });
}

bool looks_plural(const FigureText& text, std::size_t i) {
  const std::string_view word = text.word_text(i);
  return word.size() > 3 && ends_like(word, text.lexicon().plural_endings) &&
         !ends_like(word, text.lexicon().no_plural_endings);
}

bool ends_phrase(const FigureText& text, std::size_t i) {
  if (i >= text.size()) {
    return true;
  }
  if (text.is_punctuation(i)) {
    return !(text.is_dash(i) && text.glued(i) && text.glued(i + 1));
  }
  const bool number = text.piece(i).value.has_value();
  return number || (text.is(i, FigureRole::function) && !text.is(i, FigureRole::noun));
}

void set_head(std::size_t begin, std::size_t end, CountedPhrase& phrase) {
  phrase.head_begin = begin;
  phrase.head_end = end;
}

/// Reads the noun phrase from `i` on into `phrase`; returns where it ends. `mass`: its head need
/// not look like a plural.
std::size_t read_noun_phrase(const FigureText& text, std::size_t i, bool mass,
                             CountedPhrase& phrase) {
  std::size_t at = i;
  std::size_t plain_end = i;
  for (; at < i + kPhraseReach && !ends_phrase(text, at);) {
    const auto counted = text.counted(at);
    const bool noun = counted && !counted->counted->noun_class.empty();
    const bool verb = counted && !counted->counted->verb_class.empty();
    if (verb && !noun && (at > i || ends_phrase(text, counted->end))) {
      break;
    }
    const bool more =
        counted && !ends_phrase(text, counted->end) && !text.is_punctuation(counted->end);
    if (noun && verb && at > i && phrase.has_head()) {
      break;
    }
    const bool compound = counted && text.is_dash(counted->end) && text.glued(counted->end) &&
                          text.glued(counted->end + 1);
    if (noun && !compound) {
      set_head(at, counted->end, phrase);
      phrase.noun_class = counted->counted->noun_class;
      at = plain_end = counted->end;
      const auto next = more ? text.counted(at) : std::nullopt;
      const bool next_noun =
          next && !next->counted->noun_class.empty() && next->counted->verb_class.empty();
      if (!next_noun && !(more && !looks_plural(text, at - 1) && looks_plural(text, at))) {
        return at;
      }
      continue;
    }
    ++at;
    if (!text.is_punctuation(at - 1)) {
      plain_end = at;
      const auto next = looks_plural(text, at - 1) ? text.counted(at) : std::nullopt;
      const bool goes_on =
          (next && !next->counted->noun_class.empty()) || (text.is_dash(at) && text.glued(at));
      if (looks_plural(text, at - 1) && !goes_on) {
        set_head(at - 1, at, phrase);
        phrase.noun_class = {};
        return at;
      }
    }
  }
  // "the 90-day siege ended": back over what is no noun
  const std::size_t read_to = plain_end;
  while (plain_end > i &&
         (text.is_punctuation(plain_end - 1) ||
          ends_like(text.word_text(plain_end - 1), text.lexicon().no_noun_endings))) {
    --plain_end;
  }
  if (mass && !phrase.has_head() && plain_end > i && read_to <= i + 4) {
    set_head(plain_end - 1, plain_end, phrase);
  }
  return std::max(plain_end, phrase.head_end);
}

bool ends_clause(const FigureText& text, std::size_t i) {
  if (!text.is_punctuation(i)) {
    return false;
  }
  const std::string_view mark = text.word_text(i);
  return mark == ";" || mark == ":" || mark == "." || mark == "\xE2\x80\x94" || mark == "?" ||
         mark == "!";
}

bool is_number_word(const FigureText& text, std::size_t i) {
  const NumberWord* number = text.piece(i).number;
  return number != nullptr &&
         (number->kind == NumberWord::Kind::cardinal || number->kind == NumberWord::Kind::vague);
}

/// Something that a verb can be done to stands at `i`: "killed the guard", "killed 14".
bool object_follows(const FigureText& text, std::size_t i) {
  if (i >= text.size() || text.is_punctuation(i)) {
    return false;
  }
  const FigureWord& word = text.word(i);
  return text.piece(i).value.has_value() || is_number_word(text, i) || text.starts_upper(i) ||
         (word.is(FigureRole::determiner) && !word.is(FigureRole::preposition)) ||
         !word.is(FigureRole::function);
}

/// The verb behind the noun phrase that ends at `i`.
void read_verb_behind(const FigureText& text, std::size_t i, bool strict, CountedPhrase& phrase) {
  bool passive = false;
  for (std::size_t at = i; at < std::min(text.size(), i + kVerbReach); ++at) {
    const bool number = text.piece(at).value || is_number_word(text, at);
    const bool other = (number || text.is(at, FigureRole::many)) && at > i;
    if (ends_clause(text, at) || other || (text.is_mark(at, ",") && at > i + 2)) {
      return;
    }
    passive = passive || text.word(at).passive;
    if (strict && text.is(at, FigureRole::relative)) {
      return;
    }
    const auto counted = text.counted(at);
    if (!counted || counted->counted->verb_class.empty()) {
      continue;
    }
    const bool noun = !counted->counted->noun_class.empty() && !passive;
    const bool leads = at > i && (text.is(at - 1, FigureRole::determiner) ||
                                  text.is(at - 1, FigureRole::preposition));
    if (leads || (noun && at > i)) {
      continue;
    }
    if (passive || !object_follows(text, counted->end)) {
      if (!counted->counted->noun_decides || phrase.noun_class.empty()) {
        phrase.verb_class = counted->counted->verb_class;
      }
      phrase.of_end = counted->end;
    }
    return;
  }
}

/// "killing 14", "the deaths of 14", "14 villages, 3 of them": the words just before the number.
void read_verb_before(const FigureText& text, std::size_t first, CountedPhrase& phrase) {
  const bool of = first > 0 && text.is(first - 1, FigureRole::of);
  const std::size_t last = first - (of ? 1 : 0);
  const std::size_t from = last - std::min<std::size_t>(last, 4);
  for (std::size_t at = from; at < last; ++at) {
    const auto counted = text.counted(at);
    if (!counted || counted->end != last) {
      continue;
    }
    const bool passive = at > 0 && text.word(at - 1).passive;
    const FigureLexicon::Counted& found = *counted->counted;
    const bool decides = !found.noun_decides || phrase.noun_class.empty();
    if (!found.verb_class.empty() && !passive && decides) {
      phrase.verb_class = found.verb_class;
      phrase.of_begin = at;
      return;
    }
    if (of && found.noun_of_event) {
      phrase.verb_class = found.noun_class;
      phrase.of_begin = at;
      return;
    }
  }
}

/// "the death toll rose to 14", "Dead: 14".
void read_noun_before(const FigureText& text, std::size_t first, CountedPhrase& phrase) {
  if (first == 0 || !(text.is(first - 1, FigureRole::reached) || text.is_mark(first - 1, ":"))) {
    return;
  }
  for (std::size_t back = 2; back <= kBeforeReach && back <= first; ++back) {
    const std::size_t at = first - back;
    if (ends_clause(text, at)) {
      return;
    }
    const auto counted = text.counted(at);
    if (counted && counted->end <= first && !counted->counted->noun_class.empty()) {
      phrase.noun_class = counted->counted->noun_class;
      phrase.of_begin = at;
      phrase.of_end = counted->end;
      return;
    }
  }
}

/// Back from the end of "siege of the old town" to "siege".
std::size_t head_before_of(const FigureText& text, std::size_t last) {
  std::size_t head = last;
  for (std::size_t at = last; at > 1 && last - at < kPhraseReach && text.is_word(at - 1); --at) {
    if (text.is(at - 1, FigureRole::of) && text.is_word(at - 2)) {
      head = at - 2;
    }
  }
  return head;
}

/// "the siege of Velm lasted three days": the event.
void read_event_before(const FigureText& text, std::size_t first, CountedPhrase& phrase) {
  if (first < 2 || !text.is(first - 1, FigureRole::lasting) || !text.is_word(first - 2)) {
    return;
  }
  const std::size_t head = head_before_of(text, first - 2);
  if (!text.is(head, FigureRole::function)) {
    phrase.of_begin = phrase.head_begin = head;
    phrase.of_end = phrase.head_end = head + 1;
  }
}

/// Past "of", "of the", between an amount and what it counts.
std::size_t past_of(const FigureText& text, std::size_t i) {
  if (!text.is(i, FigureRole::of)) {
    return i;
  }
  std::size_t at = i + 1;
  at += text.is(at, FigureRole::determiner) ? 1 : 0;
  return at;
}

}  // namespace

CountedPhrase read_counted(const FigureText& text, Measure& measure) {
  CountedPhrase phrase;
  std::size_t at = past_of(text, measure.end);
  at += at == measure.end && text.is_dash(at) && text.glued(at) && measure.adjective ? 1 : 0;
  phrase.of_begin = phrase.of_end = at;
  const bool measured = measure.unit != nullptr;
  // "12 speak" counts nobody
  const bool mass =
      measured || measure.fraction || at != measure.end || measure.low.value_or(2) <= 1;
  const bool reads_on = !measured || measure.adjective || at != measure.end;
  const std::size_t end = reads_on ? read_noun_phrase(text, at, mass, phrase) : at;
  phrase.of_end = end;
  if (measured) {
    if (!phrase.has_head()) {
      read_event_before(text, measure.first, phrase);
    }
    return phrase;
  }
  const std::size_t behind = end > at ? read_bound_behind(text, end, measure) : end;
  read_verb_behind(text, behind, measure.spelled_one, phrase);
  if (phrase.verb_class.empty()) {
    read_verb_before(text, measure.first, phrase);
  }
  if (phrase.verb_class.empty() && !phrase.has_head()) {
    read_noun_before(text, measure.first, phrase);
  }
  return phrase;
}

}  // namespace parallax
