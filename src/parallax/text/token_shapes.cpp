#include "parallax/text/token_shapes.h"

#include <algorithm>
#include <array>
#include <span>

namespace parallax {
namespace {

bool has_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (has_digit_at(text, at)) {
    ++at;
  }
  return at;
}

/// The size without the full stops, closing brackets and the like that belong to the sentence.
std::size_t without_marks_behind(std::string_view chunk) {
  constexpr std::string_view kBehind = ".,;:!?'*)]";
  const bool opens = chunk.find_first_of("([") != std::string_view::npos;
  std::size_t end = chunk.size();
  while (end > 0 && kBehind.find(chunk[end - 1]) != std::string_view::npos) {
    if (opens && (chunk[end - 1] == ')' || chunk[end - 1] == ']')) {
      break;
    }
    --end;
  }
  return end;
}

bool has_scheme(std::string_view chunk) {
  const std::size_t colon = chunk.substr(0, 10).find(':');
  if (colon == std::string_view::npos || colon < 3) {
    return false;
  }
  const std::string_view scheme = chunk.substr(0, colon);
  return std::ranges::all_of(scheme, is_ascii_letter) &&
         (chunk.substr(colon).starts_with("://") ||
          ((scheme == "mailto" || scheme == "doi") && colon + 1 < chunk.size()));
}

/// "name@host", "name...@host".
std::size_t mail_size(std::string_view chunk) {
  const std::size_t at = name_size(chunk);
  if (at == 0 || at + 1 >= chunk.size() || chunk[at] != '@' || !is_ascii_alnum(chunk[at + 1])) {
    return 0;
  }
  const std::size_t host = name_size(chunk.substr(at + 1));
  return without_marks_behind(chunk.substr(0, at + 1 + host));
}

/// "alt.animals.cat": at least three parts, each of small letters.
bool is_newsgroup(std::string_view name) {
  std::size_t parts = 0;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('.'), name.size());
    const std::string_view part = name.substr(0, end);
    if (part.size() < 2 ||
        !std::ranges::all_of(part, [](char c) { return c >= 'a' && c <= 'z'; })) {
      return false;
    }
    ++parts;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return parts > 2;
}

/// "host.com", "host.com/path", "file-name.doc".
std::size_t host_size(std::string_view chunk, const TokenRules& rules) {
  const std::size_t run = without_marks_behind(chunk.substr(0, name_size(chunk)));
  const std::string_view name = chunk.substr(0, run);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !is_ascii_alnum(name[dot - 1]) ||
      !(rules.is(name.substr(dot + 1), FormKind::extension) || is_newsgroup(name))) {
    return 0;
  }
  const bool path = run + 1 < chunk.size() && (chunk[run] == '/' || chunk[run] == ':') &&
                    is_ascii_alnum(chunk[run + 1]);
  return path ? without_marks_behind(chunk) : run;
}

/// Sizes of groups of digits joined by hyphens that are one telephone number, date or code.
bool is_joined_number(std::span<const std::size_t> sizes) {
  const auto are = [&](std::initializer_list<std::size_t> wanted) {
    return std::ranges::equal(sizes, wanted);
  };
  const bool date =
      sizes.size() == 3 && sizes[0] <= 2 && sizes[1] <= 2 && (sizes[2] == 2 || sizes[2] == 4);
  return date || are({4, 2, 2}) || are({3, 4}) || are({3, 3, 4}) || are({1, 3, 3, 4}) ||
         are({5, 4});
}

/// Where such a number ends; `at` if there is none.
std::size_t joined_number_end(std::string_view text, std::size_t at) {
  std::array<std::size_t, 4> sizes = {};
  std::size_t count = 0;
  std::size_t end = at;
  while (count < sizes.size()) {
    const std::size_t stop = digits_end(text, end);
    sizes[count++] = stop - end;
    end = stop;
    const bool slash = count == 1 && sizes[0] == 3 && end < text.size() && text[end] == '/';
    if (!has_digit_at(text, end + 1) || (text[end] != '-' && !slash) || count == sizes.size()) {
      break;
    }
    ++end;
  }
  const bool goes_on = end < text.size() && (is_ascii_letter(text[end]) || text[end] == '-');
  return count > 1 && !goes_on && is_joined_number({sizes.data(), count}) ? end : at;
}

}  // namespace

std::size_t chunk_end(std::string_view text, std::size_t at) {
  constexpr std::string_view kOutside = "<>\"|`{}";
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool general = c == '\xE2' && at + 1 < text.size() &&
                         (text[at + 1] == '\x80' || text[at + 1] == '\x81');  // U+2000..U+207F
    const bool latin = c == '\xC2';  // no-break spaces, guillemets
    if ((c >= 0 && c <= ' ') || general || latin || kOutside.find(c) != std::string_view::npos) {
      break;
    }
  }
  return at;
}

std::size_t name_size(std::string_view chunk) {
  constexpr std::string_view kInside = "._-+%~";
  std::size_t at = 0;
  while (at < chunk.size() &&
         (is_ascii_alnum(chunk[at]) || kInside.find(chunk[at]) != std::string_view::npos)) {
    ++at;
  }
  return at;
}

std::size_t address_size(std::string_view chunk, const TokenRules& rules) {
  if (has_scheme(chunk) || chunk.starts_with("www.")) {
    return without_marks_behind(chunk);
  }
  const std::size_t mail = mail_size(chunk);
  return mail != 0 ? mail : host_size(chunk, rules);
}

std::size_t number_end(std::string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  if (end < text.size() && (text[end] == '-' || text[end] == '/')) {
    const std::size_t joined = joined_number_end(text, at);
    if (joined != at) {
      return joined;
    }
  }
  while (has_digit_at(text, end + 1)) {
    const std::size_t next = digits_end(text, end + 1);
    const bool thousands = text[end] == ',' && next - end == 4;
    if (!thousands && text[end] != '.' && text[end] != ':' && text[end] != '/') {
      break;
    }
    end = next;
  }
  return end;
}

}  // namespace parallax
