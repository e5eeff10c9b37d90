#include "checked_record.h"

#include <cstdlib>

#include "promise.h"
#include "scratch.h"

namespace parallax::fuzz {
namespace {

/// Programs of others are not fuzzed: no pdftotext is found.
bool hide_converters() { return setenv("PATH", "/nowhere", 1) == 0; }

bool is_packed(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B\x08") || bytes.starts_with("\x28\xB5\x2F\xFD") ||
         bytes.starts_with("PK") || bytes.substr(0, 262).ends_with("ustar");
}

}  // namespace

void check_record(const Record& record, const PageRules& rules) {
  const auto article = collect_article(record, rules);
  if (!article) {
    require_sentence(article.error().message);
    return;
  }
  const Metadata& known = article->metadata;
  for (const auto* field : {&known.title, &known.outlet, &known.side, &known.author,
                            &known.published, &known.url, &known.language}) {
    require_utf8(field->value_or(""), "metadata");
  }
  Article at_zero = *article;
  for (Block& block : at_zero.blocks) {
    block.source.begin -= record.source_offset;
    block.source.end -= record.source_offset;
  }
  require_true_blocks(at_zero, record.bytes);
}

void check_file(const char* name, std::string_view bytes, const PageRules& rules) {
  static const ScratchFolder kFolder;
  static const bool kHidden = hide_converters();
  require(kHidden, "the environment cannot be set");
  const std::string path = kFolder.write(name, bytes);
  std::uint64_t end = 0;
  const PileVisitor visitor = {
      .record =
          [&](Record&& record) {
            require(record.bytes.size() <= 3000, "a record is larger than a file may be");
            for (const Note& note : record.notes) {
              require_utf8(note.text, "a note");
            }
            const bool converted = !record.notes.empty() && record.source_offset == 0;
            if (!is_packed(bytes) && !converted) {
              require(record.source_offset >= end, "two records of one file overlap");
              end = record.source_offset + record.bytes.size();
              require(bytes.substr(record.source_offset, record.bytes.size()) == record.bytes,
                      "a record does not stand where it says");
            }
            check_record(record, rules);
            return true;
          },
      .skipped = [](Skipped&& skipped) { require_sentence(skipped.error.message); },
      .settings = {}};
  const auto walked =
      read_pile(std::span(&path, 1), Limits{.file_bytes = 3000, .line_bytes = 800}, visitor);
  require(walked.has_value(), "a file that is there cannot be read");
}

}  // namespace parallax::fuzz
