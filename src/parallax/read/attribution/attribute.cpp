// Puts cue, source and content together, one sentence of a frame after the other.
#include "parallax/read/attribution/attribute.h"

#include <algorithm>
#include <optional>

#include "parallax/read/attribution/clauses.h"
#include "parallax/read/attribution/contents.h"
#include "parallax/read/attribution/cues.h"
#include "parallax/read/attribution/draft.h"

namespace parallax {
namespace {

using Form = AttributionLexicon::VerbForm;

// "did not say that" reports no assertion; "does not believe that" denies it; "did not rule out" is
// left to the verb's own row.
std::optional<Stance> stance_of(const Cue& cue) {
  const Stance stance = cue.lexeme->stance;
  if (!cue.negated) {
    return stance;
  }
  switch (stance) {
    case Stance::believe:
      return Stance::deny;
    case Stance::intend:
    case Stance::ask:
      return Stance::decline;
    case Stance::admit:
      return Stance::deny;
    default:
      return std::nullopt;
  }
}

class SentenceReader {
 public:
  SentenceReader(const Frame& frame, std::int32_t previous_quote, Findings& findings)
      : frame_(frame), previous_quote_(previous_quote), findings_(findings) {}

  void read(Range sentence) {
    sentence_ = sentence;
    last_source_ = {};
    last_content_end_ = sentence.begin;
    drafts_.clear();
    find_cues(frame_, sentence, cues_);
    find_phrase_drafts(frame_, sentence, drafts_);
    set_echoes_aside();
    for (const Cue& cue : cues_) {
      read_cue(cue);
    }
    add_echoes();
    if (drafts_.empty()) {
      find_colon_drafts(frame_, sentence, drafts_);
    }
    std::int32_t direct = is_quote_alone() ? previous_direct_ : kNobody;
    if (drafts_.empty() && direct != kNobody) {
      go_on(direct);
    }
    const auto first = static_cast<std::int32_t>(findings_.attributions.size());
    for (const Draft& draft : drafts_) {
      keep(draft, first);
    }
    if (!drafts_.empty()) {
      direct = last_speech(first);
    }
    previous_direct_ = direct;
    findings_.last_speech = direct;
  }

 private:
  void read_cue(const Cue& cue) {
    const std::optional<Stance> stance = stance_of(cue);
    if (!stance || is_echo(cue.verb.begin)) {
      return;
    }
    Draft draft{.source = {}, .cue = {cue.begin, cue.verb.end}, .content = {}, .stance = *stance};
    const RightContent right = content_after(frame_, sentence_, cue);
    const bool made = cue.use == CueUse::passive
                          ? read_passive(cue, right, draft)
                          : read_inverted(cue, draft) || read_straight(cue, right, draft);
    if (made) {
      last_source_ = draft.source.empty() ? last_source_ : draft.source;
      for (const Range content : draft.content) {
        last_content_end_ = std::max(last_content_end_, content.end);
      }
      drafts_.push_back(std::move(draft));
    }
  }

  // "X said …, citing Y": Y is the source of what X said. Only for who can be a source; "citing
  // fears" is a statement of X's.
  void set_echoes_aside() {
    echoes_.clear();
    for (std::size_t i = 0; i < drafts_.size();) {
      const auto* verb = frame_.verb(drafts_[i].cue.begin, sentence_);
      if (verb == nullptr || verb->form != Form::ing) {
        ++i;
        continue;
      }
      if (has_name(drafts_[i].source.core) || has_title(drafts_[i].source.core)) {
        echoes_.push_back(drafts_[i]);
      }
      drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  bool is_echo(std::uint32_t item) const {
    return std::ranges::any_of(echoes_, [item](const Draft& d) { return d.cue.begin == item; });
  }

  void add_echoes() {
    const std::size_t own = drafts_.size();
    for (Draft& echo : echoes_) {
      for (std::size_t i = own; i > 0; --i) {
        if (drafts_[i - 1].cue.begin < echo.cue.begin) {
          echo.content = drafts_[i - 1].content;
          echo.spoken = drafts_[i - 1].spoken;
          echo.parent = static_cast<std::int32_t>(i - 1);
          drafts_.push_back(std::move(echo));
          break;
        }
      }
    }
  }

  // "…, said X": the cue stands between what is said and who says it.
  bool read_inverted(const Cue& cue, Draft& draft) {
    if (cue.use != CueUse::finite || cue.begin != cue.verb.begin || cue.negated ||
        (cue.lexeme->form != Form::past && cue.lexeme->form != Form::third_person) ||
        (cue.takes() & (kTakesQuote | kTakesClause)) == 0) {
      return false;
    }
    const WordClass left = frame_.at(cue.begin - 1, sentence_);
    const bool after_quote = left == WordClass::quote || left == WordClass::comma ||
                             left == WordClass::dash ||
                             (cue.begin == sentence_.begin && cue.begin > 0 &&
                              frame_.at(cue.begin - 1) == WordClass::quote);
    const WordClass right = frame_.at(cue.verb.end, sentence_);
    const bool phrase = is_nominal(right) || opens_noun_phrase(right) ||
                        right == WordClass::subject_pronoun || right == WordClass::pronoun;
    if (!after_quote || !phrase) {
      return false;
    }
    draft.source = noun_phrase_at(frame_, sentence_, cue.verb.end);
    if (draft.source.empty() || !is_closed_at(frame_, sentence_, draft.source.core.end)) {
      return false;
    }
    const LeftContent content = content_before(frame_, sentence_, cue.begin);
    if (content.empty() || content.content.begin < last_content_end_ ||
        (!content.direct && !may_follow_statement(cue, draft.source))) {
      return false;
    }
    draft.content = {content.content};
    if (content.direct) {
      add_piece(second_piece(frame_, sentence_, draft.source.whole.end, true), draft);
    }
    return true;
  }

  // "The talks failed, said Tarn." against "Tarn, the envoy, said talks had failed.": somebody must
  // be named and the sentence end.
  bool may_follow_statement(const Cue& cue, const NounPhrase& source) const {
    const std::uint32_t behind = past_circumstance(frame_, sentence_, source.whole.end);
    const WordClass word = frame_.at(behind, sentence_);
    const bool ends = behind >= sentence_.end || word == WordClass::comma ||
                      word == WordClass::stop || word == WordClass::mark ||
                      word == WordClass::relative;
    const bool pronoun = frame_.at(source.core.begin) == WordClass::subject_pronoun ||
                         frame_.at(source.core.begin) == WordClass::pronoun;
    return ends && !pronoun && !cue.weak() && (has_name(source.core) || has_title(source.core));
  }

  bool read_straight(const Cue& cue, const RightContent& right, Draft& draft) {
    draft.source = subject_of(cue);
    if (draft.source.empty() || is_first_person(draft.source.core)) {
      return false;
    }
    const bool own_subject = cue.use == CueUse::finite && !draft.source.empty();
    const LeftContent left =
        own_subject ? content_before(frame_, sentence_, source_begin(draft)) : LeftContent{};
    draft.cue.end = right.empty() ? cue.verb.end : right.cue_end;
    const std::uint32_t told = past_addressee(cue);
    if (own_subject && read_dash_line(cue, draft)) {
      return true;
    }
    if (left.direct && !(right.sure && !right.direct) && takes_quote(cue) &&
        (right.empty() || !right.direct || quote_is_left(left))) {
      draft.content = {left.content};
      draft.cue.end = cue.verb.end;
      add_piece(second_piece(frame_, sentence_, told, true), draft);
      return true;
    }
    if (own_subject && is_as(source_begin(draft) - 1)) {
      return read_as(cue, draft);
    }
    if (!right.empty()) {
      if (cue.weak() && !right.direct && !is_strong(cue, right, draft)) {
        return false;
      }
      draft.content = {right.content};
      return true;
    }
    const bool ends_in_quote = !left.empty() && is_speech(frame_, left.content.end - 1);
    if (left.empty() || (cue.weak() && !ends_in_quote) || left.content.begin < last_content_end_ ||
        (cue.takes() & (ends_in_quote ? kTakesClause | kTakesQuote : kTakesClause)) == 0 ||
        !is_closed_at(frame_, sentence_, told)) {
      return wait_for_quote(cue, draft);
    }
    draft.content = {left.content};
    draft.cue.end = cue.verb.end;
    add_piece(second_piece(frame_, sentence_, told, ends_in_quote), draft);
    return true;
  }

  // Behind "told Tarn": who is told is no content.
  std::uint32_t past_addressee(const Cue& cue) const {
    if (!cue.tells()) {
      return cue.verb.end;
    }
    const Range addressee = noun_phrase_at(frame_, sentence_, cue.verb.end).core;
    return addressee.empty() ? cue.verb.end : addressee.end;
  }

  static bool takes_quote(const Cue& cue) {
    return (cue.takes() & (kTakesQuote | kTakesClause)) != 0;
  }

  // In "“A,” X said, “B”" both are X's; in "“A.” X said: “B”" only the second, unless A has nobody
  // else.
  bool quote_is_left(const LeftContent& left) const {
    const std::uint32_t item = left.content.begin;
    return item >= sentence_.begin;
  }

  std::uint32_t source_begin(const Draft& draft) const { return draft.source.whole.begin; }

  bool is_as(std::uint32_t item) const {
    return item >= sentence_.begin && item < sentence_.end &&
           frame_.at(item) == WordClass::subordinator && frame_.has_role(item, kTakesAs);
  }

  // "As X said, …" and "…, as X said."
  bool read_as(const Cue& cue, Draft& draft) {
    if ((cue.takes() & kTakesClause) == 0 || !is_closed_at(frame_, sentence_, cue.verb.end)) {
      return false;
    }
    const std::uint32_t as = source_begin(draft) - 1;
    draft.cue.end = cue.verb.end;
    const std::uint32_t end = past_long_circumstance(frame_, sentence_, cue.verb.end);
    if (frame_.at(end, sentence_) == WordClass::comma && end + 1 < sentence_.end &&
        frame_.at(end + 1) == WordClass::quote) {
      draft.content = {{end + 1, end + 2}};  // "as they say, “we never left,” …"
      return true;
    }
    draft.content = contents_around(frame_, sentence_, {as, end});
    return !draft.content.empty();
  }

  static void add_piece(Range piece, Draft& draft) {
    if (!piece.empty()) {
      draft.content.push_back(piece);
    }
  }

  // "— X explained why": the line behind a paragraph that is one quotation.
  bool read_dash_line(const Cue& cue, Draft& draft) {
    if (previous_quote_ < 0 || sentence_.begin != 0 || frame_.at(0) != WordClass::dash ||
        source_begin(draft) != 1 || owner(previous_quote_) != kNobody) {
      return false;
    }
    draft.cue.end = cue.verb.end;
    draft.spoken = previous_quote_;
    return true;
  }

  // "X said:" at the end of its paragraph.
  bool wait_for_quote(const Cue& cue, Draft& draft) {
    const bool colon_ends = sentence_.end == frame_.items.size() && sentence_.end > 0 &&
                            frame_.at(sentence_.end - 1) == WordClass::colon && takes_quote(cue) &&
                            sentence_.end < cue.verb.end + 12;
    if (!colon_ends || draft.source.empty()) {
      return false;
    }
    draft.awaits_quote = true;
    return true;
  }

  // "was accused of theft by X", "is said to".
  bool read_passive(const Cue& cue, const RightContent& right, Draft& draft) {
    const bool own = cue.modal && draft.stance == Stance::say;  // "it should be noted that"
    if (right.empty() || !right.sure || cue.negated || own || draft.stance == Stance::decree ||
        draft.stance == Stance::decline) {
      return false;
    }
    draft.cue.end = right.cue_end;
    Range content = right.content;
    for (std::uint32_t i = content.begin; i + 1 < content.end; ++i) {
      if (frame_.at(i) == WordClass::preposition && frame_.has_role(i, kRoleAgent) &&
          i > content.begin) {
        const NounPhrase agent = noun_phrase_at(frame_, sentence_, i + 1);
        if (!agent.empty() && has_name(agent.core)) {
          draft.source = agent;
          content.end = i;
          break;
        }
      }
    }
    draft.content = {content};
    return true;
  }

  NounPhrase subject_of(const Cue& cue) {
    if (cue.use == CueUse::finite) {
      return noun_phrase_before(frame_, sentence_, cue.begin);
    }
    const WordClass left = frame_.at(cue.begin - 1, sentence_);
    if (cue.use == CueUse::participle && (is_nominal(left) || left == WordClass::object_pronoun)) {
      if (left == WordClass::object_pronoun) {
        return {{cue.begin - 1, cue.begin}, {cue.begin - 1, cue.begin}};
      }
      return noun_phrase_before(frame_, sentence_, cue.begin);
    }
    if (!last_source_.empty()) {
      return last_source_;
    }
    return governing_subject(frame_, sentence_, cue.begin);
  }

  bool has_name(Range range) const {
    return std::any_of(frame_.items.begin() + range.begin, frame_.items.begin() + range.end,
                       [](const Item& item) { return item.word == WordClass::name; });
  }

  bool has_title(Range range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (frame_.items[i].quote < 0 &&
          frame_.words.lexicon.titles.match(frame_.words.reading.lower,
                                            frame_.words.reading.analysis.tokens,
                                            frame_.items[i].tokens.begin)) {
        return true;
      }
    }
    return false;
  }

  bool has_source_noun(Range range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (frame_.at(i) == WordClass::word &&
          frame_.words.lexicon.source_nouns.contains(frame_.lower(i))) {
        return true;
      }
    }
    return false;
  }

  // "I think": no other voice than the one that speaks anyway.
  bool is_first_person(Range core) const {
    return core.size() == 1 && frame_.words.lexicon.first_person.contains(frame_.lower(core.begin));
  }

  // A form that is also a common other word counts where the source is somebody who can speak and
  // the content is marked.
  bool is_strong(const Cue& cue, const RightContent& right, const Draft& draft) const {
    const Range core = draft.source.core;
    if (core.empty()) {
      return false;
    }
    const bool person = frame_.at(core.begin) == WordClass::subject_pronoun ||
                        frame_.at(core.begin) == WordClass::relative || has_name(core) ||
                        has_title(core) || has_source_noun(core);
    const bool set_off = frame_.at(cue.begin - 1, sentence_) == WordClass::comma;
    return person && (right.sure || cue.use != CueUse::participle || set_off);
  }

  // "“A,” X said. “B.”": a sentence that is one quotation goes on from the sentence before.
  void go_on(std::int32_t attribution) {
    const std::uint32_t item = sentence_.begin;
    if (owner(frame_.items[item].quote) != kNobody) {
      return;
    }
    own(frame_.items[item].quote, attribution);
    findings_.attributions[static_cast<std::size_t>(attribution)].content.push_back(
        frame_.span({item, item + 1}));
  }

  bool is_quote_alone() const {
    return !sentence_.empty() && is_speech(frame_, sentence_.begin) &&
           without_stop(sentence_) == sentence_.begin + 1;
  }

  std::uint32_t without_stop(Range range) const {
    while (!range.empty() && frame_.at(range.end - 1) == WordClass::stop) {
      --range.end;
    }
    return range.end;
  }

  std::int32_t owner(std::int32_t quote) const {
    return findings_.quote_owner[static_cast<std::size_t>(quote)];
  }
  void own(std::int32_t quote, std::int32_t attribution) {
    findings_.quote_owner[static_cast<std::size_t>(quote)] = attribution;
  }

  // "Tarn, who said": the words that name the speaker stand before the relative.
  Range named_subject(Range core) const {
    if (core.size() != 1 || frame_.at(core.begin) != WordClass::relative) {
      return core;
    }
    std::uint32_t end = core.begin;
    if (end > sentence_.begin && frame_.at(end - 1) == WordClass::comma) {
      --end;
    }
    Range named = noun_phrase_before(frame_, sentence_, end).core;
    for (std::uint32_t i = named.begin; i < named.end; ++i) {
      if (frame_.at(i) == WordClass::preposition && frame_.has_role(i, kRoleAgent)) {
        named.begin = i + 1;  // "was led by Tarn, who said"
      }
    }
    return named.empty() ? core : named;
  }

  // The attribution of this sentence that a quotation behind it goes on: the one that quotes, else
  // one of words and not of thoughts.
  std::int32_t last_speech(std::int32_t first) const {
    const auto count = static_cast<std::int32_t>(findings_.attributions.size());
    std::int32_t speech = kNobody;
    for (std::int32_t i = count; i > first; --i) {
      if (findings_.quotes[static_cast<std::size_t>(i - 1)]) {
        return i - 1;
      }
      const Stance stance = findings_.attributions[static_cast<std::size_t>(i - 1)].stance;
      if (stance == Stance::say || stance == Stance::admit || stance == Stance::deny) {
        speech = i - 1;
      }
    }
    return speech;
  }

  // Turns items into bytes.
  void keep(const Draft& draft, std::int32_t first) {
    const auto number = static_cast<std::int32_t>(findings_.attributions.size());
    Attribution made;
    made.stance = draft.stance;
    if (!draft.source.empty()) {
      made.source.push_back(frame_.span(draft.source.whole));
    }
    made.cue.push_back(frame_.span(draft.cue));
    bool quotes = draft.spoken >= 0;
    for (const Range piece : draft.content) {
      made.content.push_back(frame_.span(piece));
      const std::int32_t quote = frame_.items[piece.begin].quote;
      if (piece.size() == 1 && quote >= 0 && draft.parent < 0 && owner(quote) == kNobody) {
        own(quote, number);
        quotes = true;
      }
    }
    if (draft.spoken >= 0) {
      made.content.push_back(frame_.words.quotes[static_cast<std::size_t>(draft.spoken)].span);
      if (draft.parent < 0) {
        own(draft.spoken, number);
      }
    }
    if (draft.awaits_quote) {
      findings_.awaits_quote = number;
    }
    findings_.subjects.push_back(frame_.span(named_subject(draft.source.core)));
    findings_.quotes.push_back(quotes);
    findings_.parents.push_back(draft.parent < 0 ? kNobody : first + draft.parent);
    findings_.attributions.push_back(std::move(made));
  }

  const Frame& frame_;
  std::int32_t previous_quote_;
  Findings& findings_;
  Range sentence_;
  std::vector<Cue> cues_;
  std::vector<Draft> drafts_;
  std::vector<Draft> echoes_;
  NounPhrase last_source_;
  std::uint32_t last_content_end_ = 0;
  std::int32_t previous_direct_ = kNobody;
};

}  // namespace

void attribute(const Frame& frame, std::int32_t previous_quote, Findings& findings) {
  SentenceReader reader(frame, previous_quote, findings);
  for (std::size_t i = 0; i + 1 < frame.starts.size(); ++i) {
    reader.read({frame.starts[i], frame.starts[i + 1]});
  }
}

}  // namespace parallax
