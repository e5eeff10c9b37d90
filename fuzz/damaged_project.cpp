#include "damaged_project.h"

#include <array>
#include <bit>

#include "parallax/project/project.h"
#include "parallax/store/sqlite.h"
#include "promise.h"

namespace parallax::fuzz {
namespace {

constexpr const char* kFile = "damaged.plx";

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

/// What of the built-in data is long and so costs milliseconds at each opening.
constexpr std::array<const char*, 12> kLongFiles = {
    "lang/en/reporting_verbs.tsv", "lang/en/rival_words.tsv", "lang/en/event_nouns.tsv",
    "lang/en/counted.tsv",         "lang/en/page_lines.tsv",  "lang/en/sourcing.tsv",
    "lang/en/titles.tsv",          "lang/en/units.tsv",       "lang/en/function_words.tsv",
    "lang/en/cue_phrases.tsv",     "names/rival_names.tsv",   "names/states.tsv"};

/// A column of a table, and the table's number of a row.
struct Column {
  const char* table;
  const char* key;
  const char* column;
};
constexpr std::array<Column, 51> kColumns = {{
    {"articles", "number", "id"},
    {"articles", "number", "path"},
    {"articles", "number", "title"},
    {"articles", "number", "outlet"},
    {"articles", "number", "side"},
    {"articles", "number", "published"},
    {"articles", "number", "language"},
    {"articles", "number", "bytes"},
    {"articles", "number", "reading_version"},
    {"articles", "number", "text"},
    {"originals", "article", "bytes"},
    {"blocks", "ordinal", "role"},
    {"blocks", "ordinal", "\"begin\""},
    {"blocks", "ordinal", "\"end\""},
    {"blocks", "ordinal", "source_begin"},
    {"blocks", "ordinal", "source_end"},
    {"layers", "article", "layer"},
    {"layers", "article", "bytes"},
    {"outlets", "1", "name"},
    {"outlets", "1", "side"},
    {"claims", "ordinal", "type"},
    {"claims", "ordinal", "subject"},
    {"claims", "ordinal", "place"},
    {"claims", "ordinal", "patient"},
    {"claims", "ordinal", "actor"},
    {"claims", "ordinal", "site"},
    {"claims", "ordinal", "happened_earliest"},
    {"claims", "ordinal", "happened_latest"},
    {"claims", "ordinal", "happened_inferred"},
    {"claims", "ordinal", "low"},
    {"claims", "ordinal", "high"},
    {"claims", "ordinal", "approximate"},
    {"claims", "ordinal", "unit"},
    {"claims", "ordinal", "scope_days"},
    {"claims", "ordinal", "when_earliest"},
    {"claims", "ordinal", "when_latest"},
    {"claims", "ordinal", "word"},
    {"claims", "ordinal", "polarity"},
    {"claims", "ordinal", "answer"},
    {"claims", "ordinal", "speaker"},
    {"claims", "ordinal", "\"begin\""},
    {"claims", "ordinal", "\"end\""},
    {"claims", "ordinal", "words"},
    {"claims", "ordinal", "before"},
    {"settings", "1", "name"},
    {"settings", "1", "value"},
    {"sentences", "id", "\"begin\""},
    {"sentences", "id", "\"end\""},
    {"sentences", "id", "folded"},
    {"sentences", "id", "article"},
    {"claims", "ordinal", "article"},
}};

void change(Database& database, Input& input) {
  const Column& column = kColumns.at(input.byte() % kColumns.size());
  const unsigned row = input.byte() % 5;  // 4: all
  const std::string sql = std::string("UPDATE OR IGNORE ") + column.table + " SET " +
                          column.column + " = ?1 WHERE " + std::to_string(row) + " IN (4, " +
                          column.key + " % 4)";
  auto statement = database.prepare(sql);
  require(statement.has_value(), "a column that is not there: " + sql);
  const std::uint64_t kind = input.byte() % 6;
  const std::uint64_t bits =
      kind == 1 || kind == 2 ? std::uint64_t{input.number()} << 32U | input.number() : 0;
  switch (kind) {
    case 0:
      statement->bind_all(std::nullopt);
      break;
    case 1:
      statement->bind_all(bits);
      break;
    case 2:
      statement->bind_all(std::bit_cast<double>(bits));
      break;
    case 3:
      statement->bind_all(std::int64_t{input.byte()} - 128);
      break;
    case 4:
      statement->bind_all(Blob{input.up_to('\0')});
      break;
    default:
      statement->bind_all(input.up_to('\0'));
  }
  static_cast<void>(statement->run());  // a value that the table does not take stays out
}

}  // namespace

DamagedProject::DamagedProject() {
  ScratchFolder pile;
  for (const auto& [name, text] : kPile) {
    pile.write(name, text);
  }
  pile.write("names.tsv", "rival\tvelm\tVelm\t\nrival\tvelm\tQarda\t\nstate\tNO\tNorland\t\n");
  const std::string path = (folder_.path() / kFile).string();
  {
    auto project = Project::open(path, Project::Mode::create, {});
    const std::string from = pile.path().string();
    require(project && project->add(std::span(&from, 1), {}).has_value(), "no project was made");
  }
  whole_ = file_bytes(path);
  for (const char* folder : {"lang/en", "names"}) {
    std::filesystem::create_directories(data_.path() / folder);
  }
  for (const char* name : kLongFiles) {
    data_.write(name, "# left out\n");
  }
}

void DamagedProject::forget_log() const {
  folder_.remove("damaged.plx-wal");
  folder_.remove("damaged.plx-shm");
}

std::string DamagedProject::with_bytes(std::string_view bytes) const {
  forget_log();
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
  std::string path = with_bytes(whole_);
  auto database = Database::open(path, Database::Mode::write);
  require(database.has_value(), "the whole project does not open");
  const auto free = database->run(
      "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;"
      "BEGIN");
  require(free.has_value(), "the whole project cannot be written");
  for (int changes = 0; !input.empty() && changes < 16; ++changes) {
    change(*database, input);
  }
  require(database->run("COMMIT").has_value(), "the values cannot be kept");
  return path;
}

}  // namespace parallax::fuzz
