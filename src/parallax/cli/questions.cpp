// `parallax questions` and `parallax disputes`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {

int run_questions(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  Arguments asked = arguments;
  if (arguments.command == "disputes") {
    asked.verdict = "conflict";
  }
  const auto answers = ask(*project, asked, messages);
  if (!answers) {
    return messages.fail(answers.error());
  }
  const auto written =
      write_stdout(arguments.json ? questions_as_json(answers->presented())
                                  : questions_as_table(answers->presented(), terminal_style()));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
