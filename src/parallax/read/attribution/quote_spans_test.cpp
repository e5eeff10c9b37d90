#include "parallax/read/attribution/quote_spans.h"

#include <doctest/doctest.h>

#include <string>

#include "parallax/text/sentences.h"

namespace parallax {
namespace {

struct Found {
  std::vector<std::string> words;
  std::vector<QuoteSpan> spans;
};

Found find(std::string_view text) {
  Found found;
  found.spans = find_quote_spans(text, split_paragraphs(text));
  for (const QuoteSpan& quote : found.spans) {
    found.words.emplace_back(words(text, quote.span));
  }
  return found;
}

using Words = std::vector<std::string>;

TEST_CASE("every kind of mark") {
  CHECK(find("He said \"one\" and “two” and «three» and ''four'' and ``five''.").words ==
        Words{"\"one\"", "“two”", "«three»", "''four''", "``five''"});
  CHECK(find("Er sagte „gut“ und ‚sehr gut‘.").words == Words{"„gut“", "‚sehr gut‘"});
  CHECK(find("She called it 'a ruin' and left.").words == Words{"'a ruin'"});
}

TEST_CASE("apostrophes are no marks") {
  CHECK(find("The brothers' house and Ila's don't count; the '90s don't either.").words.empty());
  CHECK(find("The brothers’ house and Ila’s don’t count.").words.empty());
  CHECK(find("She said ‘the brothers’ house is gone’ twice.").words ==
        Words{"‘the brothers’ house is gone’"});
}

TEST_CASE("nested marks have a parent") {
  const Found found = find("\"This 'ring,' as he says, is “ours”,\" she said.");
  CHECK(found.words == Words{"\"This 'ring,' as he says, is “ours”,\"", "'ring,'", "“ours”"});
  CHECK(found.spans[0].parent == -1);
  CHECK(found.spans[1].parent == 0);
}

TEST_CASE("a quotation runs over paragraphs that open and do not close") {
  const Found found = find("“First part.\n“Second part.\n“Third part,” she said.");
  REQUIRE(found.words == Words{"“First part.", "“Second part.", "“Third part,”"});
  CHECK_FALSE(found.spans[0].closed);
  CHECK(found.spans[1].continues == 0);
  CHECK(found.spans[2].continues == 1);
  CHECK(found.spans[2].closed);
  CHECK(find("He said: “First part.\n“Second part.”").words ==
        Words{"“First part.", "“Second part.”"});
  CHECK(find("“First part.\nSecond part,” she said.").words ==
        Words{"“First part.", "Second part,”"});
}

TEST_CASE("a mark without its partner is no quotation") {
  CHECK(find("He said “nothing at all.\nShe left.").words.empty());
  CHECK(find("A pipe of 5\" and one of 6\" burst.").words.size() <= 1);
  CHECK(find("\"").words.size() <= 1);
  CHECK(find("").words.empty());
}

}  // namespace
}  // namespace parallax
