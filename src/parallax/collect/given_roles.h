#pragma once
#include <optional>
#include <span>

#include "parallax/collect/collect.h"
#include "parallax/collect/mapped_text.h"

namespace parallax {

/// What a user says of stretches of one page, asked for by the page's decoded text. A piece of the
/// page (a block, a paragraph) belongs to the stretch in which its middle lies; of several the last
/// one counts.
class GivenRoles {
 public:
  GivenRoles() = default;
  /// `page` and `roles` must live as long.
  GivenRoles(const MappedText& page, std::span<const GivenRole> roles)
      : page_(&page), roles_(roles) {}

  bool any() const { return !roles_.empty(); }
  /// The role of the piece [begin, end) of the decoded text, if one was given.
  std::optional<Role> of(std::uint32_t begin, std::uint32_t end) const;

 private:
  const MappedText* page_ = nullptr;
  std::span<const GivenRole> roles_;
};

}  // namespace parallax
