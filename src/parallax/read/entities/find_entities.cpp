#include "parallax/read/entities/find_entities.h"

#include <algorithm>
#include <map>

#include "parallax/read/entities/glosses.h"
#include "parallax/read/entities/name_spans.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// One referent while the alias table is being built.
struct Referent {
  std::string key;
  std::string folded;
  EntityType type = EntityType::person;
  std::vector<std::size_t> names;  ///< indices of name spans, ascending
  std::size_t titled = 0;
  std::size_t placed = 0;
};

EntityType gazetteer_type(const GazetteerName& name) {
  if (name.kind == "state") {
    return EntityType::state;
  }
  if (name.kind == "people") {
    return EntityType::group;
  }
  if (name.kind == "organisation") {
    return EntityType::organisation;
  }
  return EntityType::place;
}

std::string_view last_word(std::string_view folded) {
  const std::size_t space = folded.rfind(' ');
  return space == std::string_view::npos ? folded : folded.substr(space + 1);
}

/// The word that says what a name names: the last one, or the last before "of" ("Party of the
/// North" is a party).
std::string_view head_word(std::string_view folded) {
  const std::size_t of = folded.find(" of ");
  return last_word(folded.substr(0, of));
}

class AliasTable {
 public:
  AliasTable(const Reading& reading, const EntityLexicon& lexicon, std::vector<NameSpan> names)
      : reading_(reading), lexicon_(lexicon), names_(std::move(names)) {}

  EntityReading build() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      recognise(names_[i]);
      join(i);
    }
    decide_types();
    merge_surnames();
    const auto pairs = find_name_pairs(reading_, lexicon_, names_);
    merge_glossed(pairs);
    return finish(pairs);
  }

 private:
  /// A name that is spelt nearly as one of the gazetteer's is that one, unless a title says that it
  /// is a person.
  void recognise(NameSpan& name) {
    if (!name.gazetteer && !name.titled) {
      const auto [at, fresh] = alike_.try_emplace(name.folded);
      if (fresh) {
        at->second = lexicon_.gazetteer.find_alike(name.folded);
      }
      name.gazetteer = at->second;
    }
  }

  const GazetteerName& known(std::uint32_t index) const {
    return lexicon_.gazetteer.names()[index];
  }

  void join(std::size_t i) {
    NameSpan& name = names_[i];
    const std::string key = name.gazetteer ? known(*name.gazetteer).key() : "";
    const std::string index = key.empty() ? "=" + name.folded : key;
    auto [at, fresh] = by_index_.try_emplace(index, referents_.size());
    if (fresh && key.empty()) {
      std::vector<std::size_t>& alike = unknown_by_sound_[first_sound(name.folded)];
      const auto known_as = std::ranges::find_if(
          alike, [&](std::size_t r) { return spelled_alike(referents_[r].folded, name.folded); });
      fresh = known_as == alike.end();
      if (fresh) {
        alike.push_back(referents_.size());
      } else {
        at->second = *known_as;
      }
    }
    if (fresh) {
      referents_.push_back({.key = key, .folded = name.folded});
      if (name.gazetteer) {
        referents_.back().type = gazetteer_type(known(*name.gazetteer));
      }
    }
    Referent& referent = referents_[at->second];
    referent.names.push_back(i);
    referent.titled += name.titled ? 1 : 0;
    referent.placed += name.placed ? 1 : 0;
  }

  EntityType type_of_unknown(const Referent& referent) const {
    const NameSpan& name = names_[referent.names.front()];
    const std::string_view head = head_word(referent.folded);
    const std::string_view first =
        std::string_view(referent.folded).substr(0, referent.folded.find(' '));
    if (const EntityType* noun = lexicon_.head_nouns.find(head)) {
      return *noun;
    }
    if (lexicon_.event_nouns.contains(head) || lexicon_.event_nouns.contains(first)) {
      return EntityType::event;
    }
    if (const EntityType* noun = lexicon_.head_nouns.find(first)) {
      return *noun;
    }
    const std::string_view written = reading_.text(name.span);
    const bool acronym = written.size() >= 2 && written.size() <= 6 &&
                         std::ranges::all_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (acronym && referent.titled == 0) {
      return EntityType::organisation;
    }
    const bool several_words = referent.folded.find(' ') != std::string::npos;
    const std::size_t share =
        several_words ? 2 : 3;  // one mention in so many must stand as a place
    const bool placed = referent.placed * share >= referent.names.size() && referent.titled == 0;
    const bool enough = referent.placed >= (several_words ? 2 : 1);
    return placed && enough ? EntityType::place : EntityType::person;
  }

  void decide_types() {
    for (Referent& referent : referents_) {
      if (referent.key.empty()) {
        referent.type = type_of_unknown(referent);
      }
      const bool named_war =
          referent.type == EntityType::place && lexicon_.event_groups.contains(referent.key);
      if (named_war) {
        referent.type = EntityType::event;
      }
    }
  }

  /// "Menn" is Arvo Menn, where the article names one; of several, the one it names most.
  void merge_surnames() {
    std::map<std::string_view, std::size_t> by_surname;
    for (std::size_t r = 0; r < referents_.size(); ++r) {
      const Referent& referent = referents_[r];
      const bool full = referent.folded.find(' ') != std::string::npos;
      if (!full || referent.type != EntityType::person) {
        continue;
      }
      auto [at, fresh] = by_surname.try_emplace(last_word(referent.folded), r);
      if (!fresh && referents_[at->second].names.size() < referent.names.size()) {
        at->second = r;
      }
    }
    for (std::size_t r = 0; r < referents_.size(); ++r) {
      const Referent& referent = referents_[r];
      const auto full = by_surname.find(referent.folded);
      if (full != by_surname.end() && referent.key.empty()) {
        merge(r, full->second);
      }
    }
  }

  /// Names that the article itself gives one referent, unless the gazetteer knows both and keeps
  /// them apart.
  void merge_glossed(const std::vector<NamePair>& pairs) {
    for (const NamePair& pair : pairs) {
      const std::size_t a = owner_of(pair.first);
      const std::size_t b = owner_of(pair.second);
      const bool both_known = !referents_[a].key.empty() && !referents_[b].key.empty();
      if (a != b && !both_known) {
        const bool into_b = referents_[a].key.empty() && !referents_[b].key.empty();
        into_b ? merge(a, b) : merge(b, a);
        Referent& whole = referents_[into_b ? b : a];
        const bool guessed =
            whole.key.empty() && whole.type == EntityType::person && whole.titled == 0;
        whole.type = guessed && pair.kind != GlossKind::bracket ? EntityType::place : whole.type;
      }
    }
  }

  std::size_t owner_of(std::size_t name) const {
    for (std::size_t r = 0; r < referents_.size(); ++r) {
      if (std::ranges::binary_search(referents_[r].names, name)) {
        return r;
      }
    }
    return 0;
  }

  void merge(std::size_t from, std::size_t into) {
    auto& names = referents_[into].names;
    names.insert(names.end(), referents_[from].names.begin(), referents_[from].names.end());
    std::ranges::sort(names);
    referents_[from].names.clear();
  }

  std::string canonical_name(const Referent& referent) const {
    const NameSpan& first = names_[referent.names.front()];
    if (!referent.key.empty() && first.gazetteer) {
      return known(*first.gazetteer).name;
    }
    std::string_view longest = reading_.text(first.span);
    for (const std::size_t i : referent.names) {
      const std::string_view name = reading_.text(names_[i].span);
      const bool glossed = !names_[i].gazetteer && spelled_alike(names_[i].folded, first.folded);
      if (name.size() > longest.size() && (referent.type == EntityType::person || glossed)) {
        longest = name;
      }
    }
    return std::string(longest);
  }

  EntityReading finish(const std::vector<NamePair>& pairs) const {
    EntityReading result;
    for (const Referent& referent : referents_) {
      if (referent.names.empty()) {
        continue;
      }
      Entity entity{.name = canonical_name(referent),
                    .type = referent.type,
                    .key = referent.key,
                    .mentions = {}};
      for (const std::size_t i : referent.names) {
        entity.mentions.push_back({names_[i].span, MentionForm::name});
      }
      result.entities.push_back(std::move(entity));
    }
    std::ranges::sort(result.entities, {}, [](const Entity& e) { return e.mentions.front().span; });
    for (const NamePair& pair : pairs) {
      result.glosses.push_back({names_[pair.first].span, names_[pair.second].span, pair.kind});
    }
    return result;
  }

  const Reading& reading_;
  const EntityLexicon& lexicon_;
  std::vector<NameSpan> names_;
  std::vector<Referent> referents_;
  std::map<std::string, std::size_t> by_index_;
  std::map<char, std::vector<std::size_t>> unknown_by_sound_;  ///< referents without key, ascending
  WordMap<std::optional<std::uint32_t>> alike_;  ///< what the gazetteer has for a folded name
};

}  // namespace

EntityReading find_entities(const Reading& reading, const EntityLexicon& lexicon) {
  return AliasTable(reading, lexicon, find_name_spans(reading, lexicon)).build();
}

}  // namespace parallax
