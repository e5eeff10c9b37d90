#include "train/lemmas.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "parallax/read/syntax/lemmas.h"

namespace parallax {
namespace {

// Tuned on the dev parts of EWT and GUM.
constexpr std::uint32_t kFewestForUntagged = 3;  // words behind an edit that knows no tags
constexpr double kFewestForEnding = 2;           // different words behind an ending's edit
constexpr double kSmallestShare = 0.1;           // of an ending's words, for its second edit
constexpr double kFewestForLetters = 5;          // different words behind an ending's letters
constexpr double kSureOfLetters = 0.9;           // share of words that agree
constexpr double kSlotsPerKey = 1.4;

using EditId = std::uint16_t;  // counted from 1

/// How much speaks for each of some answers.
class Votes {
 public:
  void add(std::uint16_t answer, double weight) { weights_[answer] += weight; }
  double total() const {
    double total = 0;
    for (const auto& [answer, weight] : weights_) {
      total += weight;
    }
    return total;
  }
  /// The answers, the strongest first; of equals the one that was seen first in the corpus.
  std::vector<std::pair<std::uint16_t, double>> ranked() const {
    std::vector<std::pair<std::uint16_t, double>> all(weights_.begin(), weights_.end());
    std::ranges::stable_sort(all, std::greater(), &std::pair<std::uint16_t, double>::second);
    return all;
  }
  std::uint16_t winner() const { return ranked().front().first; }

 private:
  std::map<std::uint16_t, double> weights_;
};

using Tally = std::map<Feature, Votes>;

/// Each edit once, in the order of the corpus.
class Edits {
 public:
  EditId id_of(const LemmaEdit& edit) {
    const auto key = std::tuple(edit.cut, edit.letters, edit.dropped, std::string(edit.ending));
    const auto [at, is_new] = ids_.emplace(key, static_cast<EditId>(ids_.size() + 1));
    if (is_new) {
      assert(ids_.size() <= 0xFFFF);
      stored_.push_back({.begin = static_cast<std::uint32_t>(endings_.size()),
                         .size = static_cast<std::uint16_t>(edit.ending.size()),
                         .cut = edit.cut,
                         .letters = static_cast<std::uint8_t>(edit.letters),
                         .dropped = edit.dropped});
      endings_ += edit.ending;
    }
    return at->second;
  }
  EditId between(std::string_view form, std::string_view lemma) {
    std::string lowered;
    return id_of(edit_between(form, lemma, lowered));
  }
  const Lemmas::StoredEdit& stored(EditId id) const { return stored_[id - 1U]; }
  void write(ModelWriter& writer) const {
    writer.array<Lemmas::StoredEdit>("lemma.edits", stored_);
    writer.text("lemma.endings", endings_);
  }

 private:
  std::map<std::tuple<std::uint16_t, LemmaCase, char, std::string>, EditId> ids_;
  std::vector<Lemmas::StoredEdit> stored_;
  std::string endings_;
};

/// The table in the making.
class Table {
 public:
  /// The first value for a key stays.
  void put(Feature key, std::uint16_t value) { values_.emplace(key, value); }
  void write(ModelWriter& writer) const {
    const auto size = static_cast<std::size_t>(static_cast<double>(values_.size()) * kSlotsPerKey);
    std::vector<Lemmas::Slot> slots(size + 2);
    for (const auto& [key, value] : values_) {
      std::size_t at = Lemmas::first_slot(key, slots.size());
      while (slots[at].value != 0) {
        at = (at + 1) % slots.size();
      }
      slots[at] = {.check = static_cast<std::uint32_t>(key >> 32U), .value = value};
    }
    writer.array<Lemmas::Slot>("lemma.slots", slots);
  }

 private:
  std::map<Feature, std::uint16_t> values_;
};

/// A form with its tags.
struct Type {
  std::string form;
  Upos upos;
  std::string xpos;
  auto operator<=>(const Type&) const = default;
};
struct Seen {
  double share = 0;  ///< of the words of its treebank, summed over treebanks
  std::uint32_t times = 0;
};
using Types = std::map<Type, std::map<std::string, Seen>>;  // by lemma

Types count_types(std::span<const Treebank> treebanks) {
  Types types;
  for (const Treebank treebank : treebanks) {
    double words = 0;
    for (const ConlluSentence& sentence : treebank) {
      words += static_cast<double>(sentence.words.size());
    }
    for (const ConlluSentence& sentence : treebank) {
      for (const ConlluWord& word : sentence.words) {
        if (!word.form.empty() && !word.lemma.empty() && word.form.size() <= 0xFFFF) {
          Seen& seen = types[{word.form, word.upos, word.xpos}][word.lemma];
          seen.share += 1 / words;
          ++seen.times;
        }
      }
    }
  }
  return types;
}

std::string lowered(std::string_view text) {
  std::string out;
  lower_into(text, out);
  return out;
}

std::string_view last(std::string_view text, std::size_t size) {
  return text.substr(text.size() - size);
}

LemmaTags tags_of(const Type& type) { return {type.upos, fact_of(type.xpos)}; }

/// Keys of whole words: `full` has all tags, `half` the UPOS alone. The full one is needed only
/// where it says something else.
void put_words(const Types& types, Edits& edits, Table& table, bool lower,
               Feature (*key)(std::uint32_t, LemmaTags)) {
  Tally full;
  Tally half;
  std::map<Feature, Feature> half_of;
  for (const auto& [type, lemmas] : types) {
    const std::string form = lower ? lowered(type.form) : type.form;
    const Feature full_key = key(fact_of(form), tags_of(type));
    const Feature half_key = key(fact_of(form), {type.upos});
    half_of[full_key] = half_key;
    for (const auto& [lemma, seen] : lemmas) {
      const EditId id = edits.between(form, lemma);
      full[full_key].add(id, seen.share);
      half[half_key].add(id, seen.share);
    }
  }
  for (const auto& [half_key, votes] : half) {
    table.put(half_key, votes.winner());
  }
  for (const auto& [full_key, votes] : full) {
    if (votes.winner() != half.at(half_of.at(full_key)).winner()) {
      table.put(full_key, votes.winner());
    }
  }
}

/// The edit between form and lemma in lower case: what an ending says, apart from letters.
EditId edit_of_ending(const Type& type, const std::string& lemma, Edits& edits) {
  return edits.between(lowered(type.form), lowered(lemma));
}

void put_untagged(const Types& types, Edits& edits, Table& table) {
  Tally tally;
  std::map<Feature, std::uint32_t> times;
  for (const auto& [type, lemmas] : types) {
    const Feature key = untagged_key(fact_of(lowered(type.form)));
    for (const auto& [lemma, seen] : lemmas) {
      tally[key].add(edit_of_ending(type, lemma, edits), seen.share);
      times[key] += seen.times;
    }
  }
  for (const auto& [key, votes] : tally) {
    if (times.at(key) >= kFewestForUntagged) {
      table.put(key, votes.winner());
    }
  }
}

void put_known(const Types& types, Table& table) {
  for (const auto& [type, lemmas] : types) {
    for (const auto& [lemma, seen] : lemmas) {
      table.put(known_key(lowered(lemma), type.upos), 1);
    }
  }
}

/// The statistics of endings: what stands under an ending and where the ending one byte shorter
/// has its votes. Each different word counts once: rare words are what unknown ones are like.
struct Ending {
  Votes votes;
  std::string suffix;
  LemmaTags tags;
  std::uint32_t shape = 0;
};
using Endings = std::map<Feature, Ending>;

std::vector<std::uint16_t> likely_edits(const Ending& ending) {
  std::vector<std::uint16_t> likely;
  const double total = ending.votes.total();
  if (total < kFewestForEnding && ending.suffix.size() > 1) {
    return likely;
  }
  for (const auto& [id, weight] : ending.votes.ranked()) {
    if (likely.size() < kLemmaRanks && (likely.empty() || weight >= kSmallestShare * total)) {
      likely.push_back(id);
    }
  }
  return likely;
}

/// Writes an ending only where it differs from the longest shorter one that is written or implied.
void put_edits_of(const Endings& endings, Table& table) {
  for (const auto& [key, ending] : endings) {
    const auto likely = likely_edits(ending);
    std::vector<std::uint16_t> shorter;
    for (std::size_t size = ending.suffix.size(); size-- > 0 && shorter.empty();) {
      const auto at = endings.find(suffix_key(last(ending.suffix, size), ending.tags, 0));
      shorter = at == endings.end() ? shorter : likely_edits(at->second);
    }
    for (std::uint32_t rank = 0; rank < likely.size() && likely != shorter; ++rank) {
      table.put(suffix_key(ending.suffix, ending.tags, rank), likely[rank]);
    }
  }
}

std::string blurred(std::string_view form) {
  std::string out = lowered(form);
  blur_digits(out);
  return out;
}

void put_endings(const Types& types, Edits& edits, Table& table) {
  Endings endings;
  for (const auto& [type, lemmas] : types) {
    const std::string form = blurred(type.form);
    for (const auto& [lemma, seen] : lemmas) {
      const EditId id = edit_of_ending(type, lemma, edits);
      const std::size_t longest = std::min(kLongestLemmaSuffix, form.size());
      for (std::size_t size = edits.stored(id).cut; size <= longest; ++size) {
        for (const LemmaTags& tags : {tags_of(type), LemmaTags{type.upos}}) {
          const std::string suffix(last(form, size));
          Ending& ending = endings[suffix_key(suffix, tags, 0)];
          ending.suffix = suffix;
          ending.tags = tags;
          ending.votes.add(id, 1);
        }
      }
    }
  }
  put_edits_of(endings, table);
}

/// The letters that an ending is sure of, counted from 1; 0: none. The empty one is always sure.
std::uint16_t sure_letters(const Ending& ending) {
  const auto [letters, weight] = ending.votes.ranked().front();
  const double total = ending.votes.total();
  const bool sure = total >= kFewestForLetters && weight >= kSureOfLetters * total;
  return ending.suffix.empty() || sure ? letters : 0;
}

void put_letters_of(const Endings& endings, Table& table) {
  for (const auto& [key, ending] : endings) {
    std::uint16_t shorter = 0;
    for (std::size_t size = ending.suffix.size(); size-- > 0 && shorter == 0;) {
      const auto at =
          endings.find(letters_key(ending.shape, last(ending.suffix, size), ending.tags));
      shorter = at == endings.end() ? shorter : sure_letters(at->second);
    }
    if (const std::uint16_t letters = sure_letters(ending); letters != 0 && letters != shorter) {
      table.put(key, letters);
    }
  }
}

void put_letters(const Types& types, Edits& edits, Table& table) {
  Endings endings;
  for (const auto& [type, lemmas] : types) {
    const std::string form = blurred(type.form);
    const std::uint32_t shape = shape_of(type.form);
    for (const auto& [lemma, seen] : lemmas) {
      const Lemmas::StoredEdit& edit = edits.stored(edits.between(type.form, lemma));
      if (edit.cut >= form.size() && form.size() > 2) {
        continue;  // another word, whose letters say nothing
      }
      const auto letters = static_cast<std::uint16_t>(edit.letters + 1);
      const auto count = [&](std::string_view suffix, LemmaTags tags) {
        Ending& ending = endings[letters_key(shape, suffix, tags)];
        ending.suffix = suffix;
        ending.tags = tags;
        ending.shape = shape;
        ending.votes.add(letters, 1);
      };
      count({}, {type.upos});
      for (std::size_t size = 0; size <= std::min(kLongestCaseSuffix, form.size()); ++size) {
        count(last(form, size), tags_of(type));
      }
    }
  }
  put_letters_of(endings, table);
}

}  // namespace

void train_lemmas(std::span<const Treebank> treebanks, ModelWriter& writer) {
  const Types types = count_types(treebanks);
  Edits edits;
  Table table;
  edits.id_of({});  // so that there is one
  put_words(types, edits, table, false, form_key);
  put_words(types, edits, table, true, lowered_key);
  put_untagged(types, edits, table);
  put_known(types, table);
  put_endings(types, edits, table);
  put_letters(types, edits, table);
  edits.write(writer);
  table.write(writer);
}

void train_lemmas(Treebank corpus, ModelWriter& writer) {
  train_lemmas(std::span(&corpus, 1), writer);
}

}  // namespace parallax
