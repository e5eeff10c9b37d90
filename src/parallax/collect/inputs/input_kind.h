#pragma once
#include <string>
#include <string_view>

namespace parallax {

/// What the bytes of a file are.
enum class InputKind { text, html, json_lines, warc, mail, tar, gzip, zstd, zip, pdf };

/// So many bytes from the beginning are enough to tell.
inline constexpr std::size_t kSniffedBytes = 4096;

/// What a file is. Its bytes have the first word: what begins like an archive, a WARC or a PDF is
/// one, whatever its name. The name tells text, page, JSON lines and mail apart; where it says
/// nothing the bytes do.
InputKind find_input_kind(std::string_view head, std::string_view name);

/// `news.jsonl` of `news.jsonl.gz`, `news` of `news.tgz`; the name itself where it does not say
/// that it is packed.
std::string_view unpacked_name(std::string_view name);

/// True for a name whose ending says that there is something to read in it: `a.html`,
/// `a.warc.gz`, `a.gz`, not `a.sql.gz`.
bool has_known_ending(std::string_view name);

/// `txt` of "a/b.TXT"; empty where there is none.
std::string lower_ending(std::string_view name);

}  // namespace parallax
