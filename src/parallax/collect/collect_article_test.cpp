#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "parallax/collect/collect.h"
#include "parallax/collect/test_blocks.h"
#include "parallax/text/utf8.h"

using namespace parallax;

namespace {

const PageRules& page_rules() {
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  return kRules;
}

Article article_of(std::string bytes, RecordKind kind) {
  const Record record{.path = "a", .bytes = std::move(bytes), .kind = kind, .id = {}, .given = {}};
  const auto article = collect_article(record, page_rules());
  REQUIRE(article);
  CHECK(broken_promise(*article, record.bytes) == "");
  return *article;
}

constexpr std::string_view kPage =
    "<!doctype html><html lang=en><head><title>Ferry stays in port | Sarn Mail</title>"
    "<meta property=article:published_time content=2031-05-14T08:00:00Z></head><body>"
    "<nav><ul><li><a href=/>Home</a><li><a href=/p>Politics</a></ul></nav>"
    "<article><h1>Ferry stays in port</h1><p class=byline>By Aren Dovik</p>"
    "<figure><img src=x><figcaption>The pier &amp; the mill</figcaption></figure>"
    "<p>The ferry of Sarnov did not leave the pier on Monday&nbsp;&mdash; the river had risen by "
    "two metres overnight, the mayor said.</p><h2>What next</h2>"
    "<blockquote>We waited on the roof for a night, and then for another one, and nobody came to "
    "us.</blockquote><ul><li>A mill and its yard stood under water until Thursday evening, and "
    "nobody could say why.</ul></article>"
    "<aside class=related><a href=/1>Pike season opens</a></aside><footer>&copy; Sarn "
    "Mail</footer>";

}  // namespace

TEST_CASE("a web page becomes its article") {
  const Article article = article_of(std::string(kPage), RecordKind::html);
  CHECK(roles_of(article) ==
        "title|Ferry stays in port//\n"
        "caption|The pier & the mill//\n"
        "body|The ferry of Sarnov did not leave the pier on Monday — the river had risen by two "
        "metres overnight, the mayor said.//\n"
        "heading|What next//\n"
        "quote|We waited on the roof for a night, and then for another one, and nobody came to "
        "us.//\n"
        "list|A mill and its yard stood under water until Thursday evening, and nobody could say "
        "why.");
  CHECK(article.metadata.title == "Ferry stays in port");
  CHECK(article.metadata.outlet == "Sarn Mail");
  CHECK(article.metadata.author == "Aren Dovik");
  CHECK(article.metadata.published == "2031-05-14T08:00:00");
  CHECK(article.metadata.language == "en");
}

TEST_CASE("JSON-LD speaks for the page") {
  const Article article = article_of(
      "<script "
      "type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"F\","
      "\"datePublished\":\"2031-05-14\",\"author\":[{\"name\":\"Aren Dovik\"},{\"name\":\"Lise "
      "Orn\"}],\"publisher\":{\"name\":\"Sarn Mail\"}}]}</script><h1>Ferry</h1><p>It did not "
      "leave.",
      RecordKind::html);
  CHECK(article.metadata.author == "Aren Dovik, Lise Orn");
  CHECK(article.metadata.published == "2031-05-14");
  CHECK(article.metadata.outlet == "Sarn Mail");
}

TEST_CASE("every claim about the source holds byte for byte, in any charset") {
  const std::string bytes =
      "<meta charset=windows-1252><h1>St Oda\x92s</h1><p>\x93We \xE9t\xE9 "
      "here,\x94 she said.\r\n\xA0No &quot;more&quot;.</p>";
  const Article article = article_of(bytes, RecordKind::html);
  CHECK(article.text == "St Oda’s\n\n“We été here,” she said. No \"more\".");
  for (const Block& block : article.blocks) {
    const auto raw = std::string_view(bytes).substr(block.source.begin, block.source.size());
    if (block.kept() && block.text.size() > 6) {
      CHECK(words(article.text, block.text) == raw);
    }
  }
}

TEST_CASE("letters of another charset form a block a word") {
  const Article article = article_of(
      "<meta charset=windows-1251><p>\xCC\xEE\xF1\xF2 \xF3\xEF\xE0\xEB.", RecordKind::html);
  CHECK(article.text == "Мост упал.");
  std::size_t kept = 0;
  for (const Block& block : article.blocks) {
    kept += block.kept() ? 1 : 0;
  }
  CHECK(kept == 4);  // word, space, word, full stop
}

TEST_CASE("an id names bytes and address") {
  Record record{.path = "a.txt", .bytes = "The ferry did not leave.", .id = {}, .given = {}};
  const auto first = collect_article(record, page_rules());
  const auto again = collect_article(record, page_rules());
  record.path = "b.txt";
  const auto copy = collect_article(record, page_rules());
  REQUIRE((first && again && copy));
  CHECK(first->id == again->id);
  CHECK(first->id != copy->id);
  record.id = "mine";
  CHECK(collect_article(record, page_rules())->id == "mine");
}

TEST_CASE("what is given overrides what is found") {
  Record record{
      .path = "a", .bytes = std::string(kPage), .kind = RecordKind::html, .id = {}, .given = {}};
  record.given.published = "2030-01-01";
  record.given.language = "de";
  const auto article = collect_article(record, page_rules());
  REQUIRE(article);
  CHECK(article->metadata.published == "2030-01-01");
  CHECK(article->metadata.language == "de");
  CHECK(article->metadata.author == "Aren Dovik");
}

TEST_CASE("an author's letters are not cut where they share a byte with a sign") {
  const Record record{
      .path = "a",
      .bytes = "<h1>The ferry</h1><p class=author>Dâna Oltea • Sarn Mail</p><p>It rained.</p>",
      .kind = RecordKind::html,
      .id = {},
      .given = {}};
  const auto article = collect_article(record, page_rules());
  REQUIRE(article);
  CHECK(article->metadata.author == "Dâna Oltea");
}

TEST_CASE("JSON records map to the bytes of their file") {
  const std::string line = R"({"id":"7","outlet":"Sarn Mail","text":"The \"ferry\"\nleft. 😀"})";
  const Record record{.path = "a.jsonl#1",
                      .bytes = line,
                      .kind = RecordKind::json,
                      .source_offset = 1000,
                      .id = {},
                      .given = {}};
  const auto article = collect_article(record, page_rules());
  REQUIRE(article);
  CHECK(article->text == "The \"ferry\"\nleft. 😀");
  CHECK(article->metadata.outlet == "Sarn Mail");
  CHECK(broken_promise(*article, line, 1000) == "");
  const SourceRange range = source_of(*article, {18, 22});
  CHECK(line.substr(range.begin - 1000, range.size()) == "😀");
}

TEST_CASE("a JSON record with HTML is cleaned") {
  const std::string line =
      R"({"html":"<h1>Ferry<\/h1>\n<p>It did not leave&nbsp;the \u201cpier\u201d.<\/p>"})";
  const Article article = article_of(line, RecordKind::json);
  CHECK(article.text == "Ferry\n\nIt did not leave the “pier”.");
}

TEST_CASE("clean text is kept as it is") {
  const std::string text = "Menu\n\nA\u00A0b \r\n c";
  const Article article = article_from_clean_text("x", text, {});
  CHECK(article.text == text);
  CHECK(article.id == "x");
  CHECK(article.blocks.size() == 1);
  const Article broken = article_from_clean_text("x", "a\xFFz", {});
  CHECK(broken.text == "a\uFFFDz");
  CHECK(broken.notes.size() == 1);
  CHECK(broken_promise(broken, "a\xFFz") == "");
}

TEST_CASE("no text is an error with a sentence") {
  for (const std::string& bytes :
       {std::string(), std::string("%PDF-1.4"), std::string(99, '\x02')}) {
    const Record record{.path = "a", .bytes = bytes, .id = {}, .given = {}};
    const auto article = collect_article(record, page_rules());
    REQUIRE_FALSE(article);
    CHECK(article.error().code == ErrorCode::bad_format);
    CHECK(article.error().where == "a");
  }
}

TEST_CASE("any bytes keep the promises of blocks") {
  static constexpr std::string_view kParts[] = {
      "<p>",
      "</p>",
      "<div class=menu>",
      "</div>",
      "&nbsp;",
      "&amp;",
      "&#601;",
      "&shy;",
      "\r\n",
      "\n\n",
      "\n",
      " ",
      "\u00A0",
      "😀",
      "Հայերեն ",
      "العربية ",
      "Dəlvar ",
      "\xFF",
      "\xC3",
      "\u200B",
      "The ferry left. ",
      "- item\n",
      "Views: 3\n",
      "14 May 2031\n",
      "<h1>",
      "</h1>",
      "<li>",
      "<script>",
      "</script>",
      "<br>",
      "“quote” ",
      "\t",
      "<!-- ",
      "-->",
      "<blockquote>",
      "The ferry of Sarnov did not leave the pier on Monday because the river had risen a lot. "};
  std::mt19937 random(3);
  for (int turn = 0; turn < 4000; ++turn) {
    std::string bytes;
    const std::size_t parts = random() % 30;
    for (std::size_t i = 0; i < parts; ++i) {
      bytes += kParts[random() % std::size(kParts)];
    }
    for (const RecordKind kind : {RecordKind::text, RecordKind::html}) {
      const Record record{.path = "a", .bytes = bytes, .kind = kind, .id = {}, .given = {}};
      const auto article = collect_article(record, page_rules());
      if (article) {
        CAPTURE(bytes);
        REQUIRE(broken_promise(*article, bytes) == "");
      }
    }
  }
}

TEST_CASE("large and odd pages cost linear time") {
  const auto start = std::chrono::steady_clock::now();
  std::string deep;
  std::string references;
  std::string lines;
  for (int i = 0; i < 100000; ++i) {
    deep += "<div>";
    references += "&amp;";
    lines += "ab\n";
  }
  article_of(deep + "The ferry left.", RecordKind::html);
  article_of("<p>" + references, RecordKind::html);
  article_of(lines, RecordKind::text);
  article_of(std::string(1000000, 'x'), RecordKind::text);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}

namespace {

std::string page_with(std::string_view head, std::string_view before_text) {
  return "<!doctype html><html lang=en><head><title>Ferry stays in port</title>" +
         std::string(head) + "</head><body><article><h1>Ferry stays in port</h1>" +
         std::string(before_text) +
         "<p>The ferry of Sarnov did not leave the pier on Monday because the river had risen by "
         "two metres overnight, the mayor said.</p><p>A mill and its yard stood under water until "
         "Thursday evening, and nobody could say why the gates had stayed open.</p></article>";
}

}  // namespace

TEST_CASE("copies that name one original are articles of their own") {
  const auto copy = [](std::string path) {
    const Record record{.path = std::move(path),
                        .bytes =
                            "Ferry stays in port\n\nThe ferry of Sarnov did not leave the pier "
                            "on Monday because the river had risen by two metres.\n\n"
                            "Originally published at https://vell.example/7\n",
                        .kind = RecordKind::text,
                        .id = {},
                        .given = {}};
    return *collect_article(record, page_rules());
  };
  CHECK(copy("mail/1.txt").metadata.url == "https://vell.example/7");
  CHECK(copy("mail/1.txt").id != copy("post/1.txt").id);
}

TEST_CASE("an author whose name begins another's is one, too") {
  const Article article = article_of(page_with("<meta name=author content=\"Mira Solberg\">"
                                               "<meta name=author content=\"Mira Sol\">"
                                               "<meta name=author content=\"Mira Sol\">",
                                               ""),
                                     RecordKind::html);
  CHECK(article.metadata.author == "Mira Solberg, Mira Sol");
}

TEST_CASE("what a page says of itself has an end") {
  std::string head = "<meta property=og:site_name content=\"";
  for (int i = 0; i < 400; ++i) {
    head += "сло ";
  }
  head += "\">";
  const char* const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (int i = 0; i < 26; ++i) {
    head += std::string("<meta name=author content=\"Mira ") + letters[i] + "ol\">";
  }
  const Article article = article_of(page_with(head, ""), RecordKind::html);
  REQUIRE(article.metadata.author);
  CHECK(std::ranges::count(*article.metadata.author, ',') == 19);
  REQUIRE(article.metadata.outlet);
  CHECK(article.metadata.outlet->size() <= 500);
  CHECK(is_valid_utf8(*article.metadata.outlet));
}

TEST_CASE("a block that says its author and is marked is one piece of evidence") {
  const Article article =
      article_of(page_with("",
                           "<p class=byline rel=author>By <a rel=author href=/a>Aren "
                           "Dovik</a></p>"),
                 RecordKind::html);
  CHECK(std::ranges::count(article.evidence, MetadataField::author, &Evidence::field) == 1);
  CHECK(article.metadata.author == "Aren Dovik");
}

TEST_CASE("captions and prose do not say whom an outlet has it from") {
  const Article article = article_of(
      page_with("",
                "<figure><img src=x><figcaption>First published by the Vell "
                "Wire</figcaption></figure>"
                "<p>First published in Vell, the song of the pier is what people hum here when "
                "the river rises and the ferry stays.</p>"),
      RecordKind::html);
  CHECK_FALSE(article.metadata.origin);
}
