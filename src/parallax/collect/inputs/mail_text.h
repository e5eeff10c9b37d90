#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// Base64 (RFC 2045); what is none of its letters is passed over.
std::string decode_base64(std::string_view text);

/// Quoted-printable (RFC 2045); what is no code stays as it is. `underscores`: they are spaces, as
/// in the head of a mail.
std::string decode_quoted_printable(std::string_view text, bool underscores = false);

/// The value of a field of a mail as UTF-8: encoded words (RFC 2047) decoded, white space
/// collapsed.
std::string decode_mail_field(std::string_view value);

/// `Aren Tol` of `"Aren Tol" <aren@example.org>`, of a field that is decoded; the address where
/// there is no name; empty where there is nothing.
std::string name_of_mailbox(std::string_view field);

/// `2031-05-14T08:00:00` of `Wed, 14 May 2031 08:00:00 +0200` (RFC 5322), without its zone; absent
/// where it is no date.
std::optional<std::string> iso_from_mail_date(std::string_view field);

}  // namespace parallax
