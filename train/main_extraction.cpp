#include "train/main_extraction.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "parallax/collect/html/block_model.h"
#include "parallax/collect/html/html_article.h"
#include "parallax/learn/mapped_file.h"
#include "train/train_extraction.h"

namespace parallax {
namespace {

/// The article that the program finds on a page, without its title.
std::string text_found(const TaughtPage& taught, const PageRules& rules) {
  MappedText mapped;
  mapped.append_identical(taught.html);
  const ReadPage read = read_html(mapped, rules);
  std::string text;
  for (const Segment& segment : read.segments) {
    if (segment.role == Role::title || segment.fate == Segment::Fate::remove) {
      continue;
    }
    const bool keep = segment.fate == Segment::Fate::keep;
    text +=
        keep ? taught.html.substr(segment.begin, segment.end - segment.begin) : segment.replacement;
  }
  return text;
}

Result<void> cross_validate(const std::vector<TaughtPage>& pages, const ExtractionRequest& request,
                            const ExtractionPlan& plan) {
  std::ofstream out(request.found, std::ios::binary);
  PageRules rules = PageRules::load(DataFiles::built_in());
  for (std::uint32_t fold = 0; fold < request.folds; ++fold) {
    std::vector<const TaughtPage*> others;
    for (const TaughtPage& page : pages) {
      if (fold_of(page, request.folds) != fold) {
        others.push_back(&page);
      }
    }
    const std::string bytes = train_extraction(others, plan);
    const auto model = BlockModel::open(bytes);
    if (!model) {
      return std::unexpected(model.error());
    }
    rules.blocks = std::make_shared<const BlockModel>(*model);
    for (const TaughtPage& page : pages) {
      if (fold_of(page, request.folds) == fold) {
        out << nlohmann::json{{"id", page.id}, {"text", text_found(page, rules)}}.dump() << '\n';
      }
    }
    std::fprintf(stderr, "fold %u of %u\n", fold + 1, request.folds);
  }
  return {};
}

}  // namespace

Result<std::string> extraction_model(const ExtractionRequest& request) {
  const auto file = MappedFile::open(request.truth);
  if (!file) {
    return std::unexpected(file.error());
  }
  const PageRules rules = PageRules::load(DataFiles::built_in());
  const auto pages = load_pages(file->bytes(), request.pages, rules);
  if (!pages) {
    return std::unexpected(pages.error());
  }
  ExtractionPlan plan;
  plan.first.seed = plan.second.seed = request.seed;
  if (request.folds > 1) {
    if (auto done = cross_validate(*pages, request, plan); !done) {
      return std::unexpected(done.error());
    }
  }
  std::vector<const TaughtPage*> all;
  for (const TaughtPage& page : *pages) {
    all.push_back(&page);
  }
  return train_extraction(all, plan);
}

}  // namespace parallax
