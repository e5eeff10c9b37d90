#include "parallax/collect/inputs/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "parallax/collect/inputs/gzip_source.h"

namespace parallax {
namespace {

using Outcome = Unpacked::Outcome;
constexpr std::size_t kStep = std::size_t{1} << 16U;

/// `window_bits` as zlib takes them: 31 with gzip's frame, 15 with zlib's, -15 with none.
Unpacked inflate_all(std::string_view packed, int window_bits, std::uint64_t most) {
  z_stream stream{};
  Unpacked unpacked{.outcome = Outcome::cut, .bytes = {}};
  if (inflateInit2(&stream, window_bits) != Z_OK) {
    return unpacked;
  }
  // zlib does not write there.
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // NOLINT: the library's types
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, kStep> step{};
  int result = Z_OK;
  while (result == Z_OK && unpacked.bytes.size() <= most) {
    stream.next_out = reinterpret_cast<Bytef*>(step.data());  // NOLINT: the library's types
    stream.avail_out = static_cast<uInt>(step.size());
    result = inflate(&stream, Z_NO_FLUSH);
    unpacked.bytes.append(step.data(), step.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  unpacked.outcome = unpacked.bytes.size() > most ? Outcome::over_limit
                     : result == Z_STREAM_END     ? Outcome::whole
                                                  : Outcome::cut;
  return unpacked;
}

Unpacked unpack_brotli(std::string_view packed, std::uint64_t most) {
  BrotliDecoderState* state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  Unpacked unpacked{.outcome = Outcome::cut, .bytes = {}};
  const auto* in = reinterpret_cast<const std::uint8_t*>(packed.data());  // NOLINT: its type
  std::size_t in_left = packed.size();
  std::array<std::uint8_t, kStep> step{};
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && unpacked.bytes.size() <= most) {
    std::uint8_t* out = step.data();
    std::size_t out_left = step.size();
    result = BrotliDecoderDecompressStream(state, &in_left, &in, &out_left, &out, nullptr);
    unpacked.bytes.append(step.data(), out);
  }
  BrotliDecoderDestroyInstance(state);
  unpacked.outcome = unpacked.bytes.size() > most              ? Outcome::over_limit
                     : result == BROTLI_DECODER_RESULT_SUCCESS ? Outcome::whole
                                                               : Outcome::cut;
  return unpacked;
}

/// The two bytes that zlib's frame begins with.
bool begins_zlib(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes.size() > 1 ? bytes[1] : '\0');
  return (first & 0x0FU) == 8 && (first * 256U + second) % 31 == 0;
}

/// Neither coding has a mark that it begins with: some pages pass for one for a while.
Unpacked page_after_all(Unpacked&& unpacked, std::string_view packed) {
  if (unpacked.outcome == Outcome::cut && (unpacked.bytes.empty() || packed.starts_with('<'))) {
    unpacked.outcome = Outcome::not_packed;
  }
  return std::move(unpacked);
}

}  // namespace

Unpacked unpack(std::string_view packed, std::string_view coding, std::uint64_t most) {
  if (coding == "gzip" || coding == "x-gzip") {
    return begins_gzip(packed) ? inflate_all(packed, 15 + 16, most)
                               : Unpacked{.outcome = Outcome::not_packed, .bytes = {}};
  }
  if (coding == "deflate") {
    Unpacked unpacked = inflate_all(packed, begins_zlib(packed) ? 15 : -15, most);
    return page_after_all(std::move(unpacked), packed);
  }
  if (coding == "br") {
    return page_after_all(unpack_brotli(packed, most), packed);
  }
  return {.outcome = Outcome::unknown_coding, .bytes = {}};
}

}  // namespace parallax
