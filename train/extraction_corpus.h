#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/two_rounds.h"
#include "parallax/core/result.h"

namespace parallax {

/// What a page is taken apart into: the blocks of its HTML, or the lines of the text that is left
/// when all tags are gone, menus and all.
enum class PagePieces : std::uint8_t { blocks, lines };

/// A web page whose clean text people wrote down, in pieces.
struct TaughtPage {
  std::string id;
  std::string host;  ///< pages of one host are learnt from or measured on together
  std::string text;  ///< what the program reads: decoded HTML, or lines
  std::vector<float> rows;
  std::vector<float> right;  ///< of each piece: the share of its words that the clean text has in
                             ///< the same order
  std::vector<float> words;  ///< of each piece
  std::vector<float> headline;  ///< of each line: 1 for the article's title, else 0
  TwoRounds::SecondRows second_rows;
};

/// Reads lines of {id, url, text, title}, and for each the page FOLDER/ID.html.gz or
/// FOLDER/ID.html. Fails with bad_format or not_found, naming the line or the file.
Result<std::vector<TaughtPage>> load_pages(std::string_view lines, const std::string& folder,
                                           PagePieces pieces, const PageRules& rules);

}  // namespace parallax
