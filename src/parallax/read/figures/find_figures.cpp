#include "parallax/read/figures/find_figures.h"

#include <algorithm>

#include "parallax/read/figures/figure_text.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// "several reasons", "one part", a bare "12": amounts of which nobody would ask "how many?".
bool is_worth_noting(const Measure& measure, const CountedPhrase& phrase) {
  const bool classed = !phrase.noun_class.empty() || !phrase.verb_class.empty();
  if (measure.unit != nullptr) {
    const bool small = measure.vague && measure.high && *measure.high < 20;
    return !small && !measure.spelled_one;
  }
  if (measure.spelled_one) {
    return !phrase.verb_class.empty() || ((measure.only || measure.bounded) && classed);
  }
  if (measure.vague && measure.high && *measure.high < 20) {
    return classed;
  }
  return classed || phrase.has_head() || measure.bounded || measure.vague;
}

bool has_role(const FigureText& text, std::string_view counted_class, FigureRole role) {
  const FigureWord* word = text.lexicon().words.find(counted_class);
  return word != nullptr && word->is(role);
}

std::string counted_word(const FigureText& text, const CountedPhrase& phrase) {
  if (has_role(text, phrase.noun_class, FigureRole::thing) &&
      has_role(text, phrase.verb_class, FigureRole::of_people)) {
    return std::string(phrase.noun_class);  // "captured five villages"
  }
  if (!phrase.verb_class.empty() || !phrase.noun_class.empty()) {
    return std::string(phrase.verb_class.empty() ? phrase.noun_class : phrase.verb_class);
  }
  return phrase.has_head()
             ? fold(text.reading().text(text.span(phrase.head_begin, phrase.head_end)))
             : std::string();
}

std::string unit_name(const Measure& measure) {
  if (measure.unit != nullptr) {
    return measure.unit->unit;
  }
  return measure.fraction ? "share" : "";
}

Figure make_figure(const FigureText& text, const Measure& measure, const CountedPhrase& phrase,
                   const std::vector<Scope>& scopes) {
  const bool head_behind = phrase.has_head() && phrase.head_begin >= measure.end;
  const std::size_t end = head_behind ? phrase.head_end : measure.end;
  Figure figure;
  figure.span = text.span(measure.first, end);
  figure.low = measure.low;
  figure.high = measure.high;
  figure.approximate = measure.approximate;
  figure.unit = unit_name(measure);
  figure.counted =
      measure.unit != nullptr && measure.unit->kind == "age" ? "age" : counted_word(text, phrase);
  if (phrase.of_end > phrase.of_begin) {
    figure.of = text.span(phrase.of_begin, phrase.of_end);
  }
  const bool times = measure.unit != nullptr && measure.unit->kind == "duration";
  if (const Scope* scope = times ? nullptr : scope_of(text, scopes, measure, end)) {
    figure.scope = text.span(scope->first, scope->end);
    figure.scope_days = scope->days;
  }
  return figure;
}

/// A number, a word that bounds one, or a currency may stand here: most words are passed over.
bool may_start(const FigureText& text, std::size_t i) {
  const Piece& piece = text.piece(i);
  if (piece.value || text.is(i, FigureRole::starts) || text.is(i, FigureRole::many)) {
    return true;
  }
  if (text.is_punctuation(i)) {
    return text.is_mark(i, "$") || text.is_mark(i, "~") || piece.span.size() > 1;
  }
  return piece.number != nullptr && piece.number->kind != NumberWord::Kind::none &&
         piece.number->kind != NumberWord::Kind::joiner;
}

void find_in_sentence(FigureText& text, std::size_t sentence, std::vector<Figure>& figures) {
  text.set_sentence(sentence);
  if (!text.has_number()) {
    return;
  }
  std::vector<Scope> scopes;
  bool scopes_known = false;
  for (std::size_t i = 0; i < text.size();) {
    auto measure = may_start(text, i) ? read_measure(text, i) : std::nullopt;
    if (!measure) {
      ++i;
      continue;
    }
    const CountedPhrase phrase = read_counted(text, *measure);
    i = measure->end;
    if (!is_worth_noting(*measure, phrase)) {
      continue;
    }
    if (!scopes_known) {
      scopes = find_scopes(text);
      scopes_known = true;
    }
    figures.push_back(make_figure(text, *measure, phrase, scopes));
    i = phrase.has_head() && phrase.head_begin >= measure->end ? std::max(i, phrase.head_end) : i;
  }
}

}  // namespace

std::vector<Figure> find_figures(const Reading& reading, const FigureLexicon& lexicon) {
  std::vector<Figure> figures;
  FigureText text(reading, lexicon);
  for (std::size_t i = 0; i < reading.analysis.sentences.size(); ++i) {
    find_in_sentence(text, i, figures);
  }
  return figures;
}

}  // namespace parallax
