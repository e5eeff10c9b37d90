#include <algorithm>
#include <utility>

#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

constexpr TaggedWord kNothing;

}  // namespace

/// Where a word stands to the cue.
struct RoleFeatures::Place {
  std::uint64_t side = 0;      ///< 0 before, 1 in, 2 behind the cue
  std::uint32_t distance = 0;  ///< words from the cue's border
  std::uint64_t tree = 0;      ///< branch, or how many sentences away
  std::uint64_t edge = 0;      ///< first or last word of its head's branch
  std::uint64_t quote = 0;
  std::uint64_t commas = 0;  ///< between the cue and the word
  std::uint64_t cues = 0;    ///< other cues between
  std::uint64_t rule = 0;    ///< what the rules take it for
};

RoleFeatures::RoleFeatures(const TaggedWords& words, std::vector<Range> cues)
    : all_(words),
      cues_(std::move(cues)),
      cue_of_(words.words.size(), 0),
      branch_(words.words.size(), 0) {
  for (std::uint32_t c = 0; c < cues_.size(); ++c) {
    std::fill(cue_of_.begin() + cues_[c].begin, cue_of_.begin() + cues_[c].end, c + 1);
  }
}

Range RoleFeatures::window(std::size_t cue) const {
  const Range range = cues_[cue];
  const Range paragraph = all_.paragraphs[all_.paragraph_of[all_.words[range.begin].sentence]];
  const std::uint32_t before = std::min(range.begin - paragraph.begin, kWindow);
  return {range.begin - before, std::min(paragraph.end, range.end + kWindow)};
}

/// Names each word of the cue's sentence and window by its way down from the cue: how many steps up
/// from the cue's highest word, and by which relation the branch leaves there.
void RoleFeatures::climb(std::size_t cue) {
  constexpr std::uint32_t kSteps = 4;
  constexpr std::uint64_t kNamed = 64;
  cue_ = cues_[cue];
  sentence_ = all_.sentences[all_.words[cue_.begin].sentence];
  main_ = cue_.begin;
  for (std::uint32_t i = cue_.begin; i < cue_.end && i < sentence_.end; ++i) {
    const std::uint32_t head = all_.words[i].head;
    if (head == kNoWord || head < cue_.begin || head >= cue_.end) {
      main_ = i;
      break;
    }
  }
  rule_ = -1;
  for (std::uint32_t i = cue_.begin; i < cue_.end; ++i) {
    if (all_.words[i].rule == RuleRole::cue) {
      rule_ = all_.words[i].rule_owner;
    }
  }
  for (const std::uint32_t i : named_) {
    branch_[i] = 0;
  }
  named_.clear();
  const auto name = [&](std::uint32_t i, std::uint64_t branch) {
    branch_[i] = branch;
    named_.push_back(i);
  };
  // The cue's own words and those above it first: 1 + steps, below kNamed.
  for (std::uint32_t i = cue_.begin; i < cue_.end && i < sentence_.end; ++i) {
    name(i, 1);
  }
  std::uint32_t steps = 0;
  for (std::uint32_t up = main_; up != kNoWord && branch_[up] <= 1; up = all_.words[up].head) {
    name(up, 1 + std::min(steps++, kSteps));
  }
  const Range near = window(cue);
  const std::uint32_t end = std::min(near.end + 1, sentence_.end);
  for (std::uint32_t i = std::max(near.begin, sentence_.begin + 1) - 1; i < end; ++i) {
    way_.clear();
    std::uint32_t up = i;
    while (branch_[up] == 0 && all_.words[up].head != kNoWord) {
      way_.push_back(up);
      up = all_.words[up].head;
    }
    for (; !way_.empty(); way_.pop_back()) {
      const std::uint64_t above = branch_[up];
      up = way_.back();
      const std::uint64_t way_down =
          with(with(above, all_.words[up].deprel), all_.words[main_].deprel) / 2;
      name(up, above < kNamed ? kNamed + way_down : above);
    }
  }
}

void RoleFeatures::place(std::uint32_t i, Place& out) const {
  const TaggedWord& word = all_.words[i];
  out.side = i < cue_.begin ? 0 : i < cue_.end ? 1 : 2;
  out.distance = out.side == 0 ? cue_.begin - i : out.side == 1 ? 0 : i - cue_.end + 1;
  const bool here = i >= sentence_.begin && i < sentence_.end;
  const std::uint32_t own = all_.words[cue_.begin].sentence;
  out.tree = here ? branch_[i]
                  : 10 + std::min(out.side == 0 ? own - word.sentence : word.sentence - own, 3U) +
                        4 * out.side;
  out.edge = 0;
  if (here && word.head != kNoWord) {
    // The highest word of its branch.
    std::uint32_t top = i;
    for (std::uint32_t up = word.head; up != kNoWord && branch_[up] == out.tree;
         up = all_.words[up].head) {
      top = up;
    }
    out.edge = (all_.below[top].first == i ? 1U : 0U) + (all_.below[top].last == i ? 2U : 0U) +
               (top == i ? 4U : 0U);
  }
  out.rule = rule_of(i);
  const std::int32_t cue_quote = all_.words[cue_.begin].quote;
  out.quote = word.quote < 0 ? 0 : word.quote == cue_quote ? 1 : 2;
  if (word.quote >= 0) {
    const Range quote = all_.quotes[static_cast<std::size_t>(word.quote)];
    out.quote += (i == quote.begin     ? 3U
                  : i + 1 == quote.end ? 6U
                                       : 0U) +
                 (quote.end - quote.begin > 6 ? 9U : 0U);
  }
}

/// What the rules take a word for: a part of this cue's attribution, of another one, or of none;
/// and whether they know this cue at all.
std::uint64_t RoleFeatures::rule_of(std::uint32_t i) const {
  const TaggedWord& word = all_.words[i];
  const std::uint64_t part = word.rule_part();
  if (rule_ < 0) {
    return part;
  }
  return word.rule_owner == rule_ ? 8 + part : word.rule_owner < 0 ? 16 : 17;
}

void RoleFeatures::append(std::size_t cue, FeatureRows& out) {
  climb(cue);
  const Range range = window(cue);
  std::vector<Place> places(range.size());
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    place(i, places[i - range.begin]);
  }
  const auto count = [&](std::uint32_t i, Place& to, const Place& from) {
    to.commas = from.commas;
    to.cues = from.cues;
    const TaggedWord& word = all_.words[i];
    if (word.upos == Upos::punct && to.quote % 9 < 3) {
      to.commas = std::min<std::uint64_t>(to.commas + 1, 3);
    }
    if (cue_of_[i] != 0 && cue_of_[i] != cue + 1) {
      to.cues = 1;
    }
  };
  for (std::uint32_t i = cue_.begin; i-- > range.begin;) {
    count(i, places[i - range.begin], places[i - range.begin + 1]);
  }
  for (std::uint32_t i = cue_.end; i < range.end; ++i) {
    count(i, places[i - range.begin], places[i - range.begin - 1]);
  }
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    add(i, places[i - range.begin], out);
  }
}

struct RoleFeatures::Row {
  const TaggedWord& word;
  const TaggedWord& cue;
  const TaggedWord& left;
  const TaggedWord& right;
  const TaggedWord& left2;
  const TaggedWord& right2;
  Range paragraph;
  std::uint64_t far = 0;
  std::uint64_t rough_far = 0;
  std::uint64_t kind = 0;
  Upos upos = Upos::none;
  FeatureRows& out;
  std::uint32_t number = 100;  ///< of the next feature's template

  template <typename... Facts>
  void put(Facts... facts) {
    out.add(feature_of(number++, facts...));
  }
};

void RoleFeatures::add(std::uint32_t i, const Place& p, FeatureRows& out) const {
  const Range paragraph = all_.paragraphs[all_.paragraph_of[all_.words[i].sentence]];
  const auto at = [&](int step) -> const TaggedWord& {
    const std::int64_t place = std::int64_t{i} + step;
    return place < paragraph.begin || place >= paragraph.end
               ? kNothing
               : all_.words[static_cast<std::size_t>(place)];
  };
  const TaggedWord& cue = all_.words[main_];
  const std::uint64_t passive =
      all_.below[main_].relations >> static_cast<unsigned>(Relation::nsubj_pass) & 1U;
  Row row{.word = all_.words[i],
          .cue = cue,
          .left = at(-1),
          .right = at(1),
          .left2 = at(-2),
          .right2 = at(2),
          .paragraph = paragraph,
          .far = std::min(p.distance, 4U),
          .rough_far = rough_fact(p.distance),
          .kind = cue.kind() + 256 * passive,
          .upos = all_.words[i].upos,
          .out = out};
  if (p.side == 1) {
    row.put(0);
  } else {
    add_tree(i, p, row);
    add_places(p, row);
    add_words(i, p, row);
    add_rules(i, p, row);
  }
  out.end_row();
}

void RoleFeatures::add_tree(std::uint32_t i, const Place& p, Row& r) const {
  const auto tree_at = [&](std::uint32_t j) {
    return j >= sentence_.begin && j < sentence_.end ? branch_[j] : 0;
  };
  const std::uint64_t before = i > r.paragraph.begin ? tree_at(i - 1) : 0;
  const std::uint64_t behind = i + 1 < r.paragraph.end ? tree_at(i + 1) : 0;
  r.put(1);
  r.put(p.side, p.tree);
  r.put(p.side, p.tree, p.edge);
  r.put(p.side, p.tree, r.cue.lemma);
  r.put(p.side, p.tree, r.kind);
  r.put(p.side, p.tree, r.cue.reports, r.cue.takes);
  r.put(p.side, p.tree, r.upos);
  r.put(p.side, p.tree, r.word.form);
  r.put(p.side, p.tree, r.word.deprel);
  r.put(p.side, p.tree, p.commas);
  r.put(p.side, p.tree, p.quote);
  r.put(p.side, p.tree, p.cues, p.commas);
  r.put(p.side, p.tree, r.rough_far);
  r.put(p.side, p.tree == before, p.tree == behind, r.upos, p.edge);
  r.put(p.side, before, p.tree);
  r.put(p.side, behind, p.tree);
  r.put(p.side, p.edge, r.word.deprel, p.commas);
}

void RoleFeatures::add_places(const Place& p, Row& r) {
  r.put(p.side, r.far, r.word.form);
  r.put(p.side, r.far, r.upos);
  r.put(p.side, r.far, r.cue.lemma, r.upos);
  r.put(p.side, r.far, r.cue.form, r.word.form);
  r.put(p.side, r.rough_far, r.upos, p.cues);
  r.put(p.side, r.rough_far, p.quote);
  r.put(p.side, p.quote, p.commas, p.cues);
  r.put(p.side, p.quote, r.cue.lemma);
  r.put(p.side, p.quote, r.kind);
  r.put(p.side, p.quote, r.left.form, r.right.form);
  r.put(p.side, p.quote, r.upos, r.left.upos, r.right.upos);
}

void RoleFeatures::add_words(std::uint32_t i, const Place& p, Row& r) const {
  r.put(p.side, r.word.form, r.left.form);
  r.put(p.side, r.word.form, r.right.form);
  r.put(p.side, r.word.lemma, p.commas);
  r.put(p.side, r.word.kind(), r.upos, p.commas);
  r.put(p.side, r.word.kind(), r.word.deprel, p.tree);
  r.put(p.side, r.word.xpos, r.left.xpos, r.right.xpos);
  r.put(p.side, r.word.xpos, r.left.xpos, r.left2.xpos);
  r.put(p.side, r.word.xpos, r.right.xpos, r.right2.xpos);
  r.put(p.side, r.left.form, r.upos);
  r.put(p.side, r.right.form, r.upos);
  r.put(p.side, r.left2.form, r.left.form);
  r.put(p.side, r.right.form, r.right2.form);
  r.put(p.side, r.cue.deprel, r.kind, p.commas, p.quote);
  r.put(p.side, r.cue.upos, r.cue.deprel, all_.below[main_].relations);
  r.put(p.side, r.cue.lemma, p.commas, p.cues);
  r.put(p.side, r.word.deprel, r.left.upos, r.upos, r.rough_far);
  r.put(p.side, cue_of_[i] != 0, r.word.capital, r.upos, p.tree);
  r.put(p.side, i == all_.sentences[r.word.sentence].begin,
        i + 1 == all_.sentences[r.word.sentence].end, p.quote, p.commas, p.tree);
}

void RoleFeatures::add_rules(std::uint32_t i, const Place& p, Row& r) const {
  const std::uint64_t before = i > r.paragraph.begin ? rule_of(i - 1) : 0;
  const std::uint64_t behind = i + 1 < r.paragraph.end ? rule_of(i + 1) : 0;
  r.put(p.rule, p.side);
  r.put(p.rule, before, behind);
  r.put(p.rule, before, r.word.form);
  r.put(p.rule, behind, r.word.form);
  r.put(p.rule, p.tree);
  r.put(p.rule, p.quote, p.side);
  r.put(p.rule, r.upos, p.commas);
  r.put(p.rule, r.cue.lemma, p.side);
  r.put(p.rule, r.kind, p.side);
  r.put(p.rule, r.cue.deprel, p.side);
}

}  // namespace parallax
