#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"

namespace parallax {

/// The article in a mail (RFC 5322, MIME): its HTML part if it has one, else its plain text; what
/// is attached is passed over. Title, author and date are those of the mail. Parts nest up to eight
/// deep. Linear, without recursion. Absent where the mail holds no text.
std::optional<Record> read_mail(std::string_view bytes);

}  // namespace parallax
