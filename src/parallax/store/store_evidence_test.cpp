#include <doctest/doctest.h>
#include <unistd.h>

#include "parallax/store/schema.h"
#include "parallax/store/sqlite.h"
#include "parallax/store/store.h"

namespace parallax {
namespace {

namespace fs = std::filesystem;

/// A folder that goes when the test ends.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("parallax_evidence_" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

Result<void> put(Store& store, const Article& article) {
  const StoredOriginal original{.bytes = "Rain.", .kind = "text"};
  return store.put_article({.article = article,
                            .original = &original,
                            .analysis = Analysis(),
                            .claims = {},
                            .reading_version = "r"});
}

}  // namespace

TEST_CASE("a project of version 1 is opened and brought up to date") {
  const Folder folder;
  const fs::path path = folder.path / "p.plx";
  {
    auto database = Database::open(path, Database::Mode::create);
    REQUIRE(database.has_value());
    REQUIRE(database->run(migrations().front()).has_value());
    REQUIRE(database
                ->run("PRAGMA user_version = 1; PRAGMA application_id = " +
                      std::to_string(kApplicationId))
                .has_value());
    REQUIRE(database
                ->run("INSERT INTO articles (id, path, author, bytes, text_version,"
                      " reading_version, text) VALUES ('a', 'one.txt', 'Aren Tol', 4, 't', 'r',"
                      " 'Rain')")
                .has_value());
  }
  auto store = Store::open(path, Store::Mode::write);
  REQUIRE(store.has_value());
  const auto old = store->article("a");
  REQUIRE(old.has_value());
  CHECK(old->metadata.author == "Aren Tol");
  CHECK_FALSE(old->metadata.modified);
  CHECK(old->evidence.empty());
  REQUIRE(put(*store, {.id = "b", .path = "two.txt", .text = "Rain."}).has_value());
  CHECK(store->articles().value().size() == 2);
}

TEST_CASE("evidence is kept with its article, and replaced with it") {
  const Folder folder;
  auto store = Store::open(folder.path / "p.plx", Store::Mode::create);
  REQUIRE(store.has_value());
  Article one{.id = "a", .path = "one.txt", .text = "Rain."};
  one.metadata.modified = "2031-05-16";
  one.metadata.origin = "Vell Wire";
  one.evidence = {{.field = MetadataField::origin,
                   .source = EvidenceSource::dateline,
                   .sure = Sure::likely,
                   .value = "Vell Wire",
                   .words = "SARN (Vell Wire)",
                   .where = {3, 19}},
                  {.field = MetadataField::modified,
                   .source = EvidenceSource::given,
                   .sure = Sure::certain,
                   .value = "2031-05-16"}};
  for (int twice = 0; twice < 2; ++twice) {
    REQUIRE(put(*store, one).has_value());
    const auto stored = store->article("a");
    REQUIRE(stored.has_value());
    CHECK(stored->metadata == one.metadata);
    CHECK(stored->evidence == one.evidence);
  }
}

}  // namespace parallax
