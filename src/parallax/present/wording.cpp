#include "parallax/present/wording.h"

#include <algorithm>
#include <array>
#include <set>

namespace parallax {

std::string_view in_words(QuestionScope scope) {
  switch (scope) {
    case QuestionScope::cross_side:
      return "between sides";
    case QuestionScope::within_article:
      return "within one article";
    case QuestionScope::within_voice:
      return "within one voice";
  }
  return {};
}

bool is_dispute(const Question& question) {
  return question.verdict == Verdict::conflict && question.scope != QuestionScope::within_voice;
}

bool is_inconsistency(const Question& question) {
  return question.verdict == Verdict::conflict && question.scope == QuestionScope::within_voice;
}

std::string_view speaker_in_words(const Voice& voice) {
  return voice.speaker ? std::string_view(*voice.speaker) : "author";
}

std::string outlet_in_words(const Voice& voice) {
  return voice.side.empty() || voice.side == voice.outlet ? voice.outlet
                                                          : voice.side + " / " + voice.outlet;
}

std::string position_letter(std::size_t index) {
  constexpr std::size_t kLetters = 26;
  return index < kLetters ? std::string(1, static_cast<char>('A' + index))
                          : std::to_string(index + 1);
}

std::string copies_in_words(const Position& position) {
  return position.independent < position.articles
             ? counted(position.articles, "article", "articles") + ", " +
                   std::to_string(position.independent) + " without copies"
             : std::string();
}

std::string place_in_words(const Citation& citation) {
  if (!citation.source) {
    return {};
  }
  return "bytes " + std::to_string(citation.source->begin) + "–" +
         std::to_string(citation.source->end);
}

std::string counted(std::size_t number, std::string_view singular, std::string_view plural) {
  std::string out = std::to_string(number);
  out += ' ';
  out += number == 1 ? singular : plural;
  return out;
}

std::string count_in_words(std::span<const Question> questions) {
  constexpr std::array<std::string_view, 4> kWords = {"in conflict", "compatible", "the same",
                                                      "undecidable"};
  std::array<std::size_t, 4> counts{};
  for (const Question& question : questions) {
    ++counts.at(static_cast<std::size_t>(question.verdict));
  }
  std::string out = counted(questions.size(), "question", "questions");
  std::string_view separator = ": ";
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts.at(i) > 0) {
      out += separator;
      out += std::to_string(counts.at(i)) + ' ';
      out += kWords.at(i);
      separator = ", ";
    }
  }
  return out;
}

std::string nothing_to_show(const Presented& presented) {
  if (presented.accounts.empty()) {
    return "Nothing to show yet: the project has no articles. Add some with "
           "`parallax add PROJECT.plx PATH...`.";
  }
  std::set<std::string_view> outlets;
  for (const Account& account : presented.accounts) {
    outlets.insert(account.outlet);
  }
  if (outlets.size() == 1) {
    return "Nothing to show: " +
           counted(presented.accounts.size(), "article was", "articles were") +
           " read, of a single outlet. Add accounts of the same story by others to compare.";
  }
  return "Nothing to show: " + counted(presented.accounts.size(), "article", "articles") + " of " +
         counted(outlets.size(), "outlet", "outlets") +
         " were read, and no question of this kind was found. `parallax questions` without "
         "--verdict and --type lists every question that they answer.";
}

}  // namespace parallax
