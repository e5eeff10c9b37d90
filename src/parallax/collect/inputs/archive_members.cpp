#include "parallax/collect/inputs/archive_members.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>
#include <optional>

#include "parallax/collect/charset.h"
#include "parallax/collect/inputs/gzip_source.h"
#include "parallax/collect/inputs/input_kind.h"
#include "parallax/collect/inputs/office_text.h"

namespace parallax {
namespace {

constexpr std::string_view kDocument = "word/document.xml";
constexpr std::string_view kProperties = "docProps/core.xml";

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

struct Member {
  std::string name;
  std::string bytes;
  bool over_limit = false;
  bool broken = false;
};

class MemberReader {
 public:
  MemberReader(archive* from, std::uint64_t packed_bytes, RecordSink& sink)
      : archive_(from), packed_bytes_(packed_bytes), sink_(sink) {}

  bool run() {
    archive_entry* entry = nullptr;
    bool goes_on = true;
    while (goes_on && next(&entry)) {
      goes_on = take(entry);
    }
    if (goes_on && document_) {
      return put_document();
    }
    for (; passed_over_ > 0; --passed_over_) {
      sink_.pass_over();
    }
    if (goes_on && records_ == 0 && !said_something_) {
      skip(sink_.path(), ErrorCode::bad_format,
           "this archive holds no text, no page and no document that can be read");
    }
    return goes_on;
  }

 private:
  void skip(const std::string& place, ErrorCode code, const std::string& sentence) {
    said_something_ = true;
    sink_.skip_at(place, code, sentence);
  }

  /// False at the end, also where the archive is broken there or has too much in it.
  bool next(archive_entry** entry) {
    const int result = archive_read_next_header(archive_, entry);
    if (result == ARCHIVE_EOF || stopped_) {
      return false;
    }
    if (result == ARCHIVE_FATAL || result == ARCHIVE_RETRY) {
      skip(sink_.path(), ErrorCode::bad_format,
           "this archive is damaged; what stands behind the damage was left out");
      return false;
    }
    if (++members_ > sink_.limits().archive_members) {
      skip(sink_.path(), ErrorCode::over_limit,
           "this archive has more than " + std::to_string(sink_.limits().archive_members) +
               " members; the rest was left out");
      return false;
    }
    return true;
  }

  bool take(archive_entry* entry) {
    const char* const raw = archive_entry_pathname(entry);
    const std::string name = repaired_utf8(raw == nullptr ? "" : raw);
    const std::string place = sink_.path() + " (" + name.substr(0, name.find('\n')) + ")";
    if (archive_entry_filetype(entry) != AE_IFREG) {
      return true;
    }
    const bool of_office = name == kDocument || name == kProperties;
    if (!of_office && !has_known_ending(name)) {
      ++passed_over_;
      return true;
    }
    if (archive_entry_is_data_encrypted(entry) != 0) {
      skip(place, ErrorCode::bad_format, "this member needs a password and was left out");
      return true;
    }
    Member member = read(name);
    if (member.broken || member.over_limit) {
      skip(place, member.broken ? ErrorCode::bad_format : ErrorCode::over_limit,
           member.broken ? "this member is damaged and was left out"
                         : "this member was left out: it has more than " +
                               in_mebibytes(sink_.limits().file_bytes));
      return true;
    }
    if (of_office) {
      (name == kDocument ? document_ : properties_) = std::move(member.bytes);
      return true;
    }
    return put(std::move(member), place);
  }

  Member read(const std::string& name) {
    Member member{.name = name, .bytes = {}};
    std::array<char, std::size_t{1} << 16U> step{};
    while (true) {
      const la_ssize_t got = archive_read_data(archive_, step.data(), step.size());
      if (got == ARCHIVE_RETRY) {
        continue;
      }
      if (got <= 0) {
        member.broken = got < 0;
        return member;
      }
      unpacked_ += static_cast<std::uint64_t>(got);
      if (ExpansionLimit{.times = sink_.limits().expansion}.passed_by(packed_bytes_, unpacked_)) {
        stopped_ = true;
        member.over_limit = true;
        skip(sink_.path(), ErrorCode::over_limit,
             "it unpacks to more than " + std::to_string(sink_.limits().expansion) +
                 " times its size; the rest was left out");
        return member;
      }
      if (member.bytes.size() + static_cast<std::uint64_t>(got) > sink_.limits().file_bytes) {
        member.over_limit = true;
        return member;
      }
      member.bytes.append(step.data(), static_cast<std::size_t>(got));
    }
  }

  bool put(Member&& member, const std::string& place) {
    const InputKind kind = find_input_kind(member.bytes, member.name);
    if (kind != InputKind::text && kind != InputKind::html) {
      skip(place, ErrorCode::bad_format,
           "this member is no text or page and was left out; unpack the archive first");
      return true;
    }
    ++records_;
    Record record{.bytes = std::move(member.bytes),
                  .kind = kind == InputKind::html ? RecordKind::html : RecordKind::text};
    record.notes.push_back({.span = {},
                            .kind = "member",
                            .text = "this is the member " + member.name +
                                    " of an archive; places in its source are places in it"});
    return sink_.put_next(std::move(record));
  }

  bool put_document() {
    const auto html = office_text_as_html(*document_, sink_.limits().file_bytes);
    if (!html) {
      skip(sink_.path(), html.error().code, html.error().message);
      return true;
    }
    Record record{.bytes = *html, .kind = RecordKind::html};
    record.given = office_metadata(properties_.value_or(""));
    record.notes.push_back({.span = {},
                            .kind = "converted",
                            .text = "this document was converted to HTML; places in its source "
                                    "are places in that"});
    return sink_.put(std::move(record));
  }

  archive* archive_;
  std::uint64_t packed_bytes_;
  RecordSink& sink_;
  std::uint64_t members_ = 0;
  std::uint64_t records_ = 0;
  std::uint64_t passed_over_ = 0;
  std::uint64_t unpacked_ = 0;
  bool said_something_ = false;
  bool stopped_ = false;
  std::optional<std::string> document_;
  std::optional<std::string> properties_;
};

la_ssize_t read_from_window(archive* /*from*/, void* user, const void** bytes) {
  const std::string_view stretch = static_cast<ByteWindow*>(user)->next();
  *bytes = stretch.data();
  return static_cast<la_ssize_t>(stretch.size());
}

bool cannot_open(RecordSink& sink) {
  sink.skip(ErrorCode::bad_format, "this archive cannot be read; pack it again");
  return true;
}

}  // namespace

bool read_zip(const std::filesystem::path& file, RecordSink& sink) {
  constexpr std::size_t kBlock = std::size_t{1} << 16U;
  const Archive archive(archive_read_new(), archive_read_free);
  archive_read_support_format_zip(archive.get());
  if (archive_read_open_filename(archive.get(), file.c_str(), kBlock) != ARCHIVE_OK) {
    return cannot_open(sink);
  }
  std::error_code ignored;
  return MemberReader(archive.get(), std::filesystem::file_size(file, ignored), sink).run();
}

bool read_tar(ByteWindow& source, RecordSink& sink) {
  const Archive archive(archive_read_new(), archive_read_free);
  archive_read_support_format_tar(archive.get());
  if (archive_read_open(archive.get(), &source, nullptr, read_from_window, nullptr) != ARCHIVE_OK) {
    return cannot_open(sink);
  }
  // A tar is not packed; what packs it is held to its own limit.
  return MemberReader(archive.get(), UINT64_MAX / 2, sink).run();
}

}  // namespace parallax
