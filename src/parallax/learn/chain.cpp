#include "parallax/learn/chain.h"

#include <algorithm>
#include <cmath>

namespace parallax {
namespace {

double log_sum_of(std::span<const double> values) {
  const double most = std::ranges::max(values);
  double sum = 0;
  for (const double value : values) {
    sum += std::exp(value - most);
  }
  return most + std::log(sum);
}

/// The tables of the forward-backward algorithm over one sequence.
class Passes {
 public:
  Passes(const ChainWeights& chain, std::span<const double> tokens)
      : chain_(chain),
        tokens_(tokens),
        n_(chain.labels),
        count_(tokens.size() / n_),
        ahead_(tokens.begin(), tokens.end()),
        behind_(tokens.size()),
        steps_(n_) {}

  void run(ChainExpectations& out) {
    go_ahead();
    go_back();
    for (std::size_t y = 0; y < n_; ++y) {
      steps_[y] = ahead_[(count_ - 1) * n_ + y] + chain_.last[y];
    }
    out.log_sum = log_sum_of(steps_);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      out.label[i] = probability(ahead_[i] + behind_[i] - out.log_sum);
    }
    for (std::size_t t = 1; t < count_; ++t) {
      add_steps_to(t, out);
    }
  }

 private:
  static double probability(double logarithm) { return std::exp(std::min(logarithm, 0.0)); }

  /// ahead: the sum over all that ends with this label at this token.
  void go_ahead() {
    for (std::size_t y = 0; y < n_; ++y) {
      ahead_[y] += chain_.first[y];
    }
    for (std::size_t t = 1; t < count_; ++t) {
      for (std::size_t y = 0; y < n_; ++y) {
        for (std::size_t x = 0; x < n_; ++x) {
          steps_[x] = ahead_[(t - 1) * n_ + x] + chain_.between[x * n_ + y];
        }
        ahead_[t * n_ + y] += log_sum_of(steps_);
      }
    }
  }

  /// behind: the sum over all that may follow this label at this token.
  void go_back() {
    std::ranges::copy(chain_.last, behind_.end() - static_cast<std::ptrdiff_t>(n_));
    for (std::size_t t = count_ - 1; t > 0; --t) {
      for (std::size_t x = 0; x < n_; ++x) {
        for (std::size_t y = 0; y < n_; ++y) {
          steps_[y] = chain_.between[x * n_ + y] + tokens_[t * n_ + y] + behind_[t * n_ + y];
        }
        behind_[(t - 1) * n_ + x] = log_sum_of(steps_);
      }
    }
  }

  void add_steps_to(std::size_t t, ChainExpectations& out) const {
    for (std::size_t x = 0; x < n_; ++x) {
      const double before = ahead_[(t - 1) * n_ + x] - out.log_sum;
      for (std::size_t y = 0; y < n_; ++y) {
        const double after = tokens_[t * n_ + y] + behind_[t * n_ + y];
        out.between[x * n_ + y] += probability(before + chain_.between[x * n_ + y] + after);
      }
    }
  }

  const ChainWeights& chain_;
  std::span<const double> tokens_;
  std::size_t n_;
  std::size_t count_;
  std::vector<double> ahead_;
  std::vector<double> behind_;
  std::vector<double> steps_;
};

}  // namespace

bool ChainWeights::allows(std::span<const std::uint32_t> sequence) const {
  if (sequence.empty()) {
    return true;
  }
  bool allowed = !is_forbidden(first[sequence.front()]) && !is_forbidden(last[sequence.back()]);
  for (std::size_t t = 1; t < sequence.size(); ++t) {
    const std::size_t step = std::size_t{sequence[t - 1]} * labels + sequence[t];
    allowed = allowed && !is_forbidden(between[step]);
  }
  return allowed;
}

std::vector<std::uint32_t> best_labels(const ChainWeights& chain, std::span<const double> tokens) {
  const std::size_t n = chain.labels;
  const std::size_t count = n == 0 ? 0 : tokens.size() / n;
  if (count == 0) {
    return {};
  }
  std::vector<double> scores(n);
  std::vector<double> next(n);
  std::vector<std::uint32_t> from(count * n);  // the best label before
  std::ranges::transform(chain.first, tokens.first(n), scores.begin(), std::plus<>());
  for (std::size_t t = 1; t < count; ++t) {
    for (std::size_t y = 0; y < n; ++y) {
      std::size_t best = 0;
      for (std::size_t x = 1; x < n; ++x) {
        const bool better =
            scores[x] + chain.between[x * n + y] > scores[best] + chain.between[best * n + y];
        best = better ? x : best;
      }
      next[y] = scores[best] + chain.between[best * n + y] + tokens[t * n + y];
      from[t * n + y] = static_cast<std::uint32_t>(best);
    }
    std::swap(scores, next);
  }
  std::ranges::transform(scores, chain.last, scores.begin(), std::plus<>());
  std::vector<std::uint32_t> labels(count);
  labels.back() = static_cast<std::uint32_t>(std::ranges::max_element(scores) - scores.begin());
  for (std::size_t t = count - 1; t > 0; --t) {
    labels[t - 1] = from[t * n + labels[t]];
  }
  return labels;
}

double score_of(const ChainWeights& chain, std::span<const double> tokens,
                std::span<const std::uint32_t> labels) {
  if (labels.empty()) {
    return 0;
  }
  double score = chain.first[labels.front()] + chain.last[labels.back()];
  for (std::size_t t = 0; t < labels.size(); ++t) {
    score += tokens[t * chain.labels + labels[t]];
    score += t == 0 ? 0 : chain.between[std::size_t{labels[t - 1]} * chain.labels + labels[t]];
  }
  return score;
}

void expect(const ChainWeights& chain, std::span<const double> tokens, ChainExpectations& out) {
  out.log_sum = 0;
  out.label.assign(tokens.size(), 0);
  out.between.assign(chain.between.size(), 0);
  if (chain.labels > 0 && tokens.size() >= chain.labels) {
    Passes(chain, tokens).run(out);
  }
}

}  // namespace parallax
