#include <algorithm>
#include <utility>

#include "parallax/collect/build_article.h"
#include "parallax/collect/charset.h"
#include "parallax/collect/collect.h"
#include "parallax/collect/decode.h"
#include "parallax/collect/given_roles.h"
#include "parallax/collect/html/html_article.h"
#include "parallax/collect/html/html_page.h"
#include "parallax/collect/json_record.h"
#include "parallax/collect/plain/plain_text.h"
#include "parallax/core/hash.h"
#include "parallax/text/language.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// Offsets into a page are 32 bits wide, and repairing may make it three times as long.
constexpr std::size_t kLargestPage = std::size_t{1} << 30U;

Error unreadable(const Record& record, ErrorCode code, std::string message) {
  return {.code = code, .message = std::move(message), .where = record.path};
}

/// A page on its way to an article.
struct OpenPage {
  MappedText text;
  ReadPage read;
  Metadata given;
  std::vector<Note> notes;
};

void note_repairs(std::vector<Note>& notes, std::size_t broken) {
  if (broken > 0) {
    notes.push_back({.span = {},
                     .kind = "broken_bytes",
                     .text = std::to_string(broken) + (broken == 1 ? " byte was" : " bytes were") +
                             " no text in this charset and became U+FFFD"});
  }
}

Result<OpenPage> open_bytes(const Record& record, const PageRules& rules) {
  Result<DecodedPage> decoded = decode(record.bytes, record.charset);
  if (!decoded) {
    return std::unexpected(
        unreadable(record, decoded.error().code, std::move(decoded.error().message)));
  }
  OpenPage page{.text = std::move(decoded->text), .read = {}, .given = record.given, .notes = {}};
  note_repairs(page.notes, decoded->broken);
  if (decoded->charset_guessed) {
    page.notes.push_back(
        {.span = {},
         .kind = "charset_guessed",
         .text = "the page does not say its charset; it was read as " + decoded->charset});
  }
  const GivenRoles given(page.text, record.roles);
  page.read = record.kind == RecordKind::html ? read_html(page.text, rules, given)
                                              : read_plain_text(page.text, rules, given);
  return page;
}

Result<OpenPage> open_json(const Record& record, const PageRules& rules) {
  Result<JsonRecord> json = read_json_record(record.bytes);
  if (!json) {
    return std::unexpected(unreadable(record, json.error().code, json.error().message));
  }
  OpenPage page{
      .text = {}, .read = {}, .given = overlaid(std::move(json->given), record.given), .notes = {}};
  switch (json->content) {
    case JsonRecord::Content::none:
      return std::unexpected(unreadable(record, ErrorCode::bad_format,
                                        "this record has neither text nor html; give it one"));
    case JsonRecord::Content::text:  // already clean: kept as it is
      page.text = std::move(json->page);
      page.read.segments.push_back({.begin = 0, .end = page.text.text_size()});
      break;
    case JsonRecord::Content::html:
      page.text = normalise_spaces(json->page);
      page.read = read_html(page.text, rules, GivenRoles(page.text, record.roles));
      break;
  }
  return page;
}

SourceRange source_range(const MappedText& text, SourceRange in_text, std::uint64_t offset) {
  return {offset + text.source_of(static_cast<std::uint32_t>(in_text.begin)),
          offset + text.source_of(static_cast<std::uint32_t>(in_text.end))};
}

/// The text itself says it better than the page.
void add_language(Article& article) {
  if (auto language = detect_language(article.text)) {
    article.evidence.insert(article.evidence.begin(), {.field = MetadataField::language,
                                                       .source = EvidenceSource::text,
                                                       .sure = Sure::certain,
                                                       .value = std::move(*language),
                                                       .words = {},
                                                       .where = {}});
  }
}

/// Nobody's name or headline is longer; what a page says may be as long as the page.
void cut_value(Evidence& one) {
  constexpr std::size_t kLongestValue = 500;  // bytes
  const bool words = one.field == MetadataField::title || one.field == MetadataField::outlet ||
                     one.field == MetadataField::author || one.field == MetadataField::origin;
  if (words && one.value.size() > kLongestValue) {
    std::size_t cut = kLongestValue;
    while (!on_border(one.value, cut)) {
      --cut;
    }
    one.value.resize(cut);
  }
}

Article build(OpenPage&& page, std::uint64_t source_offset) {
  CleanText clean = build_clean_text(page.text, page.read.segments, source_offset);
  Article article;
  article.evidence = std::move(page.read.evidence);
  for (Evidence& one : article.evidence) {
    one.where = source_range(page.text, one.where, source_offset);
    cut_value(one);
  }
  put_before(article.evidence, page.given, EvidenceSource::given);
  article.text = std::move(clean.text);
  article.blocks = std::move(clean.blocks);
  article.notes = std::move(page.notes);
  if (article.text.empty()) {
    article.notes.push_back(
        {.span = {}, .kind = kNoTextNote, .text = "nothing on this page looks like an article"});
  }
  if (!page.given.language) {
    add_language(article);
  }
  article.metadata = metadata_from(article.evidence);
  return article;
}

}  // namespace

namespace {

Result<OpenPage> open_page(const Record& record, const PageRules& rules) {
  if (record.bytes.empty()) {
    return std::unexpected(
        unreadable(record, ErrorCode::bad_format, "this file is empty; save the page again"));
  }
  if (record.bytes.size() > kLargestPage) {
    return std::unexpected(unreadable(record, ErrorCode::over_limit,
                                      "this article is larger than 1 GiB; cut it into parts"));
  }
  return record.kind == RecordKind::json ? open_json(record, rules) : open_bytes(record, rules);
}

/// The text of a stretch of a web page on one line.
std::string words_of(std::string_view stretch) {
  const HtmlPage page = parse_html_page(stretch);
  std::string words;
  for (const HtmlBlock& block : page.blocks) {
    words += words.empty() ? "" : " ";
    words += text_of(stretch, page, block);
  }
  return words;
}

/// The address of an original, which a copy only names, is that of every copy.
bool has_own_address(const Article& article) {
  const auto chosen = std::ranges::find(article.evidence, MetadataField::url, &Evidence::field);
  return article.metadata.url && chosen != article.evidence.end() && chosen->sure != Sure::weak;
}

}  // namespace

Result<std::vector<RemovedPiece>> removed_pieces(const Record& record, const PageRules& rules) {
  const Result<OpenPage> page = open_page(record, rules);
  if (!page) {
    return std::unexpected(page.error());
  }
  std::vector<RemovedPiece> pieces;
  for (const Segment& segment : page->read.segments) {
    if (segment.fate != Segment::Fate::remove || is_kept(segment.role)) {
      continue;
    }
    const std::string_view stretch =
        std::string_view(page->text.text()).substr(segment.begin, segment.end - segment.begin);
    std::string words = record.kind == RecordKind::text ? std::string(stretch) : words_of(stretch);
    if (!words.empty()) {
      pieces.push_back({.source = {record.source_offset + page->text.source_of(segment.begin),
                                   record.source_offset + page->text.source_of(segment.end)},
                        .role = segment.role,
                        .words = std::move(words)});
    }
  }
  return pieces;
}

Result<Article> collect_article(const Record& record, const PageRules& rules) {
  Result<OpenPage> page = open_page(record, rules);
  if (!page) {
    return std::unexpected(std::move(page.error()));
  }
  page->notes.insert(page->notes.begin(), record.notes.begin(), record.notes.end());
  Article article = build(std::move(*page), record.source_offset);
  article.path = record.path;
  const std::string& name = has_own_address(article) ? *article.metadata.url : record.path;
  article.id = record.id.empty() ? hash_hex(record.bytes + '\n' + name) : record.id;
  return article;
}

Article article_from_clean_text(std::string id, std::string_view text, const Metadata& given) {
  ConvertedBytes repaired = convert_to_utf8(text.substr(0, kLargestPage), {.name = "UTF-8"});
  OpenPage page{.text = std::move(repaired.text), .read = {}, .given = given, .notes = {}};
  note_repairs(page.notes, repaired.broken);
  page.read.segments.push_back({.begin = 0, .end = page.text.text_size()});
  Article article = build(std::move(page), 0);
  article.id = std::move(id);
  return article;
}

}  // namespace parallax
