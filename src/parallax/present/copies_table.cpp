// `parallax copies` on a terminal: who prints one text, and what each leaves out or adds.
#include <algorithm>

#include "parallax/core/names_of_values.h"
#include "parallax/present/copies_wording.h"
#include "parallax/present/escape.h"
#include "parallax/present/terminal_lines.h"
#include "parallax/present/wording.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kHanging = 3;
constexpr std::size_t kMembersShown = 26;
constexpr std::size_t kSentencesShown = 3;
constexpr std::size_t kLongestSentence = 240;

struct Lines : TerminalLines {
  Lines(const TerminalStyle& style, std::span<const Article> articles)
      : TerminalLines(style, kHanging), texts(articles) {}
  CopyTexts texts;
};

std::string shown_sentence(std::string_view text, Span span) {
  std::string_view words = sentence_at(text, span);
  if (words.size() <= kLongestSentence) {
    return terminal_text(words);
  }
  std::size_t end = std::min(words.rfind(' ', kLongestSentence), kLongestSentence);
  while (end > 0 && !on_border(words, end)) {
    --end;
  }
  return terminal_text(words.substr(0, end)) + " …";
}

void add_alone(Lines& lines, std::span<const Span> sentences, std::string_view text,
               const std::string& name) {
  if (sentences.empty()) {
    return;
  }
  lines.line("in " + name + " alone: " + counted(sentences.size(), "sentence", "sentences"), 8);
  for (std::size_t i = 0; i < std::min(kSentencesShown, sentences.size()); ++i) {
    lines.line("«" + shown_sentence(text, sentences[i]) + "»", 10);
  }
  if (sentences.size() > kSentencesShown) {
    lines.line(
        "and " + std::to_string(sentences.size() - kSentencesShown) + " more; `--json` has all",
        10);
  }
}

void add_pair(Lines& lines, const CopyPair& pair, const std::string& first,
              const std::string& second) {
  const std::string kind(to_string(pair.kind));
  lines.labelled(
      first + " " + second + "  ",
      lines.paint.bold(kind) + ": " + containment_in_words(pair.alignment, first, second), 4);
  add_alone(lines, pair.alignment.only_first, lines.texts.text(pair.first), first);
  add_alone(lines, pair.alignment.only_second, lines.texts.text(pair.second), second);
}

std::string letter_of(const CopyGroup& group, const std::string& article) {
  const auto at = std::ranges::find(group.members, article, &Account::article);
  return position_letter(static_cast<std::size_t>(at - group.members.begin()));
}

void add_members(Lines& lines, const CopyGroup& group) {
  for (std::size_t i = 0; i < std::min(kMembersShown, group.members.size()); ++i) {
    const Account& member = group.members[i];
    const std::string date = member.published.value_or("no date").substr(0, 10);
    lines.labelled(position_letter(i) + "  " + (date.size() < 10 ? date + "   " : date) + "  ",
                   terminal_text(outlet_in_words({member.outlet, member.side, {}})) + " — " +
                       lines.paint.dim(terminal_text(member.path)),
                   4);
  }
  if (group.members.size() > kMembersShown) {
    lines.line("and " + std::to_string(group.members.size() - kMembersShown) + " more", 4);
  }
}

void add_group(Lines& lines, const CopyGroup& group, std::size_t number, std::size_t left_out) {
  const std::string first = group.earliest ? "; A has the earliest date" : "";
  lines.line(lines.paint.bold(std::to_string(number) + ". " +
                              counted(group.members.size(), "article", "articles")) +
                 first,
             0);
  add_members(lines, group);
  for (const CopyPair& pair : group.pairs) {
    add_pair(lines, pair, letter_of(group, pair.first), letter_of(group, pair.second));
  }
  if (left_out > 0) {
    lines.line("and " + counted(left_out, "more pair", "more pairs") + "; `--json` has all", 4);
  }
  lines.out += '\n';
}

/// What both texts have in common, of a pair that is no copy.
void add_quotation(Lines& lines, const CopyPair& pair) {
  lines.line(terminal_text(lines.texts.path(pair.first)) + " and " +
                 terminal_text(lines.texts.path(pair.second)),
             4);
  const auto longest = std::ranges::max_element(
      pair.alignment.shared, {}, [](const SharedSpan& shared) { return shared.first.size(); });
  if (longest != pair.alignment.shared.end()) {
    lines.line("«" + shown_sentence(lines.texts.text(pair.first), longest->first) + "»", 8);
  }
}

void add_quotations(Lines& lines, const CopiesOnScreen& shown) {
  if (shown.copies.quotations.empty()) {
    return;
  }
  lines.line(lines.paint.bold("No copies, but a long run of the same words:"), 0);
  for (const CopyPair& pair : shown.copies.quotations) {
    add_quotation(lines, pair);
  }
  if (shown.quotations_left_out > 0) {
    lines.line("and " + std::to_string(shown.quotations_left_out) + " more", 4);
  }
  lines.out += '\n';
}

}  // namespace

std::string copies_as_table(const CopiesOnScreen& shown, std::span<const Article> articles,
                            const TerminalStyle& style) {
  Lines lines(style, articles);
  const std::size_t groups = shown.copies.groups.size() - shown.groups_left_out;
  for (std::size_t i = 0; i < groups; ++i) {
    add_group(lines, shown.copies.groups[i], i + 1, shown.pairs_left_out[i]);
  }
  if (shown.groups_left_out > 0) {
    lines.line("and " + counted(shown.groups_left_out, "more group", "more groups") +
                   "; `--limit N` shows N, `--json` all",
               0);
  }
  add_quotations(lines, shown);
  lines.line(shown.copies.groups.empty() ? no_copies_in_words(shown.copies)
                                         : copies_in_words(shown.copies),
             0);
  return std::move(lines.out);
}

}  // namespace parallax
