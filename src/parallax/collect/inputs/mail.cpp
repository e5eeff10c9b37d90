#include "parallax/collect/inputs/mail.h"

#include <algorithm>
#include <vector>

#include "parallax/collect/inputs/http_answer.h"
#include "parallax/collect/inputs/mail_text.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kDeepest = 8;
constexpr std::size_t kMostParts = 1000;

/// A line with its end, taken from the front.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
  const std::string_view line = bytes.substr(0, end + 1);
  bytes.remove_prefix(line.size());
  return line;
}

std::string_view without_end(std::string_view line) {
  line.remove_suffix(line.ends_with('\n') ? 1 : 0);
  line.remove_suffix(line.ends_with('\r') ? 1 : 0);
  return line;
}

/// The fields up to the empty line, those that go on in the next line joined; takes both from
/// `bytes`.
std::string take_head(std::string_view& bytes) {
  constexpr std::size_t kLargestHead = std::size_t{1} << 18U;
  std::string head;
  while (!bytes.empty()) {
    const std::string_view line = without_end(take_line(bytes));
    if (line.empty()) {
      break;
    }
    if (head.size() + line.size() > kLargestHead) {
      continue;
    }
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    head += goes_on || head.empty() ? "" : "\n";
    head += line;
  }
  return head;
}

struct Part {
  std::string head;
  std::string_view body;
};

/// Cuts a mail into those parts that hold no others. What stands before the first border of a part
/// and behind its last one is nothing.
class PartCutter {
 public:
  std::vector<Part> run(std::string_view bytes) {
    std::string head = take_head(bytes);
    open_part(std::move(head), bytes);
    while (!bytes.empty() && parts_.size() < kMostParts) {
      const char* const begin = bytes.data();
      const std::string_view line = without_end(take_line(bytes));
      if (line.starts_with("--") && !borders_.empty()) {
        meet(line.substr(2), begin, bytes);
      }
    }
    close_part(bytes.data());
    return std::move(parts_);
  }

 private:
  void open_part(std::string head, std::string_view body) {
    const std::string_view type = field_of_head(head, "Content-Type");
    std::string border = parameter_of(type, "boundary");
    if (media_type(type).type.starts_with("multipart/") && !border.empty() &&
        borders_.size() < kDeepest) {
      borders_.push_back(std::move(border));
      return;
    }
    parts_.push_back({.head = std::move(head), .body = body});
    open_ = true;
  }

  void close_part(const char* end) {
    if (open_) {
      std::string_view& body = parts_.back().body;
      body = body.substr(0, static_cast<std::size_t>(end - body.data()));
      body = without_end(body);  // the line end before a border belongs to it
    }
    open_ = false;
  }

  void meet(std::string_view after_dashes, const char* begin, std::string_view& bytes) {
    for (std::size_t depth = borders_.size(); depth-- > 0;) {
      const std::string& border = borders_[depth];
      if (!after_dashes.starts_with(border)) {
        continue;
      }
      const std::string_view rest = trim(after_dashes.substr(border.size()));
      if (!rest.empty() && rest != "--") {
        continue;
      }
      close_part(begin);
      borders_.resize(depth + (rest.empty() ? 1 : 0));
      if (rest.empty()) {
        std::string head = take_head(bytes);
        open_part(std::move(head), bytes);
      }
      return;
    }
  }

  std::vector<std::string> borders_;  ///< of the parts that are open, the outermost first
  std::vector<Part> parts_;
  bool open_ = false;
};

bool is_attached(const Part& part) {
  return ascii_lower(field_of_head(part.head, "Content-Disposition")).starts_with("attachment");
}

const Part* find_part(const std::vector<Part>& parts, std::string_view type) {
  const auto found = std::ranges::find_if(parts, [&](const Part& part) {
    const std::string own = media_type(field_of_head(part.head, "Content-Type")).type;
    return (own == type || (own.empty() && type == "text/plain")) && !is_attached(part) &&
           !trim(part.body).empty();
  });
  return found == parts.end() ? nullptr : &*found;
}

std::optional<std::string> unless_empty(std::string value) {
  return value.empty() ? std::nullopt : std::optional(std::move(value));
}

Metadata metadata_of(std::string_view head) {
  Metadata found;
  found.title = unless_empty(decode_mail_field(field_of_head(head, "Subject")));
  found.author = unless_empty(name_of_mailbox(decode_mail_field(field_of_head(head, "From"))));
  found.published = iso_from_mail_date(field_of_head(head, "Date"));
  return found;
}

}  // namespace

std::optional<Record> read_mail(std::string_view bytes) {
  std::string_view rest = bytes;
  const std::string head = take_head(rest);
  const std::vector<Part> parts = PartCutter().run(bytes);
  const Part* const page = find_part(parts, "text/html");
  const Part* const part = page != nullptr ? page : find_part(parts, "text/plain");
  if (part == nullptr) {
    return std::nullopt;
  }
  Record record{.kind = page != nullptr ? RecordKind::html : RecordKind::text};
  record.given = metadata_of(head);
  record.charset = media_type(field_of_head(part->head, "Content-Type")).charset;
  const std::string coding = ascii_lower(field_of_head(part->head, "Content-Transfer-Encoding"));
  if (coding == "base64" || coding == "quoted-printable") {
    record.bytes =
        coding == "base64" ? decode_base64(part->body) : decode_quoted_printable(part->body);
    record.notes.push_back({.span = {},
                            .kind = "converted",
                            .text = "this mail was sent as " + coding +
                                    "; places in its source are places in its text as decoded"});
  } else {
    record.bytes = part->body;
    record.source_offset = static_cast<std::uint64_t>(part->body.data() - bytes.data());
  }
  return record;
}

}  // namespace parallax
