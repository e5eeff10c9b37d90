#pragma once
#include <string>
#include <string_view>

namespace parallax {

/// 128 bits of XXH3 as 32 hexadecimal digits: names texts, records and layers. Not a cryptographic
/// hash.
std::string hash_hex(std::string_view bytes);

}  // namespace parallax
