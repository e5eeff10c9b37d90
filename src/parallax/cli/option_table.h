#pragma once
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "parallax/cli/arguments.h"

namespace parallax {

/// The member of Arguments that an option or a positional argument fills.
using Target = std::variant<bool Arguments::*, std::string Arguments::*, std::size_t Arguments::*,
                            std::vector<std::string> Arguments::*>;

struct Positional {
  std::string_view name;
  std::string_view help;
  Target target;
  std::string_view choices = {};                     ///< parted by `|`; empty: anything
  std::span<const std::string_view> suggested = {};  ///< what shells offer; anything is taken
};

struct Option {
  std::string_view names;  ///< as CLI11 wants them: "-o,--output"
  std::string_view value;  ///< what stands for the value in the help; empty for a flag
  std::string_view help;
  Target target;
  std::string_view choices = {};  ///< parted by `|`; empty: anything
  bool required = false;
  std::span<const std::string_view> suggested = {};  ///< what shells offer; anything is taken
};

struct Command {
  std::string_view name;
  std::string_view summary;
  std::span<const Positional> positionals;
  std::span<const Option> options;
  std::string_view examples;    ///< lines
  std::string_view notes = {};  ///< what the summary leaves unsaid; sentences
};

/// Everything that may be typed. Help, completions and the manual page are made from it. The names
/// of values tell shells what to offer: PROJECT, PATH, FILE, FILE.html, DIR (completion.h).
std::span<const Command> commands();
/// Options of every command.
std::span<const Option> global_options();
/// `--help` and `--version`, which the parser itself answers; they have no target.
std::span<const Option> parser_options();

/// The help of an option with its choices, unless its words name them already ("csv, jsonl or
/// json").
std::string help_of(const Option& option);
std::string help_for_program();
std::string help_for(const Command& command);

}  // namespace parallax
