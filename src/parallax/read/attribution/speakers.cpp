// A source that holds a name is that name's entity. "He" is the last person who spoke, or whom the
// sentence names first; "the minister" is the last person who was called so.
#include "parallax/read/attribution/speakers.h"

#include <algorithm>
#include <optional>

#include "parallax/read/attribution/people.h"

namespace parallax {
namespace {

constexpr std::uint32_t kPronounReach = 400;  // bytes back to the last speaker
constexpr std::size_t kSentencesBack = 3;
constexpr std::uint32_t kTitleTokens = 6;
constexpr std::size_t kEarlierSources = 16;

using Speaker = std::optional<Id<Entity>>;

class Resolver {
 public:
  Resolver(const ArticleWords& words, const std::vector<Span>& subjects,
           std::vector<Attribution>& attributions)
      : words_(words),
        tokens_(words.reading.analysis.tokens),
        subjects_(subjects),
        attributions_(attributions),
        people_(words) {}

  void run() {
    order_.resize(attributions_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) {
      order_[i] = i;
    }
    std::ranges::stable_sort(order_, {}, [this](std::size_t i) { return place_of(i); });
    for (std::size_t n = 0; n < order_.size(); ++n) {
      Attribution& attribution = attributions_[order_[n]];
      attribution.speaker = speaker_of(order_[n], n);
      if (attribution.speaker && is_person(attribution.speaker->index) && !attribution.parent) {
        last_person_ = attribution.speaker;
        last_place_ = place_of(order_[n]);
      }
    }
  }

 private:
  std::uint32_t place_of(std::size_t i) const {
    const Attribution& a = attributions_[i];
    return !a.source.empty() ? a.source.front().begin : a.cue.empty() ? 0 : a.cue.front().begin;
  }

  bool is_person(std::uint32_t entity) const {
    return words_.reading.analysis.entities[entity].type == EntityType::person;
  }

  bool is_group(std::uint32_t entity) const {
    return words_.reading.analysis.entities[entity].type == EntityType::group;
  }

  Speaker speaker_of(std::size_t index, std::size_t order) const {
    const Attribution& attribution = attributions_[index];
    if (attribution.source.empty()) {
      return std::nullopt;
    }
    const Range source = words_.tokens_in(attribution.source.front());
    if (source.size() == 1 && words_.classes[source.begin] == WordClass::relative) {
      if (const Speaker named = antecedent(source.begin)) {
        return named;
      }
    }
    const Span subject = subjects_[index].empty() ? attribution.source.front() : subjects_[index];
    for (const EntityMention& mention : mentions_in(words_, subject)) {
      if (mention.span == subject) {
        return Id<Entity>{mention.entity};
      }
    }
    if (const Speaker named = named_in(attribution.source.front(), subject)) {
      return named;
    }
    const Range tokens = words_.tokens_in(subject);
    if (tokens.empty()) {
      return std::nullopt;
    }

    const Speaker parent =
        attribution.parent ? attributions_[attribution.parent->index].speaker : std::nullopt;
    if (tokens.size() == 1 &&
        words_.lexicon.first_person.contains(words_.reading.words[tokens.begin])) {
      return is_quoted(tokens.begin) ? parent : std::nullopt;  // "I"
    }
    const Gender* gender = words_.lexicon.genders.find(words_.reading.words[tokens.begin]);
    if (tokens.size() == 1 && gender != nullptr && is_reference(words_.classes[tokens.begin])) {
      return by_pronoun(attribution, tokens.begin, *gender, parent);
    }
    return by_description(tokens, order);
  }

  bool ends_title(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t i = end; i > first && end - i < kTitleTokens; --i) {
      const auto title = words_.lexicon.titles.match(words_.reading.words, i - 1);
      if (title && title->tokens > 1 && i - 1 + title->tokens == end) {
        return true;
      }
    }
    return false;
  }

  static bool is_reference(WordClass word) {
    return is_pronoun(word) || word == WordClass::possessive;
  }

  bool is_quoted(std::uint32_t token) const { return words_.quote_of[token] >= 0; }

  /// Whom "who" stands for: the name on which its clause hangs.
  Speaker antecedent(std::uint32_t relative) const {
    const std::uint32_t first = words_.reading.sentence_tokens[words_.sentence_of[relative]];
    std::uint32_t token = relative;
    while (tokens_[token].head != 0 && token + 1 > relative) {
      token = first + tokens_[token].head - 1;  // up to the noun before the clause
    }
    if (token >= relative) {
      return std::nullopt;
    }
    const auto named =
        mentions_in(words_, {tokens_[first].span.begin, tokens_[relative].span.begin});
    for (std::uint32_t steps = 0; steps < kTitleTokens; ++steps) {
      for (const EntityMention& mention : named) {
        if (mention.span.contains(tokens_[token].span)) {
          return Id<Entity>{mention.entity};
        }
      }
      if (words_.reading.analysis.string(tokens_[token].deprel) != "appos") {
        break;
      }
      token = first + tokens_[token].head - 1;  // "Menn, a clerk of the court who"
    }
    return std::nullopt;
  }

  // The mention that heads the source, its title or what stands beside it; a person before anything
  // else.
  Speaker named_in(Span source, Span subject) const {
    const Span whole{std::min(source.begin, subject.begin),
                     source.contains(subject) ? source.end : subject.end};
    Speaker best;
    for (const EntityMention& mention : mentions_in(words_, whole)) {
      if (mention.form == MentionForm::pronoun || !is_head(whole, mention.span)) {
        continue;
      }
      const Range first = words_.tokens_in(subject);
      const bool some = !first.empty() && words_.classes[first.begin] == WordClass::pronoun &&
                        mention.span.begin > subject.begin;
      if (some || (is_group(mention.entity) && mention.span != subject)) {
        continue;  // "many Tazuns" are not the Tazuns
      }
      if (is_person(mention.entity)) {
        return Id<Entity>{mention.entity};
      }
      best = best ? best : Speaker(Id<Entity>{mention.entity});
    }
    return best;
  }

  // "Tarn" in "the mayor, Ila Tarn" and in "Tarn of Harsk", not in "Tarn's wife", "aides to Tarn"
  // or "Tarn supporters".
  bool is_head(Span whole, Span mention) const {
    const Range inside = words_.tokens_in(mention);
    const Range all = words_.tokens_in(whole);
    for (std::uint32_t i = inside.begin; i > all.begin; --i) {
      if (ends_title(all.begin, i)) {
        return true;  // "the minister of trade Ila Tarn"
      }
      const WordClass word = words_.classes[i - 1];
      if (word == WordClass::comma || word == WordClass::open_bracket) {
        break;
      }
      if (word == WordClass::preposition || word == WordClass::to || word == WordClass::relative ||
          word == WordClass::genitive) {
        return false;
      }
    }
    if (inside.end >= all.end) {
      return true;
    }
    switch (words_.classes[inside.end]) {
      case WordClass::comma:
      case WordClass::open_bracket:
      case WordClass::preposition:
      case WordClass::relative:
      case WordClass::conjunction:
      case WordClass::object_pronoun:
      case WordClass::mark:
        return true;
      default:
        return false;
    }
  }

  Speaker by_pronoun(const Attribution& attribution, std::uint32_t pronoun, Gender gender,
                     Speaker parent) const {
    const auto fits = [&](Speaker person) {
      return person && is_person(person->index) && people_.goes_with(person->index, gender);
    };
    if (attribution.parent) {  // in somebody's own words "he" may be anybody but the speaker
      return fits(parent) && !is_quoted(pronoun) ? parent : std::nullopt;
    }
    const std::vector<Sentence>& sentences = words_.reading.analysis.sentences;
    const std::size_t sentence = words_.sentence_of[pronoun];
    const std::uint32_t place = tokens_[pronoun].span.begin;
    const bool near = fits(last_person_) && place - last_place_ < kPronounReach;
    const auto known = [&](Speaker person) { return people_.is_known_as(person->index, gender); };
    const Speaker here = first_person({sentences[sentence].span.begin, place}, gender);
    if (here && (known(here) || !near || !known(last_person_))) {
      return here;
    }
    if (near) {
      return last_person_;
    }
    for (std::size_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
      if (sentences[sentence - back].paragraph + 1 < sentences[sentence].paragraph) {
        break;
      }
      if (const Speaker before = first_person(sentences[sentence - back].span, gender)) {
        return before;
      }
    }
    return fits(last_person_) ? last_person_ : std::nullopt;
  }

  /// The first person named outside quotations of whom that gender is known, else who may have it.
  Speaker first_person(Span span, Gender gender) const {
    Speaker maybe;
    for (const EntityMention& mention : mentions_in(words_, span)) {
      if (!is_person(mention.entity) || mention.form != MentionForm::name ||
          is_quoted(words_.tokens_in(mention.span).begin)) {
        continue;
      }
      if (people_.is_known_as(mention.entity, gender)) {
        return Id<Entity>{mention.entity};
      }
      if (!maybe && people_.goes_with(mention.entity, gender)) {
        maybe = Id<Entity>{mention.entity};
      }
    }
    return maybe;
  }

  // "The minister", "the political scientist": the last source that carried the word, or the person
  // who is called so.
  Speaker by_description(Range tokens, std::size_t order) const {
    if (tokens.size() < 2 || words_.classes[tokens.begin] != WordClass::determiner ||
        is_indefinite(tokens.begin)) {
      return std::nullopt;
    }
    std::uint32_t head = tokens.begin + 1;
    while (head + 1 < tokens.end && is_nominal(words_.classes[head + 1])) {
      ++head;
    }
    const std::string_view word = words_.reading.lower_token(head);
    const std::uint32_t place = tokens_[tokens.begin].span.begin;
    for (std::size_t n = order; head + 1 == tokens.end && n > 0 && n + kEarlierSources > order;
         --n) {
      const Attribution& earlier = attributions_[order_[n - 1]];
      if (earlier.speaker && !earlier.source.empty() && earlier.source.front().begin < place &&
          says_word(earlier.source.front(), word)) {
        return earlier.speaker;
      }
    }
    return people_.described(tokens);
  }

  bool is_indefinite(std::uint32_t token) const {
    const std::uint16_t* roles = words_.lexicon.word_roles.find(words_.reading.words[token]);
    return roles != nullptr && (*roles & kRoleIndefinite) != 0;
  }

  bool says_word(Span span, std::string_view word) const {
    const Range range = words_.tokens_in(span);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (words_.reading.lower_token(i) == word) {
        return true;
      }
    }
    return false;
  }

  const ArticleWords& words_;
  const std::vector<Token>& tokens_;
  const std::vector<Span>& subjects_;
  std::vector<Attribution>& attributions_;
  People people_;
  std::vector<std::size_t> order_;
  Speaker last_person_;
  std::uint32_t last_place_ = 0;
};

}  // namespace

void resolve_speakers(const ArticleWords& words, const std::vector<Span>& subjects,
                      std::vector<Attribution>& attributions) {
  Resolver(words, subjects, attributions).run();
}

}  // namespace parallax
