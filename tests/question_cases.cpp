#include "question_cases.h"

#include <algorithm>
#include <optional>
#include <set>

#include "parallax/collect/collect.h"
#include "parallax/compare/compare.h"
#include "parallax/core/names_of_values.h"
#include "parallax/read/read_article.h"

namespace parallax::cases {
namespace {

struct GivenArticle {
  Account account;
  Metadata metadata;
  std::vector<std::string> lines;
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  const std::size_t last = text.find_last_not_of(' ');
  return first == std::string_view::npos ? std::string()
                                         : std::string(text.substr(first, last - first + 1));
}

/// The parts of `@ outlet | side | published`.
std::vector<std::string> parts_of_header(std::string_view line) {
  std::vector<std::string> parts;
  line.remove_prefix(1);
  while (parts.size() < 3) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    parts.push_back(trimmed(line.substr(0, bar)));
    line.remove_prefix(std::min(bar + 1, line.size()));
  }
  return parts;
}

GivenArticle open_article(std::string_view header, std::size_t number) {
  const std::vector<std::string> parts = parts_of_header(header);
  GivenArticle given;
  given.account.article = "article-" + std::to_string(number);
  given.account.path = given.account.article + ".txt";
  given.account.outlet = parts[0].empty() ? given.account.path : parts[0];
  given.account.side = parts[1].empty() ? given.account.outlet : parts[1];
  given.metadata.outlet = given.account.outlet;
  given.metadata.side = given.account.side;
  given.metadata.language = "en";
  if (!parts[2].empty()) {
    given.account.published = parts[2];
    given.metadata.published = parts[2];
  }
  return given;
}

struct GivenPile {
  std::string names;
  std::vector<GivenArticle> articles;
};

Result<GivenPile> pile_of_case(const Case& one) {
  GivenPile pile;
  for (const std::string& line : one.input) {
    if (line.starts_with("@ ")) {
      pile.articles.push_back(open_article(line, pile.articles.size() + 1));
    } else if (!pile.articles.empty()) {
      pile.articles.back().lines.push_back(line);
    } else if (std::ranges::find(one.head, "%names") != one.head.end()) {
      pile.names += line + '\n';
    } else if (!line.empty()) {
      return std::unexpected(
          Error{ErrorCode::bad_format, "text before the first `@ outlet`", line});
    }
  }
  return pile;
}

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
