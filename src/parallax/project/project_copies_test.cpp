#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "parallax/project/project.h"

namespace parallax {
namespace {

namespace fs = std::filesystem;

/// A pile of made-up articles and a project, gone after the test.
class Pile {
 public:
  Pile() {
    std::string name = (fs::temp_directory_path() / "parallax_pile_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Pile() { fs::remove_all(folder_); }
  Pile(const Pile&) = delete;
  Pile& operator=(const Pile&) = delete;

  Project open(const std::string& name) const {
    return Project::open(folder_ / name, Project::Mode::create, {}).value();
  }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }
  static void add(Project& project, const std::vector<std::string>& paths) {
    REQUIRE(project.add(paths, {}).has_value());
  }

 private:
  fs::path folder_;
};

std::string sentences(int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i) {
    const std::string number = std::to_string(i);
    for (const char* const words :
         {"Guard", " walked over bridge", " and sang song", " to baker", " until lamp"}) {
      out.append(words).append(number);
    }
    out += " went out.\n";
  }
  return out;
}

std::vector<std::string> members(const CopyGroup& group) {
  std::vector<std::string> paths;
  paths.reserve(group.members.size());
  for (const Account& member : group.members) {
    paths.push_back(member.path);
  }
  return paths;
}

using Paths = std::vector<std::string>;

TEST_CASE("copies are found among what comes in and what was there") {
  const Pile pile;
  Project project = pile.open("p.plx");
  Pile::add(project,
            {pile.write("a.txt", sentences(0, 12)), pile.write("x.txt", sentences(50, 60))});
  CHECK(project.copies()->groups.empty());
  Pile::add(project, {pile.write("b.txt", sentences(0, 7))});
  Copies copies = project.copies().value();
  REQUIRE(copies.groups.size() == 1);
  CHECK(members(copies.groups[0]) == Paths{"a.txt", "b.txt"});
  CHECK(copies.groups[0].pairs[0].kind == CopyKind::abridged);
  CHECK(copies.independent() == 2);
  CHECK(copies.not_compared == 0);
  const auto articles = project.articles_of(copies).value();
  REQUIRE(articles.size() == 2);
  const Span cut = copies.groups[0].pairs[0].alignment.only_first.at(0);
  CHECK(words(articles[0].text, cut).starts_with("Guard7 walked"));
}

TEST_CASE("who is left when an article goes stays joined") {
  const Pile pile;
  Project project = pile.open("p.plx");
  Pile::add(project, {pile.write("a.txt", sentences(0, 12)), pile.write("b.txt", sentences(0, 11)),
                      pile.write("c.txt", sentences(1, 12))});
  REQUIRE(project.remove("a.txt").has_value());
  const Copies copies = project.copies().value();
  REQUIRE(copies.groups.size() == 1);
  CHECK(members(copies.groups[0]) == Paths{"b.txt", "c.txt"});
}

TEST_CASE("articles added one by one give the same copies as all at once") {
  const Pile pile;
  std::vector<std::string> paths;
  for (int i = 0; i < 12; ++i) {  // twelve short items with one footer, and one copied item
    const int own = i == 11 ? 0 : i;
    paths.push_back(pile.write("item" + std::to_string(i) + ".txt",
                               sentences(20 * own, 20 * own + 6) + sentences(500, 512)));
  }
  Project at_once = pile.open("at_once.plx");
  Pile::add(at_once, paths);
  Project one_by_one = pile.open("one_by_one.plx");
  for (const std::string& path : paths) {
    Pile::add(one_by_one, {path});
  }
  const Copies copies = at_once.copies().value();
  REQUIRE(copies.groups.size() == 1);
  CHECK(members(copies.groups[0]) == Paths{"item0.txt", "item11.txt"});
  CHECK(one_by_one.copies().value().groups == copies.groups);
}

TEST_CASE("what `add` did not come to is compared by the next command that writes") {
  const Pile pile;
  Project project = pile.open("p.plx");
  const std::vector<std::string> paths = {pile.write("a.txt", sentences(0, 12)),
                                          pile.write("b.txt", sentences(0, 12))};
  std::size_t asked = 0;
  REQUIRE(project.add(paths, {.progress = {}, .stop = [&] { return ++asked > 100; }}).has_value());
  std::size_t stops = 0;
  Project stopped = pile.open("stopped.plx");
  const std::size_t last = asked - 1;  // the question before the first batch of comparing
  REQUIRE(
      stopped.add(paths, {.progress = {}, .stop = [&] { return ++stops >= last; }}).has_value());
  CHECK(stopped.copies()->not_compared == 2);
  REQUIRE(stopped.reread(false, {}).has_value());
  CHECK(stopped.copies()->not_compared == 0);
  CHECK(stopped.copies()->groups == project.copies()->groups);
}

TEST_CASE("a position says how many articles it has without copies") {
  const Pile pile;
  Project project = pile.open("p.plx");
  const std::string fire = "On 4 May 2031 an explosion in the port of Orrin killed 10 people.\n";
  const std::string other = "On 4 May 2031 an explosion in the port of Orrin killed 35 people.\n";
  Pile::add(project, {pile.write("a.txt", fire + sentences(0, 9)),
                      pile.write("b.txt", fire + sentences(0, 8)),
                      pile.write("c.txt", other + sentences(50, 60))});
  const auto questions = project.questions().value();
  const auto dead = std::ranges::find(questions, QuestionType::figure, &Question::type);
  REQUIRE(dead != questions.end());
  REQUIRE(dead->positions.size() == 2);
  CHECK(dead->positions[0].articles == 2);
  CHECK(dead->positions[0].independent == 1);
  CHECK(dead->positions[1].articles == 1);
  CHECK(dead->positions[1].independent == 1);
}

}  // namespace
}  // namespace parallax
