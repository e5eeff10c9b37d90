#include <initializer_list>

#include "parallax/core/names_of_values.h"
#include "parallax/present/citation.h"
#include "parallax/present/escape.h"
#include "parallax/present/present.h"

namespace parallax {
namespace {

void append_row(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) {
      out += ',';
    }
    append_csv(out, cell);
    first = false;
  }
  out += "\r\n";
}

void append_claim(std::string& out, const Question& question, std::size_t position_index,
                  const PositionClaim& stated, Citations& citations) {
  const Claim& claim = stated.claim;
  const Citation citation = citations.cite(claim);
  const auto source = citation.source;
  append_row(out, {question.id, to_string(question.type), to_string(question.scope),
                   to_string(question.verdict), question.title, std::to_string(position_index + 1),
                   question.positions[position_index].answer, claim.answer, stated.voice.side,
                   stated.voice.outlet, stated.voice.speaker.value_or(""), citation.path,
                   std::to_string(claim.anchor.span.begin), std::to_string(claim.anchor.span.end),
                   source ? std::to_string(source->begin) : std::string(),
                   source ? std::to_string(source->end) : std::string(), citation.before,
                   citation.words, citation.after});
}

}  // namespace

std::string questions_as_csv(const Presented& presented) {
  std::string out;
  append_row(out, {"question", "type", "scope", "verdict", "title", "position", "position_answer",
                   "answer", "side", "outlet", "speaker", "article", "begin", "end", "source_begin",
                   "source_end", "before", "words", "after"});
  Citations citations(presented);
  for (const Question& question : presented.questions) {
    for (std::size_t i = 0; i < question.positions.size(); ++i) {
      for (const PositionClaim& claim : question.positions[i].claims) {
        append_claim(out, question, i, claim, citations);
      }
    }
  }
  return out;
}

}  // namespace parallax
