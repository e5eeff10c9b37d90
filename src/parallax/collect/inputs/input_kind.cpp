#include "parallax/collect/inputs/input_kind.h"

#include <algorithm>
#include <array>
#include <optional>

#include "parallax/collect/inputs/gzip_source.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

struct Named {
  std::string_view ending;
  InputKind kind;
};
constexpr std::array<Named, 17> kEndings = {{{"txt", InputKind::text},
                                             {"text", InputKind::text},
                                             {"html", InputKind::html},
                                             {"htm", InputKind::html},
                                             {"xhtml", InputKind::html},
                                             {"jsonl", InputKind::json_lines},
                                             {"ndjson", InputKind::json_lines},
                                             {"warc", InputKind::warc},
                                             {"eml", InputKind::mail},
                                             {"tar", InputKind::tar},
                                             {"gz", InputKind::gzip},
                                             {"tgz", InputKind::gzip},
                                             {"zst", InputKind::zstd},
                                             {"zip", InputKind::zip},
                                             {"docx", InputKind::zip},
                                             {"docm", InputKind::zip},
                                             {"pdf", InputKind::pdf}}};

std::optional<InputKind> kind_of_ending(std::string_view name) {
  const auto* const found = std::ranges::find(kEndings, lower_ending(name), &Named::ending);
  return found == kEndings.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<InputKind> kind_of_magic(std::string_view head) {
  constexpr std::size_t kTarMagicAt = 257;
  if (begins_gzip(head)) {
    return InputKind::gzip;
  }
  if (head.starts_with("\x28\xB5\x2F\xFD")) {
    return InputKind::zstd;
  }
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
    return InputKind::zip;
  }
  if (head.starts_with("WARC/1.") || head.starts_with("WARC/0.")) {
    return InputKind::warc;
  }
  if (head.starts_with("%PDF-")) {
    return InputKind::pdf;
  }
  if (head.size() > kTarMagicAt && head.substr(kTarMagicAt).starts_with("ustar")) {
    return InputKind::tar;
  }
  return std::nullopt;
}

bool is_field_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c < '\x7F'; });
}

/// A mail as a mail program saves it: fields, among them who wrote it, and one that only the post
/// adds. An article that begins with "Subject:" is none.
bool looks_like_mail(std::string_view head) {
  bool from = false;
  bool posted = false;
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(line.size() + 1, head.size()));
    if (trim(line).empty()) {
      break;
    }
    if (line.front() == ' ' || line.front() == '\t') {
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_field_name(line.substr(0, colon))) {
      return false;
    }
    const std::string name = ascii_lower(line.substr(0, colon));
    from = from || name == "from";
    posted = posted || name == "message-id" || name == "mime-version" || name == "received";
  }
  return from && posted;
}

InputKind kind_of_looks(std::string_view head) {
  const std::string lower = ascii_lower(head);
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<p>", "<div"}) {
    if (lower.contains(tag)) {
      return head.front() == '{' ? InputKind::json_lines : InputKind::html;
    }
  }
  if (head.starts_with('{') && (head.contains("\"text\"") || head.contains("\"html\""))) {
    return InputKind::json_lines;
  }
  return looks_like_mail(head) ? InputKind::mail : InputKind::text;
}

}  // namespace

std::string lower_ending(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string()
                                                   : ascii_lower(name.substr(dot + 1));
}

std::string_view unpacked_name(std::string_view name) {
  const std::string ending = lower_ending(name);
  const bool packed = ending == "gz" || ending == "zst" || ending == "tgz";
  return packed ? name.substr(0, name.size() - ending.size() - 1) : name;
}

bool has_known_ending(std::string_view name) {
  const auto kind = kind_of_ending(name);
  if (kind != InputKind::gzip && kind != InputKind::zstd) {
    return kind.has_value();
  }
  const std::string_view inside = unpacked_name(name);
  return lower_ending(name) == "tgz" || lower_ending(inside).empty() ||
         kind_of_ending(inside).has_value();
}

InputKind find_input_kind(std::string_view head, std::string_view name) {
  head = head.substr(0, kSniffedBytes);
  if (const auto kind = kind_of_magic(head)) {
    return *kind;
  }
  // What is named like an archive and is none: whatever its bytes look like.
  const auto named = kind_of_ending(name);
  const bool of_words = named == InputKind::text || named == InputKind::html ||
                        named == InputKind::json_lines || named == InputKind::mail;
  return of_words ? *named : kind_of_looks(head);
}

}  // namespace parallax
