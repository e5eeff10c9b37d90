#include "parallax/collect/html/html_metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <deque>

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

std::optional<std::string> present(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// JSON-LD.

std::string string_of(const Element& element) {
  std::string_view text;
  return element.get_string().get(text) == simdjson::SUCCESS ? decode_html_text(text)
                                                             : std::string();
}

std::string member(const Object& object, std::string_view key) {
  Element value;
  return object.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : std::string();
}

/// "name", {"name"}, or the names of a list, joined.
std::string names_of(const Object& object, std::string_view key) {
  Element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) {
    return {};
  }
  Object person;
  simdjson::dom::array people;
  if (value.get_object().get(person) == simdjson::SUCCESS) {
    return member(person, "name");
  }
  if (value.get_array().get(people) != simdjson::SUCCESS) {
    return string_of(value);
  }
  std::string names;
  for (const Element each : people) {
    const std::string name = each.get_object().get(person) == simdjson::SUCCESS
                                 ? member(person, "name")
                                 : string_of(each);
    names += names.empty() || name.empty() ? "" : ", ";
    names += name;
  }
  return names;
}

/// The objects of a JSON-LD script, outer before inner, a few thousand at most.
std::vector<Object> objects_of(const Element& root) {
  constexpr std::size_t kMost = 4000;
  std::vector<Object> objects;
  std::deque<Element> open = {root};
  while (!open.empty() && objects.size() < kMost) {
    const Element element = open.front();
    open.pop_front();
    Object object;
    simdjson::dom::array array;
    if (element.get_object().get(object) == simdjson::SUCCESS) {
      objects.push_back(object);
      for (const auto field : object) {
        open.push_back(field.value);
      }
    } else if (element.get_array().get(array) == simdjson::SUCCESS) {
      for (const Element each : array) {
        open.push_back(each);
      }
    }
  }
  return objects;
}

bool is_article(const Object& object) {
  Element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) {
    return false;
  }
  const auto names_article = [](const std::string& name) {
    return name.contains("Article") || name.contains("Posting") || name.contains("Report") ||
           name.contains("Review");
  };
  simdjson::dom::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) {
    return names_article(string_of(type));
  }
  return std::any_of(types.begin(), types.end(),
                     [&](const Element& each) { return names_article(string_of(each)); });
}

void fill(std::optional<std::string>& slot, std::string value) {
  if (!slot && !value.empty()) {
    slot = std::move(value);
  }
}

/// What JSON-LD says of an article, and, separately, when it says the page was published.
struct JsonLd {
  Metadata article;
  std::optional<std::string> page_published;
};

void read_json_ld(std::string_view script, const PageRules& rules, JsonLd& json) {
  constexpr std::size_t kLargest = std::size_t{1} << 20U;
  if (script.size() > kLargest) {
    return;
  }
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(script);
  Element root;
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) {
    return;
  }
  const std::vector<Object> objects = objects_of(root);
  for (const Object& object : objects) {
    const auto published = iso_from_field(member(object, "datePublished"), rules);
    if (!is_article(object)) {
      json.page_published = json.page_published ? json.page_published : published;
      continue;
    }
    Metadata& found = json.article;
    fill(found.title, member(object, "headline"));
    fill(found.author, names_of(object, "author"));
    fill(found.outlet, names_of(object, "publisher"));
    found.published = found.published ? found.published : published;
  }
}

// Tags.

std::string first_field(const HtmlPage& page, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const auto field = std::ranges::find(page.fields, key, &HtmlField::key);
    if (field != page.fields.end() && !field->value.empty()) {
      return field->value;
    }
  }
  return {};
}

std::optional<std::string> date_field(const HtmlPage& page, const PageRules& rules,
                                      std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    for (const HtmlField& field : page.fields) {
      if (field.key == key) {
        if (auto date = iso_from_field(field.value, rules)) {
          return date;
        }
      }
    }
  }
  return std::nullopt;
}

/// "Title | Outlet", "Title - Outlet": the last part, where the part before is the title.
struct SplitTitle {
  std::string_view title;
  std::string_view site;
};
SplitTitle split_title(std::string_view full, std::string_view heading) {
  static constexpr std::array<std::string_view, 6> kSigns = {" | ", " – ",  " — ",
                                                             " - ", " :: ", " » "};
  const std::string wanted = fold(heading);
  for (const std::string_view sign : kSigns) {
    const std::size_t at = full.rfind(sign);
    if (at == std::string_view::npos) {
      continue;
    }
    const SplitTitle split{trim(full.substr(0, at)), trim(full.substr(at + sign.size()))};
    const bool same = !wanted.empty() && fold(split.title) == wanted;
    if (same || (wanted.empty() && count_words(split.site, 6) <= 4)) {
      return split;
    }
  }
  return {.title = full, .site = {}};
}

bool is_address(std::string_view text) {
  return text.contains("://") || text.contains('@') || text.starts_with('/');
}

/// "Written by Aren Dovik", "By Aren Dovik": what follows the opening.
std::string without_opening(std::string text, const PageRules& rules) {
  const std::string lower = ascii_lower(text);
  for (const auto* const list : {&rules.names, &rules.lines}) {
    for (const PageRules::Line& rule : *list) {
      const std::size_t size = rule.text.size();
      const bool opening = rule.role == Role::byline && rule.match != PageRules::Match::line;
      if (opening && lower.starts_with(rule.text) && text.size() > size + 1 &&
          (rule.text.ends_with(':') || text[size] == ' ' || text[size] == ':')) {
        return std::string(trim(std::string_view(text).substr(size + (text[size] == ':' ? 1 : 0))));
      }
    }
  }
  return text;
}

/// `line` up to a comma, a bar or a dot: what follows a name.
std::string_view before_sign(std::string_view line) {
  constexpr std::u32string_view kSigns = U",|·•";
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint point = code_point_at(line, at);
    if (kSigns.contains(point.value)) {
      break;
    }
    at += point.size;
  }
  return line.substr(0, at);
}

/// A name alone, or behind "By", or before a comma, a bar or a date.
std::optional<std::string> name_in(std::string_view line, const PageRules& rules) {
  if (const auto name = named_author(line, rules)) {
    return std::string(*name);
  }
  const std::string rest = without_opening(std::string(line), rules);
  std::string_view first = before_sign(rest);
  if (const auto date = find_written_date(first, rules)) {
    first = first.substr(0, date->begin);
  }
  first = trim(first);
  return is_name(first) ? std::optional(std::string(first)) : std::nullopt;
}

/// The text that the page marks as its author's name, or a line "By …" above the article.
std::string author_on_page(std::string_view html, const HtmlPage& page, const PageRules& rules) {
  for (const HtmlBlock& block : page.blocks) {
    for (std::uint32_t i = block.first; i < block.last; ++i) {
      const HtmlFragment& fragment = page.fragments[i];
      if (!fragment.marks.has(Marks::author) || fragment.end - fragment.begin > 200) {
        continue;
      }
      const std::string_view raw = html.substr(fragment.begin, fragment.end - fragment.begin);
      if (auto name = name_in(decode_html_text(raw), rules)) {
        return *name;
      }
    }
    if ((block.role == Role::byline || block.names_author) && block.letters <= 200) {
      if (auto name = name_in(text_of(html, page, block), rules)) {
        return *name;
      }
    }
  }
  return {};
}

/// `twitter:label1` "Written by" says that `twitter:data1` is the author.
std::string labelled_author(const HtmlPage& page, const PageRules& rules) {
  for (const auto& [label, data] : {std::pair("twitter:label1", "twitter:data1"),
                                    std::pair("twitter:label2", "twitter:data2")}) {
    const PageRules::Line* const rule = find_rule(first_field(page, {label}), rules);
    if (rule != nullptr && rule->role == Role::byline) {
      return first_field(page, {data});
    }
  }
  return {};
}

/// A date in a byline, else in a short line around the title.
std::optional<std::string> date_on_page(std::string_view html, const HtmlPage& page,
                                        std::size_t title, const PageRules& rules) {
  for (const HtmlBlock& block : page.blocks) {
    const bool says_date = block.role == Role::byline || block.role == Role::date;
    if (says_date && block.letters < 300) {
      if (const auto date = find_written_date(text_of(html, page, block), rules)) {
        return date->iso;
      }
    }
  }
  constexpr std::size_t kAbove = 4;
  constexpr std::size_t kBelow = 8;
  const std::size_t end = std::min(page.blocks.size(), title + kBelow);
  for (std::size_t i = title - std::min(title, kAbove); i < end; ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (block.letters > 60 || block.role == Role::title) {
      continue;
    }
    if (const auto date = find_written_date(text_of(html, page, block), rules)) {
      return date->iso;
    }
  }
  return std::nullopt;
}

}  // namespace

Metadata find_html_metadata(std::string_view html, const HtmlPage& page, std::size_t title_block,
                            const PageRules& rules) {
  const std::string title =
      title_block < page.blocks.size() ? text_of(html, page, page.blocks[title_block]) : "";
  JsonLd json_ld;
  for (const std::string_view script : page.json_ld) {
    read_json_ld(script, rules, json_ld);
  }
  const Metadata& json = json_ld.article;
  Metadata found;
  const SplitTitle split = split_title(page.title, title);
  fill(found.title, title);
  fill(found.title, first_field(page, {"og:title", "twitter:title"}));
  fill(found.title, json.title.value_or(""));
  fill(found.title, std::string(split.title));

  fill(found.outlet, first_field(page, {"og:site_name"}));
  fill(found.outlet, json.outlet.value_or(""));
  fill(found.outlet, title.empty() ? std::string() : std::string(split.site));

  const std::string tag_author = first_field(
      page, {"author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl"});
  fill(found.author, json.author.value_or(""));
  fill(found.author, is_address(tag_author) ? std::string() : without_opening(tag_author, rules));
  fill(found.author, labelled_author(page, rules));
  fill(found.author, author_on_page(html, page, rules));

  found.published = json.published;
  const auto fill_date = [&](std::optional<std::string> date) {
    if (!found.published) {
      found.published = std::move(date);
    }
  };
  fill_date(date_field(page, rules,
                       {"article:published_time", "og:article:published_time", "og:published_time",
                        "datepublished", "parsely-pub-date", "publishdate", "pubdate",
                        "publish-date", "article.published", "dc.date.issued", "dcterms.created",
                        "date", "dc.date", "sailthru.date", "article:published", "citation_date"}));
  fill_date(json_ld.page_published);
  fill_date(date_field(page, rules, {"time"}));
  fill_date(date_on_page(html, page, title_block, rules));

  fill(found.url, first_field(page, {"canonical", "og:url"}));
  if (found.url && !found.url->contains("://")) {
    found.url.reset();
  }
  found.language = present(page.language.substr(0, page.language.find('-')));
  return found;
}

}  // namespace parallax
