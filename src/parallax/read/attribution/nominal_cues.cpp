// Nouns that report: "Tarn's claim that …", "the warning of the hydrologists that …", "the view of
// the guild is that …". Only where the content is marked.
#include <algorithm>

#include "parallax/read/attribution/clauses.h"
#include "parallax/read/attribution/draft.h"
#include "parallax/read/attribution/sources.h"

namespace parallax {
namespace {

class NominalReader {
 public:
  NominalReader(const Frame& frame, Range sentence) : frame_(frame), sentence_(sentence) {}

  /// What the noun at `item` reports; without content where it reports nothing.
  Draft read(std::uint32_t item, Stance stance) const {
    Draft draft{.source = {}, .cue = {item, item + 1}, .content = {}, .stance = stance};
    std::uint32_t end = item + 1;
    const WordClass left = frame_.at(item - 1, sentence_);
    if (left == WordClass::genitive) {
      draft.source = noun_phrase_before(frame_, sentence_, item - 1);
    } else if (left == WordClass::possessive) {
      draft.source = {{item - 1, item}, {item - 1, item}};
    } else if (const std::uint32_t by = past_participle(end);
               frame_.at(by, sentence_) == WordClass::preposition &&
               frame_.has_role(by, by > end ? kRoleAgent : kRoleAgent | std::uint16_t{kTakesOf})) {
      draft.source = noun_phrase_at(frame_, sentence_, by + 1);
      end = draft.source.whole.end;
    }
    if (draft.source.empty() || is_first_person(frame_, draft.source.core)) {
      return draft;
    }
    end += frame_.at(end, sentence_) == WordClass::comma ? 1U : 0U;
    end += frame_.at(end, sentence_) == WordClass::be ? 1U : 0U;
    const bool that = frame_.at(end, sentence_) == WordClass::that;
    const bool to = frame_.at(end, sentence_) == WordClass::to &&
                    frame_.at(end + 1, sentence_) == WordClass::word;
    if (that || to) {
      draft.content = {{end, inner_clause_end(frame_, sentence_, end, item)}};
    }
    return draft;
  }

 private:
  // "the assurance | given | by Tarn"
  std::uint32_t past_participle(std::uint32_t item) const {
    return frame_.at(item, sentence_) == WordClass::word ? item + 1 : item;
  }

  const Frame& frame_;
  Range sentence_;
};

}  // namespace

void find_nominal_drafts(const Frame& frame, Range sentence, std::vector<Draft>& out) {
  const NominalReader reader(frame, sentence);
  for (std::uint32_t i = sentence.begin + 1; i < sentence.end; ++i) {
    if (frame.at(i) != WordClass::word) {
      continue;
    }
    const Stance* stance = frame.words.lexicon.cue_nouns.find(frame.lower(i));
    if (stance == nullptr) {
      continue;
    }
    if (Draft draft = reader.read(i, *stance); !draft.content.empty()) {
      out.push_back(std::move(draft));
    }
  }
}

}  // namespace parallax
