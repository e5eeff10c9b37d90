#pragma once
#include <string>
#include <string_view>

#include "parallax/present/escape.h"

namespace parallax {

/// A page that is being written. Only our own literals go through `tag`; everything else goes
/// through `text` or `isolated`.
class Html {
 public:
  Html& tag(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  Html& text(std::string_view foreign) {
    append_html(out_, foreign);
    return *this;
  }
  /// Foreign text whose direction of writing stays its own.
  Html& isolated(std::string_view foreign) { return tag("<bdi>").text(foreign).tag("</bdi>"); }
  Html& number(std::size_t value) { return tag(std::to_string(value)); }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace parallax
