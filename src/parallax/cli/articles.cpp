// `parallax articles`
#include <nlohmann/json.hpp>

#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"
#include "parallax/cli/text_table.h"

namespace parallax {
namespace {

std::string as_json(const std::vector<ArticleInfo>& articles) {
  auto list = nlohmann::ordered_json::array();
  for (const ArticleInfo& article : articles) {
    const Metadata& known = article.metadata;
    nlohmann::ordered_json row = {{"id", article.id}, {"path", article.path}};
    const auto put = [&](const char* name, const std::optional<std::string>& value) {
      row[name] = value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
    };
    put("title", known.title);
    put("outlet", known.outlet);
    put("side", known.side);
    put("author", known.author);
    put("published", known.published);
    put("url", known.url);
    put("language", known.language);
    row["bytes"] = article.bytes;
    list.push_back(std::move(row));
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

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
  const auto written = write_stdout(arguments.json      ? as_json(*articles)
                                    : articles->empty() ? ""
                                                        : as_table(*articles));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
