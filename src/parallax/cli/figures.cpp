// `parallax figures`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {

int run_figures(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto figures = project->figures();
  if (!figures) {
    return messages.fail(figures.error());
  }
  const auto written = write_stdout(arguments.json ? figures_as_json(*figures)
                                                   : figures_as_table(*figures, terminal_style()));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
