#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "parallax/core/quotes.h"

/// Who says what: how many words of each outlet are its author's own, how many it gives to somebody
/// else, and to whom. Everything is counted, nothing is scored: a share says whose words fill the
/// page, and no more.
namespace parallax {

struct ClaimRules;

/// One attribution with what tells its speaker across articles.
struct KeyedWords {
  std::string key;   ///< of the referent as the article alone knows it; of a source without a
                     ///< name its folded words
  std::string name;  ///< of the speaker; else the source as written; may be empty
  bool named = false;
  bool person = false;  ///< a named one that no gazetteer knows
  SpokenWords spoken;
  bool operator==(const KeyedWords&) const = default;
};

struct ArticleVoices {
  std::string article;  ///< Article::id
  VoiceShare share;
  std::vector<KeyedWords> spoken;  ///< in the order of Analysis::attributions
  bool operator==(const ArticleVoices&) const = default;
};

/// What one article gives to whom. Pure; independent of every other article. An attribution whose
/// content holds no word is left out. Cost: linear in tokens plus, for each attribution, the words
/// of its content.
ArticleVoices gather_voices(const Article& article, const Analysis& analysis,
                            const ClaimRules& rules);

/// All articles together, speakers joined across them: by the gazetteer, by what glosses in
/// `claims` equate, and persons by their names (speaker_groups.h). The result does not depend on
/// the order of its arguments. Articles without an account are left out.
Quotes share_of_voice(std::span<const Account> accounts, std::span<const Claim> claims,
                      std::span<const ArticleVoices> voices, const ClaimRules& rules);

}  // namespace parallax
