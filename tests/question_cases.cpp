#include "question_cases.h"

#include <algorithm>
#include <optional>
#include <set>

#include "parallax/collect/collect.h"
#include "parallax/compare/compare.h"
#include "parallax/core/names_of_values.h"
#include "parallax/read/read_article.h"
#include "pile_case.h"

namespace parallax::cases {
namespace {

std::string voices_of(const Position& position) {
  std::set<std::string> voices;
  for (const PositionClaim& claim : position.claims) {
    const std::optional<std::string>& speaker = claim.voice.speaker;
    voices.insert(claim.voice.side + '/' + (speaker ? '"' + *speaker + '"' : "author"));
  }
  std::string out;
  for (const std::string& voice : voices) {
    out += (out.empty() ? "" : ", ") + voice;
  }
  return out;
}

bool wanted(const Case& one, const Question& question) {
  const std::string_view verdict = setting(one, "verdict");
  const std::string_view type = setting(one, "type");
  return (verdict.empty() || verdict == to_string(question.verdict)) &&
         (type.empty() || type == to_string(question.type));
}

std::string text_form(const Question& question) {
  std::string out;
  out += to_string(question.verdict);
  out += ' ';
  out += to_string(question.type);
  out += ' ';
  out += to_string(question.scope);
  out += " \"" + question.title + "\"\n";
  for (const Position& position : question.positions) {
    out += "  \"" + position.answer + "\"  " + voices_of(position) + '\n';
  }
  return out;
}

}  // namespace

Result<std::string> questions_of_case(const Case& one, const DataFiles& built_in) {
  const Result<GivenPile> pile = pile_of_case(one);
  if (!pile) {
    return std::unexpected(pile.error());
  }
  DataFiles data = built_in;
  if (!pile->names.empty()) {
    data.put("names/pile.tsv", pile->names);
  }
  const Stages stages = make_stages(data, "en");
  const std::shared_ptr<const ClaimRules> rules = load_claim_rules(data, "en");
  std::vector<Account> accounts;
  std::vector<Claim> claims;
  for (const GivenArticle& given : pile->articles) {
    const Article article =
        article_from_clean_text(given.account.article, join_lines(given.lines), given.metadata);
    std::vector<Claim> found = gather_claims(article, read_article(article, stages), *rules);
    std::ranges::move(found, std::back_inserter(claims));
    accounts.push_back(given.account);
  }
  std::string out;
  for (const Question& question : compare_claims(accounts, claims, *rules)) {
    if (wanted(one, question)) {
      out += text_form(question);
    }
  }
  return out;
}

}  // namespace parallax::cases
