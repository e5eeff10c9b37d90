#include "parallax/collect/html/html_page.h"

#include <algorithm>
#include <array>
#include <functional>

#include "parallax/collect/html/html_entities.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr std::size_t kDeepest = 400;
constexpr std::size_t kMostNodes = std::size_t{1} << 20U;
constexpr std::size_t kMostBlocks = 500000;  // what follows is one more block
constexpr std::size_t kMostFields = 4096;

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::uint32_t count_letters(std::string_view text) {
  return static_cast<std::uint32_t>(text.size()) -
         static_cast<std::uint32_t>(std::ranges::count_if(text, is_white));
}

/// An element that is open, with all that its ancestors pass down.
struct OpenElement {
  std::size_t name = 0;  ///< hash of the tag name
  std::uint32_t node = 0;
  bool block = false;
  bool scope = false;  ///< table cells and tables: an end tag inside does not close what is outside
  unsigned heading = 0;
  Marks passed_down;
};

class PageParser {
 public:
  explicit PageParser(std::string_view html) : html_(html) {
    page_.nodes.push_back({});
    stack_.push_back({});
  }

  HtmlPage run() {
    HtmlTokenizer tokenizer(html_);
    HtmlToken token;
    while (tokenizer.next(token)) {
      switch (token.kind) {
        case HtmlToken::Kind::text:
          add_text(token.begin, token.end);
          break;
        case HtmlToken::Kind::raw_text:
          add_raw_text(token);
          break;
        case HtmlToken::Kind::open:
          open(token);
          break;
        case HtmlToken::Kind::close:
          close(token.name);
          break;
        case HtmlToken::Kind::markup:
          break;
      }
    }
    at_end_ = true;
    finish_block();
    return std::move(page_);
  }

 private:
  static std::size_t id_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

  // Tags.

  void open(const HtmlToken& tag) {
    take_field(tag);
    script_is_json_ld_ =
        tag.name == "script" && ascii_lower(tag.attribute("type")).contains("ld+json");
    in_page_title_ = tag.name == "title" && page_.title.empty();
    if (tag.name == "br") {
      break_line();
      return;
    }
    const Element& element = element_named(tag.name);
    if (element.block) {
      finish_block();
      close_implied(tag.name);
    }
    if (!element.empty && !tag.closes_itself) {
      push(tag, element);
    }
  }

  void push(const HtmlToken& tag, const Element& named) {
    if (stack_.size() >= kDeepest) {
      ++too_deep_;
      return;
    }
    const Marks marks = marks_.of(tag, named);
    const bool block = named.block;
    OpenElement element = stack_.back();
    element.name = id_of(tag.name);
    element.block = block;
    element.scope = tag.name == "td" || tag.name == "th" || tag.name == "table";
    element.heading = block ? named.heading : element.heading;
    element.passed_down.bits |= marks.bits & kPassedDown;
    if (block && page_.nodes.size() < kMostNodes) {
      const HtmlNode& parent = page_.nodes[element.node];
      page_.nodes.push_back({.parent = element.node,
                             .marks = marks,
                             .kind = kind_of(parent, tag),
                             .depth = static_cast<std::uint16_t>(parent.depth + 1),
                             .tag = named.tag});
      element.node = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    } else if (!block) {
      element.passed_down.bits |= marks.bits & kInline;
    }
    stack_.push_back(element);
  }

  static std::uint32_t kind_of(const HtmlNode& parent, const HtmlToken& tag) {
    const std::size_t own = id_of(tag.name) * 31 + id_of(tag.attribute("class"));
    return static_cast<std::uint32_t>((parent.kind * std::size_t{0x9E3779B1}) ^ own ^ (own >> 32U));
  }

  void close(std::string_view name) {
    const Element& named = element_named(name);
    if (named.block) {
      finish_block();
    }
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    const std::size_t id = id_of(name);
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (stack_[i].name == id) {
        pop_to(i);
        return;
      }
      if (!named.outer && is_border(stack_[i], name)) {
        return;
      }
    }
  }

  /// An end tag without a start tag must not close what stands far outside: `</p>` stays in its
  /// div, `</div>` in its table cell.
  static bool is_border(const OpenElement& element, std::string_view end_tag) {
    static const std::size_t kDiv = id_of("div");
    return element.scope || (element.name == kDiv && end_tag != "div");
  }
  void pop_to(std::size_t size) { stack_.resize(size); }

  /// A paragraph ends where a block begins, a list item where the next one begins, a cell where the
  /// next one begins.
  void close_implied(std::string_view name) {
    static const std::size_t kP = id_of("p");
    const bool is_item = name == "li" || name == "dd" || name == "dt" || name == "tr" ||
                         name == "td" || name == "th" || name == "option";
    const std::size_t same = is_item ? id_of(name) : kP;
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (stack_[i].name == kP || stack_[i].name == same) {
        pop_to(i);
        return;
      }
      if (stack_[i].block) {
        return;
      }
    }
  }

  void break_line() {
    if (!open_ || stack_.back().heading > 0) {
      return;
    }
    breaks_ += 1;
  }

  // Text.

  void add_raw_text(const HtmlToken& token) {
    const std::string_view text = html_.substr(token.begin, token.end - token.begin);
    if (in_page_title_) {
      page_.title_as_written = text.substr(0, 2000);
      page_.title = decode_html_text(page_.title_as_written);
      in_page_title_ = false;
    } else if (script_is_json_ld_ && page_.json_ld.size() < 64) {
      page_.json_ld.push_back(text);
    }
  }

  void add_text(std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = html_.substr(begin, end - begin);
    const std::uint32_t letters = count_letters(text);
    const OpenElement& top = stack_.back();
    if (top.passed_down.has(Marks::removed) || (letters == 0 && !open_)) {
      return;
    }
    const bool after_break = letters > 0 && breaks_ > 0;
    if (after_break) {
      const std::size_t first = text.find_first_not_of(" \n\t");
      const bool goes_on = breaks_ == 1 && text[first] >= 'a' && text[first] <= 'z';
      if (!goes_on) {
        finish_block();
      }
      breaks_ = 0;
    }
    if (!open_) {
      open_ = true;
      block_ = {.node = top.node,
                .first = static_cast<std::uint32_t>(page_.fragments.size()),
                .heading = top.heading,
                .quoted = top.passed_down.has(Marks::quote),
                .listed = top.passed_down.has(Marks::list_item),
                .captioned = top.passed_down.has(Marks::caption),
                .names_author = page_.nodes[top.node].marks.has(Marks::author)};
    }
    page_.fragments.push_back({begin, end, top.passed_down, after_break});
    block_.letters += letters;
    block_.link_letters += top.passed_down.has(Marks::link) ? letters : 0;
    const bool byline = top.passed_down.has(Marks::byline) || top.passed_down.has(Marks::author);
    block_.byline_letters += byline ? letters : 0;
  }

  void finish_block() {
    if (open_ && page_.blocks.size() >= kMostBlocks && !at_end_) {
      return;
    }
    if (open_) {
      block_.last = static_cast<std::uint32_t>(page_.fragments.size());
      page_.blocks.push_back(block_);
    }
    open_ = false;
    breaks_ = 0;
  }

  // Fields.

  void take_field(const HtmlToken& tag) {
    if (page_.fields.size() >= kMostFields) {
      return;
    }
    if (tag.name == "meta") {
      for (const HtmlAttribute& each : tag.attributes) {
        if (same_name(each.name, "property") || same_name(each.name, "name") ||
            same_name(each.name, "itemprop") || same_name(each.name, "http-equiv")) {
          add_field(each.value, tag.attribute("content"));
        }
      }
    } else if (tag.name == "link") {
      add_field(tag.attribute("rel"), tag.attribute("href"));
    } else if (tag.name == "time") {
      const std::string_view kind = tag.attribute("class");
      const bool updated = kind.contains("updated") || kind.contains("modified");
      const bool published = kind.contains("publish");
      add_field(updated && !published ? "time.updated" : "time", tag.attribute("datetime"));
    } else if (tag.name == "html") {
      page_.language = tag.attribute("lang").substr(0, 20);
    }
    const std::string_view item = tag.name == "meta" ? "" : tag.attribute("itemprop");
    if (!item.empty()) {
      const std::string_view datetime = tag.attribute("datetime");
      add_field(item, datetime.empty() ? tag.attribute("content") : datetime);
    }
  }

  void add_field(std::string_view key, std::string_view value) {
    const FieldName* const name =
        value.empty() || value.size() > 4096 ? nullptr : find_field_name(key);
    if (name != nullptr) {
      page_.fields.push_back({name, value, static_cast<std::uint32_t>(page_.blocks.size())});
    }
  }

  static constexpr std::uint32_t kPassedDown =
      Marks::removed | Marks::quote | Marks::list_item | Marks::caption | Marks::link;
  static constexpr std::uint32_t kInline = Marks::byline | Marks::author | Marks::author_link;

  std::string_view html_;
  HtmlPage page_;
  ElementMarks marks_;
  std::vector<OpenElement> stack_;
  std::size_t too_deep_ = 0;
  HtmlBlock block_;
  bool open_ = false;
  bool at_end_ = false;
  std::size_t breaks_ = 0;
  bool script_is_json_ld_ = false;
  bool in_page_title_ = false;
};

}  // namespace

HtmlPage parse_html_page(std::string_view html) { return PageParser(html).run(); }

std::string text_of(std::string_view html, const HtmlPage& page, const HtmlBlock& block) {
  std::string raw;
  for (std::uint32_t i = block.first; i < block.last; ++i) {
    const HtmlFragment& fragment = page.fragments[i];
    raw += fragment.after_break ? " " : "";
    raw += html.substr(fragment.begin, fragment.end - fragment.begin);
  }
  return decode_html_text(raw);
}

BlockTexts::BlockTexts(std::string_view html, const HtmlPage& page) {
  begins_.reserve(page.blocks.size() + 1);
  for (const HtmlBlock& block : page.blocks) {
    begins_.push_back(all_.size());
    all_ += text_of(html, page, block);
  }
  begins_.push_back(all_.size());
}

}  // namespace parallax
