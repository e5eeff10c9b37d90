#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// HTML as a row of tags and texts, after the tokenization stage of the HTML standard, in linear
/// time, with exact positions, for any bytes. (Our own: myhtml's tokenizer writes past its buffers
/// on a page with thousands of unknown tags and crashes on CDATA.)
namespace parallax {

struct HtmlAttribute {
  std::string_view name;   ///< as written
  std::string_view value;  ///< as written, without its quotes; see decode_html_text
};

struct HtmlToken {
  enum class Kind : std::uint8_t {
    text,
    raw_text,  ///< inside script, style, title, textarea …: no tags in there
    open,
    close,
    markup,  ///< comments, doctype, declarations
  };
  Kind kind = Kind::text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string name;  ///< of a tag, in lower case
  std::vector<HtmlAttribute> attributes;
  bool closes_itself = false;

  /// The value of an attribute, by its lower-case name; empty if there is none. Lives as long as
  /// the page.
  std::string_view attribute(std::string_view wanted) const;
  bool has_attribute(std::string_view wanted) const;
};

/// Equal but for the case of ASCII letters; `lower_name` has none in upper case.
bool same_name(std::string_view name, std::string_view lower_name);

/// Hands out the tokens of one page, which cover it without gaps. The page must outlive it.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}
  /// False at the end. `token` is overwritten, its memory used again.
  bool next(HtmlToken& token);

 private:
  void read_text(HtmlToken& token);
  void read_raw_text(HtmlToken& token);
  void read_markup(HtmlToken& token);
  void read_comment(HtmlToken& token);
  void read_tag(HtmlToken& token);
  bool read_attribute(HtmlToken& token);
  bool starts_tag(std::size_t at) const;

  std::string_view html_;
  std::size_t at_ = 0;
  std::string raw_element_;  ///< the open tag that was read last, if raw text follows it
};

}  // namespace parallax
