#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "parallax/project/project.h"

namespace parallax {

/// What all answers from one state of the project file share. Immutable.
struct Snapshot {
  std::vector<Question> questions;
  std::vector<Account> accounts;
  std::vector<ArticleInfo> articles;  ///< with outlet and side as they are shown
  std::size_t stale = 0;
};

/// One project file for many threads: lends open projects, and keeps its questions until the file
/// changes. Any thread may call it.
class Projects {
 public:
  static Result<std::unique_ptr<Projects>> open(const std::filesystem::path& path,
                                                const Project::Options& options);

  /// A project for one thread, given back when the lease ends.
  class Lease {
   public:
    Lease(Projects& from, Project project, std::uint64_t generation)
        : from_(&from), project_(std::move(project)), generation_(generation) {}
    Lease(Lease&& other) noexcept
        : from_(other.from_), project_(std::move(other.project_)), generation_(other.generation_) {
      other.from_ = nullptr;
    }
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    Project* operator->() { return &project_; }
    Project& operator*() { return project_; }

   private:
    Projects* from_;
    Project project_;
    std::uint64_t generation_;
  };
  Result<Lease> lend();

  /// The present state; also when the file was replaced by another. Computed at the first call
  /// after a change; who calls meanwhile waits for it.
  Result<std::shared_ptr<const Snapshot>> snapshot();

  // What is read out of all articles of the present state: computed when it is first asked for
  // after a change; who asks for the same meanwhile waits for it.
  Result<std::shared_ptr<const Quotes>> quotes() { return kept(quotes_, &Project::quotes); }
  Result<std::shared_ptr<const Timeline>> timeline() { return kept(timeline_, &Project::timeline); }
  Result<std::shared_ptr<const std::vector<ListedFigure>>> figures() {
    return kept(figures_, &Project::figures);
  }

  const std::filesystem::path& path() const { return path_; }

 private:
  Projects(std::filesystem::path path, std::shared_ptr<Readers> readers)
      : path_(std::move(path)), readers_(std::move(readers)) {}
  Result<std::shared_ptr<const Snapshot>> take_snapshot();

  template <typename Value>
  struct Kept {
    std::mutex lock;
    std::shared_ptr<const Snapshot> of;  ///< the state that `value` belongs to
    std::shared_ptr<const Value> value;
  };
  template <typename Value>
  Result<std::shared_ptr<const Value>> kept(Kept<Value>& kept, Result<Value> (Project::*ask)());

  std::filesystem::path path_;
  std::shared_ptr<Readers> readers_;  ///< of all projects that are lent

  std::mutex free_lock_;
  std::vector<Project> free_;
  std::uint64_t generation_ = 0;  ///< grows when another file takes the place of the first

  std::mutex snapshot_lock_;
  std::optional<Project> watched_;
  std::uint64_t changes_ = 0;
  std::pair<std::uint64_t, std::uint64_t> file_;  ///< device and inode of `watched_`
  std::shared_ptr<const Snapshot> snapshot_;

  Kept<Quotes> quotes_;
  Kept<Timeline> timeline_;
  Kept<std::vector<ListedFigure>> figures_;
};

template <typename Value>
Result<std::shared_ptr<const Value>> Projects::kept(Kept<Value>& kept,
                                                    Result<Value> (Project::*ask)()) {
  const std::lock_guard guard(kept.lock);
  const auto now = snapshot();
  if (!now) {
    return std::unexpected(now.error());
  }
  if (kept.value != nullptr && kept.of == *now) {
    return kept.value;
  }
  auto project = lend();
  if (!project) {
    return std::unexpected(project.error());
  }
  auto value = ((**project).*ask)();
  if (!value) {
    return std::unexpected(value.error());
  }
  kept.of = *now;
  kept.value = std::make_shared<const Value>(std::move(*value));
  return kept.value;
}

}  // namespace parallax
