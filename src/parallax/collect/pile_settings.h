#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "parallax/collect/collect.h"

namespace parallax {

/// A folder's parallax.toml, read:
///   names = "names.tsv"
///   [[article]]
///   path = "a.txt"
///   outlet = "Meridian Wire"     # and side, published, title, author, ...: kMetadataFields
///   [outlets."Meridian Wire"]
///   side = "International"
struct FolderSettings {
  PileSettings pile;
  std::string names_file;                    ///< as written, relative to the folder; or empty
  std::map<std::string, Metadata> articles;  ///< by path relative to the folder
  std::optional<Error> trouble;              ///< the first thing that is wrong; the rest holds
};

inline constexpr const char* kSettingsFile = "parallax.toml";

/// Absent when the folder has none.
std::optional<FolderSettings> read_folder_settings(const std::filesystem::path& folder);

}  // namespace parallax
