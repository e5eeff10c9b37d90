#include "train/extraction_corpus.h"

#include <deque>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "parallax/collect/decode.h"
#include "parallax/collect/html/block_model.h"
#include "parallax/collect/html/main_text.h"
#include "parallax/collect/plain/line_model.h"
#include "parallax/collect/plain/plain_text.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// The page of a file, packed or not.
Result<Record> read_page(const std::string& path) {
  Result<Record> page = std::unexpected(Error{ErrorCode::not_found, "no page in " + path, path});
  const PileVisitor visitor = {
      .record =
          [&](Record&& record) {
            page = std::move(record);
            return false;
          },
      .skipped = [&](Skipped&& skipped) { page = std::unexpected(std::move(skipped.error)); },
      .settings = [](PileSettings&&) {}};
  const auto walked = read_pile(std::span(&path, 1), Limits{}, visitor);
  return walked ? std::move(page) : std::unexpected(walked.error());
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  url.remove_prefix(scheme == std::string_view::npos ? 0 : scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return ascii_lower(url.starts_with("www.") ? url.substr(4) : url);
}

void add_words(std::string_view folded, std::vector<std::size_t>& words) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) {
      words.push_back(std::hash<std::string_view>{}(folded.substr(at, end - at)));
    }
    at = end + 1;
  }
}

std::size_t three(const std::vector<std::size_t>& words, std::size_t at) {
  return (words[at] * 0x9E3779B97F4A7C15U + words[at + 1]) * 0x9E3779B97F4A7C15U + words[at + 2];
}

/// Which words of the page stand in the clean text together with their neighbours: three in a row.
void teach(std::string_view clean, std::span<const std::string> pieces, TaughtPage& taught) {
  std::vector<std::size_t> gold;
  add_words(fold(clean), gold);
  std::unordered_set<std::size_t> threes;
  for (std::size_t i = 0; i + 2 < gold.size(); ++i) {
    threes.insert(three(gold, i));
  }
  std::vector<std::size_t> words;
  std::vector<std::size_t> ends;
  for (const std::string& piece : pieces) {
    add_words(fold(piece), words);
    ends.push_back(words.size());
  }
  std::vector<bool> covered(words.size(), false);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (threes.contains(three(words, i))) {
      covered[i] = covered[i + 1] = covered[i + 2] = true;
    }
  }
  std::size_t at = 0;
  for (const std::size_t end : ends) {
    std::size_t found = 0;
    const std::size_t count = end - at;
    for (; at < end; ++at) {
      found += covered[at] ? 1 : 0;
    }
    taught.right.push_back(count > 0 ? static_cast<float>(found) / static_cast<float>(count)
                                     : 0.0F);
    taught.words.push_back(static_cast<float>(count));
  }
}

/// The first line that is the title counts.
void teach_headline(std::string_view title, std::span<const std::string> lines,
                    TaughtPage& taught) {
  const std::string wanted = fold(title);
  bool found = wanted.empty();
  for (const std::string& line : lines) {
    const bool is_title = !found && fold(line) == wanted;
    taught.headline.push_back(is_title ? 1.0F : 0.0F);
    found = found || is_title;
  }
}

std::string string_in(const nlohmann::json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_of(std::string_view html, const HtmlPage& page) {
  std::vector<std::string> texts;
  texts.reserve(page.blocks.size());
  for (const HtmlBlock& block : page.blocks) {
    texts.push_back(text_of(html, page, block));
  }
  return texts;
}

void take_blocks(std::string_view html, const nlohmann::json& truth, const PageRules& rules,
                 TaughtPage& taught) {
  taught.text = html;
  const auto page = std::make_shared<HtmlPage>(parse_html_page(taught.text));
  taught.rows = block_rows(taught.text, *page, rules);
  taught.second_rows = [page, rows = taught.rows](std::span<const float> first) {
    return second_block_features(*page, rows, first);
  };
  teach(string_in(truth, "text"), texts_of(taught.text, *page), taught);
}

void take_lines(std::string_view html, const nlohmann::json& truth, const PageRules& rules,
                TaughtPage& taught) {
  for (const std::string& text : texts_of(html, parse_html_page(html))) {
    taught.text += text + '\n';
  }
  std::deque<std::string> joined;
  const std::vector<TextLine> lines = lines_by_rules(taught.text, rules, joined);
  std::vector<std::string> texts;
  std::vector<float> letters;
  texts.reserve(lines.size());
  letters.reserve(lines.size());
  for (const TextLine& line : lines) {
    texts.emplace_back(line.words);
    letters.push_back(static_cast<float>(line.words.size()));
  }
  taught.rows = line_features(lines, rules);
  taught.second_rows = [letters, rows = taught.rows](std::span<const float> first) {
    return second_line_features(letters, rows, first);
  };
  teach(string_in(truth, "text"), texts, taught);
  teach_headline(string_in(truth, "title"), texts, taught);
}

Result<TaughtPage> load_page(const nlohmann::json& row, const std::string& folder,
                             PagePieces pieces, const PageRules& rules) {
  TaughtPage taught;
  taught.id = string_in(row, "id");
  taught.host = host_of(string_in(row, "url"));
  auto record = read_page(folder + "/" + taught.id + ".html.gz");
  record = record ? std::move(record) : read_page(folder + "/" + taught.id + ".html");
  if (!record) {
    return std::unexpected(record.error());
  }
  auto decoded = decode(record->bytes, record->charset);
  if (!decoded) {
    return std::unexpected(decoded.error());
  }
  const auto take = pieces == PagePieces::blocks ? take_blocks : take_lines;
  take(decoded->text.text(), row, rules, taught);
  return taught;
}

}  // namespace

Result<std::vector<TaughtPage>> load_pages(std::string_view lines, const std::string& folder,
                                           PagePieces pieces, const PageRules& rules) {
  std::vector<TaughtPage> pages;
  std::size_t number = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty()) {
      continue;
    }
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (!row.is_object() || string_in(row, "text").empty()) {
      continue;  // a page without a clean text teaches nothing
    }
    auto page = load_page(row, folder, pieces, rules);
    if (!page) {
      return std::unexpected(Error{page.error().code,
                                   "line " + std::to_string(number) + ": " + page.error().message,
                                   folder});
    }
    pages.push_back(std::move(*page));
  }
  return pages;
}

}  // namespace parallax
