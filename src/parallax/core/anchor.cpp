#include "parallax/core/anchor.h"

#include "parallax/core/hash.h"

namespace parallax {
namespace {

constexpr std::uint32_t kContextBytes = 32;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string before(std::string_view text, std::uint32_t begin) {
  std::uint32_t from = begin > kContextBytes ? begin - kContextBytes : 0;
  while (from < begin && is_continuation(text[from])) {
    ++from;
  }
  return std::string(text.substr(from, begin - from));
}

std::string after(std::string_view text, std::uint32_t end) {
  std::size_t to = std::min<std::size_t>(text.size(), std::size_t{end} + kContextBytes);
  while (to > end && to < text.size() && is_continuation(text[to])) {
    --to;
  }
  return std::string(text.substr(end, to - end));
}

}  // namespace

std::string text_version(const Article& article) { return hash_hex(article.text); }

Anchor make_anchor(const Article& article, const std::string& version, Span span) {
  return {.article = article.id,
          .text_version = version,
          .span = span,
          .words = std::string(words(article.text, span)),
          .before = before(article.text, span.begin),
          .after = after(article.text, span.end)};
}

}  // namespace parallax
