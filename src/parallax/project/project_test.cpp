#include "parallax/project/project.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "parallax/project/article_reader.h"

namespace parallax {
namespace {

namespace fs = std::filesystem;

/// A folder with a pile and a project, gone after the test.
class Workplace {
 public:
  Workplace() {
    std::string name = (fs::temp_directory_path() / "parallax_project_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Workplace() { fs::remove_all(folder_); }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << bytes;
  }
  Project open(const std::string& name = "p.plx") const {
    auto project = Project::open(path(name), Project::Mode::create, {});
    REQUIRE_MESSAGE(project.has_value(), (project ? "" : project.error().message));
    return std::move(*project);
  }
  AddReport add(Project& project, const std::vector<std::string>& names) const {
    std::vector<std::string> paths;
    paths.reserve(names.size());
    for (const std::string& name : names) {
      paths.push_back(path(name));
    }
    const auto report = project.add(paths, {});
    REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
    return *report;
  }

 private:
  fs::path folder_;
};

constexpr char kOrrin[] = "Ten people died in Orrin on 4 May 2031, the mayor of Orrin said.\n";
constexpr char kVell[] = "Nobody died in Orrin, a nurse from Vell told the Harbour Post.\n";

TEST_CASE("data files may be given at opening; what others have read is then stale") {
  const Workplace work;
  work.write("pile/a.txt", kOrrin);
  {
    Project project = work.open();
    work.add(project, {"pile"});
  }
  const auto stale_with = [&](const DataFiles& data) {
    auto project = Project::open_with(std::make_shared<Readers>(data), work.path("p.plx"),
                                      Project::Mode::read);
    REQUIRE(project.has_value());
    return project->stale().value();
  };
  DataFiles data = DataFiles::built_in();
  CHECK(stale_with(data) == 0);
  data.put("lang/en/months.tsv", "may\t5\n");
  CHECK(stale_with(data) == 1);
}

TEST_CASE("adding is idempotent, and what has changed is read anew") {
  const Workplace work;
  work.write("pile/a.txt", kOrrin);
  work.write("pile/b.txt", kVell);
  Project project = work.open();
  CHECK(work.add(project, {"pile"}).added == 2);
  const AddReport again = work.add(project, {"pile"});
  CHECK(again.added == 0);
  CHECK(again.unchanged == 2);

  // The same bytes under the same name, now with an outlet: the same article, known better.
  work.write("pile/parallax.toml",
             "[[article]]\npath = \"a.txt\"\noutlet = \"Vell Post\"\n"
             "[outlets.\"Vell Post\"]\nside = \"North\"\n");
  CHECK(work.add(project, {"pile"}).added == 1);
  const auto articles = project.articles().value();
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].metadata.outlet == "Vell Post");
  CHECK(articles[0].metadata.side == "North");
}

TEST_CASE("what metadata stand on is kept, and what the user sets stands first") {
  const Workplace work;
  work.write("pile/a.txt", kOrrin);
  work.write("pile/parallax.toml",
             "[[article]]\npath = \"a.txt\"\nmodified = 2031-05-16\norigin = \"Vell Wire\"\n");
  Project project = work.open();
  work.add(project, {"pile"});
  const Article given = project.article("a.txt").value();
  CHECK(given.metadata.modified == "2031-05-16");
  const auto modified =
      std::ranges::find(given.evidence, MetadataField::modified, &Evidence::field);
  REQUIRE(modified != given.evidence.end());
  CHECK(modified->source == EvidenceSource::given);

  const std::pair<std::string, std::string> values[] = {{"origin", "Orrin Post"}, {"modified", ""}};
  REQUIRE(project.set("a.txt", values).has_value());
  const Article set = project.article("a.txt").value();
  CHECK(set.metadata.origin == "Orrin Post");
  CHECK_FALSE(set.metadata.modified);
  const auto of_user = std::ranges::count(set.evidence, EvidenceSource::user, &Evidence::source);
  CHECK(of_user == 2);
  CHECK(metadata_from(set.evidence).origin == "Orrin Post");
  CHECK_FALSE(metadata_from(set.evidence).modified);
}

TEST_CASE("the result does not depend on the order or the number of calls") {
  const Workplace work;
  for (int i = 0; i < 150; ++i) {
    work.write("pile/" + std::to_string(i) + ".txt", kOrrin + std::to_string(i) + " came.\n");
  }
  work.write("other/z.txt", kVell);
  Project first = work.open("first.plx");
  work.add(first, {"pile", "other"});
  Project second = work.open("second.plx");
  work.add(second, {"other"});
  work.add(second, {"pile/17.txt"});
  work.add(second, {"pile"});
  CHECK(first.questions().value() == second.questions().value());
  CHECK(first.articles().value().size() == second.articles().value().size());
}

TEST_CASE("names that a pile brings are used for every article, also the older ones") {
  const Workplace work;
  work.write("old/a.txt", kOrrin);
  work.write("new/b.txt", kVell);
  work.write("new/names.tsv", "rival\torrin\tOrrin\t\nrival\torrin\tOrrina\t\n");
  work.write("new/parallax.toml", "names = \"names.tsv\"\n");
  Project project = work.open();
  work.add(project, {"old"});
  const AddReport report = work.add(project, {"new"});
  CHECK(report.added == 1);
  CHECK(report.read_again == 1);
  CHECK(project.stale().value() == 0);
  CHECK(work.add(project, {"old", "new"}).unchanged == 2);

  // Adding a third pile leaves the names of the second alone; taking them away takes them away.
  work.write("third/c.txt", kVell);
  CHECK(work.add(project, {"third"}).read_again == 0);
  fs::remove(work.path("new/parallax.toml"));
  CHECK(work.add(project, {"new"}).read_again > 0);
  CHECK(project.stale().value() == 0);
}

TEST_CASE("what the user sets goes before what is found, and stays") {
  const Workplace work;
  work.write("pile/a.txt", kOrrin);
  work.write("pile/parallax.toml", "[[article]]\npath = \"a.txt\"\noutlet = \"Vell Post\"\n");
  Project project = work.open();
  work.add(project, {"pile"});
  using Values = std::vector<std::pair<std::string, std::string>>;
  REQUIRE(project.set("a.txt", Values{{"side", "South"}, {"outlet", "Harbour Post"}}).has_value());
  CHECK(work.add(project, {"pile"}).unchanged == 1);
  REQUIRE(project.reread(true, {}).value() == 1);
  const Account account = project.accounts().value().front();
  CHECK(account.outlet == "Harbour Post");
  CHECK(account.side == "South");

  REQUIRE(project.set("a.txt", Values{{"outlet", ""}}).has_value());
  CHECK(project.accounts().value().front().outlet == "a.txt");
  REQUIRE(project.set("a.txt", Values{{"side", "East"}}).has_value());
  CHECK(project.accounts().value().front().side == "East");
  CHECK(project.set("a.txt", Values{{"colour", "red"}}).error().code == ErrorCode::bad_format);
  CHECK(project.set("b.txt", Values{{"side", "x"}}).error().code == ErrorCode::not_found);
}

TEST_CASE("an article without outlet is its own, and never another's") {
  const Workplace work;
  work.write("one/north/a.txt", kOrrin);
  work.write("one/south/a.txt", kOrrin);
  work.write("one/b.txt", kVell);
  work.write("two/b.txt", kOrrin);
  Project project = work.open();
  work.add(project, {"one", "two"});
  const auto accounts = project.accounts().value();
  REQUIRE(accounts.size() == 4);
  CHECK(accounts[0].outlet.starts_with("b.txt ("));
  CHECK(accounts[1].outlet.starts_with("b.txt ("));
  CHECK(accounts[0].outlet != accounts[1].outlet);
  CHECK(accounts[2].outlet == "north/a.txt");
  CHECK(accounts[2].side == "north/a.txt");
}

TEST_CASE("an article is found by id, by its start, by path and by file name") {
  const Workplace work;
  work.write("pile/north/harbour.txt", kOrrin);
  work.write("pile/vell.txt", kVell);
  Project project = work.open();
  work.add(project, {"pile"});
  const std::string id = project.articles().value().front().id;
  for (const std::string& name :
       {id, id.substr(0, 8), std::string("north/harbour.txt"), std::string("harbour.txt")}) {
    CHECK(project.article(name).value().id == id);
  }
  CHECK_FALSE(project.article(id.substr(0, 7)).has_value());
  const auto unknown = project.article("habour.txt");
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().message.find("north/harbour.txt") != std::string::npos);
  REQUIRE(project.remove("harbour.txt").has_value());
  CHECK(project.articles().value().size() == 1);
}

TEST_CASE("stopped between articles, the rest is added by the next call") {
  const Workplace work;
  for (int i = 0; i < 300; ++i) {
    work.write("pile/" + std::to_string(i) + ".txt", kOrrin + std::to_string(i) + " came.\n");
  }
  Project project = work.open();
  std::size_t seen = 0;
  const std::vector<std::string> paths = {work.path("pile")};
  const auto report =
      project.add(paths, {[&](std::size_t done, std::size_t, std::string_view) { seen = done; },
                          [&] { return seen >= 64; }});
  REQUIRE(report.has_value());
  CHECK(report->interrupted);
  CHECK(report->added < 300);
  CHECK(project.articles().value().size() == report->added);
  CHECK(work.add(project, {"pile"}).added == 300 - report->added);
}

TEST_CASE("what cannot be read is told apart: a PATH, a file, nothing there") {
  const Workplace work;
  work.write("pile/a.txt", kOrrin);
  work.write("pile/b.txt", std::string_view("\0\0\0\1\2\0\0\0", 8));
  fs::create_directories(work.path("empty"));
  Project project = work.open();
  const AddReport report = work.add(project, {"pile", "empty", "missing.txt", "p.plx"});
  CHECK(report.added == 1);
  CHECK(report.skipped.size() == 2);
  CHECK(report.unreadable.size() == 1);
  CHECK(report.empty.size() == 1);
}

TEST_CASE("search folds the query as it folds the text") {
  const Workplace work;
  work.write("a.txt", "The old br\u00EDdge of Orrin was shelled. Ten people died.\n");
  Project project = work.open();
  work.add(project, {"a.txt"});
  CHECK(project.search("BRIDGE shelled", 10).value().size() == 1);
  CHECK(project.search("\"Old Bridge\" orrin", 10).value().size() == 1);
  CHECK(project.search("\"bridge old\"", 10).value().empty());
  CHECK(project.search("bridge died", 10).value().empty());
  CHECK(project.search("\"", 10).value().empty());
}

}  // namespace
}  // namespace parallax
