// `parallax quotes` on a terminal: words by side and outlet, then who is quoted.
#include <algorithm>
#include <numeric>

#include "parallax/present/display_width.h"
#include "parallax/present/escape.h"
#include "parallax/present/quotes_wording.h"
#include "parallax/present/terminal_lines.h"
#include "parallax/present/wording.h"

namespace parallax {
namespace {

constexpr std::size_t kHanging = 2;
constexpr std::size_t kGap = 2;
constexpr std::string_view kColumns[] = {"author", "attributed", "share",    "spans",
                                         "quoted", "unnamed",    "anonymous"};

std::vector<std::string> cells_of(const VoiceShare& share) {
  return {std::to_string(share.author()),
          std::to_string(share.attributed()),
          percent_of(share.attributed(), share.words),
          std::to_string(share.attributions),
          std::to_string(share.quoted()),
          std::to_string(share.unnamed()),
          std::to_string(share.of(SourcingKind::anonymous))};
}

struct Row {
  std::string name;
  std::size_t indent = 0;
  std::vector<std::string> cells;
};

std::vector<Row> rows_of(const Quotes& quotes) {
  std::vector<Row> rows;
  VoiceShare all;
  for (const SideVoices& side : by_side(quotes)) {
    all += side.share;
    rows.push_back({terminal_text(side.name), 0, cells_of(side.share)});
    for (const OutletVoices* outlet : side.outlets) {
      rows.push_back({terminal_text(outlet->outlet), 2, cells_of(outlet->share)});
    }
  }
  rows.push_back({"all", 0, cells_of(all)});
  return rows;
}

/// Numbers in columns. A name that does not fit before them stands on a line of its own.
class NumberTable {
 public:
  NumberTable(const std::vector<Row>& rows, std::size_t columns) : columns_(columns) {
    for (const std::string_view title : kColumns) {
      widths_.push_back(title.size());
    }
    std::size_t widest = 0;
    for (const Row& row : rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        widths_[i] = std::max(widths_[i], display_width(row.cells[i]));
      }
      widest = std::max(widest, row.indent + display_width(row.name));
    }
    const std::size_t numbers =
        std::accumulate(widths_.begin(), widths_.end(), kGap * widths_.size());
    const std::size_t room = columns > numbers ? columns - numbers : 0;
    names_ = std::min(widest, std::max(room, kNarrowestName));
    fits_ = names_ + numbers <= columns;
  }

  void add_title(std::string& out, const Paint& paint) const {
    if (fits_) {
      std::string line(names_, ' ');
      for (std::size_t i = 0; i < std::size(kColumns); ++i) {
        line += aligned(kColumns[i], widths_[i]);
      }
      out += paint.dim(line) + '\n';
    }
  }

  void add(std::string& out, const Row& row) const {
    if (!fits_) {
      add_in_words(out, row);
      return;
    }
    std::string line = std::string(row.indent, ' ') + row.name;
    if (display_width(line) > names_) {
      append_wrapped(out, row.name,
                     {.columns = columns_, .first = row.indent, .rest = row.indent, .label = {}});
      line.clear();
    }
    line.append(names_ - display_width(line), ' ');
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      line += aligned(row.cells[i], widths_[i]);
    }
    out += line + '\n';
  }

 private:
  static constexpr std::size_t kNarrowestName = 8;

  static std::string aligned(std::string_view text, std::size_t width) {
    return std::string(kGap + width - display_width(text), ' ').append(text);
  }

  /// On a terminal too narrow for columns.
  void add_in_words(std::string& out, const Row& row) const {
    append_wrapped(out, row.name,
                   {.columns = columns_, .first = row.indent, .rest = row.indent, .label = {}});
    std::string words;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      words += (i == 0 ? "" : ", ") + std::string(kColumns[i]) + ' ' + row.cells[i];
    }
    append_wrapped(out, words, {.columns = columns_, .first = 4, .rest = 4, .label = {}});
  }

  std::size_t columns_;
  std::vector<std::size_t> widths_;
  std::size_t names_ = 0;
  bool fits_ = true;
};

void add_speaker(TerminalLines& lines, const Speaker& speaker) {
  lines.line(lines.paint.bold(terminal_text(speaker.name)) + " — " +
                 terminal_text(facts_in_words(speaker)),
             2);
  if (const std::string others = other_names_in_words(speaker); !others.empty()) {
    lines.line(terminal_text(others), 6);
  }
  lines.line(terminal_text(outlets_in_words(speaker)), 6);
}

void add_speakers(TerminalLines& lines, const Quotes& quotes, bool named, std::size_t most) {
  std::vector<const Speaker*> listed;
  for (const Speaker& speaker : quotes.speakers) {
    if (speaker.named == named) {
      listed.push_back(&speaker);
    }
  }
  if (listed.empty()) {
    return;
  }
  lines.out += '\n';
  lines.line(lines.paint.bold(named ? "Speakers, by words"
                                    : "Sources without a name, as written, by words"),
             0);
  for (std::size_t i = 0; i < std::min(most, listed.size()); ++i) {
    add_speaker(lines, *listed[i]);
  }
  if (listed.size() > most) {
    lines.line(
        "and " + std::to_string(listed.size() - most) + " more; `--limit N` shows N, `--json` all",
        2);
  }
}

void add_said(TerminalLines& lines, const Said& said) {
  const SpokenWords& spoken = said.spoken;
  lines.line(terminal_text(outlet_in_words({said.outlet, said.side, {}})) + " — " +
                 terminal_text(how_in_words(spoken)),
             2);
  const bool guillemets = spoken.text.find("«") != std::string::npos;
  lines.line(
      lines.paint.mark(terminal_text(spoken.text), guillemets ? "⟦" : "«", guillemets ? "⟧" : "»") +
          (spoken.cut ? " …" : ""),
      4);
  lines.line(
      lines.paint.dim(terminal_text(said.path) + ", bytes " + std::to_string(spoken.place.begin) +
                      "–" + std::to_string(spoken.place.end)),
      4);
}

}  // namespace

std::string quotes_as_table(const Quotes& quotes, std::size_t most, const TerminalStyle& style) {
  TerminalLines lines(style, kHanging);
  if (quotes.outlets.empty()) {
    lines.line(kNoArticles, 0);
    return std::move(lines.out);
  }
  const std::vector<Row> rows = rows_of(quotes);
  const NumberTable table(rows, lines.columns);
  table.add_title(lines.out, lines.paint);
  for (const Row& row : rows) {
    table.add(lines.out, row);
  }
  lines.out += '\n';
  append_wrapped(lines.out, kCountsExplained,
                 {.columns = lines.columns, .first = 0, .rest = 0, .label = {}});
  if (quotes.speakers.empty()) {
    lines.out += '\n';
    lines.line(kNobodyQuoted, 0);
  }
  add_speakers(lines, quotes, true, most);
  add_speakers(lines, quotes, false, most);
  return std::move(lines.out);
}

std::string said_as_list(std::span<const Speaker> speakers, const TerminalStyle& style) {
  TerminalLines lines(style, kHanging);
  for (const Speaker& speaker : speakers) {
    lines.out += lines.out.empty() ? "" : "\n";
    lines.line(lines.paint.bold(terminal_text(speaker.name)) + " — " +
                   terminal_text(facts_in_words(speaker)),
               0);
    if (const std::string others = other_names_in_words(speaker); !others.empty()) {
      lines.line(terminal_text(others), 2);
    }
    for (const Said& said : speaker.said) {
      add_said(lines, said);
    }
  }
  return std::move(lines.out);
}

}  // namespace parallax
