// `parallax add`
#include <algorithm>
#include <filesystem>

#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/opened_project.h"

namespace parallax {
namespace {

std::string counted(std::size_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

std::string summary(const AddReport& report) {
  const std::size_t skipped = report.skipped.size() + report.unreadable.size();
  std::string text = "read " + counted(report.added, "article") + ", " +
                     std::to_string(report.unchanged) + " unchanged, " + std::to_string(skipped) +
                     " skipped";
  if (report.read_again > 0) {
    text +=
        "; read " + counted(report.read_again, "older article") + " again with the pile's names";
  }
  if (report.passed_over > 0) {
    text += "; passed over " + counted(report.passed_over, "thing") +
            " in archives that hold no article";
  }
  return text;
}

void offer_sides(Project& project, const std::string& name, Messages& messages) {
  const auto articles = project.articles();
  if (!articles || articles->size() < 2 || std::ranges::any_of(*articles, [](const auto& one) {
        return one.metadata.side.has_value();
      })) {
    return;
  }
  messages.note("no sides are set, so each outlet is its own side; set them with `parallax set " +
                name + " ARTICLE side=NAME` or in a parallax.toml beside the articles");
}

/// A project is not made for paths that do not exist.
bool none_exists(const std::vector<std::string>& paths) {
  return std::ranges::none_of(paths, [](const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
  });
}

int say_missing(const std::vector<std::string>& paths, Messages& messages) {
  for (const std::string& path : paths) {
    messages.problem("there is no file or folder " + path + "; check the path");
  }
  return kFailure;
}

void name_problems(const AddReport& report, Messages& messages) {
  for (const std::string& path : report.empty) {
    messages.problem("no articles found in " + path +
                     "; what is read is .txt, .html, .jsonl and the like");
  }
  for (const auto* list : {&report.unreadable, &report.skipped}) {
    for (const Skipped& skipped : *list) {
      messages.problem_with(skipped.path, skipped.error);
    }
  }
}

int exit_code(const AddReport& report, bool project_is_empty) {
  if (report.interrupted) {
    return kInterrupted;
  }
  const bool nothing_read = report.added + report.unchanged == 0;
  if (nothing_read && report.skipped.empty() && (project_is_empty || !report.unreadable.empty())) {
    return kFailure;
  }
  return report.skipped.empty() && report.unreadable.empty() ? kSuccess : kSkippedInputs;
}

}  // namespace

int run_add(const Arguments& arguments, Messages& messages) {
  if (none_exists(arguments.paths)) {
    return say_missing(arguments.paths, messages);
  }
  auto project = open_project(arguments, Project::Mode::create);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto report = project->add(arguments.paths, shown_by(messages));
  if (!report) {
    return messages.fail(report.error());
  }
  name_problems(*report, messages);
  const auto stored = project->articles();
  if (!stored) {
    return messages.fail(stored.error());
  }
  const std::size_t seen = report->added + report->unchanged + report->skipped.size();
  if (seen > 0 || report->interrupted) {
    messages.note(summary(*report));
  } else if (report->empty.empty() && report->unreadable.empty()) {
    messages.problem("no articles found in what was given");
  }
  if (report->interrupted) {
    messages.problem("interrupted; what was read is kept, and the same command goes on from there");
  } else if (report->added > 0) {
    offer_sides(*project, arguments.project, messages);
  }
  return exit_code(*report, stored->empty());
}

}  // namespace parallax
