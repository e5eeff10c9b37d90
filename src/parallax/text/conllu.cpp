#include "parallax/text/conllu.h"

#include <array>
#include <charconv>

#include "parallax/core/names_of_values.h"

namespace parallax {
namespace {

constexpr std::size_t kColumns = 10;
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

/// Puts lines together to sentences.
class Parser {
 public:
  /// What is wrong with the line, or null.
  const char* add(std::string_view line) {
    if (line.empty()) {
      return close();
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
    return columns[0].find('-') != std::string_view::npos ? add_range(columns) : add_word(columns);
  }

  const char* close() {
    for (const ConlluWord& word : sentence_.words) {
      if (word.head > sentence_.words.size()) {
        return "a head lies outside of its sentence";
      }
    }
    if (!sentence_.words.empty()) {
      sentences_.push_back(std::move(sentence_));
      sentence_ = {};
      range_end_ = 0;
    }
    return nullptr;
  }

  std::vector<ConlluSentence> take() { return std::move(sentences_); }

 private:
  const char* add_range(const Columns& columns) {
    std::string_view rest = columns[0];
    const bool numbers =
        parse_number(take_until(rest, '-'), range_begin_) && parse_number(rest, range_end_);
    range_has_no_space_ = has_no_space_after(columns[9]);
    return numbers ? nullptr : "the first column is a number or a range";
  }

  const char* add_word(const Columns& columns) {
    std::uint32_t number = 0;
    if (!parse_number(columns[0], number) || number != sentence_.words.size() + 1) {
      return "words are numbered from 1";
    }
    ConlluWord word{.form = std::string(columns[1]),
                    .lemma = columns[1] == "_" ? "_" : filled(columns[2]),
                    .upos = from_string<Upos>(columns[3]).value_or(Upos::none),
                    .xpos = filled(columns[4]),
                    .feats = filled(columns[5]),
                    .deprel = filled(columns[7])};
    if (columns[6] != "_" && !parse_number(columns[6], word.head)) {
      return "a head is a number";
    }
    const bool in_range = number <= range_end_ && number >= range_begin_;
    word.joined = in_range && number > range_begin_;
    word.space_after =
        in_range ? number == range_end_ && !range_has_no_space_ : !has_no_space_after(columns[9]);
    sentence_.words.push_back(std::move(word));
    return nullptr;
  }

  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
  std::uint32_t range_begin_ = 0;
  std::uint32_t range_end_ = 0;
  bool range_has_no_space_ = false;
};

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
    const bool whole = line.size() == key.size() || line.substr(key.size()).starts_with(" ");
    if (line.starts_with(key) && whole) {
      return true;
    }
  }
  return false;
}

Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text) {
  Parser parser;
  std::size_t number = 0;
  const char* wrong = nullptr;
  while (!text.empty() && wrong == nullptr) {
    std::string_view line = take_until(text, '\n');
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    wrong = parser.add(line);
    ++number;
  }
  wrong = wrong == nullptr ? parser.close() : wrong;
  if (wrong != nullptr) {
    return std::unexpected(Error{
        ErrorCode::bad_format, "line " + std::to_string(number) + " of the CoNLL-U: " + wrong, {}});
  }
  return parser.take();
}

}  // namespace parallax
