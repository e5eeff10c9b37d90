#include "parallax/collect/inputs/gzip_source.h"

#include <doctest/doctest.h>
#include <zstd.h>

#include "parallax/collect/inputs/test_inputs.h"
#include "parallax/collect/inputs/zstd_source.h"

using namespace parallax;
using test::made_letters;
using test::packed;

namespace {

struct Read {
  std::string bytes;
  std::string trouble;
  bool damaged = false;
};

template <typename Source>
Read read_all(std::string_view file, std::size_t stretch, const ExpansionLimit& limit = {}) {
  MemorySource source(file, stretch);
  ByteWindow window(source);
  Read read;
  Source unpacked(window, limit,
                  [&](ErrorCode, const std::string& sentence) { read.trouble += sentence + "\n"; });
  for (auto bytes = unpacked.next(); !bytes.empty(); bytes = unpacked.next()) {
    read.bytes += bytes;
  }
  read.damaged = unpacked.damaged();
  return read;
}

std::string zstd_packed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

}  // namespace

TEST_CASE("a window holds what was asked for, and knows where it stands") {
  MemorySource source("abcdefghij", 3);
  ByteWindow window(source);
  CHECK(window.fill(4).substr(0, 4) == "abcd");
  window.consume(2);
  CHECK(window.fill(8) == "cdefghij");
  CHECK(window.fill(100) == "cdefghij");
  window.skip(5);
  CHECK(window.offset() == 7);
  CHECK(window.next() == "hij");
  CHECK(window.next().empty());
  CHECK(window.offset() == 10);
}

TEST_CASE("gzip members follow each other, empty and large ones too, with zeros between them") {
  const std::string large = made_letters(std::size_t{6} << 20U);  // packed more than is at hand
  const std::string empty_talk(std::size_t{40} << 20U, 'x');      // packed little, unpacked much
  const std::string file = packed("one ") + packed("") + std::string(700, '\0') + packed(large) +
                           packed("two ") + packed(empty_talk) + packed("three");
  std::string unpacked = "one ";
  unpacked.append(large).append("two ").append(empty_talk).append("three");
  for (const std::size_t stretch : {std::size_t{70'001}, std::string_view::npos}) {
    const Read read = read_all<GzipSource>(file, stretch);
    CHECK(read.bytes == unpacked);
    CHECK(read.trouble.empty());
    CHECK_FALSE(read.damaged);
  }
}

TEST_CASE("behind a damaged gzip member the next one is found, whatever stands between") {
  const std::string first = packed(made_letters(5000, 2));
  std::string broken = packed(made_letters(5000, 3));
  broken.replace(200, 400, std::string(400, '\xFF'));
  const Read read = read_all<GzipSource>(first + broken + packed(" last"), 100);
  CHECK(read.bytes.starts_with(made_letters(5000, 2)));
  CHECK(read.bytes.ends_with(" last"));
  CHECK(read.trouble.starts_with("the gzip data are damaged before byte "));
  CHECK(std::ranges::count(read.trouble, '\n') == 1);
  CHECK(read.damaged);

  const Read strange = read_all<GzipSource>(packed("a") + "\x1F\x8B\x09rubbish" + packed("b"), 5);
  CHECK(strange.bytes == "ab");
  CHECK(strange.trouble.contains("from byte 21 on 10 bytes are no gzip data; reading goes on"));
}

TEST_CASE("a gzip file that was cut gives what is there and says so") {
  const std::string whole = packed(made_letters(9000));
  for (const std::size_t size : {std::size_t{5}, whole.size() / 2, whole.size() - 4}) {
    const Read read = read_all<GzipSource>(whole.substr(0, size), 1000);
    CHECK(made_letters(9000).starts_with(read.bytes));
    CHECK(read.trouble == "the gzip data end too early; the file was cut\n");
  }
}

TEST_CASE("what unpacks without end is a bomb, in gzip and in zstd") {
  const std::string much(std::size_t{8} << 20U, 'x');
  const ExpansionLimit limit{.times = 100, .free_bytes = 1 << 20};
  const Read gzip = read_all<GzipSource>(packed(much) + packed("behind"), 4000, limit);
  CHECK(gzip.bytes.empty());
  CHECK(gzip.trouble.starts_with("it unpacks to more than 100 times its size"));
  const Read zstd = read_all<ZstdSource>(zstd_packed(much), 4000, limit);
  CHECK(zstd.bytes.size() < (2U << 20U));
  CHECK(zstd.trouble.starts_with("it unpacks to more than 100 times its size"));
}

TEST_CASE("zstd frames follow each other; damage and a cut are named") {
  const std::string words = made_letters(300'000);
  const std::string file = zstd_packed(words) + zstd_packed("") + zstd_packed(" and more");
  CHECK(read_all<ZstdSource>(file, 999).bytes == words + " and more");
  CHECK(read_all<ZstdSource>(file, 999).trouble.empty());
  const Read cut = read_all<ZstdSource>(file.substr(0, 100'000), 999);
  CHECK(words.starts_with(cut.bytes));
  CHECK(cut.trouble == "the zstd data end too early: the file was cut; the rest was left out\n");
  std::string broken = file;
  broken.replace(4, 100, std::string(100, '\xFF'));
  CHECK(read_all<ZstdSource>(broken, 999).damaged);
}
