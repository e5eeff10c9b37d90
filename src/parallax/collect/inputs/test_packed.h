#pragma once
#include <zlib.h>

#include <string>
#include <string_view>

/// For tests, fuzzing and benches: bytes as archives and servers pack them.
namespace parallax::test {

/// `window_bits`: 31 for a gzip member, 15 for zlib's frame, -15 for neither. `level`: 1 to 9.
inline std::string packed(std::string_view bytes, int window_bits = 31, int level = 6) {
  z_stream stream{};
  deflateInit2(&stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: the library's types
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());  // NOLINT: the library's types
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace parallax::test
