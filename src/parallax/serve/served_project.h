#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "parallax/serve/api.h"

/// For the tests of this folder: a project about two accounts of one explosion, gone after the
/// test. What goes wrong throws, and so fails the test.
namespace parallax {

class ServedProject {
 public:
  ServedProject() {
    std::string name = (std::filesystem::temp_directory_path() / "parallax_serve_XXXXXX").string();
    folder_ = mkdtemp(name.data());
    write("pile/a.txt", "On 4 May 2031 an explosion in the port of Orrin killed 10 people.\n");
    write("pile/b.txt", "On 4 May 2031 an explosion in the port of Orrin killed 35 people.\n");
    add("pile");
    projects_ = std::move(Projects::open(file(), {}).value());
  }
  ~ServedProject() {
    projects_.reset();
    std::filesystem::remove_all(folder_);
  }
  ServedProject(const ServedProject&) = delete;
  ServedProject& operator=(const ServedProject&) = delete;

  std::filesystem::path file() const { return folder_ / "p.plx"; }
  Projects& projects() const { return *projects_; }

  void write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << bytes;
  }
  void add(const std::string& name) const {
    auto project = Project::open(file(), Project::Mode::create, {}).value();
    project.add(std::vector{(folder_ / name).string()}, {}).value();
  }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Projects> projects_;
};

}  // namespace parallax
