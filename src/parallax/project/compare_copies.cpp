// Which articles are copies of which is found once, when they come in, and stored: what reads a
// project only loads it. Articles that wait are compared with all others by their sketches; of the
// few that come near the texts are read and laid side by side. Killed in between, the rest still
// waits and is taken up by the next command that writes.
#include <unordered_map>
#include <unordered_set>

#include "parallax/compare/copies/align.h"
#include "parallax/project/in_parallel.h"
#include "parallax/project/project_state.h"

namespace parallax {
namespace {

constexpr std::size_t kBatchArticles = 256;
/// Texts made ready that are kept at hand, some 10 kB each.
constexpr std::size_t kMostTexts = 4096;

/// The host of a page's address without `www.`, or nothing.
std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) {
    return {};
  }
  url.remove_prefix(begin + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return std::string(url.starts_with("www.") ? url.substr(4) : url);
}

/// One round: what waits, beside all that is there.
class CopyRound {
 public:
  CopyRound(Store& store, const Watch& watch) : store_(store), watch_(watch) {}

  Result<void> load() {
    const auto stored = store_.sketches();
    if (!stored) {
      return std::unexpected(stored.error());
    }
    for (const StoredSketch& one : *stored) {
      if (const auto sketch = parse_sketch(one.bytes)) {
        if (!one.compared) {
          waiting_.push_back(static_cast<std::uint32_t>(sketches_.size()));
        }
        was_compared_.push_back(one.compared);
        numbers_.push_back(one.article);
        sketches_.push_back(*sketch);
      }
    }
    return {};
  }

  Result<void> run() {
    const ValueCounts counts(sketches_);
    CandidateFinder finder(sketches_, counts, waiting_);
    for (std::size_t at = 0; at < waiting_.size(); at += kBatchArticles) {
      if (watch_.stop && watch_.stop()) {
        return {};
      }
      const auto batch = std::span(waiting_).subspan(at);
      const auto done =
          run_batch(batch.first(std::min(kBatchArticles, batch.size())), finder, counts);
      if (!done) {
        return done;
      }
    }
    return {};
  }

  /// The articles that had been compared before it was known that what they share with another
  /// stands around many articles.
  std::vector<std::int64_t> doubtful() const { return {doubtful_.begin(), doubtful_.end()}; }

 private:
  struct Candidate {
    std::uint32_t first;
    std::uint32_t second;
    Likeness likeness;
  };

  Result<void> run_batch(std::span<const std::uint32_t> batch, CandidateFinder& finder,
                         const ValueCounts& counts) {
    std::vector<Candidate> candidates;
    std::vector<std::int64_t> compared;
    for (const std::uint32_t article : batch) {
      for (const std::uint32_t other : finder.of(article)) {
        candidates.push_back({other, article, {}});
      }
      compared.push_back(numbers_[article]);
    }
    if (auto read = read_texts(candidates, counts); !read) {
      return read;
    }
    in_parallel(default_jobs(), candidates.size(), [&](std::size_t i) {
      Candidate& one = candidates[i];
      one.likeness = compare_texts(texts_.at(one.first), texts_.at(one.second));
    });
    std::vector<PairToStore> pairs;
    for (Candidate& one : candidates) {
      if (one.likeness.kind) {
        pairs.push_back({numbers_[one.first], numbers_[one.second], *one.likeness.kind,
                         std::move(one.likeness.alignment)});
      } else if (one.likeness.furniture_alone && was_compared_[one.first]) {
        doubtful_.insert(numbers_[one.first]);
      }
    }
    return store_.put_copy_pairs(pairs, compared);
  }

  /// Makes the texts of all candidates ready. One thread may ask the store; all make texts ready.
  Result<void> read_texts(std::span<const Candidate> candidates, const ValueCounts& counts) {
    if (texts_.size() > kMostTexts) {
      texts_.clear();
    }
    std::vector<std::pair<CopyText*, CopySource>> wanted;
    for (const Candidate& one : candidates) {
      for (const std::uint32_t article : {one.first, one.second}) {
        const auto [at, is_new] = texts_.try_emplace(article);
        if (!is_new) {
          continue;
        }
        auto source = store_.copy_source(numbers_[article]);
        if (!source) {
          return std::unexpected(source.error());
        }
        wanted.emplace_back(&at->second, std::move(*source));
      }
    }
    in_parallel(default_jobs(), wanted.size(), [&](std::size_t i) {
      auto& [text, source] = wanted[i];
      *text = make_copy_text(source.text, source.sentences, counts);
      text->publisher = source.outlet.empty() ? host_of(source.url) : source.outlet;
    });
    return {};
  }

  Store& store_;
  const Watch& watch_;
  std::vector<std::int64_t> numbers_;
  std::vector<bool> was_compared_;
  std::vector<Sketch> sketches_;
  std::vector<std::uint32_t> waiting_;
  std::unordered_map<std::uint32_t, CopyText> texts_;
  std::unordered_set<std::int64_t> doubtful_;
};

/// Articles of a project that an earlier version of the program made have no sketch.
Result<void> make_missing_sketches(Store& store, const Watch& watch) {
  const auto missing = store.without_sketch(kSketchVersion);
  if (!missing) {
    return std::unexpected(missing.error());
  }
  for (const std::string& id : *missing) {
    if (watch.stop && watch.stop()) {
      return {};
    }
    const auto article = store.article(id);
    if (!article) {
      return std::unexpected(article.error());
    }
    const std::string bytes = print_sketch(sketch_of(article->text));
    if (auto put = store.put_sketch(id, bytes, kSketchVersion); !put) {
      return put;
    }
  }
  return {};
}

}  // namespace

Result<void> Project::State::compare_copies(const Watch& watch) {
  if (auto made = make_missing_sketches(store, watch); !made) {
    return made;
  }
  // A second round for what the first one made doubtful; not more, for two might doubt each other.
  for (const bool is_last : {false, true}) {
    const auto waiting = store.not_compared();
    if (!waiting || *waiting == 0) {
      return waiting ? Result<void>{} : std::unexpected(waiting.error());
    }
    CopyRound round(store, watch);
    auto done = round.load();
    done = done ? round.run() : done;
    if (!done || is_last || round.doubtful().empty()) {
      return done;
    }
    done = store.compare_again(round.doubtful());
    if (!done) {
      return done;
    }
  }
  return {};
}

}  // namespace parallax
