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

/// A scraped text that has no address of its own has that of the original.
void take_address(std::vector<Evidence>& evidence) {
  const auto is_address = [](const Evidence& one) {
    return one.field == MetadataField::origin && one.value.contains("://");
  };
  const bool known =
      std::ranges::find(evidence, MetadataField::url, &Evidence::field) != evidence.end();
  const auto original = std::ranges::find_if(evidence, is_address);
  if (known || original == evidence.end()) {
    return;
  }
  Evidence same = *original;
  same.field = MetadataField::url;
  same.sure = Sure::weak;
  evidence.push_back(std::move(same));
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
    if (line.words.size() <= kLongestLine && line.role != Role::caption) {
      add(origin_in_line(line.words, rules), EvidenceSource::byline, line, evidence);
    }
  }
  take_address(evidence);
}

}  // namespace parallax
