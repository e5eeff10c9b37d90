// Runs the case files under tests/cases: one folder for each layer of reading, `questions`,
// `copies` and `values` for comparing.
//   parallax_cases [--update] [FILE or FOLDER...]
// `--update` writes what was found into the files; read the difference before you keep it.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "case_file.h"
#include "copy_cases.h"
#include "parallax/collect/collect.h"
#include "parallax/present/present.h"
#include "parallax/read/read_article.h"
#include "question_cases.h"
#include "value_cases.h"

namespace parallax::cases {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 17> kLayers = {
    "article", "blocks",   "sentences", "tokens",       "syntax",   "timexes",
    "figures", "entities", "glosses",   "attributions", "sourcing", "events",
    "labels",  "notes",    "questions", "copies",       "values"};

/// A folder is called after a layer, in full or in the singular: `attribution` holds cases of
/// `attributions`.
std::string layer_of_folder(std::string_view folder) {
  if (folder == "collect") {
    return "blocks";
  }
  const auto layer = std::ranges::find_if(
      kLayers, [&](std::string_view name) { return name.starts_with(folder); });
  return layer == kLayers.end() ? std::string() : std::string(*layer);
}

struct Reader {
  DataFiles data = DataFiles::built_in();
  PageRules pages = PageRules::load(data);
  Stages stages = make_stages(data, "en");
};

std::optional<std::string> optional_setting(const Case& one, std::string_view name) {
  const std::string_view value = setting(one, name);
  return value.empty() ? std::nullopt : std::optional<std::string>(value);
}

Metadata metadata_of_case(const Case& one) {
  Metadata given;
  for (const NamedField& each : kMetadataFields) {
    given.*each.member = optional_setting(one, each.name);
  }
  return given;
}

Result<Article> article_of_case(const Case& one, bool raw, const Reader& reader) {
  const std::string_view format = setting(one, "format");
  const Metadata given = metadata_of_case(one);
  if (!raw && format.empty()) {
    return article_from_clean_text("case", join_lines(one.input), given);
  }
  Record record;
  record.path = format == "html" ? "case.html" : "case.txt";
  record.kind = format == "html" ? RecordKind::html : RecordKind::text;
  record.bytes = join_lines(one.input) + '\n';
  record.id = "case";
  record.given = given;
  return collect_article(record, reader.pages);
}

Result<std::string> found_in_case(const Case& one, const std::string& folder,
                                  const Reader& reader) {
  const std::string layer = optional_setting(one, "layer").value_or(layer_of_folder(folder));
  if (std::ranges::find(kLayers, layer) == kLayers.end()) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 "the folder is called after no layer; add a line %layer", folder});
  }
  if (layer == "questions") {
    return questions_of_case(one, reader.data);
  }
  if (layer == "copies") {
    return copies_of_case(one);
  }
  if (layer == "values") {
    return values_of_case(one, reader.data);
  }
  const Result<Article> article = article_of_case(one, folder == "collect", reader);
  if (!article) {
    return std::unexpected(article.error());
  }
  return layer_as_text(*article, read_article(*article, reader.stages), layer);
}

struct Count {
  std::size_t cases = 0;
  std::size_t failed = 0;
  std::size_t updated = 0;
};

void report_failure(const fs::path& path, const Case& one, const std::vector<std::string>& found) {
  const auto [at, other] = std::ranges::mismatch(one.expected, found);
  const auto offset = static_cast<std::size_t>(at - one.expected.begin());
  std::printf("%s:%zu: %s\n  (- expected, + found; they part at line %zu)\n%s\n", path.c_str(),
              one.line, one.name.c_str(), one.expected_line + offset,
              difference(one.expected, found).c_str());
}

/// Runs one case; gives what was found where that differs from what is expected.
std::optional<std::vector<std::string>> run_case(const fs::path& path, const Case& one,
                                                 const Reader& reader) {
  const std::string folder = path.parent_path().filename();
  const Result<std::string> text = found_in_case(one, folder, reader);
  std::vector<std::string> found =
      text ? split_lines(*text)
           : std::vector<std::string>{"error  " + text.error().message + ": " + text.error().where};
  if (found == one.expected) {
    return std::nullopt;
  }
  return found;
}

bool run_file(const fs::path& path, bool update, const Reader& reader, Count& count) {
  Result<CaseFile> file = read_case_file(path);
  if (!file || file->cases.empty()) {
    std::printf("%s: %s\n", path.c_str(), file ? "holds no case" : file.error().message.c_str());
    return false;
  }
  bool changed = false;
  for (Case& one : file->cases) {
    ++count.cases;
    std::optional<std::vector<std::string>> found = run_case(path, one, reader);
    if (!found) {
      continue;
    }
    if (update) {
      one.expected = std::move(*found);
      changed = true;
      ++count.updated;
    } else {
      ++count.failed;
      report_failure(path, one, *found);
    }
  }
  return !changed || write_case_file(path, *file).has_value();
}

std::vector<fs::path> case_files(const std::vector<fs::path>& given) {
  std::vector<fs::path> files;
  for (const fs::path& path : given) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
      if (entry.path().extension() == ".case") {
        files.push_back(entry.path());
      }
    }
  }
  std::ranges::sort(files);
  return files;
}

int run(const std::vector<std::string>& arguments) {
  bool update = false;
  std::vector<fs::path> given;
  for (const std::string& argument : arguments) {
    if (argument == "--update") {
      update = true;
    } else {
      given.emplace_back(argument);
    }
  }
  if (given.empty()) {
    given.emplace_back(PARALLAX_SOURCE_DIR "/tests/cases");
  }
  const Reader reader;
  Count count;
  bool readable = true;
  for (const fs::path& path : case_files(given)) {
    readable = run_file(path, update, reader, count) && readable;
  }
  std::printf("%zu cases, %zu failed, %zu updated\n", count.cases, count.failed, count.updated);
  return readable && count.failed == 0 && count.cases > 0 ? 0 : 1;
}

}  // namespace
}  // namespace parallax::cases

int main(int argc, char** argv) { return parallax::cases::run({argv + 1, argv + argc}); }
