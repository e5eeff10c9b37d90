// `parallax report`
#include <filesystem>
#include <unordered_map>

#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {
namespace {

/// A page larger than this is slow to open: articles beyond it are quoted but not carried whole.
constexpr std::size_t kMostCarried = std::size_t{16} << 20;

/// The articles that the report carries whole, for reading them side by side.
Result<std::vector<std::string>> carried(Project& project, std::span<const Article> articles,
                                         std::span<const ArticleInfo> listed) {
  std::unordered_map<std::string_view, const Metadata*> known;
  for (const ArticleInfo& article : listed) {
    known.emplace(article.id, &article.metadata);
  }
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  for (const Article& article : articles) {
    const auto analysis = project.analysis(article.id);
    if (!analysis) {
      return std::unexpected(analysis.error());
    }
    Article shown = article;
    if (const auto at = known.find(article.id); at != known.end()) {
      shown.metadata = *at->second;
    }
    lines.push_back(analysis_as_json_line(shown, *analysis, layers_for_pages()));
    bytes += lines.back().size();
    if (bytes > kMostCarried) {
      lines.back().clear();
      break;
    }
  }
  return lines;
}

}  // namespace

int run_report(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto answers = ask(*project, arguments, messages);
  if (!answers) {
    return messages.fail(answers.error());
  }
  const auto listed = project->shown_articles();
  if (!listed) {
    return messages.fail(listed.error());
  }
  const auto whole = carried(*project, answers->articles, *listed);
  if (!whole) {
    return messages.fail(whole.error());
  }
  auto quotes = project->quotes();
  if (!quotes) {
    return messages.fail(quotes.error());
  }
  const std::filesystem::path file(arguments.project);
  const auto written = write_output(
      arguments.output, report_as_html({.presented = answers->presented(),
                                        .project = {.name = file.stem().string(),
                                                    .file = file.filename().string(),
                                                    .stale = project->stale().value_or(0)},
                                        .listed = *listed,
                                        .carried = *whole,
                                        .quotes = std::move(*quotes)}));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
