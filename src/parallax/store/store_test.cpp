#include "parallax/store/store.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "parallax/core/anchor.h"
#include "parallax/store/network_file_system.h"
#include "parallax/store/schema.h"
#include "parallax/store/sqlite.h"

namespace parallax {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone after the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "parallax_store_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

struct Sample {
  Article article;
  Analysis analysis;
  std::vector<Claim> claims;
};

/// An invented article with a row for every table.
Sample sample(const std::string& id, const std::string& path) {
  Sample made;
  made.article.id = id;
  made.article.path = path;
  made.article.metadata.outlet = "Vell Gazette";
  made.article.metadata.published = "2031-05-07";
  made.article.text = "Ten people died in Orrin.\nThe m\u00E4yor of Orrin denied it.\n";
  made.article.blocks = {{{0, 26}, {0, 26}, Role::body},
                         {{26, 26}, {26, 90}, Role::boilerplate},
                         {{26, 57}, {90, 121}, Role::body}};
  made.article.notes = {{{26, 26}, "encoding", "one broken byte"}};
  made.analysis.sentences = {{{0, 25}, 0, Role::body}, {{26, 56}, 1, Role::body}};
  made.analysis.entities = {{"Orrin", EntityType::place, "orrin", {{{19, 24}, MentionForm::name}}}};
  Claim claim;
  claim.type = QuestionType::figure;
  claim.topic = {"dead", "orrin", "people", "", "market", {Day{22000}, std::nullopt}, true};
  claim.value = {10.0, std::nullopt, true, "", 3.0, {std::nullopt, Day{-5}}, "", {}};
  claim.value.polarity = Polarity::negative;
  claim.answer = "10";
  claim.speaker = "the mayor";
  claim.anchor = make_anchor(made.article, text_version(made.article), {0, 10});
  made.claims = {claim};
  claim.speaker.reset();
  claim.anchor = make_anchor(made.article, text_version(made.article), {26, 35});
  made.claims.push_back(claim);
  return made;
}

Result<void> put(Store& store, const Sample& one, std::string_view version = "v1",
                 std::optional<std::string_view> original = "<p>raw</p>") {
  const auto done = store.put_article({one.article, original, one.analysis, one.claims, version});
  INFO((done ? "" : done.error().message));
  CHECK((done || done.error().code == ErrorCode::busy));
  return done;
}

Store must_open(const fs::path& path, Store::Mode mode) {
  auto store = Store::open(path, mode);
  REQUIRE_MESSAGE(store.has_value(), (store ? "" : store.error().message));
  return std::move(*store);
}

ErrorCode error_of_opening(const fs::path& path, Store::Mode mode) {
  const auto store = Store::open(path, mode);
  REQUIRE_FALSE(store.has_value());
  CHECK(store.error().message.find(path.string()) != std::string::npos);
  return store.error().code;
}

/// Rows of a table, counted past the store.
std::int64_t count(const fs::path& path, const std::string& table) {
  auto database = Database::open(path, Database::Mode::read);
  REQUIRE(database.has_value());
  return database->number("SELECT count(*) FROM " + table).value_or(-1);
}

TEST_CASE("what was put comes back") {
  const TemporaryFolder folder;
  const Sample one = sample("a1", "orrin.txt");
  {
    Store store = must_open(folder / "p.plx", Store::Mode::create);
    REQUIRE(put(store, one).has_value());
  }
  Store store = must_open(folder / "p.plx", Store::Mode::read);
  CHECK(store.article("a1").value() == one.article);
  CHECK(store.analysis("a1").value() == one.analysis);
  CHECK(store.claims().value() == one.claims);
  CHECK(store.original("a1").value() == "<p>raw</p>");
  CHECK(store.stored_reading_version("a1").value() == "v1");
  CHECK_FALSE(store.stored_reading_version("a2").value().has_value());
  CHECK(store.article("a2").error().code == ErrorCode::not_found);
  CHECK(store.analysis("a2").error().code == ErrorCode::not_found);
  CHECK(store.original("a2").error().code == ErrorCode::not_found);
}

TEST_CASE("putting twice changes nothing; putting anew replaces") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  Sample one = sample("a1", "orrin.txt");
  Store store = must_open(path, Store::Mode::create);
  REQUIRE(put(store, one).has_value());
  REQUIRE(put(store, one, "v2", std::nullopt).has_value());
  CHECK(store.articles().value().size() == 1);
  CHECK(store.articles().value().front().reading_version == "v2");
  CHECK(store.original("a1").value() == "<p>raw</p>");
  CHECK(count(path, "claims") == 2);
  CHECK(count(path, "sentences") == 2);
  CHECK(store.search("orrin", 10).value().size() == 2);

  one.analysis.sentences.pop_back();
  one.claims.pop_back();
  REQUIRE(put(store, one, "v3").has_value());
  CHECK(store.search("orrin", 10).value().size() == 1);
  CHECK(store.claims().value() == one.claims);
}

TEST_CASE("removing takes every row along") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  Store store = must_open(path, Store::Mode::create);
  REQUIRE(put(store, sample("a1", "one.txt")).has_value());
  REQUIRE(store.correct("a1", std::vector<Correction>{{"title", "T"}}).has_value());
  REQUIRE(store.remove("a1").has_value());
  for (const char* table : {"articles", "originals", "blocks", "notes", "layers", "entities",
                            "claims", "sentences", "corrections"}) {
    CHECK(count(path, table) == 0);
  }
  CHECK(store.search("orrin", 10).value().empty());
}

TEST_CASE("search finds folded words and phrases, sentence by sentence") {
  const TemporaryFolder folder;
  Store store = must_open(folder / "p.plx", Store::Mode::create);
  const Sample one = sample("a1", "one.txt");
  REQUIRE(put(store, one).has_value());
  REQUIRE(put(store, sample("a2", "two.txt")).has_value());

  const auto hits = store.search("mayor denied", 10).value();
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].article == "a1");
  CHECK(hits[0].path == "one.txt");
  CHECK(hits[0].span == Span{26, 56});
  CHECK(hits[0].words == words(one.article.text, {26, 56}));
  CHECK(store.search("died mayor", 10).value().empty());
  CHECK(store.search("\"mayor of orrin\"", 10).value().size() == 2);
  CHECK(store.search("\"of mayor\"", 10).value().empty());
  CHECK(store.search("orrin", 3).value().size() == 3);
  for (const char* odd : {"", " ", "\"", "\"\"", "* ^ NEAR(", "or and not", "a\"b\"c"}) {
    CHECK(store.search(odd, 10).has_value());
  }
}

TEST_CASE("sides: the user's goes before the article's, and that before the pile's") {
  const TemporaryFolder folder;
  Store store = must_open(folder / "p.plx", Store::Mode::create);
  Sample one = sample("a1", "one.txt");
  REQUIRE(put(store, one).has_value());
  const auto side = [&] { return store.articles().value().front().side; };
  CHECK(side().empty());
  REQUIRE(store.set_side("Vell Gazette", "North", SideSetBy::pile).has_value());
  CHECK(side() == "North");
  one.article.metadata.side = "East";
  REQUIRE(put(store, one).has_value());
  CHECK(side() == "East");
  REQUIRE(store.set_side("Vell Gazette", "South", SideSetBy::user).has_value());
  CHECK(side() == "South");
  REQUIRE(store.set_side("Vell Gazette", "", SideSetBy::user).has_value());
  CHECK(side() == "East");
}

TEST_CASE("corrections and settings are kept") {
  const TemporaryFolder folder;
  Store store = must_open(folder / "p.plx", Store::Mode::create);
  const Sample one = sample("a1", "one.txt");
  REQUIRE(put(store, one).has_value());
  const std::vector<Correction> given = {{"published", "2031-05-08"}, {"title", std::nullopt}};
  REQUIRE(store.correct("a1", given).has_value());
  REQUIRE(put(store, one, "v2").has_value());
  const auto kept = store.corrections("a1").value();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].value == "2031-05-08");
  CHECK_FALSE(kept[1].value.has_value());

  CHECK(store.setting("names/1").value().empty());
  REQUIRE(store.put_setting("names/2", "b").has_value());
  REQUIRE(store.put_setting("names/1", "a").has_value());
  REQUIRE(store.put_setting("other", "c").has_value());
  CHECK(store.settings("names/").value() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a damaged analysis is an error that names the article") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  {
    Store store = must_open(path, Store::Mode::create);
    REQUIRE(put(store, sample("a1", "one.txt")).has_value());
  }
  auto database = Database::open(path, Database::Mode::write);
  REQUIRE(database.has_value());
  for (const char* damage : {"zeroblob(length(bytes))", "substr(bytes, 1, length(bytes) - 3)",
                             "x''", "CAST(bytes || x'00' AS BLOB)"}) {
    REQUIRE(database->run(std::string("UPDATE layers SET bytes = ") + damage).has_value());
    Store store = must_open(path, Store::Mode::read);
    const auto analysis = store.analysis("a1");
    REQUIRE_FALSE(analysis.has_value());
    CHECK(analysis.error().code == ErrorCode::bad_format);
    CHECK(analysis.error().message.find("a1") != std::string::npos);
  }
}

TEST_CASE("files that are no project are refused and left as they are") {
  const TemporaryFolder folder;
  const auto write = [](const fs::path& path, std::string_view bytes) {
    std::ofstream(path) << bytes;
    return path;
  };
  const fs::path text = write(folder / "t.plx", std::string(5000, 'x'));
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write, Store::Mode::create}) {
    CHECK(error_of_opening(text, mode) == ErrorCode::bad_format);
  }
  CHECK(fs::file_size(text) == 5000);

  const fs::path foreign = folder / "foreign.sqlite";
  {
    auto database = Database::open(foreign, Database::Mode::create);
    REQUIRE(database->run("CREATE TABLE recipes (name TEXT)").has_value());
  }
  CHECK(error_of_opening(foreign, Store::Mode::create) == ErrorCode::bad_format);
  CHECK(count(foreign, "sqlite_schema") == 1);

  const fs::path empty = write(folder / "empty.plx", "");
  CHECK(error_of_opening(empty, Store::Mode::read) == ErrorCode::bad_format);
  CHECK(Store::open(empty, Store::Mode::create).has_value());

  fs::create_directory(folder / "folder.plx");
  CHECK(error_of_opening(folder / "folder.plx", Store::Mode::create) == ErrorCode::bad_format);
  CHECK(error_of_opening(folder / "none.plx", Store::Mode::read) == ErrorCode::not_found);
  CHECK(error_of_opening(folder / "no/such/p.plx", Store::Mode::create) == ErrorCode::not_found);
}

TEST_CASE("a project of a later version is refused") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  must_open(path, Store::Mode::create);
  {
    auto database = Database::open(path, Database::Mode::write);
    const auto later = std::to_string(migrations().size() + 1);
    REQUIRE(database->run("PRAGMA user_version = " + later).has_value());
  }
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write, Store::Mode::create}) {
    CHECK(error_of_opening(path, mode) == ErrorCode::newer_version);
  }
}

TEST_CASE("a truncated project gives an error, never a crash") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  {
    Store store = must_open(path, Store::Mode::create);
    for (int i = 0; i < 40; ++i) {
      REQUIRE(put(store, sample("a" + std::to_string(i), "one.txt")).has_value());
    }
  }
  const auto whole = fs::file_size(path);
  for (std::uintmax_t size = whole - 1; size > 100; size = size * 2 / 3) {
    fs::resize_file(path, size);
    auto store = Store::open(path, Store::Mode::read);
    const auto articles = store ? store->articles() : std::unexpected(store.error());
    REQUIRE_FALSE(articles.has_value());
    CHECK(articles.error().code == ErrorCode::bad_format);
  }
}

TEST_CASE("while another process writes, waiting ends with a sentence") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  Store store = must_open(path, Store::Mode::create);
  auto other = Database::open(path, Database::Mode::write);
  REQUIRE(other->run("BEGIN IMMEDIATE").has_value());
  const auto refused = put(store, sample("a1", "one.txt"));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::busy);
  REQUIRE(other->run("ROLLBACK").has_value());
  CHECK(put(store, sample("a1", "one.txt")).has_value());
}

TEST_CASE("a full disk is named, and what was stored before stays") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  {
    Store store = must_open(path, Store::Mode::create);
    REQUIRE(put(store, sample("a1", "one.txt")).has_value());
  }
  auto database = Database::open(path, Database::Mode::write);
  const auto pages = database->number("PRAGMA page_count").value();
  REQUIRE(database->run("PRAGMA max_page_count = " + std::to_string(pages)).has_value());
  const auto full = database->run("INSERT INTO settings SELECT 'big', hex(zeroblob(1000000))");
  REQUIRE_FALSE(full.has_value());
  CHECK(full.error().code == ErrorCode::disk_full);
  Store store = must_open(path, Store::Mode::read);
  CHECK(store.articles().value().size() == 1);
}

TEST_CASE("killed at any moment, the file opens and holds whole articles") {
  const TemporaryFolder folder;
  const fs::path path = folder / "p.plx";
  std::size_t before = 0;
  for (int round = 0; round < 12; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      auto store = Store::open(path, Store::Mode::create);
      for (int i = 0; store && i < 100000; ++i) {
        const std::string id = std::to_string(round) + "-" + std::to_string(i);
        static_cast<void>(put(*store, sample(id, id + ".txt")));
      }
      _exit(0);
    }
    REQUIRE(child > 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(3 + 17 * round));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);

    Store store = must_open(path, Store::Mode::create);
    const auto articles = store.articles().value();
    CHECK(articles.size() >= before);
    before = articles.size();
    CHECK(store.claims().value().size() == 2 * before);
    CHECK(static_cast<std::size_t>(count(path, "sentences")) == 2 * before);
    auto database = Database::open(path, Database::Mode::write);
    CHECK(database->prepare("PRAGMA integrity_check")->step().value());
    CHECK(database->run("INSERT INTO search (search) VALUES ('integrity-check')").has_value());
  }
  CHECK(before > 0);
}

TEST_CASE("network file systems are known by their numbers and names") {
  CHECK(network_file_system(0x6969UL, "") == "NFS");
  CHECK(network_file_system(0xFF534D42UL, "") == "CIFS");
  CHECK(network_file_system(0x65735546UL, "fuse.sshfs") == "sshfs");
  CHECK_FALSE(network_file_system(0x65735546UL, "fuseblk").has_value());
  CHECK_FALSE(network_file_system(0xEF53UL, "").has_value());
  CHECK_FALSE(network_file_system(fs::temp_directory_path() / "p.plx").has_value());
}

}  // namespace
}  // namespace parallax
