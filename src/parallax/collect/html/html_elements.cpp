#include "parallax/collect/html/html_elements.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "parallax/collect/letter_pairs.h"
#include "parallax/text/fold.h"
#include "parallax/text/word_table.h"

namespace parallax {
namespace {

/// Names with a space between them.
using Names = std::string_view;

template <typename Each>
void for_each_name(Names names, Each each) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    each(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

/// Text on either side of such a tag is not one line.
constexpr Names kBlocks =
    "address article aside blockquote body button caption center dd details dialog dir div dl "
    "dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup "
    "hr html legend li main menu nav ol option p pre search section select summary table "
    "tbody td tfoot th thead tr ul";

constexpr Names kVoid =
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr";

/// An end tag of these closes elements far outside, too.
constexpr Names kOuter =
    "article aside body footer form header html main nav ol section table tbody td th tr ul";

struct NamesMark {
  Marks::Bit bit;
  Names names;
};
constexpr std::array<NamesMark, 11> kNamesMarks = {
    {{Marks::removed,
      "audio canvas datalist embed iframe map noembed noframes noscript object script select "
      "style svg template textarea title video xmp"},
     {Marks::boilerplate, "aside button dialog footer form menu nav"},
     {Marks::article, "article"},
     {Marks::main, "main"},
     {Marks::caption, "figcaption caption"},
     {Marks::figure, "figure"},
     {Marks::quote, "blockquote"},
     {Marks::list_item, "li dd"},
     {Marks::header, "header"},
     {Marks::link, "a"},
     {Marks::byline, "time"}}};
struct NamedTag {
  Tag tag;
  Names names;
};
constexpr std::array<NamedTag, 12> kTags = {{{Tag::paragraph, "p"},
                                             {Tag::item, "li"},
                                             {Tag::division, "div"},
                                             {Tag::cell, "td th"},
                                             {Tag::heading, "h1 h2 h3 h4 h5 h6"},
                                             {Tag::quotation, "blockquote"},
                                             {Tag::caption, "caption figcaption"},
                                             {Tag::term, "dd dt"},
                                             {Tag::section, "article main section"},
                                             {Tag::preformatted, "pre"},
                                             {Tag::list, "dl ol ul"},
                                             {Tag::table, "table"}}};

WordTable<Element> make_elements() {
  WordTable<Element> elements;
  for_each_name(kBlocks, [&](std::string_view name) { elements[name].block = true; });
  for_each_name(kVoid, [&](std::string_view name) { elements[name].empty = true; });
  for_each_name(kOuter, [&](std::string_view name) { elements[name].outer = true; });
  for (const NamesMark& mark : kNamesMarks) {
    for_each_name(mark.names, [&](std::string_view name) { elements[name].marks.set(mark.bit); });
  }
  for (const NamedTag& named : kTags) {
    for_each_name(named.names, [&](std::string_view name) { elements[name].tag = named.tag; });
  }
  for (const char level : {'1', '2', '3', '4', '5', '6'}) {
    elements[std::string{'h', level}].heading = static_cast<unsigned>(level - '0');
  }
  return elements;
}

constexpr Names kBoilerplateRoles =
    "banner complementary contentinfo dialog menu navigation search toolbar";

/// Words of class and id names.
constexpr Names kBoilerplateWords =
    "ad adbox ads adsbygoogle advert advertisement advertising affiliate alert banner bio "
    "bookmark breadcrumb breadcrumbs bycategory callout carousel categories cc combx comment "
    "commentlist comments consent contentinfo cookie cookies copyright cta dialog disclaimer "
    "disqus donate donation dropdown extra facebook feedback follow foot footer footnav form "
    "gdpr instagram leaderboard login masthead menu modal mostread nav navbar navigation "
    "newsletter offcanvas optin outbrain overlay pager pagination partner paywall pinterest "
    "popular popup prevnext print promo promoted promotion rating read-more readmore recirc "
    "recommend recommendation recommendations recommended register rel related replies reply "
    "respond rss search share sharebar sharedaddy sharing shop sidebar signup skip social "
    "sponsor sponsored subscribe subscription tagcloud taboola tags toolbar tooltip trending "
    "twitter widget";
constexpr Names kBylineWords =
    "author authors by byline date dateline datetime info meta metadata posted postmeta "
    "published publishdate time timestamp";
constexpr Names kAuthorWords = "author authors byline";
constexpr Names kCaptionWords = "caption captions figcaption imagecaption";
constexpr Names kContentWords =
    "article body content copy entry main page paragraph post prose richtext story";

/// Parts of class and id names.
constexpr Names kArticleBodyNames =
    "articlebody article-body article_body article-content article__body entry-content post- "
    "content article__content story-body post-body";
constexpr Names kHiddenNames = "screen-reader sr-only visually-hidden visuallyhidden";

WordTable<Marks> make_words() {
  static constexpr std::array<NamesMark, 5> kLists = {{{Marks::boilerplate_name, kBoilerplateWords},
                                                       {Marks::byline, kBylineWords},
                                                       {Marks::author, kAuthorWords},
                                                       {Marks::caption, kCaptionWords},
                                                       {Marks::content_name, kContentWords}}};
  WordTable<Marks> words;
  for (const NamesMark& list : kLists) {
    for_each_name(list.names, [&](std::string_view name) { words[name].set(list.bit); });
  }
  return words;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
}
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The words of "postMeta share-bar_top" (post, meta, share, bar, top), each as a stretch of
/// `names`.
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
    each(at, end);
    at = end;
  }
}

/// Parts of names that are looked for anywhere in them.
class NameParts {
 public:
  explicit NameParts(Names parts) {
    for_each_name(parts,
                  [&](std::string_view part) { parts_.emplace_back(LetterPairs(part), part); });
  }
  bool one_in(std::string_view names, const LetterPairs& pairs) const {
    return std::ranges::any_of(parts_, [&](const auto& part) {
      return pairs.hold(part.first) && names.contains(part.second);
    });
  }

 private:
  std::vector<std::pair<LetterPairs, std::string_view>> parts_;
};

bool is_one_of(std::string_view name, Names names) {
  bool found = false;
  for_each_name(names, [&](std::string_view each) { found = found || each == name; });
  return found;
}

bool is_hidden_style(std::string_view style) {
  std::string lower = ascii_lower(style);
  std::erase(lower, ' ');
  return lower.contains("display:none") || lower.contains("visibility:hidden");
}

/// "/author/aren-dovik", "/authors/7": not the list of all of them.
bool leads_to_author(std::string_view address) {
  static constexpr std::array<std::string_view, 8> kParts = {
      "/author/", "/authors/", "/contributor/", "/contributors/",
      "/writer/", "/writers/", "/journalist/",  "/reporter/"};
  return std::ranges::any_of(kParts, [&](std::string_view part) {
    const std::size_t at = address.find(part);
    return at != std::string_view::npos && at + part.size() < address.size();
  });
}

/// The attributes that say what an element is.
struct TellingAttributes {
  std::string_view role, classes, id, item, rel, style, aria_hidden;
  bool hidden = false;
};

TellingAttributes telling_attributes(const HtmlToken& tag) {
  TellingAttributes telling;
  struct Place {
    std::string_view name;
    std::string_view TellingAttributes::* to;
  };
  static constexpr std::array<Place, 7> kPlaces = {
      {{"class", &TellingAttributes::classes},
       {"id", &TellingAttributes::id},
       {"style", &TellingAttributes::style},
       {"role", &TellingAttributes::role},
       {"rel", &TellingAttributes::rel},
       {"itemprop", &TellingAttributes::item},
       {"aria-hidden", &TellingAttributes::aria_hidden}}};
  for (const HtmlAttribute& each : tag.attributes) {
    for (const Place& place : kPlaces) {
      const bool first = (telling.*place.to).data() == nullptr;
      if (first && same_name(each.name, place.name)) {
        telling.*place.to = each.value;
        break;
      }
    }
    telling.hidden = telling.hidden || same_name(each.name, "hidden");
  }
  return telling;
}

}  // namespace

const Element& element_named(std::string_view name) {
  static const WordTable<Element> kElements = make_elements();
  static constexpr Element kUnknown;
  const Element* const found = kElements.find(name);
  return found == nullptr ? kUnknown : *found;
}

Marks ElementMarks::of_names(std::string_view names) {
  if (names.empty()) {
    return {};
  }
  const auto [at, is_new] = known_.try_emplace(names);
  if (!is_new) {
    return at->second;
  }
  static const WordTable<Marks> kWords = make_words();
  constexpr std::size_t kLongest = 512;
  const std::string whole(names.substr(0, kLongest));
  const std::string lower = ascii_lower(whole);
  Marks& marks = at->second;
  for_each_name_word(whole, [&](std::size_t begin, std::size_t end) {
    if (const Marks* word = kWords.find(std::string_view(lower).substr(begin, end - begin))) {
      marks.bits |= word->bits;
    }
  });
  static const NameParts kArticleBody(kArticleBodyNames);
  static const NameParts kHidden(kHiddenNames);
  const LetterPairs pairs(lower);
  if (kArticleBody.one_in(lower, pairs)) {
    marks.set(Marks::article_body);
  }
  if (kHidden.one_in(lower, pairs)) {
    marks.set(Marks::removed);
  }
  return marks;
}

Marks ElementMarks::of(const HtmlToken& open_tag, const Element& element) {
  Marks marks = element.marks;
  const std::string_view name = open_tag.name;
  if (open_tag.attributes.empty() || marks.has(Marks::removed)) {
    return marks;
  }
  const TellingAttributes telling = telling_attributes(open_tag);
  if (name == "a" && leads_to_author(open_tag.attribute("href"))) {
    marks.set(Marks::author_link);
  }
  if (!telling.role.empty()) {
    const std::string role = ascii_lower(telling.role.substr(0, 64));
    if (is_one_of(role, kBoilerplateRoles)) {
      marks.set(Marks::boilerplate);
    }
    if (role == "main") {
      marks.set(Marks::main);
    }
  }
  if (name == "html" || name == "body") {
    return marks;
  }
  const bool streamed = telling.id.starts_with("S:");  // React: a script shows it at once
  const Marks by_class = of_names(telling.classes);
  const Marks by_id = of_names(telling.id);
  if ((telling.hidden && !streamed) || telling.aria_hidden == "true" ||
      by_class.has(Marks::removed) || is_hidden_style(telling.style)) {
    marks.set(Marks::removed);
  }
  if (telling.item == "author" || telling.rel == "author") {
    marks.set(Marks::author);
    marks.set(Marks::byline);
  }
  if (telling.item == "articleBody" || by_class.has(Marks::article_body) ||
      by_id.has(Marks::article_body)) {
    marks.set(Marks::article_body);
  }
  if (name != "article" && name != "main") {
    marks.bits |= (by_class.bits | by_id.bits) & kByName;
  }
  return marks;
}

}  // namespace parallax
