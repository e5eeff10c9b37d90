#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

/// 128 bits of XXH3 as 32 hexadecimal digits: names texts, records and layers. Not a cryptographic
/// hash.
std::string hash_hex(std::string_view bytes);

/// 64 bits of XXH3.
std::uint64_t hash_64(std::string_view bytes);

}  // namespace parallax
