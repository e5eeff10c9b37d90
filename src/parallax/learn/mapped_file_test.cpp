#include "parallax/learn/mapped_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "parallax/learn/model_file.h"

namespace parallax {
namespace {

/// A folder that goes when it is left.
class Folder {
 public:
  Folder() { REQUIRE(mkdtemp(path_.data()) != nullptr); }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name = "") const { return path_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::string path_ = std::filesystem::temp_directory_path() / "parallax-mapped-XXXXXX";
};

}  // namespace

TEST_CASE("mapped file: the bytes of a file, also when it is moved, and none of an empty one") {
  const Folder folder;
  auto file = MappedFile::open(folder.write("a", "some bytes"));
  REQUIRE(file.has_value());
  CHECK(file->bytes() == "some bytes");
  MappedFile moved = std::move(*file);
  CHECK(moved.bytes() == "some bytes");
  CHECK(file->bytes().empty());  // NOLINT(bugprone-use-after-move): what is promised
  auto empty = MappedFile::open(folder.write("b", ""));
  REQUIRE(empty.has_value());
  CHECK(empty->bytes().empty());
  moved = std::move(*empty);
  CHECK(moved.bytes().empty());
}

TEST_CASE("mapped file: what cannot be read is told in a sentence") {
  const Folder folder;
  const auto missing = MappedFile::open(folder.path("missing"));
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().message.find("missing") != std::string::npos);
  CHECK_FALSE(MappedFile::open(folder.path()).has_value());
  CHECK_FALSE(MappedFile::open("/dev/zero").has_value());
}

TEST_CASE("mapped file: a model file is opened where it lies") {
  const Folder folder;
  const ModelIdentity identity{.stage = "syntax", .language = "en", .templates = 1};
  ModelWriter writer(identity);
  const std::vector<double> numbers = {1, 2, 3};
  writer.array<double>("numbers", numbers);
  const auto mapped = MappedFile::open(folder.write("model", writer.bytes()));
  REQUIRE(mapped.has_value());
  const auto file = ModelFile::open(mapped->bytes(), identity);
  REQUIRE(file.has_value());
  CHECK(file->array<double>("numbers")->back() == 3);
}

}  // namespace parallax
