#include "parallax/text/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace parallax {

std::optional<std::string> detect_language(std::string_view text) {
  constexpr std::size_t kEnough = std::size_t{4} << 10U;  // a language shows in the first page
  std::size_t size = std::min(text.size(), kEnough);
  while (size < text.size() && size > 0 &&
         (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
    --size;
  }
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) {
    return std::nullopt;
  }
  return CLD2::LanguageCode(language);
}

}  // namespace parallax
