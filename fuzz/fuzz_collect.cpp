// From any bytes to an article. The first byte says what the bytes are said to be, the second how
// they are dressed up: with a byte order mark, in 16 bits, with a charset that they declare.
#include <array>
#include <string>
#include <string_view>

#include "checked_record.h"
#include "input.h"
#include "parallax/collect/collect.h"

namespace parallax::fuzz {
namespace {

using namespace std::string_view_literals;

/// Each byte a unit of 16 bits: ASCII of the dictionary becomes UTF-16.
std::string widened(std::string_view bytes, bool big_endian) {
  std::string wide;
  for (const char byte : bytes) {
    wide += big_endian ? '\0' : byte;
    wide += big_endian ? byte : '\0';
  }
  return wide;
}

std::string dressed(unsigned hint, std::string_view bytes) {
  constexpr std::array<std::string_view, 6> kBefore = {
      "",
      "\xEF\xBB\xBF",
      "<meta charset=\"windows-1251\">",
      "<?xml version=\"1.0\" encoding=\"shift_jis\"?>",
      "<meta http-equiv=content-type content='text/html; charset=gb18030'>",
      "\xFF\xFE\0\0"sv};
  if (hint < kBefore.size()) {
    return std::string(kBefore.at(hint)).append(bytes);
  }
  return hint == kBefore.size() ? "\xFF\xFE" + widened(bytes, false) : widened(bytes, true);
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  fuzz::Input input(data, size);
  const unsigned kind = input.kind(5);
  const std::string bytes = fuzz::dressed(input.kind(8), input.rest());
  switch (kind) {
    case 0:
      fuzz::check_record({.path = "made-up.txt", .bytes = bytes, .kind = RecordKind::text}, kRules);
      break;
    case 1:
      fuzz::check_record({.path = "made-up.html", .bytes = bytes, .kind = RecordKind::html},
                         kRules);
      break;
    case 2:
      fuzz::check_record({.path = "made-up.jsonl#1",
                          .bytes = std::string(input.rest()),
                          .kind = RecordKind::json,
                          .source_offset = 17},
                         kRules);
      break;
    case 3:
      fuzz::check_file("made-up.unknown", bytes, kRules);
      break;
    default:
      fuzz::check_file("made-up.jsonl", input.rest(), kRules);
  }
  return 0;
}
