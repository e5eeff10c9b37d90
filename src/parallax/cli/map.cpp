// `parallax map`
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/layers.h"
#include "parallax/cli/output.h"
#include "parallax/project/in_parallel.h"
#include "parallax/project/map_lines.h"

namespace parallax {
namespace {

Result<std::string> read_names(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (path.empty() || (file && !file.bad())) {
    return bytes;
  }
  return std::unexpected(
      Error{ErrorCode::not_found, "the names file " + path + " cannot be read", path});
}

}  // namespace

int run_map(const Arguments& arguments, Messages& messages) {
  const auto layers = layers_named(arguments.layers, kMappedLayers);
  if (!layers) {
    messages.problem(layers.error().message);
    return kUsage;
  }
  const auto names = read_names(arguments.names);
  if (!names) {
    return messages.fail(names.error());
  }
  auto data = load_data(arguments.data_folder, *names);
  if (!data) {
    return messages.fail(data.error());
  }
  const ArticleReader reader(std::move(*data));
  const MapOptions options = {*layers, arguments.jobs == 0 ? default_jobs() : arguments.jobs};
  const MapEnds ends = {
      .input = STDIN_FILENO,
      .write = write_stdout,
      .problem =
          [&](std::size_t line, std::string_view problem) {
            messages.problem("line " + std::to_string(line) + ": " + std::string(problem));
          },
      .stop = interrupted};
  const auto bad = map_lines(reader, options, ends);
  if (!bad) {
    return messages.fail(bad.error());
  }
  return interrupted() ? kInterrupted : *bad > 0 ? kSkippedInputs : kSuccess;
}

}  // namespace parallax
