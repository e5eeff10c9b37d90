#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace parallax {

/// Writes JSON at the end of a string, in the order of the calls. Commas and line breaks are its
/// business; that each `begin` has its `end` and each member its key is the caller's.
class JsonWriter {
 public:
  enum class Layout { one_line, indented };
  JsonWriter(std::string& out, Layout layout) : out_(out), indented_(layout == Layout::indented) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void number(double value);  ///< shortest form that reads back; null when not finite
  void number(std::uint64_t value);
  void boolean(bool value);
  void null();

  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, std::uint64_t value);
  void member(std::string_view name, std::same_as<bool> auto value) {
    key(name);
    boolean(value);
  }
  /// Null when absent.
  void member_or_null(std::string_view name, const std::optional<std::string>& value);
  void member(std::string_view name, std::span<const std::string> texts);

  /// A value that is JSON already.
  void raw(std::string_view json);

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void new_line();

  std::string& out_;
  bool indented_;
  bool first_ = true;       ///< nothing stands yet in the innermost array or object
  bool after_key_ = false;  ///< the next value belongs to the key just written
  std::size_t depth_ = 0;
};

/// The shortest decimal form of a number that reads back as the same number, without exponent where
/// it is shorter than 16 digits.
void append_number(std::string& out, double value);
void append_number(std::string& out, std::uint64_t value);

}  // namespace parallax
