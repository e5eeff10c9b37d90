#include "parallax/serve/api.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "parallax/serve/openapi_file.h"
#include "parallax/serve/served_project.h"

namespace parallax {
namespace {

using nlohmann::json;
using Query = std::vector<std::pair<std::string, std::string>>;

HttpResponse get(const ServedProject& served, const std::string& path, const Query& query = {}) {
  return answer_api(served.projects(), {.method = "GET",
                                        .path = "/api/v1/" + path,
                                        .query = query,
                                        .host = {},
                                        .if_none_match = {}});
}

json got(const ServedProject& served, const std::string& path, const Query& query = {}) {
  const HttpResponse response = get(served, path, query);
  REQUIRE_MESSAGE(response.status == 200, response.body);
  CHECK(response.content_type == kJsonType);
  return json::parse(response.body);
}

std::string detail(const HttpResponse& response) {
  CHECK(response.content_type.starts_with("application/problem+json"));
  const json problem = json::parse(response.body);
  CHECK(problem["status"] == response.status);
  return problem["detail"];
}

TEST_CASE("the project, its articles and its dispute") {
  const ServedProject served;
  const json project = got(served, "project");
  CHECK(project["name"] == "p");
  CHECK(project["articles"] == 2);
  CHECK(project["sides"] == json({"a.txt", "b.txt"}));
  CHECK(project["types"]["figure"] == 1);
  CHECK(project["notes"].size() == 1);  // no sides are set

  const json articles = got(served, "articles");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0]["outlet"] == "a.txt");

  const json page = got(served, "questions", {{"verdict", "conflict"}, {"type", "figure"}});
  REQUIRE(page["total"] == 1);
  const json& question = page["questions"][0];
  CHECK(question["positions"].size() == 2);
  CHECK(got(served, "questions/" + question["id"].get<std::string>()) == question);
}

TEST_CASE("copies have a route of their own") {
  const ServedProject served;
  const json copies = got(served, "copies");
  CHECK(copies["articles"] == 2);
  CHECK(copies["independent"] == 2);
  CHECK(copies["groups"].empty());
  CHECK(got(served, "questions")["questions"][0]["positions"][0]["independent"] == 1);
}

TEST_CASE("filters narrow, and a page is cut out of what they leave") {
  const ServedProject served;
  const std::string id = got(served, "articles")[0]["id"];
  CHECK(got(served, "questions", {{"type", "motive"}})["total"] == 0);
  CHECK(got(served, "questions", {{"side", "nobody"}})["total"] == 0);
  CHECK(got(served, "questions", {{"article", id}})["total"] > 0);
  const std::size_t all = got(served, "questions")["total"];
  const json none = got(served, "questions", {{"offset", std::to_string(all)}});
  CHECK(none["total"] == all);
  CHECK(none["questions"].empty());
  CHECK(got(served, "questions", {{"limit", "1"}})["questions"].size() == 1);
}

TEST_CASE("articles side by side come with what they are asked") {
  const ServedProject served;
  const json articles = got(served, "articles");
  const std::string a = articles[0]["id"];
  const std::string b = articles[1]["id"];
  const json compared = got(served, "compare", {{"article", a}, {"article", b}});
  REQUIRE(compared["articles"].size() == 2);
  CHECK(compared["articles"][0]["article"]["outlet"] == "a.txt");
  CHECK(compared["articles"][0] == got(served, "articles/" + a));
  CHECK_FALSE(compared["articles"][0].contains("tokens"));
  CHECK(compared["questions"].size() > 0);
  const json tokens = got(served, "articles/" + a, {{"layers", "tokens"}});
  CHECK(tokens["tokens"].size() > 5);
  CHECK_FALSE(tokens.contains("figures"));
}

TEST_CASE("who says what: counts for all, words for the speaker asked for") {
  const ServedProject served;
  CHECK(got(served, "quotes")["total"] == 0);  // nobody is quoted
  served.write("c.txt",
               "“The port is open,” Ila Tarn said. Ila Tarn denied that the pier burnt.\n");
  served.add("c.txt");
  const json quotes = got(served, "quotes");
  CHECK(quotes["outlets"].size() == 3);
  REQUIRE(quotes["total"] == 1);
  CHECK(quotes["speakers"][0]["name"] == "Ila Tarn");
  CHECK_FALSE(quotes["speakers"][0].contains("said"));
  CHECK(got(served, "quotes", {{"side", "a.txt"}})["total"] == 0);
  CHECK(got(served, "quotes", {{"outlet", "c.txt"}})["outlets"].size() == 1);
  CHECK(got(served, "quotes", {{"limit", "0"}})["speakers"].empty());
  CHECK(get(served, "quotes", {{"limit", "many"}}).status == 400);
  const json tarn = got(served, "quotes", {{"speaker", "tarn"}});
  REQUIRE(tarn["speakers"].size() == 1);
  CHECK(tarn["speakers"][0]["said"].size() == 2);
  CHECK(tarn["speakers"][0]["said"][0]["article_id"] == got(served, "articles")[2]["id"]);
  CHECK(got(served, "quotes", {{"speaker", tarn["speakers"][0]["id"]}}) == tarn);
  CHECK(got(served, "quotes", {{"speaker", "nobody"}})["speakers"].empty());
}

TEST_CASE("a timeline: dated events, then undated ones, in parts") {
  const ServedProject served;
  served.write("c.txt",
               "The mayor visited the port. On 5 May 2031 a bomb destroyed it. Guards attacked it "
               "in 2029.\n");
  served.add("c.txt");
  const json all = got(served, "timeline");
  const std::size_t dated = all["dated"].size();
  REQUIRE(dated >= 4);
  CHECK(all["total_dated"] == dated);
  CHECK(all["total"] == dated + all["undated"].size());
  CHECK(all["undated"].size() > 0);
  CHECK(all["years"][0] == json({{"year", 2029}, {"events", 1}}));
  CHECK(all["dated"][0]["earliest"] == "2029-01-01");
  const json& first = all["dated"][1];
  const std::size_t at =
      first["begin"].get<std::size_t>() - first["sentence_begin"].get<std::size_t>();
  CHECK(first["sentence"].get<std::string>().substr(at).starts_with(
      first["text"].get<std::string>()));

  const std::string split = std::to_string(dated - 1);
  const json part = got(served, "timeline", {{"offset", split}, {"limit", "2"}});
  CHECK(part["offset"] == dated - 1);
  CHECK(part["dated"] == json::array({all["dated"].back()}));
  CHECK(part["undated"] == json::array({all["undated"][0]}));
  CHECK(got(served, "timeline", {{"offset", "9999"}})["dated"].empty());
}

TEST_CASE("a timeline is narrowed by side, outlet and days") {
  const ServedProject served;
  served.write("c.txt",
               "The mayor visited the port. On 5 May 2031 a bomb destroyed it. Guards attacked it "
               "in 2029.\n");
  served.add("c.txt");
  const auto days = [&](const Query& query) {
    std::string listed;
    const json timeline = got(served, "timeline", query);
    for (const json& event : timeline["dated"]) {
      listed += event["earliest"].get<std::string>() + ' ' + event["side"].get<std::string>() + ' ';
    }
    return listed;
  };
  CHECK(days({{"side", "c.txt"}}).starts_with("2029-01-01 c.txt 2031-05-05 c.txt "));
  CHECK(days({{"side", "c.txt"}}).find("a.txt") == std::string::npos);
  CHECK(days({{"outlet", "a.txt"}, {"from", "2031-05-05"}}).empty());
  CHECK(days({{"from", "2031-05-05"}}).starts_with("2031-05-05 c.txt "));
  CHECK(days({{"until", "2029-01-01"}}) == "2029-01-01 c.txt ");
  CHECK(days({{"days", "shared"}}).find("c.txt") == std::string::npos);
  CHECK(days({{"days", "shared"}, {"side", "b.txt"}}).starts_with("2031-05-04 b.txt "));
  CHECK(got(served, "timeline", {{"days", "known"}})["undated"].empty());
  const json none = got(served, "timeline", {{"days", "none"}});
  CHECK(none["total_dated"] == 0);
  CHECK(none["undated"] == got(served, "timeline")["undated"]);
  CHECK(got(served, "timeline", {{"from", "2000-01-01"}})["undated"].empty());
  CHECK(detail(get(served, "timeline", {{"days", "few"}})).find("shared") != std::string::npos);
  CHECK(detail(get(served, "timeline", {{"from", "2031-02-30"}})).find("YYYY-MM-DD") !=
        std::string::npos);
  CHECK(get(served, "timeline", {{"until", "2031-05-04T10:00"}}).status == 400);
  CHECK(get(served, "timeline", {{"limit", "1001"}}).status == 400);
}

TEST_CASE("figures stand by what is counted, first what most sides count") {
  const ServedProject served;
  served.write("c.txt", "Six boats and nine boats burned. The fire lasted for three days.\n");
  served.add("c.txt");
  const json all = got(served, "figures");
  CHECK(all["total"] == 5);
  CHECK(all["groups"][0] == json({{"counted", "dead"},
                                  {"unit", ""},
                                  {"figures", 2},
                                  {"sides", 2},
                                  {"least", 10},
                                  {"most", 35}}));
  CHECK(all["groups"][1]["figures"] == 2);
  CHECK(all["figures"][0]["low"] == 10);
  CHECK(all["figures"][1]["side"] == "b.txt");
  CHECK(got(served, "figures", {{"counted", "dead"}})["total"] == 2);
  CHECK(got(served, "figures", {{"counted", "dead"}})["groups"] == all["groups"]);
  const json days = got(served, "figures", {{"counted", ""}, {"unit", "day"}});
  REQUIRE(days["total"] == 1);
  CHECK(days["figures"][0]["text"] == "three days");
  CHECK(got(served, "figures", {{"counted", "dead"}, {"unit", "day"}})["total"] == 0);
  CHECK(got(served, "figures", {{"side", "a.txt"}})["groups"].size() == 1);
  CHECK(got(served, "figures", {{"outlet", "nobody"}})["figures"].empty());
  const json part = got(served, "figures", {{"offset", "1"}, {"limit", "1"}});
  CHECK(part["figures"] == json::array({all["figures"][1]}));
  CHECK(get(served, "figures", {{"offset", "few"}}).status == 400);
  CHECK(get(served, "figures", {{"days", "known"}}).status == 400);
}

TEST_CASE("what was listed is listed anew after a change") {
  const ServedProject served;
  CHECK(got(served, "figures")["total"] == 2);
  CHECK(served.projects().figures().value() == served.projects().figures().value());
  CHECK(served.projects().timeline().value() == served.projects().timeline().value());
  served.write("c.txt", "Six boats burned.\n");
  served.add("c.txt");
  CHECK(got(served, "figures")["total"] == 3);
}

TEST_CASE("a search finds its sentence") {
  const ServedProject served;
  const json hits = got(served, "search", {{"q", "explosion killed"}, {"limit", "1"}});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0]["text"].get<std::string>().find("explosion") != std::string::npos);
  CHECK(got(served, "search", {{"q", ""}}).empty());
}

TEST_CASE("what cannot be answered is told in one sentence") {
  const ServedProject served;
  CHECK(detail(get(served, "nothing")).find("openapi.json") != std::string::npos);
  CHECK(get(served, "articles/").status == 404);
  CHECK(get(served, "articles/0/1").status == 404);
  CHECK(get(served, "articles/no-such").status == 404);
  CHECK(get(served, "questions/no-such").status == 404);
  const HttpResponse colour = get(served, "questions", {{"colour", "red"}});
  CHECK(colour.status == 400);
  CHECK(detail(colour).find("takes only verdict, type") != std::string::npos);
  CHECK(detail(get(served, "questions", {{"verdict", "true"}})).find("conflict") !=
        std::string::npos);
  CHECK(get(served, "questions", {{"limit", "1001"}}).status == 400);
  CHECK(get(served, "questions", {{"limit", "-1"}}).status == 400);
  CHECK(get(served, "compare").status == 400);
  CHECK(get(served, "compare", Query(5, {"article", "x"})).status == 400);
  CHECK(get(served, "compare", {{"article", "x"}}).status == 404);
  CHECK(get(served, "articles/x", {{"layers", "colours"}}).status == 400);
  CHECK(get(served, "search", {{"q", "\"\" \xff\" OR ("}}).status == 200);
}

TEST_CASE("a change of the file, and another file in its place, are seen at once") {
  const ServedProject served;
  CHECK(got(served, "project")["articles"] == 2);
  served.write("c.txt", "The port of Orrin is closed.\n");
  served.add("c.txt");
  CHECK(got(served, "project")["articles"] == 3);
  CHECK(got(served, "search", {{"q", "closed"}}).size() == 1);
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::filesystem::remove(served.file().string() + suffix);
  }
  served.add("c.txt");
  CHECK(got(served, "project")["articles"] == 1);
  CHECK(got(served, "search", {{"q", "explosion"}}).empty());
}

TEST_CASE("many threads get the same answers") {
  const ServedProject served;
  const std::string expected = get(served, "questions").body;
  std::vector<int> wrong(16, 1);
  {
    std::vector<std::jthread> threads;
    threads.reserve(wrong.size());
    for (int& mine : wrong) {
      threads.emplace_back([&] {
        for (int i = 0; i < 5; ++i) {
          mine = get(served, "questions").body == expected && mine >= 0 ? 0 : -1;
        }
      });
    }
  }
  CHECK(wrong == std::vector<int>(16, 0));
}

TEST_CASE("the routes, openapi.json and docs/api.md name the same things") {
  const json paths = json::parse(openapi_file())["paths"];
  std::ifstream in(PARALLAX_SOURCE_DIR "/docs/api.md");
  const std::string docs(std::istreambuf_iterator<char>(in), {});
  CHECK(paths.size() == api_routes().size());
  for (const ApiRoute& route : api_routes()) {
    CAPTURE(route.path);
    REQUIRE(paths.contains(std::string(route.path)));
    const std::string documented = std::string(route.path.substr(0, route.path.find("{id}")));
    CHECK(docs.find('`' + documented) != std::string::npos);
    std::vector<std::string> said;
    for (const json& parameter :
         paths[std::string(route.path)]["get"].value("parameters", json::array())) {
      if (parameter["in"] == "query") {
        said.push_back(parameter["name"]);
        CHECK(docs.find(said.back()) != std::string::npos);
      }
    }
    CHECK(std::ranges::is_permutation(said, route.parameters));
  }
}

}  // namespace
}  // namespace parallax
