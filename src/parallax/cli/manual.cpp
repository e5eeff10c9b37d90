// `parallax manual`: the manual page in man(7), made of the option table and the prose below.
#include <algorithm>

#include "parallax/cli/commands.h"
#include "parallax/cli/option_table.h"
#include "parallax/cli/output.h"

namespace parallax {
namespace {

/// The day on which the prose of this file last changed.
constexpr std::string_view kDate = "2026-11-26";

struct Entry {
  std::string_view name;
  std::string_view meaning;
};

constexpr std::string_view kDescription[] = {
    "Parallax reads many accounts of one contested story and lays them side by side: what is "
    "disputed and what is agreed, who says what, and in which words, each item traced to its "
    "sentence.",
    "It attributes and compares; it never judges. It does not say who is right, scores no bias, "
    "ranks no outlet.",
    "Articles are read once, into a project: one file. Data goes to standard output, everything "
    "else to standard error."};

constexpr Entry kExitCodes[] = {
    {"0", "Done."},
    {"1", "Failed; one sentence on standard error says at what, and what to do."},
    {"2", "Wrong usage."},
    {"3", "Done, but some inputs could not be read; each is named on standard error."},
    {"130", "Interrupted; what was read is kept, and the same command goes on from there."},
};

constexpr Entry kFiles[] = {
    {"NAME.plx", "A project: articles, what was read in them, and their claims."},
    {"NAME.plx-wal, NAME.plx-shm",
     "They stand beside a project while it is open, or after a program was killed, and belong to "
     "it: copy a project when it is closed."},
    {"parallax.toml",
     "In a folder of articles: which outlet each article is from, on which side an outlet stands, "
     "when an article appeared. It may be missing."},
};

constexpr Entry kEnvironment[] = {
    {"NO_COLOR", "With any value: no colours on a terminal."},
    {"TERM", "With the value dumb: no colours on a terminal."},
    {"PARALLAX_ALLOW_NETWORK_FILE_SYSTEM",
     "With any value: opens a project on a network file system too, where two computers that "
     "write at once can damage it."},
};

constexpr std::string_view kSeeAlso =
    "The folder that is installed with the program, usually /usr/share/doc/parallax: it holds the "
    "README, docs/formats.md (all that is printed as JSON) and an example pile.";

/// What roff prints as this text.
std::string roff(std::string_view text) {
  constexpr Entry kEscapes[] = {{"\\", "\\e"},  {"-", "\\-"},   {"'", "\\(aq"}, {"\"", "\\(dq"},
                                {"`", "\\(ga"}, {"^", "\\(ha"}, {"~", "\\(ti"}};
  std::string out;
  for (const char& c : text) {
    const std::string_view one(&c, 1);
    const auto* escape = std::ranges::find(kEscapes, one, &Entry::name);
    out += escape != std::end(kEscapes) ? escape->meaning : one;
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

/// In lines that roff fills again. None may begin with a dot, which would make it a request.
std::string filled(std::string_view text) {
  constexpr std::size_t kColumns = 78;
  std::string lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find(' '), text.size());
    const std::string word = roff(text.substr(0, size));
    if (!line.empty() && line.size() + 1 + word.size() > kColumns) {
      lines += line + '\n';
      line.clear();
    }
    line += line.empty() ? (word.starts_with('.') ? "\\&" : "") + word : ' ' + word;
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return lines + line + '\n';
}

std::string section(std::string_view title) { return ".SH " + std::string(title) + '\n'; }

/// A term, already in roff, and under it what it means.
std::string entry(const std::string& term, std::string_view meaning) {
  return ".TP\n" + term + '\n' + filled(meaning);
}

std::string entries(std::span<const Entry> list) {
  std::string lines;
  for (const Entry& one : list) {
    lines += entry(bold(one.name), one.meaning);
  }
  return lines;
}

std::string usage(const Command& command) {
  std::string line = bold("parallax " + std::string(command.name));
  for (const Positional& positional : command.positionals) {
    line += ' ' + italic(positional.name);
  }
  for (const Option& option : command.options) {
    if (option.required) {
      line +=
          ' ' + bold(option.names.substr(option.names.rfind(',') + 1)) + ' ' + italic(option.value);
    }
  }
  return line + " [" + italic("OPTIONS") + "]\n";
}

std::string option_entries(std::span<const Option> options) {
  std::string lines;
  for (const Option& option : options) {
    std::string names(option.names);
    std::string term;
    for (std::size_t comma = names.find(','); comma != std::string::npos; comma = names.find(',')) {
      term += bold(names.substr(0, comma)) + ", ";
      names.erase(0, comma + 1);
    }
    term += bold(names) + (option.value.empty() ? "" : ' ' + italic(option.value));
    lines += entry(term, help_of(option) + (option.required ? " (required)" : ""));
  }
  return lines;
}

std::string example_lines(std::string_view examples) {
  std::string lines = ".PP\nExamples:\n.PP\n.EX\n";
  while (!examples.empty()) {
    const std::size_t size = examples.find('\n');
    lines += roff(examples.substr(0, size)) + '\n';
    examples.remove_prefix(size + 1);
  }
  return lines + ".EE\n";
}

std::string sentence(std::string_view words) {
  std::string out = std::string(words) + '.';
  if (out.front() >= 'a' && out.front() <= 'z') {
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  }
  return out;
}

std::string command_part(const Command& command) {
  std::string lines = ".SS " + std::string(command.name) + '\n' + usage(command) + ".PP\n" +
                      filled(sentence(command.summary));
  if (!command.notes.empty()) {
    lines += ".PP\n" + filled(command.notes);
  }
  for (const Positional& positional : command.positionals) {
    lines += entry(italic(positional.name), positional.help);
  }
  return lines + option_entries(command.options) + example_lines(command.examples);
}

std::string synopsis() {
  std::string lines = section("SYNOPSIS");
  for (const Command& command : commands()) {
    lines += usage(command) + ".br\n";
  }
  return lines + bold("parallax") + " [" + italic("COMMAND") + "] " + bold("--help") + '\n';
}

std::string description() {
  std::string lines = section("DESCRIPTION");
  for (const std::string_view paragraph : kDescription) {
    lines += (lines.ends_with("DESCRIPTION\n") ? "" : ".PP\n") + filled(paragraph);
  }
  return lines;
}

std::string manual_page() {
  std::string page = ".\\\" Made by `parallax manual`.\n.TH PARALLAX 1 " + std::string(kDate) +
                     " \"parallax " PARALLAX_VERSION
                     "\" \"User Commands\"\n"
                     // Names of values and options are not to be parted at a line's end.
                     ".ad l\n.nr HY 0\n";
  page += section("NAME") + "parallax \\- lay many accounts of one contested story side by side\n";
  page += synopsis() + description();
  page += section("OPTIONS") + "Every command takes these:\n" + option_entries(global_options()) +
          option_entries(parser_options());
  page += section("COMMANDS");
  for (const Command& command : commands()) {
    page += command_part(command);
  }
  page += section("EXIT STATUS") + entries(kExitCodes);
  page += section("FILES") + entries(kFiles);
  page += section("ENVIRONMENT") + entries(kEnvironment);
  return page + section("SEE ALSO") + filled(kSeeAlso);
}

}  // namespace

int run_manual(const Arguments&, Messages& messages) {
  const auto written = write_stdout(manual_page());
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
