#include "parallax/collect/inputs/read_input.h"

#include <cerrno>

#include "parallax/collect/inputs/archive_members.h"
#include "parallax/collect/inputs/byte_window.h"
#include "parallax/collect/inputs/gzip_source.h"
#include "parallax/collect/inputs/input_kind.h"
#include "parallax/collect/inputs/mail.h"
#include "parallax/collect/inputs/pdf_text.h"
#include "parallax/collect/inputs/warc_pages.h"
#include "parallax/collect/inputs/zstd_source.h"
#include "parallax/collect/json_lines.h"
#include "parallax/collect/json_record.h"

namespace parallax {
namespace {

/// All bytes of a source that holds one article; absent where that was left out, which was said.
std::optional<std::string> whole_page(ByteWindow& source, RecordSink& sink) {
  const std::uint64_t most = sink.limits().file_bytes;
  std::string bytes(source.fill(most + 1));
  if (bytes.size() > most) {
    sink.skip(ErrorCode::over_limit, "it was left out: it has more than " + in_mebibytes(most) +
                                         ", and an article may have no more; cut it into parts");
    return std::nullopt;
  }
  if (source.damaged()) {
    return std::nullopt;
  }
  return bytes;
}

bool read_page(ByteWindow& source, RecordKind kind, RecordSink& sink) {
  auto bytes = whole_page(source, sink);
  return !bytes || sink.put({.bytes = std::move(*bytes), .kind = kind});
}

bool read_mail_file(ByteWindow& source, RecordSink& sink) {
  const auto bytes = whole_page(source, sink);
  if (!bytes) {
    return true;
  }
  auto record = read_mail(*bytes);
  if (!record) {
    sink.skip(ErrorCode::bad_format, "this mail holds no text that can be read");
    return true;
  }
  return sink.put(std::move(*record));
}

bool read_json_line(LongLine&& line, RecordSink& sink) {
  const std::string where = sink.path() + " line " + std::to_string(line.number);
  if (line.too_long) {
    sink.skip_at(
        where, ErrorCode::over_limit,
        "this line was left out: it is longer than " + in_mebibytes(sink.limits().line_bytes));
    return true;
  }
  if (line.bytes.find_first_not_of(" \t\r") == std::string::npos) {
    return true;
  }
  if (const Result<JsonRecord> record = read_json_record(line.bytes); !record) {
    sink.skip_at(where, record.error().code, record.error().message);
    return true;
  }
  return sink.put_next(
      {.bytes = std::move(line.bytes), .kind = RecordKind::json, .source_offset = line.offset});
}

bool read_json_lines(ByteWindow& source, RecordSink& sink) {
  bool goes_on = true;
  for_each_line(source, sink.limits().line_bytes, [&](LongLine&& line) {
    goes_on = read_json_line(std::move(line), sink);
    return goes_on;
  });
  return goes_on;
}

/// What is not packed: read from a file as well as out of a packed one.
bool read_unpacked(InputKind kind, ByteWindow& source, RecordSink& sink) {
  switch (kind) {
    case InputKind::json_lines:
      return read_json_lines(source, sink);
    case InputKind::warc:
      return read_warc(source, sink);
    case InputKind::tar:
      return read_tar(source, sink);
    case InputKind::mail:
      return read_mail_file(source, sink);
    case InputKind::html:
      return read_page(source, RecordKind::html, sink);
    default:
      return read_page(source, RecordKind::text, sink);
  }
}

bool is_packed(InputKind kind) {
  return kind == InputKind::gzip || kind == InputKind::zstd || kind == InputKind::zip ||
         kind == InputKind::pdf;
}

/// `unpacked` is a source over the inflated bytes of a file.
bool read_packed(ByteSource& unpacked, std::string_view name, RecordSink& sink) {
  ByteWindow window(unpacked);
  const InputKind kind = find_input_kind(window.fill(kSniffedBytes), unpacked_name(name));
  if (is_packed(kind)) {
    sink.skip(ErrorCode::bad_format,
              "it is packed twice (a document or an archive in an archive) and was left out; "
              "unpack it first");
    return true;
  }
  if (window.bytes().empty() && unpacked.damaged()) {
    return true;
  }
  return read_unpacked(kind, window, sink);
}

bool read_pdf(const std::filesystem::path& file, RecordSink& sink) {
  auto text = pdf_text(
      file, {.seconds = sink.limits().converter_seconds, .output_bytes = sink.limits().file_bytes});
  if (!text) {
    sink.skip(text.error().code, text.error().message);
    return true;
  }
  Record record{.bytes = std::move(*text), .kind = RecordKind::text};
  record.notes.push_back({.span = {},
                          .kind = "converted",
                          .text = "this PDF was converted by pdftotext; places in its source are "
                                  "places in the text that it wrote"});
  return sink.put(std::move(record));
}

}  // namespace

bool read_input(const std::filesystem::path& file, std::string_view name, RecordSink& sink) {
  errno = 0;
  FileSource source(file, sink.listener());
  if (!source.is_open()) {
    const bool refused = errno == EACCES;
    sink.skip(refused ? ErrorCode::no_permission : ErrorCode::failed,
              "cannot open " + file.string() +
                  (refused ? ": you may not read it; change its permissions (chmod)"
                           : ": check that it still exists"));
    return true;
  }
  ByteWindow window(source);
  const InputKind kind = find_input_kind(window.fill(kSniffedBytes), name);
  const ExpansionLimit limit{.times = sink.limits().expansion};
  switch (kind) {
    case InputKind::gzip: {
      GzipSource unpacked(window, limit, sink.listener());
      return read_packed(unpacked, name, sink);
    }
    case InputKind::zstd: {
      ZstdSource unpacked(window, limit, sink.listener());
      return read_packed(unpacked, name, sink);
    }
    case InputKind::zip:
      return read_zip(file, sink);
    case InputKind::pdf:
      return read_pdf(file, sink);
    default:
      return read_unpacked(kind, window, sink);
  }
}

}  // namespace parallax
