#include "parallax/read/attribution/attribute.h"

#include "parallax/read/attribution/cues.h"
#include "parallax/read/attribution/draft.h"
#include "parallax/read/attribution/sources.h"

namespace parallax {
namespace {

/// Reads one sentence of a frame after the other and keeps what it finds.
class SentenceReader {
 public:
  SentenceReader(const Frame& frame, std::int32_t previous_quote, Findings& findings)
      : frame_(frame), previous_quote_(previous_quote), findings_(findings) {}

  void read(Range sentence) {
    sentence_ = sentence;
    drafts_.clear();
    find_colon_drafts(frame_, sentence, drafts_);
    const bool named = !drafts_.empty();
    if (named) {
      sentence.begin = drafts_.front().content.front().begin;
    }
    find_phrase_drafts(frame_, sentence, drafts_);
    const bool free = previous_quote_ >= 0 && owner(previous_quote_) == kNobody;
    find_cue_drafts(frame_, sentence, free ? previous_quote_ : -1, cues_, drafts_);
    find_nominal_drafts(frame_, sentence, drafts_);
    std::int32_t speech = is_quote_alone() ? previous_speech_ : kNobody;
    if (drafts_.empty() && speech != kNobody) {
      go_on(speech);
    }
    const auto first = static_cast<std::int32_t>(findings_.attributions.size());
    for (const Draft& draft : drafts_) {
      keep(draft, first);
    }
    if (!drafts_.empty()) {
      speech = last_speech(first);
    }
    previous_speech_ = speech;
    findings_.last_speech = speech;
  }

 private:
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
    findings_.subjects.push_back(frame_.span(named_subject(frame_, sentence_, draft.source.core)));
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
  std::int32_t previous_speech_ = kNobody;
};

}  // namespace

void attribute(const Frame& frame, std::int32_t previous_quote, Findings& findings) {
  SentenceReader reader(frame, previous_quote, findings);
  for (std::size_t i = 0; i + 1 < frame.starts.size(); ++i) {
    reader.read({frame.starts[i], frame.starts[i + 1]});
  }
}

}  // namespace parallax
