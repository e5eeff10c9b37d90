#include <algorithm>
#include <map>
#include <tuple>

#include "parallax/compare/gather.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// The name that a mention uses: the gazetteer's spelling of it, else the entity's own, else (a
/// glossed name) as written.
struct NameUsed {
  std::string key;     ///< the referent as far as the article alone knows it
  std::string name;    ///< for people
  std::string word;    ///< what is compared: names of one referent that are no rivals have one
  bool known = false;  ///< by the gazetteer
};

class NameGatherer {
 public:
  NameGatherer(const ArticleView& view, std::vector<Claim>& out) : view_(view), out_(out) {}

  void gather() {
    for (const MentionView& mention : view_.mentions()) {
      count(mention);
    }
    for (const Gloss& gloss : view_.analysis().glosses) {
      add_gloss(gloss);
    }
    for (std::size_t s = 0; s < view_.analysis().sentences.size(); ++s) {
      find_location(s);
    }
  }

 private:
  const Entity& entity(std::uint32_t index) const { return view_.analysis().entities[index]; }

  bool has_rival_names(std::uint32_t index) const {
    const EntityType type = entity(index).type;
    return type == EntityType::place || type == EntityType::event ||
           type == EntityType::organisation;
  }

  NameUsed name_used(Span span, std::uint32_t index) const {
    const Entity& e = entity(index);
    const std::string folded = fold(words(view_.article().text, span));
    const auto& gazetteer = view_.rules().gazetteer;
    auto known = gazetteer.find(folded);
    if (!known && !e.key.empty()) {
      known = gazetteer.find_alike(folded);
    }
    if (known) {
      const GazetteerName& name = gazetteer.names()[*known];
      const bool rival = name.kind == "rival";
      return {name.key(), name.name,
              rival ? bare_name(fold(name.name), view_.rules()) : fold(name.key()), true};
    }
    std::string bare = bare_name(folded, view_.rules());
    const std::string canonical = bare_name(fold(e.name), view_.rules());
    if (e.key.empty() && spelled_alike(bare, canonical)) {
      return {canonical, plain_name(e.name), canonical};
    }
    return {bare, plain_name(words(view_.article().text, span)), bare};
  }

  /// "the Kestrin Dam" is shown as "Kestrin Dam".
  static std::string plain_name(std::string_view name) {
    return std::string(name.starts_with("the ") || name.starts_with("The ") ? name.substr(4)
                                                                            : name);
  }

  void count(const MentionView& mention) {
    const std::size_t sentence = view_.sentence_at(mention.span.begin);
    const bool counts = has_rival_names(mention.entity) && view_.carries_claims(sentence);
    if (!counts || is_misnomer(mention.span)) {
      return;
    }
    const VoiceId voice = voice_at(view_.analysis(), mention.span);
    const NameUsed used = name_used(mention.span, mention.entity);
    const auto speaker = view_.speaker(voice);
    const auto place = std::tuple(used.key, used.word, speaker.value_or(""), speaker.has_value());
    const auto [at, fresh] = claim_of_.try_emplace(place, out_.size());
    if (!fresh) {
      Claim& counted = out_[at->second];
      *counted.value.low += 1;
      if (is_heading(counted.anchor.span) && !is_heading(mention.span)) {
        counted.anchor = view_.claim(QuestionType::name, mention.span, voice)
                             .anchor;  // a sentence shows more than a title
      }
      return;
    }
    Claim claim = view_.claim(QuestionType::name, mention.span, voice);
    claim.topic.subject = used.key;
    claim.value.word = used.word;
    claim.value.low = 1;
    claim.answer = used.name;
    out_.push_back(std::move(claim));
  }

  bool is_heading(Span span) const {
    const Role role = view_.analysis().sentences[view_.sentence_at(span.begin)].role;
    return role == Role::title || role == Role::heading;
  }

  std::uint32_t entity_at(Span span) const {
    const auto at = std::ranges::lower_bound(view_.mentions(), span, {}, &MentionView::span);
    return at == view_.mentions().end() ? 0 : at->entity;
  }

  void add_gloss(const Gloss& gloss) {
    if (!has_rival_names(entity_at(gloss.first)) || !has_rival_names(entity_at(gloss.second))) {
      return;
    }
    const NameUsed first = name_used(gloss.first, entity_at(gloss.first));
    const NameUsed second = name_used(gloss.second, entity_at(gloss.second));
    if (first.key == second.key) {
      return;
    }
    if (first.known && second.known) {
      add_misnomer(gloss.second, first, second);
      return;
    }
    const Span span{gloss.first.begin, gloss.second.end};
    Claim claim = view_.claim(QuestionType::name, span, voice_at(view_.analysis(), span));
    claim.topic.subject = first.key;
    claim.topic.patient = second.key;
    claim.answer = first.name + " = " + second.name;
    out_.push_back(std::move(claim));
  }

  /// A gloss that equates two names which the gazetteer keeps apart says what this voice calls the
  /// first, no more.
  void add_misnomer(Span span, const NameUsed& first, const NameUsed& second) {
    Claim claim = view_.claim(QuestionType::name, span, voice_at(view_.analysis(), span));
    claim.topic.subject = first.key;
    claim.value.word = second.word;
    claim.value.low = 1;
    claim.answer = second.name;
    out_.push_back(std::move(claim));
  }

  /// The second name of a gloss between two names that the gazetteer knows as two referents.
  bool is_misnomer(Span span) const {
    return std::ranges::any_of(view_.analysis().glosses, [&](const Gloss& gloss) {
      if (gloss.second != span) {
        return false;
      }
      const NameUsed first = name_used(gloss.first, entity_at(gloss.first));
      const NameUsed second = name_used(gloss.second, entity_at(gloss.second));
      return first.known && second.known && first.key != second.key;
    });
  }

  /// "Orvel lies in the Tarn", "It lies in a region that some call the Tarn" right behind a
  /// sentence that begins with Orvel.
  void find_location(std::size_t s) {
    const Span sentence = view_.sentence(s);
    const auto [first, end] = view_.tokens_in(sentence);
    const std::span<const Token> tokens(view_.analysis().tokens.data(), end);
    for (std::size_t i = first; i < std::min(end, first + 6); ++i) {
      const auto verb = view_.rules().location_verbs.match(view_.lower_words(end), i);
      if (!verb) {
        continue;
      }
      const auto subject = first_place({sentence.begin, tokens[i].span.begin}, s);
      for (const MentionView& m : view_.mentions_in({inside(tokens, i, end), sentence.end})) {
        if (subject && view_.is_place(m.entity) && m.entity != *subject) {
          push_location(*subject, m);
        }
      }
      return;
    }
  }

  /// Behind the "in" that follows the verb: what stands before it ("on the river") holds nothing.
  std::uint32_t inside(std::span<const Token> tokens, std::size_t verb, std::size_t end) const {
    for (std::size_t i = verb; i < end; ++i) {
      if (view_.lower(tokens[i].span) == "in") {
        return tokens[i].span.end;
      }
    }
    return tokens[end - 1].span.end;
  }

  std::optional<std::uint32_t> first_place(Span subject, std::size_t s) const {
    for (const MentionView& m : view_.mentions_in(subject)) {
      if (view_.is_place(m.entity)) {
        return m.entity;
      }
    }
    const bool pronoun = view_.lower(subject).starts_with("it ");
    if (!pronoun || s == 0) {
      return std::nullopt;
    }
    for (const MentionView& m : view_.mentions_in(view_.sentence(s - 1))) {
      if (view_.is_place(m.entity)) {
        return m.entity;
      }
    }
    return std::nullopt;
  }

  void push_location(std::uint32_t inner, const MentionView& outer) {
    Claim claim =
        view_.claim(QuestionType::name, outer.span, voice_at(view_.analysis(), outer.span));
    claim.topic.subject = view_.key_of(inner);
    claim.topic.place = view_.key_of(outer.entity);
    claim.answer = entity(inner).name + " in " + entity(outer.entity).name;
    out_.push_back(std::move(claim));
  }

  const ArticleView& view_;
  std::vector<Claim>& out_;
  std::map<std::tuple<std::string, std::string, std::string, bool>, std::size_t> claim_of_;
};

}  // namespace

void gather_names(const ArticleView& view, std::vector<Claim>& out) {
  NameGatherer(view, out).gather();
}

}  // namespace parallax
