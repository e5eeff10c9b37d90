#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

/// Bytes of an HTTP answer without its Content-Encoding.
struct Unpacked {
  enum class Outcome : std::uint8_t {
    whole,
    cut,             ///< damaged or too short; `bytes` is what came out before
    over_limit,      ///< it goes on behind `most` bytes
    not_packed,      ///< the bytes do not look as the head says
    unknown_coding,  ///< or several of them
  };
  Outcome outcome = Outcome::whole;
  std::string bytes;
};

/// `coding` in lower case: gzip, x-gzip, deflate (with or without zlib's frame), br.
Unpacked unpack(std::string_view packed, std::string_view coding, std::uint64_t most);

}  // namespace parallax
