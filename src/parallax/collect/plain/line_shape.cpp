#include "parallax/collect/plain/line_shape.h"

#include <algorithm>
#include <array>

#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::string_view kSpace = " \t";
constexpr std::size_t kLongestRuleLine = 300;

bool is_closing(char32_t c) {
  constexpr std::u32string_view kClosing = U"\"')]»”’}";
  return kClosing.contains(c);
}
bool is_sentence_end(char32_t c) {
  constexpr std::u32string_view kEnds = U".!?…։؟。";
  return kEnds.contains(c);
}

char32_t first_of(std::string_view text) {
  return text.empty() ? U' ' : code_point_at(text, 0).value;
}
char32_t last_of(std::string_view text) {
  return text.empty() ? U' ' : code_point_before(text, text.size()).value;
}

std::string_view without_closing(std::string_view line) {
  while (!line.empty()) {
    const CodePoint last = code_point_before(line, line.size());
    if (!is_closing(last.value)) {
      break;
    }
    line.remove_suffix(last.size);
  }
  return line;
}

/// Calls `each` with every word of the line until it returns false.
template <typename Each>
void for_each_word(std::string_view line, Each each) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  for (auto at = std::ranges::find_if_not(line, is_space); at != line.end();) {
    const auto end = std::find_if(at, line.end(), is_space);
    if (!each(std::string_view(at, end))) {
      return;
    }
    at = std::find_if_not(end, line.end(), is_space);
  }
}

char32_t first_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_letter(point.value)) {
      return point.value;
    }
    at += point.size;
  }
  return 0;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == ' ';
  });
}

std::string_view without_end_marks(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" .:!?*…»>|");
  return end == std::string_view::npos ? line : line.substr(0, end + 1);
}

bool is_boundary(std::string_view prefix, std::string_view line) {
  if (prefix.size() >= line.size()) {
    return true;
  }
  return !is_letter(last_of(prefix)) || !is_letter(code_point_at(line, prefix.size()).value);
}

}  // namespace

std::size_t count_words(std::string_view line, std::size_t most) {
  std::size_t words = 0;
  for_each_word(line, [&](std::string_view) { return ++words < most; });
  return words;
}

bool ends_sentence(std::string_view line) {
  return is_sentence_end(last_of(without_closing(trim(line))));
}

bool ends_with_full_stop(std::string_view line) {
  const char32_t last = last_of(without_closing(trim(line)));
  return is_sentence_end(last) && last != U'?' && last != U'!';
}

std::size_t bullet_bytes(std::string_view line) {
  constexpr std::u32string_view kBullets = U"-•*·▪●○◦‣■►▶–";
  if (line.empty()) {
    return 0;
  }
  const CodePoint first = code_point_at(line, 0);
  const std::string_view rest = line.substr(first.size);
  const bool spaced = rest.empty() || rest.front() == ' ' || rest.front() == '\t';
  if (!kBullets.contains(first.value) || !spaced) {
    return 0;
  }
  const std::size_t words = rest.find_first_not_of(kSpace);
  return words == std::string_view::npos ? line.size() : first.size + words;
}

unsigned item_number(std::string_view line) {
  unsigned number = 0;
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') {
    number = number * 10 + static_cast<unsigned>(line[at] - '0');
    ++at;
  }
  const bool marked =
      at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
  return marked ? number : 0;
}

bool starts_with_dash(std::string_view line) {
  const char32_t first = first_of(line);
  return first == U'—' || first == U'–' || first == U'―' || line.starts_with("--");
}

bool is_wholly_quoted(std::string_view line) {
  static constexpr std::array<std::pair<char32_t, char32_t>, 6> kMarks = {
      {{U'"', U'"'}, {U'“', U'”'}, {U'«', U'»'}, {U'„', U'“'}, {U'‘', U'’'}, {U'»', U'«'}}};
  const char32_t first = first_of(line);
  const auto* const marks = std::ranges::find(kMarks, first, &std::pair<char32_t, char32_t>::first);
  const std::size_t end = line.find_last_not_of(".,");
  if (marks == kMarks.end() || end == std::string_view::npos) {
    return false;
  }
  const std::string_view inside = line.substr(0, end + 1);
  if (count_words(line, 4) < 4 || last_of(inside) != marks->second) {
    return false;
  }
  std::size_t opened = 0;
  for (std::size_t at = 0; at < inside.size();) {
    const CodePoint point = code_point_at(inside, at);
    const bool is_end = at + point.size == inside.size();
    if (point.value == marks->second && !(at == 0)) {
      const bool letter_follows =  // an apostrophe closes nothing: ‘It’s ours’
          !is_end && marks->second == U'’' &&
          is_letter(code_point_at(inside, at + point.size).value);
      opened -= letter_follows ? 0 : 1;
      if (opened == 0) {
        return is_end;
      }
    } else if (point.value == marks->first) {
      ++opened;
    }
    at += point.size;
  }
  return false;
}

bool is_name(std::string_view line) {
  std::size_t words = 0;
  bool capitals = true;
  for_each_word(line, [&](std::string_view word) {
    ++words;
    const char32_t first = first_letter(word);
    const bool particle = words > 1 && word.size() <= 3 && word.find('.') == std::string_view::npos;
    capitals = capitals && first != 0 && (is_upper(first) || particle) &&
               word.find_first_of("0123456789@:;/|,!?\"") == std::string_view::npos;
    return capitals && words <= 5;
  });
  const bool stop = line.ends_with('.') && !line.ends_with("Jr.") && !line.ends_with("Sr.");
  return capitals && words >= 2 && words <= 5 && !stop && is_upper(first_letter(line));
}

bool is_title_case(std::string_view line) {
  std::size_t long_words = 0;
  std::size_t capitals = 0;
  for_each_word(line, [&](std::string_view word) {
    const char32_t first = first_letter(word);
    if (word.size() > 3 && first != 0) {
      ++long_words;
      capitals += is_upper(first) ? 1 : 0;
    }
    return true;
  });
  return long_words >= 3 && capitals == long_words;
}

bool is_all_capitals(std::string_view line) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (is_letter(point.value)) {
      if (!is_upper(point.value)) {
        return false;
      }
      ++letters;
    }
    at += point.size;
  }
  return letters >= 2;
}

bool is_counter(std::string_view line) {
  const std::size_t mark = line.find_first_of(":(");
  if (mark == std::string_view::npos || mark == 0 || count_words(line.substr(0, mark), 4) > 2) {
    return false;
  }
  std::string_view number = trim(line.substr(mark + 1));
  if (line[mark] == '(') {
    if (!number.ends_with(')')) {
      return false;
    }
    number.remove_suffix(1);
  }
  return all_digits(number);
}

std::vector<std::string_view> menu_parts(std::string_view line) {
  static constexpr std::array<std::string_view, 9> kSigns = {"|",   "•",   "·",   "»",   " / ",
                                                             " > ", " - ", " – ", " :: "};
  const std::size_t bullet = bullet_bytes(line);
  line.remove_prefix(bullet);
  for (const std::string_view sign : kSigns) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = line.find(sign); at != std::string_view::npos && parts.size() < 64;
         at = line.find(sign, begin)) {
      parts.push_back(trim(line.substr(begin, at - begin)));
      begin = at + sign.size();
    }
    if (!parts.empty()) {
      parts.push_back(trim(line.substr(begin)));
      std::erase_if(parts, [](std::string_view part) { return part.empty(); });
      return parts;
    }
  }
  return {line};
}

bool is_menu(std::string_view line) {
  if (line.size() > kLongestRuleLine) {
    return false;
  }
  const auto parts = menu_parts(line);
  return parts.size() >= 3 && parts.size() >= (has_spaced_dash(line) ? 4U : 3U) &&
         std::ranges::all_of(parts, [](std::string_view part) {
           return count_words(part, 5) <= 3 && !ends_sentence(part) &&
                  part.find_first_of(",\"") == std::string_view::npos;
         });
}

bool looks_like_outlet(std::string_view part) {
  const std::size_t dot = part.find('.');
  const bool host = dot != std::string_view::npos && dot > 0 && dot + 2 < part.size() &&
                    part.find(' ') == std::string_view::npos;
  return host || (is_all_capitals(part) && part.size() > 3 && count_words(part, 6) <= 4);
}

bool has_spaced_dash(std::string_view line) {
  return line.contains(" - ") || line.contains(" – ") || line.contains(" — ");
}

std::optional<UrlLine> url_line(std::string_view line) {
  if (line.size() > 2048) {
    return std::nullopt;
  }
  const std::string lower = ascii_lower(line);
  std::size_t at = lower.find("http://");
  at = std::min(at, lower.find("https://"));
  at = std::min(at, lower.find("www."));
  if (at == std::string::npos || line.find_first_of(kSpace, at) != std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view label = trim(line.substr(0, at));
  if (!label.empty() && (!label.ends_with(':') || count_words(label, 6) > 4)) {
    return std::nullopt;
  }
  return UrlLine{.label = label, .url = line.substr(at)};
}

const PageRules::Line* find_rule(std::string_view line, const PageRules& rules) {
  if (line.empty() || line.size() > kLongestRuleLine) {
    return nullptr;
  }
  const std::string lower = ascii_lower(line.substr(bullet_bytes(line)));
  const std::string_view bare = without_end_marks(lower);
  const PageRules::Line* prefix = nullptr;
  const auto first = [](const PageRules::Line& rule) {
    return std::string_view(rule.text).substr(0, 1);
  };
  const auto same_letter =
      std::ranges::equal_range(rules.lines, std::string_view(lower).substr(0, 1), {}, first);
  for (const PageRules::Line& rule : same_letter) {
    if (rule.text.size() > 1 && bare.size() > 1 && rule.text[1] != bare[1]) {
      continue;  // most of them, without a call
    }
    if (rule.match == PageRules::Match::line) {
      if (rule.text.starts_with(bare) && without_end_marks(rule.text) == bare) {
        return &rule;
      }
      continue;
    }
    const bool longer = prefix == nullptr || rule.text.size() > prefix->text.size();
    if (longer && lower.starts_with(rule.text) && is_boundary(rule.text, lower)) {
      prefix = &rule;
    }
  }
  if (prefix != nullptr) {
    return prefix;
  }
  const LetterPairs pairs(lower);
  const auto found = std::ranges::find_if(rules.contains, [&](const PageRules::Line& rule) {
    return pairs.hold(rule.pairs) && lower.contains(rule.text);
  });
  return found == rules.contains.end() ? nullptr : &*found;
}

std::optional<std::string_view> named_author(std::string_view part, const PageRules& rules) {
  const std::string lower = ascii_lower(part.substr(0, 80));
  for (const PageRules::Line& rule : rules.names) {
    const bool opens = lower.starts_with(rule.text) && part.size() > rule.text.size() &&
                       part[rule.text.size()] == ' ';
    if (!opens) {
      continue;
    }
    const std::string_view rest = trim(part.substr(rule.text.size()));
    const std::string_view name = rest.substr(0, rest.find(','));
    if (is_name(name)) {
      return name;
    }
  }
  return std::nullopt;
}

}  // namespace parallax
