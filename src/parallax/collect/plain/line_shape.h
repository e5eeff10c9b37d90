#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"

/// What a line of a page looks like, without its neighbours. Lines are trimmed and not empty; every
/// function is total.
namespace parallax {

/// Parts of a line between white space, as far as `most`.
std::size_t count_words(std::string_view line, std::size_t most = 1000);
/// Ends in a full stop, question or exclamation mark or ellipsis, perhaps inside closing quotes and
/// brackets.
bool ends_sentence(std::string_view line);
bool ends_with_full_stop(std::string_view line);
/// "- …", "• …", "— …" is none: a dash opens speech.
std::size_t bullet_bytes(std::string_view line);
/// "1. …", "2) …": the number, else 0.
unsigned item_number(std::string_view line);
bool starts_with_dash(std::string_view line);
/// One pair of quotation marks holds the whole line.
bool is_wholly_quoted(std::string_view line);
/// Two to five words as a person's name has them: "Aren Dovik", "A. B. Dovik (Dovikidis)".
bool is_name(std::string_view line);
/// Most words begin with a capital, as in a title.
bool is_title_case(std::string_view line);
bool is_all_capitals(std::string_view line);
/// "Views: 346", "Comments (12)"
bool is_counter(std::string_view line);

/// The parts of "A | B | C", "A / B", "A > B", all parted by the same sign; one part if there is
/// none.
std::vector<std::string_view> menu_parts(std::string_view line);
/// Three or more short parts, none of them a sentence; four where dashes part them.
bool is_menu(std::string_view line);

/// "OUTLET NAME", "outlet.example": up to four words in capitals, or a host.
bool looks_like_outlet(std::string_view part);
/// "Sarnov - what we know": a dash that parts a heading, not a menu.
bool has_spaced_dash(std::string_view line);

/// "https://…" alone, or behind a short label that ends in a colon.
struct UrlLine {
  std::string_view label;
  std::string_view url;
};
std::optional<UrlLine> url_line(std::string_view line);

/// The first rule that a short line meets: whole line, then prefix, then contains.
const PageRules::Line* find_rule(std::string_view line, const PageRules& rules);
/// The name behind an opening like "By " (rows `name` of page_lines.tsv), or none.
std::optional<std::string_view> named_author(std::string_view part, const PageRules& rules);

}  // namespace parallax
