#include <algorithm>
#include <set>

#include "parallax/core/names_of_values.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"
#include "parallax/serve/api_call.h"
#include "parallax/serve/api_part.h"

namespace parallax {
namespace {

constexpr std::size_t kMostColumns = 4;

bool any_claim(const Question& question, const auto& holds) {
  return std::ranges::any_of(question.positions, [&](const Position& position) {
    return std::ranges::any_of(position.claims, holds);
  });
}

bool names_article(const Question& question, const std::set<std::string>& articles) {
  return any_claim(question, [&](const PositionClaim& stated) {
    return articles.contains(stated.claim.anchor.article);
  });
}

/// The questions that the filters of a call let through, in their order.
std::vector<const Question*> filtered(const ApiCall& call) {
  const std::string_view verdict = call.parameter("verdict");
  const std::string_view type = call.parameter("type");
  const std::string_view scope = call.parameter("scope");
  const std::string_view side = call.parameter("side");
  const auto articles = call.all("article");
  const std::set<std::string> wanted(articles.begin(), articles.end());
  std::vector<const Question*> kept;
  for (const Question& question : call.now.questions) {
    const bool fits =
        (verdict.empty() || to_string(question.verdict) == verdict) &&
        (type.empty() || to_string(question.type) == type) &&
        (scope.empty() || to_string(question.scope) == scope) &&
        (side.empty() ||
         any_claim(question, [&](const PositionClaim& c) { return c.voice.side == side; })) &&
        (wanted.empty() || names_article(question, wanted));
    if (fits) {
      kept.push_back(&question);
    }
  }
  return kept;
}

/// What is wrong with a filter that knows only certain words; empty if nothing.
std::string wrong_choice(const ApiCall& call, std::string_view name, auto first, auto last) {
  const std::string_view given = call.parameter(name);
  std::string choices;
  for (int value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
    const std::string_view word = to_string(static_cast<decltype(first)>(value));
    if (given.empty() || given == word) {
      return {};
    }
    choices.append(choices.empty() ? "" : ", ").append(word);
  }
  return '"' + std::string(name) + "\" is one of " + choices;
}

std::string wrong_filter(const ApiCall& call) {
  for (std::string wrong :
       {wrong_choice(call, "verdict", Verdict::conflict, Verdict::undecidable),
        wrong_choice(call, "type", QuestionType::figure, QuestionType::motive),
        wrong_choice(call, "scope", QuestionScope::cross_side, QuestionScope::within_voice)}) {
    if (!wrong.empty()) {
      return wrong;
    }
  }
  return {};
}

/// An array of questions with their citations.
Result<std::string> questions_json(const ApiCall& call,
                                   std::span<const Question* const> questions) {
  std::vector<Question> shown;
  shown.reserve(questions.size());
  for (const Question* question : questions) {
    shown.push_back(*question);
  }
  auto project = call.projects.lend();
  if (!project) {
    return std::unexpected(project.error());
  }
  const auto articles = (*project)->articles_of(shown);
  if (!articles) {
    return std::unexpected(articles.error());
  }
  return questions_as_json({shown, *articles, call.now.accounts});
}

}  // namespace

HttpResponse answer_questions(const ApiCall& call) {
  const auto part = ListPart::of(call);
  if (!part) {
    return ListPart::problem();
  }
  if (const std::string wrong = wrong_filter(call); !wrong.empty()) {
    return problem(400, wrong);
  }
  const std::vector<const Question*> all = filtered(call);
  const auto questions = questions_json(call, part->cut(std::span(all)));
  if (!questions) {
    return problem_of(questions.error());
  }
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("total");
  json.number(std::uint64_t{all.size()});
  json.key("offset");
  json.number(std::uint64_t{part->begin(all.size())});
  json.key("questions");
  json.raw(*questions);
  json.end_object();
  return json_response(std::move(out));
}

HttpResponse answer_question(const ApiCall& call) {
  const auto at = std::ranges::find(call.now.questions, call.id, &Question::id);
  if (at == call.now.questions.end()) {
    return problem(404, "there is no question " + call.id +
                            "; its claims may have changed since the link was made");
  }
  const Question* const one = &*at;
  const auto questions = questions_json(call, {&one, 1});
  if (!questions) {
    return problem_of(questions.error());
  }
  const std::size_t begin = questions->find('{');
  return json_response(questions->substr(begin, questions->rfind('}') + 1 - begin));
}

HttpResponse answer_compare(const ApiCall& call) {
  std::vector<std::string> ids = call.all("article");
  if (ids.empty() || ids.size() > kMostColumns) {
    return problem(400, "one to " + std::to_string(kMostColumns) +
                            " articles can be compared: ?article=ID&article=ID");
  }
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("articles");
  json.begin_array();
  for (const std::string& id : ids) {
    const auto article = article_json(call, id, layers_for_pages());
    if (!article) {
      return problem_of(article.error());
    }
    json.raw(*article);
  }
  json.end_array();
  const auto questions = questions_json(call, filtered(call));
  if (!questions) {
    return problem_of(questions.error());
  }
  json.key("questions");
  json.raw(*questions);
  json.end_object();
  return json_response(std::move(out));
}

}  // namespace parallax
