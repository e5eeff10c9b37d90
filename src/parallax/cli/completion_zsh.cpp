#include "parallax/cli/completion.h"

namespace parallax {
namespace {

constexpr std::string_view kHead = R"(#compdef parallax
# Completions of parallax for zsh, made by `parallax completion zsh`.

_parallax() {
  local curcontext="$curcontext" state line ret=1
  local -a commands arguments
  typeset -A opt_args
  commands=(
)";

constexpr std::string_view kBeforeOptions = R"(  )
  arguments=(
)";

constexpr std::string_view kBeforeCases = R"(    '1: :->command'
    '*:: :->argument'
  )
  _arguments -C -s -S : "${arguments[@]}" && ret=0
  case $state in
    command) _describe -t commands command commands && ret=0 ;;
    argument)
      curcontext="${curcontext%:*:*}:parallax-${words[1]}:"
      arguments=()
      case $words[1] in
)";

// Loaded from a folder of fpath the file is the function's body; sourced, it registers it.
constexpr std::string_view kTail = R"(      esac
      (($#arguments)) && _arguments -s -S : "${arguments[@]}" && ret=0
      ;;
  esac
  return ret
}

if [[ $funcstack[1] == _parallax ]]; then
  _parallax "$@"
else
  compdef _parallax parallax
fi
)";

std::string zsh_word(std::string_view text) { return quoted(text, R"('\'')"); }

/// With a backslash before each of the characters.
std::string escaped(std::string_view text, std::string_view characters) {
  std::string out;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    // The words of an action are evaluated once more.
    out += (out.empty() ? "" : " ") + escaped(word, "\\$`\"'()[]{}<>|&;:*?~#=! ");
  }
  return out;
}

/// The last part of a specification of _arguments: what completes the value.
std::string action(const Offer& offer) {
  const std::string words = joined(offer.words);
  switch (offer.kind) {
    case Offer::Kind::nothing:
      return " ";
    case Offer::Kind::words:
      return '(' + words + ')';
    case Offer::Kind::list:
      return "_values -s , name " + words;
    case Offer::Kind::keys:
      return "compadd -S = -- " + words;
    case Offer::Kind::files:
      return offer.ending.empty() ? "_files" : "_files -g \"*" + std::string(offer.ending) + '"';
    case Offer::Kind::folders:
      return "_files -/";
  }
  return {};
}

std::string option_line(const Option& option) {
  const bool value = takes_value(option);
  std::string excluded;
  std::string names;
  for (const std::string_view name : names_of(option)) {
    const bool is_long = name.starts_with("--");
    excluded += (excluded.empty() ? "" : " ") + std::string(name);
    names += (names.empty() ? "" : ",") + std::string(name) + (!value ? "" : is_long ? "=" : "+");
  }
  if (names.find(',') != std::string::npos) {
    names = '{' + names + '}';
  }
  std::string specification = '[' + escaped(option.help, "\\[]:") + ']';
  if (value) {
    specification += ':' + escaped(option.value, "\\:") + ':' + action(offer_for(option));
  }
  return "    " + zsh_word('(' + excluded + ')') + names + zsh_word(specification) + '\n';
}

std::string option_lines(const std::vector<Option>& options) {
  std::string lines;
  for (const Option& option : options) {
    lines += option_line(option);
  }
  return lines;
}

std::string command_case(const Command& command) {
  std::string lines = "    " + std::string(command.name) + ")\n      arguments=(\n";
  lines += option_lines(options_of(&command));
  for (const Positional& positional : command.positionals) {
    lines += "    " +
             zsh_word((repeats(positional) ? "*:" : ":") + escaped(positional.help, "\\:") + ':' +
                      action(offer_for(positional))) +
             '\n';
  }
  return lines + "      )\n      ;;\n";
}

}  // namespace

std::string completion_for_zsh() {
  std::string names;
  std::string cases;
  for (const Command& command : commands()) {
    names += "    " +
             zsh_word(escaped(command.name, "\\:") + ':' + escaped(command.summary, "\\:")) + '\n';
    cases += command_case(command);
  }
  return std::string(kHead) + names + std::string(kBeforeOptions) +
         option_lines(options_of(nullptr)) + std::string(kBeforeCases) + cases + std::string(kTail);
}

}  // namespace parallax
