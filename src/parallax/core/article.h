#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/metadata.h"
#include "parallax/core/span.h"

namespace parallax {

/// What a stretch of a page is. The order is part of the file format.
enum class Role : std::uint8_t {
  title,
  byline,
  date,
  url,
  heading,
  body,
  quote,
  list,
  caption,
  credit,
  teaser,
  boilerplate,
};

/// True for what stands in the clean text: title, heading, body, quote, list and caption.
constexpr bool is_kept(Role role) {
  return role == Role::title || role == Role::heading || role == Role::body ||
         role == Role::quote || role == Role::list || role == Role::caption;
}

/// One stretch of the input. Blocks stand in source order and cover the whole input without gaps.
/// Inside a block clean and source bytes are identical, one for one, unless the block is a
/// converted piece (an entity, a no-break space, another charset), which is a block of its own. A
/// removed block has an empty `text` and keeps its role and source.
struct Block {
  Span text;
  SourceRange source;
  Role role = Role::body;

  bool kept() const { return !text.empty(); }
  bool operator==(const Block&) const = default;
};

/// A piece of text on a page that is not part of its clean text; a removed Block holds many.
struct RemovedPiece {
  SourceRange source;
  Role role = Role::boilerplate;
  std::string words;  ///< without tags, references decoded
  bool operator==(const RemovedPiece&) const = default;
};

/// Something the user should know of a stretch of text: what was repaired, missing or left out.
struct Note {
  Span span;
  std::string kind;
  std::string text;
  bool operator==(const Note&) const = default;
};

/// One account, cleaned. `text` is stored once, is valid UTF-8, and never changes: everything else
/// is spans into it. A paragraph ends at a line feed. Blocks with the roles title, heading, body,
/// quote, list and caption are kept in the text.
struct Article {
  std::string id;  ///< hash of the original bytes and of the URL or path; in `map`, the id as given
  std::string
      path;  ///< as added, relative to the pile; `PATH#N` for the Nth article of a file with many
  Metadata metadata;
  std::vector<Evidence> evidence;  ///< for the metadata: of each field what was chosen stands first
  std::string text;
  std::vector<Block> blocks;
  std::vector<Note> notes;
  bool operator==(const Article&) const = default;
};

/// One article in a list: what is known of it without its text.
struct ArticleInfo {
  std::string id;
  std::string path;
  Metadata metadata;      ///< with the side in force
  std::size_t bytes = 0;  ///< of the clean text
  bool operator==(const ArticleInfo&) const = default;
};

/// A sentence that holds the words somebody searched for.
struct SearchHit {
  std::string article;  ///< Article::id
  std::string path;
  Span span;  ///< of the sentence
  std::string words;
  bool operator==(const SearchHit&) const = default;
};

/// The role of the block that holds a byte of the clean text; `body` if none does. Logarithmic in
/// the number of blocks only if every block is kept; linear else.
Role role_at(const Article& article, std::uint32_t offset);

/// Where a span of the clean text stands in the input. Total: a span that runs over several blocks
/// gives the range from first to last.
SourceRange source_of(const Article& article, Span span);

std::string_view to_string(Role role);
std::optional<Role> role_from_string(std::string_view name);

}  // namespace parallax
