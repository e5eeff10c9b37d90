#include "parallax/core/names_of_values.h"
#include "parallax/present/citation.h"
#include "parallax/present/escape.h"
#include "parallax/present/terminal_lines.h"
#include "parallax/present/wording.h"

namespace parallax {
namespace {

constexpr std::size_t kPositionIndent = 4;
constexpr std::size_t kClaimIndent = 7;
constexpr std::size_t kQuoteIndent = 9;

struct Table : TerminalLines {
  Table(const TerminalStyle& style, const Presented& presented)
      : TerminalLines(style, 0), citations(presented) {}
  Citations citations;
};

/// Marks that the quoted text does not use itself.
bool uses_guillemets(const Citation& citation) {
  const auto has = [](std::string_view text) {
    return text.find("«") != std::string_view::npos || text.find("»") != std::string_view::npos;
  };
  return has(citation.before) || has(citation.words) || has(citation.after);
}

std::string quotation(const Citation& citation, const Paint& paint) {
  std::string out = citation.cut_before ? "… " : "";
  out += terminal_text(citation.before);
  const std::string shown = terminal_text(citation.words);
  out += uses_guillemets(citation) ? paint.mark(shown, "⟦", "⟧") : paint.mark(shown, "«", "»");
  out += terminal_text(citation.after);
  out += citation.cut_after ? " …" : "";
  return out;
}

void add_claim(Table& table, const PositionClaim& stated) {
  const Citation citation = table.citations.cite(stated.claim);
  const std::string outlet = terminal_text(outlet_in_words(stated.voice));
  const std::string speaker = terminal_text(speaker_in_words(stated.voice));
  table.line(outlet + " — " + speaker, kClaimIndent);
  table.line(quotation(citation, table.paint), kQuoteIndent);
  const std::string place = place_in_words(citation);
  const std::string file = terminal_text(citation.path) + (place.empty() ? "" : ", " + place);
  table.line(table.paint.dim(file), kQuoteIndent);
}

void add_position(Table& table, const Position& position, std::size_t index) {
  const std::string letter = position_letter(index);
  const std::string answer = table.paint.bold(terminal_text(position.answer));
  const std::string copies = copies_in_words(position);
  table.labelled(letter + "  ", copies.empty() ? answer : answer + " (" + copies + ")",
                 kPositionIndent);
  for (const PositionClaim& claim : position.claims) {
    add_claim(table, claim);
  }
}

std::string heading(const Question& question, const Paint& paint) {
  std::string kind = std::string(to_string(question.type)) + " · ";
  kind += to_string(question.verdict);
  if (question.scope != QuestionScope::cross_side) {
    kind += " ";
    kind += in_words(question.scope);
  }
  return paint.dim(kind + " ·") + " " + paint.bold(terminal_text(question.title));
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    out += out.empty() ? "" : ", ";
    out += terminal_text(name);
  }
  return out;
}

void add_question(Table& table, const Question& question, std::size_t number) {
  table.labelled(std::to_string(number) + ". ", heading(question, table.paint), 0);
  for (std::size_t i = 0; i < question.positions.size(); ++i) {
    add_position(table, question.positions[i], i);
  }
  for (std::size_t i = 0; i < question.why.size(); ++i) {
    table.labelled(i == 0 ? "why     " : "        ", terminal_text(question.why[i]),
                   kPositionIndent);
  }
  if (!question.silent.empty()) {
    table.labelled("silent  ", joined(question.silent), kPositionIndent);
  }
  table.out += '\n';
}

}  // namespace

std::string questions_as_table(const Presented& presented, const TerminalStyle& style) {
  Table table(style, presented);
  if (presented.questions.empty()) {
    table.line(nothing_to_show(presented), 0);
    return std::move(table.out);
  }
  for (std::size_t i = 0; i < presented.questions.size(); ++i) {
    add_question(table, presented.questions[i], i + 1);
  }
  table.line(count_in_words(presented.questions), 0);
  return std::move(table.out);
}

}  // namespace parallax
