// `parallax copies`
#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"

namespace parallax {
namespace {

void note_not_compared(const Copies& copies, const Arguments& arguments, Messages& messages) {
  if (copies.not_compared > 0) {
    messages.note("not yet compared with the others: " + std::to_string(copies.not_compared) +
                  " of the articles; `parallax reread " + arguments.project + "` goes on");
  }
}

Result<std::string> as_text(Project& project, Copies copies, const Arguments& arguments) {
  if (arguments.json) {
    const auto articles = project.articles_of(copies);
    return articles ? Result<std::string>(copies_as_json(copies, *articles))
                    : std::unexpected(articles.error());
  }
  const CopiesOnScreen shown = for_screen(std::move(copies), arguments.limit);
  const auto articles = project.articles_of(shown.copies);
  return articles ? Result<std::string>(copies_as_table(shown, *articles, terminal_style()))
                  : std::unexpected(articles.error());
}

}  // namespace

int run_copies(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  auto copies = project->copies();
  if (!copies) {
    return messages.fail(copies.error());
  }
  note_not_compared(*copies, arguments, messages);
  const auto text = as_text(*project, std::move(*copies), arguments);
  if (!text) {
    return messages.fail(text.error());
  }
  const auto written = write_stdout(*text);
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
