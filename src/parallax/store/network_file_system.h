#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// The name of the network file system that a file lies on or would lie on ("NFS"), or nothing.
/// SQLite's locks and its shared memory do not work over a network: two machines would damage the
/// project.
std::optional<std::string> network_file_system(const std::filesystem::path& path);

/// The name of the network file system with this number (statfs' f_type) and this name in
/// /proc/self/mounts ("fuse.sshfs").
std::optional<std::string> network_file_system(unsigned long magic, std::string_view mount_type);

}  // namespace parallax
