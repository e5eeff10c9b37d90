#include "parallax/collect/plain/plain_text.h"

#include <algorithm>
#include <span>

#include "parallax/collect/plain/choose_lines.h"
#include "parallax/collect/plain/line_origin.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// A page with more lines is no article that could be cleaned: it is kept whole.
constexpr std::size_t kMostLines = 500000;

/// A physical line that is not blank, without the white space around it.
struct RawLine {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool after_blank = false;
  bool joins = false;  ///< goes on with the paragraph of the line before
};

std::vector<RawLine> split_lines(std::string_view text) {
  std::vector<RawLine> lines;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view words = trim(text.substr(at, end - at));
    if (words.empty()) {
      blank = true;
    } else {
      const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
      lines.push_back({.begin = begin,
                       .end = begin + static_cast<std::uint32_t>(words.size()),
                       .after_blank = blank});
      blank = false;
    }
    at = end + 1;
  }
  return lines;
}

std::size_t columns(std::string_view words) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [](char c) { return (c & '\xC0') != '\x80'; }));
}

/// Finds out whether a program has broken the lines at a fixed width: then the first word of the
/// next line would not have fitted.
class HardWrap {
 public:
  HardWrap(std::string_view text, std::vector<RawLine>& lines) : text_(text), lines_(lines) {}

  void join() {
    const std::size_t width = widest();
    if (width < kNarrowest || width > kWidest) {
      return;
    }
    std::size_t pairs = 0;
    std::size_t full = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      pairs += lines_[i].after_blank ? 0 : 1;
      full += goes_on(i, width) ? 1 : 0;
    }
    if (full < 3 || full * 10 < pairs * 6) {
      return;
    }
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      lines_[i].joins = goes_on(i, width);
    }
  }

 private:
  static constexpr std::size_t kNarrowest = 40;
  static constexpr std::size_t kWidest = 120;

  std::string_view words(std::size_t i) const {
    return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
  }

  std::size_t widest() const {
    std::size_t width = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (words(i).find(' ') != std::string_view::npos) {
        width = std::max(width, columns(words(i)));
      }
      if (width > kWidest) {
        break;
      }
    }
    return width;
  }

  bool goes_on(std::size_t i, std::size_t width) const {
    if (lines_[i].after_blank || bullet_bytes(words(i)) > 0 || item_number(words(i)) > 0) {
      return false;
    }
    const std::string_view next = words(i);
    const std::size_t first_word = columns(next.substr(0, next.find(' ')));
    const std::size_t length = columns(words(i - 1));
    return length + 1 + first_word > width && length * 2 > width;
  }

  std::string_view text_;
  std::vector<RawLine>& lines_;
};

/// Lines joined to paragraphs. The views of joined paragraphs live in `joined`.
std::vector<TextLine> paragraphs_of(std::string_view text, const std::vector<RawLine>& lines,
                                    std::deque<std::string>& joined) {
  std::vector<TextLine> paragraphs;
  bool grows = false;
  for (const RawLine& line : lines) {
    const std::string_view words = text.substr(line.begin, line.end - line.begin);
    if (!line.joins) {
      paragraphs.push_back({.words = words, .where = {line.begin, line.end}});
      grows = false;
      continue;
    }
    paragraphs.back().where.end = line.end;
    if (!grows) {
      joined.emplace_back(paragraphs.back().words);
      grows = true;
    }
    joined.back() += ' ';
    joined.back() += words;
    paragraphs.back().words = joined.back();
  }
  return paragraphs;
}

/// Turns lines with roles into segments: the line feeds between kept lines stay, one blank line at
/// most.
class SegmentWriter {
 public:
  SegmentWriter(std::string_view text, std::vector<Segment>& out) : text_(text), out_(out) {}

  void add(const RawLine& line, Role role) {
    if (!is_kept(role)) {
      out_.push_back({line.begin, line.end, role, Segment::Fate::remove});
      return;
    }
    if (line.joins) {
      out_.push_back({end_, line.begin, role, Segment::Fate::replace, " "});
    } else if (written_) {
      add_line_feeds(line);
    }
    out_.push_back({line.begin, line.end, role, Segment::Fate::keep});
    end_ = line.end;
    role_ = role;
    written_ = true;
    feeds_at_ = out_.size();
  }

 private:
  /// They belong to the kept line before, so they stand before the segments of the lines removed
  /// since.
  void add_line_feeds(const RawLine& line) {
    const auto put = static_cast<std::ptrdiff_t>(feeds_at_);
    const auto first = static_cast<std::uint32_t>(text_.find('\n', end_));
    std::vector<Segment> feeds = {{first, first + 1, role_, Segment::Fate::keep}};
    const std::uint32_t limit = feeds_at_ < out_.size() ? out_[feeds_at_].begin : line.begin;
    const std::size_t second = text_.find('\n', first + 1);
    if (line.after_blank && second < limit) {
      const auto at = static_cast<std::uint32_t>(second);
      feeds.push_back({at, at + 1, role_, Segment::Fate::keep});
    }
    out_.insert(out_.begin() + put, feeds.begin(), feeds.end());
  }

  std::string_view text_;
  std::vector<Segment>& out_;
  std::uint32_t end_ = 0;  ///< of the last kept line
  Role role_ = Role::body;
  bool written_ = false;
  std::size_t feeds_at_ = 0;
};

}  // namespace

ReadPage read_plain_text(const MappedText& page, const PageRules& rules, const GivenRoles& given) {
  const std::string_view text = page.text();
  std::vector<RawLine> lines = split_lines(text);
  if (lines.size() > kMostLines) {
    return {.segments = {{.begin = 0, .end = page.text_size()}}, .evidence = {}};
  }
  HardWrap(text, lines).join();
  std::deque<std::string> joined;
  std::vector<TextLine> paragraphs = paragraphs_of(text, lines, joined);
  ReadPage result;
  result.evidence = assign_roles(paragraphs, rules);
  choose_lines(paragraphs, rules, result.evidence);
  find_origin(paragraphs, rules, result.evidence);
  for (TextLine& paragraph : paragraphs) {
    paragraph.role = given.of(paragraph.where.begin, paragraph.where.end).value_or(paragraph.role);
  }
  SegmentWriter writer(text, result.segments);
  std::size_t paragraph = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    paragraph += i > 0 && !lines[i].joins ? 1 : 0;
    writer.add(lines[i], paragraphs[paragraph].role);
  }
  return result;
}

std::vector<TextLine> lines_by_rules(std::string_view text, const PageRules& rules,
                                     std::deque<std::string>& joined) {
  std::vector<RawLine> lines = split_lines(text);
  HardWrap(text, lines).join();
  std::vector<TextLine> paragraphs = paragraphs_of(text, lines, joined);
  assign_roles(paragraphs, rules);
  return paragraphs;
}

}  // namespace parallax
