// `parallax articles`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"
#include "parallax/cli/text_table.h"

namespace parallax {
namespace {

std::string as_table(const std::vector<ArticleInfo>& articles) {
  TextTable table({"id", "published", "side", "outlet", "path", "title"});
  for (const ArticleInfo& article : articles) {
    const Metadata& known = article.metadata;
    table.add({article.id.substr(0, 8), known.published.value_or("-").substr(0, 10),
               known.side.value_or("-"), known.outlet.value_or("-"), article.path,
               known.title.value_or("-")});
  }
  return table.text(terminal_style().columns);
}

}  // namespace

int run_articles(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto articles = project->articles();
  if (!articles) {
    return messages.fail(articles.error());
  }
  if (articles->empty()) {
    messages.note(arguments.project + " holds no articles yet; `parallax add " + arguments.project +
                  " PATH...` reads some");
  }
  const auto written = write_stdout(arguments.json      ? articles_as_json(*articles)
                                    : articles->empty() ? ""
                                                        : as_table(*articles));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
