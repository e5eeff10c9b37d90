#include "parallax/project/syntax_text.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "parallax/text/conllu.h"

namespace parallax {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct Answer {
  std::string out;
  std::vector<std::string> notes;
  Result<void> done;
};

/// Every token is a noun that hangs on the first one; text of five letters or more gets a note.
void read_as_nouns(std::string_view /*text*/, Analysis& analysis) {
  analysis.strings = {"", "root", "dep"};
  std::size_t next = 0;
  for (const Sentence& sentence : analysis.sentences) {
    bool first = true;
    for (; next < analysis.tokens.size() && analysis.tokens[next].span.begin < sentence.span.end;
         ++next) {
      analysis.tokens[next].upos = Upos::noun;
      analysis.tokens[next].deprel = first ? 1 : 2;
      analysis.tokens[next].head = first ? 0U : 1U;
      first = false;
    }
  }
}

Answer answer_to(const std::string& input, bool is_text, std::size_t jobs,
                 const SyntaxStage& syntax = read_as_nouns) {
  const std::unique_ptr<std::FILE, Closer> file(std::tmpfile());
  REQUIRE(std::fwrite(input.data(), 1, input.size(), file.get()) == input.size());
  REQUIRE(std::fseek(file.get(), 0, SEEK_SET) == 0);
  Answer answer;
  const SyntaxEnds ends = {.input = fileno(file.get()),
                           .jobs = jobs,
                           .write = [&](std::string_view bytes) -> Result<void> {
                             answer.out += bytes;
                             return {};
                           },
                           .note = [&](std::string_view note) { answer.notes.emplace_back(note); },
                           .stop = [] { return false; }};
  static const ArticleReader kReader(DataFiles::built_in());
  answer.done = is_text ? text_to_conllu(kReader, syntax, ends) : conllu_to_conllu(syntax, ends);
  return answer;
}

std::string gold_sentence(int number) {
  const std::string id = std::to_string(number);
  return "# sent_id = s" + id + "\n1\tRain" + id +
         "\train\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tX=1\n2\tfell\tfall\tVERB\tVBD\t_\t0\troot"
         "\t_\t_\n\n";
}

std::string found_sentence(int number) {
  const std::string id = std::to_string(number);
  return "# sent_id = s" + id + "\n1\tRain" + id +
         "\t_\tNOUN\t_\t_\t0\troot\t_\tX=1\n2\tfell\t_\tNOUN\t_\t_\t1\tdep\t_\t_\n\n";
}

}  // namespace

TEST_CASE("syntax of CoNLL-U: words stay, all else is found, whatever the number of threads") {
  std::string gold;
  std::string found;
  for (int i = 0; i < 1000; ++i) {
    gold += gold_sentence(i);
    found += found_sentence(i);
  }
  const Answer one = answer_to(gold, false, 1);
  CHECK(one.done.has_value());
  CHECK(one.out == found);
  CHECK(answer_to(gold, false, 3).out == found);
  CHECK(answer_to("", false, 2).out.empty());
}

TEST_CASE("syntax of CoNLL-U: a broken line is named, what stands before it is written") {
  const Answer answer =
      answer_to(gold_sentence(1) + gold_sentence(2) + "nonsense\n" + gold_sentence(3), false, 2);
  REQUIRE_FALSE(answer.done.has_value());
  CHECK(answer.done.error().message.starts_with("line 9 of the CoNLL-U: "));
  CHECK(answer.out == found_sentence(1) + found_sentence(2));
}

TEST_CASE("syntax of text: paragraphs and sentences, numbered through") {
  const Answer answer = answer_to("Rain fell. Snow didn't.\n\nWind blew.\n", true, 2);
  CHECK(answer.done.has_value());
  const auto parsed = parse_conllu(answer.out);
  REQUIRE(parsed.has_value());
  REQUIRE(parsed->size() == 3);
  CHECK((*parsed)[0].has_comment("newpar"));
  CHECK_FALSE((*parsed)[1].has_comment("newpar"));
  CHECK((*parsed)[2].has_comment("newpar"));
  CHECK((*parsed)[1].comment("text") == "Snow didn't.");
  CHECK((*parsed)[2].comment("sent_id") == "3");
  CHECK((*parsed)[2].words[0].upos == Upos::noun);
  CHECK(answer_to("", true, 2).out.empty());
  CHECK(answer_to(" \n\n", true, 2).out.empty());
}

TEST_CASE("syntax of text: a long text is cut at blank lines, whatever the number of threads") {
  std::string text;
  for (int i = 0; text.size() < (std::size_t{5} << 20); ++i) {
    text += "Rain " + std::to_string(i) +
            " fell on the mill and on the old bridge of Velm. "
            "Nobody was there to see it, or to say so.\n" +
            (i % 7 == 0 ? "\n" : "");
  }
  const Answer one = answer_to(text, true, 1);
  CHECK(one.done.has_value());
  CHECK(answer_to(text, true, 3).out == one.out);
  const auto parsed = parse_conllu(one.out);
  REQUIRE(parsed.has_value());
  CHECK(parsed->back().comment("sent_id") == std::to_string(parsed->size()));
}

TEST_CASE("syntax: what is broken in a text is repaired and told, and so is what a stage notes") {
  const Answer answer = answer_to("Rain \xC3 fell.\n", true, 1);
  CHECK(answer.done.has_value());
  CHECK(answer.out.find("\xEF\xBF\xBD") != std::string::npos);
  CHECK(answer.notes.size() == 1);
  const SyntaxStage noting = [](std::string_view, Analysis& analysis) {
    analysis.notes.push_back({{}, "syntax", "one sentence was cut"});
  };
  CHECK(answer_to(gold_sentence(1), false, 1, noting).notes ==
        std::vector<std::string>{"one sentence was cut"});
}

}  // namespace parallax
