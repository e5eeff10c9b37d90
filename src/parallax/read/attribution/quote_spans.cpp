// Marks are paired from left to right with a stack of those still open, one paragraph at a time. A
// paragraph that opens with a mark and never closes it is a piece of a quotation that goes on in
// the next paragraph; so is one whose last mark opens, if the next opens anew.
#include "parallax/read/attribution/quote_spans.h"

#include <algorithm>

#include "parallax/read/attribution/quote_marks.h"

namespace parallax {
namespace {

constexpr std::int32_t kNone = -1;

class Pairing {
 public:
  Pairing(std::string_view text, std::vector<QuoteSpan>& out) : text_(text), out_(out) {}

  void read(Span paragraph) {
    gather_quote_marks(text_, paragraph, marks_);
    const std::int32_t before = open_ended_;
    const bool goes_on = !marks_.empty() && marks_.front().span.begin == paragraph.begin &&
                         marks_.front().side != MarkSide::closes;
    if (before != kNone && unsure_ && !goes_on) {
      undo(before);
    }
    const bool may_end = before != kNone && !unsure_;
    open_ended_ = kNone;
    first_ = out_.size();
    open_.clear();
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (closes(i)) {
        close(i, paragraph, may_end ? before : kNone);
      } else {
        open(i);
      }
    }
    if (goes_on && before != kNone && first_ < out_.size()) {
      out_[first_].continues = before;
    }
    leave_open(paragraph);
  }

 private:
  struct Open {
    QuoteMark mark;
    std::size_t piece = 0;
  };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  // The innermost open mark that `mark` could close.
  std::size_t partner(const QuoteMark& mark) const {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].mark.kind == mark.kind) {
        return i - 1;
      }
    }
    return kNowhere;
  }

  bool closes(std::size_t index) const {
    const QuoteMark& mark = marks_[index];
    if (mark.side == MarkSide::closes) {
      return true;
    }
    const std::size_t pending = partner(mark);
    return pending != kNowhere &&
           (mark.side == MarkSide::either || (open_[pending].mark.low && !mark.low));
  }

  void open(std::size_t index) {
    const QuoteMark& mark = marks_[index];
    const std::size_t pending = partner(mark);
    const bool straight = text_[mark.span.begin] == '"' || text_[mark.span.begin] == '\'';
    if (pending != kNowhere && straight) {  // the earlier one never closed
      open_.resize(pending);
    }
    open_.push_back({mark, out_.size()});
    out_.push_back({{mark.span.begin, mark.span.begin}});
  }

  void close(std::size_t index, Span paragraph, std::int32_t before) {
    const QuoteMark& mark = marks_[index];
    const std::size_t pending = partner(mark);
    if (pending != kNowhere) {
      if (!mark.perhaps_apostrophe || !has_better_end(index)) {
        out_[open_[pending].piece].span.end = mark.span.end;
        open_.resize(pending);
      }
    } else if (before != kNone && out_.size() == first_ && mark.kind != MarkKind::single_mark) {
      out_.push_back({{paragraph.begin, mark.span.end}, kNone, before});
    }
  }

  // "the brothers’ house’": a later single mark closes, before a new one opens or the mark around
  // it closes.
  bool has_better_end(std::size_t index) const {
    const std::size_t last = std::min(marks_.size(), index + 8);
    for (std::size_t i = index + 1; i < last; ++i) {
      if (marks_[i].kind != MarkKind::single_mark || marks_[i].side == MarkSide::opens) {
        return false;
      }
      if (!marks_[i].perhaps_apostrophe) {
        return true;
      }
    }
    return false;
  }

  void leave_open(Span paragraph) {
    for (const Open& left : open_) {
      if (left.mark.kind == MarkKind::single_mark) {
        continue;
      }
      QuoteSpan& piece = out_[left.piece];
      piece.span.end = paragraph.end;
      piece.closed = false;
      open_ended_ = static_cast<std::int32_t>(left.piece);
      unsure_ = left.mark.span.begin != paragraph.begin;
      return;
    }
  }

  void undo(std::int32_t index) {
    QuoteSpan& piece = out_[static_cast<std::size_t>(index)];
    piece.span.end = piece.span.begin;
  }

 public:
  void end() {
    if (open_ended_ != kNone && unsure_) {
      undo(open_ended_);
    }
  }

 private:
  std::string_view text_;
  std::vector<QuoteSpan>& out_;
  std::vector<QuoteMark> marks_;
  std::vector<Open> open_;
  std::size_t first_ = 0;  // of this paragraph, in out_
  std::int32_t open_ended_ = kNone;
  bool unsure_ = false;
};

void drop_empty(std::vector<QuoteSpan>& quotes) {
  std::vector<std::int32_t> moved(quotes.size(), kNone);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i].span.empty()) {
      continue;
    }
    moved[i] = static_cast<std::int32_t>(kept);
    QuoteSpan quote = quotes[i];
    if (quote.continues != kNone) {
      quote.continues = moved[static_cast<std::size_t>(quote.continues)];
    }
    quotes[kept++] = quote;
  }
  quotes.resize(kept);
}

// A piece that crosses the end of the one around it cannot be nested: it is cut off.
void find_parents(std::vector<QuoteSpan>& quotes) {
  std::vector<std::size_t> around;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    while (!around.empty() && quotes[around.back()].span.end <= quotes[i].span.begin) {
      around.pop_back();
    }
    if (!around.empty()) {
      quotes[i].parent = static_cast<std::int32_t>(around.back());
      quotes[i].span.end = std::min(quotes[i].span.end, quotes[around.back()].span.end);
    }
    around.push_back(i);
  }
}

}  // namespace

std::vector<QuoteSpan> find_quote_spans(std::string_view text, std::span<const Span> paragraphs) {
  std::vector<QuoteSpan> quotes;
  Pairing pairing(text, quotes);
  for (const Span paragraph : paragraphs) {
    pairing.read(paragraph);
  }
  pairing.end();
  drop_empty(quotes);
  find_parents(quotes);
  return quotes;
}

}  // namespace parallax
