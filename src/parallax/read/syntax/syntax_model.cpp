#include "parallax/read/syntax/syntax_model.h"

#include "parallax/learn/built_in_model.h"

namespace parallax {

ModelIdentity syntax_identity(std::string_view language) {
  constexpr std::uint32_t kTemplates = 4;
  return {.stage = "syntax", .language = std::string(language), .templates = kTemplates};
}

Result<SyntaxModel> SyntaxModel::built_in(std::string_view language) {
  const auto bytes = built_in_model("syntax", language);
  if (!bytes) {
    return std::unexpected(bytes.error());
  }
  return open(*bytes, language);
}

Result<SyntaxModel> SyntaxModel::open(std::string_view bytes, std::string_view language) {
  const auto file = ModelFile::open(bytes, syntax_identity(language));
  if (!file) {
    return std::unexpected(file.error());
  }
  auto network = SyntaxNetwork::from(*file);
  if (!network) {
    return std::unexpected(network.error());
  }
  const auto lemmas = Lemmas::from(*file);
  if (!lemmas) {
    return std::unexpected(lemmas.error());
  }
  const auto ends = SentenceEnds::from(*file);
  if (!ends) {
    return std::unexpected(ends.error());
  }
  SyntaxModel model;
  model.sentence_ends_ = *ends;
  model.network_ = std::move(*network);
  model.lemmas_ = *lemmas;
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
    return damaged_model("the names of its tags");
  }
  return model;
}

}  // namespace parallax
