#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace parallax {

/// An object of a page's JSON-LD scripts, as far as metadata need it. Strings are as written
/// between their quotes (see decode_json_string), views into the page.
struct JsonLdObject {
  enum Type : std::uint8_t {
    article = 1U << 0U,  ///< NewsArticle, BlogPosting, Report, Recipe, ...
    page = 1U << 1U,     ///< WebPage and its kinds
  };
  std::uint8_t types = 0;
  bool aside = false;  ///< inside a comment, a list of other articles, an image, ...
  std::string_view id, name, headline, published, modified, url, language;
};

/// Who made an object: a name, or another object that has it.
struct JsonLdName {
  enum class Part : std::uint8_t { author, publisher, source };
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
  std::uint32_t owner = 0;  ///< index of the object that has it
  Part part = Part::author;
  std::string_view text;         ///< empty where it is an object
  std::uint32_t object = kNone;  ///< its index
};

struct JsonLd {
  std::vector<JsonLdObject> objects;  ///< outer before inner
  std::vector<JsonLdName> names;      ///< as they are written
};

/// Reads what a script holds, and adds it. Linear, without recursion; what is no valid JSON (line
/// feeds in strings, commas too many, an end that is missing) is read as far as it goes.
void read_json_ld(std::string_view script, JsonLd& json);

/// The name, as written, that somebody has: an object without one may be named elsewhere under its
/// `@id`. Empty if nobody knows. Linear in the number of objects.
std::string_view name_of(const JsonLd& json, const JsonLdName& somebody);

}  // namespace parallax
