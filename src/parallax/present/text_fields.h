#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/core/date.h"

namespace parallax {

/// The lines of a text form: a keyword, then fields two spaces apart.
class TextFields {
 public:
  std::string take() { return std::move(out_); }

 protected:
  void line(std::string_view keyword) { out_ += keyword; }
  void end_line() { out_ += '\n'; }
  void gap() { out_ += "  "; }
  void name(std::string_view key);
  void quoted(std::string_view value);
  void quoted_field(std::string_view key, std::string_view value);
  /// `key=value`, in quotes where it needs them; nothing when the value is empty.
  void field(std::string_view key, std::string_view value);
  /// `-` when absent.
  void number_field(std::string_view key, const std::optional<double>& value);
  /// `1988-02-01..1988-02-29`; `-` for an open end.
  void interval_field(std::string_view key, const Interval& interval);

  std::string out_;
};

}  // namespace parallax
