// `parallax search`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"
#include "parallax/cli/text_table.h"

namespace parallax {
namespace {

std::string as_lines(const std::vector<SearchHit>& hits) {
  std::string lines;
  for (const SearchHit& hit : hits) {
    lines += one_line(hit.path) + ':' + std::to_string(hit.span.begin) + ": " +
             one_line(hit.words) + '\n';
  }
  return lines;
}

}  // namespace

int run_search(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  std::string query;
  for (const std::string& word : arguments.words) {
    query += (query.empty() ? "" : " ") + word;
  }
  const auto hits = project->search(query, arguments.limit);
  if (!hits) {
    return messages.fail(hits.error());
  }
  if (hits->empty()) {
    messages.note("no sentence of " + arguments.project + " holds all of: " + query);
  }
  const auto written = write_stdout(arguments.json ? hits_as_json(*hits) : as_lines(*hits));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
