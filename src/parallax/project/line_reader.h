#pragma once
#include <string>
#include <vector>

#include "parallax/core/result.h"

namespace parallax {

/// Reads an open file line by line in constant memory: a line over the limit is passed over, not
/// kept.
class LineReader {
 public:
  LineReader(int descriptor, std::size_t limit);

  enum class Read { line, too_long, end };
  /// The next line, without its line feed; `line` is left empty for a line over the limit.
  Result<Read> next(std::string& line);
  /// True when `next` would wait for whoever writes the input.
  bool must_wait() const;

 private:
  Result<bool> fill();

  int descriptor_ = -1;
  std::size_t limit_ = 0;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace parallax
