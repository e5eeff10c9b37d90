#include "parallax/cli/option_table.h"

#include <iterator>

#include "parallax/cli/layers.h"
#include "parallax/present/display_width.h"

namespace parallax {
namespace {

constexpr Positional kProject = {"PROJECT", "the project file, usually NAME.plx",
                                 &Arguments::project};
constexpr Positional kArticle = {"ARTICLE", "its path, file name, or the first 8 digits of its id",
                                 &Arguments::article};
constexpr Option kJson = {"--json", "", "print JSON (docs/formats.md)", &Arguments::json};
constexpr Option kType = {"--type", "TYPE", "only questions of this type", &Arguments::type,
                          "figure|date|perpetrator|name|characterisation|denial|motive"};

constexpr Option kGlobal[] = {
    {"--data", "DIR", "data files (lang/en/*.tsv, names/*.tsv) that replace the built-in ones",
     &Arguments::data_folder},
    {"-q,--quiet", "", "no progress and no summary; problems are still named", &Arguments::quiet},
    {"-v,--verbose", "", "say more of what is done", &Arguments::verbose},
};
constexpr Option kParserOptions[] = {
    {"-h,--help", "", "help, also for one command: parallax add --help", {}},
    {"--version", "", "the version of the program", {}},
};

constexpr Positional kAddPositionals[] = {
    kProject,
    {"PATH...", "files and folders: pages, texts, JSON lines, WARC, mail, archives",
     &Arguments::paths}};
constexpr Positional kProjectOnly[] = {kProject};
constexpr Positional kProjectArticle[] = {kProject, kArticle};
constexpr Positional kShowPositionals[] = {{"[PROJECT] ARTICLE|FILE",
                                            "an article of a project, or a file without a project",
                                            &Arguments::words}};
constexpr Positional kSearchPositionals[] = {
    kProject, {"QUERY...", "words; a phrase stands in double quotes", &Arguments::words}};
constexpr std::string_view kSetKeys[] = {"outlet", "side",   "published", "modified", "title",
                                         "author", "origin", "url",       "language"};
constexpr Positional kSetPositionals[] = {
    kProject,
    kArticle,
    {"KEY=VALUE...",
     "outlet side published modified title author origin url language (an empty value: unknown), "
     "or block:BEGIN-END (bytes of the file) with "
     "a "
     "role: body puts it back, boilerplate takes it out, an empty value takes this word back",
     &Arguments::values,
     {},
     kSetKeys}};
constexpr Positional kCompletionPositionals[] = {
    {"SHELL", "bash, zsh or fish", &Arguments::shell, "bash|zsh|fish"}};

constexpr Option kJsonOnly[] = {kJson};
constexpr Option kQuestionOptions[] = {
    {"--verdict", "VERDICT", "only questions with this verdict", &Arguments::verdict,
     "conflict|compatible|same|undecidable"},
    kType,
    kJson};
constexpr Option kDisputeOptions[] = {kType, kJson};
constexpr Option kQuoteOptions[] = {
    {"--speaker", "NAME", "this speaker's attributions one by one, with source, words and place",
     &Arguments::speaker},
    {"--side", "SIDE", "only what outlets of this side print", &Arguments::side},
    {"--outlet", "OUTLET", "only what this outlet prints", &Arguments::outlet},
    {"--limit", "N", "at most N speakers, and N sources without a name (50); JSON has all",
     &Arguments::limit},
    kJson};
constexpr Option kCopyOptions[] = {
    {"--limit", "N", "at most N copy groups (50); JSON has all", &Arguments::limit}, kJson};
constexpr Option kShowOptions[] = {
    {"--layer",
     "LAYER",
     "print what one layer holds: article blocks sentences tokens syntax timexes figures entities "
     "glosses attributions events labels sourcing notes; or what was left out: removed",
     &Arguments::layer,
     {},
     false,
     kShownLayers},
    {"--marks", "", "with --layer: show the layer as marks in the text", &Arguments::marks},
};
constexpr Option kSearchOptions[] = {
    {"--limit", "N", "at most N sentences (50)", &Arguments::limit}, kJson};
constexpr Option kServeOptions[] = {
    {"--port", "N", "the port (8484, or any free one if that is taken; 0: any free one)",
     &Arguments::port}};
constexpr Option kRereadOptions[] = {
    {"--all", "", "also the articles that nothing has changed for", &Arguments::all}};
constexpr Option kReportOptions[] = {
    {"-o,--output", "FILE.html", "where the page goes; - is stdout", &Arguments::output, {}, true}};
constexpr Option kExportOptions[] = {
    {"--format", "FORMAT", "csv, jsonl or json", &Arguments::format, "csv|jsonl|json", true},
    {"-o,--output", "FILE", "where it goes; - or nothing is stdout", &Arguments::output}};
constexpr Option kJobs = {"--jobs", "N",
                          "threads (one for each processor); the output does not depend on it",
                          &Arguments::jobs};
constexpr Option kSyntaxOptions[] = {
    {"--input", "FORM",
     "conllu: the tokens and sentences that are given are kept, all else is found; text: UTF-8, "
     "with a blank line between paragraphs",
     &Arguments::input, "conllu|text", true},
    kJobs};
constexpr Option kMapOptions[] = {
    {"--layers",
     "A,B",
     "only these: article sentences tokens timexes figures entities glosses attributions events "
     "labels sourcing notes",
     &Arguments::layers,
     {},
     false,
     kMappedLayers},
    kJobs,
    {"--names", "FILE.tsv", "names of the pile, as a pile's names file", &Arguments::names}};

constexpr Command kCommands[] = {
    {"add",
     "read files and folders into a project, which is made if missing",
     kAddPositionals,
     {},
     "  parallax add harbour.plx articles/\n"
     "  parallax add harbour.plx monday.html tuesday.jsonl\n"},
    {"articles", "list the articles of a project", kProjectOnly, kJsonOnly,
     "  parallax articles harbour.plx\n"},
    {"disputes", "what the accounts contradict each other on", kProjectOnly, kDisputeOptions,
     "  parallax disputes harbour.plx\n"
     "  parallax disputes harbour.plx --type figure --json\n"},
    {"questions", "all questions that the accounts answer, with the verdict on each", kProjectOnly,
     kQuestionOptions, "  parallax questions harbour.plx --verdict compatible\n"},
    {"quotes", "who says what: words by side, outlet and speaker", kProjectOnly, kQuoteOptions,
     "  parallax quotes harbour.plx\n"
     "  parallax quotes harbour.plx --speaker 'Ila Tarn'\n"
     "  parallax quotes harbour.plx --side North --json\n",
     "An attribution nested in another counts for its own speaker as well. In the share of voice "
     "each word counts once, for the outermost. Everything is counted, nothing is scored."},
    {"figures", "every number with what it counts, in whose words", kProjectOnly, kJsonOnly,
     "  parallax figures harbour.plx\n"
     "  parallax figures harbour.plx --json\n"},
    {"timeline", "what is said to have happened, day by day, a lane a side", kProjectOnly,
     kJsonOnly,
     "  parallax timeline harbour.plx\n"
     "  parallax timeline harbour.plx --json\n",
     "An event stands at its own day, not at the day of its article. What has no day stands "
     "apart."},
    {"copies", "which articles are one text, and what each leaves out or adds", kProjectOnly,
     kCopyOptions,
     "  parallax copies harbour.plx\n"
     "  parallax copies harbour.plx --json\n",
     "A copy group is what copies join; copies stay in all counts, and positions say how many "
     "articles they have with and without them. Which text is the original is not known. "
     "Translations are not found."},
    {"show", "one article with its marks, or one layer of it", kShowPositionals, kShowOptions,
     "  parallax show harbour.plx monday.html\n"
     "  parallax show monday.html --layer attributions\n"
     "  parallax show monday.html --layer figures --marks\n"
     "  parallax show harbour.plx monday.html --layer removed\n"},
    {"search", "the sentences that hold all of the words", kSearchPositionals, kSearchOptions,
     "  parallax search harbour.plx bridge shelled\n"
     "  parallax search harbour.plx '\"old bridge\"' --json\n"},
    {"serve", "show a project in the browser, and answer programs with JSON, on this machine only",
     kProjectOnly, kServeOptions,
     "  parallax serve harbour.plx\n"
     "  parallax serve harbour.plx --port 9000\n"},
    {"set",
     "correct what is known of an article; a side belongs to its outlet",
     kSetPositionals,
     {},
     "  parallax set harbour.plx monday.html published=2031-05-14 outlet='Harbour Post'\n"
     "  parallax set harbour.plx monday.html side=North\n"
     "  parallax set harbour.plx monday.html block:1200-1350=body\n"},
    {"remove",
     "take an article out of a project",
     kProjectArticle,
     {},
     "  parallax remove harbour.plx monday.html\n"},
    {"reread", "read stored articles again where the program or its data have changed",
     kProjectOnly, kRereadOptions,
     "  parallax reread harbour.plx\n"
     "  parallax reread harbour.plx --all --data my-data/\n"},
    {"report", "write all disputes as one self-contained page", kProjectOnly, kReportOptions,
     "  parallax report harbour.plx -o harbour.html\n"},
    {"export", "write all questions, claim by claim", kProjectOnly, kExportOptions,
     "  parallax export harbour.plx --format csv -o harbour.csv\n"
     "  parallax export harbour.plx --format jsonl | head\n"},
    {"map",
     "read articles from stdin to stdout, one JSON object a line, without a project",
     {},
     kMapOptions,
     "  parallax map < articles.jsonl > read.jsonl\n"
     "  echo '{\"id\": \"1\", \"path\": \"monday.html\"}' | parallax map --layers figures\n"},
    {"syntax",
     "find sentences, words, tags and trees of English: CoNLL-U or text from stdin, CoNLL-U to "
     "stdout "
     "(the model learnt from English-language, mostly Western text)",
     {},
     kSyntaxOptions,
     "  parallax syntax --input text < monday.txt > monday.conllu\n"
     "  parallax syntax --input conllu < gold.conllu > found.conllu\n"},
    {"completion",
     "print what makes a shell complete commands, options and files",
     kCompletionPositionals,
     {},
     "  source <(parallax completion bash)\n"
     "  parallax completion fish > ~/.config/fish/completions/parallax.fish\n"},
    {"manual", "print the manual page, as man reads it", {}, {}, "  parallax manual | man -l -\n"},
};

void append_row(std::string& out, std::string_view name, std::string_view help) {
  constexpr std::size_t kIndent = 26;
  constexpr std::size_t kColumns = 80;
  std::string row = "  " + std::string(name);
  row += row.size() + 1 < kIndent ? std::string(kIndent - row.size(), ' ')
                                  : "\n" + std::string(kIndent, ' ');
  std::size_t column = kIndent;
  while (!help.empty()) {
    const std::size_t size = std::min(help.find(' '), help.size());
    if (column > kIndent && column + 1 + size > kColumns) {
      row += "\n" + std::string(kIndent, ' ');
      column = kIndent;
    }
    const std::string word(help.substr(0, size));
    row += column > kIndent ? ' ' + word : word;
    column += size + (column > kIndent ? 1 : 0);
    help.remove_prefix(std::min(size + 1, help.size()));
  }
  out += row + '\n';
}

}  // namespace

std::string help_of(const Option& option) {
  std::string help(option.help);
  if (!option.choices.empty() && help.find(", ") == std::string::npos) {
    help += ": ";
    for (const char c : option.choices) {
      help.push_back(c == '|' ? ' ' : c);
    }
  }
  return help;
}

namespace {

void append_options(std::string& out, std::span<const Option> options) {
  for (const Option& option : options) {
    std::string names(option.names);
    if (const auto comma = names.find(','); comma != std::string::npos) {
      names.insert(comma + 1, " ");
    }
    if (!option.value.empty()) {
      names += ' ' + std::string(option.value);
    }
    append_row(out, names, help_of(option));
  }
}

}  // namespace

std::span<const Command> commands() { return kCommands; }
std::span<const Option> global_options() { return kGlobal; }
std::span<const Option> parser_options() { return kParserOptions; }

std::string help_for_program() {
  std::string help =
      "Parallax reads many accounts of one contested story and lays them side by side:\n"
      "what is disputed, in whose words. It attributes and compares; it never judges.\n\n"
      "Usage: parallax COMMAND [OPTIONS] ...\n\nCommands:\n";
  for (const Command& command : kCommands) {
    append_row(help, command.name, command.summary);
  }
  help += "\nOptions of every command:\n";
  append_options(help, kGlobal);
  append_options(help, kParserOptions);
  help +=
      "\nStart with:\n  parallax add my.plx FOLDER\n  parallax disputes my.plx\n"
      "\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs skipped,\n"
      "130 interrupted (what was read is kept)\n";
  return help;
}

std::string help_for(const Command& command) {
  std::string help = "parallax " + std::string(command.name) + ": " + std::string(command.summary) +
                     "\n\nUsage: parallax " + std::string(command.name);
  for (const Positional& positional : command.positionals) {
    help += ' ' + std::string(positional.name);
  }
  help += " [OPTIONS]\n";
  if (command.name == "map" || command.name == "syntax") {
    help += "       (reads stdin, writes stdout)\n";
  }
  if (!command.positionals.empty()) {
    help += "\nArguments:\n";
  }
  for (const Positional& positional : command.positionals) {
    append_row(help, positional.name, positional.help);
  }
  help += "\nOptions:\n";
  append_options(help, command.options);
  append_options(help, kGlobal);
  append_row(help, "-h, --help", "this help");
  if (!command.notes.empty()) {
    help += '\n';
    append_wrapped(help, command.notes, {.columns = 80, .first = 0, .rest = 0, .label = {}});
  }
  return help + "\nExamples:\n" + std::string(command.examples);
}

}  // namespace parallax
