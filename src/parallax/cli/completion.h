#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/cli/option_table.h"

/// Completions for shells, each a script made of the option table: a new command or option needs
/// nothing here. What a shell offers for a value follows from its choices, or else from its name:
/// PROJECT is a file *.plx, PATH and FILE any file, FILE.html one that ends so, DIR a folder.
/// Text of the table is data to a shell: each script quotes it as that shell wants.
namespace parallax {

struct Offer {
  enum class Kind {
    nothing,
    words,  ///< one of `words`
    list,   ///< some of `words`, with commas
    keys,   ///< one of `words`, then `=` and anything
    files,
    folders,
  };
  Kind kind = Kind::nothing;
  std::vector<std::string_view> words;  ///< live in the table
  std::string_view ending;              ///< of files, with its dot; empty: any file
};

Offer offer_for(const Option& option);
Offer offer_for(const Positional& positional);
/// Whether more than one may be typed there.
bool repeats(const Positional& positional);

/// "-o" and "--output".
std::vector<std::string_view> names_of(const Option& option);
bool takes_value(const Option& option);
/// All that one command takes; of nullptr: all that stands before a command.
std::vector<Option> options_of(const Command* command);

/// In single quotes; `quote` is what stands for a single quote within them.
std::string quoted(std::string_view text, std::string_view quote);

std::string completion_for_bash();
std::string completion_for_fish();
std::string completion_for_zsh();

}  // namespace parallax
