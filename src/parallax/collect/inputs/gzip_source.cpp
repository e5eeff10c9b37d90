#include "parallax/collect/inputs/gzip_source.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>

namespace parallax {
namespace {

constexpr std::size_t kHeadBytes = 4;
constexpr std::string_view kMagic = "\x1F\x8B\x08";
/// Before each member at least `kAtHand` packed bytes are at hand, and filling brings `kWindow`: a
/// member of up to `kAtHand` is always whole.
constexpr std::size_t kAtHand = std::size_t{1} << 19U;
constexpr std::size_t kWindow = std::size_t{3} << 18U;
constexpr std::size_t kFirstOut = std::size_t{1} << 20U;
constexpr std::size_t kLargestOut = std::size_t{16} << 20U;

}  // namespace

bool begins_gzip(std::string_view bytes) {
  return bytes.size() >= kHeadBytes && bytes.starts_with(kMagic) &&
         (static_cast<unsigned char>(bytes[3]) & 0xE0U) == 0;
}

struct GzipSource::Engines {
  Engines() { inflateInit2(&stream, 15 + 16); }
  Engines(const Engines&) = delete;
  Engines& operator=(const Engines&) = delete;
  ~Engines() {
    libdeflate_free_decompressor(whole);
    inflateEnd(&stream);
  }
  libdeflate_decompressor* whole = libdeflate_alloc_decompressor();
  z_stream stream{};
};

GzipSource::GzipSource(ByteWindow& packed, const ExpansionLimit& limit, TroubleListener listener)
    : packed_(packed),
      limit_(limit),
      listener_(std::move(listener)),
      engines_(std::make_unique<Engines>()),
      out_(kFirstOut, '\0') {}

GzipSource::~GzipSource() = default;

void GzipSource::report(ErrorCode code, const std::string& what) {
  damaged_ = true;
  listener_(code, what);
}

/// Stands at the next member; false at the end.
bool GzipSource::seek_member() {
  if (packed_.bytes().size() < kAtHand) {
    packed_.fill(kWindow);
  }
  if (begins_gzip(packed_.bytes())) {
    return true;
  }
  const std::uint64_t from = packed_.offset();
  const bool expected = after_damage_;
  bool only_zeros = true;
  after_damage_ = false;
  while (!packed_.bytes().empty() && !begins_gzip(packed_.bytes())) {
    const std::string_view bytes = packed_.bytes();
    // A beginning may be cut by the end of the window: its bytes stay for the next round.
    const std::size_t found = bytes.find(kMagic, 1);
    const bool last = bytes.size() < kHeadBytes;
    const std::size_t passed = found != std::string_view::npos ? found
                               : last                          ? bytes.size()
                                                               : bytes.size() - kHeadBytes + 1;
    only_zeros =
        only_zeros && bytes.substr(0, passed).find_first_not_of('\0') == std::string_view::npos;
    packed_.consume(passed);
    packed_.fill(kAtHand);
  }
  const bool at_end = packed_.bytes().empty();
  if (!only_zeros && !expected) {
    report(ErrorCode::bad_format,
           "from byte " + std::to_string(from) + " on " + std::to_string(packed_.offset() - from) +
               " bytes are no gzip data" + (at_end ? "" : "; reading goes on behind them"));
  }
  return !at_end;
}

/// The next member in one go; empty where it is empty, too large, cut or damaged: in the last three
/// cases zlib shall try.
std::string_view GzipSource::inflate_whole() {
  const std::string_view packed = packed_.bytes();
  while (true) {
    std::size_t used = 0;
    std::size_t made = 0;
    const libdeflate_result result = libdeflate_gzip_decompress_ex(
        engines_->whole, packed.data(), packed.size(), out_.data(), out_.size(), &used, &made);
    if (result == LIBDEFLATE_SUCCESS) {
      packed_.consume(used);
      return std::string_view(out_).substr(0, made);
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || out_.size() >= kLargestOut) {
      break;
    }
    out_.resize(out_.size() * 4);
  }
  inflateReset(&engines_->stream);
  inside_member_ = true;
  return {};
}

std::string_view GzipSource::inflate_some() {
  const std::string_view packed = packed_.fill(kHeadBytes);
  z_stream& stream = engines_->stream;
  // zlib does not write there.
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // NOLINT: the library's types
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out_.data());  // NOLINT: the library's types
  stream.avail_out = static_cast<uInt>(out_.size());
  const int result = inflate(&stream, Z_NO_FLUSH);
  const std::size_t made = out_.size() - stream.avail_out;
  packed_.consume(packed.size() - stream.avail_in);
  inside_member_ = result == Z_OK;
  if (result != Z_OK && result != Z_STREAM_END) {
    after_damage_ = true;
    report(ErrorCode::bad_format,
           packed_.bytes().empty()
               ? "the gzip data end too early; the file was cut"
               : "the gzip data are damaged before byte " + std::to_string(packed_.offset()));
  }
  return std::string_view(out_).substr(0, made);
}

std::string_view GzipSource::checked(std::string_view unpacked) {
  unpacked_ += unpacked.size();
  if (limit_.passed_by(packed_.offset(), unpacked_)) {
    ended_ = true;
    report(ErrorCode::over_limit, "it unpacks to more than " + std::to_string(limit_.times) +
                                      " times its size; the rest was left out");
    return {};
  }
  return unpacked;
}

std::string_view GzipSource::next() {
  std::string_view unpacked;
  while (unpacked.empty() && !ended_) {
    if (inside_member_) {
      unpacked = checked(inflate_some());
    } else if (seek_member()) {
      unpacked = checked(inflate_whole());
    } else {
      ended_ = true;
    }
  }
  return unpacked;
}

}  // namespace parallax
