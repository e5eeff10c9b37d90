#include "parallax/collect/inputs/input_kind.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("bytes have the first word, the name the second, looks the third") {
  CHECK(find_input_kind("WARC/1.0\r\n", "a.txt") == InputKind::warc);
  CHECK(find_input_kind("%PDF-1.7", "a.txt") == InputKind::pdf);
  CHECK(find_input_kind("\x1F\x8B\x08\x08", "a.html") == InputKind::gzip);
  CHECK(find_input_kind("\x28\xB5\x2F\xFD", "a") == InputKind::zstd);
  CHECK(find_input_kind("PK\x03\x04", "a.docx") == InputKind::zip);
  CHECK(find_input_kind(std::string(257, 'a') + "ustar", "a.tar") == InputKind::tar);
  CHECK(find_input_kind("Not packed.", "a.gz") == InputKind::text);
  CHECK(find_input_kind("<p>x", "a.txt") == InputKind::text);
  CHECK(find_input_kind("x", "b.HTM") == InputKind::html);
  CHECK(find_input_kind("x", "b.ndjson") == InputKind::json_lines);
  CHECK(find_input_kind("<!DOCTYPE html>", "saved") == InputKind::html);
  CHECK(find_input_kind("{\"id\":1,\"text\":\"x\"}", "news.gz") == InputKind::json_lines);
  CHECK(find_input_kind("{\"html\":\"<p>\"}", "") == InputKind::json_lines);
  CHECK(find_input_kind("", "") == InputKind::text);
}

TEST_CASE("a mail has fields that the post adds; an article that begins like one is none") {
  CHECK(find_input_kind("Received: x\nFrom: a@b\n\nHello", "mail") == InputKind::mail);
  CHECK(find_input_kind("From: Orrin\nSubject: Flood\n\nTen people", "note") == InputKind::text);
  CHECK(find_input_kind("Ten people died.\nMessage-ID: x\nFrom: y", "note") == InputKind::text);
  CHECK(find_input_kind("Anything", "a.eml") == InputKind::mail);
}

TEST_CASE("names inside folders that say that there is something to read") {
  for (const char* name :
       {"a.txt", "a.WARC.gz", "a.gz", "a.jsonl.zst", "a.tgz", "a.docx", "a.pdf"}) {
    CAPTURE(name);
    CHECK(has_known_ending(name));
  }
  for (const char* name : {"a", "a.sql.gz", "a.md", ".gz", "b/.txt", "gz", "a.plx", "a.gz.bak"}) {
    CAPTURE(name);
    CHECK_FALSE(has_known_ending(name));
  }
  CHECK(unpacked_name("a.jsonl.GZ") == "a.jsonl");
  CHECK(unpacked_name("a.jsonl") == "a.jsonl");
  CHECK(unpacked_name("a.tgz") == "a");
}
