#include "scratch.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "promise.h"

namespace parallax::fuzz {
namespace {

std::filesystem::path made_folder() {
  const std::filesystem::path memory = "/dev/shm";
  std::error_code error;
  const auto above = std::filesystem::is_directory(memory, error)
                         ? memory
                         : std::filesystem::temp_directory_path();
  std::string name = (above / "parallax_fuzz_XXXXXX").string();
  require(mkdtemp(name.data()) != nullptr, "no scratch folder can be made in " + above.string());
  return name;
}

}  // namespace

ScratchFolder::ScratchFolder() : path_(made_folder()) {}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string ScratchFolder::write(const char* name, std::string_view bytes) const {
  const std::filesystem::path file = path_ / name;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  require(out.good(), "the scratch folder is full");
  return file.string();
}

void ScratchFolder::remove(const char* name) const {
  std::error_code ignored;
  std::filesystem::remove(path_ / name, ignored);
}

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace parallax::fuzz
