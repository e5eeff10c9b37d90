#pragma once
#include "parallax/project/article_reader.h"
#include "parallax/project/project.h"
#include "parallax/store/store.h"

/// What the .cpp files of the project share.
namespace parallax {

struct Project::State {
  Store store;
  std::shared_ptr<Readers> readers;
  std::shared_ptr<const ArticleReader> reader;  ///< that knows the names of this project's piles
  std::filesystem::path path;

  /// Takes up the names that the project's piles have brought. True if that changes how articles
  /// are read.
  Result<bool> refresh_reader();
  /// The article that a user means by `name`; see Project::article.
  Result<StoredArticle> resolve(const std::string& name);
  /// Reads an article again, with the user's corrections, and stores it.
  Result<void> read_again(Article&& article);
  /// Stores corrections of an article, and what follows from them. Stretches count in the file.
  Result<void> take(const std::string& id, std::vector<Correction> corrections);
  /// A stored article, cleaned anew from its original bytes with these corrections too. bad_format
  /// where an older version of the program stored it, and where nothing changes.
  Result<Article> cleaned_with(const std::string& id, std::span<const Correction> corrections);
  /// A stored article's record, with what the user says of its stretches.
  Result<Record> record_of(const std::string& id);
  /// Finds and stores the copies among what has come in or changed since it was last called
  /// (compare_copies.cpp). What `watch` stops waits for the next call.
  Result<void> compare_copies(const Watch& watch);
};

/// Lays the user's corrections over what is known of an article.
void correct_metadata(std::span<const Correction> corrections, Metadata& metadata);
/// The same for an article and its evidence.
void correct_metadata(std::span<const Correction> corrections, Article& article);

/// The names texts of a project's piles are settings under this prefix; one setting for each PATH
/// that was added.
constexpr char kNamesSetting[] = "names/";
/// All of them, one after another, each text once.
std::string joined_names(std::span<const std::string> texts);

}  // namespace parallax
