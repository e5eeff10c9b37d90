#include "parallax/collect/html/json_ld.h"

#include <doctest/doctest.h>

#include <string>

using namespace parallax;

namespace {

JsonLd read(std::string_view script) {
  JsonLd json;
  read_json_ld(script, json);
  return json;
}

std::string names_in(const JsonLd& json, JsonLdName::Part part) {
  std::string names;
  for (const JsonLdName& each : json.names) {
    names += each.part == part ? std::string(name_of(json, each)) + "|" : "";
  }
  return names;
}

}  // namespace

TEST_CASE("an article and who made it") {
  const JsonLd json = read(
      R"({"@type": "NewsArticle", "headline": "Ferry", "author": ["Mira", {"name": "Aren"}],
          "publisher": {"@type": "Organization", "name": "Sarn Mail"}, "datePublished": "2031"})");
  REQUIRE(json.objects.size() == 3);
  CHECK(json.objects[0].types == JsonLdObject::article);
  CHECK(json.objects[0].headline == "Ferry");
  CHECK(json.objects[0].published == "2031");
  CHECK(names_in(json, JsonLdName::Part::author) == "Mira|Aren|");
  CHECK(names_in(json, JsonLdName::Part::publisher) == "Sarn Mail|");
}

TEST_CASE("a name may stand under an id elsewhere") {
  const JsonLd json = read(
      R"({"@graph": [{"@type": "BlogPosting", "author": {"@id": "#a"}}, {"@id": "#a", "name": "Aren"}]})");
  CHECK(names_in(json, JsonLdName::Part::author) == "Aren|");
}

TEST_CASE("what stands in comments, lists and pictures is aside") {
  const JsonLd json = read(
      R"([{"@type": "WebPage", "mainEntity": {"@type": "Article"}},
          {"@type": "ItemList", "itemListElement": [{"@type": "Article"}]}])");
  REQUIRE(json.objects.size() == 4);
  CHECK_FALSE(json.objects[1].aside);
  CHECK(json.objects[3].aside);
}

TEST_CASE("any bytes are read as far as they go") {
  CHECK(read("{\"headline\": \"a\nb\",, \"url\": \"c").objects[0].headline == "a\nb");
  CHECK(read("]]}}{\"name\":\"x\\\"y\"}").objects[0].name == "x\\\"y");
  CHECK(read("\"\\").objects.empty());
  CHECK(read(std::string(100000, '[')).objects.empty());
  CHECK(read(std::string(100000, '{')).objects.size() < 100);
  std::string many;
  for (int i = 0; i < 50000; ++i) {
    many += "{\"author\": \"a\"},";
  }
  CHECK(read(many).objects.size() <= 4000);
}
