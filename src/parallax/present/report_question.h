#pragma once
#include <string>

#include "parallax/present/citation.h"
#include "parallax/present/html.h"
#include "parallax/present/present.h"

namespace parallax {

/// The fragment identifier of a question: the same in every report in which the question has the
/// same key.
std::string anchor_name(const Question& question);

/// A position's letter in its colour.
void add_letter(Html& page, std::size_t position);

/// One question: its positions in columns, each claim a quotation with its voice and place, the
/// reasons, who is silent.
void add_question(Html& page, const Question& question, Citations& citations);

}  // namespace parallax
