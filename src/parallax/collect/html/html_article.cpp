#include "parallax/collect/html/html_article.h"

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/html_metadata.h"
#include "parallax/collect/html/html_page.h"
#include "parallax/collect/html/main_text.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// Turns blocks into segments: white space collapsed, references decoded, a blank line between
/// paragraphs.
class HtmlWriter {
 public:
  HtmlWriter(std::string_view html, const HtmlPage& page) : html_(html), page_(page) {}

  std::vector<Segment> run() {
    std::size_t last_kept = 0;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      last_kept = page_.blocks[i].kept ? i : last_kept;
    }
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (!block.kept) {
        out_.push_back({begin_of(block), end_of(block), block.role, Segment::Fate::remove});
        continue;
      }
      write(block);
      if (i < last_kept && wrote_) {
        const std::uint32_t gap_end = begin_of(page_.blocks[i + 1]);
        out_.push_back({at_, gap_end, block.role, Segment::Fate::replace, "\n\n"});
      }
    }
    return std::move(out_);
  }

 private:
  std::uint32_t begin_of(const HtmlBlock& block) const {
    return page_.fragments[block.first].begin;
  }
  std::uint32_t end_of(const HtmlBlock& block) const { return page_.fragments[block.last - 1].end; }

  void write(const HtmlBlock& block) {
    role_ = block.role;
    wrote_ = false;
    space_begin_ = space_end_ = 0;
    for (std::uint32_t i = block.first; i < block.last; ++i) {
      if (page_.fragments[i].after_break && i > block.first) {
        add_space(page_.fragments[i - 1].end, page_.fragments[i].begin);
      }
      write(page_.fragments[i]);
    }
  }

  void write(const HtmlFragment& fragment) {
    std::uint32_t at = fragment.begin;
    while (at < fragment.end) {
      const char c = html_[at];
      if (c == ' ' || c == '\n' || c == '\t') {
        add_space(at, at + 1);
        ++at;
      } else if (c == '&') {
        at = write_reference(at, fragment.end);
      } else {
        const std::string_view rest = html_.substr(at, fragment.end - at);
        const auto* const stop = std::ranges::find_if(rest, [](char next) {
          return next == ' ' || next == '&' || next == '\n' || next == '\t';
        });
        const auto end = at + static_cast<std::uint32_t>(stop - rest.begin());
        write_space();
        add({at, end, role_, Segment::Fate::keep});
        at = end;
      }
    }
  }

  std::uint32_t write_reference(std::uint32_t at, std::uint32_t limit) {
    const auto entity = html_entity_at(html_.substr(0, limit), at);
    if (!entity) {
      write_space();
      add({at, at + 1, role_, Segment::Fate::keep});
      return at + 1;
    }
    const std::uint32_t end = at + entity->size;
    if (is_invisible(entity->value)) {
      out_.push_back({at, end, role_, Segment::Fate::remove});
    } else if (is_space(entity->value)) {
      add_space(at, end);
    } else {
      write_space();
      std::string text;
      append_utf8(text, entity->value);
      add({at, end, role_, Segment::Fate::replace, std::move(text)});
    }
    return end;
  }

  static bool is_invisible(char32_t value) {
    return value == 0xAD || value == 0x200B || value == 0x200E || value == 0x200F ||
           value == 0x2060 || value == 0xFEFF;
  }

  void add_space(std::uint32_t begin, std::uint32_t end) {
    if (space_end_ == space_begin_) {
      space_begin_ = begin;
      space_end_ = end;
    } else if (space_end_ == begin) {
      space_end_ = end;
    }
  }

  /// White space counts only when words follow it.
  void write_space() {
    const bool pending = space_end_ > space_begin_;
    if (pending && wrote_) {
      const bool plain = html_.substr(space_begin_, space_end_ - space_begin_) == " ";
      const bool in_order = out_.empty() || out_.back().end <= space_begin_;
      const std::uint32_t begin = in_order ? space_begin_ : out_.back().end;
      const std::uint32_t end = std::max(begin, space_end_);
      if (plain && in_order) {
        add({begin, end, role_, Segment::Fate::keep});
      } else {
        add({begin, end, role_, Segment::Fate::replace, " "});
      }
    }
    space_begin_ = space_end_ = 0;
  }

  void add(Segment segment) {
    at_ = segment.end;
    wrote_ = true;
    const bool goes_on = segment.fate == Segment::Fate::keep && !out_.empty() &&
                         out_.back().fate == Segment::Fate::keep &&
                         out_.back().end == segment.begin && out_.back().role == segment.role;
    if (goes_on) {
      out_.back().end = segment.end;
    } else {
      out_.push_back(std::move(segment));
    }
  }

  std::string_view html_;
  const HtmlPage& page_;
  std::vector<Segment> out_;
  Role role_ = Role::body;
  std::uint32_t at_ = 0;  ///< end of the last kept segment
  std::uint32_t space_begin_ = 0;
  std::uint32_t space_end_ = 0;
  bool wrote_ = false;  ///< the current block has text
};

void take_given(const GivenRoles& given, HtmlPage& page) {
  for (HtmlBlock& block : page.blocks) {
    const auto role =
        given.of(page.fragments[block.first].begin, page.fragments[block.last - 1].end);
    if (role && block.letters > 0) {
      block.role = *role;
      block.kept = is_kept(*role);
    }
  }
}

}  // namespace

ReadPage read_html(const MappedText& mapped, const PageRules& rules, const GivenRoles& given) {
  const std::string_view html = mapped.text();
  HtmlPage page = parse_html_page(html);
  const BlockTexts texts(html, page);
  const std::size_t title = choose_main_text(texts, page, rules);
  take_given(given, page);
  ReadPage result;
  result.evidence = find_html_metadata({.html = html, .page = page, .texts = texts}, title, rules);
  agree_on_roles(result.evidence, texts, page);
  result.segments = HtmlWriter(html, page).run();
  return result;
}

}  // namespace parallax
