#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/collect/origin.h"

namespace parallax {
namespace {

class OriginFinder {
 public:
  explicit OriginFinder(const MetadataView& view) : view_(view) {}

  std::vector<Evidence> run(std::span<const Evidence> authors) {
    add_text();
    add_lines();
    for (const Evidence& author : authors) {
      if (const std::string* const agency = agency_named(author.value, view_.rules)) {
        Evidence same = author;
        same.field = MetadataField::origin;
        same.value = *agency;
        found_.push_back(std::move(same));
      }
    }
    for (const HtmlField* const field : view_.fields_of(MetadataField::origin)) {
      std::string value = decode_html_text(field->value);
      if (!view_.is_outlet(value) && !is_own_address(value)) {
        found_.push_back(view_.evidence(*field, std::move(value)));
      }
    }
    return std::move(found_);
  }

 private:
  void add(std::optional<Origin> origin, EvidenceSource source, std::size_t block) {
    if (origin && !view_.is_outlet(origin->value) && !is_own_address(origin->value)) {
      found_.push_back(view_.evidence(MetadataField::origin, source, origin->sure,
                                      std::move(origin->value), block, origin->words));
    }
  }

  bool is_own_address(std::string_view value) const {
    for (const HtmlField* const field : view_.fields_of(MetadataField::url)) {
      if (value == decode_html_text(field->value)) {
        return true;
      }
    }
    return false;
  }

  /// How the text begins and ends.
  void add_text() {
    constexpr std::uint32_t kParagraph = 60;  // letters
    bool begun = false;
    for (std::size_t i = view_.top; i < view_.page.blocks.size() && i <= view_.last; ++i) {
      const HtmlBlock& block = view_.page.blocks[i];
      const bool text = block.kept && block.role == Role::body;
      if (text && !begun && block.letters >= kParagraph) {
        begun = true;
        add(origin_in_opening(view_.texts[i], view_.rules), EvidenceSource::dateline, i);
      }
      if (text && i == view_.last) {
        add(origin_in_ending(view_.texts[i], view_.rules), EvidenceSource::dateline, i);
      }
    }
  }

  void add_lines() {
    constexpr std::uint32_t kLongest = 240;
    for (std::size_t i = view_.top; i < view_.page.blocks.size(); ++i) {
      const HtmlBlock& block = view_.page.blocks[i];
      if (block.letters > 0 && block.letters <= kLongest && may_say(block)) {
        add(origin_in_line(view_.texts[i], view_.rules), EvidenceSource::byline, i);
      }
    }
  }

  /// Prose and captions speak of other texts, and of photographs.
  static bool may_say(const HtmlBlock& block) {
    return !block.captioned && block.role != Role::caption &&
           !(block.kept && block.role == Role::body);
  }

  const MetadataView& view_;
  std::vector<Evidence> found_;
};

}  // namespace

std::vector<Evidence> find_origin(const MetadataView& view, std::span<const Evidence> authors) {
  return OriginFinder(view).run(authors);
}

}  // namespace parallax
