// Events without a tree: the roles are the nearest names in the clause, by the shape of the words
// around the predicate.
//   active    "Norlandic troops occupied Orvel"          actor before, target right behind
//   passive   "Orvel was occupied by Norlandic troops"   target before, actor behind "by"
//   attribute "the occupied Orvel", "liberated Orvel"    target right behind, no actor
//   noun      "the occupation of Orvel by Norland", "the Norlandic occupation", "Orvel under
//   occupation"
// A role that is not plainly there stays empty.
#include "parallax/read/events/find_events.h"

#include <algorithm>

#include "parallax/text/tokens.h"

namespace parallax {
namespace {

constexpr std::size_t kReach = 9;  // tokens that a role may stand away

struct MentionAt {
  std::size_t first = 0;
  std::size_t end = 0;
  std::uint32_t entity = 0;
  EntityType type = EntityType::person;
};

class EventFinder {
 public:
  EventFinder(const Reading& reading, const EventLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon), tokens_(reading.analysis.tokens) {
    gather_mentions();
  }

  std::vector<Event> find() {
    for (sentence_ = 0; sentence_ < reading_.analysis.sentences.size(); ++sentence_) {
      begin_ = reading_.first_token(sentence_);
      end_ = reading_.end_token(sentence_);
      for (std::size_t i = begin_; i < end_;) {
        i = event_at(i);
      }
      find_phases();
    }
    std::ranges::sort(events_, {}, &Event::span);
    return std::move(events_);
  }

 private:
  void gather_mentions() {
    std::vector<std::pair<Span, std::uint32_t>> spans;
    for (std::uint32_t e = 0; e < reading_.analysis.entities.size(); ++e) {
      for (const Mention& mention : reading_.analysis.entities[e].mentions) {
        spans.emplace_back(mention.span, e);
      }
    }
    std::ranges::sort(spans);
    std::size_t token = 0;
    for (const auto& [span, entity] : spans) {
      while (token < tokens_.size() && tokens_[token].span.begin < span.begin) {
        ++token;
      }
      std::size_t end = token;
      while (end < tokens_.size() && tokens_[end].span.begin < span.end) {
        ++end;
      }
      mentions_.push_back({token, end, entity, reading_.analysis.entities[entity].type});
    }
  }

  /// The words up to the end of the sentence.
  std::span<const Word> sentence_words() const { return std::span(reading_.words).first(end_); }
  std::string_view word(std::size_t i) const { return reading_.lower_token(i); }
  bool is(std::size_t i, const WordTable<bool>& table) const {
    return table.contains(reading_.words[i]);
  }

  const MentionAt* mention_starting(std::size_t token) const {
    const auto at = std::ranges::lower_bound(mentions_, token, {}, &MentionAt::first);
    return at != mentions_.end() && at->first == token ? &*at : nullptr;
  }

  const MentionAt* mention_covering(std::size_t token) const {
    auto at = std::ranges::upper_bound(mentions_, token, {}, &MentionAt::first);
    if (at == mentions_.begin()) {
      return nullptr;
    }
    --at;
    return token < at->end ? &*at : nullptr;
  }

  bool is_mark(std::size_t i) const { return is_quote_mark(word(i)); }

  bool breaks_clause(std::size_t i) const {
    const bool mark = tokens_[i].kind == TokenKind::punctuation && !is_mark(i) && word(i) != "-";
    return mark || is(i, lexicon_.clause_openers) || word(i) == "which" || word(i) == "who";
  }

  std::size_t event_at(std::size_t i) {
    const auto match = lexicon_.words.match(sentence_words(), i);
    if (!match || mention_covering(i) != nullptr) {
      return i + 1;
    }
    const EventLexicon::Word& entry = lexicon_.entries[match->value];
    const std::size_t after = i + match->tokens;
    Event event{.span = {tokens_[i].span.begin, tokens_[after - 1].span.end},
                .predicate = entry.lemma,
                .event_class = entry.event_class,
                .mode = {}};
    if (entry.is_noun) {
      read_noun(event, i, after);
    } else if (is_passive(i)) {
      read_passive(event, i, after);
    } else {
      read_active(event, i, after);
    }
    finish(event, i, after);
    events_.push_back(std::move(event));
    return after;
  }

  bool is_passive(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && i >= begin_ + back; ++back) {
      const std::string_view before = word(i - back);
      if (before == "was" || before == "were" || before == "been" || before == "being" ||
          before == "is" || before == "are" || before == "be") {
        return true;
      }
      if (!before.ends_with("ly") && !is(i - back, lexicon_.negators)) {
        return false;
      }
    }
    return false;
  }

  bool is_attribute(std::size_t i) const {
    if (i == begin_) {
      return false;
    }
    const std::string_view before = word(i - 1);
    return before == "the" || before == "a" || is(i - 1, lexicon_.prepositions) || is_mark(i - 1);
  }

  void read_active(Event& event, std::size_t i, std::size_t after) {
    if (const MentionAt* target = direct_object(after)) {
      event.target = Id<Entity>{target->entity};
    }
    if (!is_attribute(i)) {
      event.actor = subject_before(i);
    }
  }

  void read_passive(Event& event, std::size_t i, std::size_t after) {
    event.target = subject_before(i, true);
    for (std::size_t j = after; j < std::min(end_, after + kReach) && !breaks_clause(j); ++j) {
      if (word(j) == "by") {
        event.actor = first_mention(j + 1, j + 5);
        return;
      }
    }
  }

  void read_noun(Event& event, std::size_t i, std::size_t after) {
    std::size_t before = i;
    while (before > begin_ && is_mark(before - 1)) {
      --before;
    }
    const bool possessive =
        before >= begin_ + 2 && (word(before - 1) == "'s" || word(before - 1) == "’s");
    const std::size_t owner = possessive ? before - 1 : before;
    if (owner > begin_) {
      if (const MentionAt* mention = mention_covering(owner - 1);
          mention != nullptr && mention->end == owner) {
        event.actor = Id<Entity>{mention->entity};
      }
    }
    std::size_t next = after;
    while (next < end_ && is_mark(next)) {
      ++next;
    }
    if (next < end_ && (word(next) == "of" || word(next) == "in" || word(next) == "against" ||
                        word(next) == "on")) {
      event.target = first_mention(next + 1, next + 5);
    } else if (before > begin_ + 1 && word(before - 1) == "under") {
      if (const MentionAt* mention = mention_covering(before - 2)) {
        event.target = Id<Entity>{mention->entity};
      }
    }
    for (std::size_t j = next; j < std::min(end_, next + kReach); ++j) {
      if (word(j) == "by") {
        event.actor = first_mention(j + 1, j + 5);
      }
    }
  }

  /// "invaded and occupied Orvel": two verbs share their object.
  bool event_begins(std::size_t i) const {
    return i < end_ && lexicon_.words.match(sentence_words(), i).has_value();
  }

  /// The first name behind a verb, with nothing but articles, adjectives and common nouns between:
  /// no preposition but "of".
  const MentionAt* direct_object(std::size_t after) const {
    for (std::size_t j = after; j < std::min(end_, after + kReach); ++j) {
      if (const MentionAt* mention = mention_starting(j)) {
        const bool adjective = mention->type == EntityType::group && mention->end < end_ &&
                               tokens_[mention->end].kind == TokenKind::word &&
                               mention_starting(mention->end) != nullptr;
        if (!adjective) {
          return mention;
        }
      }
      const bool stops = breaks_clause(j) || (is(j, lexicon_.prepositions) && word(j) != "of") ||
                         (word(j) == "and" && !event_begins(j + 1));
      if (stops) {
        return nullptr;
      }
    }
    return nullptr;
  }

  std::optional<Id<Entity>> first_mention(std::size_t from, std::size_t to) const {
    for (std::size_t j = from; j < std::min(end_, to); ++j) {
      if (const MentionAt* mention = mention_starting(j)) {
        return Id<Entity>{mention->entity};
      }
    }
    return std::nullopt;
  }

  /// The nearest name before a verb in its clause that does not hang on a preposition.
  std::optional<Id<Entity>> subject_before(std::size_t i, bool anything = false) const {
    for (std::size_t back = 1; back <= kReach && i >= begin_ + back; ++back) {
      const std::size_t j = i - back;
      if (breaks_clause(j)) {
        return std::nullopt;
      }
      const MentionAt* mention = mention_covering(j);
      if (mention == nullptr) {
        continue;
      }
      const bool acts = anything || mention->type != EntityType::event;
      const bool hangs = mention->first > begin_ && is(mention->first - 1, lexicon_.prepositions) &&
                         word(mention->first - 1) != "of";
      if (acts && !hangs) {
        return Id<Entity>{mention->entity};
      }
    }
    return std::nullopt;
  }

  void finish(Event& event, std::size_t i, std::size_t after) const {
    event.place = place_of(event, i, after);
    event.when = when_near(i, after);
    std::size_t clause = i;
    while (clause > begin_ && i - clause < 12 && !breaks_clause(clause - 1)) {
      --clause;
    }
    for (std::size_t j = clause; j < i; ++j) {
      if (is(j, lexicon_.negators)) {
        event.polarity = Polarity::negative;
      }
      const Modality* modal = lexicon_.modals.find(reading_.words[j]);
      if (modal != nullptr && word(j) == reading_.token(j)) {  // in lower case: May is a month
        event.modality = *modal;
      }
    }
    if (i > begin_ && word(i - 1) == "to" && event.modality == Modality::asserted) {
      event.modality = Modality::possible;
    }
    if (reading_.text(reading_.analysis.sentences[sentence_].span).ends_with('?')) {
      event.modality = Modality::asked;
    }
  }

  std::optional<Id<Entity>> place_of(const Event& event, std::size_t i, std::size_t after) const {
    if (event.target && is_place(*event.target)) {
      return event.target;
    }
    for (std::size_t j = after; j < std::min(end_, after + 2 * kReach); ++j) {
      const MentionAt* mention = mention_starting(j);
      if (mention != nullptr && is_place({mention->entity})) {
        return Id<Entity>{mention->entity};
      }
    }
    for (std::size_t j = i; j > begin_; --j) {
      const MentionAt* mention = mention_covering(j - 1);
      if (mention != nullptr && is_place({mention->entity})) {
        return Id<Entity>{mention->entity};
      }
    }
    return std::nullopt;
  }

  bool is_place(Id<Entity> entity) const {
    const EntityType type = reading_.analysis.entities[entity.index].type;
    return type == EntityType::place || type == EntityType::state;
  }

  /// The date of the sentence that stands nearest to the predicate.
  Interval when_near(std::size_t i, std::size_t after) const {
    const Span sentence = reading_.analysis.sentences[sentence_].span;
    const Span event{tokens_[i].span.begin, tokens_[after - 1].span.end};
    Interval nearest;
    std::uint32_t best = sentence.size() + 1;
    for (const Timex& timex : reading_.analysis.timexes) {
      if (!sentence.contains(timex.span) || !timex.interval.known()) {
        continue;
      }
      const std::uint32_t distance = timex.span.begin >= event.end   ? timex.span.begin - event.end
                                     : event.begin >= timex.span.end ? event.begin - timex.span.end
                                                                     : 0;
      if (distance < best) {
        best = distance;
        nearest = timex.interval;
      }
    }
    return nearest;
  }

  /// "The siege …, which began on 5 May": an event at the phase verb, of the first event word or
  /// event name before it.
  void find_phases() {
    for (std::size_t i = begin_; i < end_; ++i) {
      const auto match = lexicon_.phases.match(sentence_words(), i);
      if (!match) {
        continue;
      }
      const std::size_t after = i + match->tokens;
      Event event{.span = {tokens_[i].span.begin, tokens_[after - 1].span.end},
                  .predicate = {},
                  .event_class = {},
                  .mode = lexicon_.phase_names[match->value]};
      if (!name_phase_subject(event, i)) {
        continue;
      }
      const auto target = event.target;
      finish(event, i, after);
      event.target = target;
      events_.push_back(std::move(event));
      i = after - 1;
    }
  }

  bool name_phase_subject(Event& event, std::size_t i) const {
    for (std::size_t j = i > begin_ + 14 ? i - 14 : begin_; j < i; ++j) {
      const MentionAt* mention = mention_starting(j);
      if (mention != nullptr && mention->type == EntityType::event) {
        event.target = Id<Entity>{mention->entity};
        event.predicate = reading_.analysis.entities[mention->entity].name;
        return true;
      }
      const auto noun = lexicon_.words.match(sentence_words(), j);
      const bool subject = noun && lexicon_.entries[noun->value].is_noun &&
                           mention_covering(j) == nullptr &&
                           (j == begin_ || !is(j - 1, lexicon_.prepositions));
      if (subject) {
        event.predicate = lexicon_.entries[noun->value].lemma;
        return true;
      }
    }
    return false;
  }

  const Reading& reading_;
  const EventLexicon& lexicon_;
  std::span<const Token> tokens_;
  std::vector<MentionAt> mentions_;
  std::vector<Event> events_;
  std::size_t sentence_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<Event> find_events(const Reading& reading, const EventLexicon& lexicon) {
  return EventFinder(reading, lexicon).find();
}

}  // namespace parallax
