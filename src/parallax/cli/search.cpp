// `parallax search`
#include <nlohmann/json.hpp>

#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"
#include "parallax/cli/text_table.h"

namespace parallax {
namespace {

std::string as_json(const std::vector<SearchHit>& hits) {
  auto list = nlohmann::ordered_json::array();
  for (const SearchHit& hit : hits) {
    list.push_back({{"id", hit.article},
                    {"article", hit.path},
                    {"begin", hit.span.begin},
                    {"end", hit.span.end},
                    {"text", hit.words}});
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

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
  const auto written = write_stdout(arguments.json ? as_json(*hits) : as_lines(*hits));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
