#include "train/extraction_corpus.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "parallax/collect/decode.h"
#include "parallax/collect/html/main_text.h"
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
void teach(std::string_view clean, TaughtPage& taught) {
  std::vector<std::size_t> gold;
  add_words(fold(clean), gold);
  std::unordered_set<std::size_t> threes;
  for (std::size_t i = 0; i + 2 < gold.size(); ++i) {
    threes.insert(three(gold, i));
  }
  std::vector<std::size_t> words;
  std::vector<std::size_t> ends;
  for (const HtmlBlock& block : taught.page.blocks) {
    add_words(fold(text_of(taught.html, taught.page, block)), words);
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

std::string string_in(const nlohmann::json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<TaughtPage> load_page(const nlohmann::json& row, const std::string& folder,
                             const PageRules& rules) {
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
  taught.html = decoded->text.text();
  taught.page = parse_html_page(taught.html);
  taught.rows = block_rows(taught.html, taught.page, rules);
  teach(string_in(row, "text"), taught);
  return taught;
}

}  // namespace

Result<std::vector<TaughtPage>> load_pages(std::string_view lines, const std::string& folder,
                                           const PageRules& rules) {
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
    auto page = load_page(row, folder, rules);
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
