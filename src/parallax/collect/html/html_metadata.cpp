#include "parallax/collect/html/html_metadata.h"

#include <algorithm>
#include <array>

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// The best of each field; nobody looks at more.
void append(std::vector<Evidence>& all, std::vector<Evidence> more) {
  constexpr std::size_t kMostShown = 6;
  std::array<std::size_t, kMetadataFields.size()> shown{};
  for (Evidence& one : more) {
    if (shown.at(static_cast<std::size_t>(one.field))++ < kMostShown) {
      all.push_back(std::move(one));
    }
  }
}

std::vector<Evidence> find_url(const MetadataView& view) {
  std::vector<Evidence> found;
  for (const HtmlField* const field : view.fields_of(MetadataField::url)) {
    std::string url = decode_html_text(field->value);
    if (url.contains("://")) {
      found.push_back(view.evidence(*field, std::move(url)));
    }
  }
  return found;
}

std::vector<Evidence> find_language(const MetadataView& view) {
  std::vector<Evidence> found;
  const auto add = [&](EvidenceSource source, Sure sure, std::string_view raw) {
    const std::string code = ascii_lower(raw.substr(0, raw.find_first_of("-_")));
    if (code.size() >= 2 && code.size() <= 3) {
      found.push_back(view.evidence(MetadataField::language, source, sure, code, raw));
    }
  };
  add(EvidenceSource::meta, Sure::likely, view.page.language);
  for (const HtmlField* const field : view.fields_of(MetadataField::language)) {
    add(field->name->source, field->name->sure, field->value);
  }
  return found;
}

}  // namespace

namespace {

/// The block that holds a byte of the page, or the number of blocks.
std::size_t block_at(const HtmlPage& page, std::uint64_t at) {
  const auto begins_behind = [&](const HtmlBlock& block) {
    return page.fragments[block.first].begin <= at;
  };
  const auto next = std::ranges::partition_point(page.blocks, begins_behind);
  const bool found =
      next != page.blocks.begin() && at < page.fragments[std::prev(next)->last - 1].end;
  return found ? static_cast<std::size_t>(next - page.blocks.begin()) - 1 : page.blocks.size();
}

void move_title(const std::string& title, const BlockTexts& texts, HtmlPage& page) {
  const std::string folded = fold(title);
  const auto is_title = [&](std::size_t i) {
    const HtmlBlock& block = page.blocks[i];
    return block.heading > 0 && block.letters <= 2 * title.size() && fold(texts[i]) == folded;
  };
  std::size_t better = 0;
  while (better < page.blocks.size() && !is_title(better)) {
    ++better;
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    HtmlBlock& block = page.blocks[i];
    if (i == better) {
      block.role = Role::title;
      block.kept = true;
    } else if (block.role == Role::title) {
      block.role = Role::boilerplate;
      block.kept = false;
    }
  }
}

}  // namespace

void agree_on_roles(std::span<const Evidence> evidence, const BlockTexts& texts, HtmlPage& page) {
  const auto chosen = [&](MetadataField field) -> const Evidence* {
    const auto found = std::ranges::find(evidence, field, &Evidence::field);
    return found == evidence.end() ? nullptr : &*found;
  };
  const Evidence* const title = chosen(MetadataField::title);
  if (title != nullptr && title->source != EvidenceSource::heading) {
    move_title(title->value, texts, page);
  }
  for (const auto& [field, role] : {std::pair(MetadataField::author, Role::byline),
                                    std::pair(MetadataField::published, Role::date)}) {
    const Evidence* const one = chosen(field);
    const bool in_line = one != nullptr && (one->source == EvidenceSource::byline ||
                                            one->source == EvidenceSource::date_line);
    const std::size_t at = in_line ? block_at(page, one->where.begin) : page.blocks.size();
    if (at < page.blocks.size() && !page.blocks[at].kept && page.blocks[at].role != Role::byline) {
      page.blocks[at].role = role;
    }
  }
}

std::vector<Evidence> find_html_metadata(const PageParts& parts, std::size_t title,
                                         const PageRules& rules) {
  MetadataView view(parts, title, rules);
  std::vector<Evidence> outlets = find_outlet(view);
  for (const Evidence& outlet : outlets) {
    view.outlets.push_back(fold(outlet.value));
  }
  std::vector<Evidence> all = find_title(view);
  append(all, std::move(outlets));
  std::vector<Evidence> authors = find_author(view);
  std::vector<Evidence> origins = find_origin(view, authors);
  append(all, std::move(authors));
  append(all, find_dates(view));
  append(all, std::move(origins));
  append(all, find_url(view));
  append(all, find_language(view));
  return all;
}

}  // namespace parallax
