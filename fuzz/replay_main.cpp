// Feeds files to a fuzz target without libFuzzer, in any build: `parallax_fuzz_replay TARGET
// PATH...` with a file or a folder of files. Each stands in a buffer of exactly its size, so that
// AddressSanitizer sees one byte too many.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scratch.h"

// Each target's LLVMFuzzerTestOneInput, under a name of its own (CMakeLists.txt).
extern "C" {
int fuzz_collect(const std::uint8_t* data, std::size_t size);
int fuzz_inputs(const std::uint8_t* data, std::size_t size);
int fuzz_map(const std::uint8_t* data, std::size_t size);
int fuzz_project_file(const std::uint8_t* data, std::size_t size);
int fuzz_settings(const std::uint8_t* data, std::size_t size);
int fuzz_http(const std::uint8_t* data, std::size_t size);
int fuzz_model(const std::uint8_t* data, std::size_t size);
}

namespace {

struct Target {
  std::string_view name;
  int (*run)(const std::uint8_t* data, std::size_t size);
};
constexpr std::array<Target, 7> kTargets = {{{"collect", fuzz_collect},
                                             {"inputs", fuzz_inputs},
                                             {"map", fuzz_map},
                                             {"project_file", fuzz_project_file},
                                             {"settings", fuzz_settings},
                                             {"http", fuzz_http},
                                             {"model", fuzz_model}}};

std::vector<std::filesystem::path> files_at(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) {
    return {path};
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void feed(const Target& target, const std::filesystem::path& file) {
  std::fprintf(stderr, "%s\n", file.c_str());
  const std::string bytes = parallax::fuzz::file_bytes(file);
  const auto exact = std::make_unique<std::uint8_t[]>(bytes.size());
  std::ranges::copy(bytes, exact.get());
  target.run(exact.get(), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string_view> given(arguments, arguments + count);
  const auto* const target = std::ranges::find(kTargets, count > 1 ? given[1] : "", &Target::name);
  std::size_t fed = 0;
  for (std::size_t i = 2; target != kTargets.end() && i < given.size(); ++i) {
    for (const auto& file : files_at(given[i])) {
      feed(*target, file);
      ++fed;
    }
  }
  std::fprintf(stderr, "%zu inputs\n", fed);
  return fed > 0 ? 0 : 1;
}
