#pragma once
#include <array>

#include "parallax/learn/lstm.h"
#include "train/parameter.h"

namespace parallax {

/// A layer of learn/lstm.h with its gradients.
class LstmTrainer {
 public:
  LstmTrainer(std::size_t input, std::size_t size, Random& random);

  /// `run` keeps what `backward` needs; its `out` is the layer's result.
  void forward(const Rows& input, const Steps& steps, LstmRun& run);
  /// From the gradient of `run.out`; `run.gates` is overwritten. Adds to `input_gradient`.
  void backward(const Rows& input, const Steps& steps, LstmRun& run, const Rows& out_gradient,
                Rows& input_gradient);

  std::array<Parameter*, 4> parameters() {
    return {&input_, &bias_, &recurrent_[0], &recurrent_[1]};
  }
  std::size_t size() const { return size_; }

 private:
  void backward_direction(std::size_t number, const Steps& steps, LstmRun& run,
                          const std::vector<float>& squashed, const Rows& out_gradient);

  std::size_t size_;
  Parameter input_;
  Parameter bias_;
  std::array<Parameter, 2> recurrent_;
  LstmWeights packed_;
};

}  // namespace parallax
