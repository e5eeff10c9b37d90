#include "parallax/present/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "parallax/present/escape.h"

namespace parallax {

void append_number(std::string& out, double value) {
  constexpr double kLargestFixed = 1e15;
  constexpr double kSmallestFixed = 1e-6;
  const double size = std::fabs(value);
  const bool fixed = size < kLargestFixed && (size >= kSmallestFixed || size == 0);
  std::array<char, 40> buffer{};
  char* const first = buffer.data();
  char* const last = first + buffer.size();
  const auto [end, error] = fixed ? std::to_chars(first, last, value, std::chars_format::fixed)
                                  : std::to_chars(first, last, value);
  out.append(first, error == std::errc{} ? end : first);
}

void append_number(std::string& out, std::uint64_t value) {
  std::array<char, 24> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), error == std::errc{} ? end : buffer.data());
}

void JsonWriter::new_line() {
  if (indented_) {
    out_ += '\n';
    out_.append(2 * depth_, ' ');
  }
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) {
    out_ += ',';
  }
  if (depth_ > 0) {
    new_line();
  }
  first_ = false;
}

void JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) {
    new_line();
  }
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  append_quoted(out_, name);
  out_.append(": ", indented_ ? 2 : 1);
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  append_quoted(out_, value);
}

void JsonWriter::number(double value) {
  before_value();
  if (std::isfinite(value)) {
    append_number(out_, value);
  } else {
    out_ += "null";
  }
}

void JsonWriter::number(std::uint64_t value) {
  before_value();
  append_number(out_, value);
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::null() { raw("null"); }

void JsonWriter::member(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::member(std::string_view name, std::uint64_t value) {
  key(name);
  number(value);
}

void JsonWriter::member_or_null(std::string_view name, const std::optional<std::string>& value) {
  key(name);
  value ? text(*value) : null();
}

void JsonWriter::member(std::string_view name, std::span<const std::string> texts) {
  key(name);
  begin_array();
  for (const std::string& one : texts) {
    text(one);
  }
  end_array();
}

void JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
}

}  // namespace parallax
