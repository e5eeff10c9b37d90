#pragma once
#include <map>
#include <string>
#include <string_view>

#include "input.h"
#include "parallax/learn/model_file.h"

namespace parallax::fuzz {

/// What every model in these files is for.
ModelIdentity identity_of_models();

/// The bytes with the magic, version, identity and checksum that the program wants, whatever stood
/// there: so damage gets past the frame to the readers.
std::string framed(std::string_view bytes);

/// A model file with a section for each reader there is, trained on some made-up sentences when it
/// is constructed: small, so that a change is likely to matter.
class SmallModel {
 public:
  SmallModel();

  const std::string& bytes() const { return bytes_; }
  /// The file after changes, with a right checksum. A change: the name of a section and a space; a
  /// byte for what is done (`0` a number of 4 bytes is written, `1` an odd number of the table in
  /// the .cpp, `2` the size is set, `3` the section is left out, `4` it becomes the one whose name
  /// and a space follow); a place or size in 2 bytes; the number.
  std::string with_changes(Input input) const;

 private:
  std::map<std::string, std::string> sections_;
  std::string bytes_;
};

}  // namespace parallax::fuzz
