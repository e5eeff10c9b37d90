#include "parallax/read/attribution/frame.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kLongestScareQuote = 4;  // words, marks left out

// The quotation around token `i` that stands directly in `parent`, or -1.
std::int32_t child_around(const ArticleWords& words, std::uint32_t i, std::int32_t parent) {
  std::int32_t quote = words.quote_of[i];
  while (quote != parent && quote >= 0) {
    const std::int32_t outer = words.quotes[static_cast<std::size_t>(quote)].parent;
    if (outer == parent) {
      return quote;
    }
    quote = outer;
  }
  return -1;
}

// The last byte before the closing mark of a quotation.
char last_inside(const Frame& frame, std::uint32_t item) {
  const std::string_view text = frame.words.reading.text(frame.span({item, item + 1}));
  const std::size_t last = text.find_last_not_of("\"'`\xE2\x80\x9D\x99\x9C\xC2\xBB");
  return last == std::string_view::npos ? ' ' : text[last];
}

// "Go!" Aren said: the sentence that a quotation ends goes on behind it.
bool goes_on_after(const Frame& frame, std::uint32_t item) {
  if (item == 0 || frame.at(item - 1) != WordClass::quote) {
    return false;
  }
  const Item& quote = frame.items[item - 1];
  const char last = last_inside(frame, item - 1);
  return (last == '!' || last == '?' || last == ',') && quote.tokens.size() > 1;
}

}  // namespace

std::string_view Frame::lower(std::uint32_t item) const {
  return words.reading.lower_text(span({item, item + 1}));
}

bool Frame::has_role(std::uint32_t item, std::uint16_t roles) const {
  const std::uint16_t* found = words.lexicon.word_roles.find(lower(item));
  return found != nullptr && (*found & roles) != 0;
}

bool Frame::has_ending(std::uint32_t item, const std::vector<std::string>& endings) const {
  const std::string_view word = lower(item);
  return std::ranges::any_of(endings, [word](const std::string& ending) {
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  });
}

bool Frame::looks_plural(std::uint32_t item) const {
  const std::string_view word = lower(item);
  return (has_ending(item, words.lexicon.plural_endings) &&
          !has_ending(item, words.lexicon.singular_endings)) ||
         words.lexicon.plurals.contains(word);
}

Span Frame::span(Range range) const {
  if (range.empty()) {
    return {};
  }
  const std::vector<Token>& tokens = words.reading.analysis.tokens;
  Span span{tokens[items[range.begin].tokens.begin].span.begin,
            tokens[items[range.end - 1].tokens.end - 1].span.end};
  if (const std::int32_t quote = items[range.begin].quote; quote >= 0) {
    span.begin = words.quotes[static_cast<std::size_t>(quote)].span.begin;
  }
  if (const std::int32_t quote = items[range.end - 1].quote; quote >= 0) {
    span.end = words.quotes[static_cast<std::size_t>(quote)].span.end;
  }
  return span;
}

const PhraseAt* Frame::phrase_at(const std::vector<PhraseAt>& phrases, std::uint32_t item,
                                 Range within) const {
  if (item < within.begin || item >= within.end || items[item].quote >= 0) {
    return nullptr;
  }
  const PhraseAt& found = phrases[items[item].tokens.begin];
  const std::uint32_t end = item + found.tokens;
  // No quotation may hide among its words.
  const bool plain = found.value >= 0 && end <= within.end &&
                     items[end - 1].tokens.end == items[item].tokens.begin + found.tokens;
  return plain ? &found : nullptr;
}

const AttributionLexicon::Verb* Frame::verb(std::uint32_t item, Range within,
                                            std::uint32_t* end) const {
  const PhraseAt* found = phrase_at(words.verbs, item, within);
  if (found == nullptr) {
    return nullptr;
  }
  if (end != nullptr) {
    *end = item + found->tokens;
  }
  return &words.lexicon.verbs[static_cast<std::size_t>(found->value)];
}

const AttributionLexicon::CuePhrase* Frame::phrase(std::uint32_t item, Range within,
                                                   std::uint32_t* end) const {
  const PhraseAt* found = phrase_at(words.phrases, item, within);
  if (found == nullptr) {
    return nullptr;
  }
  if (end != nullptr) {
    *end = item + found->tokens;
  }
  return &words.lexicon.cues[static_cast<std::size_t>(found->value)];
}

void lay_out(Frame& frame, Range tokens, std::int32_t parent) {
  frame.items.clear();
  frame.starts.clear();
  const ArticleWords& words = frame.words;
  for (std::uint32_t i = tokens.begin; i < tokens.end;) {
    const std::int32_t quote = child_around(words, i, parent);
    Item item{{i, i + 1}, words.classes[i]};
    if (quote >= 0) {
      item = {words.quote_tokens[static_cast<std::size_t>(quote)], WordClass::quote, quote};
      item.tokens.begin = i;
      item.tokens.end = std::max(item.tokens.end, i + 1);
    }
    const auto index = static_cast<std::uint32_t>(frame.items.size());
    const bool starts =
        index == 0 || words.sentence_of[i] != words.sentence_of[frame.items.back().tokens.end - 1];
    if (starts && !goes_on_after(frame, index)) {
      frame.starts.push_back(index);
    }
    frame.items.push_back(item);
    i = item.tokens.end;
  }
  frame.starts.push_back(static_cast<std::uint32_t>(frame.items.size()));
}

bool is_report(const Frame& frame, Range within, std::uint32_t item) {
  const bool word = item < within.end && frame.at(item) == WordClass::word;
  const auto* verb = word ? frame.verb(item, within) : nullptr;
  return verb != nullptr && (verb->takes & kWeak) == 0 &&
         (verb->form == AttributionLexicon::VerbForm::past ||
          verb->form == AttributionLexicon::VerbForm::third_person);
}

bool ends_in_comma(const Frame& frame, std::uint32_t item) {
  return frame.at(item) == WordClass::quote && last_inside(frame, item) == ',';
}

bool is_speech(const Frame& frame, std::uint32_t item) {
  const Item& quote = frame.items[item];
  if (quote.word != WordClass::quote) {
    return false;
  }
  std::uint32_t count = 0;
  for (std::uint32_t i = quote.tokens.begin; i < quote.tokens.end; ++i) {
    count += frame.words.reading.analysis.tokens[i].kind != TokenKind::punctuation ? 1 : 0;
  }
  if (count > kLongestScareQuote) {
    return true;
  }
  const char last = last_inside(frame, item);
  return last == ',' || last == '!' || last == '?' || last == '.';
}

}  // namespace parallax
