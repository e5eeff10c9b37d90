#include "parallax/project/article_reader.h"

#include "parallax/core/anchor.h"
#include "parallax/core/hash.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// Raise it when the way in which claims are gathered or articles are stored changes: stored
/// articles are then read anew.
constexpr std::string_view kStoredVersion = "2";
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

std::string code_of(const Article& article) {
  return language_code(article.metadata.language.value_or(""));
}

}  // namespace

DataFiles with_names(DataFiles data, const std::string& names_tsv) {
  if (!names_tsv.empty()) {
    data.put(kPileNames, names_tsv);
  }
  return data;
}

Result<DataFiles> load_data(const std::filesystem::path& folder, const std::string& names_tsv) {
  auto data =
      folder.empty() ? Result<DataFiles>(DataFiles::built_in()) : DataFiles::with_folder(folder);
  if (!data) {
    return data;
  }
  return with_names(std::move(*data), names_tsv);
}

ArticleReader::ArticleReader(DataFiles data)
    : data_(std::move(data)),
      pages_(PageRules::load(data_)),
      lock_(std::make_unique<std::mutex>()) {}

Result<std::shared_ptr<Readers>> Readers::with_folder(const std::filesystem::path& folder) {
  auto data = load_data(folder, "");
  if (!data) {
    return std::unexpected(data.error());
  }
  return std::make_shared<Readers>(std::move(*data));
}

std::shared_ptr<const ArticleReader> Readers::knowing(const std::string& names_tsv) {
  const std::lock_guard lock(lock_);
  if (last_ == nullptr || last_->data().file(kPileNames) != names_tsv) {
    last_ = std::make_shared<const ArticleReader>(with_names(data_, names_tsv));
  }
  return last_;
}

const std::string& ArticleReader::version() const {
  const std::lock_guard lock(*lock_);
  if (version_.empty()) {
    version_ = hash_hex(reading_version(data_) + std::string(kStoredVersion)).substr(0, 16);
  }
  return version_;
}

ArticleReader::Languages::value_type& ArticleReader::language_of(const std::string& wanted) const {
  const bool has_room = languages_.size() < kMostLanguages || languages_.contains(wanted);
  return *languages_.try_emplace(has_room ? wanted : kDefaultLanguage).first;
}

const Stages& ArticleReader::stages_of(const Article& article) const {
  const std::lock_guard lock(*lock_);
  auto& [code, language] = language_of(code_of(article));
  if (!language.stages) {
    language.stages = make_stages(data_, code);
  }
  return *language.stages;
}

const ClaimRules& ArticleReader::rules_of(const std::string& wanted) const {
  const std::lock_guard lock(*lock_);
  auto& [code, language] = language_of(wanted);
  if (!language.rules) {
    language.rules = load_claim_rules(data_, code);
  }
  return *language.rules;
}

Analysis ArticleReader::read(const Article& article, const Wanted& wanted) const {
  return read_article(article, stages_of(article), wanted);
}

Analysis ArticleReader::read_sentences(const Article& article) const {
  Reading reading = Reading::of(article);
  stages_of(article).sentences(reading);
  reading.analysis.notes = article.notes;
  return std::move(reading.analysis);
}

std::vector<Claim> ArticleReader::claims(const Article& article, const Analysis& analysis) const {
  return gather_claims(article, analysis, rules_of(code_of(article)));
}

std::vector<Question> ArticleReader::questions(std::span<const Account> accounts,
                                               std::span<const Claim> claims) const {
  return compare_claims(accounts, claims, rules_of(kDefaultLanguage));
}

std::vector<ListedEvent> ArticleReader::events(const Account& account, const Article& article,
                                               const Analysis& analysis) const {
  return list_events(account, article, analysis, rules_of(code_of(article)));
}

std::vector<ListedFigure> ArticleReader::figures(const Account& account, const Article& article,
                                                 const Analysis& analysis) const {
  return list_figures(account, article, analysis, rules_of(code_of(article)));
}

ArticleVoices ArticleReader::voices(const Article& article, const Analysis& analysis) const {
  return gather_voices(article, analysis, rules_of(code_of(article)));
}

Quotes ArticleReader::quotes(std::span<const Account> accounts, std::span<const Claim> claims,
                             std::span<const ArticleVoices> voices) const {
  return share_of_voice(accounts, claims, voices, rules_of(kDefaultLanguage));
}

std::string ArticleReader::key(const Article& article) const {
  const Metadata& known = article.metadata;
  std::string all = article.path + '\n' + text_version(article);
  for (const NamedField& each : kMetadataFields) {
    const std::optional<std::string>& value = known.*each.member;
    all += value ? "\n=" + *value : "\n-";
  }
  for (const Block& block : article.blocks) {
    all += '\n' + std::to_string(block.source.begin) + ' ' + std::to_string(block.source.end) + ' ';
    all += to_string(block.role);
  }
  return version() + '.' + hash_hex(all).substr(0, 16);
}

}  // namespace parallax
