#include "parallax/store/compress.h"

#include <zstd.h>

#include <memory>
#include <vector>

namespace parallax {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr int kLevel = 3;

struct FreeCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

std::string compress(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  frame.resize(
      ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size()));
  return frame;
}

Result<std::string> decompress(std::string_view bytes) {
  const Error damage{ErrorCode::bad_format, "stored bytes are damaged", {}};
  const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
  std::vector<char> chunk(ZSTD_DStreamOutSize());
  std::string whole;
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (;;) {
    ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(left) != 0 || whole.size() + out.pos > kMostBytes) {
      return std::unexpected(damage);
    }
    whole.append(chunk.data(), out.pos);
    if (left == 0) {
      return in.pos == in.size ? Result<std::string>(std::move(whole)) : std::unexpected(damage);
    }
    if (in.pos == in.size && out.pos < chunk.size()) {
      return std::unexpected(damage);
    }
  }
}

}  // namespace parallax
