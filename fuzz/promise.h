#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/article.h"

/// How a fuzz target says that a promise is broken: one sentence on standard error, and abort(),
/// which libFuzzer reports with the input that led there. The promises on records stand in
/// tests/promises.h; here are those that need the input at hand, or the bytes of an output.
namespace parallax::fuzz {

void require(bool kept, std::string_view promise);
void require_kept(const std::vector<std::string>& broken);

/// The blocks cover `source` in order and tile the text (tests/promises.h). A kept block holds the
/// bytes of its source one for one, or is one converted piece: white space, a character, or letters
/// up to the length of a word. Its ends lie on code-point borders, and lead back to its source.
void require_true_blocks(const Article& article, std::string_view source);

/// One JSON text, and so valid UTF-8.
void require_json(std::string_view bytes, std::string_view what);
/// Valid UTF-8.
void require_utf8(std::string_view bytes, std::string_view what);
/// One sentence for the user: not empty, one line, valid UTF-8.
void require_sentence(std::string_view message);

}  // namespace parallax::fuzz
