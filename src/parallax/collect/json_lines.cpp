#include "parallax/collect/json_lines.h"

#include <algorithm>
#include <string_view>

namespace parallax {
namespace {

class LineSplitter {
 public:
  LineSplitter(std::uint64_t most, const std::function<bool(LongLine&&)>& line)
      : most_(most), hand_over_(line) {
    start(0);
  }

  /// False when the receiver wants no more.
  bool take(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      append(bytes.substr(0, end));
      at_ += end;
      if (end == bytes.size()) {
        return true;
      }
      ++at_;
      if (!finish()) {
        return false;
      }
      bytes.remove_prefix(end + 1);
    }
    return true;
  }

  bool finish() {
    const std::uint64_t number = current_.number;
    const bool empty = current_.bytes.empty() && !current_.too_long;
    const bool goes_on = empty || hand_over_(std::move(current_));
    start(number);
    return goes_on;
  }

 private:
  void start(std::uint64_t lines_before) {
    current_ = {.bytes = {}, .number = lines_before + 1, .offset = at_};
  }

  void append(std::string_view part) {
    if (current_.too_long || current_.bytes.size() + part.size() > most_) {
      current_.too_long = true;
      current_.bytes = std::string();
      return;
    }
    current_.bytes += part;
  }

  std::uint64_t most_;
  const std::function<bool(LongLine&&)>& hand_over_;
  LongLine current_;
  std::uint64_t at_ = 0;
};

}  // namespace

void for_each_line(ByteSource& in, std::uint64_t most,
                   const std::function<bool(LongLine&&)>& line) {
  LineSplitter splitter(most, line);
  for (std::string_view stretch = in.next(); !stretch.empty(); stretch = in.next()) {
    if (!splitter.take(stretch)) {
      return;
    }
  }
  splitter.finish();
}

}  // namespace parallax
