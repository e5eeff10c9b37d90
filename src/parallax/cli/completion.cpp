// `parallax completion`
#include "parallax/cli/completion.h"

#include "parallax/cli/commands.h"
#include "parallax/cli/output.h"
#include "parallax/text/data_files.h"

namespace parallax {
namespace {

Offer offer_by_name(std::string_view value) {
  using Kind = Offer::Kind;
  if (value == "PROJECT") {
    return {Kind::files, {}, ".plx"};
  }
  if (value == "DIR") {
    return {Kind::folders, {}, {}};
  }
  if (value.starts_with("FILE.")) {
    return {Kind::files, {}, value.substr(std::string_view("FILE").size())};
  }
  if (value.starts_with("PATH") || value.find("FILE") != std::string_view::npos) {
    return {Kind::files, {}, {}};
  }
  return {};
}

Offer offer_of(std::string_view value, std::string_view choices,
               std::span<const std::string_view> suggested) {
  if (!choices.empty()) {
    return {Offer::Kind::words, split_list(choices, '|'), {}};
  }
  if (suggested.empty()) {
    return offer_by_name(value);
  }
  const auto has = [&](char mark) { return value.find(mark) != std::string_view::npos; };
  return {has('=')   ? Offer::Kind::keys
          : has(',') ? Offer::Kind::list
                     : Offer::Kind::words,
          {suggested.begin(), suggested.end()},
          {}};
}

}  // namespace

Offer offer_for(const Option& option) {
  return offer_of(option.value, option.choices, option.suggested);
}

Offer offer_for(const Positional& positional) {
  return offer_of(positional.name, positional.choices, positional.suggested);
}

bool repeats(const Positional& positional) {
  return positional.name.ends_with("...") || positional.name.find(' ') != std::string_view::npos;
}

std::vector<std::string_view> names_of(const Option& option) {
  return split_list(option.names, ',');
}

bool takes_value(const Option& option) { return !option.value.empty(); }

std::vector<Option> options_of(const Command* command) {
  std::vector<Option> options;
  const auto add = [&](std::span<const Option> more) {
    options.insert(options.end(), more.begin(), more.end());
  };
  if (command != nullptr) {
    add(command->options);
  }
  add(global_options());
  // A command has help of its own, but no version.
  add(command != nullptr ? parser_options().first(1) : parser_options());
  return options;
}

std::string quoted(std::string_view text, std::string_view quote) {
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? quote : std::string_view(&c, 1);
  }
  return out + '\'';
}

int run_completion(const Arguments& arguments, Messages& messages) {
  const auto written = write_stdout(arguments.shell == "bash"   ? completion_for_bash()
                                    : arguments.shell == "fish" ? completion_for_fish()
                                                                : completion_for_zsh());
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
