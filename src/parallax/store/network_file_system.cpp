#include "parallax/store/network_file_system.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace parallax {
namespace {

struct Kind {
  unsigned long magic;
  std::string_view name;
};
// statfs(2). All kinds of FUSE share one number: the mount's name tells sshfs from a local disk.
constexpr std::array<Kind, 6> kKinds = {{{0x6969, "NFS"},
                                         {0x517B, "SMB"},
                                         {0xFF534D42, "CIFS"},
                                         {0xFE534D42, "SMB2"},
                                         {0x5346414F, "AFS"},
                                         {0x73757245, "Coda"}}};
constexpr unsigned long kFuse = 0x65735546;
constexpr std::array<std::string_view, 6> kNetworkFuse = {
    "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse"};

/// The type of the mount that holds an absolute path: the longest mount point that it begins with.
std::string mount_type_of(const std::string& path) {
  std::ifstream mounts("/proc/self/mounts");
  std::string line;
  std::string best_type;
  std::size_t best = 0;
  while (std::getline(mounts, line)) {
    std::istringstream cells(line);
    std::string device;
    std::string point;
    std::string type;
    cells >> device >> point >> type;
    const bool inside =
        path.starts_with(point) &&
        (point.ends_with('/') || path.size() == point.size() || path[point.size()] == '/');
    if (inside && point.size() >= best) {
      best = point.size();
      best_type = type;
    }
  }
  return best_type;
}

}  // namespace

std::optional<std::string> network_file_system(unsigned long magic, std::string_view mount_type) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](const Kind& one) { return one.magic == magic; });
  if (kind != kKinds.end()) {
    return std::string(kind->name);
  }
  const auto fuse = std::find(kNetworkFuse.begin(), kNetworkFuse.end(), mount_type);
  if (magic == kFuse && fuse != kNetworkFuse.end()) {
    return std::string(fuse->substr(5));
  }
  return std::nullopt;
}

std::optional<std::string> network_file_system(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::path place = std::filesystem::weakly_canonical(path, ignored);
  if (!std::filesystem::exists(place, ignored)) {
    place = place.parent_path();
  }
  struct statfs about = {};
  if (statfs(place.empty() ? "." : place.c_str(), &about) != 0) {
    return std::nullopt;
  }
  // f_type is signed on some machines: SMB's numbers have the highest bit.
  const auto magic = static_cast<unsigned long>(static_cast<unsigned int>(about.f_type));
  return network_file_system(magic, magic == kFuse ? mount_type_of(place.string()) : "");
}

}  // namespace parallax
