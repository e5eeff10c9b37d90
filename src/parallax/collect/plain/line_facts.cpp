#include "parallax/collect/plain/line_facts.h"

#include "parallax/collect/plain/line_shape.h"

namespace parallax {

LineFacts facts_of(std::string_view line, const PageRules& rules) {
  constexpr std::size_t kRuleWords = 30;  // a longer line is prose, whatever it begins with
  constexpr std::size_t kFullParagraph = 15;
  constexpr std::size_t kAnyParagraph = 25;
  LineFacts facts;
  facts.words = count_words(line);
  facts.sentence = ends_sentence(line);
  facts.url = url_line(line).has_value();
  facts.rule = facts.words <= kRuleWords ? find_rule(line, rules) : nullptr;
  const bool full = ends_with_full_stop(line) || bullet_bytes(line) > 0;
  const bool long_enough = (facts.words >= kFullParagraph && full) || facts.words >= kAnyParagraph;
  facts.prose = long_enough && facts.rule == nullptr && !facts.url;
  return facts;
}

}  // namespace parallax
