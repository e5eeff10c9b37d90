#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "parallax/collect/collect.h"

using namespace parallax;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone after the test.
class TemporaryPile {
 public:
  TemporaryPile()
      : root_(fs::temp_directory_path() / ("parallax-pile-" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  TemporaryPile(const TemporaryPile&) = delete;
  TemporaryPile& operator=(const TemporaryPile&) = delete;
  ~TemporaryPile() {
    std::error_code error;
    fs::remove_all(root_, error);
  }

  void put(const std::string& path, std::string_view bytes) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << bytes;
  }
  std::string path(const std::string& inside = "") const {
    return inside.empty() ? root_.string() : (root_ / inside).string();
  }

 private:
  fs::path root_;
};

struct Walked {
  std::vector<Record> records;
  std::vector<Skipped> skipped;
  std::vector<PileSettings> settings;
  std::string paths;  ///< of the records, parted by blanks
  Result<void> result;
};

Walked walk(const std::vector<std::string>& paths, const Limits& limits = {}) {
  Walked walked;
  const PileVisitor visitor{
      .record =
          [&](Record&& record) {
            walked.paths += (walked.paths.empty() ? "" : " ") + record.path;
            walked.records.push_back(std::move(record));
            return true;
          },
      .skipped = [&](Skipped&& s) { walked.skipped.push_back(std::move(s)); },
      .settings = [&](PileSettings&& s) { walked.settings.push_back(std::move(s)); }};
  walked.result = read_pile(paths, limits, visitor);
  return walked;
}

}  // namespace

TEST_CASE("folders are walked in byte order of their paths; the rest is passed over") {
  const TemporaryPile pile;
  for (const char* path : {"b.txt", "a.html", "a/z.txt", "a.d/x.TXT", ".hidden.txt", ".git/y.txt",
                           "notes.md", "p.plx", "expected.tsv"}) {
    pile.put(path, "The ferry left.");
  }
  const Walked walked = walk({pile.path()});
  REQUIRE(walked.result);
  CHECK(walked.paths == "a.d/x.TXT a.html a/z.txt b.txt");
  CHECK(walked.records[1].kind == RecordKind::html);
  CHECK(walked.skipped.empty());
  CHECK(count_files(std::vector{pile.path()}) == 4);
}

TEST_CASE("links in a circle are walked once") {
  const TemporaryPile pile;
  pile.put("a/x.txt", "The ferry left.");
  fs::create_directory_symlink(pile.path(), pile.path("a/up"));
  CHECK(walk({pile.path()}).paths == "a/x.txt");
}

TEST_CASE("parallax.toml speaks for the files under its folder") {
  const TemporaryPile pile;
  pile.put("a.txt", "The ferry left.");
  pile.put("sub/b.txt", "The ferry came.");
  pile.put("names.tsv", "state\tBM\tBelmoria\t\n");
  pile.put("parallax.toml",
           "names = \"names.tsv\"\n[[article]]\npath = \"a.txt\"\noutlet = \"Sarn Mail\"\n"
           "published = 2031-05-14\n[[article]]\npath = \"sub/b.txt\"\nside = \"North\"\n"
           "[outlets.\"Sarn Mail\"]\nside = \"South\"\n");
  for (const std::string& path : {pile.path(), pile.path("a.txt")}) {
    const Walked walked = walk({path});
    REQUIRE_FALSE(walked.records.empty());
    CHECK(walked.records[0].path == "a.txt");
    CHECK(walked.records[0].given.outlet == "Sarn Mail");
    CHECK(walked.records[0].given.published == "2031-05-14");
    REQUIRE(walked.settings.size() == 1);
    CHECK(walked.settings[0].names_tsv.contains("Belmoria"));
    CHECK(walked.settings[0].outlet_sides[0].second == "South");
    CHECK(walked.skipped.empty());
  }
  CHECK(walk({pile.path()}).records[1].given.side == "North");
  CHECK(walk({pile.path("parallax.toml"), pile.path("names.tsv")}).records.empty());
}

TEST_CASE("what is wrong in parallax.toml is said once, and the folder still read") {
  const TemporaryPile pile;
  pile.put("a.txt", "The ferry left.");
  for (const char* toml :
       {"names = ", "[[article]]\noutlet = \"x\"", "nmes = \"x\"", "names = \"gone.tsv\"",
        "[[article]]\npath = \"gone.txt\"",
        "[[article]]\npath = \"a.txt\"\npublished = \"last May\"", "[outlets.\"x\"]\ncolour = 1",
        "\"a\\nb\" = 1", "[[article]]\npath = t\n\"\""}) {
    CAPTURE(toml);
    pile.put("parallax.toml", toml);
    const Walked walked = walk({pile.path()});
    CHECK(walked.paths == "a.txt");
    REQUIRE(walked.skipped.size() == 1);
    CHECK(walked.skipped[0].error.message.contains("parallax.toml"));
    CHECK_FALSE(walked.skipped[0].error.message.contains('\n'));
  }
}

TEST_CASE("parallax.toml cannot nest tables without end, whatever stands in its strings") {
  std::string key = "a";
  for (int i = 0; i < 300'000; ++i) {
    key += ".a";
  }
  const TemporaryPile pile;
  pile.put("a.txt", "One.");
  for (const std::string& toml :
       {key + " = 1", "[" + key + "]", "x = \"\"\" \" \"\"\"\n" + key + " = 1",
        "x = '''a''''\n" + key + " = 1", "x = \"\\\"\" # \"\n" + key + " = 1"}) {
    pile.put("parallax.toml", toml);
    const Walked walked = walk({pile.path()});
    CHECK(walked.paths == "a.txt");
    REQUIRE(walked.skipped.size() == 1);
    CHECK(walked.skipped[0].error.message.contains("too many parts"));
  }
  pile.put("parallax.toml",
           "[[article]]\npath = \"a.txt\"\ntitle = \"a. b. c. d. e. f. g. h. i. j.\"");
  CHECK(walk({pile.path()}).skipped.empty());
}

TEST_CASE("a pile does not bring in files from outside of its folder") {
  const TemporaryPile folder;
  folder.put("outside.tsv", "a\tb\tc\n");
  folder.put("pile/a.txt", "One.");
  folder.put("pile/in/names.tsv", "a\tb\tc\n");
  std::filesystem::create_symlink(folder.path("outside.tsv"), folder.path("pile/link.tsv"));
  for (const std::string& name :
       {folder.path("outside.tsv"), std::string("../outside.tsv"), std::string("link.tsv")}) {
    folder.put("pile/parallax.toml", "names = \"" + name + "\"");
    const Walked walked = walk({folder.path("pile")});
    REQUIRE(walked.skipped.size() == 1);
    CHECK(walked.skipped[0].error.message.contains("outside of its folder"));
  }
  folder.put("pile/parallax.toml", "names = \"in/../in/names.tsv\"");
  CHECK(walk({folder.path("pile")}).skipped.empty());
}

TEST_CASE("a names file that is a pipe is not waited for") {
  const TemporaryPile pile;
  pile.put("a.txt", "One.");
  pile.put("parallax.toml", "names = \"pipe\"");
  REQUIRE(mkfifo(pile.path("pipe").c_str(), 0600) == 0);
  const Walked walked = walk({pile.path()});
  REQUIRE(walked.skipped.size() == 1);
  CHECK(walked.skipped[0].error.message.contains("pipe"));
}

TEST_CASE("JSON lines are records, each with its place in the file") {
  const TemporaryPile pile;
  pile.put("a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n\nnonsense\n{\"text\":\"Two.\"}\r\n");
  const Walked walked = walk({pile.path("a.jsonl")});
  CHECK(walked.paths == "a.jsonl#1 a.jsonl#2");
  CHECK(walked.records[1].source_offset == 35);
  REQUIRE(walked.skipped.size() == 1);
  CHECK(walked.skipped[0].error.message.starts_with("a.jsonl line 3: "));
}

TEST_CASE("a line or a file over the limit is left out with a sentence") {
  const TemporaryPile pile;
  pile.put("a.jsonl", "{\"text\":\"" + std::string(5000, 'x') + "\"}\n{\"text\":\"Two.\"}\n");
  pile.put("b.txt", std::string(5000, 'x'));
  const Walked walked = walk({pile.path()}, {.file_bytes = 1000, .line_bytes = 1000});
  CHECK(walked.paths == "a.jsonl#1");
  REQUIRE(walked.skipped.size() == 2);
  CHECK(walked.skipped[0].path == "a.jsonl line 1");
  CHECK(walked.skipped[1].error.code == ErrorCode::over_limit);
}

TEST_CASE("a PATH that is missing fails before anything is read") {
  const TemporaryPile pile;
  pile.put("a.txt", "The ferry left.");
  const Walked walked = walk({pile.path("a.txt"), pile.path("gone.txt")});
  REQUIRE_FALSE(walked.result);
  CHECK(walked.result.error().code == ErrorCode::not_found);
  CHECK(walked.result.error().message.contains("gone.txt"));
  CHECK(walked.records.empty());
}

TEST_CASE("an empty folder is named") {
  const TemporaryPile pile;
  pile.put("sub/readme.md", "x");
  const Walked walked = walk({pile.path()});
  CHECK(walked.result);
  REQUIRE(walked.skipped.size() == 1);
  CHECK(walked.skipped[0].error.message.contains("nothing to read"));
}

TEST_CASE("a file that is named is read whatever its ending") {
  const TemporaryPile pile;
  pile.put("page.saved", "<!DOCTYPE html><p>x");
  pile.put("note", "The ferry left.");
  const Walked walked = walk({pile.path("page.saved"), pile.path("note")});
  REQUIRE(walked.records.size() == 2);
  CHECK(walked.records[0].kind == RecordKind::html);
  CHECK(walked.records[1].kind == RecordKind::text);
}

TEST_CASE("the walk stops when the visitor has enough") {
  const TemporaryPile pile;
  pile.put("a.txt", "x");
  pile.put("b.txt", "x");
  int seen = 0;
  const PileVisitor visitor{.record = [&](Record&&) { return ++seen < 1; }};
  CHECK(read_pile(std::vector{pile.path()}, {}, visitor));
  CHECK(seen == 1);
}
