#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/html_page.h"
#include "parallax/core/result.h"

namespace parallax {

/// A web page whose clean text people wrote down, taken apart by our own parser.
struct TaughtPage {
  std::string id;
  std::string host;  ///< pages of one host are learnt from or measured on together
  std::string html;  ///< decoded
  HtmlPage page;
  std::vector<float> rows;   ///< block_rows
  std::vector<float> right;  ///< of each block: the share of its words that the clean text has in
                             ///< the same order
  std::vector<float> words;  ///< of each block
};

/// Reads lines of {id, url, text}, and for each the page FOLDER/ID.html.gz or FOLDER/ID.html. Fails
/// with bad_format or not_found, naming the line or the file.
Result<std::vector<TaughtPage>> load_pages(std::string_view lines, const std::string& folder,
                                           const PageRules& rules);

}  // namespace parallax
