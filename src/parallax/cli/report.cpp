// `parallax report`
#include <filesystem>

#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {

int run_report(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto answers = ask(*project, arguments, messages);
  if (!answers) {
    return messages.fail(answers.error());
  }
  const std::string name = std::filesystem::path(arguments.project).stem().string();
  const auto written =
      write_output(arguments.output, questions_as_html(answers->presented(), name));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
