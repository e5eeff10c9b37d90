#include "parallax/project/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace parallax {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10;

}  // namespace

LineReader::LineReader(int descriptor, std::size_t limit)
    : descriptor_(descriptor), limit_(limit), buffer_(kBufferBytes) {}

Result<bool> LineReader::fill() {
  for (;;) {
    const ssize_t got = read(descriptor_, buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return std::unexpected(Error{
          ErrorCode::failed, std::string("the input cannot be read: ") + std::strerror(errno), {}});
    }
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
    return got > 0;
  }
}

Result<LineReader::Read> LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  bool too_long = false;
  for (;;) {
    if (begin_ == end_) {
      const auto filled = fill();
      if (!filled) {
        return std::unexpected(filled.error());
      }
      if (!*filled) {
        break;
      }
    }
    any = true;
    const char* const from = buffer_.data() + begin_;
    const char* const to = buffer_.data() + end_;
    const char* const feed = std::find(from, to, '\n');
    const auto size = static_cast<std::size_t>(feed - from);
    too_long = too_long || line.size() + size > limit_;
    if (too_long) {
      line.clear();
    } else {
      line.append(from, size);
    }
    begin_ += size;
    if (feed != to) {
      ++begin_;
      break;
    }
  }
  return too_long ? Read::too_long : any ? Read::line : Read::end;
}

bool LineReader::must_wait() const {
  if (begin_ < end_) {
    return false;
  }
  pollfd waiting = {.fd = descriptor_, .events = POLLIN, .revents = 0};
  return poll(&waiting, 1, 0) == 0;
}

}  // namespace parallax
