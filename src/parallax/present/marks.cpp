#include <algorithm>
#include <functional>
#include <span>

#include "parallax/present/display_width.h"
#include "parallax/present/escape.h"
#include "parallax/present/present.h"

/// The clean text with the marks of one layer: `f⟦more than 100 people⟧`. The letter in front says
/// what is marked, and a number which: `s0⟦Aren⟧ c0⟦said⟧` are the source and the cue of
/// attribution a0. Marks may be nested or cross: each closes where it ends.
namespace parallax {
namespace {

struct Mark {
  Span span;
  std::string letter;
  std::string_view colour;
};

constexpr std::string_view kBlue = "\x1B[34m";
constexpr std::string_view kGreen = "\x1B[32m";
constexpr std::string_view kMagenta = "\x1B[35m";
constexpr std::string_view kYellow = "\x1B[33m";
constexpr std::string_view kPlain = "\x1B[0m";

class Marks {
 public:
  void add(Span span, std::string letter, std::string_view colour = kYellow) {
    marks_.push_back({span, std::move(letter), colour});
  }
  template <typename Items>
  void add_each(const Items& items, std::string_view letter) {
    for (const auto& item : items) {
      add(item.span, std::string(letter));
    }
  }
  void add_all(const std::vector<Span>& spans, const std::string& letter, std::string_view colour) {
    for (const Span span : spans) {
      add(span, letter, colour);
    }
  }
  std::vector<Mark> take() { return std::move(marks_); }

 private:
  std::vector<Mark> marks_;
};

void add_attributions(const Analysis& analysis, Marks& marks) {
  for (std::size_t i = 0; i < analysis.attributions.size(); ++i) {
    const Attribution& attribution = analysis.attributions[i];
    const std::string number = std::to_string(i);
    marks.add_all(attribution.source, "s" + number, kBlue);
    marks.add_all(attribution.cue, "c" + number, kMagenta);
    marks.add_all(attribution.content, "q" + number, kGreen);
  }
}

void add_entities(const Analysis& analysis, Marks& marks) {
  for (std::size_t i = 0; i < analysis.entities.size(); ++i) {
    for (const Mention& mention : analysis.entities[i].mentions) {
      marks.add(mention.span, "e" + std::to_string(i));
    }
  }
}

void add_glosses(const Analysis& analysis, Marks& marks) {
  for (std::size_t i = 0; i < analysis.glosses.size(); ++i) {
    marks.add(analysis.glosses[i].first, "g" + std::to_string(i));
    marks.add(analysis.glosses[i].second, "g" + std::to_string(i));
  }
}

void add_blocks(const Article& article, Marks& marks) {
  for (const Block& block : article.blocks) {
    marks.add(block.text, std::string(to_string(block.role)));
  }
}

std::vector<Mark> marks_of(const Article& article, const Analysis& analysis,
                           std::string_view layer) {
  Marks marks;
  if (layer == "blocks") {
    add_blocks(article, marks);
  } else if (layer == "sentences") {
    marks.add_each(analysis.sentences, "");
  } else if (layer == "tokens" || layer == "syntax") {
    marks.add_each(analysis.tokens, "");
  } else if (layer == "timexes") {
    marks.add_each(analysis.timexes, "t");
  } else if (layer == "figures") {
    marks.add_each(analysis.figures, "f");
  } else if (layer == "entities") {
    add_entities(analysis, marks);
  } else if (layer == "glosses") {
    add_glosses(analysis, marks);
  } else if (layer == "attributions") {
    add_attributions(analysis, marks);
  } else if (layer == "events") {
    marks.add_each(analysis.events, "v");
  } else if (layer == "labels") {
    marks.add_each(analysis.labels, "l");
  } else if (layer == "sourcing") {
    marks.add_each(analysis.sourcing, "o");
  } else if (layer == "notes") {
    marks.add_each(article.notes, "n");
    marks.add_each(analysis.notes, "n");
  }
  return marks.take();
}

/// Walks the text once and writes what stands between two borders, then the marks that end and
/// begin there.
class Writer {
 public:
  Writer(std::string_view text, bool colour) : text_(text), colour_(colour) {}

  void write(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
      close_until(mark.span.begin);
      write_text(mark.span.begin);
      open(mark);
    }
    close_until(static_cast<std::uint32_t>(text_.size()));
    write_text(static_cast<std::uint32_t>(text_.size()));
  }
  std::string take() { return std::move(out_); }

 private:
  void write_text(std::uint32_t end) {
    out_ += terminal_paragraphs(words(text_, {at_, end}));
    at_ = std::max(at_, end);
  }

  void paint() {
    if (colour_) {
      out_ += kPlain;
      out_ += open_.empty() ? std::string_view() : open_.back()->colour;
    }
  }

  void open(const Mark& mark) {
    open_.push_back(&mark);
    if (colour_) {
      out_ += mark.colour;
    }
    out_ += mark.letter;
    out_ += "⟦";
  }

  /// Closes every mark that ends at or before `offset`, the earliest end first and at one end the
  /// innermost first.
  void close_until(std::uint32_t offset) {
    while (!open_.empty()) {
      const auto next =
          std::min_element(open_.rbegin(), open_.rend(),
                           [](const Mark* a, const Mark* b) { return a->span.end < b->span.end; });
      if ((*next)->span.end > offset) {
        return;
      }
      write_text((*next)->span.end);
      out_ += "⟧";
      open_.erase(std::next(next).base());
      paint();
    }
  }

  std::string_view text_;
  bool colour_;
  std::uint32_t at_ = 0;
  std::vector<const Mark*> open_;  ///< in the order in which they were opened
  std::string out_;
};

std::string wrapped(std::string_view marked, unsigned columns) {
  std::string out;
  while (!marked.empty()) {
    const std::size_t end = std::min(marked.find('\n'), marked.size());
    append_wrapped(out, marked.substr(0, end),
                   {.columns = columns, .first = 0, .rest = 0, .label = {}});
    marked.remove_prefix(std::min(end + 1, marked.size()));
  }
  return out;
}

}  // namespace

std::string article_with_marks(const Article& article, const Analysis& analysis,
                               const std::string& layer, const TerminalStyle& style) {
  constexpr unsigned kNarrowest = 20;
  std::vector<Mark> marks = marks_of(article, analysis, layer);
  std::erase_if(marks, [&](const Mark& mark) {
    return mark.span.empty() || mark.span.end > article.text.size();
  });
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  Writer writer(article.text, style.colour);
  writer.write(marks);
  return wrapped(writer.take(), std::max(style.columns, kNarrowest));
}

}  // namespace parallax
