#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/result.h"

namespace parallax {

/// One sentence for the user: `what` of the model file is not as it should be.
std::unexpected<Error> damaged_model(std::string_view what);

/// What a model is for. A model whose identity is not the program's is refused.
struct ModelIdentity {
  std::string stage;            ///< "syntax"
  std::string language;         ///< BCP 47
  std::uint32_t templates = 0;  ///< the version of the feature templates
  bool operator==(const ModelIdentity&) const = default;
};

/// A model file: named arrays of little-endian numbers, with magic, version, identity and checksum.
/// Foreign bytes until checked: `open` checks the frame, and each array's reader what is in it. A
/// view into bytes that outlive it; immutable.
///
///   bytes 0–7 "PLXMODEL" · 8–11 version · 12–15 number of sections · 16–23 XXH3 of the rest ·
///   24–39 stage · 40–47 language · 48–51 templates · 52–63 zero, then the table of sections (name:
///   24 bytes, offset and size: 8 each), then their bytes, each at a multiple of 16
class ModelFile {
 public:
  /// Fails with bad_format (no model file, damaged, another stage or language) or newer_version.
  /// `bytes` begins at a multiple of 16, as allocated and mapped memory does.
  static Result<ModelFile> open(std::string_view bytes, const ModelIdentity& wanted);

  /// Fails with bad_format if there is no such section or its size is no multiple of T's.
  template <typename T>
  Result<std::span<const T>> array(std::string_view name) const {
    const auto bytes = section(name, sizeof(T));
    if (!bytes) {
      return std::unexpected(bytes.error());
    }
    return std::span(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
  }
  Result<std::string_view> text(std::string_view name) const { return section(name, 1); }
  /// Of all sections, ascending.
  std::vector<std::string_view> names() const;
  /// The lines of a text section.
  Result<std::vector<std::string>> lines(std::string_view name) const;

 private:
  Result<std::string_view> section(std::string_view name, std::size_t item) const;

  std::map<std::string_view, std::string_view> sections_;
};

/// Puts a model file together. Sections stand in the order of their names.
class ModelWriter {
 public:
  explicit ModelWriter(ModelIdentity identity) : identity_(std::move(identity)) {}

  template <typename T>
  void array(const std::string& name, std::span<const T> items) {
    text(name, {reinterpret_cast<const char*>(items.data()), items.size_bytes()});
  }
  /// `name` has at most 23 bytes.
  void text(const std::string& name, std::string_view bytes);
  void lines(const std::string& name, std::span<const std::string> lines);
  std::string bytes() const;

 private:
  ModelIdentity identity_;
  std::map<std::string, std::string> sections_;
};

}  // namespace parallax
