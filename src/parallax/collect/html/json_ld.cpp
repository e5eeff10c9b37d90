#include "parallax/collect/html/json_ld.h"

#include <algorithm>
#include <array>

#include "parallax/text/word_table.h"

namespace parallax {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostObjects = 4000;
constexpr std::size_t kMostNames = 4000;

/// What a member is to us by its key.
struct Key {
  std::string_view JsonLdObject::* text = nullptr;
  bool type = false;
  bool names = false;  ///< its value names somebody, in the part below
  JsonLdName::Part part = JsonLdName::Part::author;
  bool inside = false;  ///< an object under it still says what the page is
};

WordTable<Key> make_keys() {
  WordTable<Key> keys;
  keys["@id"].text = &JsonLdObject::id;
  keys["name"].text = &JsonLdObject::name;
  keys["headline"].text = &JsonLdObject::headline;
  keys["datePublished"].text = &JsonLdObject::published;
  keys["dateModified"].text = &JsonLdObject::modified;
  keys["url"].text = &JsonLdObject::url;
  keys["inLanguage"].text = &JsonLdObject::language;
  keys["@type"].type = true;
  keys["author"] = {.names = true, .part = JsonLdName::Part::author};
  keys["publisher"] = {.names = true, .part = JsonLdName::Part::publisher};
  keys["isBasedOn"] = {.names = true, .part = JsonLdName::Part::source};
  for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    keys[key].inside = true;
  }
  return keys;
}

std::uint8_t type_named(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kArticles = {
      "Article", "Posting", "Report", "Review", "Recipe", "HowTo", "TechArticle", "Guide"};
  static constexpr std::array<std::string_view, 2> kReviewParts = {"ReviewAction",
                                                                   "AggregateRating"};
  const auto is_part = [&](std::string_view part) { return name.contains(part); };
  if (std::ranges::any_of(kArticles, is_part) && !std::ranges::any_of(kReviewParts, is_part)) {
    return JsonLdObject::article;
  }
  return name.ends_with("Page") ? JsonLdObject::page : 0;
}

class Reader {
 public:
  Reader(std::string_view script, JsonLd& json) : script_(script), json_(json) {
    open_.push_back({});
  }

  void run() {
    for (; at_ < script_.size() && open_.size() < kDeepest; ++at_) {
      switch (script_[at_]) {
        case '{':
          open_object();
          break;
        case '[':
          open_.push_back(open_.back());
          open_.back().is_object = false;
          break;
        case '}':
        case ']':
          open_.resize(std::max<std::size_t>(open_.size() - 1, 1));
          break;
        case '"':
          take_string();
          break;
        case ',':
          open_.back().key_follows = open_.back().is_object;
          break;
        case ':':
          open_.back().key_follows = false;
          break;
        default:
          break;
      }
    }
  }

 private:
  struct Open {
    std::uint32_t object = JsonLdName::kNone;
    bool is_object = false;
    bool key_follows = false;
    Key key;  ///< of the member whose value is read; in an array, of the array
    bool has_key = false;
  };

  void open_object() {
    const Open& outer = open_.back();
    Open inner{.object = JsonLdName::kNone, .is_object = true, .key_follows = true, .key = {}};
    if (json_.objects.size() < kMostObjects) {
      inner.object = static_cast<std::uint32_t>(json_.objects.size());
      const bool outer_aside =
          outer.object != JsonLdName::kNone && json_.objects[outer.object].aside;
      json_.objects.push_back({.aside = outer_aside || (outer.has_key && !outer.key.inside)});
      add_name({}, inner.object);
    }
    open_.push_back(inner);
  }

  void take_string() {
    const std::size_t begin = ++at_;
    while (at_ < script_.size() && script_[at_] != '"') {
      at_ += script_[at_] == '\\' ? 2 : 1;
    }
    const std::size_t end = std::min(at_, script_.size());
    const std::string_view text = script_.substr(begin, end - begin);
    Open& top = open_.back();
    if (top.key_follows) {
      static const WordTable<Key> kKeys = make_keys();
      const Key* const known = kKeys.find(text.substr(0, 32));
      top.key = known == nullptr ? Key{} : *known;
      top.has_key = true;
    } else if (top.object != JsonLdName::kNone) {
      take_value(text);
    }
  }

  void take_value(std::string_view text) {
    const Key& key = open_.back().key;
    JsonLdObject& object = json_.objects[open_.back().object];
    if (key.type) {
      object.types |= type_named(text);
    } else if (key.text != nullptr && (object.*key.text).empty()) {
      object.*key.text = text;
    } else if (!text.empty()) {
      add_name(text, JsonLdName::kNone);
    }
  }

  void add_name(std::string_view text, std::uint32_t object) {
    const Open& owner = open_.back();
    if (owner.key.names && owner.object != JsonLdName::kNone && json_.names.size() < kMostNames) {
      json_.names.push_back(
          {.owner = owner.object, .part = owner.key.part, .text = text, .object = object});
    }
  }

  std::string_view script_;
  JsonLd& json_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
};

}  // namespace

void read_json_ld(std::string_view script, JsonLd& json) { Reader(script, json).run(); }

std::string_view name_of(const JsonLd& json, const JsonLdName& somebody) {
  if (somebody.object == JsonLdName::kNone) {
    return somebody.text;
  }
  const JsonLdObject& object = json.objects[somebody.object];
  if (!object.name.empty() || object.id.empty()) {
    return object.name;
  }
  const auto same = [&](const JsonLdObject& other) {
    return other.id == object.id && !other.name.empty();
  };
  const auto found = std::ranges::find_if(json.objects, same);
  return found == json.objects.end() ? std::string_view() : found->name;
}

}  // namespace parallax
