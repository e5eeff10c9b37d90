#include "parallax/collect/inputs/warc_records.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "parallax/collect/inputs/http_answer.h"

namespace parallax {
namespace {

constexpr std::string_view kVersion = "WARC/1.";
constexpr std::string_view kNextRecord = "\nWARC/1.";
constexpr std::size_t kLargestHead = std::size_t{1} << 16U;
/// Between two records stand two line ends; some writers put in more.
constexpr std::size_t kLineEndBytes = 16;
constexpr std::size_t kStep = std::size_t{1} << 20U;

std::size_t line_ends(std::string_view bytes) {
  return std::min(bytes.find_first_not_of("\r\n"), bytes.size());
}

std::string_view without_line_ends(std::string_view block) {
  for (int i = 0; i < 2; ++i) {
    block.remove_suffix(block.ends_with('\n') ? 1 : 0);
    block.remove_suffix(block.ends_with('\r') ? 1 : 0);
  }
  return block;
}

/// The size of the head with the empty line that ends it; absent if it has no end.
std::optional<std::size_t> head_size(std::string_view bytes) {
  bytes = bytes.substr(0, kLargestHead);
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    const std::string_view rest = bytes.substr(at + 1);
    if (rest.starts_with('\n') || rest.starts_with("\r\n")) {
      return at + 1 + (rest.starts_with('\n') ? 1 : 2);
    }
  }
  return std::nullopt;
}

class WarcSplitter {
 public:
  WarcSplitter(ByteWindow& source, std::uint64_t most, const WarcVisitor& visitor)
      : source_(source), most_(most), visitor_(visitor) {}

  void run() {
    bool goes_on = true;
    while (goes_on) {
      while (source_.fill(kLargestHead).starts_with('\r') || source_.bytes().starts_with('\n')) {
        source_.consume(line_ends(source_.bytes()));
      }
      if (source_.bytes().empty()) {
        return;
      }
      const auto head = head_size(source_.bytes());
      const auto length = head ? stated_length(*head) : std::nullopt;
      if (length) {
        goes_on = take_record(*head, *length);
      } else {
        pass_over_strange_bytes();
      }
    }
  }

 private:
  /// Absent where no record begins here.
  std::optional<std::uint64_t> stated_length(std::size_t head) const {
    const std::string_view bytes = source_.bytes().substr(0, head);
    const std::string_view value = field_of_head(bytes, "Content-Length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    const bool is_number = error == std::errc() && end == value.data() + value.size();
    return bytes.starts_with(kVersion) && is_number ? std::optional(length) : std::nullopt;
  }

  void pass_over_strange_bytes() {
    const std::uint64_t from = source_.offset();
    skip_to_next_record();
    visitor_.trouble(ErrorCode::bad_format,
                     "from byte " + std::to_string(from) + " on " +
                         std::to_string(source_.offset() - from) + " bytes are no WARC record" +
                         (source_.bytes().empty() ? "" : "; reading goes on behind them"));
  }

  /// In constant memory.
  void skip_to_next_record() {
    source_.consume(1);
    while (!source_.fill(kStep).empty()) {
      const std::size_t found = source_.bytes().find(kNextRecord);
      if (found != std::string_view::npos) {
        source_.consume(found + 1);
        return;
      }
      const bool last = source_.bytes().size() < kStep;
      source_.consume(last ? source_.bytes().size()
                           : source_.bytes().size() - kNextRecord.size() + 1);
    }
  }

  /// Whether a record may end at `at`: the next one begins there, or nothing does, or the empty
  /// lines that end a record stand there before something strange.
  bool ends_at(std::size_t at) {
    const std::string_view bytes = source_.fill(at + kLineEndBytes + kVersion.size());
    if (at > bytes.size()) {
      return false;
    }
    const std::string_view rest = bytes.substr(at);
    const std::string_view next = rest.substr(line_ends(rest));
    return next.starts_with(kVersion) || kVersion.starts_with(next) || rest.starts_with("\r\n\r\n");
  }

  /// Where the next record begins, at most `most_` behind the head; absent if there is none so far.
  /// The window is filled a step at a time, so that no more is held than is looked at.
  std::optional<std::size_t> find_next(std::size_t head) {
    std::size_t from = head - 1;
    while (from < head + most_) {
      const std::string_view bytes = source_.fill(from + kStep);
      const std::size_t found = bytes.find(kNextRecord, from);
      if (found != std::string_view::npos) {
        return found + 1;
      }
      if (bytes.size() < from + kStep) {
        return std::nullopt;
      }
      from = bytes.size() - kNextRecord.size() + 1;
    }
    return std::nullopt;
  }

  bool take_record(std::size_t head, std::uint64_t length) {
    WarcRecord record{
        .offset = source_.offset(), .block_at = source_.offset() + head, .stated_bytes = length};
    // A length beyond the limit is not believed: the next record is looked for instead.
    const bool believed = length <= most_ && ends_at(head + length);
    std::size_t end = head + (believed ? length : 0);
    bool found = believed;
    if (!believed) {
      const auto next = find_next(head);
      found = next.has_value();
      end = next.value_or(std::min<std::uint64_t>(source_.bytes().size(), head + most_));
    }
    const bool at_end =
        !found && end == source_.bytes().size() && source_.fill(end + 1).size() == end;
    record.head = source_.bytes().substr(0, head);
    record.block = source_.bytes().substr(head, end - head);
    if (!believed) {
      record.block = without_line_ends(record.block);
      record.state = state_of(record, found, at_end);
    }
    if (record.state == WarcRecord::State::over_limit) {
      record.block = record.block.substr(0, kLargestHead);
    }
    const bool goes_on = visitor_.record(record);
    source_.consume(end);
    if (!found && !at_end) {
      skip_to_next_record();
    }
    return goes_on;
  }

  /// Of a record whose length is not believed.
  WarcRecord::State state_of(const WarcRecord& record, bool found, bool at_end) const {
    if (record.block.size() > most_ || (!found && !at_end)) {
      return WarcRecord::State::over_limit;
    }
    if (!found) {
      return WarcRecord::State::cut;
    }
    return record.block.size() > record.stated_bytes ? WarcRecord::State::long_block
                                                     : WarcRecord::State::short_block;
  }

  ByteWindow& source_;
  std::uint64_t most_;
  const WarcVisitor& visitor_;
};

}  // namespace

void for_each_warc_record(ByteWindow& source, std::uint64_t most, const WarcVisitor& visitor) {
  WarcSplitter(source, most, visitor).run();
}

}  // namespace parallax
