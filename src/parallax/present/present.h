#pragma once
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/copies.h"
#include "parallax/core/listings.h"
#include "parallax/core/question.h"
#include "parallax/core/quotes.h"

/// One format, one file. Everything that was read from outside is foreign text: escaped for the
/// format that carries it, control characters shown as U+FFFD on a terminal.
namespace parallax {

struct Presented {
  std::span<const Question> questions;
  std::span<const Article> articles;  ///< every article that a claim names
  std::span<const Account> accounts;
};

struct TerminalStyle {
  unsigned columns = 80;
  bool colour = false;
};

/// The disputes (or questions) as a list that fits a terminal: title, verdict and type, then each
/// position with its claims.
std::string questions_as_table(const Presented& presented, const TerminalStyle& style);
/// CONTRACT.md's array; one question an element, pretty-printed, line feed at the end.
std::string questions_as_json(const Presented& presented);

/// What is known of a project beside its questions and articles.
struct ProjectFacts {
  std::string name;       ///< the file's, without its ending
  std::string file;       ///< the file's, for commands that the user may type
  std::size_t stale = 0;  ///< articles read by another version
};
/// One object: outlets, sides, counts, and what the user should know (docs/api.md).
std::string project_as_json(const ProjectFacts& project, std::span<const Question> questions,
                            std::span<const Account> accounts);

/// Who says what: words by side and outlet, then at most `most` speakers and as many sources
/// without a name.
std::string quotes_as_table(const Quotes& quotes, std::size_t most, const TerminalStyle& style);
/// Events day by day, a lane a side; those without a day at the end.
std::string timeline_as_table(const Timeline& timeline, const TerminalStyle& style);
std::string timeline_as_json(const Timeline& timeline);
/// An array of events, each as in `timeline_as_json`.
std::string events_as_json(std::span<const ListedEvent> events);
/// Figures in the order given; a heading for each counted class and unit.
std::string figures_as_table(std::span<const ListedFigure> figures, const TerminalStyle& style);
std::string figures_as_json(std::span<const ListedFigure> figures);
/// These speakers' attributions one by one, each with its source, its words and their place.
std::string said_as_list(std::span<const Speaker> speakers, const TerminalStyle& style);
/// How much of the quotes is written.
struct QuotesShown {
  std::size_t speakers = static_cast<std::size_t>(-1);  ///< at most
  std::size_t said = static_cast<std::size_t>(-1);      ///< at most, of each speaker; 0: no `said`
};
/// One object (docs/formats.md), line feed at the end.
std::string quotes_as_json(const Quotes& quotes, const QuotesShown& shown);

/// Copy groups with their pairs, and quotations. `articles`: those that the pairs name.
std::string copies_as_table(const CopiesOnScreen& shown, std::span<const Article> articles,
                            const TerminalStyle& style);
/// One object (docs/formats.md), line feed at the end.
std::string copies_as_json(const Copies& copies, std::span<const Article> articles);

/// How much of the quotes a report carries: a page of every word that anybody says would not open.
constexpr std::size_t kSpeakersInReport = 200;
constexpr std::size_t kSaidInReport = 100;

struct Report {
  Presented presented;
  ProjectFacts project;
  std::span<const ArticleInfo> listed;  ///< all articles of the project, as they are shown
  /// For `presented.articles`, in their order: each as analysis_as_json_line gives it, or empty if
  /// the report is not to carry it. May be empty as a whole.
  std::span<const std::string> carried = {};
  Quotes quotes = {};
};
/// One self-contained page that reads without JavaScript. With it, the web app is in the page, too.
std::string report_as_html(const Report& report);

/// One row a claim.
std::string questions_as_csv(const Presented& presented);
/// One question a line.
std::string questions_as_json_lines(const Presented& presented);

/// An array, one article an element (docs/formats.md).
std::string articles_as_json(std::span<const ArticleInfo> articles);
/// An array, one sentence an element (docs/formats.md).
std::string hits_as_json(std::span<const SearchHit> hits);

/// One line of `parallax map`, without the line feed. `layers` empty: all.
std::string analysis_as_json_line(const Article& article, const Analysis& analysis,
                                  std::span<const std::string> layers);
/// All layers of `map` but `tokens`, which are most of an article and which no page shows.
std::span<const std::string> layers_for_pages();
/// One layer in its text form, the one that the case files use: one item a line, `layer key="value"
/// ...`, nested items indented. Layers: article blocks sentences tokens syntax timexes figures
/// entities glosses attributions events labels sourcing notes.
std::string layer_as_text(const Article& article, const Analysis& analysis,
                          const std::string& layer);
/// What cleaning left out, in the same form.
std::string removed_as_text(std::span<const RemovedPiece> pieces);
/// What is known of the article, a line each, with what it stands on, and an empty line; nothing if
/// at most the language is known.
std::string article_header(const Article& article, const TerminalStyle& style);
/// The article with its marks in line: ⟦words⟧ with the layer's letter and colour where there is
/// colour.
std::string article_with_marks(const Article& article, const Analysis& analysis,
                               const std::string& layer, const TerminalStyle& style);

}  // namespace parallax
