#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "parallax/collect/mapped_text.h"
#include "parallax/core/article.h"

namespace parallax {

/// What becomes of one stretch of a decoded page. Segments ascend and never overlap; what lies
/// between them is removed as boilerplate.
struct Segment {
  enum class Fate : std::uint8_t { keep, remove, replace };
  std::uint32_t begin = 0;  ///< bytes of the decoded text
  std::uint32_t end = 0;    ///< may equal `begin` where something is put in
  Role role = Role::body;
  Fate fate = Fate::keep;
  std::string replacement{};  ///< `replace`: the clean text that stands for the stretch
};

struct CleanText {
  std::string text;
  std::vector<Block> blocks;
};

/// Carries segments out: clean text, and blocks that cover [source_offset, source_offset +
/// page.source_size()) without gaps. Adjacent blocks are joined where the rules of blocks allow it.
CleanText build_clean_text(const MappedText& page, const std::vector<Segment>& segments,
                           std::uint64_t source_offset);

}  // namespace parallax
