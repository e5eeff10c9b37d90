#include "parallax/project/read_file.h"

#include <memory>

#include "parallax/project/project_state.h"

namespace parallax {

Result<void> read_file(const std::string& path, const std::filesystem::path& data_folder,
                       const std::function<bool(Article&&, Analysis&&)>& article,
                       const std::function<void(Skipped&&)>& skipped) {
  auto data = load_data(data_folder, "");
  if (!data) {
    return std::unexpected(data.error());
  }
  auto reader = std::make_unique<ArticleReader>(std::move(*data));
  std::string names;
  const PileVisitor visitor = {.record =
                                   [&](Record&& record) {
                                     auto collected = reader->collect(record);
                                     if (!collected) {
                                       skipped({record.path, collected.error()});
                                       return true;
                                     }
                                     Analysis analysis = reader->read(*collected);
                                     return article(std::move(*collected), std::move(analysis));
                                   },
                               .skipped = skipped,
                               .settings =
                                   [&](PileSettings&& settings) {
                                     names += joined_names(std::span(&settings.names_tsv, 1));
                                     if (auto with_names = load_data(data_folder, names)) {
                                       reader =
                                           std::make_unique<ArticleReader>(std::move(*with_names));
                                     }
                                   }};
  return read_pile(std::span(&path, 1), Limits{}, visitor);
}

Result<void> read_removed(
    const std::string& path, const std::filesystem::path& data_folder,
    const std::function<bool(const std::string& path, std::span<const RemovedPiece>)>& removed,
    const std::function<void(Skipped&&)>& skipped) {
  auto data = load_data(data_folder, "");
  if (!data) {
    return std::unexpected(data.error());
  }
  const ArticleReader reader(std::move(*data));
  const PileVisitor visitor = {.record =
                                   [&](Record&& record) {
                                     const auto pieces = reader.removed(record);
                                     if (!pieces) {
                                       skipped({record.path, pieces.error()});
                                       return true;
                                     }
                                     return removed(record.path, *pieces);
                                   },
                               .skipped = skipped,
                               .settings = [](PileSettings&&) {}};
  return read_pile(std::span(&path, 1), Limits{}, visitor);
}

}  // namespace parallax
