#include "train/train_attribution.h"

#include <algorithm>
#include <set>
#include <utility>

#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

/// Labels `range`, whose numbers count from `first`.
template <typename Label>
void label(Range range, std::uint32_t first, Label begin, Label inside,
           std::vector<std::uint32_t>& labels) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i >= first && i - first < labels.size() && labels[i - first] == 0) {
      const bool starts = i == range.begin || i == first;
      labels[i - first] = std::to_underlying(starts ? begin : inside);
    }
  }
}

std::vector<CrfExample> cue_examples(std::span<const TaughtArticle> corpus) {
  std::vector<CrfExample> examples;
  for (const TaughtArticle& article : corpus) {
    for (std::uint32_t s = 0; s < article.words.sentences.size(); ++s) {
      const Range sentence = article.words.sentences[s];
      if (sentence.begin == sentence.end || article.junk[s]) {
        continue;
      }
      CrfExample& example = examples.emplace_back();
      append_cue_features(article.words, sentence, example.tokens);
      example.labels.resize(sentence.end - sentence.begin);
      for (const TaggedAttribution& one : article.attributions) {
        label(one.cue, sentence.begin, CueLabel::begin, CueLabel::inside, example.labels);
      }
    }
  }
  return examples;
}

std::vector<CrfExample> role_examples(std::span<const TaughtArticle> corpus) {
  std::vector<CrfExample> examples;
  for (const TaughtArticle& article : corpus) {
    std::vector<Range> cues;
    cues.reserve(article.attributions.size());
    for (const TaggedAttribution& one : article.attributions) {
      cues.push_back(one.cue);
    }
    RoleFeatures features(article.words, cues);
    for (std::size_t c = 0; c < cues.size(); ++c) {
      const TaggedAttribution& one = article.attributions[c];
      const Range window = features.window(c);
      CrfExample& example = examples.emplace_back();
      features.append(c, example.tokens);
      example.labels.resize(window.end - window.begin);
      label(one.cue, window.begin, RoleLabel::cue, RoleLabel::cue, example.labels);
      for (const Range piece : one.source) {
        label(piece, window.begin, RoleLabel::source_begin, RoleLabel::source, example.labels);
      }
      for (const Range piece : one.content) {
        label(piece, window.begin, RoleLabel::content_begin, RoleLabel::content, example.labels);
      }
    }
  }
  return examples;
}

CrfData train(std::span<const CrfExample> examples, const ChainWeights& chain,
              const CrfOptions& options, const std::string& name,
              const std::function<void(const std::string&)>& tell) {
  CrfTrainer trainer(examples, chain, options);
  for (std::uint32_t epoch = 1; epoch <= options.epochs; ++epoch) {
    trainer.run_epoch();
    tell(name + ": epoch " + std::to_string(epoch) + " over " + std::to_string(trainer.examples()) +
         " examples");
  }
  return trainer.data();
}

/// Counts over articles.
struct ExactSpans {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t both = 0;

  using Spans = std::set<std::pair<std::uint32_t, std::uint32_t>>;
  void compare(const Spans& right, const Spans& guessed) {
    gold += right.size();
    found += guessed.size();
    both += static_cast<std::size_t>(
        std::ranges::count_if(guessed, [&](const auto& span) { return right.contains(span); }));
  }
  double f1() const {
    return gold + found == 0
               ? 0.0
               : 200.0 * static_cast<double>(both) / static_cast<double>(gold + found);
  }
};

}  // namespace

void train_attribution(std::span<const TaughtArticle> corpus, const AttributionPlan& plan,
                       ModelWriter& out, const std::function<void(const std::string&)>& tell) {
  train(cue_examples(corpus), cue_chain(), plan.cues, "cues", tell).add_to(out, "cues");
  train(role_examples(corpus), role_chain(), plan.roles, "roles", tell).add_to(out, "roles");
}

AttributionFigures measure_attribution(std::span<const TaughtArticle> articles,
                                       const AttributionModel& model) {
  ExactSpans source;
  ExactSpans cue;
  ExactSpans content;
  for (const TaughtArticle& article : articles) {
    const auto found = tag_attributions(article.words, model);
    const auto all = [](const std::vector<TaggedAttribution>& list, const auto& pieces_of) {
      ExactSpans::Spans spans;
      for (const TaggedAttribution& one : list) {
        for (const Range range : pieces_of(one)) {
          spans.emplace(range.begin, range.end);
        }
      }
      return spans;
    };
    const auto compare = [&](ExactSpans& role, const auto& pieces_of) {
      role.compare(all(article.attributions, pieces_of), all(found, pieces_of));
    };
    compare(source, [](const TaggedAttribution& one) { return one.source; });
    compare(cue, [](const TaggedAttribution& one) { return std::vector{one.cue}; });
    compare(content, [](const TaggedAttribution& one) { return one.content; });
  }
  return {source.f1(), cue.f1(), content.f1()};
}

}  // namespace parallax
