// `parallax set`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"

namespace parallax {

int run_set(const Arguments& arguments, Messages& messages) {
  std::vector<std::pair<std::string, std::string>> values;
  for (const std::string& value : arguments.values) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals == 0) {
      messages.problem("\"" + value + "\" is not KEY=VALUE; for example side=North");
      return kUsage;
    }
    values.emplace_back(value.substr(0, equals), value.substr(equals + 1));
  }
  auto project = open_project(arguments, Project::Mode::write);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto set = project->set(arguments.article, values);
  if (!set) {
    const int code = messages.fail(set.error());
    return set.error().code == ErrorCode::bad_format ? kUsage : code;
  }
  return kSuccess;
}

}  // namespace parallax
