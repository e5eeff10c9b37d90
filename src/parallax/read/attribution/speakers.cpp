// A source that holds a name is that name's entity. "He" is the last person who spoke, or whom the
// sentence names first; "the minister" is the last person who was called so.
#include "parallax/read/attribution/speakers.h"

#include <algorithm>
#include <optional>

namespace parallax {
namespace {

constexpr std::uint32_t kPronounReach = 400;  // bytes back to the last speaker
constexpr std::uint32_t kTitleTokens = 4;     // before a name
constexpr std::size_t kEarlierSources = 16;

using Speaker = std::optional<Id<Entity>>;

class Resolver {
 public:
  Resolver(const ArticleWords& words, const std::vector<Span>& subjects,
           std::vector<Attribution>& attributions)
      : words_(words),
        tokens_(words.reading.analysis.tokens),
        subjects_(subjects),
        attributions_(attributions) {}

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
    if (tokens.size() == 1 && words_.classes[tokens.begin] == WordClass::subject_pronoun) {
      return by_pronoun(attribution, subject);
    }
    return by_description(tokens, order);
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

  Speaker by_pronoun(const Attribution& attribution, Span subject) const {
    const std::string_view word = words_.reading.lower_text(subject);
    const std::uint16_t* role = words_.lexicon.word_roles.find(word);
    const bool person = role != nullptr && (*role & kRolePerson) != 0;
    if (attribution.parent || !person) {  // inside somebody's words "he" may be anybody
      return std::nullopt;
    }
    const std::vector<Sentence>& sentences = words_.reading.analysis.sentences;
    const std::size_t sentence = words_.sentence_of[words_.tokens_in(subject).begin];
    const std::uint32_t since = subject.begin - last_place_;
    if (last_person_ && since < kPronounReach) {
      return last_person_;
    }
    if (const Speaker here = first_person({sentences[sentence].span.begin, subject.begin})) {
      return here;
    }
    const bool near =
        sentence > 0 && sentences[sentence - 1].paragraph + 1 >= sentences[sentence].paragraph;
    const Speaker before = near ? first_person(sentences[sentence - 1].span) : std::nullopt;
    return before ? before : last_person_;
  }

  Speaker first_person(Span span) const {
    for (const EntityMention& mention : mentions_in(words_, span)) {
      if (is_person(mention.entity) && mention.form == MentionForm::name) {
        return Id<Entity>{mention.entity};
      }
    }
    return std::nullopt;
  }

  // "The minister", "the political scientist": the last source or name that carried the word.
  Speaker by_description(Range tokens, std::size_t order) const {
    if (tokens.size() < 2 || words_.classes[tokens.begin] != WordClass::determiner) {
      return std::nullopt;
    }
    std::uint32_t head = tokens.begin + 1;
    while (head + 1 < tokens.end && (words_.classes[head + 1] == WordClass::word ||
                                     words_.classes[head + 1] == WordClass::name)) {
      ++head;
    }
    const std::string_view word = words_.reading.lower_token(head);
    if (word.size() < 4) {
      return std::nullopt;
    }
    const std::uint32_t place = tokens_[tokens.begin].span.begin;
    for (std::size_t n = order; n > 0 && n + kEarlierSources > order; --n) {
      const Attribution& earlier = attributions_[order_[n - 1]];
      if (earlier.speaker && !earlier.source.empty() && earlier.source.front().begin < place &&
          says_word(earlier.source.front(), word)) {
        return earlier.speaker;
      }
    }
    return titled_person(word, place);
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

  Speaker titled_person(std::string_view word, std::uint32_t place) const {
    auto mention = std::ranges::lower_bound(words_.mentions, place, {},
                                            [](const EntityMention& m) { return m.span.begin; });
    while (mention != words_.mentions.begin()) {
      --mention;
      if (!is_person(mention->entity) || mention->form != MentionForm::name) {
        continue;
      }
      const Range name = words_.tokens_in(mention->span);
      const std::uint32_t first = name.begin > kTitleTokens ? name.begin - kTitleTokens : 0;
      for (std::uint32_t i = name.end; i > first; --i) {
        const WordClass left = words_.classes[i - 1];
        if (left == WordClass::stop || (left == WordClass::comma && i <= name.begin - 1)) {
          break;
        }
        if (words_.reading.lower_token(i - 1) == word) {
          return Id<Entity>{mention->entity};
        }
      }
    }
    return std::nullopt;
  }

  const ArticleWords& words_;
  const std::vector<Token>& tokens_;
  const std::vector<Span>& subjects_;
  std::vector<Attribution>& attributions_;
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
