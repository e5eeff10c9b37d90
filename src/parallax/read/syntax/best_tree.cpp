// Each word takes its best head. Where that gives a tree on one word, it is the best one. Where it
// gives a circle, the circle becomes one node whose way in costs what it takes to open it, and so
// on until a path from every word leads to the root; then the circles are opened again, the last
// one first. The one word on the root comes from a toll on the root that outweighs everything else.
#include "parallax/read/syntax/best_tree.h"

#include <algorithm>
#include <cmath>

namespace parallax {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr float kLowest = -1e9F;
constexpr float kHighest = 1e9F;

/// Whether the heads form a tree on one word of the root's.
bool is_tree(std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& seen) {
  if (std::ranges::count(heads, 0U) != 1) {
    return false;
  }
  seen.assign(heads.size(), 0);
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    std::uint32_t at = word;
    while (at != 0 && seen[at - 1] == 0) {
      seen[at - 1] = word;
      at = heads[at - 1];
    }
    if (at != 0 && seen[at - 1] == word) {
      return false;  // the walk came back to itself
    }
  }
  return true;
}

/// Nodes are the root, 0, the words, and then the circles, in the order of their making.
class Contraction {
 public:
  Contraction(std::span<const float> scores, std::size_t words)
      : columns_(words + 1),
        parent_(2 * words + 2, kNone),
        top_(2 * words + 2),
        chosen_(2 * words + 2, {0, 0, 0}),
        state_(2 * words + 2, State::fresh),
        ways_((2 * words + 2) * columns_) {
    for (std::uint32_t node = 0; node < top_.size(); ++node) {
      top_[node] = node;
    }
    for (std::uint32_t word = 1; word <= words; ++word) {
      for (std::uint32_t head = 0; head <= words; ++head) {
        const float score = scores[(word - 1) * columns_ + head];
        way(word, head) = {std::isnan(score) ? kLowest : std::clamp(score, kLowest, kHighest),
                           word};
      }
    }
    lay_toll(words);
    nodes_ = static_cast<std::uint32_t>(words + 1);
    state_[0] = State::done;
  }

  std::vector<std::uint32_t> run() {
    const std::uint32_t words = nodes_ - 1;
    for (std::uint32_t word = 1; word <= words; ++word) {
      walk_from(word);
    }
    open_circles(words);
    std::vector<std::uint32_t> heads(words);
    for (std::uint32_t word = 1; word <= words; ++word) {
      heads[word - 1] = chosen_[word].head;
    }
    return heads;
  }

 private:
  enum class State : std::uint8_t { fresh, on_path, done };
  /// A way into a node from a head: its score, and the word inside the node that it leads to.
  struct Way {
    double score = 0;
    std::uint32_t word = 0;
  };
  struct Chosen {
    std::uint32_t head = 0;
    std::uint32_t word = 0;
    double score = 0;
  };

  Way& way(std::uint32_t node, std::uint32_t head) { return ways_[node * columns_ + head]; }

  void lay_toll(std::size_t words) {
    double low = kHighest;
    double high = kLowest;
    for (std::uint32_t word = 1; word <= words; ++word) {
      for (std::uint32_t head = 0; head <= words; ++head) {
        low = std::min(low, way(word, head).score);
        high = std::max(high, way(word, head).score);
      }
    }
    const double toll = (high - low + 1) * static_cast<double>(words + 1);
    for (std::uint32_t word = 1; word <= words; ++word) {
      way(word, 0).score -= toll;
    }
  }

  std::uint32_t top_of(std::uint32_t node) {
    while (top_[node] != node) {
      top_[node] = top_[top_[node]];
      node = top_[node];
    }
    return node;
  }

  void walk_from(std::uint32_t word) {
    path_.clear();
    std::uint32_t node = top_of(word);
    while (state_[node] != State::done) {
      state_[node] = State::on_path;
      path_.push_back(node);
      choose(node);
      const std::uint32_t next = top_of(chosen_[node].head);
      node = state_[next] == State::on_path ? contract(next) : next;
    }
    for (const std::uint32_t passed : path_) {
      state_[passed] = State::done;
    }
  }

  void choose(std::uint32_t node) {
    bool found = false;
    for (std::uint32_t head = 0; head < columns_; ++head) {
      if (top_of(head) == node) {
        continue;
      }
      const Way& in = way(node, head);
      if (!found || in.score > chosen_[node].score) {
        chosen_[node] = {head, in.word, in.score};
        found = true;
      }
    }
  }

  /// Makes one node of the path from `first` on, takes it off the path and returns it.
  std::uint32_t contract(std::uint32_t first) {
    const std::uint32_t circle = nodes_++;
    for (std::uint32_t head = 0; head < columns_; ++head) {
      way(circle, head).score = -HUGE_VAL;
    }
    std::uint32_t member = kNone;
    do {
      member = path_.back();
      path_.pop_back();
      parent_[member] = circle;
      for (std::uint32_t head = 0; head < columns_; ++head) {
        const Way& in = way(member, head);
        const double score = in.score - chosen_[member].score;
        if (score > way(circle, head).score) {
          way(circle, head) = {score, in.word};
        }
      }
      top_[member] = circle;
    } while (member != first);
    return circle;
  }

  void open_circles(std::uint32_t words) {
    for (std::uint32_t circle = nodes_ - 1; circle > words; --circle) {
      std::uint32_t member = chosen_[circle].word;
      while (parent_[member] != circle) {
        member = parent_[member];
      }
      chosen_[member] = chosen_[circle];
    }
  }

  std::size_t columns_;
  std::uint32_t nodes_ = 0;
  std::vector<std::uint32_t> parent_;  ///< the circle around a node
  std::vector<std::uint32_t> top_;     ///< towards the outermost circle around a node
  std::vector<Chosen> chosen_;
  std::vector<State> state_;
  std::vector<Way> ways_;
  std::vector<std::uint32_t> path_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  for (std::size_t word = 0; word < words; ++word) {
    const auto row = scores.subspan(word * (words + 1), words + 1);
    float best = -HUGE_VALF;
    for (std::uint32_t head = 0; head <= words; ++head) {
      if (head != word + 1 && row[head] > best) {
        best = row[head];
        heads[word] = head;
      }
    }
  }
  std::vector<std::uint32_t> seen;
  return is_tree(heads, seen) ? heads : Contraction(scores, words).run();
}

}  // namespace parallax
