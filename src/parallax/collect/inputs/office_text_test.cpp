#include "parallax/collect/inputs/office_text.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

std::string body_of(const std::string& inside, std::uint64_t most = 1'000'000) {
  const auto html = office_text_as_html(
      "<w:document xmlns:w='urn:w' xmlns:mc='urn:mc'><w:body>" + inside + "</w:body></w:document>",
      most);
  if (!html) {
    return html.error().message;
  }
  const std::size_t begin = html->find("<article>\n") + 10;
  return html->substr(begin, html->find("</article>") - begin);
}

}  // namespace

TEST_CASE("paragraphs, headings and lists of an office document") {
  CHECK(body_of("<w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:r><w:t>Flood</w:t></w:r></w:p>"
                "<w:p><w:r><w:t>Ten &amp; two</w:t><w:tab/><w:t>died</w:t><w:br/><w:t>here.</w:t>"
                "</w:r></w:p><w:p/>") == "<h2>Flood</h2>\n<p>Ten &amp; two died<br>here.</p>\n");
  CHECK(body_of("<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
                "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"
                "<w:p><w:r><w:t>c</w:t></w:r></w:p>") ==
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>\n");
}

TEST_CASE("struck out text, codes of fields and second versions are left out") {
  CHECK(body_of("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE"
                "</w:instrText><w:t>here</w:t></w:r><mc:AlternateContent><mc:Fallback><w:p><w:r>"
                "<w:t>again</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>") ==
        "<p>here</p>\n");
}

TEST_CASE("broken, deep and endless documents are named") {
  CHECK(body_of("<w:p><w:t>x").contains("broken XML"));
  CHECK(body_of("<w:p><w:r><w:t>" + std::string(5000, 'x') + "</w:t></w:r></w:p>", 1000)
            .contains("too large"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<w:p>";
  }
  CHECK(body_of(deep).contains("broken XML"));
  const auto bomb = office_text_as_html(
      "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
      "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]><x><p><t>&e;&e;&e;&e;&e;&e;&e;&e;&e;</t></p></x>",
      10'000);
  CHECK_FALSE(bomb);
}

TEST_CASE("what an office document says of itself") {
  const Metadata found = office_metadata(
      "<cp:coreProperties xmlns:cp='a' xmlns:dc='b' xmlns:dcterms='c'><dc:title> Flood </dc:title>"
      "<dc:creator>Aren Tol</dc:creator><dc:subject/><dcterms:created>2031-05-14T08:00:00Z"
      "</dcterms:created></cp:coreProperties>");
  CHECK(found.title == "Flood");
  CHECK(found.author == "Aren Tol");
  CHECK(found.published == "2031-05-14T08:00:00");
  CHECK(office_metadata("nothing") == Metadata{});
}
