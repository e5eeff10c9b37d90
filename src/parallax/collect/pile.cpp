#include <cerrno>
#include <fstream>
#include <sstream>

#include "parallax/collect/collect.h"
#include "parallax/collect/json_lines.h"
#include "parallax/collect/json_record.h"
#include "parallax/collect/pile_walk.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

std::string in_mebibytes(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
  return bytes < kMebibyte ? std::to_string(bytes) + " bytes"
                           : std::to_string(bytes / kMebibyte) + " MiB";
}

/// A file with an unknown ending that the user has named.
RecordKind sniff(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 4096));
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<p>", "<div"}) {
    if (head.contains(tag)) {
      return RecordKind::html;
    }
  }
  return RecordKind::text;
}

class PileReader {
 public:
  PileReader(const Limits& limits, const PileVisitor& visitor)
      : limits_(limits), visitor_(visitor) {}

  bool read(PileFile&& file) {
    errno = 0;
    std::ifstream in(file.file, std::ios::binary);
    if (!in) {
      const bool refused = errno == EACCES;
      skip(file.path, refused ? ErrorCode::no_permission : ErrorCode::failed,
           "cannot open " + file.file.string() +
               (refused ? ": you may not read it; change its permissions (chmod)"
                        : ": check that it still exists"));
      return true;
    }
    const std::string ending = lower_ending(file.file);
    if (ending == "jsonl" || ending == "ndjson") {
      return read_lines(in, file);
    }
    return read_whole(in, file, ending);
  }

 private:
  void skip(const std::string& path, ErrorCode code, std::string message) const {
    if (visitor_.skipped) {
      visitor_.skipped(
          {.path = path, .error = {.code = code, .message = std::move(message), .where = path}});
    }
  }

  bool read_whole(std::ifstream& in, PileFile& file, const std::string& ending) const {
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(in.tellg(), 0));
    in.seekg(0);
    if (size > limits_.file_bytes) {
      skip(file.path, ErrorCode::over_limit,
           file.file.string() + " was left out: it has " + in_mebibytes(size) +
               ", and an article may have " + in_mebibytes(limits_.file_bytes) +
               "; cut it into parts");
      return true;
    }
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad()) {
      skip(file.path, ErrorCode::failed, "reading " + file.file.string() + " failed half-way");
      return true;
    }
    const bool html = ending == "html" || ending == "htm" || ending == "xhtml";
    const bool text = ending == "txt" || ending == "text";
    const RecordKind kind = html ? RecordKind::html : text ? RecordKind::text : sniff(bytes);
    return visitor_.record({.path = std::move(file.path),
                            .bytes = std::move(bytes),
                            .kind = kind,
                            .id = {},
                            .given = std::move(file.given)});
  }

  bool read_lines(std::ifstream& in, const PileFile& file) const {
    bool goes_on = true;
    std::uint64_t articles = 0;
    const bool whole = for_each_line(in, limits_.line_bytes, [&](LongLine&& line) {
      goes_on = read_line(std::move(line), file, articles);
      return goes_on;
    });
    if (!whole) {
      skip(file.path, ErrorCode::failed, "reading " + file.file.string() + " failed half-way");
    }
    return goes_on;
  }

  bool read_line(LongLine&& line, const PileFile& file, std::uint64_t& articles) const {
    const std::string where = file.path + " line " + std::to_string(line.number);
    if (line.too_long) {
      skip(where, ErrorCode::over_limit,
           where + ": this line was left out: it is longer than " +
               in_mebibytes(limits_.line_bytes));
      return true;
    }
    if (line.bytes.find_first_not_of(" \t\r") == std::string::npos) {
      return true;
    }
    const Result<JsonRecord> record = read_json_record(line.bytes);
    if (!record) {
      skip(where, record.error().code, where + ": " + record.error().message);
      return true;
    }
    ++articles;
    return visitor_.record({.path = file.path + "#" + std::to_string(articles),
                            .bytes = std::move(line.bytes),
                            .kind = RecordKind::json,
                            .source_offset = line.offset,
                            .id = {},
                            .given = file.given});
  }

  const Limits& limits_;
  const PileVisitor& visitor_;
};

}  // namespace

Result<void> read_pile(std::span<const std::string> paths, const Limits& limits,
                       const PileVisitor& visitor) {
  PileReader reader(limits, visitor);
  const WalkVisitor walk{.file = [&](PileFile&& file) { return reader.read(std::move(file)); },
                         .skipped =
                             [&](Skipped&& skipped) {
                               if (visitor.skipped) {
                                 visitor.skipped(std::move(skipped));
                               }
                             },
                         .settings =
                             [&](PileSettings&& settings) {
                               if (visitor.settings) {
                                 visitor.settings(std::move(settings));
                               }
                             }};
  return walk_pile(paths, walk);
}

std::size_t count_files(std::span<const std::string> paths) {
  std::size_t files = 0;
  const WalkVisitor walk{.file =
                             [&](PileFile&&) {
                               ++files;
                               return true;
                             },
                         .skipped = [](Skipped&&) {},
                         .settings = [](PileSettings&&) {}};
  const auto walked = walk_pile(paths, walk);
  return walked ? files : 0;
}

}  // namespace parallax
