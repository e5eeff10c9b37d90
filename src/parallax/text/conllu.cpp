#include "parallax/text/conllu.h"

#include <array>
#include <charconv>

#include "parallax/core/names_of_values.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kColumns = 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
using Columns = std::array<std::string_view, kColumns>;

std::string_view take_until(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return taken;
}

bool split_columns(std::string_view line, Columns& columns) {
  for (std::size_t i = 0; i + 1 < kColumns; ++i) {
    if (line.find('\t') == std::string_view::npos) {
      return false;
    }
    columns[i] = take_until(line, '\t');
  }
  columns.back() = line;
  return line.find('\t') == std::string_view::npos;
}

bool parse_number(std::string_view digits, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && !digits.empty();
}

std::string filled(std::string_view column) {
  return column == "_" ? std::string() : std::string(column);
}

bool has_no_space_after(std::string_view misc) {
  while (!misc.empty()) {
    if (take_until(misc, '|') == "SpaceAfter=No") {
      return true;
    }
  }
  return false;
}

TokenKind kind_of(std::string_view form) {
  TokenKind kind = TokenKind::punctuation;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    if (is_letter(point.value)) {
      return TokenKind::word;
    }
    kind = point.value >= '0' && point.value <= '9' ? TokenKind::number : kind;
    at += point.size;
  }
  return kind;
}

}  // namespace

std::string_view ConlluSentence::comment(std::string_view key) const {
  for (std::string_view line : comments) {
    if (line.starts_with(key) && line.substr(key.size()).starts_with(" = ")) {
      return line.substr(key.size() + 3);
    }
  }
  return {};
}

bool ConlluSentence::has_comment(std::string_view key) const {
  for (std::string_view line : comments) {
    if (line.starts_with(key) && (line.size() == key.size() || line[key.size()] == ' ')) {
      return true;
    }
  }
  return false;
}

Result<void> ConlluParser::add(std::string_view line) {
  ++line_;
  line.remove_prefix(line_ == 1 && line.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  line.remove_suffix(line.ends_with('\r') ? 1 : 0);
  sentence_bytes_ += line.size();
  return result(add_checked(line));
}

Result<void> ConlluParser::finish() { return result(close()); }

std::vector<ConlluSentence> ConlluParser::take() {
  std::vector<ConlluSentence> taken = std::move(sentences_);
  sentences_.clear();
  return taken;
}

Result<void> ConlluParser::result(const char* wrong) const {
  if (wrong == nullptr) {
    return {};
  }
  return std::unexpected(Error{
      ErrorCode::bad_format, "line " + std::to_string(line_) + " of the CoNLL-U: " + wrong, {}});
}

const char* ConlluParser::add_checked(std::string_view line) {
  if (line.empty()) {
    return close();
  }
  if (sentence_bytes_ > kMostSentenceBytes) {
    return "the sentence is longer than 16 MiB; a blank line ends a sentence";
  }
  if (!is_valid_utf8(line)) {
    return "this is not UTF-8";
  }
  if (line.front() == '#') {
    line.remove_prefix(line.starts_with("# ") ? 2 : 1);
    sentence_.comments.emplace_back(line);
    return nullptr;
  }
  Columns columns;
  if (!split_columns(line, columns)) {
    return "a line has ten columns with tabs between them";
  }
  if (columns[0].find('.') != std::string_view::npos) {
    return nullptr;
  }
  if (columns[1].empty()) {
    return "a word has no form";
  }
  return columns[0].find('-') != std::string_view::npos
             ? add_range(columns[0], columns[1], columns[9])
             : add_word(columns);
}

const char* ConlluParser::add_range(std::string_view number, std::string_view form,
                                    std::string_view misc) {
  ConlluRange range{.form = std::string(form), .misc = filled(misc)};
  std::string_view rest = number;
  if (!parse_number(take_until(rest, '-'), range.first) || !parse_number(rest, range.last)) {
    return "the first column is a number or a range";
  }
  const bool overlaps = !sentence_.ranges.empty() && sentence_.ranges.back().last >= range.first;
  if (range.first != sentence_.words.size() + 1 || range.last < range.first || overlaps) {
    return "a range begins at the next word and overlaps no other";
  }
  sentence_.ranges.push_back(std::move(range));
  return nullptr;
}

const char* ConlluParser::add_word(std::span<const std::string_view> columns) {
  std::uint32_t number = 0;
  if (!parse_number(columns[0], number) || number != sentence_.words.size() + 1) {
    return "the words of a sentence are numbered from 1";
  }
  ConlluWord word{.form = std::string(columns[1]),
                  .lemma = columns[1] == "_" ? "_" : filled(columns[2]),
                  .upos = from_string<Upos>(columns[3]).value_or(Upos::none),
                  .xpos = filled(columns[4]),
                  .feats = filled(columns[5]),
                  .deprel = filled(columns[7]),
                  .misc = filled(columns[9])};
  if (columns[6] != "_" && !parse_number(columns[6], word.head)) {
    return "a head is a number";
  }
  const ConlluRange* const range =
      !sentence_.ranges.empty() && number <= sentence_.ranges.back().last ? &sentence_.ranges.back()
                                                                          : nullptr;
  word.joined = range != nullptr && number > range->first;
  word.space_after = range == nullptr ? !has_no_space_after(word.misc)
                                      : number == range->last && !has_no_space_after(range->misc);
  sentence_.words.push_back(std::move(word));
  last_word_line_ = line_;
  return nullptr;
}

const char* ConlluParser::close() {
  const std::size_t count = sentence_.words.size();
  const bool ranges_fit = sentence_.ranges.empty() || sentence_.ranges.back().last <= count;
  const bool heads_fit = std::ranges::all_of(
      sentence_.words, [&](const ConlluWord& word) { return word.head <= count; });
  if (!ranges_fit || !heads_fit) {
    line_ = std::max<std::size_t>(last_word_line_, 1);
    return ranges_fit ? "a head lies outside of the sentence that ends here"
                      : "a range goes beyond the sentence that ends here";
  }
  if (count > 0) {
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    sentence_bytes_ = 0;
  }
  return nullptr;
}

Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text) {
  ConlluParser parser;
  Result<void> read;
  while (!text.empty() && read) {
    read = parser.add(take_until(text, '\n'));
  }
  read = read ? parser.finish() : read;
  if (!read) {
    return std::unexpected(read.error());
  }
  return parser.take();
}

ConlluText text_of(std::span<const ConlluSentence> sentences) {
  ConlluText made;
  std::string& text = made.text;
  std::uint32_t paragraph = 0;
  const auto size = [&text] { return static_cast<std::uint32_t>(text.size()); };
  for (const ConlluSentence& sentence : sentences) {
    const bool breaks = sentence.has_comment("newpar") || sentence.has_comment("newdoc");
    if (breaks && !text.empty()) {
      text += '\n';
      ++paragraph;
    }
    const std::uint32_t begin = size();
    std::uint32_t end = begin;
    for (const ConlluWord& word : sentence.words) {
      const std::uint32_t word_begin = size();
      text += word.form;
      end = size();
      Token token{.span = {word_begin, end}, .kind = kind_of(word.form)};
      token.joined = word.joined;
      made.analysis.tokens.push_back(token);
      text += word.space_after ? " " : "";
    }
    text.resize(end);
    made.analysis.sentences.push_back({.span = {begin, end}, .paragraph = paragraph});
    text += '\n';
  }
  return made;
}

}  // namespace parallax
