#include "promise.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "../tests/promises.h"
#include "parallax/text/utf8.h"

namespace parallax::fuzz {
namespace {

/// What one character of another charset may become.
constexpr std::size_t kLongestCharacter = 8;
/// Converted letters are joined while they are shorter than 96 bytes.
constexpr std::size_t kLongestWord = 96 + kLongestCharacter;

bool is_one_converted_piece(std::string_view text) {
  return text.size() <= kLongestCharacter ||
         (text.size() <= kLongestWord && is_letter(code_point_at(text, 0).value));
}

std::string shown(Span span) {
  return std::to_string(span.begin) + ".." + std::to_string(span.end);
}

}  // namespace

void require(bool kept, std::string_view promise) {
  if (!kept) {
    std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()),
                 promise.data());
    std::abort();
  }
}

void require_kept(const std::vector<std::string>& broken) {
  for (const std::string& sentence : broken) {
    require(false, sentence);
  }
}

void require_true_blocks(const Article& article, std::string_view source) {
  require_kept(promises::broken_by(article, source.size()));
  for (const Block& block : article.blocks) {
    if (!block.kept()) {
      continue;
    }
    const std::string_view text = words(article.text, block.text);
    const std::string_view bytes = source.substr(block.source.begin, block.source.size());
    require(text == bytes || is_one_converted_piece(text),
            "block " + shown(block.text) + " is neither identical nor one converted piece: \"" +
                std::string(bytes) + "\" became \"" + std::string(text) + "\"");
    require(on_border(article.text, block.text.begin) && on_border(article.text, block.text.end),
            "block " + shown(block.text) + " cuts a code point");
    require(source_of(article, block.text) == block.source,
            "block " + shown(block.text) + " does not lead back to its source");
  }
}

void require_json(std::string_view bytes, std::string_view what) {
  require(nlohmann::json::accept(bytes), std::string(what) + ": no valid JSON");
}

void require_utf8(std::string_view bytes, std::string_view what) {
  require(is_valid_utf8(bytes), std::string(what) + ": no valid UTF-8");
}

void require_sentence(std::string_view message) {
  require(!message.empty(), "an error without a sentence");
  require(message.find('\n') == std::string_view::npos,
          "an error of more than one line: " + std::string(message));
  require_utf8(message, "an error");
}

}  // namespace parallax::fuzz
