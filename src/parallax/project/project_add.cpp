// How a pile gets into a project. Records come one after another from the walk; they are cleaned
// and read a batch at a time, on all processors, and stored in their order: the result does not
// depend on the number of threads.
#include <set>

#include "parallax/compare/copies/sketch.h"
#include "parallax/core/hash.h"
#include "parallax/project/given_blocks.h"
#include "parallax/project/in_parallel.h"
#include "parallax/project/project_state.h"

namespace parallax {
namespace {

constexpr std::size_t kBatchRecords = 64;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

struct Pending {
  std::string path;
  Record record;  ///< until it is stored
  StoredOriginal original{};
  Result<Article> article = std::unexpected(Error{});
  Analysis analysis;
  std::vector<Claim> claims;
  std::string key;
  std::string sketch;
  bool unchanged = false;
};

StoredOriginal original_of(Record&& record) {
  return {.bytes = std::move(record.bytes),
          .kind = std::string(to_string(record.kind)),
          .charset = std::move(record.charset),
          .source_offset = record.source_offset};
}

/// One call of Project::add.
class Adding {
 public:
  using Reader = std::shared_ptr<const ArticleReader>;

  /// `reader` is the project's: a pile's names put another in its place.
  Adding(Store& store, const Reader& reader, const Watch& watch, std::size_t total)
      : store_(store), reader_(reader), watch_(watch), total_(total) {}

  /// False when no more records are wanted.
  bool take(Record&& record) {
    bytes_ += record.bytes.size();
    // A record's own id is only known inside its file; in a project the id is a hash.
    record.id.clear();
    Pending& pending = batch_.emplace_back();
    pending.path = record.path;
    pending.record = std::move(record);
    if (batch_.size() >= kBatchRecords || bytes_ >= kBatchBytes) {
      finish_batch();
    }
    return !failure_ && !stopped();
  }
  void pass_over() { ++report_.passed_over; }
  void skip(Skipped&& skipped) { report_.skipped.push_back(std::move(skipped)); }
  void found_nothing_in(const std::string& path) { report_.empty.push_back(path); }
  void cannot_read(Skipped&& path) { report_.unreadable.push_back(std::move(path)); }

  void finish_batch() {
    const std::size_t jobs = default_jobs();
    in_parallel(jobs, batch_.size(),
                [&](std::size_t i) { batch_[i].article = reader_->collect(batch_[i].record); });
    if (!stopped() && !failure_) {
      look_up_batch();
      in_parallel(jobs, batch_.size(), [&](std::size_t i) { read(batch_[i]); });
    }
    if (!stopped() && !failure_) {
      store_batch();
    }
    batch_.clear();
    bytes_ = 0;
  }

  bool stopped() {
    report_.interrupted = report_.interrupted || (watch_.stop && watch_.stop());
    return report_.interrupted;
  }
  void fail(const Error& error) { failure_ = failure_ ? failure_ : error; }
  const std::optional<Error>& failure() const { return failure_; }
  AddReport& report() { return report_; }

 private:
  /// Only the store knows the user's corrections and what is read already, and one thread may ask
  /// it.
  void look_up_batch() {
    std::set<std::string> in_batch;
    for (Pending& pending : batch_) {
      if (!pending.article) {
        continue;
      }
      Article& article = *pending.article;
      const auto corrections = store_.corrections(article.id);
      const auto version = store_.stored_reading_version(article.id);
      if (!corrections || !version) {
        fail(corrections ? version.error() : corrections.error());
        return;
      }
      take_roles(*corrections, pending);
      correct_metadata(*corrections, article);
      pending.key = reader_->key(article);
      const bool again = !in_batch.insert(article.id).second;
      pending.unchanged = again || *version == pending.key;
    }
  }

  /// Cleaned once more, where the user has said what some of its stretches are.
  void take_roles(std::span<const Correction> corrections, Pending& pending) const {
    pending.record.roles = given_roles(corrections);
    if (!pending.record.roles.empty()) {
      pending.article = reader_->collect(pending.record);
    }
  }

  void read(Pending& pending) const {
    if (pending.article && !pending.unchanged) {
      pending.analysis = reader_->read(*pending.article);
      pending.claims = reader_->claims(*pending.article, pending.analysis);
      pending.sketch = print_sketch(sketch_of(pending.article->text));
    }
  }

  /// All of a batch in one transaction, which is many times faster than one for each. Where that
  /// fails, on a disk that is nearly full, as many as can be.
  void store_batch() {
    std::vector<ArticleToStore> changed;
    for (Pending& one : batch_) {
      one.original = original_of(std::move(one.record));
      if (one.article && !one.unchanged) {
        changed.push_back({*one.article, &one.original, one.analysis, one.claims, one.key,
                           one.sketch, kSketchVersion});
      }
    }
    const auto stored = changed.empty() ? Result<void>{} : store_.put_articles(changed);
    if (!stored && stored.error().code != ErrorCode::disk_full) {
      fail(stored.error());
      return;
    }
    if (!stored) {
      for (const ArticleToStore& one : changed) {
        if (const auto put = store_.put_article(one); !put) {
          fail(put.error());
          return;
        }
      }
    }
    for (const Pending& one : batch_) {
      settle(one);
    }
  }

  void settle(const Pending& pending) {
    if (!pending.article) {
      report_.skipped.push_back({pending.path, pending.article.error()});
    } else {
      ++(pending.unchanged ? report_.unchanged : report_.added);
    }
    ++settled_;
    if (watch_.progress) {
      watch_.progress(settled_, std::max(settled_, total_), pending.path);
    }
  }

  Store& store_;
  const Reader& reader_;
  const Watch& watch_;
  std::size_t total_ = 0;
  std::size_t settled_ = 0;
  std::vector<Pending> batch_;
  std::size_t bytes_ = 0;
  std::optional<Error> failure_;
  AddReport report_;
};

Result<void> keep_sides(Store& store, const PileSettings& settings) {
  for (const auto& [outlet, side] : settings.outlet_sides) {
    if (auto set = store.set_side(outlet, side, SideSetBy::pile); !set) {
      return set;
    }
  }
  return {};
}

/// The name of the setting that holds the names of one PATH. Hashed: a project that is handed on
/// does not tell where it was made.
std::string names_setting(const std::string& path) {
  std::error_code ignored;
  const auto canonical = std::filesystem::weakly_canonical(path, ignored).string();
  return kNamesSetting + hash_hex(canonical).substr(0, 16);
}

bool is_project_itself(const std::string& path, const std::filesystem::path& project) {
  std::error_code ignored;
  return std::filesystem::equivalent(path, project, ignored);
}

/// One PATH: its settings take effect before the records that follow them.
void add_path(Project::State& state, const std::string& path, Adding& adding) {
  std::string names;
  const auto keep_names = [&] {
    auto kept = state.store.put_setting(names_setting(path), names);
    const auto refreshed = kept ? state.refresh_reader() : std::unexpected(kept.error());
    if (!refreshed) {
      adding.fail(refreshed.error());
    }
  };
  const PileVisitor visitor = {
      .record = [&](Record&& record) { return adding.take(std::move(record)); },
      .skipped =
          [&](Skipped&& skipped) {
            const bool nothing_there = skipped.path == path &&
                                       skipped.error.code == ErrorCode::not_found &&
                                       std::filesystem::is_directory(path);
            if (nothing_there) {
              adding.found_nothing_in(path);
            } else {
              adding.skip(std::move(skipped));
            }
          },
      .settings =
          [&](PileSettings&& settings) {
            adding.finish_batch();
            if (auto kept = keep_sides(state.store, settings); !kept) {
              adding.fail(kept.error());
            }
            names += joined_names(std::span(&settings.names_tsv, 1));
            keep_names();
          },
      .passed_over = [&](const std::string&) { adding.pass_over(); }};
  const auto walked = read_pile(std::span(&path, 1), Limits{}, visitor);
  adding.finish_batch();
  if (!walked) {
    adding.cannot_read({path, walked.error()});
  } else if (names.empty() && !adding.failure() && !adding.stopped()) {
    keep_names();
  }
}

}  // namespace

Result<AddReport> Project::add(std::span<const std::string> paths, const Watch& watch) {
  const std::size_t total = watch.progress ? count_files(paths) : 0;
  const std::string version_before = state_->reader->version();
  Adding adding(state_->store, state_->reader, watch, total);
  for (const std::string& path : paths) {
    if (is_project_itself(path, state_->path)) {
      adding.skip({path, Error{ErrorCode::bad_format,
                               path + " is the project itself and was left out", path}});
    } else if (!adding.failure() && !adding.stopped()) {
      add_path(*state_, path, adding);
    }
  }
  if (adding.failure()) {
    return std::unexpected(*adding.failure());
  }
  // Names that came with this pile change how the older articles read: all are compared under the
  // same names.
  if (state_->reader->version() != version_before && !adding.stopped()) {
    const auto again = reread(false, {{}, watch.stop});
    if (!again) {
      return std::unexpected(again.error());
    }
    adding.report().read_again = *again;
    adding.stopped();
  }
  if (auto compared = state_->compare_copies({{}, watch.stop}); !compared) {
    return std::unexpected(compared.error());
  }
  adding.stopped();
  return std::move(adding.report());
}

}  // namespace parallax
