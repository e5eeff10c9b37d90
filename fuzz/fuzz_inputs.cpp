// Files that hold articles: WARC, mail, archives, office documents, packed or not. The first byte
// picks how the bytes are given; `3` and `6` pack them, a third of the latter in damaged members.
#include <string>
#include <string_view>
#include <vector>

#include "checked_record.h"
#include "input.h"
#include "parallax/collect/inputs/byte_window.h"
#include "parallax/collect/inputs/http_answer.h"
#include "parallax/collect/inputs/mail_text.h"
#include "parallax/collect/inputs/office_text.h"
#include "parallax/collect/inputs/test_packed.h"
#include "parallax/collect/inputs/warc_pages.h"
#include "promise.h"

namespace parallax::fuzz {
namespace {

/// Quickly.
std::string packed(std::string_view bytes) { return test::packed(bytes, 31, 1); }

/// A member for each stretch up to a zero byte; a byte in front of it, where it is odd, says which
/// byte of the member is changed.
std::string damaged_members(Input& input) {
  std::string file;
  while (!input.empty()) {
    const std::uint8_t damage = input.byte();
    std::string member = packed(input.up_to('\0'));
    if (damage % 2 == 1) {
      member[damage % member.size()] ^= '\x55';
    }
    file += member;
  }
  return file;
}

std::string warc_seen(std::string_view bytes, std::size_t stretch) {
  std::string seen;
  const Limits limits{.file_bytes = 500};
  const PileVisitor visitor = {
      .record =
          [&](Record&& record) {
            seen += record.path + "@" + std::to_string(record.source_offset) + record.bytes + "\n";
            return true;
          },
      .skipped = [&](Skipped&& skipped) { seen += skipped.error.message + "\n"; },
      .settings = {}};
  MemorySource source(bytes, stretch);
  ByteWindow window(source);
  RecordSink sink(limits, visitor, "made-up", {});
  read_warc(window, sink);
  return seen;
}

void check_texts(std::string_view bytes) {
  require_utf8(decode_mail_field(bytes), "a field of a mail");
  require_utf8(name_of_mailbox(decode_mail_field(bytes)), "a name");
  (void)iso_from_mail_date(bytes);
  (void)decode_base64(bytes);
  (void)parameter_of(bytes, "boundary");
  if (const auto answer = read_http_answer(bytes)) {
    require(unpack_body(*answer, 1000).bytes.size() <= 70'000, "an answer unpacks without limit");
  }
}

void check_document(std::string_view bytes) {
  if (const auto html = office_text_as_html(bytes, 2000)) {
    require_utf8(*html, "the text of a document");
  } else {
    require_sentence(html.error().message);
  }
  const Metadata found = office_metadata(bytes);
  require_utf8(found.title.value_or("") + found.author.value_or(""), "what a document says");
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  fuzz::Input input(data, size);
  switch (input.kind(8)) {
    case 0:
      fuzz::check_file("made-up.warc", input.rest(), kRules);
      break;
    case 1:
      fuzz::check_file("made-up.eml", input.rest(), kRules);
      break;
    case 2:
      fuzz::check_file("made-up.gz", input.rest(), kRules);
      break;
    case 3:
      fuzz::check_file("made-up.gz", fuzz::packed(input.rest()), kRules);
      break;
    case 4:
      fuzz::check_document(input.rest());
      break;
    case 5:
      fuzz::check_texts(input.rest());
      break;
    case 6:
      fuzz::check_file("made-up.warc.gz", fuzz::damaged_members(input), kRules);
      break;
    default:
      fuzz::require(fuzz::warc_seen(input.rest(), 1) == fuzz::warc_seen(input.rest(), 1U << 20U),
                    "what is read of a WARC depends on the stretches it comes in");
  }
  return 0;
}
