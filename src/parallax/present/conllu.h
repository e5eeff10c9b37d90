#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "parallax/core/analysis.h"
#include "parallax/text/conllu.h"

/// Sentences, tokens and trees as CoNLL-U (docs/formats.md). What was not read is "_". A form keeps
/// its bytes, but line breaks and tabs inside of it become spaces.
namespace parallax {

/// The sentences of a text, each with "# sent_id", "# text" and, where a paragraph begins, "#
/// newpar". Sentences are numbered from `number`, which is counted up; one without tokens is left
/// out.
std::string analysis_as_conllu(std::string_view text, const Analysis& analysis,
                               std::uint64_t& number);

/// Given sentences with what was read of them: comments, words, ranges and the last column stand as
/// they were, the columns between are those of `read`, whose tokens are the words in their order.
std::string given_as_conllu(std::span<const ConlluSentence> given, const Analysis& read);

}  // namespace parallax
