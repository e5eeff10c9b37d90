#include "parallax/read/attribution/passives.h"

#include <algorithm>

#include "parallax/read/attribution/clauses.h"
#include "parallax/read/attribution/sources.h"

namespace parallax {
namespace {

class PassiveReader {
 public:
  PassiveReader(const Frame& frame, Range sentence, const Cue& cue,
                const std::vector<Draft>& drafts)
      : frame_(frame), sentence_(sentence), cue_(cue), drafts_(drafts) {}

  bool read(const RightContent& right, Draft& draft) const {
    const bool own = cue_.modal && draft.stance == Stance::say;  // "it should be noted that"
    if (!cue_.negated && !own && is_as(frame_, sentence_, cue_.begin - 1)) {
      return read_as(draft);
    }
    if (right.empty() && cue_.tells() && !cue_.negated) {
      return read_told(draft);
    }
    if (right.empty() && !own) {
      return read_object(draft);
    }
    if (right.empty() || !right.sure || own || draft.stance == Stance::decree ||
        draft.stance == Stance::decline) {
      return false;
    }
    draft.cue.end = right.cue_end;
    Range content = right.content;
    if (frame_.at(cue_.verb.end, sentence_) == WordClass::preposition &&
        frame_.has_role(cue_.verb.end, kRoleAgent)) {  // "was stated by Tarn that"
      draft.source = noun_phrase_at(frame_, {sentence_.begin, content.begin}, cue_.verb.end + 1);
    } else if (frame_.at(cue_.verb.end, sentence_) == WordClass::preposition &&
               frame_.at(content.begin) == WordClass::that) {  // "is alleged in the letter that"
      const NounPhrase where =
          noun_phrase_at(frame_, {sentence_.begin, content.begin}, cue_.verb.end + 1);
      draft.source = has_source_noun(frame_, where.core) ? where : draft.source;
    }
    for (std::uint32_t i = content.begin; i + 1 < content.end; ++i) {
      if (frame_.at(i) == WordClass::preposition && frame_.has_role(i, kRoleAgent) &&
          i > content.begin) {
        const NounPhrase agent = noun_phrase_at(frame_, sentence_, i + 1);
        if (!agent.empty() && has_name(frame_, agent.core)) {
          draft.source = agent;
          content.end = i;
          break;
        }
      }
    }
    draft.content = {content};
    if (frame_.at(content.begin) == WordClass::to) {  // "the fort is believed to have been built"
      const Range subject = noun_phrase_before(frame_, sentence_, cue_.begin).core;
      if (!subject.empty()) {
        draft.content.insert(draft.content.begin(), subject);
      }
    }
    return true;
  }

 private:
  // "The road is closed, the agency was told by X."
  bool read_told(Draft& draft) const {
    const Range told = noun_phrase_before(frame_, sentence_, cue_.begin).core;
    const std::uint32_t by = cue_.verb.end;
    if (told.empty() || frame_.at(by, sentence_) != WordClass::preposition ||
        !frame_.has_role(by, kRoleAgent)) {
      return false;
    }
    draft.source = noun_phrase_at(frame_, sentence_, by + 1);
    const LeftContent left = content_before(frame_, sentence_, told.begin);
    if (draft.source.empty() || left.empty() || cuts_earlier(drafts_, left.content)) {
      return false;
    }
    draft.content = {left.content};
    return true;
  }

  // "The news was not confirmed by X."
  bool read_object(Draft& draft) const {
    const std::uint32_t by = cue_.verb.end;
    const Range told_of = noun_phrase_before(frame_, sentence_, cue_.begin).core;
    if (told_of.empty() || cue_.weak() || (cue_.takes() & kTakesObject) == 0 ||
        frame_.at(by, sentence_) != WordClass::preposition || !frame_.has_role(by, kRoleAgent)) {
      return false;
    }
    draft.source = noun_phrase_at(frame_, sentence_, by + 1);
    const std::uint32_t end = draft.source.whole.end;
    const bool closed = is_closed_at(frame_, sentence_, end) &&
                        !frame_.has_role(std::min(end, sentence_.end - 1), kTakesAs);
    if (draft.source.empty() || !closed || !may_speak(frame_, draft.source.core)) {
      return false;
    }
    draft.content = {told_of};
    return true;
  }

  // "As was explained by X, …", "…, as was reported earlier."
  bool read_as(Draft& draft) const {
    std::uint32_t end = cue_.verb.end;
    if (frame_.at(end, sentence_) == WordClass::preposition && frame_.has_role(end, kRoleAgent)) {
      draft.source = noun_phrase_at(frame_, sentence_, end + 1);
      end = draft.source.empty() ? end : draft.source.whole.end;
    }
    end = past_long_circumstance(frame_, sentence_, end);
    draft.cue.end = cue_.verb.end;
    draft.content = contents_around(frame_, sentence_, {cue_.begin - 1, end});
    const bool told = !draft.source.empty() || draft.stance != Stance::believe;  // "as is known"
    return told && !draft.content.empty() && is_closed_at(frame_, sentence_, end);
  }

  const Frame& frame_;
  Range sentence_;
  const Cue& cue_;
  const std::vector<Draft>& drafts_;
};

}  // namespace

bool read_passive(const Frame& frame, Range sentence, const Cue& cue, const RightContent& right,
                  const std::vector<Draft>& drafts, Draft& draft) {
  return PassiveReader(frame, sentence, cue, drafts).read(right, draft);
}

}  // namespace parallax
