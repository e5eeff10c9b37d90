#pragma once
#include <string>
#include <string_view>

#include "parallax/cli/arguments.h"
#include "parallax/core/result.h"

namespace parallax {

/// Everything that is said on stderr. Foreign text (file names) is shown without control
/// characters.
class Messages {
 public:
  explicit Messages(const Arguments& arguments);
  ~Messages() { end_progress(); }
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  /// `parallax: SENTENCE`. Always said.
  void problem(std::string_view sentence);
  /// Of an input that was left out; names it if the sentence does not.
  void problem_with(const std::string& path, const Error& error);
  /// Not said when quiet.
  void note(std::string_view sentence);
  /// Said only when verbose.
  void detail(std::string_view sentence);
  /// A bar on a terminal; nothing anywhere else.
  void progress(std::size_t done, std::size_t total, std::string_view path);
  void end_progress();

  /// Says what went wrong, unless that is only that nobody reads the output any more; gives the
  /// code to end with.
  int fail(const Error& error);

 private:
  void say(std::string_view prefix, std::string_view sentence);

  bool quiet_ = false;
  bool verbose_ = false;
  bool bar_ = false;
  bool bar_is_shown_ = false;
};

}  // namespace parallax
