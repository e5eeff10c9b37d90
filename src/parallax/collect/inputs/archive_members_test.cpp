#include "parallax/collect/inputs/archive_members.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <utility>

#include "parallax/collect/inputs/test_inputs.h"

using namespace parallax;
using test::Taken;
namespace fs = std::filesystem;

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

/// An archive file that is gone after the test.
class ArchiveFile {
 public:
  ArchiveFile(const Members& members, bool zip, std::string_view behind = "")
      : file_(fs::temp_directory_path() / ("parallax-archive-" + std::to_string(getpid()))) {
    archive* out = archive_write_new();
    zip ? archive_write_set_format_zip(out) : archive_write_set_format_ustar(out);
    archive_write_open_filename(out, file_.c_str());
    for (const auto& [name, bytes] : members) {
      archive_entry* entry = archive_entry_new();
      archive_entry_set_pathname(entry, name.c_str());
      archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
      archive_entry_set_filetype(entry, AE_IFREG);
      archive_entry_set_perm(entry, 0644);
      archive_write_header(out, entry);
      archive_write_data(out, bytes.data(), bytes.size());
      archive_entry_free(entry);
    }
    archive_write_free(out);
    std::ofstream(file_, std::ios::app | std::ios::binary) << behind;
  }
  ArchiveFile(const ArchiveFile&) = delete;
  ArchiveFile& operator=(const ArchiveFile&) = delete;
  ~ArchiveFile() {
    std::error_code ignored;
    fs::remove(file_, ignored);
  }
  const fs::path& path() const { return file_; }
  void cut(std::uint64_t size) const { fs::resize_file(file_, size); }

 private:
  fs::path file_;
};

void read_tar_file(const fs::path& file, Taken& taken) {
  FileSource source(file, taken.sink.listener());
  ByteWindow window(source);
  read_tar(window, taken.sink);
}

}  // namespace

TEST_CASE("pages and texts of a zip and a tar are records; the rest is passed over") {
  const Members members = {{"one.html", "<p>One."},
                           {"picture.png", "\x89PNG"},
                           {"deep/er/two.txt", "Two."},
                           {"three.zip", "PK\x03\x04"},
                           {"four.txt", "%PDF-1.4"}};
  for (const bool zip : {true, false}) {
    const ArchiveFile file(members, zip);
    Taken taken;
    zip ? (void)read_zip(file.path(), taken.sink) : read_tar_file(file.path(), taken);
    REQUIRE(taken.records.size() == 2);
    CHECK(taken.records[0].path == "in#1");
    CHECK(taken.records[0].kind == RecordKind::html);
    CHECK(taken.records[1].path == "in#2");
    CHECK(taken.records[1].bytes == "Two.");
    CHECK(taken.records[1].notes.at(0).text.contains("deep/er/two.txt"));
    CHECK(taken.passed_over == 1);
    REQUIRE(taken.skipped.size() == 2);
    CHECK(taken.skipped[0].error.message.starts_with("in (three.zip): this member is no text"));
  }
}

TEST_CASE("an office document is one record") {
  const ArchiveFile file(
      {{"word/document.xml", "<w:document xmlns:w='a'><w:p><w:t>Ten.</w:t></w:p></w:document>"},
       {"docProps/core.xml", "<c xmlns:d='b'><d:title>Flood</d:title></c>"}},
      true);
  Taken taken;
  read_zip(file.path(), taken.sink);
  REQUIRE(taken.records.size() == 1);
  CHECK(taken.records[0].path == "in");
  CHECK(taken.records[0].bytes.contains("<p>Ten.</p>"));
  CHECK(taken.records[0].given.title == "Flood");
  CHECK(taken.records[0].notes.at(0).kind == "converted");
}

TEST_CASE("members have a limit in number, size and expansion") {
  const std::string much(std::size_t{2} << 20U, 'x');
  const ArchiveFile file({{"a.txt", "One."}, {"b.txt", much}, {"c.txt", "Three."}}, true);
  Taken large({.file_bytes = 1 << 20});
  read_zip(file.path(), large.sink);
  CHECK(large.records.size() == 2);
  CHECK(large.said() == "in (b.txt): this member was left out: it has more than 1 MiB\n");
  Taken many({.archive_members = 1});
  read_zip(file.path(), many.sink);
  CHECK(many.records.size() == 1);
  CHECK(many.said() == "in: this archive has more than 1 members; the rest was left out\n");

  const std::string zeros(std::size_t{40} << 20U, '\0');
  const ArchiveFile bomb({{"a.txt", zeros}, {"b.txt", zeros}, {"c.txt", "Three."}}, true);
  Taken taken({.expansion = 50});
  read_zip(bomb.path(), taken.sink);
  CHECK(taken.records.size() == 1);
  CHECK(taken.said().starts_with("in: it unpacks to more than 50 times its size"));
}

TEST_CASE("archives that are cut, broken or hold nothing are named") {
  const Members members = {{"a.txt", test::made_letters(50'000)}, {"b.txt", "Two."}};
  for (const bool zip : {true, false}) {
    const ArchiveFile file(members, zip);
    file.cut(20'000);
    Taken taken;
    zip ? (void)read_zip(file.path(), taken.sink) : read_tar_file(file.path(), taken);
    CHECK(taken.records.empty());
    CHECK_FALSE(taken.skipped.empty());
  }
  const ArchiveFile nothing({{"a.png", "\x89PNG"}}, true);
  Taken taken;
  read_zip(nothing.path(), taken.sink);
  CHECK(taken.said().contains("holds no text"));
}
