#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "input.h"
#include "scratch.h"

namespace parallax::fuzz {

/// A small project that was made well, and ways to damage it.
class DamagedProject {
 public:
  /// Makes it once, out of invented articles: takes a second.
  DamagedProject();

  /// The file holds `bytes` and nothing else.
  std::string with_bytes(std::string_view bytes) const;
  /// Overwrites pieces of the file. A patch: 3 bytes of position, a byte that counts (to 31), so
  /// many bytes.
  std::string with_patches(Input input) const;
  /// Puts values that the program would never store into rows. A change: a byte each for the
  /// column, the rows and the kind of value; then 8 bytes of a number, or a text up to a zero byte.
  std::string with_values(Input input) const;

  const std::filesystem::path& data_folder() const { return data_.path(); }

 private:
  void forget_log() const;

  ScratchFolder folder_;
  ScratchFolder data_;
  std::string whole_;
};

}  // namespace parallax::fuzz
