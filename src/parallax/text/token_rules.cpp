#include <algorithm>
#include <utility>

#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

constexpr std::pair<std::string_view, FormKind> kKinds[] = {
    {"whole", FormKind::whole},         {"split", FormKind::split},
    {"ending", FormKind::ending},       {"prefix", FormKind::prefix},
    {"suffix", FormKind::suffix},       {"unit", FormKind::unit},
    {"extension", FormKind::extension}, {"emoticon", FormKind::emoticon}};

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

/// A form in ASCII lower case with straight apostrophes, without memory of its own. Empty if it is
/// longer than any form.
class Plain {
 public:
  explicit Plain(std::string_view form) {
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (size_ == bytes_.size()) {
        size_ = 0;
        return;
      }
      char c = form[i];
      if (c == kCurlyApostrophe[0] && form.substr(i).starts_with(kCurlyApostrophe)) {
        c = '\'';
        i += kCurlyApostrophe.size() - 1;
      }
      c = c == '`' ? '\'' : c;
      bytes_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, TokenRules::kLongestForm> bytes_;  // only the first `size_` are set
  std::size_t size_ = 0;
};

}  // namespace

TokenRules TokenRules::load(const DataFiles& data, std::string_view language) {
  TokenRules rules;
  const std::string folder = "lang/" + std::string(language) + "/";
  for (const auto& row : tsv_rows(data.file(folder + "tokens.tsv"))) {
    const auto* const kind =
        std::ranges::find(kKinds, cell(row, 1), [](auto& k) { return k.first; });
    if (kind == std::end(kKinds)) {
      continue;
    }
    if (kind->second == FormKind::split) {
      rules.add_split(cell(row, 0), cell(row, 2));
    } else {
      rules.add(cell(row, 0), kind->second);
    }
  }
  for (const auto& row : tsv_rows(data.file(folder + "abbreviations.tsv"))) {
    rules.add(cell(row, 0), cell(row, 1) == "never" ? FormKind::never_ends : FormKind::may_end);
  }
  return rules;
}

void TokenRules::add(std::string_view form, FormKind kind) {
  const Plain plain(form);
  if (plain.view().empty()) {
    return;
  }
  forms_[plain.view()].kinds |= static_cast<std::uint16_t>(kind);
}

void TokenRules::add_split(std::string_view parts, std::string_view before) {
  std::string joined;
  Form form;
  std::size_t cuts = 0;
  for (const std::string_view part : split_list(parts, '|')) {
    if (!joined.empty() && cuts < form.cuts.size()) {
      form.cuts[cuts++] = static_cast<std::uint8_t>(joined.size());
    }
    joined += part;
  }
  add(joined, FormKind::split);
  Form& added = forms_[joined];
  added.cuts = form.cuts;
  for (const std::string_view next : split_list(before, ' ')) {
    added.conditional = true;
    pairs_[joined + ' ' + std::string(next)] = true;
  }
}

bool TokenRules::splits_before(std::string_view form, std::string_view next) const {
  return pairs_.contains(ascii_lower(form) + ' ' + ascii_lower(next));
}

TokenRules::Form TokenRules::find(std::string_view form) const {
  const Plain plain(form);
  const Form* const known = plain.view().empty() ? nullptr : forms_.find(plain.view());
  return known == nullptr ? Form{} : *known;
}

}  // namespace parallax
