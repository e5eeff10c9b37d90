#include "parallax/present/conllu.h"

#include <doctest/doctest.h>

namespace parallax {
namespace {

/// One token of a made-up text, found behind the one before it.
struct Row {
  std::string_view form;
  std::string_view lemma;
  Upos upos;
  std::uint32_t head;
  std::string_view deprel;
  bool joined = false;
};

std::uint32_t intern(Analysis& analysis, std::string_view string) {
  const auto at = std::ranges::find(analysis.strings, string);
  const auto id = static_cast<std::uint32_t>(at - analysis.strings.begin());
  if (at == analysis.strings.end()) {
    analysis.strings.emplace_back(string);
  }
  return id;
}

void add_sentence(std::string_view text, std::uint32_t paragraph, std::span<const Row> rows,
                  Analysis& analysis) {
  if (analysis.strings.empty()) {
    analysis.strings.emplace_back();
  }
  std::size_t at = analysis.tokens.empty() ? 0 : analysis.tokens.back().span.end;
  Span whole{};
  for (const Row& row : rows) {
    const auto begin = static_cast<std::uint32_t>(text.find(row.form, at));
    Token token{.span = {begin, begin + static_cast<std::uint32_t>(row.form.size())}};
    token.upos = row.upos;
    token.lemma = intern(analysis, row.lemma);
    token.deprel = static_cast<TagId>(intern(analysis, row.deprel));
    token.head = row.head & 0x7FFFFFFFU;
    token.joined = row.joined;
    whole = {whole.empty() ? begin : whole.begin, token.span.end};
    at = token.span.end;
    analysis.tokens.push_back(token);
  }
  analysis.sentences.push_back({.span = whole, .paragraph = paragraph});
}

constexpr Row kAna[] = {{"Ana", "Ana", Upos::propn, 4, "nsubj"},
                        {"ca", "can", Upos::aux, 4, "aux"},
                        {"n't", "not", Upos::part, 4, "advmod", true},
                        {"swim", "swim", Upos::verb, 0, "root"},
                        {".", ".", Upos::punct, 4, "punct"}};
constexpr Row kRain[] = {{"Rain", "rain", Upos::noun, 2, "nsubj"},
                         {"fell", "fall", Upos::verb, 0, "root"}};

constexpr std::string_view kAnaLines =
    "1\tAna\tAna\tPROPN\t_\t_\t4\tnsubj\t_\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tca\tcan\tAUX\t_\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_\n"
    "4\tswim\tswim\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n";

}  // namespace

TEST_CASE("CoNLL-U of a text: paragraphs, numbers, spaces, multi-word tokens") {
  const std::string_view text = "Ana can't\n swim.\n\nRain fell";
  Analysis analysis;
  add_sentence(text, 0, kAna, analysis);
  add_sentence(text, 1, kRain, analysis);
  std::uint64_t number = 7;
  CHECK(analysis_as_conllu(text, analysis, number) ==
        "# newpar\n# sent_id = 7\n# text = Ana can't swim.\n" + std::string(kAnaLines) +
            "5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n\n"
            "# newpar\n# sent_id = 8\n# text = Rain fell\n"
            "1\tRain\train\tNOUN\t_\t_\t2\tnsubj\t_\t_\n"
            "2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\t_\n\n");
  CHECK(number == 9);
}

TEST_CASE("CoNLL-U of a text: sentences that touch, and what breaks a line") {
  const std::string_view text = "Ana can't swim.Rain fell";
  Analysis analysis;
  add_sentence(text, 0, kAna, analysis);
  add_sentence(text, 0, kRain, analysis);
  std::uint64_t number = 1;
  const std::string touching = analysis_as_conllu(text, analysis, number);
  CHECK(touching.find("5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No\n\n# sent_id = 2\n") !=
        std::string::npos);
  Analysis broken;
  broken.sentences = {{.span = {0, 0}}, {.span = {0, 5}}};
  broken.tokens = {{.span = {0, 5}}};
  const std::string line = analysis_as_conllu("1\t\r\n2", broken, number);
  CHECK(line == "# newpar\n# sent_id = 3\n# text = 1   2\n1\t1   2\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
}

TEST_CASE("CoNLL-U of given sentences: what is given stays, the rest is what was read") {
  const std::string given = "# newdoc\n#\n# text = Ana can't swim.\n" + std::string(kAnaLines) +
                            "5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\tCheck=Yes\n\n";
  const auto sentences = parse_conllu(given);
  REQUIRE(sentences.has_value());
  const ConlluText made = text_of(*sentences);
  Analysis read;
  add_sentence(made.text, 0, kAna, read);
  REQUIRE(read.tokens.size() == made.analysis.tokens.size());
  CHECK(given_as_conllu(*sentences, read) == given);
  const std::string unread = given_as_conllu(*sentences, made.analysis);
  CHECK(unread.find("2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tca\t_\t_\t_\t_\t_\t_\t_\t_\n") !=
        std::string::npos);
  CHECK(unread.find("5\t.\t_\t_\t_\t_\t_\t_\t_\tCheck=Yes\n") != std::string::npos);
}

TEST_CASE("CoNLL-U: what is printed is read again as it was") {
  const std::string_view text = "Ana can't swim. Rain fell";
  Analysis analysis;
  add_sentence(text, 0, kAna, analysis);
  add_sentence(text, 0, kRain, analysis);
  std::uint64_t number = 1;
  const auto parsed = parse_conllu(analysis_as_conllu(text, analysis, number));
  REQUIRE(parsed.has_value());
  CHECK(given_as_conllu(*parsed, analysis).find("# sent_id = 2\n") != std::string::npos);
  const ConlluText made = text_of(*parsed);
  CHECK(made.analysis.tokens.size() == analysis.tokens.size());
  CHECK(made.text == "Ana can't swim.\nRain fell\n");
}

}  // namespace parallax
