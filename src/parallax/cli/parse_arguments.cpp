#include "parallax/cli/parse_arguments.h"

#include <CLI/CLI.hpp>
#include <map>

#include "parallax/cli/option_table.h"
#include "parallax/project/suggest.h"

namespace parallax {
namespace {

void add_option(CLI::App& app, const Option& option, Arguments& arguments) {
  std::visit(
      [&](auto target) {
        auto& value = arguments.*target;
        const std::string names(option.names);
        if constexpr (std::is_same_v<decltype(target), bool Arguments::*>) {
          app.add_flag(names, value);
        } else {
          CLI::Option* added = app.add_option(names, value)->required(option.required);
          if (!option.choices.empty()) {
            added->check(CLI::IsMember(CLI::detail::split(std::string(option.choices), '|')));
          }
        }
      },
      option.target);
}

void add_positional(CLI::App& app, const Positional& positional, Arguments& arguments) {
  // The name in the table is for people ("PATH..."); CLI11's messages show it too.
  std::visit(
      [&](auto target) {
        if constexpr (!std::is_same_v<decltype(target), bool Arguments::*>) {
          std::string name(positional.name.substr(0, positional.name.find_first_of(".=")));
          name.erase(0, name.rfind(' ') + 1);
          CLI::Option* added = app.add_option(name, arguments.*target)->required();
          if constexpr (std::is_same_v<decltype(target), std::vector<std::string> Arguments::*>) {
            added->expected(1, -1);
          }
          if (!positional.choices.empty()) {
            added->check(CLI::IsMember(CLI::detail::split(std::string(positional.choices), '|')));
          }
        }
      },
      positional.target);
}

CLI::App* add_command(CLI::App& app, const Command& command, Arguments& arguments) {
  CLI::App* added = app.add_subcommand(std::string(command.name), std::string(command.summary));
  added->fallthrough();
  added->set_help_flag("-h,--help");
  for (const Positional& positional : command.positionals) {
    add_positional(*added, positional, arguments);
  }
  for (const Option& option : command.options) {
    add_option(*added, option, arguments);
  }
  return added;
}

ParsedArguments usage_error(const std::string& message, const std::string& command) {
  const std::string help = command.empty() ? "parallax --help" : "parallax " + command + " --help";
  std::string sentence = message.substr(0, message.find('\n'));
  // CLI11 begins some of its sentences with "The" or "A".
  if (sentence.starts_with("The ") || sentence.starts_with("A ")) {
    sentence.front() = sentence.front() == 'T' ? 't' : 'a';
  }
  return {.arguments = {},
          .exit_code = kUsage,
          .to_stdout = {},
          .to_stderr = "parallax: " + sentence + "; `" + help + "` shows what can be typed\n"};
}

std::string unknown_command(const char* typed) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
  }
  const std::string closest = one_of(suggest(typed, names, 1));
  return std::string("there is no command \"") + typed + '"' +
         (closest.empty() ? "" : " (did you mean " + closest + "?)");
}

ParsedArguments text(std::string to_stdout) {
  return {
      .arguments = {}, .exit_code = kSuccess, .to_stdout = std::move(to_stdout), .to_stderr = {}};
}

}  // namespace

ParsedArguments parse_arguments(int count, const char* const* values) {
  ParsedArguments parsed;
  CLI::App app("parallax");
  app.set_help_flag("-h,--help");
  app.set_version_flag("--version", "parallax " PARALLAX_VERSION);
  app.require_subcommand(1);
  for (const Option& option : global_options()) {
    add_option(app, option, parsed.arguments);
  }
  std::map<const CLI::App*, const Command*> by_app;
  for (const Command& command : commands()) {
    by_app[add_command(app, command, parsed.arguments)] = &command;
  }
  const Command* command = nullptr;
  const auto find_command = [&] {
    for (const CLI::App* typed : app.get_subcommands()) {
      command = by_app.at(typed);
      parsed.arguments.command = command->name;
    }
  };
  try {
    app.parse(count, values);
    find_command();
    return parsed;
  } catch (const CLI::CallForHelp&) {
    find_command();
    return text(command != nullptr ? help_for(*command) : help_for_program());
  } catch (const CLI::CallForVersion&) {
    return text("parallax " PARALLAX_VERSION "\n");
  } catch (const CLI::ParseError& error) {
    find_command();
    if (count <= 1) {
      return {
          .arguments = {}, .exit_code = kUsage, .to_stdout = {}, .to_stderr = help_for_program()};
    }
    if (command == nullptr && values[1][0] != '-') {
      return usage_error(unknown_command(values[1]), "");
    }
    return usage_error(error.what(), parsed.arguments.command);
  }
}

}  // namespace parallax
