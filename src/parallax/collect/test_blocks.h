#pragma once
#include <string>
#include <string_view>

#include "parallax/core/article.h"
#include "parallax/text/utf8.h"

/// For tests only: what must hold of every article's blocks, whatever the input.
namespace parallax {

/// Empty when the blocks keep their promises, else the first that is broken. `bytes` is the whole
/// input from `offset` on.
inline std::string broken_promise(const Article& article, std::string_view bytes,
                                  std::uint64_t offset = 0) {
  std::uint64_t source = offset;
  std::uint32_t text = 0;
  for (const Block& block : article.blocks) {
    if (block.source.begin != source || block.source.end < block.source.begin) {
      return "blocks leave a gap in the source at " + std::to_string(source);
    }
    if (block.text.begin != text || block.text.end < block.text.begin) {
      return "blocks leave a gap in the text at " + std::to_string(text);
    }
    if (block.kept() && !is_kept(block.role)) {
      return "a removed role is kept at " + std::to_string(text);
    }
    const std::string_view clean = words(article.text, block.text);
    const std::string_view raw = bytes.substr(block.source.begin - offset, block.source.size());
    const bool piece = clean.size() <= 128;  // converted pieces are words at most
    if (block.kept() && clean != raw && !piece) {
      return "a long block differs from its source at " + std::to_string(text);
    }
    source = block.source.end;
    text = block.text.end;
  }
  if (source != offset + bytes.size() || text != article.text.size()) {
    return "blocks do not reach the end";
  }
  return is_valid_utf8(article.text) ? "" : "the text is not valid UTF-8";
}

/// "role|text" for each stretch of kept text with one role, for reading in a test.
inline std::string roles_of(const Article& article) {
  std::string out;
  std::optional<Role> last;
  for (const Block& block : article.blocks) {
    if (!block.kept()) {
      continue;
    }
    if (block.role != last) {
      out += out.empty() ? "" : "\n";
      out += std::string(to_string(block.role)) + "|";
    }
    last = block.role;
    for (const char c : words(article.text, block.text)) {
      out += c == '\n' ? '/' : c;
    }
  }
  return out;
}

}  // namespace parallax
