// What a pile brings beside its articles: parallax.toml, and the names file that it may speak of.
// The input is the one, a form feed, and the other.
#include <string>

#include "../tests/promises.h"
#include "input.h"
#include "parallax/collect/pile_settings.h"
#include "parallax/compare/compare.h"
#include "parallax/core/date.h"
#include "parallax/read/read_article.h"
#include "promise.h"
#include "scratch.h"

namespace parallax::fuzz {
namespace {

void check_metadata(const Metadata& given) {
  for (const auto* field : {&given.title, &given.outlet, &given.side, &given.author,
                            &given.published, &given.url, &given.language}) {
    require(!*field || !(*field)->empty(), "an empty value for an article");
    require_utf8(field->value_or(""), "a value for an article");
  }
  require(!given.published || day_from_iso(*given.published), "a date that is none");
}

std::string check_settings(std::string_view toml, std::string_view names) {
  static const ScratchFolder kFolder;
  kFolder.write("a.txt", "Rain fell.\n");
  kFolder.write("names.tsv", names);
  kFolder.write(kSettingsFile, toml);
  const auto settings = read_folder_settings(kFolder.path());
  require(settings.has_value(), "settings that are there were not seen");
  if (settings->trouble) {
    require_sentence(settings->trouble->message);
  }
  for (const auto& [path, given] : settings->articles) {
    require(!path.empty(), "settings for no article");
    check_metadata(given);
  }
  for (const auto& [outlet, side] : settings->pile.outlet_sides) {
    require(!side.empty(), "an outlet with an empty side");
    require_utf8(outlet + side, "an outlet's side");
  }
  return settings->names_file == "names.tsv" ? settings->pile.names_tsv : std::string();
}

/// Of the built-in data only what is short and has to do with names: loading it is most of a run.
DataFiles short_data() {
  const DataFiles built_in = DataFiles::built_in();
  DataFiles data;
  for (const char* name :
       {"lang/en/naming_cues.tsv", "lang/en/not_names.tsv", "lang/en/rival_groups.tsv",
        "lang/en/place_levels.tsv", "lang/en/months.tsv", "lang/en/so_called.tsv"}) {
    data.put(name, std::string(built_in.file(name)));
  }
  return data;
}

/// Names of any bytes are taken up, and a text is read and compared with them.
void check_names(const std::string& names) {
  static const DataFiles kData = short_data();
  DataFiles data = kData;
  data.put("names/pile.tsv", names);
  const Article article =
      article_from_clean_text("made-up",
                              "Velm, now called Qarda, fell on 3 May 2031. The Norlanders said "
                              "that 14 people died in Velm. "
                              "“We hold Qarda,” said President Ila Tarn of Norland.",
                              {});
  const Analysis analysis = read_article(article, make_stages(data, "en"));
  require_kept(promises::broken_by(article, analysis));
  const auto rules = load_claim_rules(data, "en");
  const auto claims = gather_claims(article, analysis, *rules);
  const Account account{article.id, "a.txt", "Velm Post", "North", "2031-05-04"};
  for (const Question& question : compare_claims(std::span(&account, 1), claims, *rules)) {
    require_kept(promises::broken_by({article}, question));
  }
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  fuzz::Input input(data, size);
  const std::string_view toml = input.up_to('\f');
  const std::string names = fuzz::check_settings(toml, input.rest());
  if (!names.empty()) {
    fuzz::check_names(names);
  }
  return 0;
}
