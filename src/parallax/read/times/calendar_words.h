#pragma once
// The words and numbers that dates are made of, each read by itself. A bare number is a year only
// where its surroundings say so: "in 1931" is one, "in 1200 homes" and "of 2000 marchers" are none.
#include "parallax/read/times/time_draft.h"

namespace parallax {

/// The digits as a number; 0 if there are none.
int to_int(std::string_view digits);
/// The number in plain digits of at most `digits` figures; -1 if the piece is none.
int plain_at(const TimeText& text, std::size_t i, std::size_t digits);
/// Four digits that may be a year, whatever stands around them; else 0.
int year_shaped(const TimeText& text, std::size_t i);
/// Four digits with a sign in their surroundings that they are a year; else 0.
int year_at(const TimeText& text, std::size_t i);
/// "1931-34", "1931-1934": the second year at `i`, or 0.
int second_year(const TimeText& text, std::size_t i, int first);
/// "3", "3rd", "third", "twenty-first": a day of the month, and where it ends; else 0.
unsigned day_at(const TimeText& text, std::size_t i, std::size_t& end);
/// A month by name, or 0. "may" and "march" must look like names.
unsigned month_at(const TimeText& text, std::size_t i);
/// Past the full stop of "Feb.".
std::size_t past_stop(const TimeText& text, std::size_t i);
/// "nineteen thirty-one".
std::size_t spelled_year(const TimeText& text, std::size_t i, PartialDate& date);
/// ", 1931", "1931", "of 1931", "of the same year", "last year" behind a day or month. Returns `i`
/// if there is none.
std::size_t year_behind(const TimeText& text, std::size_t i, PartialDate& date);

}  // namespace parallax
