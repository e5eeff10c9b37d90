#pragma once
#include <memory>
#include <string>

#include "parallax/collect/inputs/gzip_source.h"

namespace parallax {

/// The unpacked bytes of a zstd file (RFC 8878) of one or many frames, with windows of up to 128
/// MiB. Where a frame is damaged or cut the listener is told, and nothing behind it is read: a
/// frame cannot be found again.
class ZstdSource : public ByteSource {
 public:
  ZstdSource(ByteWindow& packed, const ExpansionLimit& limit, TroubleListener listener);
  ~ZstdSource() override;

  std::string_view next() override;
  bool damaged() const override { return damaged_ || packed_.damaged(); }

 private:
  struct Engine;
  void stop(ErrorCode code, const std::string& what);
  std::size_t unpack_some();

  ByteWindow& packed_;
  ExpansionLimit limit_;
  TroubleListener listener_;
  std::unique_ptr<Engine> engine_;
  std::string out_;
  std::uint64_t unpacked_ = 0;
  bool inside_frame_ = false;
  bool damaged_ = false;
  bool ended_ = false;
};

}  // namespace parallax
