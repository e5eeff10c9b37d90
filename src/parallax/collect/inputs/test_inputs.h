#pragma once
#include <zlib.h>

#include <string>
#include <vector>

#include "parallax/collect/inputs/record_sink.h"

/// For the tests of this folder: what a reader hands over, and bytes to read.
namespace parallax::test {

/// Takes what a sink gets, under the path "in".
struct Taken {
  std::vector<Record> records;
  std::vector<Skipped> skipped;
  std::size_t passed_over = 0;
  std::size_t wanted = 1000;
  Limits limits;
  PileVisitor visitor{.record =
                          [this](Record&& record) {
                            records.push_back(std::move(record));
                            return records.size() < wanted;
                          },
                      .skipped = [this](Skipped&& s) { skipped.push_back(std::move(s)); },
                      .settings = {},
                      .passed_over = [this](const std::string&) { ++passed_over; }};
  RecordSink sink{limits, visitor, "in", {}};

  Taken() = default;
  explicit Taken(const Limits& other) : limits(other) {}
  Taken(const Taken&) = delete;
  Taken& operator=(const Taken&) = delete;
  ~Taken() = default;

  /// The sentences of what was skipped, a line each.
  std::string said() const {
    std::string all;
    for (const Skipped& one : skipped) {
      all += one.error.message + "\n";
    }
    return all;
  }
};

/// `window_bits`: 31 for gzip, 15 for zlib, -15 for neither.
inline std::string packed(std::string_view bytes, int window_bits = 31) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
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

/// Letters that do not pack well, from a seed.
inline std::string made_letters(std::size_t size, std::uint32_t seed = 1) {
  std::string letters(size, ' ');
  for (char& letter : letters) {
    seed = seed * 1664525U + 1013904223U;
    letter = static_cast<char>('a' + (seed >> 24U) % 26U);
  }
  return letters;
}

}  // namespace parallax::test
