#include "parallax/read/syntax/syntax_model.h"

#include "parallax/read/syntax/word_features.h"

namespace parallax {

Result<SyntaxModel> SyntaxModel::open(std::string_view bytes, std::string_view language) {
  const auto file = ModelFile::open(
      bytes,
      {.stage = "syntax", .language = std::string(language), .templates = kWordFeaturesVersion});
  if (!file) {
    return std::unexpected(file.error());
  }
  auto network = SyntaxNetwork::from(*file);
  if (!network) {
    return std::unexpected(network.error());
  }
  SyntaxModel model;
  model.network_ = std::move(*network);
  const NetworkShape& shape = model.network_.shape();
  const auto load = [&](std::string_view name, std::size_t size, std::vector<std::string>& into) {
    auto names = file->lines(name);
    if (names) {
      into = std::move(*names);
    }
    return names.has_value() && into.size() == size;
  };
  if (!load("net.xpos", shape.xpos, model.xpos_) || !load("net.feats", shape.feats, model.feats_) ||
      !load("net.deprel", shape.deprel, model.deprel_)) {
    return std::unexpected(
        Error{ErrorCode::bad_format, "the model file is damaged: the names of its tags", {}});
  }
  return model;
}

}  // namespace parallax
