#include "parallax/project/map_lines.h"

#include <algorithm>
#include <array>
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
  std::optional<std::string> text(const char* name) {
    const auto member = problem_.empty() ? object_.find(name) : object_.end();
    if (member == object_.end() || member->is_null()) {
      return std::nullopt;
    }
    if (!member->is_string()) {
      problem_ = std::string("\"") + name + "\" must be a string";
      return std::nullopt;
    }
    return member->get<std::string>();
  }
  Metadata metadata() {
    Metadata given;
    for (const char* name : {"title", "outlet", "side", "author", "published", "url", "language"}) {
      *field_of(given, name) = text(name);
    }
    return given;
  }
  void refuse(const std::string& problem) { problem_ = problem_.empty() ? problem : problem_; }
  const std::string& problem() const { return problem_; }

 private:
  nlohmann::json object_;
  std::string problem_;
};

void lay_over(const Metadata& given, Metadata& metadata) {
  Metadata over = given;
  for (const char* name : {"title", "outlet", "side", "author", "published", "url", "language"}) {
    if (*field_of(over, name)) {
      *field_of(metadata, name) = *field_of(over, name);
    }
  }
}

/// Tokens carry it; attributions are found with it, and voices are attributions.
bool stands_on_syntax(std::string_view layer) {
  static constexpr std::array kLayers = {"tokens", "attributions", "figures",
                                         "events", "labels",       "sourcing"};
  return std::ranges::find(kLayers, layer) != kLayers.end();
}

class Mapping {
 public:
  Mapping(const ArticleReader& reader, std::span<const std::string> layers)
      : reader_(reader), layers_(layers) {}

  void put(const Article& article) {
    const bool syntax = layers_.empty() || std::ranges::any_of(layers_, stands_on_syntax);
    mapped_.out +=
        analysis_as_json_line(article, reader_.read(article, {.syntax = syntax}), layers_);
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
              const std::size_t number = record.path.rfind('#');
              const bool one_of_many = !record.id.empty() || number != std::string::npos;
              record.id = one_of_many && number != std::string::npos
                              ? path + record.path.substr(number)
                              : id;
              lay_over(given, record.given);
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

struct Line {
  std::size_t number = 0;
  std::string bytes;
  bool too_long = false;
  MappedLine mapped;
};

void map_one(Line& line, const ArticleReader& reader, const MapOptions& options) {
  if (line.too_long) {
    line.mapped.problems = {"this line is longer than 64 MiB and was left out"};
  } else if (!trim(line.bytes).empty()) {
    line.mapped = map_line(line.bytes, reader, options.layers);
  }
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
  if (line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  Request request(line);
  const auto id = request.text("id");
  const Metadata given = request.metadata();
  const auto text = request.text("text");
  const auto html = request.text("html");
  const auto path = request.text("path");
  if (!id) {
    request.refuse("\"id\" is missing");
  } else if (!text && !html && !path) {
    request.refuse("one of \"text\", \"html\" and \"path\" is needed");
  }
  Mapping mapping(reader, layers);
  if (!request.problem().empty()) {
    mapping.problem(request.problem());
  } else if (text) {
    mapping.put(article_from_clean_text(*id, *text, given));
  } else if (html) {
    mapping.put(
        Record{.path = *id, .bytes = *html, .kind = RecordKind::html, .id = *id, .given = given});
  } else {
    mapping.put_file(*id, *path, given);
  }
  return mapping.take();
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
      for (const std::string& problem : line.mapped.problems) {
        ends.problem(line.number, problem);
      }
      bad += line.mapped.problems.empty() ? 0 : 1;
      if (auto written = ends.write(line.mapped.out); !written) {
        return std::unexpected(written.error());
      }
    }
  }
  return bad;
}

}  // namespace parallax
