#pragma once
#include <memory>
#include <string>

#include "parallax/collect/inputs/byte_window.h"

namespace parallax {

/// How far something may unpack: a bomb is named, and nothing behind it is read.
struct ExpansionLimit {
  std::uint64_t times = 500;                           ///< its packed size
  std::uint64_t free_bytes = std::uint64_t{64} << 20;  ///< so much is always allowed

  bool passed_by(std::uint64_t packed, std::uint64_t unpacked) const {
    return unpacked > free_bytes && unpacked / times > packed;
  }
};

/// The inflated bytes of a gzip file of one or many members (RFC 1952). A member of up to half
/// a MiB, as each record of a WARC is, is inflated whole (libdeflate); a larger one runs through
/// zlib. Where a member is damaged or cut, what could be inflated is handed out, the listener is
/// told, and reading goes on at the next bytes that look like a member. Zeros between members are
/// padding.
class GzipSource : public ByteSource {
 public:
  GzipSource(ByteWindow& packed, const ExpansionLimit& limit, TroubleListener listener);
  ~GzipSource() override;

  std::string_view next() override;
  bool damaged() const override { return damaged_ || packed_.damaged(); }

 private:
  struct Engines;
  bool seek_member();
  std::string_view inflate_whole();
  std::string_view inflate_some();
  std::string_view checked(std::string_view unpacked);
  void report(ErrorCode code, const std::string& what);

  ByteWindow& packed_;
  ExpansionLimit limit_;
  TroubleListener listener_;
  std::unique_ptr<Engines> engines_;
  std::string out_;
  std::uint64_t unpacked_ = 0;
  bool inside_member_ = false;  ///< zlib is half-way through one
  bool after_damage_ = false;   ///< it was reported, and the next member is looked for
  bool damaged_ = false;
  bool ended_ = false;
};

/// `1F 8B 08` and flags that exist.
bool begins_gzip(std::string_view bytes);

}  // namespace parallax
