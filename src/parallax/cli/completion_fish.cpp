#include "parallax/cli/completion.h"

namespace parallax {
namespace {

constexpr std::string_view kHead =
    R"(# Completions of parallax for fish, made by `parallax completion fish`.

# Whether COMMAND ('' before one is typed) is given, and argument number FIRST to LAST is typed.
function __parallax_at -a command first last
    set -l words (commandline -opc)
    set -l typed ''
    set -l position 0
    set -l waiting 0
    set -l only_arguments 0
    for word in $words[2..-1]
        if test $waiting = 1
            set waiting 0
        else if test $only_arguments = 0; and string match -q -- '-*' $word
            switch $word
                case --
                    set only_arguments 1
)";

constexpr std::string_view kAfterOptions = R"(                    set waiting 1
            end
        else if test -z "$typed"
            set typed $word
        else
            set position (math $position + 1)
        end
    end
    test "$typed" = "$command"
    or return 1
    set -q last[1]
    or return 0
    test $position -ge $first -a $position -le $last
end

function __parallax_list
    set -l before (commandline -ct | string replace -rf '^(?:--[^=]*=)?(.*,)[^,]*$' '$1')
    printf '%s\n' "$before"$argv
end

complete -c parallax -f
)";

std::string fish_word(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    escaped += c == '\\' ? "\\\\" : std::string(1, c);
  }
  return quoted(escaped, "\\'");
}

/// The words of -a are expanded once more.
std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    out += (out.empty() ? "" : " ") + fish_word(word);
  }
  return out;
}

std::string offered(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::nothing:
      return "";
    case Offer::Kind::words:
      return " -a " + fish_word(joined(offer.words));
    case Offer::Kind::list:
      return " -a " + fish_word("(__parallax_list " + joined(offer.words) + ')');
    case Offer::Kind::keys: {
      std::string keys;
      for (const std::string_view word : offer.words) {
        keys += (keys.empty() ? "" : " ") + fish_word(std::string(word) + '=');
      }
      return " -a " + fish_word(keys);
    }
    case Offer::Kind::files:
      return offer.ending.empty() ? " -F"
                                  : " -k -a " + fish_word("(__fish_complete_suffix " +
                                                          fish_word(offer.ending) + ')');
    case Offer::Kind::folders:
      return " -a '(__fish_complete_directories)'";
  }
  return {};
}

std::string line_for(std::string_view condition) {
  return "complete -c parallax -n " + fish_word("__parallax_at " + std::string(condition));
}

std::string option_line(std::string_view command, const Option& option) {
  std::string line = line_for(fish_word(command));
  for (const std::string_view name : names_of(option)) {
    const bool is_long = name.starts_with("--");
    line += (is_long ? " -l " : " -s ") + std::string(name.substr(is_long ? 2 : 1));
  }
  if (takes_value(option)) {
    const Offer offer = offer_for(option);
    line +=
        (offer.kind == Offer::Kind::files && offer.ending.empty() ? " -r" : " -x") + offered(offer);
  }
  return line + " -d " + fish_word(option.help) + '\n';
}

std::string lines_for(const Command* command) {
  std::string lines;
  const std::string_view name = command != nullptr ? command->name : "";
  for (const Option& option : options_of(command)) {
    lines += option_line(name, option);
  }
  return lines;
}

std::string argument_lines(const Command& command) {
  constexpr std::string_view kMany = "999999";
  std::string lines;
  std::size_t position = 0;
  for (const Positional& positional : command.positionals) {
    const std::string first = std::to_string(position++);
    const std::string offer = offered(offer_for(positional));
    if (offer.empty()) {
      continue;
    }
    std::string condition = fish_word(command.name) + ' ' + first + ' ';
    condition += repeats(positional) ? kMany : first;
    lines += line_for(condition) + offer + " -d " + fish_word(positional.help) + '\n';
  }
  return lines;
}

/// The options whose value is the next word, for a `case`.
std::string waiting_case() {
  std::string names;
  const auto add = [&](const Command* command) {
    for (const Option& option : options_of(command)) {
      for (const std::string_view name : names_of(option)) {
        const std::string word = ' ' + fish_word(name);
        if (takes_value(option) && (names + ' ').find(word + ' ') == std::string::npos) {
          names += word;
        }
      }
    }
  };
  add(nullptr);
  for (const Command& command : commands()) {
    add(&command);
  }
  return "                case" + names + '\n';
}

}  // namespace

std::string completion_for_fish() {
  std::string lines;
  for (const Command& command : commands()) {
    lines += line_for("''") + " -a " + fish_word(fish_word(command.name)) + " -d " +
             fish_word(command.summary) + '\n';
  }
  lines += lines_for(nullptr);
  for (const Command& command : commands()) {
    lines += argument_lines(command) + lines_for(&command);
  }
  return std::string(kHead) + waiting_case() + std::string(kAfterOptions) + lines;
}

}  // namespace parallax
