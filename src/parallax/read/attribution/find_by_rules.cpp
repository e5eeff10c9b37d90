#include "parallax/read/attribution/find_by_rules.h"

#include <algorithm>
#include <utility>

#include "parallax/read/attribution/joining.h"

namespace parallax {
namespace {

constexpr std::uint32_t kLongestDateline = 14;   // tokens
constexpr std::uint32_t kShortestQuoteRead = 5;  // tokens, marks among them

class RuleReader {
 public:
  explicit RuleReader(const ArticleWords& words) : words_(words), frame_(words) {
    findings_.quote_owner.assign(words.quotes.size(), kNobody);
  }

  Findings read() {
    for (const Paragraph& paragraph : words_.paragraphs) {
      read_paragraph(paragraph);
    }
    if (previous_quote_ >= 0 && is_free(previous_quote_)) {
      give_to_speech();
    }
    frame_.headline = false;
    for (std::size_t i = 0; i < words_.quotes.size(); ++i) {
      read_inside(i);
    }
    join_continued_quotes(words_, findings_);
    return std::move(findings_);
  }

 private:
  void read_paragraph(const Paragraph& paragraph) {
    if (paragraph.running) {
      lay_out(frame_, without_dateline(paragraph.tokens), -1);
    }
    if (!paragraph.running || frame_.items.empty()) {  // "25 -----" is a dateline and nothing else
      findings_.last_speech = kNobody;
      previous_quote_ = -1;
      return;
    }
    frame_.headline = paragraph.headline;
    const std::int32_t waiting = findings_.awaits_quote;
    const std::int32_t speech = findings_.last_speech;
    findings_.awaits_quote = kNobody;
    findings_.last_speech = kNobody;
    if (!read_signature(frame_, previous_quote_, findings_)) {
      attribute(frame_, previous_quote_, findings_);
    }
    const std::int32_t first = frame_.items.front().quote;
    if (waiting != kNobody && first >= 0 && is_free(first)) {
      findings_.quote_owner[static_cast<std::size_t>(first)] = waiting;
      findings_.attributions[static_cast<std::size_t>(waiting)].content.push_back(
          words_.quotes[static_cast<std::size_t>(first)].span);
    }
    const bool alone = first >= 0 && is_speech(frame_, 0) && frame_.items.size() <= 2 &&
                       (frame_.items.size() == 1 || frame_.at(1) == WordClass::stop);
    if (previous_quote_ >= 0 && is_free(previous_quote_)) {
      give_to_speech();
    }
    previous_quote_ = alone && is_free(first) ? first : -1;
    previous_speech_ = speech;
    if (previous_quote_ >= 0) {
      findings_.last_speech = speech;
    }
  }

  // A paragraph that is one quotation, behind one that ends with somebody's words, and no dash line
  // behind it: the same voice goes on.
  void give_to_speech() {
    if (previous_speech_ == kNobody) {
      return;
    }
    findings_.quote_owner[static_cast<std::size_t>(previous_quote_)] = previous_speech_;
    findings_.attributions[static_cast<std::size_t>(previous_speech_)].content.push_back(
        words_.quotes[static_cast<std::size_t>(previous_quote_)].span);
  }

  // "HARSK (Meridian) — ": the place from which a report was sent.
  Range without_dateline(Range tokens) const {
    const std::uint32_t last = std::min(tokens.end, tokens.begin + kLongestDateline);
    for (std::uint32_t i = tokens.begin; i < last; ++i) {
      const WordClass word = words_.classes[i];
      if (word == WordClass::dash && i > tokens.begin) {
        return is_upper_case(tokens.begin) ? Range{i + 1, tokens.end} : tokens;
      }
      if (word == WordClass::stop || word == WordClass::colon ||
          word == WordClass::subject_pronoun) {
        break;
      }
    }
    return tokens;
  }

  bool is_upper_case(std::uint32_t token) const {
    const std::string_view word = words_.reading.token(token);
    return word.size() > 3 &&
           std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  bool is_free(std::int32_t quote) const {
    return findings_.quote_owner[static_cast<std::size_t>(quote)] == kNobody;
  }

  void read_inside(std::size_t quote) {
    Range tokens = words_.quote_tokens[quote];
    if (tokens.size() < kShortestQuoteRead) {
      return;
    }
    while (!tokens.empty() && words_.classes[tokens.begin] == WordClass::mark) {
      ++tokens.begin;
    }
    while (!tokens.empty() && words_.classes[tokens.end - 1] == WordClass::mark) {
      --tokens.end;
    }
    if (!tokens.empty()) {
      lay_out(frame_, tokens, static_cast<std::int32_t>(quote));
      attribute(frame_, -1, findings_);
    }
  }

  const ArticleWords& words_;
  Frame frame_;
  Findings findings_;
  std::int32_t previous_quote_ = -1;
  std::int32_t previous_speech_ = kNobody;
};

}  // namespace

Findings find_by_rules(const ArticleWords& words) { return RuleReader(words).read(); }

}  // namespace parallax
