#include "parallax/compare/copies/align.h"

#include <algorithm>

#include "parallax/compare/copies/cover.h"

namespace parallax {
namespace {

/// A sentence stands in the other text when so much of it is covered.
constexpr double kSentenceShare = 0.5;
/// Texts are copies when so much of the shorter stands in the longer.
constexpr double kCopyShare = 0.42;
constexpr std::size_t kFewestWords = 20;
/// Where so little is left without quotations and furniture it cannot say anything.
constexpr std::size_t kTooFewToTell = 10;
constexpr double kMostlyQuoted = 0.8;
constexpr double kWholeShare = 0.9;
/// Two articles with so much of their own do not become copies by the lines around them: lines that
/// one outlet sets around all it prints are furniture; what different outlets print may be an
/// agency's.
constexpr double kOwnShare = 0.2;
constexpr double kOwnShareInOutlet = 0.08;
constexpr std::uint32_t kLongRun = 40;
/// The shorter stands in the longer, of which there is a good part more.
constexpr double kInsideShare = 0.8;

using Sentence = CopyText::Sentence;

/// One text as seen from the other.
struct Side {
  const CopyText& text;
  const CopyText& other;
  Cover cover;
  std::vector<bool> stands;  ///< by sentence: it stands in the other text
};

Side side_of(const CopyText& text, const CopyText& other) {
  Side side{text, other, cover(text.words, other.words), {}};
  for (const Sentence& sentence : text.sentences) {
    std::uint32_t covered = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      covered += side.cover[i] == kNotCovered ? 0 : 1;
    }
    side.stands.push_back(covered >= kSentenceShare * (sentence.last - sentence.first));
  }
  return side;
}

Containment containment_of(const Side& side) {
  Containment all{.shared = 0, .words = static_cast<std::uint32_t>(side.text.words.size())};
  for (std::size_t s = 0; s < side.stands.size(); ++s) {
    const Sentence& sentence = side.text.sentences[s];
    for (std::uint32_t i = sentence.first; side.stands[s] && i < sentence.last; ++i) {
      all.shared += side.cover[i] == kNotCovered ? 0 : 1;
    }
  }
  return all;
}

bool both_quote(const Side& side, std::uint32_t word) {
  const std::uint32_t there = side.cover[word];
  return there != kNotCovered && side.text.quoted[word] && side.other.quoted[there];
}

/// The same without what both quote, and without furniture where `skip_furniture`.
Containment telling_of(const Side& side, bool skip_furniture) {
  Containment telling;
  for (std::size_t s = 0; s < side.stands.size(); ++s) {
    const Sentence& sentence = side.text.sentences[s];
    if (skip_furniture && sentence.furniture) {
      continue;
    }
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!both_quote(side, i)) {
        ++telling.words;
        telling.shared += side.stands[s] && side.cover[i] != kNotCovered ? 1 : 0;
      }
    }
  }
  return telling;
}

/// Whether nearly all that is shared is quoted here, and not there.
bool quotes_the_other(const Side& side) {
  std::uint32_t shared = 0;
  std::uint32_t quoted = 0;
  for (std::uint32_t i = 0; i < side.cover.size(); ++i) {
    if (side.cover[i] != kNotCovered && !both_quote(side, i)) {
      ++shared;
      quoted += side.text.quoted[i] ? 1 : 0;
    }
  }
  return quoted >= kMostlyQuoted * shared && containment_of(side).share() < kWholeShare;
}

/// The longest run of words that follow each other in both texts.
std::uint32_t longest_run(const Side& side, bool skip_furniture) {
  std::uint32_t longest = 0;
  std::uint32_t run = 0;
  for (const Sentence& sentence : side.text.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const bool counts = side.cover[i] != kNotCovered && !both_quote(side, i) &&
                          !(skip_furniture && sentence.furniture);
      const bool follows = run > 0 && side.cover[i] == side.cover[i - 1] + 1;
      run = !counts ? 0 : follows ? run + 1 : 1;
      longest = std::max(longest, run);
    }
  }
  return longest;
}

/// The sentence of the other text in which most of a sentence's words stand.
std::uint32_t partner_of(const Side& side, const Sentence& sentence) {
  std::uint32_t best = 0;
  std::size_t most = 0;
  std::uint32_t here = 0;
  std::size_t count = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const std::uint32_t there = side.cover[i];
    if (there == kNotCovered) {
      continue;
    }
    const auto after = std::ranges::upper_bound(side.other.sentences, there, {}, &Sentence::first);
    const auto number = static_cast<std::uint32_t>(after - side.other.sentences.begin() - 1);
    count = number == here ? count + 1 : 1;
    here = number;
    if (count > most) {
      most = count;
      best = number;
    }
  }
  return best;
}

bool same_words(const CopyText& a, const Sentence& in_a, const CopyText& b, const Sentence& in_b) {
  return std::equal(a.words.begin() + in_a.first, a.words.begin() + in_a.last,
                    b.words.begin() + in_b.first, b.words.begin() + in_b.last);
}

/// Neighbours in both texts become one span.
void add_shared(std::vector<SharedSpan>& shared, const SharedSpan& next, bool follows) {
  if (follows && shared.back().altered == next.altered) {
    shared.back().first.end = next.first.end;
    shared.back().second.end = std::max(shared.back().second.end, next.second.end);
  } else {
    shared.push_back(next);
  }
}

std::vector<SharedSpan> shared_spans(const Side& side) {
  std::vector<SharedSpan> shared;
  bool joins = false;
  std::uint32_t last_partner = 0;
  for (std::size_t s = 0; s < side.stands.size(); ++s) {
    if (!side.stands[s]) {
      joins = false;
      continue;
    }
    const Sentence& sentence = side.text.sentences[s];
    const std::uint32_t partner = partner_of(side, sentence);
    const Sentence& there = side.other.sentences[partner];
    const bool altered = !same_words(side.text, sentence, side.other, there);
    const bool follows = joins && (partner == last_partner || partner == last_partner + 1);
    add_shared(shared, {sentence.span, there.span, altered}, follows);
    joins = true;
    last_partner = partner;
  }
  return shared;
}

std::vector<Span> spans_alone(const Side& side) {
  std::vector<Span> alone;
  for (std::size_t s = 0; s < side.stands.size(); ++s) {
    if (!side.stands[s]) {
      alone.push_back(side.text.sentences[s].span);
    }
  }
  return alone;
}

/// Whether furniture is to be left out of account.
bool has_furniture_around(const CopyText& a, const CopyText& b) {
  const bool unknown = a.publisher.empty() || b.publisher.empty();
  const double least = unknown ? kOwnShare : a.publisher == b.publisher ? kOwnShareInOutlet : 1.0;
  return std::min(a.own, b.own) >= least;
}

bool are_copies(const Side& a, const Side& b, bool skip_furniture) {
  const Containment in_a = telling_of(a, skip_furniture);
  const Containment in_b = telling_of(b, skip_furniture);
  const Containment shorter = {.shared = std::min(in_a.shared, in_b.shared),
                               .words = std::min(in_a.words, in_b.words)};
  if (shorter.words < kTooFewToTell) {
    return containment_of(a).share() >= kWholeShare && containment_of(b).share() >= kWholeShare;
  }
  return shorter.shared >= kFewestWords && shorter.share() >= kCopyShare;
}

CopyKind kind_of_copies(const CopyText& first, const CopyText& second, const Alignment& laid) {
  if (first.words == second.words) {
    return CopyKind::identical;
  }
  const double less = std::min(laid.first.share(), laid.second.share());
  const double more = std::max(laid.first.share(), laid.second.share());
  const bool one_adds = laid.only_first.empty() != laid.only_second.empty();
  const bool is_inside = one_adds || (more >= kInsideShare && less < kInsideShare);
  return is_inside ? CopyKind::abridged : CopyKind::syndicated;
}

}  // namespace

Likeness compare_texts(const CopyText& first, const CopyText& second) {
  const Side a = side_of(first, second);
  const Side b = side_of(second, first);
  Likeness found;
  found.alignment = {.first = containment_of(a),
                     .second = containment_of(b),
                     .shared = shared_spans(a),
                     .only_first = spans_alone(a),
                     .only_second = spans_alone(b)};
  const bool skip_furniture = has_furniture_around(first, second);
  const bool identical = !first.words.empty() && first.words == second.words;
  const bool with_furniture = are_copies(a, b, false);
  const bool without = skip_furniture ? are_copies(a, b, true) : with_furniture;
  const bool quotes = quotes_the_other(a) || quotes_the_other(b);
  if (identical || (with_furniture && without && !quotes)) {
    found.kind = kind_of_copies(first, second, found.alignment);
  } else if (std::max(longest_run(a, skip_furniture), longest_run(b, skip_furniture)) >= kLongRun) {
    found.kind = CopyKind::quoting;
    found.alignment.only_first.clear();
    found.alignment.only_second.clear();
  } else {
    found.furniture_alone = with_furniture && !without;
  }
  return found;
}

}  // namespace parallax
