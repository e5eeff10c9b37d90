#pragma once
#include <string>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/article.h"
#include "parallax/core/question.h"

/// What the headers of core promise of every article, analysis and question, whatever bytes came
/// in. Property tests and fuzz targets hold the program to it. Each function gives one sentence for
/// every promise that is broken, and nothing when all are kept.
namespace parallax::promises {

/// Blocks cover the input of `source_size` bytes in order, kept blocks tile the text, the text is
/// valid UTF-8; evidence stands inside the input.
std::vector<std::string> broken_by(const Article& article, std::uint64_t source_size);
/// Spans lie inside the text and on code-point borders; sentences and tokens ascend; every id names
/// something; no attribution is its own ancestor.
std::vector<std::string> broken_by(const Article& article, const Analysis& analysis);
/// Positions and claims are there, every claim has words, and they stand at its span.
std::vector<std::string> broken_by(const std::vector<Article>& articles, const Question& question);

}  // namespace parallax::promises
