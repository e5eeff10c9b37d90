#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/mapped_text.h"
#include "parallax/core/article.h"
#include "parallax/core/result.h"

namespace parallax {

/// One line of a JSON-lines file: `{"id", "text"}` (already clean) or `{"id", "html"}`, and
/// metadata keys.
struct JsonRecord {
  enum class Content : std::uint8_t { none, text, html };
  Content content = Content::none;
  std::string id;                   ///< a number is written out; absent: empty
  std::optional<std::string> path;  ///< `{"id", "path"}`: the article stands in a file
  Metadata given;
  MappedText page;  ///< the decoded value of `text` or `html`; its source is the whole line
};

/// Fails, with one sentence, on a line that is no JSON object.
Result<JsonRecord> read_json_record(std::string_view line);

}  // namespace parallax
