// A project file may come by mail: whatever its bytes, every question to it gives a value or one
// sentence. The first byte says how the file was damaged, the second what is asked of it.
#include <array>
#include <optional>
#include <string>

#include "damaged_project.h"
#include "input.h"
#include "parallax/present/present.h"
#include "parallax/project/project.h"
#include "parallax/serve/http.h"
#include "parallax/store/analysis_blob.h"
#include "parallax/store/compress.h"
#include "promise.h"

namespace parallax::fuzz {
namespace {

/// True if there is a value. An error may quote a name from the file, of any bytes: the server can
/// say it nevertheless.
bool answered(const auto& result) {
  if (!result) {
    require(!result.error().message.empty(), "an error without a sentence");
    require_json(problem(500, result.error().message).body, "an error of the server");
  }
  return result.has_value();
}

void check_formats(const Article& article, const Analysis& analysis, Turn turn) {
  constexpr std::array<const char*, 5> kLayers = {"blocks", "sentences", "figures", "attributions",
                                                  "entities"};
  if (turn.is_of(0, 4)) {
    require_json(analysis_as_json_line(article, analysis, {}), "a line of map");
  }
  for (std::size_t i = 0; i < kLayers.size(); ++i) {
    if (turn.is_of(i, kLayers.size())) {
      static_cast<void>(layer_as_text(article, analysis, kLayers.at(i)));
      static_cast<void>(article_with_marks(article, analysis, kLayers.at(i), {}));
    }
  }
}

void ask_articles(Project& project, std::optional<Turn> formats) {
  const auto articles = project.articles();
  if (!answered(articles)) {
    return;
  }
  require_json(articles_as_json(*articles), "articles as JSON");
  for (const ArticleInfo& info :
       std::span(*articles).first(std::min<std::size_t>(articles->size(), 3))) {
    const auto article = project.article(info.id);
    const auto analysis = project.analysis(info.id);
    if (answered(article) && answered(analysis) && formats) {
      check_formats(*article, *analysis, *formats);
    }
  }
}

void present(const Presented& presented, Turn turn) {
  if (turn.is_of(0, 5)) {
    require_json(questions_as_json(presented), "questions as JSON");
  }
  if (turn.is_of(1, 5)) {
    static_cast<void>(questions_as_table(presented, {}));
  }
  if (turn.is_of(2, 5)) {
    static_cast<void>(questions_as_csv(presented));
  }
  if (turn.is_of(3, 5)) {
    static_cast<void>(report_as_html({.presented = presented, .project = {}, .listed = {}}));
  }
  if (turn.is_of(4, 5)) {
    require_json(project_as_json({}, presented.questions, presented.accounts),
                 "the project as JSON");
  }
}

void ask_questions(Project& project, std::optional<Turn> formats) {
  const auto questions = project.questions();
  const auto accounts = project.accounts();
  if (!answered(questions) || !answered(accounts) || !formats) {
    return;
  }
  const auto articles = project.articles_of(*questions);
  if (answered(articles)) {
    present({*questions, *articles, *accounts}, *formats);
  }
}

void ask_copies(Project& project) {
  const auto copies = project.copies();
  if (!answered(copies)) {
    return;
  }
  const auto articles = project.articles_of(*copies);
  if (answered(articles)) {
    require_json(copies_as_json(*copies, *articles), "copies as JSON");
    static_cast<void>(copies_as_table(for_screen(*copies, 10), *articles, {}));
  }
}

void ask_the_rest(Project& project) {
  ask_copies(project);
  answered(project.shown_articles());
  answered(project.stale());
  answered(project.changes());
  const auto hits = project.search("market \"killed\"", 10);
  if (answered(hits)) {
    require_json(hits_as_json(*hits), "hits as JSON");
  }
}

/// Reading again loads every table of the language: it takes turns with writing alone.
void write(Project& project, Turn turn) {
  const std::pair<std::string, std::string> side{"side", "East"};
  answered(project.set("one.txt", std::span(&side, 1)));
  answered(project.remove("two.txt"));
  if (turn.is_of(0, 8)) {
    answered(project.reread(true, {}));
  }
}

/// What is asked of a project; it is opened anew for each question.
enum class Asked : std::uint8_t { articles, questions, rest, article_formats, formats, writes };

void ask(Project& project, Asked asked, Turn turn) {
  switch (asked) {
    case Asked::articles:
      return ask_articles(project, {});
    case Asked::questions:
      return ask_questions(project, {});
    case Asked::rest:
      return ask_the_rest(project);
    case Asked::article_formats:
      return ask_articles(project, turn);
    case Asked::formats:
      return ask_questions(project, turn);
    case Asked::writes:
      break;
  }
  write(project, turn);
  ask_articles(project, {});
  ask_questions(project, {});
}

void check_project(const std::string& path, const DamagedProject& made, Asked asked, Turn turn) {
  const auto mode = asked == Asked::writes ? Project::Mode::write : Project::Mode::read;
  auto project = Project::open_with(made.readers(), path, mode);
  if (answered(project)) {
    ask(*project, asked, turn);
  }
}

/// The frame of a stored analysis has a checksum that damage does not get past: so without it.
void check_analysis(std::string_view bytes) {
  static const Article kArticle = article_from_clean_text(
      "made-up", "On 3 May 2031 the mayor of Velm said that 14 people were killed. “No,” he said.",
      {});
  const auto analysis = parse_analysis(bytes, static_cast<std::uint32_t>(kArticle.text.size()));
  if (!answered(analysis)) {
    return;
  }
  check_formats(kArticle, *analysis, Turn(bytes));
  const auto again =
      parse_analysis(print_analysis(*analysis), static_cast<std::uint32_t>(kArticle.text.size()));
  require(again && *again == *analysis, "an analysis is not the same after it was stored");
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  static const fuzz::DamagedProject kMade;
  fuzz::Input input(data, size);
  const unsigned kind = input.kind(5);
  if (kind == 3) {
    fuzz::check_analysis(input.rest());
    return 0;
  }
  if (kind == 4) {
    fuzz::answered(decompress(input.rest()));
    return 0;
  }
  const fuzz::Turn turn(input.rest());
  const auto asked = static_cast<fuzz::Asked>(input.kind(6));
  const std::string path = kind == 0   ? kMade.with_bytes(input.rest())
                           : kind == 1 ? kMade.with_patches(input)
                                       : kMade.with_values(input);
  fuzz::check_project(path, kMade, asked, turn);
  return 0;
}
