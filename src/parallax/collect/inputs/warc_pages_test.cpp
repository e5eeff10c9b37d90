#include "parallax/collect/inputs/warc_pages.h"

#include <doctest/doctest.h>

#include "parallax/collect/inputs/gzip_source.h"
#include "parallax/collect/inputs/test_inputs.h"

using namespace parallax;
using test::packed;
using test::Taken;

namespace {

constexpr std::string_view kPage = "<!DOCTYPE html><p>Ten people died in Orrin.</p>";

std::string http(std::string_view body, const std::string& fields = "",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=\"windows-1251\"\r\n" +
         fields + "\r\n" + std::string(body);
}

std::string record(const std::string& type, const std::string& block, std::int64_t length = -1,
                   const std::string& media = "application/http") {
  const auto size = length < 0 ? static_cast<std::int64_t>(block.size()) : length;
  return "WARC/1.1\r\nwarc-type: " + type + "\r\nWARC-Target-URI: <https://orrin.example/a>\r\n" +
         "Content-Type: " + media + "\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

void read(std::string_view file, Taken& taken, std::size_t stretch = 50) {
  MemorySource source(file, stretch);
  ByteWindow window(source);
  read_warc(window, taken.sink);
}

}  // namespace

TEST_CASE("answers, resources and conversions are read; the rest is passed over and counted") {
  const std::string file = record("warcinfo", "software: none\r\n", -1, "application/warc-fields") +
                           record("request", "GET / HTTP/1.1\r\n\r\n") +
                           record("response", http(kPage)) + record("revisit", http("")) +
                           record("response", http(kPage, "", "404 Not Found")) +
                           record("response", "orrin.example. 60 IN A 192.0.2.1", -1, "text/dns") +
                           record("resource", std::string(kPage), -1, "text/html") +
                           record("conversion", "Ten people died.", -1, "text/plain") +
                           record("resource", "\x89PNG", -1, "image/png");
  Taken taken;
  read(file, taken);
  REQUIRE(taken.records.size() == 3);
  CHECK(taken.passed_over == 6);
  CHECK(taken.skipped.empty());
  CHECK(taken.records[0].path == "in#1");
  CHECK(taken.records[0].bytes == kPage);
  CHECK(taken.records[0].charset == "windows-1251");
  CHECK(taken.records[0].given.url == "https://orrin.example/a");
  CHECK_FALSE(taken.records[0].given.published);
  CHECK(taken.records[1].kind == RecordKind::html);
  CHECK(taken.records[2].kind == RecordKind::text);
  for (const Record& one : taken.records) {
    CHECK(std::string_view(file).substr(one.source_offset).starts_with(one.bytes));
  }
}

TEST_CASE("chunks and packing are taken off; where they are broken, what is there is kept") {
  const std::string page(kPage);
  const std::string half = "10\r\n" + page.substr(0, 16) + "\r\nxyz\r\n" + page.substr(16);
  const std::string zip = "Content-Encoding: gzip\r\n";
  const std::string chunks = "Transfer-Encoding: chunked\r\n";
  const std::string gzip = packed(page);
  std::array<char, 8> size{};
  std::snprintf(size.data(), size.size(), "%zx", gzip.size());
  Taken taken;
  read(record("response", http("10;x=y\r\n" + page.substr(0, 16) + "\r\n1F\r\n" + page.substr(16) +
                                   "\r\n0\r\n\r\n",
                               chunks)) +
           record("response", http(half, chunks)) + record("response", http(page, chunks)) +
           record("response", http(gzip, zip)) + record("response", http(page, zip)) +
           record("response", http(size.data() + ("\r\n" + gzip) + "\r\n0\r\n\r\n", zip + chunks)) +
           record("response", http(packed(page, 15), "Content-Encoding: deflate\r\n")) +
           record("response", http(packed(page, -15), "Content-Encoding: deflate\r\n")) +
           record("response", http(page, "Content-Encoding: br\r\n")) +
           record("response", http(gzip.substr(0, gzip.size() - 6), zip)),
       taken);
  CHECK(taken.said().empty());
  REQUIRE(taken.records.size() == 10);
  for (const std::size_t whole : {0, 2, 3, 4, 5, 6, 7, 8, 9}) {
    CAPTURE(whole);
    CHECK(taken.records[whole].bytes == page);
    const bool as_sent = whole == 2 || whole == 4 || whole == 8;
    CHECK(taken.records[whole].notes.empty() == as_sent);
    CHECK((taken.records[whole].source_offset > 0) == as_sent);
  }
  CHECK(taken.records[1].bytes == page.substr(0, 16));
}

TEST_CASE("an answer in an unknown packing, or one that unpacks to too much, is named") {
  Taken taken({.file_bytes = 10'000});
  read(record("response", http(packed(std::string(1'000'000, ' ')), "Content-Encoding: gzip\r\n")) +
           record("response", http("x", "Content-Encoding: sdch\r\n")) +
           record("response", http(std::string(20'000, 'x'))) + record("response", http(kPage)),
       taken);
  CHECK(taken.said() ==
        "in#1: this page was left out: it unpacks to more than 10000 bytes\n"
        "in#2: this page was left out: its packing (\"sdch\") is not known\n"
        "in#3: this WARC record was left out: it is larger than 10000 bytes\n");
  REQUIRE(taken.records.size() == 1);
  CHECK(taken.records[0].path == "in#4");
}

TEST_CASE("where a length is wrong, reading goes on at the next record") {
  const std::string good = record("response", http(kPage));
  const std::string counted =
      http(kPage, "Content-Length: " + std::to_string(kPage.size()) + "\r\n");
  std::string file;
  for (const std::string& wrong :
       {record("response", http(kPage), 60),    // too short: the page goes on
        record("response", http(kPage), 5000),  // too long, and perhaps cut
        record("response", counted, 5000),      // too long, but HTTP says it is whole
        record("response", http(kPage), 99'999'999'999)}) {
    file.append(wrong).append(good);
  }
  file.append(record("request", "GET /\r\n\r\n", 3)).append("rubbish\r\nmore\r\n").append(good);
  for (const std::size_t stretch : {1, 50, 100'000}) {
    Taken taken;
    read(file, taken, stretch);
    REQUIRE(taken.records.size() == 7);
    CHECK(taken.records[0].bytes == kPage);
    CHECK(taken.records[0].notes.at(0).kind == "wrong_length");
    CHECK(taken.records[2].path == "in#4");
    CHECK(taken.records[3].bytes == kPage);
    CHECK(taken.records[6].path == "in#9");
    CHECK(taken.skipped.size() == 5);
    CHECK(taken.said().contains("in#1: the length of this WARC record is wrong: it says 60 bytes"));
    CHECK(taken.said().contains("in#3: the length of this WARC record is wrong: it says 5000"));
    CHECK(taken.said().contains("; it was left out\nin#5: "));
    CHECK(taken.said().contains("in: byte "));
  }
}

TEST_CASE("bytes that are no record are passed over and named") {
  Taken taken;
  read("rubbish\r\n\r\nWARC/1.0\r\nno length\r\n\r\n" + record("response", http(kPage)) +
           "WARC/1.0\r\nContent-Length: -5\r\n\r\nx",
       taken);
  REQUIRE(taken.records.size() == 1);
  CHECK(taken.skipped.size() == 3);
  CHECK(taken.said().contains("in: from byte 0 on 11 bytes are no WARC record"));
}

TEST_CASE("a file that was cut keeps what is whole; a page is whole where HTTP says so") {
  const std::string good = record("response", http(kPage));
  Taken cut;
  read(good + good.substr(0, good.size() - 10), cut);
  CHECK(cut.records.size() == 1);
  CHECK(cut.said() == "in#2: this WARC record was left out: the file ends in the middle of it\n");
  for (const std::size_t size : {std::size_t{3}, std::size_t{40}, good.size() - 70}) {
    Taken head;
    read(good + good.substr(0, size), head);
    CHECK(head.records.size() == 1);
    CHECK(head.skipped.size() == 1);
  }
  Taken no_line_ends;
  read(good.substr(0, good.size() - 4), no_line_ends);
  CHECK(no_line_ends.records.size() == 1);
  CHECK(no_line_ends.skipped.empty());
}

TEST_CASE("a page that speaks of WARC is one page") {
  const std::string page = "<!DOCTYPE html><pre>\r\nWARC/1.0\r\nWARC-Type: response\r\n</pre>";
  Taken taken;
  read(record("response", http(page)), taken);
  REQUIRE(taken.records.size() == 1);
  CHECK(taken.records[0].bytes == page);
}

TEST_CASE("a WARC of one large gzip member and one of many are the same records") {
  std::string plain;
  std::string members;
  for (int i = 0; i < 200; ++i) {
    const std::string one = record("response", http(std::string(kPage) + test::made_letters(9000)));
    plain += one;
    members += packed(one);
  }
  for (const std::string& file : {packed(plain), members}) {
    MemorySource source(file, 10'000);
    ByteWindow window(source);
    Taken taken;
    GzipSource unpacked(window, {}, taken.sink.listener());
    ByteWindow inside(unpacked);
    read_warc(inside, taken.sink);
    CHECK(taken.records.size() == 200);
    CHECK(taken.skipped.empty());
    CHECK(taken.records.back().source_offset ==
          plain.size() - 4 - taken.records.back().bytes.size());
  }
}

TEST_CASE("the reading stops when enough was read") {
  Taken taken;
  taken.wanted = 2;
  const std::string good = record("response", http(kPage));
  read(good + good + good, taken);
  CHECK(taken.records.size() == 2);
}

TEST_CASE("what stands between two records is no part of either") {
  const std::string good = record("response", http(kPage));
  Taken taken;
  read(good + "rubbish\r\n" + good, taken);
  REQUIRE(taken.records.size() == 2);
  CHECK(taken.records[0].bytes == kPage);
  CHECK(taken.skipped.size() == 1);
}
