// Puts a cue, its source and its content together. In this order: a cue between what is said and
// who says it; the dash line; a quotation on the left; "as X said"; what stands on the right; a
// statement on the left.
#include <algorithm>
#include <optional>

#include "parallax/read/attribution/clauses.h"
#include "parallax/read/attribution/contents.h"
#include "parallax/read/attribution/cues.h"
#include "parallax/read/attribution/draft.h"
#include "parallax/read/attribution/passives.h"
#include "parallax/read/attribution/sources.h"

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

class DraftReader {
 public:
  DraftReader(const Frame& frame, Range sentence, std::int32_t previous_quote,
              std::vector<Draft>& drafts)
      : frame_(frame), sentence_(sentence), previous_quote_(previous_quote), drafts_(drafts) {}

  void read(const std::vector<Cue>& cues) {
    last_content_end_ = sentence_.begin;
    set_echoes_aside();
    for (const Cue& cue : cues) {
      read_cue(cue);
    }
    add_echoes();
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
                          ? read_passive(frame_, sentence_, cue, right, drafts_, draft)
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
      if (has_name(frame_, drafts_[i].source.core) || has_title(frame_, drafts_[i].source.core)) {
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
        (cue.takes() & (kTakesQuote | kTakesClause)) == 0 ||
        (cue.tells() && !noun_phrase_before(frame_, sentence_, cue.begin).empty())) {
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
    const bool dialogue = left == WordClass::dash && frame_.at(0) == WordClass::dash;
    if (content.empty() || (!dialogue && content.content.begin < last_content_end_) ||
        (!content.direct && !dialogue && !may_follow_statement(cue, draft.source))) {
      return false;
    }
    draft.content = {content.content};
    if (content.direct) {
      add_piece(second_piece(frame_, sentence_, draft.source.whole.end, true), draft);
    } else if (frame_.at(draft.source.whole.end, sentence_) == WordClass::comma) {
      draft.content = contents_around(frame_, sentence_, {cue.begin, draft.source.whole.end});
    }
    return !draft.content.empty();
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
    return ends && !pronoun && !cue.weak() &&
           (has_name(frame_, source.core) || has_title(frame_, source.core));
  }

  bool read_straight(const Cue& cue, const RightContent& right, Draft& draft) {
    draft.source = subject_of(cue);
    if (draft.source.empty() || is_first_person(frame_, draft.source.core)) {
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
    if (own_subject && is_as(frame_, sentence_, source_begin(draft) - 1)) {
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
    if (left.empty() || (cue.weak() && !ends_in_quote) || cuts_earlier(drafts_, left.content) ||
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

  // "As X said, …" and "…, as X said."
  bool read_as(const Cue& cue, Draft& draft) {
    const std::uint32_t told = past_addressee(cue);
    if ((cue.takes() & kTakesClause) == 0 || !is_closed_at(frame_, sentence_, told)) {
      return false;
    }
    const std::uint32_t as = source_begin(draft) - 1;
    draft.cue.end = cue.verb.end;
    const std::uint32_t end = past_long_circumstance(frame_, sentence_, told);
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
        source_begin(draft) != 1) {
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

  // A form that is also a common other word counts where the source is somebody who can speak and
  // the content is marked.
  bool is_strong(const Cue& cue, const RightContent& right, const Draft& draft) const {
    const Range core = draft.source.core;
    if (core.empty()) {
      return false;
    }
    const bool set_off = frame_.at(cue.begin - 1, sentence_) == WordClass::comma;
    const bool that = frame_.at(right.content.begin) == WordClass::that;
    const WordClass first = frame_.at(core.begin);
    if (that && (cue.use == CueUse::coordinated ||
                 (cue.use == CueUse::finite &&
                  (opens_noun_phrase(first) || first == WordClass::pronoun)))) {
      return true;
    }
    return may_speak(frame_, core) && (right.sure || cue.use != CueUse::participle || set_off);
  }

  const Frame& frame_;
  Range sentence_;
  std::int32_t previous_quote_;
  std::vector<Draft>& drafts_;
  std::vector<Draft> echoes_;
  NounPhrase last_source_;
  std::uint32_t last_content_end_ = 0;
};

}  // namespace

bool cuts_earlier(const std::vector<Draft>& drafts, Range content) {
  return std::ranges::any_of(drafts, [&](const Draft& draft) {
    return std::ranges::any_of(draft.content, [&](Range piece) {
      const bool before = draft.source.empty() || draft.source.whole.begin < content.begin;
      return piece.end > content.begin && (before || piece.end > content.end);
    });
  });
}

void find_cue_drafts(const Frame& frame, Range sentence, std::int32_t previous_quote,
                     std::vector<Cue>& cues, std::vector<Draft>& drafts) {
  find_cues(frame, sentence, cues);
  DraftReader(frame, sentence, previous_quote, drafts).read(cues);
}

}  // namespace parallax
