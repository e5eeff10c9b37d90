#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parallax/collect/html/field_names.h"
#include "parallax/collect/html/html_elements.h"
#include "parallax/core/article.h"

namespace parallax {

/// A block-level element of the page. A parent stands before its children; node 0 is the page.
struct HtmlNode {
  std::uint32_t parent = 0;
  Marks marks;             ///< its own
  std::uint32_t kind = 0;  ///< elements of one kind have the same names and classes, and so have
                           ///< their ancestors
  std::uint16_t depth = 0;
  Tag tag = Tag::other;
};

/// A piece of text between two tags.
struct HtmlFragment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Marks marks;  ///< of the inline elements around it: link, byline, author, author_link, removed
  bool after_break = false;  ///< a <br> in the middle of a sentence stands before it
};

/// A line of text on the page: what stands between two block-level tags.
struct HtmlBlock {
  std::uint32_t node = 0;
  std::uint32_t first = 0;  ///< fragments [first, last)
  std::uint32_t last = 0;
  unsigned heading = 0;       ///< 1 to 6
  std::uint32_t letters = 0;  ///< bytes that are no white space
  std::uint32_t link_letters = 0;
  std::uint32_t byline_letters = 0;
  bool quoted = false;  ///< inside a blockquote
  bool listed = false;
  bool captioned = false;
  bool names_author = false;      ///< its element is called author or byline
  Role role = Role::boilerplate;  ///< decided by choose_main_text
  bool kept = false;
};

/// A <meta>, <link>, <time> or itemprop as far as metadata need it. Its value is a view into the
/// page, as written.
struct HtmlField {
  const FieldName* name = nullptr;
  std::string_view value;
  std::uint32_t block = 0;  ///< the block in which, or before which, it stands
};

struct HtmlPage {
  std::vector<HtmlNode> nodes;
  std::vector<HtmlFragment> fragments;
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlField> fields;
  std::vector<std::string_view> json_ld;  ///< contents of the JSON-LD scripts; views into the page
  std::string title;                      ///< of <title>, decoded
  std::string_view title_as_written;      ///< and so is this
  std::string_view language;
};

/// Takes a page apart: elements, blocks, fields. Linear, without recursion, whatever the nesting:
/// elements deeper than a few hundred count as their ancestors.
HtmlPage parse_html_page(std::string_view html);

/// The text of a block, references decoded, white space collapsed.
std::string text_of(std::string_view html, const HtmlPage& page, const HtmlBlock& block);

/// The texts of all blocks of a page, made once.
class BlockTexts {
 public:
  BlockTexts(std::string_view html, const HtmlPage& page);
  std::string_view operator[](std::size_t block) const {
    return std::string_view(all_).substr(begins_[block], begins_[block + 1] - begins_[block]);
  }

 private:
  std::string all_;
  std::vector<std::size_t> begins_;
};

}  // namespace parallax
