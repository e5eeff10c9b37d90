#pragma once
#include <cstdint>
#include <string>

#include "parallax/collect/collect.h"
#include "parallax/collect/inputs/byte_source.h"

namespace parallax {

/// Where the records of one file go: gives them their path, `PATH` for the only one and `PATH#N`
/// for one of many, and what parallax.toml says of the file; names what is left out.
class RecordSink {
 public:
  RecordSink(const Limits& limits, const PileVisitor& visitor, std::string path, Metadata given)
      : limits_(limits), visitor_(visitor), path_(std::move(path)), given_(std::move(given)) {}

  const Limits& limits() const { return limits_; }
  const std::string& path() const { return path_; }

  /// The only record of this file. False: no more are wanted.
  bool put(Record&& record);
  /// The next of many. False: no more are wanted.
  bool put_next(Record&& record);

  /// What is wrong with the file, or a place in it.
  void skip(ErrorCode code, const std::string& sentence) { skip_at(path_, code, sentence); }
  void skip_at(const std::string& place, ErrorCode code, const std::string& sentence);
  /// The next of many is left out; its number is used up.
  void skip_next(ErrorCode code, const std::string& sentence);
  /// The next of many has something wrong with it, and is put nevertheless.
  void warn_next(ErrorCode code, const std::string& sentence);
  /// Something in this file that holds no article, such as a picture.
  void pass_over();

  TroubleListener listener() {
    return [this](ErrorCode code, const std::string& sentence) { skip(code, sentence); };
  }

 private:
  std::string numbered(std::uint64_t number) const;
  bool hand_over(Record&& record, std::string path);

  const Limits& limits_;
  const PileVisitor& visitor_;
  std::string path_;
  Metadata given_;
  std::uint64_t records_ = 0;
};

/// `64 MiB`, for sentences.
std::string in_mebibytes(std::uint64_t bytes);

}  // namespace parallax
