#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "parallax/collect/letter_pairs.h"
#include "parallax/core/article.h"
#include "parallax/text/data_files.h"

namespace parallax {

class BlockModel;  // html/block_model.h
class LineModel;   // plain/line_model.h

/// What cleaning needs to know of a language's pages: the rows of page_lines.tsv, in ASCII lower
/// case, the months, and names of agencies. Immutable; any thread may read it.
class PageRules {
 public:
  static PageRules load(const DataFiles& data);

  enum class Match : std::uint8_t { line, prefix, contains, name };
  struct Line {
    Match match = Match::line;
    std::string text;
    Role role = Role::boilerplate;
    LetterPairs pairs{};  ///< of the text
  };
  std::vector<Line> lines;     ///< `line` and `prefix`, ascending by text
  std::vector<Line> contains;  ///< for short lines that hold such words anywhere
  std::vector<Line> names;     ///< the word before a person's name ("By")
  std::vector<std::pair<std::string, unsigned>> months;
  struct Agency {
    std::string form;
    std::string name;
  };
  std::vector<Agency> agencies;  ///< ascending by form
  /// What a word says of the name or date that it stands by: rows of author_words.tsv,
  /// date_cues.tsv and origin_cues.tsv.
  struct Cue {
    enum class Kind : std::uint8_t {
      opening,
      other,
      nobody,
      body,
      office,
      word,
      published,
      modified,
      by,
      joiner,
      stop,
      source,
      address,
      article,
    };
    std::string form;  ///< in ASCII lower case
    Kind kind = Kind::other;
  };
  std::vector<Cue> author_words;  ///< ascending by form
  std::vector<Cue> date_cues;     ///< likewise
  std::vector<Cue> origin_cues;   ///< likewise
  /// They tell articles from what stands around them; null: rules alone do.
  std::shared_ptr<const BlockModel> block_model;
  std::shared_ptr<const LineModel> line_model;
};

}  // namespace parallax
