#include "parallax/serve/projects.h"

#include <sys/stat.h>

#include "parallax/project/article_reader.h"

namespace parallax {
namespace {

/// Device and inode; zeros where there is no such file.
std::pair<std::uint64_t, std::uint64_t> identity_of(const std::filesystem::path& path) {
  struct stat facts = {};
  if (stat(path.c_str(), &facts) != 0) {
    return {};
  }
  return {facts.st_dev, facts.st_ino};
}

}  // namespace

Result<std::unique_ptr<Projects>> Projects::open(const std::filesystem::path& path,
                                                 const Project::Options& options) {
  auto readers = Readers::with_folder(options.data_folder);
  if (!readers) {
    return std::unexpected(readers.error());
  }
  std::unique_ptr<Projects> projects(new Projects(path, std::move(*readers)));
  auto first = projects->lend();
  if (!first) {
    return std::unexpected(first.error());
  }
  return projects;
}

Projects::Lease::~Lease() {
  if (from_ != nullptr) {
    const std::lock_guard guard(from_->free_lock_);
    if (generation_ == from_->generation_) {
      from_->free_.push_back(std::move(project_));
    }
  }
}

Result<Projects::Lease> Projects::lend() {
  std::uint64_t generation = 0;
  {
    const std::lock_guard guard(free_lock_);
    generation = generation_;
    if (!free_.empty()) {
      Project project = std::move(free_.back());
      free_.pop_back();
      return Lease(*this, std::move(project), generation);
    }
  }
  auto project = Project::open_with(readers_, path_, Project::Mode::read);
  if (!project) {
    return std::unexpected(project.error());
  }
  return Lease(*this, std::move(*project), generation);
}

Result<std::shared_ptr<const Snapshot>> Projects::snapshot() {
  const std::lock_guard guard(snapshot_lock_);
  if (snapshot_ != nullptr && identity_of(path_) == file_) {
    const auto changes = watched_->changes();
    if (changes && *changes == changes_) {
      return snapshot_;
    }
  }
  return take_snapshot();
}

Result<std::shared_ptr<const Snapshot>> Projects::take_snapshot() {
  snapshot_ = nullptr;
  const auto file = identity_of(path_);
  if (file != file_) {
    const std::lock_guard guard(free_lock_);
    free_.clear();
    ++generation_;
  }
  // Opened anew: the project may have got names that change how it compares.
  auto project = Project::open_with(readers_, path_, Project::Mode::read);
  const auto changes = project ? project->changes() : std::unexpected(project.error());
  if (!changes) {
    return std::unexpected(changes.error());
  }
  auto questions = project->questions();
  auto accounts = project->accounts();
  auto articles = project->shown_articles();
  const auto stale = project->stale();
  if (!questions || !accounts || !articles || !stale) {
    return std::unexpected(!questions  ? questions.error()
                           : !accounts ? accounts.error()
                           : !articles ? articles.error()
                                       : stale.error());
  }
  file_ = file;
  changes_ = *changes;
  watched_ = std::move(*project);
  snapshot_ = std::make_shared<const Snapshot>(
      Snapshot{std::move(*questions), std::move(*accounts), std::move(*articles), *stale});
  return snapshot_;
}

}  // namespace parallax
