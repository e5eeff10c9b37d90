#include "parallax/project/map_lines.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "parallax/present/present.h"
#include "parallax/project/in_parallel.h"
#include "parallax/project/line_reader.h"
#include "parallax/project/project_state.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLinesPerJob = 16;
constexpr std::size_t kBatchBytes = std::size_t{32} << 20;
/// What a line names and is larger is mapped when its turn to be written has come, a batch of
/// records at a time: it may hold a hundred thousand articles.
constexpr std::uintmax_t kLargeFile = std::uintmax_t{1} << 20;
constexpr std::size_t kRecordsPerJob = 32;
constexpr std::size_t kRecordBytes = std::size_t{16} << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A line's object, member by member; what is wrong with it is the first sentence that came up.
class Request {
 public:
  explicit Request(std::string_view line) : object_(nlohmann::json::parse(line, nullptr, false)) {
    if (object_.is_discarded()) {
      problem_ = "this is not valid JSON";
    } else if (!object_.is_object()) {
      problem_ = "this is no JSON object";
    }
  }

  /// A member that is a string; absent when it is missing or null.
  std::optional<std::string> text(std::string_view name) {
    const auto member = problem_.empty() ? object_.find(name) : object_.end();
    if (member == object_.end() || member->is_null()) {
      return std::nullopt;
    }
    if (!member->is_string()) {
      problem_ = "\"" + std::string(name) + "\" must be a string";
      return std::nullopt;
    }
    return member->get<std::string>();
  }
  Metadata metadata() {
    Metadata given;
    for (const NamedField& each : kMetadataFields) {
      given.*each.member = text(each.name);
    }
    return given;
  }
  void refuse(const std::string& problem) { problem_ = problem_.empty() ? problem : problem_; }
  const std::string& problem() const { return problem_; }

 private:
  nlohmann::json object_;
  std::string problem_;
};

/// Tokens carry it; attributions are found with it, and voices are attributions.
bool stands_on_syntax(std::string_view layer) {
  static constexpr std::array kLayers = {"tokens", "attributions", "figures",
                                         "events", "labels",       "sourcing"};
  return std::ranges::find(kLayers, layer) != kLayers.end();
}

/// The article itself is there before anything is read in it.
bool is_read(std::string_view layer) { return layer != "article"; }

/// A record of the file at `path` gets its id and what the line says of it.
void name_record(const std::string& id, const std::string& path, const Metadata& given,
                 Record& record) {
  const std::size_t number = record.path.rfind('#');
  record.id = number == std::string::npos ? id : path + record.path.substr(number);
  record.given = overlaid(std::move(record.given), given);
}

class Mapping {
 public:
  Mapping(const ArticleReader& reader, std::span<const std::string> layers)
      : reader_(reader), layers_(layers) {}

  void put(const Article& article) {
    const bool syntax = layers_.empty() || std::ranges::any_of(layers_, stands_on_syntax);
    const bool reads = layers_.empty() || std::ranges::any_of(layers_, is_read);
    const Analysis analysis = reads ? reader_.read(article, {.syntax = syntax}) : Analysis();
    mapped_.out += analysis_as_json_line(article, analysis, layers_);
    mapped_.out += '\n';
  }
  void put(const Record& record) {
    const auto article = reader_.collect(record);
    if (article) {
      put(*article);
    } else {
      problem(article.error().message);
    }
  }
  /// All records of a file; where it holds many, their ids are PATH#N.
  void put_file(const std::string& id, const std::string& path, const Metadata& given) {
    const PileVisitor visitor = {
        .record =
            [&](Record&& record) {
              name_record(id, path, given, record);
              put(record);
              return true;
            },
        .skipped = [&](Skipped&& skipped) { problem(skipped.error.message); },
        .settings = [](PileSettings&&) {}};
    const auto walked = read_pile(std::span(&path, 1), Limits{}, visitor);
    if (!walked) {
      problem(walked.error().message);
    }
  }
  void problem(std::string sentence) { mapped_.problems.push_back(std::move(sentence)); }
  MappedLine take() { return std::move(mapped_); }

 private:
  const ArticleReader& reader_;
  std::span<const std::string> layers_;
  MappedLine mapped_;
};

/// What a line asks for.
struct Asked {
  std::optional<std::string> id, text, html, path;
  Metadata given;
  std::string problem;
};

Asked read_line(std::string_view line) {
  if (line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  Request request(line);
  Asked asked{.id = request.text("id"), .given = request.metadata()};
  asked.text = request.text("text");
  asked.html = request.text("html");
  asked.path = request.text("path");
  if (!asked.id) {
    request.refuse("\"id\" is missing");
  } else if (!asked.text && !asked.html && !asked.path) {
    request.refuse("one of \"text\", \"html\" and \"path\" is needed");
  }
  asked.problem = request.problem();
  return asked;
}

MappedLine map_asked(const Asked& asked, const ArticleReader& reader,
                     std::span<const std::string> layers) {
  Mapping mapping(reader, layers);
  if (!asked.problem.empty()) {
    mapping.problem(asked.problem);
  } else if (asked.text) {
    mapping.put(article_from_clean_text(*asked.id, *asked.text, asked.given));
  } else if (asked.html) {
    mapping.put(Record{.path = *asked.id,
                       .bytes = *asked.html,
                       .kind = RecordKind::html,
                       .id = *asked.id,
                       .given = asked.given});
  } else {
    mapping.put_file(*asked.id, *asked.path, asked.given);
  }
  return mapping.take();
}

bool names_large_file(const Asked& asked) {
  std::error_code none;
  return asked.problem.empty() && !asked.text && !asked.html &&
         std::filesystem::is_regular_file(*asked.path, none) &&
         std::filesystem::file_size(*asked.path, none) > kLargeFile;
}

struct Line {
  std::size_t number = 0;
  std::string bytes;
  bool too_long = false;
  MappedLine mapped;
  std::optional<Asked> waits;  ///< it names a large file
};

void map_one(Line& line, const ArticleReader& reader, const MapOptions& options) {
  if (line.too_long) {
    line.mapped.problems = {"this line is longer than 64 MiB and was left out"};
  } else if (!trim(line.bytes).empty()) {
    Asked asked = read_line(line.bytes);
    if (names_large_file(asked)) {
      line.waits = std::move(asked);
    } else {
      line.mapped = map_asked(asked, reader, options.layers);
    }
  }
}

/// Maps the file that a line names and writes its articles in their order, in constant memory.
class LargeFile {
 public:
  LargeFile(const Line& line, const ArticleReader& reader, const MapOptions& options,
            const MapEnds& ends)
      : line_(line), reader_(reader), options_(options), ends_(ends) {}

  Result<void> run() {
    const Asked& asked = *line_.waits;
    const PileVisitor visitor = {
        .record =
            [&](Record&& record) {
              name_record(*asked.id, *asked.path, asked.given, record);
              return take(std::move(record));
            },
        .skipped = [&](Skipped&& skipped) { problem(skipped.error.message); },
        .settings = [](PileSettings&&) {}};
    const auto walked = read_pile(std::span(&*asked.path, 1), Limits{}, visitor);
    if (!walked) {
      problem(walked.error().message);
    }
    write_batch();
    return written_;
  }
  bool has_problems() const { return has_problems_; }

 private:
  bool take(Record&& record) {
    bytes_ += record.bytes.size();
    batch_.push_back(std::move(record));
    if (batch_.size() >= kRecordsPerJob * options_.jobs || bytes_ >= kRecordBytes) {
      write_batch();
    }
    return written_.has_value() && !ends_.stop();
  }

  void write_batch() {
    std::vector<MappedLine> mapped(batch_.size());
    in_parallel(options_.jobs, batch_.size(), [&](std::size_t i) {
      Mapping mapping(reader_, options_.layers);
      mapping.put(batch_[i]);
      mapped[i] = mapping.take();
    });
    for (const MappedLine& one : mapped) {
      for (const std::string& sentence : one.problems) {
        problem(sentence);
      }
      written_ = written_ ? ends_.write(one.out) : written_;
    }
    batch_.clear();
    bytes_ = 0;
  }

  void problem(const std::string& sentence) {
    has_problems_ = true;
    ends_.problem(line_.number, sentence);
  }

  const Line& line_;
  const ArticleReader& reader_;
  const MapOptions& options_;
  const MapEnds& ends_;
  std::vector<Record> batch_;
  std::size_t bytes_ = 0;
  bool has_problems_ = false;
  Result<void> written_;
};

/// Writes what became of a line. True if it had problems.
Result<bool> write_line(const Line& line, const ArticleReader& reader, const MapOptions& options,
                        const MapEnds& ends) {
  for (const std::string& problem : line.mapped.problems) {
    ends.problem(line.number, problem);
  }
  if (!line.waits) {
    const auto written = ends.write(line.mapped.out);
    return written ? Result<bool>(!line.mapped.problems.empty()) : std::unexpected(written.error());
  }
  LargeFile file(line, reader, options, ends);
  const auto written = file.run();
  return written ? Result<bool>(file.has_problems()) : std::unexpected(written.error());
}

/// The next lines: enough to keep all threads busy, not more than memory allows, and no waiting
/// while there is something to do.
Result<std::vector<Line>> next_batch(LineReader& input, std::size_t most, std::size_t& number) {
  std::vector<Line> batch;
  std::size_t bytes = 0;
  while (batch.size() < most && bytes < kBatchBytes && (batch.empty() || !input.must_wait())) {
    Line line;
    const auto read = input.next(line.bytes);
    if (!read) {
      return std::unexpected(read.error());
    }
    if (*read == LineReader::Read::end) {
      break;
    }
    line.number = ++number;
    line.too_long = *read == LineReader::Read::too_long;
    bytes += line.bytes.size();
    batch.push_back(std::move(line));
  }
  return batch;
}

}  // namespace

MappedLine map_line(std::string_view line, const ArticleReader& reader,
                    std::span<const std::string> layers) {
  return map_asked(read_line(line), reader, layers);
}

Result<std::size_t> map_lines(const ArticleReader& reader, const MapOptions& options,
                              const MapEnds& ends) {
  LineReader input(ends.input, Limits{}.line_bytes);
  std::size_t number = 0;
  std::size_t bad = 0;
  while (!ends.stop()) {
    auto batch = next_batch(input, kLinesPerJob * options.jobs, number);
    if (!batch) {
      return std::unexpected(batch.error());
    }
    if (batch->empty()) {
      break;
    }
    in_parallel(options.jobs, batch->size(),
                [&](std::size_t i) { map_one((*batch)[i], reader, options); });
    for (const Line& line : *batch) {
      const auto had_problems = write_line(line, reader, options, ends);
      if (!had_problems) {
        return std::unexpected(had_problems.error());
      }
      bad += *had_problems ? 1 : 0;
    }
  }
  return bad;
}

}  // namespace parallax
