#pragma once
#include <optional>
#include <string>

#include "parallax/cli/arguments.h"

namespace parallax {

/// What the command line asks for: a command with its arguments, or a text to print and a code to
/// end with (help, version, a usage error).
struct ParsedArguments {
  Arguments arguments;
  std::optional<int> exit_code;
  std::string to_stdout;
  std::string to_stderr;
};

ParsedArguments parse_arguments(int count, const char* const* values);

}  // namespace parallax
