// `parallax show`
#include <algorithm>
#include <filesystem>

#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/layers.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"
#include "parallax/project/read_file.h"

namespace parallax {
namespace {

/// What is shown of each article: marks in its text, or a layer's text form.
struct View {
  std::string layer;
  bool in_text = true;

  std::string of(const Article& article, const Analysis& analysis) const {
    return in_text ? article_header(article, terminal_style()) +
                         article_with_marks(article, analysis, layer, terminal_style())
                   : layer_as_text(article, analysis, layer);
  }
};

/// The project that the first word names.
Result<Project> open_named(Arguments arguments) {
  arguments.project = arguments.words[0];
  return open_project(arguments, Project::Mode::read);
}

/// What came of the articles of a file.
struct Shown {
  std::size_t shown = 0;
  std::size_t skipped = 0;

  /// Of many articles each has its name above it.
  std::string heading_of_next(const std::string& path) {
    const bool one_of_many = shown++ > 0 || path.find('#') != std::string::npos;
    return one_of_many ? "==== " + path + '\n' : "";
  }
  int exit_code(const std::string& path, Messages& messages) const {
    if (shown == 0 && skipped == 0) {
      messages.problem("no articles found in " + path);
    }
    return shown == 0 ? kFailure : skipped > 0 ? kSkippedInputs : kSuccess;
  }
};

int show_stored(const Arguments& arguments, const View& view, Messages& messages) {
  auto project = open_named(arguments);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto article = project->article(arguments.words[1]);
  if (!article) {
    return messages.fail(article.error());
  }
  const auto analysis = project->analysis(article->id);
  if (!analysis) {
    return messages.fail(analysis.error());
  }
  const auto written = write_stdout(view.of(*article, *analysis));
  return written ? kSuccess : messages.fail(written.error());
}

int show_file(const Arguments& arguments, const View& view, Messages& messages) {
  const std::string& path = arguments.words[0];
  Shown shown;
  Result<void> written;
  const auto show = [&](Article&& article, Analysis&& analysis) {
    written = write_stdout(shown.heading_of_next(article.path) + view.of(article, analysis));
    return written.has_value() && !interrupted();
  };
  const auto skip = [&](Skipped&& one) {
    ++shown.skipped;
    messages.problem_with(one.path, one.error);
  };
  const auto read = read_file(path, arguments.data_folder, show, skip);
  if (!read || !written) {
    return messages.fail(read ? written.error() : read.error());
  }
  return shown.exit_code(path, messages);
}

std::string removed_text(std::span<const RemovedPiece> pieces) {
  return pieces.empty() ? "nothing was left out\n" : removed_as_text(pieces);
}

int show_removed(const Arguments& arguments, Messages& messages) {
  auto project = open_named(arguments);
  if (!project) {
    return messages.fail(project.error());
  }
  const auto pieces = project->removed(arguments.words[1]);
  if (!pieces) {
    return messages.fail(pieces.error());
  }
  const auto written = write_stdout(removed_text(*pieces));
  return written ? kSuccess : messages.fail(written.error());
}

int show_removed_of_file(const Arguments& arguments, Messages& messages) {
  Shown shown;
  Result<void> written;
  const auto show = [&](const std::string& path, std::span<const RemovedPiece> pieces) {
    written = write_stdout(shown.heading_of_next(path) + removed_text(pieces));
    return written.has_value() && !interrupted();
  };
  const auto skip = [&](Skipped&& one) {
    ++shown.skipped;
    messages.problem_with(one.path, one.error);
  };
  const auto read = read_removed(arguments.words[0], arguments.data_folder, show, skip);
  if (!read || !written) {
    return messages.fail(read ? written.error() : read.error());
  }
  return shown.exit_code(arguments.words[0], messages);
}

}  // namespace

int run_show(const Arguments& arguments, Messages& messages) {
  View view{"attributions", true};
  if (!arguments.layer.empty()) {
    const auto layer = layer_named(arguments.layer, kShownLayers);
    if (!layer) {
      messages.problem(layer.error().message);
      return kUsage;
    }
    view = {*layer, arguments.marks};
  }
  const bool removed = view.layer == kRemovedLayer;
  if (arguments.words.size() == 2) {
    return removed ? show_removed(arguments, messages) : show_stored(arguments, view, messages);
  }
  std::error_code ignored;
  const bool is_file = std::filesystem::exists(arguments.words[0], ignored);
  if (arguments.words.size() > 2 || (is_file && arguments.words[0].ends_with(".plx"))) {
    messages.problem("show takes a FILE, or a PROJECT and one ARTICLE; `parallax articles " +
                     arguments.words[0] + "` lists the articles of a project");
    return kUsage;
  }
  return removed ? show_removed_of_file(arguments, messages) : show_file(arguments, view, messages);
}

}  // namespace parallax
