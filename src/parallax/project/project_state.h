#pragma once
#include "parallax/project/article_reader.h"
#include "parallax/project/project.h"
#include "parallax/store/store.h"

/// What the .cpp files of the project share.
namespace parallax {

struct Project::State {
  Store store;
  ArticleReader reader;
  std::filesystem::path path;
  DataFiles data;  ///< without the piles' names

  /// Takes up the names that the project's piles have brought. True if that changes how articles
  /// are read.
  Result<bool> refresh_reader();
  /// The article that a user means by `name`; see Project::article.
  Result<StoredArticle> resolve(const std::string& name);
  /// Reads a stored article again, with the user's corrections.
  Result<void> read_again(const std::string& id);
  /// Finds and stores the copies among what has come in or changed since it was last called
  /// (compare_copies.cpp). What `watch` stops waits for the next call.
  Result<void> compare_copies(const Watch& watch);
};

/// Lays the user's corrections over what is known of an article.
void correct_metadata(std::span<const Correction> corrections, Metadata& metadata);

/// The field of Metadata with this name, or nullptr.
std::optional<std::string>* field_of(Metadata& metadata, std::string_view name);

/// The names texts of a project's piles are settings under this prefix; one setting for each PATH
/// that was added.
constexpr char kNamesSetting[] = "names/";
/// All of them, one after another, each text once.
std::string joined_names(std::span<const std::string> texts);

}  // namespace parallax
