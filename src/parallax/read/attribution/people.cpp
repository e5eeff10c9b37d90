#include "parallax/read/attribution/people.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kTitleTokens = 10;       // before a name
constexpr std::uint32_t kAppositionTokens = 12;  // behind it
constexpr std::size_t kCallingsBefore = 64;      // looked at for one description
constexpr std::size_t kCallingsBehind = 16;
constexpr int kSame = 2;  // a description and a name with these points are one person

/// Words that a title may hold: "the former minister of trade of Norland".
bool is_title_word(WordClass word) {
  return is_nominal(word) || opens_noun_phrase(word) || word == WordClass::preposition ||
         word == WordClass::genitive || word == WordClass::adverb;
}

}  // namespace

People::People(const ArticleWords& words) : words_(words) {
  const Analysis& analysis = words.reading.analysis;
  votes_.resize(analysis.entities.size());
  key_of_.assign(analysis.tokens.size(), -1);
  for (const EntityMention& mention : words.mentions) {
    if (!analysis.entities[mention.entity].key.empty()) {
      const Range tokens = words.tokens_in(mention.span);
      std::fill(key_of_.begin() + tokens.begin, key_of_.begin() + tokens.end,
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
  const std::uint32_t sentence = words_.sentence_of[name.begin];
  const std::vector<std::uint32_t>& starts = words_.reading.sentence_tokens;
  Range before{name.begin, name.begin};
  while (before.begin > starts[sentence] && name.begin - before.begin < kTitleTokens &&
         is_title_word(words_.classes[before.begin - 1])) {
    --before.begin;
  }
  Range behind{name.end, name.end};
  const std::uint32_t end = starts[sentence + 1];
  if (name.end < end && words_.classes[name.end] == WordClass::comma) {
    behind = {name.end + 1, name.end + 1};
    while (behind.end < end && behind.size() < kAppositionTokens &&
           is_title_word(words_.classes[behind.end])) {
      ++behind.end;
    }
    if (behind.end < end && words_.classes[behind.end] != WordClass::comma &&
        words_.classes[behind.end] != WordClass::stop) {
      behind.end = behind.begin;
    }
  }
  vote(mention.entity, name.begin);
  if (name.begin > before.begin) {
    vote(mention.entity, name.begin - 1);
  }
  Calling calling{.entity = mention.entity, .place = name.begin, .beside = words_of(before)};
  const std::vector<std::uint32_t> apposition = words_of(behind);
  calling.beside.insert(calling.beside.end(), apposition.begin(), apposition.end());
  if (!calling.beside.empty()) {
    callings_.push_back(std::move(calling));
  }
}

void People::vote(std::uint32_t entity, std::uint32_t token) {
  if (const Gender* gender = words_.lexicon.genders.find(words_.reading.words[token])) {
    votes_[entity] += *gender == Gender::male ? 1 : -1;
  }
}

bool People::goes_with(std::uint32_t entity, Gender gender) const {
  return gender == Gender::male ? votes_[entity] >= 0 : votes_[entity] <= 0;
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

int People::score(const std::vector<std::uint32_t>& description, const Calling& calling) const {
  const std::vector<Entity>& entities = words_.reading.analysis.entities;
  const auto word = [&](std::uint32_t token) { return words_.reading.lower_token(token); };
  const auto is_called = [&](std::uint32_t token) {
    return std::ranges::any_of(calling.beside, [&](std::uint32_t other) {
      return key_of_[token] >= 0 && key_of_[other] >= 0
                 ? entities[static_cast<std::size_t>(key_of_[token])].key ==
                       entities[static_cast<std::size_t>(key_of_[other])].key
                 : word(token) == word(other);
    });
  };
  const auto has_key = [&](std::uint32_t token) { return key_of_[token] >= 0; };
  std::size_t same = 0;
  for (const std::uint32_t token : description) {
    const bool called = is_content(token) && is_called(token);
    if (!called && has_key(token) && std::ranges::any_of(calling.beside, has_key)) {
      return 0;  // of two states
    }
    same += called ? 1 : 0;
  }
  const auto head = std::ranges::find_if(
      description, [&](std::uint32_t t) { return words_.classes[t] == WordClass::preposition; });
  const bool same_head = head != description.begin() && is_called(*(head - 1));
  return static_cast<int>(same) +
         (same_head || shares_office(description, calling.beside) ? kSame - 1 : 0) +
         (shares_office(description, calling.beside) ? 1 : 0);
}

std::optional<Id<Entity>> People::described(Range description) const {
  const std::vector<std::uint32_t> described = words_of(description);
  if (described.empty()) {
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
