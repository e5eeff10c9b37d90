#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "parallax/collect/html/html_tokens.h"

/// What HTML elements, their classes and roles say of the text in them. The words are those that
/// web pages use in markup, in any language of the page itself.
namespace parallax {

/// The elements that the classifier of blocks tells apart.
enum class Tag : std::uint8_t {
  other,
  paragraph,
  item,
  division,
  cell,
  heading,
  quotation,
  caption,
  term,
  section,
  preformatted,
  list,
  table,
};
/// What an element is, as far as its own tag says: a set of bits.
struct Marks {
  enum Bit : std::uint32_t {
    removed = 1U << 0U,  ///< never shown: script, style, template, hidden
    boilerplate =
        1U << 1U,  ///< navigation, sidebar, comments, advertisement, by tag, role, class or id
    article = 1U << 2U,       ///< <article>
    main = 1U << 3U,          ///< <main>, role=main
    article_body = 1U << 4U,  ///< itemprop=articleBody, or a class that says the same
    byline = 1U << 5U,        ///< author, date and the like
    caption = 1U << 6U,
    quote = 1U << 7U,
    list_item = 1U << 8U,
    header = 1U << 9U,  ///< <header>: boilerplate unless it belongs to the article
    link = 1U << 10U,
    author = 1U << 11U,  ///< rel=author, itemprop=author, class author
    figure = 1U << 12U,
    boilerplate_name =
        1U << 13U,             ///< the same, comments, advertisement and the like, by class or id
    content_name = 1U << 14U,  ///< called content, text, story and the like, by class or id
    author_link = 1U << 15U,   ///< a link to the page of somebody who writes
  };
  std::uint32_t bits = 0;

  bool has(Bit bit) const { return (bits & bit) != 0; }
  void set(Bit bit) { bits |= bit; }
};

/// What is known of an element by its name.
struct Element {
  Marks marks;
  Tag tag = Tag::other;
  bool block = false;    ///< text on either side of its tag is not one line
  bool empty = false;    ///< has no end tag
  bool outer = false;    ///< its end tag closes elements far outside, too
  unsigned heading = 0;  ///< 1 to 6 for h1 to h6
};
/// `name` in lower case. Lives as long as the program.
const Element& element_named(std::string_view name);

/// What the tags of one page say. Remembers the class names that it has met: pages repeat them. The
/// page must outlive it.
class ElementMarks {
 public:
  Marks of(const HtmlToken& open_tag, const Element& element);

 private:
  Marks of_names(std::string_view names);
  static constexpr std::uint32_t kByName = Marks::boilerplate_name | Marks::byline | Marks::author |
                                           Marks::caption | Marks::content_name;

  std::unordered_map<std::string_view, Marks> known_;
};

}  // namespace parallax
