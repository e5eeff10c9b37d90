#include "value_cases.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/compare/claim_rules.h"
#include "parallax/compare/compare.h"
#include "parallax/compare/values.h"
#include "parallax/core/names_of_values.h"
#include "parallax/read/read_article.h"
#include "pile_case.h"

namespace parallax::cases {
namespace {

struct Marked {
  std::string text;
  Span span;
};

/// The text without its brackets, and what stood between them.
std::optional<Marked> marked_text(const std::vector<std::string>& lines) {
  Marked marked{.text = join_lines(lines), .span = {}};
  const std::size_t open = marked.text.find('[');
  const std::size_t close = marked.text.find(']', open);
  if (open == std::string::npos || close == std::string::npos) {
    return std::nullopt;
  }
  marked.text.erase(close, 1).erase(open, 1);
  marked.span = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
  return marked;
}

std::uint32_t shared_bytes(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  return std::max(begin, std::min(a.end, b.end)) - begin;
}

/// The item that shares most with the mark, the first of equals; null if none shares anything.
template <typename Item>
const Item* best_in(const std::vector<Item>& items, Span mark) {
  const Item* best = nullptr;
  std::uint32_t most = 0;
  for (const Item& item : items) {
    const std::uint32_t shared = shared_bytes(item.span, mark);
    best = shared > most ? &item : best;
    most = std::max(most, shared);
  }
  return best;
}

Claim claim_at(const Marked& marked, const Analysis& analysis) {
  const Figure* figure = best_in(analysis.figures, marked.span);
  const Timex* timex = best_in(analysis.timexes, marked.span);
  Claim claim;
  claim.answer = words(marked.text, marked.span);
  const bool is_time =
      timex != nullptr && (figure == nullptr || shared_bytes(timex->span, marked.span) >
                                                    shared_bytes(figure->span, marked.span));
  if (is_time) {
    claim.type = timex->type == TimexType::duration ? QuestionType::figure : QuestionType::date;
    claim.value = value_of(*timex);
  } else if (figure != nullptr) {
    claim.value = value_of(*figure);
  }
  return claim;
}

std::string number_form(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::string form_of(const Claim& claim) {
  const Value& value = claim.value;
  std::string out = "\"" + claim.answer + "\" " + (value.approximate ? "about " : "");
  const auto end = [](const auto& bound, const auto& write) {
    return bound ? write(*bound) : std::string("-");
  };
  if (claim.type == QuestionType::date) {
    if (!value.word.empty()) {
      return out + value.word;
    }
    const std::string first = end(value.when.earliest, to_iso);
    const std::string last = end(value.when.latest, to_iso);
    return out + (!value.when.known() ? "nothing" : first == last ? first : first + ".." + last);
  }
  const std::string low = end(value.low, number_form);
  const std::string high = end(value.high, number_form);
  out += !value.low && !value.high ? "nothing" : low == high ? low : low + ".." + high;
  return out + (value.unit.empty() ? "" : " " + value.unit);
}

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::same:
      return "same";
    case Relation::compatible:
      return "compatible";
    case Relation::undecidable:
      return "undecidable";
    case Relation::conflict:
      return "conflict";
  }
  return "";
}

Relation relation_of(const Claim& a, const Claim& b, const Units& units) {
  if (a.type != b.type) {
    return Relation::undecidable;
  }
  return (a.type == QuestionType::date ? compare_dates(a, b) : compare_figures(a, b, units))
      .relation;
}

}  // namespace

Result<std::string> values_of_case(const Case& one, const DataFiles& data) {
  const Result<GivenPile> pile = pile_of_case(one);
  if (!pile) {
    return std::unexpected(pile.error());
  }
  const Stages stages = make_stages(data, "en");
  const std::shared_ptr<const ClaimRules> rules = load_claim_rules(data, "en");
  std::vector<Claim> claims;
  for (const GivenArticle& given : pile->articles) {
    const auto marked = marked_text(given.lines);
    if (!marked) {
      return std::unexpected(Error{ErrorCode::bad_format, "no [ ] in", given.account.article});
    }
    const Article article =
        article_from_clean_text(given.account.article, marked->text, given.metadata);
    claims.push_back(claim_at(*marked, read_article(article, stages)));
  }
  std::string out;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = i + 1; j < claims.size(); ++j) {
      out += std::string(name_of(relation_of(claims[i], claims[j], rules->units))) + "  " +
             form_of(claims[i]) + "  " + form_of(claims[j]) + "\n";
    }
  }
  return out;
}

}  // namespace parallax::cases
