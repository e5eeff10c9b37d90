#include "parallax/collect/inputs/zstd_source.h"

#include <zstd.h>

namespace parallax {

struct ZstdSource::Engine {
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine() { ZSTD_freeDStream(stream); }
  ZSTD_DStream* stream = ZSTD_createDStream();
};

ZstdSource::ZstdSource(ByteWindow& packed, const ExpansionLimit& limit, TroubleListener listener)
    : packed_(packed),
      limit_(limit),
      listener_(std::move(listener)),
      engine_(std::make_unique<Engine>()),
      out_(ZSTD_DStreamOutSize(), '\0') {}

ZstdSource::~ZstdSource() = default;

void ZstdSource::stop(ErrorCode code, const std::string& what) {
  ended_ = true;
  damaged_ = true;
  listener_(code, what + "; the rest was left out");
}

/// How many bytes were made; zero also where nothing came of it, or it stopped.
std::size_t ZstdSource::unpack_some() {
  const std::string_view packed = packed_.fill(1);
  ZSTD_inBuffer in{.src = packed.data(), .size = packed.size(), .pos = 0};
  ZSTD_outBuffer out{.dst = out_.data(), .size = out_.size(), .pos = 0};
  const std::size_t result = ZSTD_decompressStream(engine_->stream, &out, &in);
  packed_.consume(in.pos);
  unpacked_ += out.pos;
  if (ZSTD_isError(result) != 0) {
    stop(ErrorCode::bad_format, "the zstd data are damaged (" +
                                    std::string(ZSTD_getErrorName(result)) + ") before byte " +
                                    std::to_string(packed_.offset()));
    return 0;
  }
  if (limit_.passed_by(packed_.offset(), unpacked_)) {
    stop(ErrorCode::over_limit,
         "it unpacks to more than " + std::to_string(limit_.times) + " times its size");
    return 0;
  }
  inside_frame_ = result != 0;
  if (packed.empty() && out.pos == 0) {
    ended_ = true;
  }
  return out.pos;
}

std::string_view ZstdSource::next() {
  std::size_t made = 0;
  while (made == 0 && !ended_) {
    if (!inside_frame_ && packed_.fill(1).empty()) {
      ended_ = true;
    } else {
      made = unpack_some();
      if (made == 0 && ended_ && !damaged_) {
        stop(ErrorCode::bad_format, "the zstd data end too early: the file was cut");
      }
    }
  }
  return std::string_view(out_).substr(0, made);
}

}  // namespace parallax
