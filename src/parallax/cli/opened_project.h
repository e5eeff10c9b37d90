#pragma once
#include <vector>

#include "parallax/cli/arguments.h"
#include "parallax/cli/messages.h"
#include "parallax/present/present.h"
#include "parallax/project/project.h"

namespace parallax {

/// The project that the command line names.
Result<Project> open_project(const Arguments& arguments, Project::Mode mode);

/// Shows progress, and stops at Ctrl-C.
Watch shown_by(Messages& messages);

/// The questions that are asked for (`--verdict`, `--type`), with what is needed to show them.
struct Answers {
  std::vector<Question> questions;
  std::vector<Article> articles;
  std::vector<Account> accounts;

  Presented presented() const { return {questions, articles, accounts}; }
};
/// Calls `note_stale`.
Result<Answers> ask(Project& project, const Arguments& arguments, Messages& messages);

/// Says on stderr when articles were read by another version of the program or its data.
void note_stale(Project& project, const Arguments& arguments, Messages& messages);

/// The width and colour of the terminal on stdout; 80 columns without colour where it is none.
TerminalStyle terminal_style();

}  // namespace parallax
