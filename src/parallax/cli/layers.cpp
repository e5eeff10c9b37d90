#include "parallax/cli/layers.h"

#include "parallax/text/data_files.h"

namespace parallax {

Result<std::string> layer_named(std::string_view name, std::span<const std::string_view> layers) {
  std::vector<std::string> fitting;
  std::string all;
  for (const std::string_view layer : layers) {
    if (layer == name) {
      return std::string(layer);
    }
    if (layer.starts_with(name)) {
      fitting.emplace_back(layer);
    }
    all += ' ' + std::string(layer);
  }
  if (fitting.size() == 1) {
    return fitting.front();
  }
  return std::unexpected(Error{ErrorCode::not_found,
                               "there is no layer \"" + std::string(name) + "\"; there are" + all,
                               {}});
}

Result<std::vector<std::string>> layers_named(std::string_view list,
                                              std::span<const std::string_view> layers) {
  std::vector<std::string> named;
  for (const std::string_view name : split_list(list, ',')) {
    const auto layer = layer_named(name, layers);
    if (!layer) {
      return std::unexpected(layer.error());
    }
    named.push_back(*layer);
  }
  return named;
}

}  // namespace parallax
