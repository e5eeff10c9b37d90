// `parallax export`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {
namespace {

std::string in_format(const Presented& presented, const std::string& format) {
  if (format == "csv") {
    return questions_as_csv(presented);
  }
  return format == "jsonl" ? questions_as_json_lines(presented) : questions_as_json(presented);
}

}  // namespace

int run_export(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto answers = ask(*project, arguments, messages);
  if (!answers) {
    return messages.fail(answers.error());
  }
  const auto written =
      write_output(arguments.output, in_format(answers->presented(), arguments.format));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
