#include "parallax/project/article_reader.h"

#include <array>

#include "parallax/core/anchor.h"
#include "parallax/core/hash.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// Raise it when the way in which claims are gathered or articles are stored changes: stored
/// articles are then read anew.
constexpr std::string_view kStoredVersion = "1";
constexpr char kDefaultLanguage[] = "en";
/// A pile may name any number of languages; nobody reads in more.
constexpr std::size_t kMostLanguages = 64;

/// "en-GB" reads as "en", and so does what is no language code at all.
std::string language_code(const std::string& given) {
  std::string code = ascii_lower(given);
  code.resize(std::min(code.size(), code.find_first_of("-_")));
  const bool usable = !code.empty() && code.size() <= 8 &&
                      code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  return usable ? code : kDefaultLanguage;
}

}  // namespace

Result<DataFiles> load_data(const std::filesystem::path& folder, const std::string& names_tsv) {
  auto data =
      folder.empty() ? Result<DataFiles>(DataFiles::built_in()) : DataFiles::with_folder(folder);
  if (data && !names_tsv.empty()) {
    data->put("names/pile.tsv", names_tsv);
  }
  return data;
}

ArticleReader::ArticleReader(DataFiles data)
    : data_(std::move(data)),
      pages_(PageRules::load(data_)),
      version_(hash_hex(reading_version(data_) + std::string(kStoredVersion)).substr(0, 16)),
      lock_(std::make_unique<std::mutex>()) {}

const ArticleReader::Language& ArticleReader::language_of(const Article& article) const {
  const std::string wanted = language_code(article.metadata.language.value_or(""));
  const std::lock_guard lock(*lock_);
  const auto known = languages_.find(wanted);
  if (known != languages_.end()) {
    return known->second;
  }
  const std::string code = languages_.size() < kMostLanguages ? wanted : kDefaultLanguage;
  Language made{make_stages(data_, code), load_claim_rules(data_, code)};
  return languages_.try_emplace(code, std::move(made)).first->second;
}

Analysis ArticleReader::read(const Article& article, const Wanted& wanted) const {
  return read_article(article, language_of(article).stages, wanted);
}

Analysis ArticleReader::read_sentences(const Article& article) const {
  Reading reading{.article = article,
                  .lower = ascii_lower(article.text),
                  .analysis = {},
                  .sentence_tokens = {}};
  language_of(article).stages.sentences(reading);
  reading.analysis.notes = article.notes;
  return std::move(reading.analysis);
}

std::vector<Claim> ArticleReader::claims(const Article& article, const Analysis& analysis) const {
  return gather_claims(article, analysis, *language_of(article).rules);
}

std::vector<Question> ArticleReader::questions(std::span<const Account> accounts,
                                               std::span<const Claim> claims) const {
  return compare_claims(accounts, claims, *load_claim_rules(data_, kDefaultLanguage));
}

std::string ArticleReader::key(const Article& article) const {
  const Metadata& known = article.metadata;
  std::string all = article.path + '\n' + text_version(article);
  const std::array<const std::optional<std::string>*, 7> fields = {
      &known.title,     &known.outlet, &known.side,    &known.author,
      &known.published, &known.url,    &known.language};
  for (const auto* field : fields) {
    all += field->has_value() ? "\n=" + **field : "\n-";
  }
  return version_ + '.' + hash_hex(all).substr(0, 16);
}

}  // namespace parallax
