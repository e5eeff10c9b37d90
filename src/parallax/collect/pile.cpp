#include "parallax/collect/collect.h"
#include "parallax/collect/inputs/read_input.h"
#include "parallax/collect/pile_walk.h"

namespace parallax {

Result<void> read_pile(std::span<const std::string> paths, const Limits& limits,
                       const PileVisitor& visitor) {
  const WalkVisitor walk{.file =
                             [&](PileFile&& file) {
                               RecordSink sink(limits, visitor, std::move(file.path),
                                               std::move(file.given));
                               return read_input(file.file, file.file.filename().string(), sink);
                             },
                         .skipped =
                             [&](Skipped&& skipped) {
                               if (visitor.skipped) {
                                 visitor.skipped(std::move(skipped));
                               }
                             },
                         .settings =
                             [&](PileSettings&& settings) {
                               if (visitor.settings) {
                                 visitor.settings(std::move(settings));
                               }
                             }};
  return walk_pile(paths, walk);
}

std::size_t count_files(std::span<const std::string> paths) {
  std::size_t files = 0;
  const WalkVisitor walk{.file =
                             [&](PileFile&&) {
                               ++files;
                               return true;
                             },
                         .skipped = [](Skipped&&) {},
                         .settings = [](PileSettings&&) {}};
  const auto walked = walk_pile(paths, walk);
  return walked ? files : 0;
}

}  // namespace parallax
