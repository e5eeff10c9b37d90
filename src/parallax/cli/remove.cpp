// `parallax remove`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"

namespace parallax {

int run_remove(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::write);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto removed = project->remove(arguments.article);
  return removed ? kSuccess : messages.fail(removed.error());
}

}  // namespace parallax
