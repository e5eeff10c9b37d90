#include "parallax/collect/inputs/pdf_text.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <vector>

#include "parallax/text/utf8.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): not every libc declares it

namespace parallax {
namespace {

using Clock = std::chrono::steady_clock;

Error refused(ErrorCode code, std::string sentence) {
  return {.code = code, .message = std::move(sentence), .where = {}};
}

/// A running program whose output is read; ended and waited for when this goes.
class Child {
 public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (output_ >= 0) {
      close(output_);
    }
    if (process_ > 0) {
      kill(-process_, SIGKILL);
      wait_for();
    }
  }

  /// The system's error number; 0: it runs.
  int start(std::vector<std::string> words) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
      return errno;
    }
    output_ = ends[0];
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A group of its own, so that whatever it starts ends with it.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) {
      argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const int error = posix_spawnp(&process_, argv[0], &files, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    close(ends[1]);
    process_ = error == 0 ? process_ : 0;
    return error;
  }

  void limit_memory(std::uint64_t bytes) const {
    const rlimit limit{.rlim_cur = bytes, .rlim_max = bytes};
    prlimit(process_, RLIMIT_AS, &limit, nullptr);
  }

  enum class Read { more, end, too_late };
  Read read_some(std::string& out, Clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      return Read::too_late;
    }
    pollfd ready{.fd = output_, .events = POLLIN, .revents = 0};
    const int polled = poll(&ready, 1, static_cast<int>(std::min<long>(left, 1000)));
    if (polled <= 0) {
      return Read::more;
    }
    std::array<char, std::size_t{1} << 16U> step{};
    const ssize_t got = read(output_, step.data(), step.size());
    if (got < 0) {
      return errno == EINTR ? Read::more : Read::end;
    }
    out.append(step.data(), static_cast<std::size_t>(got));
    return got == 0 ? Read::end : Read::more;
  }

  /// True when it ended by itself and well, which it is given until `deadline` for.
  bool ended_well(Clock::time_point deadline) {
    int status = 0;
    pid_t found = 0;
    while ((found = waitpid(process_, &status, WNOHANG)) == 0 && Clock::now() < deadline) {
      poll(nullptr, 0, 2);
    }
    if (found != process_) {
      return false;
    }
    process_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  void wait_for() const {
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  pid_t process_ = 0;
  int output_ = -1;
};

/// A name that begins with a dash would be an option.
std::string as_argument(const std::filesystem::path& file) {
  return file.is_absolute() ? file.string() : (std::filesystem::path(".") / file).string();
}

}  // namespace

Result<std::string> pdf_text(const std::filesystem::path& file, const ConverterLimits& limits) {
  Child child;
  const int error =
      child.start({"pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", as_argument(file), "-"});
  if (error == ENOENT || error == EACCES) {
    return std::unexpected(
        refused(ErrorCode::not_found,
                "reading a PDF needs pdftotext; install the package poppler-utils, or save the "
                "article as a page"));
  }
  if (error != 0) {
    return std::unexpected(refused(ErrorCode::failed, "pdftotext cannot be started"));
  }
  child.limit_memory(limits.memory_bytes);
  const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  std::string text;
  Child::Read read = Child::Read::more;
  while (read == Child::Read::more && text.size() <= limits.output_bytes) {
    read = child.read_some(text, deadline);
  }
  if (text.size() > limits.output_bytes) {
    return std::unexpected(
        refused(ErrorCode::over_limit, "this PDF holds too much text; cut it into parts"));
  }
  if (read == Child::Read::too_late) {
    return std::unexpected(refused(ErrorCode::over_limit,
                                   "pdftotext took longer than " + std::to_string(limits.seconds) +
                                       " seconds for this PDF and was stopped"));
  }
  if (!child.ended_well(deadline)) {
    return std::unexpected(
        refused(ErrorCode::bad_format,
                "pdftotext cannot read this PDF; it is damaged or needs a password"));
  }
  if (trim(text).empty()) {
    return std::unexpected(refused(ErrorCode::bad_format,
                                   "pdftotext finds no text in this PDF; if it is scanned, let a "
                                   "program recognise its letters first"));
  }
  return text;
}

}  // namespace parallax
