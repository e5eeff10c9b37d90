#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"

/// Names of authors as pages write them. Every function is total and gives an empty text for what
/// is no name.
namespace parallax {

/// A name out of data: without "By", without what is no name (an address, a template, "admin").
std::string clean_author(std::string_view raw, const PageRules& rules);
/// Two to five words with capitals, and none that says a team, an office, a company.
bool is_person(std::string_view name, const PageRules& rules);
/// The name that a line begins with, perhaps behind "By", with its degrees: "Aren Dovik, MD | 14
/// May 2031". A person's, or of one to four words that are no office ("The Vell Team").
std::string name_at_front(std::string_view line, const PageRules& rules);
/// What a link to an author's page says, if it is a name.
std::string linked_name(std::string_view text, const PageRules& rules);
/// The names in "Aren Dovik, Mira Sol and Teo Marr", and the degrees. Views into `names`.
std::vector<std::string_view> names_in(std::string_view names, const PageRules& rules);
/// True if a name must follow the first `opening` bytes of a line: "Written by", "Author:".
bool announces_name(std::string_view line, std::size_t opening, const PageRules& rules);
/// "Dovik, Aren": "Aren Dovik".
std::string given_name_first(std::string_view name);

}  // namespace parallax
