#include "parallax/collect/inputs/pdf_text.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

using namespace parallax;
namespace fs = std::filesystem;

namespace {

/// A folder with a made-up `pdftotext`, which is all there is in PATH besides the system's own
/// programs in /bin, as long as this lives.
class OnlyConverter {
 public:
  explicit OnlyConverter(const std::string& script)
      : folder_(fs::temp_directory_path() / ("parallax-pdf-" + std::to_string(getpid()))),
        path_before_(std::getenv("PATH")) {
    fs::create_directories(folder_);
    if (!script.empty()) {
      const fs::path program = folder_ / "pdftotext";
      std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
      fs::permissions(program, fs::perms::owner_all);
    }
    setenv("PATH", folder_.c_str(), 1);
  }
  OnlyConverter(const OnlyConverter&) = delete;
  OnlyConverter& operator=(const OnlyConverter&) = delete;
  ~OnlyConverter() {
    setenv("PATH", path_before_.c_str(), 1);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

 private:
  fs::path folder_;
  std::string path_before_;
};

std::string said(const std::string& script, const ConverterLimits& limits = {}) {
  const OnlyConverter converter(script);
  const auto text = pdf_text("-a file; with $signs.pdf", limits);
  return text ? "text: " + *text : text.error().message;
}

}  // namespace

TEST_CASE("the text that pdftotext writes is taken; its complaints are not") {
  CHECK(said("echo complaint >&2; echo Ten people died.") == "text: Ten people died.\n");
}

TEST_CASE("a file's name is one argument, and no option") {
  CHECK(said("for a in \"$@\"; do echo \"$a\"; done") ==
        "text: -q\n-enc\nUTF-8\n-nopgbrk\n./-a file; with $signs.pdf\n-\n");
}

TEST_CASE("without pdftotext the package is named") { CHECK(said("").contains("poppler-utils")); }

TEST_CASE("a PDF that cannot be read, has no text or ends nowhere is named") {
  CHECK(said("echo half; exit 1").contains("cannot read this PDF"));
  CHECK(said("printf '\\n \\f\\n'").contains("finds no text"));
  CHECK(said("kill -9 $$").contains("cannot read this PDF"));
  CHECK(said("while :; do echo much; done", {.output_bytes = 100'000}).contains("too much text"));
  CHECK(said("while :; do :; done", {.seconds = 1}).contains("longer than 1 seconds"));
  CHECK(said("exec >&-; while :; do :; done", {.seconds = 1}).contains("cannot read this PDF"));
}
