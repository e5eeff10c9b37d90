#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// A character reference: "&nbsp;", "&#601;", "&#x259;".
struct HtmlEntity {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< bytes from the ampersand on
};

/// The reference that begins at the ampersand at `at`, if it is one. After
/// https://html.spec.whatwg.org/#character-reference-state, with the names of HTML 4 and the common
/// later ones.
std::optional<HtmlEntity> html_entity_at(std::string_view html, std::size_t at);

/// An attribute's or title's text with its references decoded and its white space collapsed.
std::string decode_html_text(std::string_view raw);

}  // namespace parallax
