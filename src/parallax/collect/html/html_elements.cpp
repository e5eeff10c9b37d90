#include "parallax/collect/html/html_elements.h"

#include <algorithm>
#include <array>
#include <string>

#include "parallax/text/fold.h"

namespace parallax {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& sorted, std::string_view name) {
  return std::ranges::binary_search(sorted, name);
}

/// Sorted. Text on either side of such a tag is not one line.
constexpr std::array<std::string_view, 53> kBlocks = {
    "address",    "article", "aside",   "blockquote", "body",     "button", "caption", "center",
    "dd",         "details", "dialog",  "dir",        "div",      "dl",     "dt",      "fieldset",
    "figcaption", "figure",  "footer",  "form",       "frameset", "h1",     "h2",      "h3",
    "h4",         "h5",      "h6",      "head",       "header",   "hgroup", "hr",      "html",
    "legend",     "li",      "main",    "menu",       "nav",      "ol",     "option",  "p",
    "pre",        "search",  "section", "select",     "summary",  "table",  "tbody",   "td",
    "tfoot",      "th",      "thead",   "tr",         "ul"};

constexpr std::array<std::string_view, 18> kVoid = {
    "area", "base",  "basefont", "bgsound", "br",   "col",   "embed",  "frame", "hr",
    "img",  "input", "keygen",   "link",    "meta", "param", "source", "track", "wbr"};

constexpr std::array<std::string_view, 19> kRemoved = {
    "audio",    "canvas",   "datalist", "embed",  "iframe", "map",   "noembed",
    "noframes", "noscript", "object",   "script", "select", "style", "svg",
    "template", "textarea", "title",    "video",  "xmp"};

constexpr std::array<std::string_view, 7> kBoilerplateTags = {"aside", "button", "dialog", "footer",
                                                              "form",  "menu",   "nav"};

constexpr std::array<std::string_view, 8> kBoilerplateRoles = {
    "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search", "toolbar"};

/// Sorted words of class and id names.
constexpr std::array<std::string_view, 108> kBoilerplateWords = {"ad",
                                                                 "adbox",
                                                                 "ads",
                                                                 "adsbygoogle",
                                                                 "advert",
                                                                 "advertisement",
                                                                 "advertising",
                                                                 "affiliate",
                                                                 "alert",
                                                                 "banner",
                                                                 "bio",
                                                                 "bookmark",
                                                                 "breadcrumb",
                                                                 "breadcrumbs",
                                                                 "bycategory",
                                                                 "callout",
                                                                 "carousel",
                                                                 "categories",
                                                                 "cc",
                                                                 "combx",
                                                                 "comment",
                                                                 "commentlist",
                                                                 "comments",
                                                                 "consent",
                                                                 "contentinfo",
                                                                 "cookie",
                                                                 "cookies",
                                                                 "copyright",
                                                                 "cta",
                                                                 "dialog",
                                                                 "disclaimer",
                                                                 "disqus",
                                                                 "donate",
                                                                 "donation",
                                                                 "dropdown",
                                                                 "extra",
                                                                 "facebook",
                                                                 "feedback",
                                                                 "follow",
                                                                 "foot",
                                                                 "footer",
                                                                 "footnav",
                                                                 "form",
                                                                 "gdpr",
                                                                 "instagram",
                                                                 "leaderboard",
                                                                 "login",
                                                                 "masthead",
                                                                 "menu",
                                                                 "modal",
                                                                 "mostread",
                                                                 "nav",
                                                                 "navbar",
                                                                 "navigation",
                                                                 "newsletter",
                                                                 "offcanvas",
                                                                 "optin",
                                                                 "outbrain",
                                                                 "overlay",
                                                                 "pager",
                                                                 "pagination",
                                                                 "partner",
                                                                 "paywall",
                                                                 "pinterest",
                                                                 "popular",
                                                                 "popup",
                                                                 "prevnext",
                                                                 "print",
                                                                 "promo",
                                                                 "promoted",
                                                                 "promotion",
                                                                 "rating",
                                                                 "read-more",
                                                                 "readmore",
                                                                 "recirc",
                                                                 "recommend",
                                                                 "recommendation",
                                                                 "recommendations",
                                                                 "recommended",
                                                                 "register",
                                                                 "rel",
                                                                 "related",
                                                                 "replies",
                                                                 "reply",
                                                                 "respond",
                                                                 "rss",
                                                                 "search",
                                                                 "share",
                                                                 "sharebar",
                                                                 "sharedaddy",
                                                                 "sharing",
                                                                 "shop",
                                                                 "sidebar",
                                                                 "signup",
                                                                 "skip",
                                                                 "social",
                                                                 "sponsor",
                                                                 "sponsored",
                                                                 "subscribe",
                                                                 "subscription",
                                                                 "tagcloud",
                                                                 "taboola",
                                                                 "tags",
                                                                 "toolbar",
                                                                 "tooltip",
                                                                 "trending",
                                                                 "twitter",
                                                                 "widget"};

constexpr std::array<std::string_view, 16> kBylineWords = {
    "author",    "authors",     "by",   "byline",   "date",   "dateline",
    "datetime",  "info",        "meta", "metadata", "posted", "postmeta",
    "published", "publishdate", "time", "timestamp"};

constexpr std::array<std::string_view, 5> kCaptionWords = {"caption", "captions", "figcaption",
                                                           "imagecaption", "wp-caption-text"};

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
}
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The words of "postMeta share-bar_top": post, meta, share, bar, top.
template <typename Each>
void for_each_name_word(std::string_view names, Each each) {
  for (std::size_t at = 0; at < names.size();) {
    if (!is_name_byte(names[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < names.size() && is_name_byte(names[end]) &&
           (!is_capital(names[end]) || is_capital(names[end - 1]))) {
      ++end;
    }
    each(ascii_lower(names.substr(at, end - at)));
    at = end;
  }
}

void mark_by_class(std::string_view names, Marks& marks) {
  constexpr std::size_t kLongest = 512;
  for_each_name_word(names.substr(0, kLongest), [&](const std::string& word) {
    if (is_one_of(kBoilerplateWords, word)) {
      marks.set(Marks::boilerplate_name);
    } else if (is_one_of(kBylineWords, word)) {
      marks.set(Marks::byline);
      if (word.starts_with("author") || word == "byline") {
        marks.set(Marks::author);
      }
    } else if (is_one_of(kCaptionWords, word)) {
      marks.set(Marks::caption);
    }
  });
}

bool says_article_body(std::string_view names) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "articlebody",   "article-body", "article_body",     "article-content", "article__body",
      "entry-content", "post-content", "article__content", "story-body",      "post-body"};
  const std::string lower = ascii_lower(names.substr(0, 512));
  return std::ranges::any_of(kNames, [&](std::string_view name) { return lower.contains(name); });
}

bool is_hidden(const HtmlToken& tag) {
  const bool streamed = tag.attribute("id").starts_with("S:");  // React: a script shows it at once
  if ((tag.has_attribute("hidden") && !streamed) || tag.attribute("aria-hidden") == "true") {
    return true;
  }
  std::string style = ascii_lower(tag.attribute("style"));
  std::erase(style, ' ');
  if (style.contains("display:none") || style.contains("visibility:hidden")) {
    return true;
  }
  const std::string names = ascii_lower(tag.attribute("class").substr(0, 512));
  return names.contains("screen-reader") || names.contains("sr-only") ||
         names.contains("visually-hidden") || names.contains("visuallyhidden");
}

void mark_by_tag(std::string_view name, Marks& marks) {
  struct TagMark {
    std::string_view name;
    Marks::Bit bit;
  };
  static constexpr std::array<TagMark, 11> kTagMarks = {{{"article", Marks::article},
                                                         {"main", Marks::main},
                                                         {"figcaption", Marks::caption},
                                                         {"caption", Marks::caption},
                                                         {"figure", Marks::figure},
                                                         {"blockquote", Marks::quote},
                                                         {"li", Marks::list_item},
                                                         {"header", Marks::header},
                                                         {"a", Marks::link},
                                                         {"time", Marks::byline},
                                                         {"dd", Marks::list_item}}};
  const auto* const found = std::ranges::find(kTagMarks, name, &TagMark::name);
  if (found != kTagMarks.end()) {
    marks.set(found->bit);
  }
}

}  // namespace

bool is_block_element(std::string_view name) { return is_one_of(kBlocks, name); }
bool is_void_element(std::string_view name) { return is_one_of(kVoid, name); }

unsigned heading_level(std::string_view name) {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? static_cast<unsigned>(name[1] - '0') : 0;
}

Marks marks_of(const HtmlToken& open_tag) {
  Marks marks;
  const std::string_view name = open_tag.name;
  mark_by_tag(name, marks);
  if (is_one_of(kRemoved, name)) {
    marks.set(Marks::removed);
    return marks;
  }
  const std::string role = ascii_lower(open_tag.attribute("role").substr(0, 64));
  if (is_one_of(kBoilerplateTags, name) || is_one_of(kBoilerplateRoles, role)) {
    marks.set(Marks::boilerplate);
  }
  if (role == "main") {
    marks.set(Marks::main);
  }
  if (open_tag.attributes.empty() || name == "html" || name == "body") {
    return marks;
  }
  if (is_hidden(open_tag)) {
    marks.set(Marks::removed);
  }
  const std::string_view item = open_tag.attribute("itemprop");
  if (item == "author" || open_tag.attribute("rel") == "author") {
    marks.set(Marks::author);
    marks.set(Marks::byline);
  }
  const std::string_view names = open_tag.attribute("class");
  const std::string_view id = open_tag.attribute("id");
  if (item == "articleBody" || says_article_body(names) || says_article_body(id)) {
    marks.set(Marks::article_body);
  }
  if (name != "article" && name != "main") {
    mark_by_class(names, marks);
    mark_by_class(id, marks);
  }
  return marks;
}

}  // namespace parallax
