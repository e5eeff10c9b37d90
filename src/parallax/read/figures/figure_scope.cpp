// The time that a number covers: "26 were killed over three days". A scope belongs to the numbers
// behind it, or to the one that it follows without a comma.
#include <algorithm>

#include "parallax/read/figures/figure_text.h"

namespace parallax {
namespace {

/// A night counts as a day: nobody compares half days.
double days_of(const Measure& measure) {
  const double count = measure.high ? *measure.high : measure.low.value_or(1);
  return count * std::max(measure.unit->factor, measure.unit->factor > 0.4 ? 1.0 : 0.0);
}

/// "over three days", "in just one night", "during the three-day storm", "in a week".
std::optional<Scope> counted_scope(const FigureText& text, std::size_t i) {
  std::size_t at = i + 1;
  at += text.is(at, FigureRole::determiner) && !text.is(at, FigureRole::article) && !text.amount(at)
            ? 1
            : 0;
  if (at >= text.size()) {
    return std::nullopt;
  }
  if (text.is(at, FigureRole::article) && !text.amount(at)) {
    const auto unit = text.unit(at + 1);
    return unit && unit->unit->kind == "duration"
               ? std::optional(Scope{i, unit->end, unit->unit->factor})
               : std::nullopt;
  }
  const auto measure = read_measure(text, at);
  if (!measure || measure->unit == nullptr || measure->unit->kind != "duration") {
    return std::nullopt;
  }
  return Scope{.first = i,
               .end = measure->end,
               .days = measure->vague ? std::nullopt : std::optional(days_of(*measure))};
}

/// "on the first day", "on 3 May".
std::optional<Scope> day_scope(const FigureText& text, std::size_t i) {
  std::size_t at = i + 1;
  at += text.is(at, FigureRole::determiner) ? 1 : 0;
  const bool ordinal =
      at < text.size() && text.piece(at).number != nullptr && text.piece(at).number->ordinal > 0;
  const auto unit = ordinal ? text.unit(at + 1) : std::nullopt;
  return unit && unit->unit->kind == "duration"
             ? std::optional(Scope{i, unit->end, unit->unit->factor})
             : std::nullopt;
}

/// "since Monday": from then to now, however long that is.
std::optional<Scope> since_scope(const FigureText& text, std::size_t i) {
  const Timex* timex = i + 1 < text.size() ? text.timex(i + 1) : nullptr;
  if (timex == nullptr || timex->type != TimexType::date) {
    return std::nullopt;
  }
  std::size_t end = i + 1;
  while (end < text.size() && text.piece(end).span.begin < timex->span.end) {
    ++end;
  }
  return Scope{.first = i, .end = end, .days = std::nullopt};
}

std::optional<Scope> scope_at(const FigureText& text, std::size_t i) {
  if (text.is(i, FigureRole::scope_alone)) {
    return Scope{.first = i, .end = i + 1, .days = text.word(i).value};
  }
  if (text.is(i, FigureRole::scope)) {
    return counted_scope(text, i);
  }
  if (text.is(i, FigureRole::scope_of)) {
    return day_scope(text, i);
  }
  return text.is(i, FigureRole::since) ? since_scope(text, i) : std::nullopt;
}

bool has_break(const FigureText& text, std::size_t from, std::size_t to, bool commas) {
  for (std::size_t i = from; i < to; ++i) {
    if (text.is_mark(i, ";") || text.is_mark(i, ".") || (commas && text.is_mark(i, ","))) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Scope> find_scopes(const FigureText& text) {
  std::vector<Scope> scopes;
  for (std::size_t i = 0; i < text.size();) {
    const auto scope = text.word(i).roles != 0 ? scope_at(text, i) : std::nullopt;
    if (scope) {
      scopes.push_back(*scope);
    }
    i = scope ? scope->end : i + 1;
  }
  return scopes;
}

const Scope* scope_of(const FigureText& text, const std::vector<Scope>& scopes,
                      const Measure& measure, std::size_t phrase_end) {
  const Scope* before = nullptr;
  for (const Scope& scope : scopes) {
    if (scope.end <= measure.first && !has_break(text, scope.end, measure.first, false)) {
      before = &scope;
    }
    if (scope.first >= phrase_end) {
      const bool clear = !has_break(text, phrase_end, scope.first, true);
      return clear ? &scope : before;
    }
  }
  return before;
}

}  // namespace parallax
