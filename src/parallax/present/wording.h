#pragma once
#include <string>
#include <string_view>

#include "parallax/present/citation.h"
#include "parallax/present/present.h"

/// The words in which screen and page speak of questions: one wording for both.
namespace parallax {

/// "between sides", "within one article", "within one voice".
std::string_view in_words(QuestionScope scope);

/// A dispute is shown as one when its answers are in conflict across voices; one voice against
/// itself is shown apart.
bool is_dispute(const Question& question);
bool is_inconsistency(const Question& question);

/// The speaker, or "author".
std::string_view speaker_in_words(const Voice& voice);

/// "Side / Outlet", or the outlet alone where it is its own side.
std::string outlet_in_words(const Voice& voice);

/// A, B, … Z, then 27, 28, …: what a position is called within its question.
std::string position_letter(std::size_t index);

/// "6 articles, 5 without copies", or nothing where none of the articles is a copy of another.
std::string copies_in_words(const Position& position);

/// "bytes 120–140", or nothing when the place in the file is not known.
std::string place_in_words(const Citation& citation);

/// "1 dispute", "3 disputes".
std::string counted(std::size_t number, std::string_view singular, std::string_view plural);

/// "12 questions: 5 in conflict, 4 compatible, 2 the same, 1 undecidable".
std::string count_in_words(std::span<const Question> questions);

/// Why there is nothing to show, and what to do, in one sentence.
std::string nothing_to_show(const Presented& presented);

}  // namespace parallax
