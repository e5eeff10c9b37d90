#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/text/data_files.h"
#include "parallax/text/word_table.h"

namespace parallax {

/// What a written form is to the tokeniser: `data/lang/xx/tokens.tsv` explains the kinds.
enum class FormKind : std::uint16_t {
  whole = 1,         ///< one token, whatever marks are in it: "o'clock", "'em", "w/o"
  split = 2,         ///< several words written as one: "cannot", "dont"
  ending = 4,        ///< a word of its own behind another: "'s", "n't"
  prefix = 8,        ///< stays with what follows its hyphen: "non-", "mid-"
  suffix = 16,       ///< stays with what stands before its hyphen: "-wise"
  unit = 32,         ///< a word of its own behind digits: "10km", "5pm"
  extension = 64,    ///< the last part of a host or file name: "com", "doc"
  emoticon = 128,    ///< marks that are one token: ":-)"
  never_ends = 256,  ///< an abbreviation that keeps its full stop at a sentence's end: "Gen."
  may_end = 512,     ///< an abbreviation that does so elsewhere: "Inc."
};

/// The forms of one language that tokens are not cut by rule at. Immutable; any thread may ask it.
class TokenRules {
 public:
  /// `lang/xx/tokens.tsv` and `lang/xx/abbreviations.tsv`.
  static TokenRules load(const DataFiles& data, std::string_view language);

  struct Form {
    std::uint16_t kinds = 0;                ///< a sum of `FormKind`
    std::array<std::uint8_t, 3> cuts = {};  ///< of `split`: bytes before the second, third, fourth
                                            ///< word; 0: none
    bool conditional = false;               ///< `split` only before some words, see `splits_before`
    bool is(FormKind kind) const { return (kinds & static_cast<std::uint16_t>(kind)) != 0; }
  };
  static constexpr std::size_t kLongestForm = 24;  ///< in bytes

  /// What is said of a form, which is looked for in ASCII lower case with straight apostrophes;
  /// no kinds where nothing is.
  Form find(std::string_view form) const;
  bool is(std::string_view form, FormKind kind) const { return find(form).is(kind); }
  /// Whether a conditional form is several words where `next` stands behind it.
  bool splits_before(std::string_view form, std::string_view next) const;

 private:
  void add(std::string_view form, FormKind kind);
  void add_split(std::string_view parts, std::string_view before);

  WordTable<Form> forms_;
  WordTable<bool> pairs_;  ///< "its just"
};

/// The tokens of one sentence after the conventions of UD English, ascending. Together they hold
/// every non-space byte. Linear time.
void append_tokens(std::string_view text, Span sentence, const TokenRules& rules,
                   std::vector<Token>& out);

/// Whether a token is a quotation mark of any shape, single or double.
bool is_quote_mark(std::string_view token);

}  // namespace parallax
