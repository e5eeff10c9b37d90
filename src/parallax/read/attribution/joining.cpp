#include "parallax/read/attribution/joining.h"

#include <algorithm>

#include "parallax/read/attribution/noun_phrases.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestSignature = 16;  // items

}  // namespace

void join_continued_quotes(const ArticleWords& words, Findings& findings) {
  const auto give = [&](std::size_t quote, std::int32_t owner) {
    findings.quote_owner[quote] = owner;
    findings.attributions[static_cast<std::size_t>(owner)].content.push_back(
        words.quotes[quote].span);
  };
  for (std::size_t i = words.quotes.size(); i > 0; --i) {  // "X said" behind the last paragraph
    const std::int32_t before = words.quotes[i - 1].continues;
    const std::int32_t owner = findings.quote_owner[i - 1];
    if (before >= 0 && owner != kNobody &&
        findings.quote_owner[static_cast<std::size_t>(before)] == kNobody) {
      give(static_cast<std::size_t>(before), owner);
    }
  }
  for (std::size_t i = 0; i < words.quotes.size(); ++i) {  // before the first
    const std::int32_t before = words.quotes[i].continues;
    if (before >= 0 && findings.quote_owner[i] == kNobody &&
        findings.quote_owner[static_cast<std::size_t>(before)] != kNobody) {
      give(i, findings.quote_owner[static_cast<std::size_t>(before)]);
    }
  }
}

bool read_signature(const Frame& frame, std::int32_t previous_quote, Findings& findings) {
  if (previous_quote < 0 || frame.items.size() < 2 || frame.items.size() > kLongestSignature ||
      frame.at(0) != WordClass::dash ||
      findings.quote_owner[static_cast<std::size_t>(previous_quote)] != kNobody) {
    return false;
  }
  const auto size = static_cast<std::uint32_t>(frame.items.size());
  const Range line{1, frame.at(size - 1) == WordClass::stop ? size - 1 : size};
  const auto* verb = frame.verb(line.end - 1, line);
  if (verb != nullptr && verb->form == AttributionLexicon::VerbForm::third_person) {
    return false;  // "— Tarn remembers."
  }
  const bool name = std::any_of(frame.items.begin() + 1, frame.items.end(),
                                [](const Item& item) { return item.word == WordClass::name; });
  if (line.empty() || !name || noun_phrase_at(frame, {0, size}, 1).whole.end != line.end) {
    return false;
  }
  const auto number = static_cast<std::int32_t>(findings.attributions.size());
  const auto quote = static_cast<std::size_t>(previous_quote);
  Attribution made;
  made.source.push_back(frame.span(line));
  made.content.push_back(frame.words.quotes[quote].span);
  findings.attributions.push_back(std::move(made));
  findings.subjects.push_back(frame.span(line));
  findings.parents.push_back(kNobody);
  findings.quotes.push_back(true);
  findings.quote_owner[quote] = number;
  return true;
}

}  // namespace parallax
