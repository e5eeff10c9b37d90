#include <doctest/doctest.h>
#include <unistd.h>

#include "parallax/store/sqlite.h"
#include "parallax/store/store.h"

namespace parallax {
namespace {

namespace fs = std::filesystem;

/// A project file with three articles, gone after the test.
class Stored {
 public:
  Stored()
      : folder_(made_folder()), store(Store::open(folder_ / "p.plx", Store::Mode::create).value()) {
    for (const char* id : {"a", "b", "c"}) {
      put(id, std::string("The mill of ") + id + " burnt.\n");
    }
  }
  ~Stored() { fs::remove_all(folder_); }
  Stored(const Stored&) = delete;
  Stored& operator=(const Stored&) = delete;

  fs::path file() const { return folder_ / "p.plx"; }

  void put(const std::string& id, const std::string& text) {
    Article article;
    article.id = id;
    article.path = id + ".txt";
    article.text = text;
    article.metadata.outlet = "Vell Gazette";
    Analysis analysis;
    analysis.sentences = {{{0, static_cast<std::uint32_t>(text.size() - 1)}, 0, Role::body}};
    const StoredOriginal original{.bytes = "bytes", .kind = "text"};
    REQUIRE(store.put_article({article, &original, analysis, {}, "v", "sketch of " + id, 1}));
  }

 private:
  static fs::path made_folder() {
    std::string name = (fs::temp_directory_path() / "parallax_copies_XXXXXX").string();
    return mkdtemp(name.data());
  }
  fs::path folder_;

 public:
  Store store;
};

PairToStore sample_pair(std::int64_t first, std::int64_t second) {
  PairToStore pair{.first = first, .second = second, .kind = CopyKind::abridged};
  pair.alignment = {.first = {3, 9},
                    .second = {3, 3},
                    .shared = {{{0, 4}, {6, 9}, true}, {{5, 8}, {0, 3}, false}},
                    .only_first = {{10, 20}},
                    .only_second = {}};
  return pair;
}

std::size_t waiting(Stored& stored) { return stored.store.not_compared().value(); }

}  // namespace

TEST_CASE("store: what comes in waits, until it has been compared") {
  Stored stored;
  CHECK(waiting(stored) == 3);
  const auto sketches = stored.store.sketches().value();
  REQUIRE(sketches.size() == 3);
  CHECK(sketches[0].bytes == "sketch of a");
  const std::vector<std::int64_t> all = {sketches[0].article, sketches[1].article};
  REQUIRE(stored.store.put_copy_pairs({}, all));
  CHECK(waiting(stored) == 1);
  stored.put("a", "The mill of a burnt.\n");  // the same text
  CHECK(waiting(stored) == 1);
  CHECK(stored.store.copy_source(all[0])->text == "The mill of a burnt.\n");
  CHECK(stored.store.copy_source(all[0])->sentences == std::vector<Span>{{0, 20}});
  CHECK(stored.store.copy_source(all[0])->outlet == "Vell Gazette");
}

TEST_CASE("store: a pair reads back as it was put, the smaller number first") {
  Stored stored;
  REQUIRE(stored.store.put_copy_pairs(std::vector{sample_pair(1, 2), sample_pair(3, 1)}, {}));
  auto pairs = stored.store.copy_pairs(true).value();
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0] == CopyPair{"a", "b", CopyKind::abridged, sample_pair(1, 2).alignment});
  CHECK(pairs[1].first == "a");
  CHECK(pairs[1].alignment.first == Containment{3, 3});
  CHECK(pairs[1].alignment.only_second == std::vector<Span>{{10, 20}});
  CHECK(pairs[1].alignment.shared[0] == SharedSpan{{0, 3}, {5, 8}, false});
  CHECK(stored.store.copy_pairs(false).value()[0].alignment == Alignment{});
}

TEST_CASE("store: a new text, or none, takes its pairs along and makes partners wait") {
  Stored stored;
  const std::vector<std::int64_t> all = {1, 2, 3};
  REQUIRE(stored.store.put_copy_pairs(std::vector{sample_pair(1, 2), sample_pair(2, 3)}, all));
  CHECK(waiting(stored) == 0);
  stored.put("a", "Another text altogether.\n");
  CHECK(waiting(stored) == 2);
  CHECK(stored.store.copy_pairs(false)->size() == 1);
  REQUIRE(stored.store.put_copy_pairs({}, all));
  REQUIRE(stored.store.remove("b"));
  CHECK(waiting(stored) == 1);
  CHECK(stored.store.copy_pairs(false)->empty());
}

TEST_CASE("store: articles without a sketch of the version that is asked for") {
  Stored stored;
  CHECK(stored.store.without_sketch(1)->empty());
  CHECK(stored.store.without_sketch(2)->size() == 3);
  REQUIRE(stored.store.put_sketch("b", "new", 2));
  CHECK(stored.store.without_sketch(2).value() == std::vector<std::string>{"a", "c"});
  REQUIRE(stored.store.compare_again(std::vector<std::int64_t>{1}));
  CHECK(waiting(stored) == 3);
}

TEST_CASE("store: damaged spans of a pair are fewer spans, and no failure") {
  Stored stored;
  REQUIRE(stored.store.put_copy_pairs(std::vector{sample_pair(1, 2)}, {}));
  auto database = Database::open(stored.file(), Database::Mode::write).value();
  REQUIRE(database.run("UPDATE copy_pairs SET kind = 'odd', spans = x'00FF', first_words = -1"));
  const auto pairs = stored.store.copy_pairs(true).value();
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].kind == CopyKind::quoting);
  CHECK(pairs[0].alignment.shared.empty());
}

}  // namespace parallax
