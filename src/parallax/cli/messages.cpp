#include "parallax/cli/messages.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Without the bytes that could move a terminal's cursor or pretend to be its user.
std::string printable(std::string_view text) {
  std::string shown;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0) ||
                         (point.value >= 0x202A && point.value <= 0x202E) ||
                         (point.value >= 0x2066 && point.value <= 0x2069);
    shown += control || !point.valid ? kReplacement : text.substr(at, point.size);
    at += point.size;
  }
  return shown;
}

}  // namespace

Messages::Messages(const Arguments& arguments)
    : quiet_(arguments.quiet),
      verbose_(arguments.verbose),
      bar_(!arguments.quiet && isatty(STDERR_FILENO) == 1) {}

void Messages::say(std::string_view prefix, std::string_view sentence) {
  end_progress();
  const std::string line = std::string(prefix) + printable(sentence) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Messages::problem(std::string_view sentence) { say("parallax: ", sentence); }

void Messages::problem_with(const std::string& path, const Error& error) {
  const bool named = error.message.find(path) != std::string::npos;
  problem(named ? error.message : path + ": " + error.message);
}

void Messages::note(std::string_view sentence) {
  if (!quiet_) {
    say("", sentence);
  }
}

void Messages::detail(std::string_view sentence) {
  if (verbose_) {
    say("", sentence);
  }
}

void Messages::progress(std::size_t done, std::size_t total, std::string_view path) {
  if (verbose_) {
    detail(path);
    return;
  }
  if (!bar_ || total == 0) {
    return;
  }
  constexpr std::size_t kWidth = 30;
  const std::size_t filled = kWidth * done / total;
  const std::string bar = "\r[" + std::string(filled, '#') + std::string(kWidth - filled, ' ') +
                          "] " + std::to_string(done) + " of " + std::to_string(total) + ' ';
  std::fwrite(bar.data(), 1, bar.size(), stderr);
  bar_is_shown_ = true;
}

void Messages::end_progress() {
  if (bar_is_shown_) {
    std::fputs("\r\x1B[K", stderr);
    bar_is_shown_ = false;
  }
}

int Messages::fail(const Error& error) {
  if (error.message.empty()) {
    return kSuccess;
  }
  problem(error.message);
  return kFailure;
}

}  // namespace parallax
