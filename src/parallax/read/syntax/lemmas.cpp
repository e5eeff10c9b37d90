#include "parallax/read/syntax/lemmas.h"

#include <algorithm>
#include <array>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestKnown = 48;  // bytes of a lemma that is looked for among the known

bool fits(const Lemmas::StoredEdit& edit, std::string_view endings) {
  const bool inside = edit.begin <= endings.size() && edit.size <= endings.size() - edit.begin;
  return inside && edit.letters < kLemmaCases && static_cast<unsigned char>(edit.dropped) < 0x80 &&
         is_valid_utf8(endings.substr(edit.begin, edit.size));
}

std::string_view last(std::string_view text, std::size_t size) {
  return text.substr(text.size() - size);
}

}  // namespace

Result<Lemmas> Lemmas::from(const ModelFile& file) {
  const auto slots = file.array<Slot>("lemma.slots");
  const auto edits = file.array<StoredEdit>("lemma.edits");
  const auto endings = file.text("lemma.endings");
  if (!slots || !edits || !endings) {
    return damaged_model("a section of its lemmas");
  }
  if (!std::ranges::all_of(*edits, [&](const auto& edit) { return fits(edit, *endings); })) {
    return damaged_model("an edit of its lemmas");
  }
  if (edits->empty() || edits->size() > 0xFFFF || slots->size() > 0xFFFFFFFF ||
      std::ranges::none_of(*slots, [](const Slot& slot) { return slot.value == 0; })) {
    return damaged_model("the table of its lemmas");
  }
  const std::size_t largest = std::max<std::size_t>(edits->size(), kLemmaCases);
  if (std::ranges::any_of(*slots, [&](const Slot& slot) { return slot.value > largest; })) {
    return damaged_model("the number of an edit of its lemmas");
  }
  Lemmas lemmas;
  lemmas.slots_ = *slots;
  lemmas.edits_ = *edits;
  lemmas.endings_ = *endings;
  return lemmas;
}

std::uint16_t Lemmas::find(Feature key) const {
  const auto check = static_cast<std::uint32_t>(key >> 32U);
  for (std::size_t at = first_slot(key, slots_.size()); slots_[at].value != 0;) {
    if (slots_[at].check == check) {
      return slots_[at].value;
    }
    at = at + 1 == slots_.size() ? 0 : at + 1;
  }
  return 0;
}

/// Two keys may collide, so that a number may stand for no edit: then the word stays as it is.
LemmaEdit Lemmas::edit(std::uint16_t number) const {
  if (number == 0 || number > edits_.size()) {
    return {};
  }
  const StoredEdit& stored = edits_[number - 1U];
  return {.cut = stored.cut,
          .letters = static_cast<LemmaCase>(stored.letters),
          .dropped = stored.dropped,
          .ending = endings_.substr(stored.begin, stored.size)};
}

std::uint16_t Lemmas::by_word(Feature full, Feature half) const {
  const std::uint16_t number = find(full);
  return number != 0 ? number : find(half);
}

bool Lemmas::makes_known(std::uint16_t number, std::string_view lowered, Upos upos) const {
  const LemmaEdit made = edit(number);
  std::array<char, kLongestKnown> lemma{};
  if (made.cut > lowered.size() || lowered.size() - made.cut + made.ending.size() > lemma.size()) {
    return false;
  }
  char* end = std::copy_n(lowered.begin(), lowered.size() - made.cut, lemma.begin());
  end = std::ranges::copy(made.ending, end).out;
  return find(known_key({lemma.data(), end}, upos)) != 0;
}

std::uint16_t Lemmas::by_ending(std::string_view lowered, LemmaTags tags) const {
  std::uint16_t likeliest = 0;
  for (const LemmaTags& asked : {tags, LemmaTags{tags.upos}}) {
    if (likeliest != 0) {
      break;
    }
    for (std::size_t size = std::min(kLongestLemmaSuffix, lowered.size()) + 1; size-- > 0;) {
      for (std::uint32_t rank = 0; rank < kLemmaRanks; ++rank) {
        const std::uint16_t number = find(suffix_key(last(lowered, size), asked, rank));
        if (number == 0) {
          break;
        }
        if (makes_known(number, lowered, tags.upos)) {
          return number;
        }
        likeliest = likeliest == 0 ? number : likeliest;
      }
    }
  }
  return likeliest;
}

LemmaCase Lemmas::letters(std::string_view form, std::string_view lowered, LemmaTags tags) const {
  const std::uint32_t shape = shape_of(form);
  const auto as_case = [](std::uint16_t value) {
    return static_cast<LemmaCase>(std::min<std::uint16_t>(value - 1, kLemmaCases - 1));
  };
  for (std::size_t size = std::min(kLongestCaseSuffix, lowered.size()) + 1; size-- > 0;) {
    if (const auto value = find(letters_key(shape, last(lowered, size), tags)); value != 0) {
      return as_case(value);
    }
  }
  const auto value = find(letters_key(shape, {}, {tags.upos}));
  return value != 0 ? as_case(value) : LemmaCase::keep;
}

void Lemmas::lemma(std::string_view form, Upos upos, std::string_view xpos,
                   std::string& out) const {
  const LemmaTags tags{upos, fact_of(xpos)};
  const std::uint32_t form_fact = fact_of(form);
  std::uint16_t number = by_word(form_key(form_fact, tags), form_key(form_fact, {upos}));
  if (number == 0) {
    lower_into(form, out);
    const std::uint32_t fact = out == form ? form_fact : fact_of(out);
    number = by_word(lowered_key(fact, tags), lowered_key(fact, {upos}));
  }
  const LemmaEdit made = number != 0 ? edit(number) : guess(form, tags, out);
  if (!apply(made, form, out)) {
    out.assign(form);
  }
}

LemmaEdit Lemmas::guess(std::string_view form, LemmaTags tags, std::string& lowered) const {
  std::uint16_t number = lowered == form ? 0 : find(untagged_key(fact_of(lowered)));
  blur_digits(lowered);
  if (number == 0) {
    number = by_ending(lowered, tags);
  }
  LemmaEdit made = edit(number);
  made.letters = letters(form, lowered, tags);
  return made;
}

}  // namespace parallax
