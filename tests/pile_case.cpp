#include "pile_case.h"

#include <algorithm>

namespace parallax::cases {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  const std::size_t last = text.find_last_not_of(' ');
  return first == std::string_view::npos ? std::string()
                                         : std::string(text.substr(first, last - first + 1));
}

/// The parts of `@ outlet | side | published`.
std::vector<std::string> parts_of_header(std::string_view line) {
  std::vector<std::string> parts;
  line.remove_prefix(1);
  while (parts.size() < 3) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    parts.push_back(trimmed(line.substr(0, bar)));
    line.remove_prefix(std::min(bar + 1, line.size()));
  }
  return parts;
}

GivenArticle open_article(std::string_view header, std::size_t number) {
  const std::vector<std::string> parts = parts_of_header(header);
  GivenArticle given;
  given.account.article = "article-" + std::to_string(number);
  given.account.path = given.account.article + ".txt";
  given.account.outlet = parts[0].empty() ? given.account.path : parts[0];
  given.account.side = parts[1].empty() ? given.account.outlet : parts[1];
  given.metadata.outlet = given.account.outlet;
  given.metadata.side = given.account.side;
  given.metadata.language = "en";
  if (!parts[2].empty()) {
    given.account.published = parts[2];
    given.metadata.published = parts[2];
  }
  return given;
}

}  // namespace

Result<GivenPile> pile_of_case(const Case& one) {
  GivenPile pile;
  for (const std::string& line : one.input) {
    if (line.starts_with("@ ")) {
      pile.articles.push_back(open_article(line, pile.articles.size() + 1));
    } else if (!pile.articles.empty()) {
      pile.articles.back().lines.push_back(line);
    } else if (std::ranges::find(one.head, "%names") != one.head.end()) {
      pile.names += line + '\n';
    } else if (!line.empty()) {
      return std::unexpected(
          Error{ErrorCode::bad_format, "text before the first `@ outlet`", line});
    }
  }
  return pile;
}

}  // namespace parallax::cases
