#include "parallax/compare/copies/copy_groups.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace parallax {
namespace {

Account account(const std::string& id, std::optional<std::string> published = {}) {
  return {.article = id,
          .path = id + ".txt",
          .outlet = id,
          .side = id,
          .published = std::move(published)};
}

CopyPair pair_of(const std::string& first, const std::string& second, CopyKind kind,
                 std::uint32_t first_words = 100, std::uint32_t second_words = 100) {
  CopyPair pair{.first = first, .second = second, .kind = kind};
  pair.alignment.first = {50, first_words};
  pair.alignment.second = {50, second_words};
  pair.alignment.only_first = {{1, 2}};
  pair.alignment.shared = {{{0, 5}, {90, 95}}, {{10, 15}, {70, 75}}};
  return pair;
}

PositionClaim claim_in(const std::string& article) {
  PositionClaim stated;
  stated.claim.anchor.article = article;
  return stated;
}

}  // namespace

TEST_CASE("copy groups: pairs join, quotations do not") {
  const std::vector<Account> accounts = {account("a"), account("b"), account("c"), account("d"),
                                         account("e")};
  const Copies copies = gather_copies(
      accounts, {pair_of("b", "c", CopyKind::syndicated), pair_of("d", "b", CopyKind::syndicated),
                 pair_of("a", "b", CopyKind::quoting), pair_of("a", "gone", CopyKind::identical)});
  REQUIRE(copies.groups.size() == 1);
  CHECK(copies.groups[0].members.size() == 3);
  CHECK(copies.groups[0].pairs.size() == 2);
  CHECK(copies.quotations.size() == 1);
  CHECK(copies.articles == 5);
  CHECK(copies.independent() == 3);
}

TEST_CASE("copy groups: who was first is said only where dates say so") {
  std::vector<Account> accounts = {account("a", "2031-05-03"), account("b", "2031-05-02"),
                                   account("c", "2031-05-04")};
  const std::vector<CopyPair> pairs = {pair_of("a", "b", CopyKind::identical),
                                       pair_of("a", "c", CopyKind::identical)};
  REQUIRE(gather_copies(accounts, pairs).groups[0].earliest);
  CHECK(gather_copies(accounts, pairs).groups[0].earliest->article == "b");
  accounts[2].published = "2031-05-02";
  CHECK_FALSE(gather_copies(accounts, pairs).groups[0].earliest);
  accounts[2].published.reset();
  CHECK_FALSE(gather_copies(accounts, pairs).groups[0].earliest);
}

TEST_CASE("copy groups: the earlier comes first, and what grew was extended") {
  const std::vector<Account> accounts = {account("long", "2031-05-03"),
                                         account("short", "2031-05-02"), account("undated")};
  const auto one = [&](const CopyPair& pair) {
    return gather_copies(accounts, {pair}).groups.at(0).pairs.at(0);
  };
  const CopyPair grew = one(pair_of("long", "short", CopyKind::abridged, 100, 50));
  CHECK(grew.kind == CopyKind::extended);
  CHECK(grew.first == "short");
  CHECK(grew.alignment.first.words == 50);
  CHECK(grew.alignment.only_first.empty());
  CHECK(grew.alignment.only_second.size() == 1);
  CHECK(grew.alignment.shared[0] == SharedSpan{{70, 75}, {10, 15}});
  CHECK(one(pair_of("short", "undated", CopyKind::abridged, 50, 100)).kind == CopyKind::abridged);
  CHECK(one(pair_of("short", "long", CopyKind::abridged, 100, 50)).kind == CopyKind::abridged);
}

TEST_CASE("copy groups: the order of pairs and accounts changes nothing") {
  std::vector<Account> accounts;
  std::vector<CopyPair> pairs;
  for (int i = 0; i < 20; ++i) {
    accounts.push_back(account("article" + std::to_string(i)));
    if (i % 5 != 0) {
      pairs.push_back(pair_of("article" + std::to_string(i), "article" + std::to_string(i - 1),
                              CopyKind::syndicated));
    }
  }
  const Copies copies = gather_copies(accounts, pairs);
  CHECK(copies.groups.size() == 4);
  std::ranges::reverse(accounts);
  std::ranges::reverse(pairs);
  CHECK(gather_copies(accounts, pairs) == copies);
}

TEST_CASE("copy groups: positions count articles with and without copies") {
  std::vector<Question> questions(1);
  questions[0].positions.resize(1);
  questions[0].positions[0].claims = {claim_in("a"), claim_in("a"), claim_in("b"), claim_in("c")};
  const std::vector<CopyPair> pairs = {pair_of("b", "a", CopyKind::abridged),
                                       pair_of("c", "b", CopyKind::quoting)};
  count_articles(questions, CopyFolds(pairs));
  CHECK(questions[0].positions[0].articles == 3);
  CHECK(questions[0].positions[0].independent == 2);
}

}  // namespace parallax
