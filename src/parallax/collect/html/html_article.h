#pragma once
#include "parallax/collect/mapped_text.h"
#include "parallax/collect/plain/plain_text.h"

namespace parallax {

/// Reads a web page (see decode.h): main text, roles, metadata. Linear and total.
ReadPage read_html(const MappedText& page, const PageRules& rules, const GivenRoles& given = {});

}  // namespace parallax
