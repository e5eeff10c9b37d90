#include "parallax/collect/plain/captions.h"

#include "parallax/collect/plain/line_shape.h"

namespace parallax {
namespace {

class CaptionFinder {
 public:
  CaptionFinder(std::vector<TextLine>& lines, std::span<const LineFacts> facts)
      : lines_(lines), facts_(facts) {}

  void run() {
    bool seen = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool above_credit = i + 1 < lines_.size() && lines_[i + 1].role == Role::credit;
      if (is_open_fragment(i) && (above_credit || is_named_picture(i))) {
        decide(i);
      }
      seen = seen || lines_[i].role == Role::caption || lines_[i].role == Role::credit;
    }
    for (std::size_t i = 1; seen && i + 1 < lines_.size(); ++i) {
      if (is_open_fragment(i) && !lines_[i].decided && stands_alone(i)) {
        decide(i);
      }
    }
  }

 private:
  void decide(std::size_t i) {
    lines_[i].role = Role::caption;
    lines_[i].decided = true;
  }

  bool is_open_fragment(std::size_t i) const {
    const bool open = !lines_[i].decided || lines_[i].role == Role::heading;
    return open && i > 0 && facts_[i].words <= kFragmentWords && !facts_[i].prose;
  }

  /// "Sarnov Ferry Rebuilt and Painted.": capitals as in a title, and yet a full stop.
  bool is_named_picture(std::size_t i) const {
    return !lines_[i].decided && ends_with_full_stop(lines_[i].words) &&
           is_title_case(lines_[i].words) && facts_[i - 1].prose;
  }

  bool stands_alone(std::size_t i) const {
    constexpr std::size_t kLong = 40;
    return ends_with_full_stop(lines_[i].words) && facts_[i].words <= 14 &&
           facts_[i - 1].words >= kLong && facts_[i + 1].words >= kLong;
  }

  std::vector<TextLine>& lines_;
  std::span<const LineFacts> facts_;
};

}  // namespace

void assign_captions(std::vector<TextLine>& lines, std::span<const LineFacts> facts) {
  CaptionFinder(lines, facts).run();
}

}  // namespace parallax
