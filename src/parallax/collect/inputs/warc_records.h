#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

#include "parallax/collect/inputs/byte_window.h"

namespace parallax {

/// One record of a WARC file. The views live until the reader goes on.
struct WarcRecord {
  enum class State : std::uint8_t {
    whole,
    long_block,   ///< its length is wrong: more stands before the next record, all of it in `block`
    short_block,  ///< the next record begins too early
    cut,          ///< the file ends too early
    over_limit,   ///< the block is too large; `block` is its beginning
  };
  State state = State::whole;
  std::string_view head;           ///< `Name: value` lines, without the version
  std::string_view block;          ///< what follows the head
  std::uint64_t offset = 0;        ///< where the record begins in the source
  std::uint64_t block_at = 0;      ///< where `block` begins in the source
  std::uint64_t stated_bytes = 0;  ///< Content-Length
};

struct WarcVisitor {
  std::function<bool(const WarcRecord&)> record;  ///< false stops the reading
  TroubleListener trouble;                        ///< bytes that are no record
};

/// Splits WARC 1.0 and 1.1 (ISO 28500) into records, in memory bounded by `most`, the size of the
/// largest block handed out. A record ends where its length says if the next one or the end of the
/// source follows; else at the next line that begins `WARC/1.`.
void for_each_warc_record(ByteWindow& source, std::uint64_t most, const WarcVisitor& visitor);

}  // namespace parallax
