#include "parallax/collect/plain/line_origin.h"

#include <algorithm>

#include "parallax/collect/origin.h"

namespace parallax {
namespace {

constexpr std::size_t kParagraph = 60;  // bytes
constexpr std::size_t kLongestLine = 240;

void add(const std::optional<Origin>& origin, EvidenceSource source, const TextLine& line,
         std::vector<Evidence>& evidence) {
  if (origin) {
    evidence.push_back({.field = MetadataField::origin,
                        .source = source,
                        .sure = origin->sure,
                        .value = origin->value,
                        .words = std::string(origin->words),
                        .where = {line.where.begin, line.where.end}});
  }
}

bool is_paragraph(const TextLine& line) {
  return line.role == Role::body && line.words.size() >= kParagraph;
}

}  // namespace

void find_origin(std::span<const TextLine> lines, const PageRules& rules,
                 std::vector<Evidence>& evidence) {
  const auto first = std::ranges::find_if(lines, is_paragraph);
  if (first != lines.end()) {
    add(origin_in_opening(first->words, rules), EvidenceSource::dateline, *first, evidence);
  }
  const auto is_body = [](const TextLine& line) { return line.role == Role::body; };
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_body);
  if (last != lines.rend()) {
    add(origin_in_ending(last->words, rules), EvidenceSource::dateline, *last, evidence);
  }
  for (const TextLine& line : lines) {
    if (line.words.size() <= kLongestLine) {
      add(origin_in_line(line.words, rules), EvidenceSource::byline, line, evidence);
    }
  }
}

}  // namespace parallax
