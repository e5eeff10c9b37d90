#include "parallax/collect/inputs/record_sink.h"

namespace parallax {

std::string in_mebibytes(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
  return bytes < kMebibyte ? std::to_string(bytes) + " bytes"
                           : std::to_string(bytes / kMebibyte) + " MiB";
}

std::string RecordSink::numbered(std::uint64_t number) const {
  return path_ + "#" + std::to_string(number);
}

bool RecordSink::hand_over(Record&& record, std::string path) {
  record.path = std::move(path);
  record.given = overlaid(std::move(record.given), given_);
  return visitor_.record(std::move(record));
}

bool RecordSink::put(Record&& record) { return hand_over(std::move(record), path_); }

bool RecordSink::put_next(Record&& record) {
  ++records_;
  return hand_over(std::move(record), numbered(records_));
}

void RecordSink::skip_at(const std::string& place, ErrorCode code, const std::string& sentence) {
  if (visitor_.skipped) {
    visitor_.skipped({.path = place,
                      .error = {.code = code, .message = place + ": " + sentence, .where = place}});
  }
}

void RecordSink::skip_next(ErrorCode code, const std::string& sentence) {
  ++records_;
  skip_at(numbered(records_), code, sentence);
}

void RecordSink::warn_next(ErrorCode code, const std::string& sentence) {
  skip_at(numbered(records_ + 1), code, sentence);
}

void RecordSink::pass_over() {
  if (visitor_.passed_over) {
    visitor_.passed_over(path_);
  }
}

}  // namespace parallax
