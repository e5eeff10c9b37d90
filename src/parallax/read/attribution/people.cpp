#include "parallax/read/attribution/people.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kTitleTokens = 10;       // before a name
constexpr std::uint32_t kAppositionTokens = 12;  // behind it
constexpr std::size_t kCallingsBefore = 64;      // looked at for one description
constexpr std::size_t kCallingsBehind = 16;
constexpr std::uint32_t kSteps = 8;  // in a tree
constexpr int kSame = 2;             // a description and a name with these points are one person

/// Relations between a name, its title and what stands beside it.
constexpr std::string_view kNaming[] = {"flat",      "appos",     "compound", "amod", "nmod",
                                        "nmod:desc", "nmod:poss", "det",      "case"};

}  // namespace

People::People(const ArticleWords& words) : words_(words) {
  const Analysis& analysis = words.reading.analysis;
  votes_.resize(analysis.entities.size());
  state_of_.assign(analysis.tokens.size(), -1);
  for (const EntityMention& mention : words.mentions) {
    const EntityType type = analysis.entities[mention.entity].type;
    if (type == EntityType::state || type == EntityType::group) {
      const Range tokens = words.tokens_in(mention.span);
      std::fill(state_of_.begin() + tokens.begin, state_of_.begin() + tokens.end,
                static_cast<std::int32_t>(mention.entity));
    }
  }
  for (const EntityMention& mention : words.mentions) {
    if (analysis.entities[mention.entity].type == EntityType::person &&
        mention.form == MentionForm::name) {
      read_mention(mention);
    }
  }
}

void People::read_mention(const EntityMention& mention) {
  const Range name = words_.tokens_in(mention.span);
  vote(mention.entity, name.begin, words_.lexicon.given_names);
  if (name.begin > words_.reading.sentence_tokens[words_.sentence_of[name.begin]]) {
    vote(mention.entity, name.begin - 1, words_.lexicon.genders);
  }
  if (auto beside = words_beside(name); !beside.empty()) {
    callings_.push_back(
        {.entity = mention.entity, .place = name.begin, .beside = std::move(beside)});
  }
}

/// The words near a name that hang, by its title or what stands beside it, where the name does.
std::vector<std::uint32_t> People::words_beside(Range name) const {
  const std::vector<Token>& tokens = words_.reading.analysis.tokens;
  const std::size_t sentence = words_.sentence_of[name.begin];
  const std::uint32_t first = words_.reading.sentence_tokens[sentence];
  const std::uint32_t end = words_.reading.sentence_tokens[sentence + 1];
  std::uint32_t top = name.begin;
  for (std::uint32_t steps = 0; steps < kSteps && tokens[top].head != 0; ++steps) {
    const std::string_view relation = words_.reading.analysis.string(tokens[top].deprel);
    const std::uint32_t head = first + tokens[top].head - 1;
    const bool inside = head >= name.begin && head < name.end;
    if (!inside && relation != "flat" && relation != "appos" && relation != "compound") {
      break;
    }
    top = head;
  }
  std::vector<std::uint32_t> beside;
  const Range near{std::max(first, name.begin - std::min(name.begin, kTitleTokens)),
                   std::min(end, name.end + kAppositionTokens)};
  const std::uint32_t title = title_before(name.begin, near.begin);
  for (std::uint32_t i = near.begin; i < near.end; ++i) {
    const bool counts = is_content(i) || words_.classes[i] == WordClass::preposition;
    const bool titled = i >= title && i < name.begin;
    if ((i < name.begin || i >= name.end) && counts && (titled || hangs_on(i, top, first))) {
      beside.push_back(i);
    }
  }
  return beside;
}

/// Where the title begins that leads up to a name, whatever the tree makes of it: "the Minister of
/// Trade of the Norlandic Republic Ila Tarn"; or the name itself.
std::uint32_t People::title_before(std::uint32_t name, std::uint32_t lowest) const {
  for (std::uint32_t i = lowest; i < name; ++i) {
    const auto title = words_.lexicon.titles.match(words_.reading.words, i);
    std::uint32_t end = title ? i + title->tokens : name + 1;
    while (end < name && (words_.capitals[end] || words_.classes[end] == WordClass::determiner ||
                          words_.classes[end] == WordClass::preposition)) {
      ++end;
    }
    if (end == name) {
      return i;
    }
  }
  return name;
}

bool People::hangs_on(std::uint32_t token, std::uint32_t top, std::uint32_t first) const {
  const std::vector<Token>& tokens = words_.reading.analysis.tokens;
  for (std::uint32_t steps = 0; steps < kSteps && token != top; ++steps) {
    const std::string_view relation = words_.reading.analysis.string(tokens[token].deprel);
    if (tokens[token].head == 0 || std::ranges::find(kNaming, relation) == std::end(kNaming)) {
      return false;
    }
    token = first + tokens[token].head - 1;
  }
  return token == top;
}

void People::vote(std::uint32_t entity, std::uint32_t token, const WordTable<Gender>& table) {
  if (const Gender* gender = table.find(words_.reading.words[token])) {
    votes_[entity] += *gender == Gender::male ? 1 : -1;
  }
}

bool People::goes_with(std::uint32_t entity, Gender gender) const {
  return gender == Gender::male ? votes_[entity] >= 0 : votes_[entity] <= 0;
}

bool People::is_known_as(std::uint32_t entity, Gender gender) const {
  return gender == Gender::male ? votes_[entity] > 0 : votes_[entity] < 0;
}

bool People::is_content(std::uint32_t token) const {
  return is_nominal(words_.classes[token]) &&
         words_.reading.analysis.tokens[token].kind == TokenKind::word;
}

std::vector<std::uint32_t> People::words_of(Range range) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is_content(i) || words_.classes[i] == WordClass::preposition) {
      found.push_back(i);
    }
  }
  return found;
}

bool People::shares_office(const std::vector<std::uint32_t>& one,
                           const std::vector<std::uint32_t>& other) const {
  const auto office = [&](std::uint32_t token) {
    return words_.lexicon.offices.match(words_.reading.words, token);
  };
  for (const std::uint32_t i : one) {
    if (const auto own = office(i)) {
      return std::ranges::any_of(other, [&](std::uint32_t j) {
        const auto theirs = office(j);
        return theirs && theirs->value == own->value;
      });
    }
  }
  return false;
}

/// The gazetteer's group of the state or people that a token names ("AZ"), or empty.
std::string_view People::state_of(std::uint32_t token) const {
  if (state_of_[token] < 0) {
    return {};
  }
  const std::string_view key =
      words_.reading.analysis.entities[static_cast<std::size_t>(state_of_[token])].key;
  return key.substr(key.find(':') + 1);
}

int People::score(const std::vector<std::uint32_t>& description, const Calling& calling) const {
  const auto word = [&](std::uint32_t token) { return words_.reading.lower_token(token); };
  const auto is_called = [&](std::uint32_t token) {
    return std::ranges::any_of(calling.beside, [&](std::uint32_t other) {
      return state_of(token).empty() ? word(token) == word(other)
                                     : state_of(token) == state_of(other);
    });
  };
  const auto names_state = [&](std::uint32_t token) { return !state_of(token).empty(); };
  int same = 0;
  for (const std::uint32_t token : description) {
    const bool called = is_content(token) && is_called(token);
    if (!called && names_state(token) && std::ranges::any_of(calling.beside, names_state)) {
      return 0;
    }
    same += called ? 1 : 0;
  }
  const auto end = std::ranges::find_if(description, [&](std::uint32_t token) {
    return words_.classes[token] == WordClass::preposition;
  });
  const bool office = shares_office(description, calling.beside);
  const bool head = end != description.begin() && is_called(*(end - 1));
  return same + (office || head ? 1 : 0) + (office ? 1 : 0);
}

/// Whether a description is of one person: "the mayor of the city", not "the mayors" or "the
/// ministry of trade".
bool People::is_one_person(const std::vector<std::uint32_t>& description) const {
  const AttributionLexicon& lexicon = words_.lexicon;
  const auto end = std::ranges::find_if(description, [&](std::uint32_t token) {
    return words_.classes[token] == WordClass::preposition;
  });
  if (end == description.begin()) {
    return false;
  }
  const Word& head = words_.reading.words[*(end - 1)];
  const auto ends = [&](const std::string& ending) { return head.text.ends_with(ending); };
  const bool plural =
      lexicon.plurals.contains(head) || (std::ranges::any_of(lexicon.plural_endings, ends) &&
                                         std::ranges::none_of(lexicon.singular_endings, ends));
  const auto* kinds = lexicon.word_kinds.find(head);
  const bool person = kinds != nullptr && kinds->noun == lexicon.person_kind;
  const bool office = std::ranges::any_of(description, [&](std::uint32_t token) {
    return lexicon.offices.match(words_.reading.words, token).has_value();
  });
  return !plural && (person || office);
}

std::optional<Id<Entity>> People::described(Range description) const {
  const std::vector<std::uint32_t> described = words_of(description);
  if (!is_one_person(described)) {
    return std::nullopt;
  }
  const auto here = std::ranges::lower_bound(callings_, description.begin, {}, &Calling::place);
  const auto before = static_cast<std::size_t>(here - callings_.begin());
  int best = kSame - 1;
  std::optional<Id<Entity>> found;
  const auto look_at = [&](std::size_t i) {
    if (const int points = score(described, callings_[i]); points > best) {
      best = points;
      found = Id<Entity>{callings_[i].entity};
    }
  };
  for (std::size_t i = before; i > 0 && i + kCallingsBefore > before; --i) {
    look_at(i - 1);
  }
  const std::size_t last = std::min(callings_.size(), before + kCallingsBehind);
  for (std::size_t i = before; i < last && !found; ++i) {
    look_at(i);
  }
  return found;
}

}  // namespace parallax
