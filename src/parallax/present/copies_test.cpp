#include <doctest/doctest.h>

#include "parallax/present/display_width.h"
#include "parallax/present/sample_copies.h"

namespace parallax {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string table(const Copies& copies, const SamplePile& pile, std::size_t most = 50,
                  unsigned columns = 80) {
  return copies_as_table(for_screen(copies, most), pile.articles, {columns, false});
}

}  // namespace

TEST_CASE("copies: the table as a reader sees it at 80 columns") {
  const SamplePile pile = sample_pile();
  CHECK(table(sample_copies(pile), pile) ==
        "1. 2 articles\n"
        "    A  2031-05-14  North / Norvel Post — norvel-post.txt\n"
        "    B  no date     South / Radio Ombrel — radio-ombrel.html\n"
        "    A B  abridged: 44% of A stands in B, 67% of B in A\n"
        "        in A alone: 1 sentence\n"
        "          «Nobody was charged.»\n"
        "        in B alone: 1 sentence\n"
        "          «“More than 100 people died,” Ila Tarn said.»\n"
        "\n"
        "No copies, but a long run of the same words:\n"
        "    norvel-post.txt and radio-ombrel.html\n"
        "        «The mill burnt for a night.»\n"
        "\n"
        "1 copy group holds 2 of 3 articles; if the group counts once there are 2\n");
}

TEST_CASE("copies: who was first, where dates say so") {
  const SamplePile pile = sample_pile();
  Copies copies = sample_copies(pile);
  copies.groups[0].earliest = copies.groups[0].members[0];
  CHECK(has(table(copies, pile), "1. 2 articles; A has the earliest date\n"));
}

TEST_CASE("copies: an empty state says so in one sentence") {
  const SamplePile pile = sample_pile();
  CHECK(table({.groups = {}, .quotations = {}, .articles = 3}, pile) ==
        "No copies: none of the 3 articles shares much of its text with another.\n");
  CHECK(has(table({}, pile), "there is no article here"));
}

TEST_CASE("copies: what does not fit is counted, and spans that fit no text show nothing") {
  const SamplePile pile = sample_pile();
  Copies copies = sample_copies(pile);
  copies.groups.push_back(copies.groups[0]);
  copies.groups[0].pairs[0].alignment.only_first.assign(5, {4'000'000, 5'000'000});
  const std::string text = table(copies, pile, 1);
  CHECK(has(text, "and 1 more group; `--limit N` shows N, `--json` all\n"));
  CHECK(has(text, "in A alone: 5 sentences\n"));
  CHECK(has(text, "and 2 more; `--json` has all\n"));
  CHECK(has(text, "2 copy groups hold 4 of 3 articles"));
}

TEST_CASE("copies: no line of the table is wider than the terminal") {
  const SamplePile pile = sample_pile();
  Copies copies = sample_copies(pile);
  copies.groups[0].members[0].outlet = std::string(300, 'x');
  for (const unsigned columns : {1U, 32U, 57U, 200U}) {
    const std::string text = table(copies, pile, 50, columns);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      CHECK(display_width(text.substr(begin, end - begin)) <= std::max(columns, 32U));
      begin = end + 1;
    }
  }
}

}  // namespace parallax
