#include "damaged_project.h"

#include <algorithm>
#include <array>

#include "parallax/project/project.h"
#include "parallax/store/sqlite.h"
#include "promise.h"

namespace parallax::fuzz {
namespace {

constexpr const char* kFile = "damaged.plx";
/// English without a model of syntax, which would take all the time of a run that reads articles
/// again.
constexpr std::string_view kLanguage = "zz";

struct Made {
  const char* name;
  const char* text;
};
constexpr std::array<Made, 3> kPile = {{
    {"one.txt",
     "Shells fell on the market of Velm on 3 May 2031. Officials said 14 people were killed.\n\n"
     "“They fired from the hill,” said Ila Tarn, the mayor of Velm.\n"},
    {"two.txt",
     "On 3 May 2031 an attack on the market of Velm killed more than 30 people, the defence "
     "ministry said.\n\nThe army denied that it had fired on Velm.\n"},
    {"parallax.toml",
     "names = \"names.tsv\"\n[[article]]\npath = \"one.txt\"\noutlet = \"Velm Post\"\nside = "
     "\"North\"\npublished = 2031-05-04\n[[article]]\npath = \"two.txt\"\noutlet = \"The Coast\"\n"
     "[outlets.\"The Coast\"]\nside = \"South\"\n"},
}};

std::string first_rows(std::string_view file) {
  constexpr int kRows = 12;
  std::string kept;
  for (int rows = 0; rows < kRows && !file.empty();) {
    const std::size_t end = std::min(file.find('\n'), file.size() - 1) + 1;
    if (file.front() != '#') {
      kept += file.substr(0, end);
      ++rows;
    }
    file.remove_prefix(end);
  }
  return kept;
}

/// The file is made again with small pages: less room where damage changes nothing, less to copy.
void make_quick(const std::string& path) {
  auto database = Database::open(path, Database::Mode::write);
  require(database && database->run("UPDATE articles SET language = '" + std::string(kLanguage) +
                                    "'; PRAGMA journal_mode = DELETE; PRAGMA page_size = 512;"
                                    "VACUUM; PRAGMA journal_mode = WAL"),
          "the whole project cannot be made quick to read");
}

/// Of each of our data files the first rows; those of English for `kLanguage`, too.
DataFiles short_data() {
  const std::filesystem::path root = PARALLAX_SOURCE_DIR "/data";
  DataFiles data;
  for (const char* folder : {"lang/en", "names"}) {
    for (const auto& file : std::filesystem::directory_iterator(root / folder)) {
      const std::string name = file.path().filename().string();
      const std::string rows = first_rows(file_bytes(file.path()));
      data.put(std::string(folder) + '/' + name, rows);
      data.put("lang/" + std::string(kLanguage) + '/' + name, rows);
    }
  }
  return data;
}

}  // namespace

DamagedProject::DamagedProject() : readers_(std::make_shared<Readers>(short_data())) {
  ScratchFolder pile;
  for (const auto& [name, text] : kPile) {
    pile.write(name, text);
  }
  pile.write("names.tsv", "rival\tvelm\tVelm\t\nrival\tvelm\tQarda\t\nstate\tNO\tNorland\t\n");
  const std::string path = (whole_folder_.path() / "whole.plx").string();
  {
    auto project = Project::open(path, Project::Mode::create, {});
    const std::string from = pile.path().string();
    require(project && project->add(std::span(&from, 1), {}).has_value(), "no project was made");
  }
  make_quick(path);
  whole_ = file_bytes(path);
  changed_ = std::make_unique<ChangedValues>(path);
}

std::string DamagedProject::with_bytes(std::string_view bytes) const {
  folder_.remove("damaged.plx-wal");
  folder_.remove("damaged.plx-shm");
  return folder_.write(kFile, bytes);
}

std::string DamagedProject::with_patches(Input input) const {
  std::string bytes = whole_;
  while (!input.empty()) {
    std::size_t at = input.byte();
    at = at << 8U | input.byte();
    at = (at << 8U | input.byte()) % bytes.size();
    const std::string_view patch = input.bytes(input.byte() % 32U);
    bytes.replace(at, std::min(patch.size(), bytes.size() - at), patch, 0,
                  std::min(patch.size(), bytes.size() - at));
  }
  return with_bytes(bytes);
}

std::string DamagedProject::with_values(Input input) const {
  return with_bytes(changed_->file_after(input));
}

}  // namespace parallax::fuzz
