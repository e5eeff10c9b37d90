// `parallax timeline`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {

int run_timeline(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto timeline = project->timeline();
  if (!timeline) {
    return messages.fail(timeline.error());
  }
  const auto written =
      write_stdout(arguments.json ? timeline_as_json(*timeline)
                                  : timeline_as_table(*timeline, terminal_style()));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
