#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/project/article_reader.h"

/// `parallax map`: JSON lines in, JSON lines out (CONTRACT: docs/formats.md). Pure but for the
/// files that a line names, so that any driver may cut the input into shards: the lines out depend
/// on the lines in alone, and stand in their order.
namespace parallax {

/// What one line in became.
struct MappedLine {
  std::string out;  ///< a line for each article, each with its line feed
  std::vector<std::string>
      problems;  ///< one sentence each; what could be read stands in `out` nevertheless
};

/// Maps `{"id", "text"}`, `{"id", "html", "url"?}` or `{"id", "path"}`, with metadata that
/// overrides what is found. Any thread may call it.
MappedLine map_line(std::string_view line, const ArticleReader& reader,
                    std::span<const std::string> layers);

struct MapOptions {
  std::vector<std::string> layers;  ///< empty: all
  std::size_t jobs = 1;
};

struct MapEnds {
  int input = 0;
  std::function<Result<void>(std::string_view)> write;
  std::function<void(std::size_t line, std::string_view problem)> problem;  ///< lines count from 1
  std::function<bool()> stop;
};

/// Maps a whole input a batch at a time, in constant memory. Returns the number of lines with
/// problems. Fails when the input cannot be read or the output cannot be written.
Result<std::size_t> map_lines(const ArticleReader& reader, const MapOptions& options,
                              const MapEnds& ends);

}  // namespace parallax
