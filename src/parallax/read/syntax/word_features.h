#pragma once
#include <string_view>
#include <vector>

#include "parallax/learn/feature.h"

namespace parallax {

/// What the network sees of one word, after quotation marks, apostrophes and hyphens of all shapes
/// were made alike: the form, the form in ASCII lower case with its digits made alike, their first
/// and last letters, the shape ("Xxx-dd"). Overwrites `out`; the form comes first, then the lower
/// form, then the rest. Templates have numbers from 1 on.
void word_features(std::string_view form, std::vector<Feature>& out);

/// Of `word_features`' results, those that name the whole word: the rest is shared by many.
constexpr std::size_t kWholeWordFeatures = 2;

}  // namespace parallax
