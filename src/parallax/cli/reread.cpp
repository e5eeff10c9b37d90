// `parallax reread`
#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/opened_project.h"

namespace parallax {

int run_reread(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::write);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto read = project->reread(arguments.all, shown_by(messages));
  if (!read) {
    return messages.fail(read.error());
  }
  messages.note("read " + std::to_string(*read) + (*read == 1 ? " article" : " articles") +
                " again");
  if (interrupted()) {
    messages.problem("interrupted; the same command goes on from there");
    return kInterrupted;
  }
  return kSuccess;
}

}  // namespace parallax
