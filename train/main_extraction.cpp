#include "train/main_extraction.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "parallax/collect/html/block_model.h"
#include "parallax/collect/html/html_article.h"
#include "parallax/collect/plain/line_model.h"
#include "parallax/learn/mapped_file.h"
#include "train/train_extraction.h"

namespace parallax {
namespace {

/// The article that the program finds on a page; its title stands apart.
nlohmann::json found_on(const TaughtPage& taught, PagePieces pieces, const PageRules& rules) {
  MappedText mapped;
  mapped.append_identical(taught.text);
  const auto read = pieces == PagePieces::blocks ? read_html : read_plain_text;
  const ReadPage page = read(mapped, rules, {});
  std::string text;
  for (const Segment& segment : page.segments) {
    if (segment.role == Role::title || segment.fate == Segment::Fate::remove) {
      continue;
    }
    const bool keep = segment.fate == Segment::Fate::keep;
    text +=
        keep ? taught.text.substr(segment.begin, segment.end - segment.begin) : segment.replacement;
  }
  return {{"id", taught.id},
          {"text", text},
          {"title", metadata_from(page.evidence).title.value_or("")}};
}

Result<void> use_model(std::string_view bytes, PagePieces pieces, PageRules& rules) {
  if (pieces == PagePieces::blocks) {
    const auto model = BlockModel::open(bytes);
    rules.block_model = model ? std::make_shared<const BlockModel>(*model) : nullptr;
    return model ? Result<void>{} : std::unexpected(model.error());
  }
  const auto model = LineModel::open(bytes);
  rules.line_model = model ? std::make_shared<const LineModel>(*model) : nullptr;
  return model ? Result<void>{} : std::unexpected(model.error());
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
    const std::string bytes = train_extraction(others, piece_model(request.pieces), plan);
    if (auto used = use_model(bytes, request.pieces, rules); !used) {
      return used;
    }
    for (const TaughtPage& page : pages) {
      if (fold_of(page, request.folds) == fold) {
        out << found_on(page, request.pieces, rules).dump() << '\n';
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
  const auto pages = load_pages(file->bytes(), request.pages, request.pieces, rules);
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
  return train_extraction(all, piece_model(request.pieces), plan);
}

}  // namespace parallax
