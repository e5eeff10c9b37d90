#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "changed_values.h"
#include "input.h"
#include "parallax/project/article_reader.h"
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
  /// Puts values that the program would never store into rows, as ChangedValues says.
  std::string with_values(Input input) const;

  /// They know of each of our data files the first rows: enough to take every path. What they have
  /// loaded serves all openings.
  const std::shared_ptr<Readers>& readers() const { return readers_; }

 private:
  ScratchFolder folder_;
  ScratchFolder whole_folder_;
  std::shared_ptr<Readers> readers_;
  std::string whole_;
  std::unique_ptr<ChangedValues> changed_;
};

}  // namespace parallax::fuzz
