#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/anchor.h"
#include "parallax/present/present.h"

/// Two made-up accounts of a fire at a mill, for the tests of this folder.
namespace parallax {

struct SamplePile {
  std::vector<Article> articles;
  std::vector<Account> accounts;
  std::vector<Question> questions;

  Presented presented() const { return {questions, articles, accounts}; }
};

inline Article sample_article(std::string id, std::string path, std::string text) {
  Article article;
  article.id = std::move(id);
  article.path = std::move(path);
  article.text = std::move(text);
  const auto size = static_cast<std::uint32_t>(article.text.size());
  article.blocks = {{{0, 0}, {0, 10}, Role::boilerplate},
                    {{0, size}, {10, std::uint64_t{10} + size}, Role::body}};
  return article;
}

inline Span span_of(const Article& article, std::string_view phrase) {
  const auto begin = static_cast<std::uint32_t>(article.text.find(phrase));
  return {begin, begin + static_cast<std::uint32_t>(phrase.size())};
}

inline PositionClaim sample_claim(const SamplePile& pile, std::size_t article,
                                  std::string_view phrase, std::string answer) {
  PositionClaim stated;
  const Article& from = pile.articles[article];
  stated.claim.answer = std::move(answer);
  stated.claim.anchor = make_anchor(from, text_version(from), span_of(from, phrase));
  stated.voice = {pile.accounts[article].outlet, pile.accounts[article].side, std::nullopt};
  return stated;
}

inline Figure figure_at(Span span, std::optional<double> low = {},
                        std::optional<double> high = {}) {
  Figure figure;
  figure.span = span;
  figure.low = low;
  figure.high = high;
  return figure;
}

inline Event event_at(Span span, std::string predicate = {}, std::string event_class = {}) {
  Event event;
  event.span = span;
  event.predicate = std::move(predicate);
  event.event_class = std::move(event_class);
  return event;
}

inline Attribution attribution_of(std::vector<Span> source, std::vector<Span> cue,
                                  std::vector<Span> content) {
  Attribution attribution;
  attribution.source = std::move(source);
  attribution.cue = std::move(cue);
  attribution.content = std::move(content);
  return attribution;
}

inline SamplePile sample_pile() {
  SamplePile pile;
  pile.articles = {
      sample_article("id1", "norvel-post.txt",
                     "The mill burnt for a night. In the fire 26 people were killed, the paper "
                     "wrote. Nobody was charged."),
      sample_article("id2", "radio-ombrel.html",
                     "“More than 100 people died,” Ila Tarn said. The mill is gone.")};
  pile.articles[0].metadata.title = "Fire at the mill";
  pile.accounts = {{"id1", "norvel-post.txt", "Norvel Post", "North", "2031-05-14"},
                   {"id2", "radio-ombrel.html", "Radio Ombrel", "South", std::nullopt},
                   {"id3", "third.txt", "The Third", "South", std::nullopt}};
  PositionClaim few = sample_claim(pile, 0, "26 people were killed", "26");
  PositionClaim many = sample_claim(pile, 1, "More than 100 people died", "more than 100");
  many.voice.speaker = "Ila Tarn";
  Position low{"26", {}, {few}};
  low.value.low = 26;
  low.value.high = 26;
  Position high{"more than 100", {}, {many}};
  high.value.low = 100;
  Question question;
  question.id = "f1";
  question.type = QuestionType::figure;
  question.verdict = Verdict::conflict;
  question.title = "How many died in the fire at the mill";
  question.key = {{"counted", "dead"}, {"place", "the mill"}};
  question.why = {"26 and more than 100 cannot both be right"};
  question.positions = {low, high};
  question.silent = {"The Third"};
  pile.questions = {question};
  return pile;
}

}  // namespace parallax
