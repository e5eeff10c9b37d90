#pragma once
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/result.h"

/// What every kind of input is read from. A *source* hands out bytes a stretch at a time, in
/// constant memory: a file, a compressed file, bytes in memory. A *window* over it (byte_window.h)
/// lets a reader look ahead. So one reader of WARC serves .warc, .warc.gz and .warc.zst:
///
///   FileSource -> ByteWindow -> GzipSource -> ByteWindow -> read_warc -> RecordSink
///
/// What is wrong on the way is told to the source's listener, and the bytes behind it follow.
namespace parallax {

/// Told of each thing that is wrong with a source: one sentence, without its path.
using TroubleListener = std::function<void(ErrorCode code, std::string sentence)>;

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// The next stretch, which lives until the next call; empty at the end.
  virtual std::string_view next() = 0;
  /// True once bytes were lost: its listener was told.
  virtual bool damaged() const { return false; }
};

/// A file, read from its beginning.
class FileSource : public ByteSource {
 public:
  FileSource(const std::filesystem::path& file, TroubleListener listener);

  bool is_open() const { return in_.is_open(); }
  std::string_view next() override;
  bool damaged() const override { return damaged_; }

 private:
  std::ifstream in_;
  TroubleListener listener_;
  std::vector<char> chunk_;
  bool damaged_ = false;
};

/// Bytes in memory, handed out in stretches of at most `stretch` bytes.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes, std::size_t stretch = std::string_view::npos)
      : rest_(bytes), stretch_(stretch) {}

  std::string_view next() override {
    const std::string_view taken = rest_.substr(0, stretch_);
    rest_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view rest_;
  std::size_t stretch_;
};

}  // namespace parallax
