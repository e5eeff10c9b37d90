// From text to claims and to every format: the whole of reading, as `parallax map`, `show` and
// `disputes` do it. The first byte says how the text comes in.
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "../tests/promises.h"
#include "input.h"
#include "parallax/compare/compare.h"
#include "parallax/present/present.h"
#include "parallax/project/map_lines.h"
#include "parallax/store/analysis_blob.h"
#include "promise.h"

namespace parallax::fuzz {
namespace {

constexpr std::array<const char*, 14> kLayers = {
    "article",  "blocks",  "sentences",    "tokens", "syntax", "timexes",  "figures",
    "entities", "glosses", "attributions", "events", "labels", "sourcing", "notes"};

const ArticleReader& reader() {
  static const ArticleReader kReader(DataFiles::built_in());
  return kReader;
}

const ClaimRules& rules() {
  static const auto kRules = load_claim_rules(DataFiles::built_in(), "en");
  return *kRules;
}

/// To write all layers takes longer than to read the article.
void check_formats(const Article& article, const Analysis& analysis) {
  const Turn turn(article.text);
  if (turn.is_of(0, 4)) {
    const std::string line = analysis_as_json_line(article, analysis, {});
    require_json(line, "a line of map");
    require(line.find('\n') == std::string::npos, "a line of map has a line feed in it");
  }
  for (std::size_t i = 0; i < kLayers.size(); ++i) {
    if (turn.is_of(i, kLayers.size())) {
      require_utf8(layer_as_text(article, analysis, kLayers.at(i)), "a layer as text");
      require_utf8(article_with_marks(article, analysis, kLayers.at(i), {}), "marks in an article");
    }
  }
  const auto again =
      parse_analysis(print_analysis(analysis), static_cast<std::uint32_t>(article.text.size()));
  require(again.has_value() && *again == analysis,
          "an analysis is not the same after it was stored");
}

void check_claims(const Article& article, const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    const Anchor& anchor = claim.anchor;
    require(!anchor.words.empty() && words(article.text, anchor.span) == anchor.words,
            "a claim without its words in the article: " + claim.answer);
    require(anchor.article == article.id, "a claim of another article: " + claim.answer);
    require_utf8(anchor.words + anchor.before + anchor.after + claim.answer, "a claim");
  }
}

/// What an article says, of which everything keeps its promises.
std::vector<Claim> checked_claims(const Article& article, const Analysis& analysis) {
  require_kept(promises::broken_by(article, analysis));
  std::vector<Claim> claims = reader().claims(article, analysis);
  check_claims(article, claims);
  return claims;
}

/// One article alone; some are read twice: the same must come out. Few are read with syntax, which
/// takes most of the time of reading.
void check_article(const Article& article) {
  const Wanted wanted{.syntax = Turn(article.text).is_of(1, 64)};
  const Analysis analysis = reader().read(article, wanted);
  checked_claims(article, analysis);
  check_formats(article, analysis);
  require(!Turn(article.text).is_of(0, 7) || reader().read(article, wanted) == analysis,
          "two readings differ");
}

/// The whole of the input as one article.
void check_text(std::string_view text) {
  const Article article = article_from_clean_text("made-up", text, {});
  require_true_blocks(article, text);
  check_article(article);
}

void check_page(std::string_view html) {
  const Record record{.path = "made-up.html", .bytes = std::string(html), .kind = RecordKind::html};
  if (const auto article = reader().collect(record)) {
    check_article(*article);
  }
}

void check_question_formats(const Presented& presented, Turn turn) {
  if (turn.is_of(0, 5)) {
    require_json(questions_as_json(presented), "questions as JSON");
  }
  if (turn.is_of(1, 5)) {
    require_utf8(questions_as_csv(presented), "questions as CSV");
  }
  if (turn.is_of(2, 5)) {
    require_utf8(questions_as_table(presented, {.columns = 40}), "questions as a table");
  }
  if (turn.is_of(3, 5)) {
    require_utf8(report_as_html({.presented = presented, .project = {}, .listed = {}}),
                 "the report");
  }
}

/// Articles with a form feed between them, on two sides in turn, compared; with a format only if
/// asked for.
void check_pile(Input input, bool formats) {
  const Turn turn(input.rest());
  std::vector<Article> articles;
  std::vector<Account> accounts;
  std::vector<Claim> claims;
  while (!input.empty() && articles.size() < 4) {
    const std::string name = "made-up-" + std::to_string(articles.size());
    Metadata given;
    given.published = "2031-05-09";
    Article article = article_from_clean_text(name, input.up_to('\f'), given);
    article.path = name + ".txt";
    const auto found = checked_claims(article, reader().read(article, {.syntax = false}));
    claims.insert(claims.end(), found.begin(), found.end());
    accounts.push_back({article.id, article.path, "Outlet " + std::to_string(articles.size()),
                        articles.size() % 2 == 0 ? "Even" : "Odd", given.published});
    articles.push_back(std::move(article));
  }
  const std::vector<Question> questions = compare_claims(accounts, claims, rules());
  for (const Question& question : questions) {
    require_kept(promises::broken_by(articles, question));
  }
  std::ranges::reverse(accounts);
  std::ranges::reverse(claims);
  require(questions == compare_claims(accounts, claims, rules()),
          "the questions depend on the order of articles");
  if (formats) {
    check_question_formats({questions, articles, accounts}, turn);
  }
}

/// A line that names a file would read what lies on this machine.
bool names_a_file(std::string_view line) {
  if (line.find('{') == std::string_view::npos) {
    return false;
  }
  const auto object = nlohmann::json::parse(line, nullptr, false);
  return object.is_object() && object.contains("path");
}

void check_line(std::string_view line) {
  if (names_a_file(line)) {
    return;
  }
  std::vector<std::string> layers = {"sentences", "figures", "entities", "attributions"};
  if (Turn(line).is_of(1, 64)) {
    layers.clear();  // all, with syntax
  }
  const MappedLine mapped = map_line(line, reader(), layers);
  for (const std::string& problem : mapped.problems) {
    require_sentence(problem);
  }
  require(mapped.problems.empty() == !mapped.out.empty(), "neither a line out nor a problem");
  if (!mapped.out.empty()) {
    require_json(mapped.out, "a line of map");
  }
}

/// A file in memory, read from its beginning.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(memfd_create("fuzz_map", MFD_CLOEXEC)) {
    const auto written = write(file_, bytes.data(), bytes.size());
    require(written == static_cast<ssize_t>(bytes.size()) && lseek(file_, 0, SEEK_SET) == 0,
            "no memory for a file");
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int descriptor() const { return file_; }

 private:
  int file_;
};

void check_lines(Input input) {
  for (Input lines = input; !lines.empty();) {
    if (names_a_file(lines.up_to('\n'))) {
      return;
    }
  }
  const MemoryFile file(input.rest());
  std::size_t last = 0;
  std::size_t bad = 0;
  const MapEnds ends{.input = file.descriptor(),
                     .write = [](std::string_view) { return Result<void>(); },
                     .problem =
                         [&](std::size_t line, std::string_view problem) {
                           require(line >= last && line > 0, "the problems are out of order");
                           bad += line > last ? 1 : 0;
                           last = line;
                           require_sentence(problem);
                         },
                     .stop = [] { return false; }};
  const auto mapped = map_lines(reader(), {.layers = {"sentences"}, .jobs = 1}, ends);
  require(mapped.has_value() && *mapped == bad, "a count of problems that is not theirs");
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  fuzz::Input input(data, size);
  switch (input.kind(6)) {
    case 0:
      fuzz::check_text(input.rest());
      break;
    case 1:
      fuzz::check_pile(input, false);
      break;
    case 2:
      fuzz::check_line(input.rest());
      break;
    case 3:
      fuzz::check_lines(input);
      break;
    case 4:
      fuzz::check_page(input.rest());
      break;
    default:
      fuzz::check_pile(input, true);
  }
  return 0;
}
