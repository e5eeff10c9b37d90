#include "parallax/cli/completion.h"

namespace parallax {
namespace {

constexpr std::string_view kHead =
    R"(# Completions of parallax for bash, made by `parallax completion bash`.

# Each sets `kind` (words list keys files folders, or empty), `words` and `ending`.
)";

// bash parts `--type=figure` and `KEY=VALUE` at the `=`; they arrive as three words.
constexpr std::string_view kTail = R"(
_parallax_take() {  # KIND ENDING WORD...
  kind=$1 ending=$2
  shift 2
  words=("$@")
}

_parallax_files() {  # those with the ending, and folders
  compopt -o filenames 2>/dev/null
  if [[ $kind == files ]]; then
    mapfile -t COMPREPLY < <(compgen -f -X "${ending:+!*$ending}" -- "$1")
  fi
  if [[ $kind == folders || $ending ]]; then
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$1")
  fi
}

_parallax_offer() {  # what of `words` begins with what is typed
  local before='' typed=$1 after='' word
  if [[ $kind == list && $typed == *,* ]]; then
    before=${typed%,*},
    typed=${typed##*,}
  elif [[ $kind == keys ]]; then
    after='='
    compopt -o nospace 2>/dev/null
  fi
  for word in "${words[@]}"; do
    [[ $word == "$typed"* ]] && COMPREPLY+=("$before$word$after")
  done
}

_parallax() {
  local current=${COMP_WORDS[COMP_CWORD]} command='' kind='' ending='' word i
  local words=() position=0 only_arguments='' waiting=''  # waiting: an option for its value
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $waiting ]]; then
      [[ $word == = ]] || waiting=''
    elif [[ ! $only_arguments && $word == -- ]]; then
      only_arguments=yes
    elif [[ ! $only_arguments && $word == -* ]]; then
      _parallax_value "$command" "$word" && waiting=$word
    elif [[ ! $command ]]; then
      command=$word
    else
      ((position++))
    fi
  done
  kind=''
  if [[ $waiting ]]; then
    _parallax_value "$command" "$waiting"
    [[ $current == = ]] && current=''
  elif [[ ! $only_arguments && $current == -* ]]; then
    _parallax_options "$command"
  elif [[ ! $command ]]; then
    _parallax_commands
  else
    _parallax_argument "$command" "$position" || _parallax_options "$command"
  fi
  case $kind in
    words | list | keys) _parallax_offer "$current" ;;
    files | folders) _parallax_files "$current" ;;
  esac
}

complete -F _parallax parallax
)";

std::string bash_word(std::string_view text) { return quoted(text, R"('\'')"); }

/// The call that says what is offered.
std::string take(const Offer& offer) {
  constexpr std::string_view kKinds[] = {"''", "words", "list", "keys", "files", "folders"};
  std::string call = "_parallax_take " + std::string(kKinds[static_cast<std::size_t>(offer.kind)]) +
                     ' ' + bash_word(offer.ending);
  for (const std::string_view word : offer.words) {
    call += ' ' + bash_word(word);
  }
  return call;
}

std::string commands_function() {
  Offer names = {Offer::Kind::words, {}, {}};
  for (const Command& command : commands()) {
    names.words.push_back(command.name);
  }
  return "_parallax_commands() {\n  " + take(names) + "\n}\n";
}

std::string options_case(const Command* command) {
  Offer names = {Offer::Kind::words, {}, {}};
  const std::vector<Option> options = options_of(command);
  for (const Option& option : options) {
    for (const std::string_view name : names_of(option)) {
      names.words.push_back(name);
    }
  }
  return "    " + bash_word(command != nullptr ? command->name : "") + ") " + take(names) + " ;;\n";
}

std::string value_cases(const Command* command) {
  std::string cases;
  const std::string before = std::string(command != nullptr ? command->name : "") + ' ';
  for (const Option& option : options_of(command)) {
    if (!takes_value(option)) {
      continue;
    }
    std::string pattern;
    for (const std::string_view name : names_of(option)) {
      pattern += (pattern.empty() ? "" : " | ") + bash_word(before + std::string(name));
    }
    cases += "    " + pattern + ") " + take(offer_for(option)) + " ;;\n";
  }
  return cases;
}

std::string argument_cases(const Command& command) {
  std::string cases;
  std::size_t position = 0;
  for (const Positional& positional : command.positionals) {
    cases += "    " + bash_word(std::string(command.name) + ' ' + std::to_string(position++)) +
             (repeats(positional) ? " | " + bash_word(std::string(command.name) + ' ') + '*' : "") +
             ") " + take(offer_for(positional)) + " ;;\n";
  }
  return cases;
}

std::string function_of_cases(std::string_view head, std::string_view value,
                              std::string_view cases) {
  return std::string(head) + "\n  case " + std::string(value) + " in\n" + std::string(cases) +
         "    *) return 1 ;;\n  esac\n}\n";
}

}  // namespace

std::string completion_for_bash() {
  std::string options = options_case(nullptr);
  std::string values = value_cases(nullptr);
  std::string arguments;
  for (const Command& command : commands()) {
    options += options_case(&command);
    values += value_cases(&command);
    arguments += argument_cases(command);
  }
  return std::string(kHead) + commands_function() +
         function_of_cases("_parallax_options() {  # COMMAND", "$1", options) +
         function_of_cases("_parallax_value() {  # COMMAND OPTION", "\"$1 $2\"", values) +
         function_of_cases("_parallax_argument() {  # COMMAND POSITION", "\"$1 $2\"", arguments) +
         std::string(kTail);
}

}  // namespace parallax
