#include "parallax/collect/build_article.h"

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// Converted letters are joined up to this many bytes: a page in another charset gets a block for
/// each word, not for each letter.
constexpr std::uint32_t kLongestConvertedWord = 96;

class Builder {
 public:
  Builder(const MappedText& page, std::uint64_t offset) : page_(page), offset_(offset) {}

  void add(const Segment& segment) {
    switch (segment.fate) {
      case Segment::Fate::keep:
        keep(segment);
        break;
      case Segment::Fate::remove:
        remove_up_to(page_.source_of(segment.end), segment.role);
        break;
      case Segment::Fate::replace:
        remove_up_to(page_.source_of(segment.begin), segment.role);
        add_text(segment.replacement, std::max(done_, page_.source_of(segment.end)), segment.role,
                 false);
        break;
    }
  }

  CleanText finish() {
    remove_up_to(page_.source_size(), Role::boilerplate);
    return std::move(clean_);
  }

 private:
  void keep(const Segment& segment) {
    if (segment.begin >= segment.end || page_.pieces().empty()) {
      return;
    }
    const std::string_view text = page_.text();
    std::uint32_t at = segment.begin;
    for (std::size_t i = page_.piece_at(at); at < segment.end; ++i) {
      const MappedText::Piece& piece = page_.pieces()[i];
      const std::uint32_t piece_end = page_.text_end(i);
      const std::uint32_t end = std::min(segment.end, piece_end);
      if (piece.identical) {
        remove_up_to(piece.source + (at - piece.text), segment.role);
        add_text(text.substr(at, end - at), piece.source + (end - piece.text), segment.role, true);
      } else if (at == piece.text && piece_end > at) {
        remove_up_to(piece.source, segment.role);
        add_text(text.substr(at, piece_end - at), page_.source_end(i), segment.role, false);
      }
      at = std::max(at, end);
    }
  }

  void remove_up_to(std::uint32_t source_end, Role role) {
    if (source_end <= done_) {
      return;
    }
    const Span nothing{text_size(), text_size()};
    Block* last = clean_.blocks.empty() ? nullptr : &clean_.blocks.back();
    if (last != nullptr && !last->kept() && last->role == role) {
      last->source.end = offset_ + source_end;
    } else {
      clean_.blocks.push_back({nothing, {offset_ + done_, offset_ + source_end}, role});
    }
    done_ = source_end;
    last_identical_ = false;
  }

  void add_text(std::string_view words, std::uint32_t source_end, Role role, bool identical) {
    if (words.empty()) {
      remove_up_to(source_end, role);
      return;
    }
    const std::uint32_t begin = text_size();
    const bool joins = can_join(words, role, identical);
    clean_.text += words;
    if (joins) {
      clean_.blocks.back().text.end = text_size();
      clean_.blocks.back().source.end = offset_ + source_end;
    } else {
      clean_.blocks.push_back(
          {{begin, text_size()}, {offset_ + done_, offset_ + source_end}, role});
    }
    done_ = source_end;
    last_identical_ = identical;
  }

  bool can_join(std::string_view words, Role role, bool identical) const {
    if (clean_.blocks.empty() || clean_.text.empty()) {
      return false;
    }
    const Block& last = clean_.blocks.back();
    if (!last.kept() || last.role != role || last.source.end != offset_ + done_ ||
        last_identical_ != identical) {
      return false;
    }
    return identical || (last.text.size() < kLongestConvertedWord &&
                         is_letter(code_point_before(clean_.text, clean_.text.size()).value) &&
                         is_letter(code_point_at(words, 0).value));
  }

  std::uint32_t text_size() const { return static_cast<std::uint32_t>(clean_.text.size()); }

  const MappedText& page_;
  std::uint64_t offset_;
  std::uint32_t done_ = 0;  ///< source bytes that blocks cover already
  bool last_identical_ = false;
  CleanText clean_;
};

}  // namespace

CleanText build_clean_text(const MappedText& page, const std::vector<Segment>& segments,
                           std::uint64_t source_offset) {
  Builder builder(page, source_offset);
  std::uint32_t at = 0;
  for (const Segment& segment : segments) {
    if (segment.begin > at) {
      builder.add({.begin = at,
                   .end = segment.begin,
                   .role = Role::boilerplate,
                   .fate = Segment::Fate::remove});
    }
    builder.add(segment);
    at = std::max(at, segment.end);
  }
  return builder.finish();
}

}  // namespace parallax
