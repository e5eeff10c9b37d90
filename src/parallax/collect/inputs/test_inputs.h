#pragma once
#include <string>
#include <vector>

#include "parallax/collect/inputs/record_sink.h"
#include "parallax/collect/inputs/test_packed.h"

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
