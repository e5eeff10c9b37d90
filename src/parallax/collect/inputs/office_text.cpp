#include "parallax/collect/inputs/office_text.h"

#include <expat.h>

#include <memory>

#include "parallax/core/date.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// `t` of "w:t": prefixes are the writer's choice, in practice always the same.
std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') + 1);
}

/// The value of an attribute by its local name; empty where it is missing.
std::string_view attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (local_name(attributes[0]) == name) {
      return attributes[1];
    }
  }
  return {};
}

/// Told of the elements of an XML text.
class XmlVisitor {
 public:
  XmlVisitor() = default;
  XmlVisitor(const XmlVisitor&) = delete;
  XmlVisitor& operator=(const XmlVisitor&) = delete;
  virtual ~XmlVisitor() = default;
  virtual void begin(std::string_view name, const char** attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

XmlVisitor& visitor_of(void* user) { return *static_cast<XmlVisitor*>(user); }

/// False on broken XML; what stands before was told. expat keeps no stack of ours, and has a limit
/// of its own on entities that grow.
bool read_xml(std::string_view xml, XmlVisitor& visitor) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), XML_ParserFree);
  XML_SetUserData(parser.get(), &visitor);
  XML_SetElementHandler(
      parser.get(),
      [](void* user, const char* name, const char** attributes) {
        visitor_of(user).begin(local_name(name), attributes);
      },
      [](void* user, const char* name) { visitor_of(user).end(local_name(name)); });
  XML_SetCharacterDataHandler(parser.get(), [](void* user, const char* text, int size) {
    visitor_of(user).text({text, static_cast<std::size_t>(size)});
  });
  return XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
}

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      default:
        html += c;
    }
  }
}

class DocumentReader : public XmlVisitor {
 public:
  explicit DocumentReader(std::uint64_t most) : most_(most) {}

  void begin(std::string_view name, const char** attributes) override {
    if (name == "Fallback" || fallbacks_ > 0) {  // what stands there was said before, newer
      ++fallbacks_;
    } else if (name == "p") {
      close_paragraph();
    } else if (name == "pStyle") {
      heading_ = heading_of(attribute(attributes, "val"));
    } else if (name == "numPr") {
      in_list_ = true;
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab") {
      paragraph_ += ' ';
    } else if (name == "br" || name == "cr") {
      paragraph_ += "<br>";
    }
  }

  void end(std::string_view name) override {
    if (fallbacks_ > 0) {
      --fallbacks_;
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "p") {
      close_paragraph();
    }
  }

  void text(std::string_view text) override {
    if (in_text_ && fallbacks_ == 0 && !over_limit()) {
      append_escaped(paragraph_, text);
    }
  }

  bool over_limit() const { return html_.size() + paragraph_.size() > most_; }

  std::string take() {
    close_paragraph();
    close_list();
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body><article>\n" +
           html_ + "</article></body></html>\n";
  }

 private:
  /// "Heading1" to "Heading6" are the names in every language version; "Title" stands above them.
  static char heading_of(std::string_view style) {
    const std::string lower = ascii_lower(style);
    if (lower == "title") {
      return '1';
    }
    const bool heading = lower.starts_with("heading") && lower.back() >= '1' && lower.back() <= '6';
    return heading ? lower.back() : '\0';
  }

  void close_paragraph() {
    if (!trim(paragraph_).empty()) {
      if (in_list_ && heading_ == '\0') {
        html_ += list_open_ ? "" : "<ul>\n";
        list_open_ = true;
        html_ += "<li>" + paragraph_ + "</li>\n";
      } else {
        close_list();
        const std::string tag = heading_ == '\0' ? "p" : std::string("h") + heading_;
        html_ += "<" + tag + ">" + paragraph_ + "</" + tag + ">\n";
      }
    }
    paragraph_.clear();
    heading_ = '\0';
    in_list_ = false;
  }

  void close_list() {
    html_ += list_open_ ? "</ul>\n" : "";
    list_open_ = false;
  }

  std::uint64_t most_;
  std::string html_;
  std::string paragraph_;
  char heading_ = '\0';
  bool in_list_ = false;
  bool in_text_ = false;
  bool list_open_ = false;
  std::size_t fallbacks_ = 0;  ///< how deep inside of one
};

class CoreReader : public XmlVisitor {
 public:
  void begin(std::string_view name, const char** /*attributes*/) override {
    text_.clear();
    open_ = name;
  }
  void end(std::string_view name) override {
    if (name != open_ || trim(text_).empty()) {
      return;
    }
    const std::string value(trim(text_));
    if (name == "title") {
      found_.title = value;
    } else if (name == "creator") {
      found_.author = value;
    } else if (name == "created" && day_from_iso(value)) {
      found_.published = value.substr(0, value.find_first_of("Z+."));
    }
  }
  void text(std::string_view text) override {
    constexpr std::size_t kLongest = 1000;
    text_ += text_.size() < kLongest ? text : "";
  }
  Metadata take() { return std::move(found_); }

 private:
  std::string open_;
  std::string text_;
  Metadata found_;
};

}  // namespace

Result<std::string> office_text_as_html(std::string_view document, std::uint64_t most) {
  DocumentReader reader(most);
  const bool whole = read_xml(document, reader);
  if (reader.over_limit()) {
    return std::unexpected(Error{.code = ErrorCode::over_limit,
                                 .message = "this document is too large; cut it into parts",
                                 .where = {}});
  }
  if (!whole) {
    return std::unexpected(
        Error{.code = ErrorCode::bad_format,
              .message = "the text of this document is broken XML; save it again",
              .where = {}});
  }
  return reader.take();
}

Metadata office_metadata(std::string_view core) {
  CoreReader reader;
  (void)read_xml(core, reader);
  return reader.take();
}

}  // namespace parallax
