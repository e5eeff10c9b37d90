#include "parallax/text/conllu.h"

#include <doctest/doctest.h>

#include <random>

namespace parallax {
namespace {

/// Columns parted by single spaces; made-up sentences.
std::string conllu(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool comment = text[at] == '#';
    for (std::size_t i = at; i < end && !comment; ++i) {
      text[i] = text[i] == ' ' ? '\t' : text[i];
    }
    at = end + 1;
  }
  return text;
}

constexpr const char* kSample =
    "# newdoc id = one\n"
    "# text = “Ana can't swim”.\n"
    "1 “ “ PUNCT `` _ 5 punct _ SpaceAfter=No\n"
    "2 Ana Ana PROPN NNP Number=Sing 5 nsubj _ _\n"
    "3-4 can't _ _ _ _ _ _ _ _\n"
    "3 ca can AUX MD _ 5 aux _ _\n"
    "4 n't not PART RB _ 5 advmod _ _\n"
    "4.1 gladly _ _ _ _ _ _ _ _\n"
    "5 swim swim VERB VB _ 0 root 0:root SpaceAfter=No|Gloss=x\n"
    "6 ” ” PUNCT '' _ 5 punct _ SpaceAfter=No\n"
    "7 . . PUNCT . _ 5 punct _ _\n"
    "\n"
    "# newpar\n"
    "1 3.14 3.14 NUM CD _ 0 root _ _\n";

std::vector<ConlluSentence> sample() {
  auto parsed = parse_conllu(conllu(kSample));
  REQUIRE(parsed.has_value());
  return std::move(*parsed);
}

std::string refusal(const std::string& text) {
  const auto parsed = parse_conllu(conllu(text));
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error().code == ErrorCode::bad_format);
  return parsed.error().message;
}

}  // namespace

TEST_CASE("CoNLL-U: words, ranges, comments, spaces") {
  const auto sentences = sample();
  REQUIRE(sentences.size() == 2);
  const ConlluSentence& first = sentences[0];
  REQUIRE(first.words.size() == 7);
  CHECK(first.comment("text") == "“Ana can't swim”.");
  CHECK(first.has_comment("newdoc"));
  CHECK_FALSE(first.has_comment("newpar"));
  CHECK(sentences[1].has_comment("newpar"));
  CHECK_FALSE(ConlluSentence{.comments = {"", "newpart"}}.has_comment("newpar"));
  CHECK(first.words[1].upos == Upos::propn);
  CHECK(first.words[1].feats == "Number=Sing");
  CHECK(first.words[1].head == 5);
  CHECK(first.words[2].feats.empty());
  CHECK(first.words[4].misc == "SpaceAfter=No|Gloss=x");
  CHECK(first.words[3].joined);
  CHECK_FALSE(first.words[2].joined);
  REQUIRE(first.ranges.size() == 1);
  CHECK(first.ranges[0].form == "can't");
  CHECK(first.ranges[0].first == 3);
  CHECK(first.ranges[0].last == 4);
}

TEST_CASE("CoNLL-U: the text of sentences, and tokens over it") {
  const auto sentences = sample();
  const ConlluText made = text_of(sentences);
  CHECK(made.text == "“Ana can't swim”.\n\n3.14\n");
  REQUIRE(made.analysis.sentences.size() == 2);
  CHECK(words(made.text, made.analysis.sentences[0].span) == "“Ana can't swim”.");
  CHECK(made.analysis.sentences[1].paragraph == 1);
  REQUIRE(made.analysis.tokens.size() == 8);
  CHECK(words(made.text, made.analysis.tokens[3].span) == "n't");
  CHECK(made.analysis.tokens[3].joined);
  CHECK(made.analysis.tokens[0].kind == TokenKind::punctuation);
  CHECK(made.analysis.tokens[1].kind == TokenKind::word);
  CHECK(made.analysis.tokens[7].kind == TokenKind::number);
}

TEST_CASE("CoNLL-U: what the lines of a file may be") {
  CHECK(parse_conllu("")->empty());
  CHECK(parse_conllu("\n\n# only a comment\n\n")->empty());
  const std::string line = conllu("1 _ _ X _ _ _ _ _ _");
  const auto without_end = parse_conllu("\xEF\xBB\xBF" + line);
  REQUIRE(without_end.has_value());
  CHECK(without_end->front().words[0].form == "_");
  CHECK(without_end->front().words[0].lemma == "_");
  CHECK(without_end->front().words[0].head == 0);
  const auto windows = parse_conllu(line + "\r\n\r\n" + line + "\r\n");
  REQUIRE(windows.has_value());
  CHECK(windows->size() == 2);
  CHECK(windows->front().words[0].misc.empty());
}

TEST_CASE("CoNLL-U: what is broken is told with its line") {
  const std::string good = "1 a a X _ _ 0 root _ _\n";
  CHECK(refusal(good + "2 b\n") ==
        "line 2 of the CoNLL-U: a line has ten columns with tabs between them");
  CHECK(refusal(good + "3 b b X _ _ 1 dep _ _\n") ==
        "line 2 of the CoNLL-U: the words of a sentence are numbered from 1");
  CHECK(refusal(good + "2 b b X _ _ one dep _ _\n") == "line 2 of the CoNLL-U: a head is a number");
  CHECK(refusal("# x\n" + good + "2 b b X _ _ 7 dep _ _\n\n" + good) ==
        "line 3 of the CoNLL-U: a head lies outside of the sentence that ends here");
  CHECK(refusal("1-4 ab _ _ _ _ _ _ _ _\n" + good + "\n") ==
        "line 2 of the CoNLL-U: a range goes beyond the sentence that ends here");
  CHECK(refusal("1-2 ab _ _ _ _ _ _ _ _\n1-2 ab _ _ _ _ _ _ _ _\n").starts_with("line 2 of"));
  CHECK(refusal("2-1 ab _ _ _ _ _ _ _ _\n").starts_with("line 1 of"));
  CHECK(refusal("1-x ab _ _ _ _ _ _ _ _\n").starts_with("line 1 of"));
  CHECK(refusal("1-2 ab _ _ _ _ _ _ _ _\n").starts_with("line 1 of"));
  CHECK(refusal("1  a X _ _ 0 root _ _\n") == "line 1 of the CoNLL-U: a word has no form");
  CHECK(refusal("1 \xC3 a X _ _ 0 root _ _\n") == "line 1 of the CoNLL-U: this is not UTF-8");
}

TEST_CASE("CoNLL-U: a sentence without end is refused, not kept") {
  ConlluParser parser;
  const std::string comment = "# " + std::string(std::size_t{1} << 20, 'x');
  Result<void> read;
  int lines = 0;
  for (; read && lines < 40; ++lines) {
    read = parser.add(comment);
  }
  REQUIRE_FALSE(read.has_value());
  CHECK(lines == 16);
  CHECK(read.error().message.find("line 16") != std::string::npos);
}

TEST_CASE("CoNLL-U: what was complete before a broken line can be taken") {
  ConlluParser parser;
  const std::string line = conllu("1 a a X _ _ 0 root _ _");
  CHECK(parser.add(line).has_value());
  CHECK(parser.complete() == 0);
  CHECK(parser.add("").has_value());
  CHECK(parser.complete() == 1);
  CHECK_FALSE(parser.add("nonsense").has_value());
  CHECK(parser.take().size() == 1);
  CHECK(parser.take().empty());
}

TEST_CASE("CoNLL-U: any bytes give sentences or one sentence of what is wrong") {
  std::mt19937 random(4);
  const std::string good = conllu(kSample);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = good;
    for (int changes = 0; changes < 1 + i % 3; ++changes) {
      bytes[random() % bytes.size()] = static_cast<char>("\t\n#-.19\xC3"[random() % 8]);
    }
    const auto parsed = parse_conllu(bytes);
    if (!parsed) {
      CHECK(parsed.error().message.starts_with("line "));
      continue;
    }
    const ConlluText made = text_of(*parsed);
    std::uint32_t at = 0;
    for (const Token& token : made.analysis.tokens) {
      CHECK(token.span.begin >= at);
      at = token.span.end;
    }
    CHECK(at <= made.text.size());
  }
}

}  // namespace parallax
