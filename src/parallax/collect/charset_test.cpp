#include "parallax/collect/charset.h"

#include <doctest/doctest.h>

#include "parallax/text/utf8.h"

using namespace parallax;

namespace {

std::string utf8_of(std::string_view bytes) {
  const ConvertedBytes converted = convert_to_utf8(bytes, find_charset(bytes));
  CHECK(converted.text.source_size() == bytes.size());
  CHECK(is_valid_utf8(converted.text.text()));
  return converted.text.text();
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("byte order marks are obeyed and left out") {
  CHECK(utf8_of("\xEF\xBB\xBFSarn") == "Sarn");
  CHECK(utf8_of("\xFF\xFE" + utf16(u"Dəl 😀", false)) == "Dəl 😀");
  CHECK(utf8_of("\xFE\xFF" + utf16(u"Dəl 😀", true)) == "Dəl 😀");
}

TEST_CASE("UTF-16 without a mark shows by its zero bytes") {
  CHECK(utf8_of(utf16(u"The bridge of Sarn is closed.", false)) == "The bridge of Sarn is closed.");
  CHECK(utf8_of(utf16(u"The bridge of Sarn is closed.", true)) == "The bridge of Sarn is closed.");
}

TEST_CASE("a lone surrogate becomes one U+FFFD and the rest stays aligned") {
  const std::string lone("\x00\xD8", 2);
  CHECK(utf8_of("\xFF\xFE" + utf16(u"ab", false) + lone + utf16(u"cd", false)) == "ab\uFFFDcd");
}

TEST_CASE("a declared charset is used, an undeclared one guessed") {
  CHECK(utf8_of("<meta charset=windows-1252><p>\x93Oda\x94 \x96 Sarn") ==
        "<meta charset=windows-1252><p>“Oda” – Sarn");
  CHECK(utf8_of(
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xC4\xE0") ==
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>Да");
  CHECK(utf8_of("The caf\xE9 on Mill Street") == "The café on Mill Street");
  CHECK(find_charset("The caf\xE9 on Mill Street").guessed);
}

TEST_CASE("valid UTF-8 wins over a stale declaration") {
  CHECK(utf8_of("<meta charset=iso-8859-1><p>Dəlvar") == "<meta charset=iso-8859-1><p>Dəlvar");
}

TEST_CASE("multi-byte charsets are converted character by character") {
  const std::string page = "<meta charset=shift_jis>\x93\x8C\x8B\x9E.";
  CHECK(utf8_of(page) == "<meta charset=shift_jis>東京.");
  CHECK(utf8_of("<meta charset=gb2312>\xB1\xB1\xBE\xA9!") == "<meta charset=gb2312>北京!");
  CHECK(utf8_of("<meta charset=iso-2022-jp>\x1B$B\x45\x6C\x1B(B.") ==
        "<meta charset=iso-2022-jp>東.");
}

TEST_CASE("a letter that waits for a sign above it is not lost") {
  CHECK(utf8_of("<meta charset=windows-1258>Ha\xCC N\xF4\xF2i") ==
        "<meta charset=windows-1258>Hà Nội");
  const ConvertedBytes waits = convert_to_utf8("\x88\x62\xA4\xA4", {.name = "BIG5-HKSCS"});
  CHECK(waits.text.text() == "Ê̄中");
  CHECK(waits.text.source_size() == 4);
}

TEST_CASE("broken UTF-8 costs one U+FFFD for each broken byte") {
  const std::string bytes = "Dəlvar və Quləm \xFF\xC3 ə";
  const ConvertedBytes converted = convert_to_utf8(bytes, find_charset(bytes));
  CHECK(converted.broken == 2);
  CHECK(converted.text.text() == "Dəlvar və Quləm \uFFFD\uFFFD ə");
}

TEST_CASE("every byte of every charset gives something") {
  std::string all;
  for (int i = 1; i < 256; ++i) {
    all += static_cast<char>(i);
  }
  for (const char* name : {"windows-1252", "windows-1251", "KOI8-R", "CP932", "GB18030", "BIG5",
                           "UHC", "UTF-16LE", "ISO-2022-JP", "no-such-charset"}) {
    CAPTURE(name);
    const ConvertedBytes converted = convert_to_utf8(all, {.name = name});
    CHECK(converted.text.source_size() == all.size());
    CHECK(is_valid_utf8(converted.text.text()));
  }
}
