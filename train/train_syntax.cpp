#include "train/train_syntax.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "parallax/read/syntax/word_features.h"

namespace parallax {
namespace {

/// Names in the order in which they come up.
class Numbers {
 public:
  std::uint32_t of(const std::string& name) {
    const auto [at, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) {
      names_.push_back(name);
    }
    return at->second;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> names_;
};

class Lessons {
 public:
  explicit Lessons(const WordVectors& words) : words_(words) {}

  Lesson make(const ConlluSentence& sentence) {
    Lesson lesson;
    for (const ConlluWord& word : sentence.words) {
      word_features(word.form, found_);
      auto& rows = lesson.features.emplace_back();
      for (std::size_t i = 0; i < found_.size(); ++i) {
        const std::uint32_t row = words_.row_of(found_[i]);
        if (row != WordVectors::kNone) {
          rows.push_back(row);
        }
        if (i + 1 == kWholeWordFeatures) {
          lesson.whole.push_back(static_cast<std::uint8_t>(rows.size()));
        }
      }
      lesson.upos.push_back(static_cast<std::uint32_t>(word.upos));
      lesson.xpos.push_back(xpos_.of(word.xpos));
      lesson.feats.push_back(feats_.of(word.feats));
      lesson.heads.push_back(word.head);
      lesson.deprels.push_back(deprel_.of(word.deprel));
    }
    return lesson;
  }
  TagNames names() const { return {xpos_.names(), feats_.names(), deprel_.names()}; }

 private:
  const WordVectors& words_;
  Numbers xpos_, feats_, deprel_;
  std::vector<Feature> found_;
};

WordVectors make_word_vectors(std::span<const ConlluSentence> corpus, const TrainingPlan& plan) {
  std::vector<Feature> whole;
  std::vector<Feature> all;
  std::vector<Feature> found;
  std::unordered_map<Feature, std::uint32_t> seen;
  for (const ConlluSentence& sentence : corpus) {
    for (const ConlluWord& word : sentence.words) {
      word_features(word.form, found);
      for (std::size_t i = 0; i < found.size(); ++i) {
        all.push_back(found[i]);
        if (i < kWholeWordFeatures) {
          ++seen[found[i]];
        }
      }
    }
  }
  std::vector<Feature> features;  // those of whole words until they have come up often enough
  for (const Feature feature : all) {
    const auto at = seen.find(feature);
    if (at == seen.end()) {
      features.push_back(feature);
    } else if (at->second >= plan.least_whole) {
      features.insert(features.end(), plan.least_part, feature);
    }
  }
  return {features, plan.least_part, plan.shape.word};
}

/// Sentences of like length together, batches in random order.
std::vector<std::vector<const Lesson*>> make_batches(std::vector<const Lesson*> lessons,
                                                     std::size_t words, Random& random) {
  constexpr std::size_t kPool = 16;  // batches whose sentences are sorted among each other
  random.shuffle(lessons);
  std::vector<std::vector<const Lesson*>> batches;
  const auto longer = [](const Lesson* a, const Lesson* b) { return a->size() > b->size(); };
  for (std::size_t begin = 0; begin < lessons.size();) {
    std::size_t end = begin;
    for (std::size_t size = 0; end < lessons.size() && size < kPool * words; ++end) {
      size += lessons[end]->size();
    }
    std::stable_sort(lessons.begin() + static_cast<std::ptrdiff_t>(begin),
                     lessons.begin() + static_cast<std::ptrdiff_t>(end), longer);
    while (begin < end) {
      auto& batch = batches.emplace_back();
      for (std::size_t size = 0; begin < end && size < words; ++begin) {
        batch.push_back(lessons[begin]);
        size += lessons[begin]->size();
      }
    }
  }
  random.shuffle(batches);
  return batches;
}

}  // namespace

TrainedSyntax train_syntax(std::span<const ConlluSentence> corpus, const TrainingPlan& plan,
                           const std::function<void(std::size_t, double)>& after_epoch) {
  WordVectors words = make_word_vectors(corpus, plan);
  Lessons maker(words);
  std::vector<Lesson> lessons;
  std::size_t corpus_words = 0;
  for (const ConlluSentence& sentence : corpus) {
    lessons.push_back(maker.make(sentence));
    corpus_words += sentence.words.size();
  }
  NetworkShape shape = plan.shape;
  TagNames names = maker.names();
  shape.xpos = names.xpos.size();
  shape.feats = names.feats.size();
  shape.deprel = names.deprel.size();
  TrainedSyntax trained{std::move(names), NetworkTrainer(shape, std::move(words), plan.seed)};
  std::vector<const Lesson*> order;
  order.reserve(lessons.size());
  for (const Lesson& lesson : lessons) {
    order.push_back(&lesson);
  }
  Random random(plan.seed + 1);
  AdamStep adam;
  const double all_words = static_cast<double>(corpus_words * plan.epochs);
  double done_words = 0;
  for (std::size_t epoch = 1; epoch <= plan.epochs; ++epoch) {
    double loss = 0;
    for (const auto& batch : make_batches(order, plan.batch_words, random)) {
      std::size_t size = 0;
      for (const Lesson* lesson : batch) {
        size += lesson->size();
      }
      const double wave = 0.5 * (1.0 + std::cos(std::numbers::pi * done_words / all_words));
      const double warm = std::min(1.0, done_words / (0.02 * all_words) + 0.05);
      adam.rate = plan.rate * static_cast<float>(wave * warm);
      loss += trained.network.learn(batch, plan.rates, adam) * static_cast<double>(size);
      done_words += static_cast<double>(size);
    }
    after_epoch(epoch, loss / static_cast<double>(corpus_words));
  }
  return trained;
}

}  // namespace parallax
