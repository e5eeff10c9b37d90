#include "parallax/collect/inputs/byte_source.h"

namespace parallax {

FileSource::FileSource(const std::filesystem::path& file, TroubleListener listener)
    : in_(file, std::ios::binary), listener_(std::move(listener)), chunk_(std::size_t{1} << 18U) {}

std::string_view FileSource::next() {
  if (!in_) {
    return {};
  }
  in_.read(chunk_.data(), static_cast<std::streamsize>(chunk_.size()));
  if (in_.bad()) {
    damaged_ = true;
    listener_(ErrorCode::failed, "reading failed half-way");
  }
  return {chunk_.data(), static_cast<std::size_t>(in_.gcount())};
}

}  // namespace parallax
