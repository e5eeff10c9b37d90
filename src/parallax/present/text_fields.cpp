#include "parallax/present/text_fields.h"

#include <algorithm>

#include "parallax/present/escape.h"
#include "parallax/present/json_writer.h"

namespace parallax {
namespace {

/// A value that needs no quotes: no white space, quotes or brackets in it.
bool is_bare(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && c != '"' && c != '\\' && c != '|' && c != '=';
  });
}

}  // namespace

void TextFields::name(std::string_view key) {
  gap();
  out_ += key;
  out_ += '=';
}

void TextFields::quoted(std::string_view value) {
  gap();
  append_quoted(out_, value);
}

void TextFields::quoted_field(std::string_view key, std::string_view value) {
  name(key);
  append_quoted(out_, value);
}

void TextFields::field(std::string_view key, std::string_view value) {
  if (value.empty()) {
    return;
  }
  name(key);
  if (is_bare(value)) {
    out_ += value;
  } else {
    append_quoted(out_, value);
  }
}

void TextFields::number_field(std::string_view key, const std::optional<double>& value) {
  name(key);
  if (value) {
    append_number(out_, *value);
  } else {
    out_ += '-';
  }
}

void TextFields::interval_field(std::string_view key, const Interval& interval) {
  name(key);
  out_ += interval.earliest ? to_iso(*interval.earliest) : "-";
  out_ += "..";
  out_ += interval.latest ? to_iso(*interval.latest) : "-";
}

}  // namespace parallax
