#include "parallax/collect/inputs/warc_pages.h"

#include "parallax/collect/charset.h"
#include "parallax/collect/inputs/http_answer.h"
#include "parallax/collect/inputs/warc_records.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

using State = WarcRecord::State;

/// A page or a text in a record, before it is unpacked.
struct Payload {
  HttpAnswer answer;  ///< `body` alone where there is no HTTP
  RecordKind kind = RecordKind::html;
  std::string charset;
};

std::optional<RecordKind> kind_of(std::string_view media, std::string_view body) {
  if (media == "text/html" || media == "application/xhtml+xml") {
    return RecordKind::html;
  }
  if (media == "text/plain") {
    return RecordKind::text;
  }
  const std::string begin = ascii_lower(body.substr(0, 256));
  const bool page = begin.contains("<!doctype html") || begin.contains("<html");
  return media.empty() && page ? std::optional(RecordKind::html) : std::nullopt;
}

/// Absent where the record holds no article.
std::optional<Payload> payload_of(const WarcRecord& record) {
  const std::string type = ascii_lower(field_of_head(record.head, "WARC-Type"));
  Payload payload{.answer = {.status = 200, .head = {}, .body = record.block}};
  MediaType media = media_type(field_of_head(record.head, "Content-Type"));
  if (type == "response") {
    const auto answer = read_http_answer(record.block);
    if (!answer) {
      return std::nullopt;
    }
    payload.answer = *answer;
    media = media_type(field_of_head(answer->head, "Content-Type"));
  } else if (type != "resource" && type != "conversion") {
    return std::nullopt;
  }
  const auto kind = kind_of(media.type, payload.answer.body);
  if (!kind || payload.answer.status != 200) {
    return std::nullopt;
  }
  payload.kind = *kind;
  payload.charset = std::move(media.charset);
  return payload;
}

/// WARC 1.0 showed it in angle brackets.
std::optional<std::string> target_of(const WarcRecord& record) {
  std::string_view target = field_of_head(record.head, "WARC-Target-URI");
  if (target.starts_with('<') && target.ends_with('>')) {
    target = target.substr(1, target.size() - 2);
  }
  return target.empty() ? std::nullopt : std::optional(repaired_utf8(target));
}

std::string wrong_length(const WarcRecord& record) {
  return "the length of this WARC record is wrong: it says " + std::to_string(record.stated_bytes) +
         " bytes, and the next record begins after " + std::to_string(record.block.size());
}

class WarcReader {
 public:
  explicit WarcReader(RecordSink& sink) : sink_(sink) {}

  bool take(const WarcRecord& record) {
    const auto payload = payload_of(record);
    if (!payload) {
      name_damage(record);
      sink_.pass_over();
      return true;
    }
    if (record.state == State::over_limit) {
      sink_.skip_next(ErrorCode::over_limit, "this WARC record was left out: it is larger than " +
                                                 in_mebibytes(sink_.limits().file_bytes));
      return true;
    }
    HttpBody body = unpack_body(payload->answer, sink_.limits().file_bytes);
    if (!body.unknown.empty()) {
      sink_.skip_next(ErrorCode::bad_format, "this page was left out: its packing (\"" +
                                                 shown(body.unknown) + "\") is not known");
      return true;
    }
    if (body.over_limit) {
      sink_.skip_next(ErrorCode::over_limit, "this page was left out: it unpacks to more than " +
                                                 in_mebibytes(sink_.limits().file_bytes));
      return true;
    }
    return is_whole_enough(record, body) ? put(record, *payload, std::move(body)) : true;
  }

 private:
  static std::string shown(std::string_view value) {
    std::string shown(value.substr(0, 40));
    for (char& c : shown) {
      c = c < ' ' || c > '~' ? '?' : c;
    }
    return shown;
  }

  /// Half an article would seem to leave things out: it is not read.
  bool is_whole_enough(const WarcRecord& record, const HttpBody& body) {
    if (record.state == State::cut && !body.whole) {
      sink_.skip_next(ErrorCode::bad_format,
                      "this WARC record was left out: the file ends in the middle of it");
      return false;
    }
    if (record.state == State::short_block && !body.whole) {
      sink_.skip_next(ErrorCode::bad_format, wrong_length(record) + "; it was left out");
      return false;
    }
    return true;
  }

  void name_damage(const WarcRecord& record) {
    const std::string place = "byte " + std::to_string(record.offset) + ": ";
    if (record.state == State::cut) {
      sink_.skip(ErrorCode::bad_format, place + "the file ends in the middle of a WARC record");
    } else if (record.state == State::short_block || record.state == State::long_block) {
      sink_.skip(ErrorCode::bad_format, place + wrong_length(record));
    }
  }

  bool put(const WarcRecord& warc, const Payload& payload, HttpBody&& body) {
    Record record{.kind = payload.kind, .charset = payload.charset};
    record.given.url = target_of(warc);
    if (body.changed) {
      record.bytes = std::move(body.bytes);
      record.notes.push_back({.span = {},
                              .kind = "converted",
                              .text = "this page was sent in chunks or packed; places in its "
                                      "source are places in the page as it was unpacked"});
    } else {
      record.bytes = payload.answer.body;
      record.source_offset = warc.block_at + (warc.block.size() - payload.answer.body.size());
    }
    if (warc.state != State::whole) {
      const std::string wrong = warc.state == State::cut
                                    ? "the file ends too early for this WARC record"
                                    : wrong_length(warc);
      record.notes.push_back({.span = {}, .kind = "wrong_length", .text = wrong});
      sink_.warn_next(ErrorCode::bad_format, wrong + "; it was read nevertheless");
    }
    return sink_.put_next(std::move(record));
  }

  RecordSink& sink_;
};

}  // namespace

bool read_warc(ByteWindow& source, RecordSink& sink) {
  WarcReader reader(sink);
  bool goes_on = true;
  for_each_warc_record(source, sink.limits().file_bytes,
                       {.record =
                            [&](const WarcRecord& record) {
                              goes_on = reader.take(record);
                              return goes_on;
                            },
                        .trouble = sink.listener()});
  return goes_on;
}

}  // namespace parallax
