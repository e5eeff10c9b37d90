#include "parallax/cli/opened_project.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "parallax/cli/interrupt.h"
#include "parallax/core/names_of_values.h"

namespace parallax {

Result<Project> open_project(const Arguments& arguments, Project::Mode mode) {
  return Project::open(arguments.project, mode, {.data_folder = arguments.data_folder});
}

Watch shown_by(Messages& messages) {
  return {.progress = [&messages](std::size_t done, std::size_t total,
                                  std::string_view path) { messages.progress(done, total, path); },
          .stop = interrupted};
}

Result<Answers> ask(Project& project, const Arguments& arguments, Messages& messages) {
  auto questions = project.questions();
  if (!questions) {
    return std::unexpected(questions.error());
  }
  std::erase_if(*questions, [&](const Question& question) {
    return (!arguments.verdict.empty() && to_string(question.verdict) != arguments.verdict) ||
           (!arguments.type.empty() && to_string(question.type) != arguments.type);
  });
  auto articles = project.articles_of(*questions);
  auto accounts = project.accounts();
  if (!articles || !accounts) {
    return std::unexpected(articles ? accounts.error() : articles.error());
  }
  note_stale(project, arguments, messages);
  return Answers{std::move(*questions), std::move(*articles), std::move(*accounts)};
}

void note_stale(Project& project, const Arguments& arguments, Messages& messages) {
  const auto stale = project.stale();
  if (stale && *stale > 0) {
    messages.note(std::to_string(*stale) +
                  " articles were read by another version of the program or its data; `parallax "
                  "reread " +
                  arguments.project + "` reads them again");
  }
}

TerminalStyle terminal_style() {
  TerminalStyle style;
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  winsize size = {};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.columns = std::clamp<unsigned>(size.ws_col, 40, 200);
  }
  const char* const no_colour = std::getenv("NO_COLOR");
  const char* const kind = std::getenv("TERM");
  const bool refused = (no_colour != nullptr && *no_colour != '\0') ||
                       (kind != nullptr && std::string_view(kind) == "dumb");
  style.colour = terminal && !refused;
  return style;
}

}  // namespace parallax
