// How large a figure is, and what only looks like one. A number behind a name ("Division 12",
// "Resolution 822"), with letters or a hyphen glued before it ("T-72"), in an address, in brackets
// by itself, or counting the readers of the page is none.
#include <algorithm>
#include <cmath>

#include "parallax/read/figures/figure_text.h"

namespace parallax {
namespace {

using Bound = FigureLexicon::Bound;

struct BoundMatch {
  Bound bound = Bound::none;
  std::size_t end = 0;
};

std::optional<BoundMatch> bound_at(const FigureText& text, std::size_t i) {
  if (i >= text.size()) {
    return std::nullopt;
  }
  const auto match = text.lexicon().bound_phrases.match(text.reading().lower, text.pieces(), i);
  return match ? std::optional(BoundMatch{static_cast<Bound>(match->value), match->end})
               : std::nullopt;
}

/// Bounds before the number, "at least", "only about"; the last that bounds wins over "only".
Bound read_bounds(const FigureText& text, std::size_t& at, Measure& measure) {
  Bound bound = Bound::none;
  for (int count = 0; count < 3; ++count) {
    const auto next = bound_at(text, at);
    if (!next || text.is(at, FigureRole::range_and)) {
      break;
    }
    measure.only = measure.only || next->bound == Bound::exactly;
    bound = next->bound == Bound::exactly && bound != Bound::none ? bound : next->bound;
    at = next->end;
  }
  return bound;
}

void apply(Bound bound, Measure& measure) {
  switch (bound) {
    case Bound::at_least:
    case Bound::more_than:
      measure.high.reset();
      break;
    case Bound::at_most:
    case Bound::less_than:
      measure.low.reset();
      break;
    case Bound::about:
    case Bound::almost:
      measure.approximate = true;
      break;
    case Bound::none:
    case Bound::exactly:
      break;
  }
  measure.bounded = measure.bounded || (bound != Bound::none && bound != Bound::exactly);
}

/// "no. 12", "Division 12", "№ 5".
bool is_numbered(const FigureText& text, std::size_t i) {
  std::size_t before = i;
  while (before > 0 && (text.is_mark(before - 1, ".") || text.is_mark(before - 1, ":") ||
                        text.is_mark(before - 1, "#"))) {
    if (text.is_mark(before - 1, "#")) {
      return true;
    }
    --before;
  }
  if (before == 0 || !text.is(before - 1, FigureRole::numbered)) {
    return false;
  }
  return text.starts_upper(before - 1) || before != i ||
         (!text.counted(i + 1) && !text.unit(i + 1));
}

/// "Su-27", "555-12-34", "+44", "a/12": glued to something that is no range.
bool is_glued_to_name(const FigureText& text, std::size_t i) {
  if (i == 0 || !text.glued(i)) {
    return false;
  }
  if (text.is_word(i - 1)) {
    return true;
  }
  const bool joined = i >= 2 && text.glued(i - 1);
  if (text.is_mark(i - 1, "-")) {
    return joined && !text.piece(i - 2).number;
  }
  constexpr std::string_view kAddressMarks = "/_=&+#@.:?*";
  const std::string_view mark = text.word_text(i - 1);
  return mark.size() == 1 && kAddressMarks.find(mark) != std::string_view::npos &&
         (joined || mark == "+" || mark == "#");
}

/// "12." or "3)" at the start of a line, "(4)", "[5]".
bool is_list_number(const FigureText& text, std::size_t i, std::size_t end) {
  const bool opened = i > 0 && (text.is_mark(i - 1, "(") || text.is_mark(i - 1, "["));
  const bool closed = text.is_mark(end, ")") || text.is_mark(end, "]");
  const bool stop = text.is_mark(end, ".") && text.glued(end);
  return text.piece(i).plain && ((closed && (opened || i == 0)) || (i == 0 && stop));
}

/// The digits go on as an ordinal, a decade, a part of a name, a clock time or a telephone number.
bool has_name_tail(const FigureText& text, std::size_t end) {
  if (!text.glued(end)) {
    return false;
  }
  if (text.is_word(end)) {
    const bool money = text.is(end, FigureRole::money_multiplier);
    return !text.unit(end) && !money;
  }
  const bool address = text.is_mark(end, "/") || text.is_mark(end, "_") || text.is_mark(end, "=") ||
                       text.is_mark(end, "@") || text.is_mark(end, ":");
  return address && text.glued(end + 1);
}

bool is_bare_year(const FigureText& text, std::size_t i, const Amount& amount) {
  const Piece& piece = text.piece(i);
  const bool shaped = piece.plain && piece.span.size() == 4 && amount.end == i + 1;
  const bool year = shaped && amount.low >= 1800 && amount.low <= 2100;
  return year && (!text.is_word(i + 1) || text.is(i + 1, FigureRole::function));
}

bool is_amount(const FigureText& text, std::size_t i, const Amount& amount) {
  if (const Timex* timex = text.timex(i); timex != nullptr && timex->type != TimexType::duration) {
    return false;
  }
  if (text.piece(i).value) {
    const bool zero_led =
        text.word_text(i).front() == '0' && text.word_text(i).size() > 1 && amount.low >= 1;
    return !zero_led && !is_glued_to_name(text, i) && !is_numbered(text, i) &&
           !is_list_number(text, i, amount.end) && !has_name_tail(text, amount.end) &&
           !is_bare_year(text, i, amount) && !text.is(amount.end, FigureRole::counter);
  }
  // "Seven Hills", "Four Seasons": a name
  const bool named =
      i > 0 && !text.is_punctuation(i - 1) && text.starts_upper(i) && text.starts_upper(amount.end);
  const bool bare_article = text.piece(i).number != nullptr &&
                            text.piece(i).number->kind == NumberWord::Kind::article &&
                            amount.end == i + 1;
  return !named && !bare_article && !is_numbered(text, i) && !has_name_tail(text, amount.end);
}

/// The piece behind the joint of a range, "20-30", "20 to 30", "between 20 and 30"; 0 if there is
/// none.
std::size_t past_joint(const FigureText& text, std::size_t i, std::size_t at) {
  if (text.is_dash(at) && text.glued(at) && text.glued(at + 1)) {
    return at + 1;
  }
  const bool between = i > 0 && text.is(i - 1, FigureRole::range_between);
  const bool joined =
      between ? text.is(at, FigureRole::range_and) : text.is(at, FigureRole::range_to);
  return joined ? at + 1 : 0;
}

/// "rose from 20 to 30" names two figures.
bool is_change(const FigureText& text, std::size_t i) {
  if (i == 0 || !text.is(i - 1, FigureRole::range_from)) {
    return false;
  }
  for (std::size_t k = i; k > 0 && i - k < 6; --k) {
    if (text.is(k - 1, FigureRole::change)) {
      return true;
    }
  }
  return false;
}

/// Widens the measure to a range if one begins at it. False if it is a score or a date ("3-1"), no
/// amount.
bool read_range(const FigureText& text, std::size_t i, Amount& amount, Measure& measure) {
  const std::size_t joint = past_joint(text, i, amount.end);
  if (joint == 0 || joint >= text.size() || is_change(text, i)) {
    return true;
  }
  const bool dash = text.is_dash(joint - 1);
  std::size_t second_first = joint;
  if (const auto money = text.unit(joint);
      money && money->unit->kind == "money" && !text.piece(joint).value) {
    second_first = money->end;
  }
  const auto second = text.amount(second_first);
  if (!second || second->vague) {
    return !dash || !text.piece(i).plain || text.is_word(joint);
  }
  double low = amount.low;
  // "2-3 million": what multiplies the second multiplies the first
  const double factor =
      second->high / std::max(1.0, text.piece(second_first).value.value_or(second->high));
  low *= second->end > second_first + 1 && amount.low * factor < second->high && amount.low < 1000
             ? factor
             : 1;
  if (low >= second->high) {
    return !dash;
  }
  // a telephone or record number: "12-34-56"
  if (dash && text.is_dash(second->end) && text.glued(second->end) && text.glued(second->end + 1) &&
      text.piece(second->end + 1).kind == TokenKind::number) {
    return false;
  }
  measure.low = low;
  measure.high = second->high;
  amount.end = second->end;
  return true;
}

/// "km", "-day", "$" before the number.
void read_unit(const FigureText& text, Measure& measure) {
  std::size_t at = measure.end;
  const bool hyphen = text.is_dash(at) && text.glued(at) && text.glued(at + 1);
  at += hyphen ? 1 : 0;
  // "a quarter of a century"
  if (measure.fraction && text.is(at, FigureRole::of) && text.is(at + 1, FigureRole::article) &&
      text.unit(at + 2)) {
    at += 2;
  }
  // "millions of marks"
  const auto far = measure.vague && text.is(at, FigureRole::of) ? text.unit(at + 1) : std::nullopt;
  at += far && far->end > at + 1 ? 1 : 0;
  const auto unit = text.unit(at);
  if (!unit || text.is_mark(at, "t")) {
    return;
  }
  measure.unit = unit->unit;
  measure.end = unit->end;
  measure.adjective = hyphen;
}

/// "$2 billion", "EUR 5m", "magnitude 5.9": the unit before the number at `at`; moves `at` to the
/// number.
const FigureLexicon::Unit* read_unit_before(const FigureText& text, std::size_t& at) {
  const auto unit = text.unit(at);
  if (!unit || !unit->unit->leads()) {
    return nullptr;
  }
  const std::size_t number = unit->end + (text.is_dash(unit->end) ? 1 : 0);
  if (number >= text.size() || !text.piece(number).value) {
    return nullptr;
  }
  at = number;
  return unit->unit;
}

/// "$5m": the letter multiplies.
bool is_multiplied(const FigureText& text, std::size_t i) {
  return text.glued(i) && text.is(i, FigureRole::money_multiplier);
}

/// "5m euros", which is no length.
bool is_multiplied_money(const FigureText& text, std::size_t i) {
  const auto unit = is_multiplied(text, i) ? text.unit(i + 1) : std::nullopt;
  return unit && unit->unit->kind == "money";
}

void multiply(const FigureText& text, Measure& measure) {
  const double factor = text.word(measure.end).value;
  measure.low = *measure.low * factor;
  measure.high = *measure.high * factor;
  ++measure.end;
}

/// "over three days" is the time that something took, not "more than three days", unless another
/// word leads it.
bool is_scope_bound(const FigureText& text, const Measure& measure) {
  if (!text.is(measure.first, FigureRole::scope_bound) || measure.unit == nullptr ||
      measure.unit->kind != "duration") {
    return false;
  }
  return measure.first == 0 || !(text.is(measure.first - 1, FigureRole::lasting) ||
                                 text.is(measure.first - 1, FigureRole::preposition));
}

/// "many" with what became of them: an amount without a number.
std::optional<Measure> read_many(const FigureText& text, std::size_t i) {
  if (!text.is(i, FigureRole::many)) {
    return std::nullopt;
  }
  const auto verb = text.counted(text.word(i + 1).passive ? i + 2 : i + 1);
  if (!verb || verb->counted->verb_class.empty() || text.timex(i) != nullptr) {
    return std::nullopt;
  }
  Measure measure{.first = i, .number = i, .end = i + 1, .low = text.word(i).value, .high = {}};
  measure.approximate = measure.vague = true;
  return measure;
}

}  // namespace

std::optional<Measure> read_measure(const FigureText& text, std::size_t first) {
  if (auto many = read_many(text, first)) {
    return many;
  }
  Measure measure{.first = first, .number = first, .end = 0, .low = {}, .high = {}};
  std::size_t at = first;
  const Bound bound = read_bounds(text, at, measure);
  const FigureLexicon::Unit* before = at < text.size() ? read_unit_before(text, at) : nullptr;
  auto amount = text.amount(at);
  if (!amount || !is_amount(text, at, *amount)) {
    return std::nullopt;
  }
  measure.number = at;
  measure.low = amount->low;
  measure.high = amount->high;
  measure.vague = measure.approximate = amount->vague;
  measure.fraction = amount->fraction;
  measure.spelled_one = text.is(at, FigureRole::lone) && amount->end == at + 1;
  if (!read_range(text, at, *amount, measure)) {
    return std::nullopt;
  }
  measure.end = amount->end;
  if (before != nullptr ? is_multiplied(text, measure.end)
                        : is_multiplied_money(text, measure.end)) {
    multiply(text, measure);
  }
  if (before != nullptr) {
    measure.unit = before;
  } else {
    read_unit(text, measure);
  }
  if (is_scope_bound(text, measure)) {
    measure.first = measure.number;
  } else {
    apply(bound, measure);
  }
  measure.end = read_bound_behind(text, measure.end, measure);
  return measure;
}

std::size_t read_bound_behind(const FigureText& text, std::size_t i, Measure& measure) {
  if (text.is(i, FigureRole::range_and)) {
    const auto bound = bound_at(text, i);
    apply(bound ? bound->bound : Bound::none, measure);
    return bound ? bound->end : i;
  }
  if (text.is_mark(i, "+") && text.glued(i)) {
    apply(Bound::at_least, measure);
    return i + 1;
  }
  return i;
}

}  // namespace parallax
