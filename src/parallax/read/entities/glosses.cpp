#include "parallax/read/entities/glosses.h"

#include <algorithm>

#include "parallax/text/tokens.h"

namespace parallax {
namespace {

constexpr std::size_t kWidestGloss = 9;  // tokens between the two names

class PairFinder {
 public:
  PairFinder(const Reading& reading, const EntityLexicon& lexicon,
             const std::vector<NameSpan>& names)
      : reading_(reading), lexicon_(lexicon), names_(names) {}

  std::vector<NamePair> find() {
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
      for (std::size_t j = i + 1; j < names_.size() && j <= i + 4; ++j) {
        if (names_[j].first - names_[i].end > kWidestGloss || !same_sentence(i, j)) {
          break;
        }
        if (const auto kind = gloss_between(i, j)) {
          pairs_.push_back({i, j, *kind});
        }
      }
    }
    return std::move(pairs_);
  }

 private:
  std::string_view word(std::size_t token) const { return reading_.lower_token(token); }

  bool same_sentence(std::size_t i, std::size_t j) const {
    const auto& starts = reading_.sentence_tokens;
    const auto sentence = [&starts](std::size_t token) {
      return std::upper_bound(starts.begin(), starts.end(), token) - starts.begin();
    };
    return sentence(names_[i].first) == sentence(names_[j].first);
  }

  bool is_mark(std::size_t token) const { return is_quote_mark(word(token)); }

  /// The token before `token` that is neither a quote mark nor an article.
  std::size_t back_over_article(std::size_t token, std::size_t stop) const {
    while (token > stop && (is_mark(token - 1) || word(token - 1) == "the")) {
      --token;
    }
    return token;
  }

  std::optional<GlossKind> gloss_between(std::size_t i, std::size_t j) const {
    const std::size_t begin = names_[i].end;
    const std::size_t end = back_over_article(names_[j].first, begin);
    if (begin >= end) {
      return std::nullopt;
    }
    if (end == begin + 1 && word(begin) == "(" && closes(j)) {
      const bool gloss = !says_where(i) && !says_where(j) && !is_dateline(i, j);
      return gloss ? std::optional(GlossKind::bracket) : std::nullopt;
    }
    if (word(begin) == "," && end == begin + 2 && word(begin + 1) == "or" && is_followed_by_as(j)) {
      return GlossKind::which_we_call;
    }
    if (const auto kind = cue_before(begin, end)) {
      return opens_gloss(begin) ? kind : std::nullopt;
    }
    return coordinated(i, begin, end);
  }

  /// "Orvel (Norland)" says where, not how else it is called.
  bool says_where(std::size_t j) const {
    return names_[j].gazetteer && lexicon_.gazetteer.names()[*names_[j].gazetteer].kind != "rival";
  }

  /// "SARN (Vell Wire) - The ferry ...": a paragraph begins so, and the agency is no second name of
  /// the town.
  bool is_dateline(std::size_t i, std::size_t j) const {
    const std::uint32_t begin = reading_.analysis.tokens[names_[i].first].span.begin;
    const bool opens = begin == 0 || reading_.article.text[begin - 1] == '\n';
    const std::size_t after = names_[j].end + 1;
    if (!opens || after >= reading_.analysis.tokens.size()) {
      return false;
    }
    constexpr std::string_view kDashes[] = {"-", "--", "–", "—", ":"};
    return std::ranges::find(kDashes, word(after)) != std::end(kDashes);
  }

  bool closes(std::size_t j) const {
    const std::size_t after = names_[j].end;
    return after < reading_.analysis.tokens.size() && (word(after) == ")" || is_mark(after));
  }

  bool is_followed_by_as(std::size_t j) const {
    const std::size_t after = names_[j].end;
    return after + 1 < reading_.analysis.tokens.size() && word(after) == "," &&
           word(after + 1) == "as";
  }

  /// The naming cue that ends at `end`, perhaps with "as" behind it.
  std::optional<GlossKind> cue_before(std::size_t begin, std::size_t end) const {
    const auto words = std::span(reading_.words).first(end);
    std::optional<GlossKind> found;
    for (std::size_t at = begin; at < end; ++at) {
      const auto match = lexicon_.naming_cues.match(words, at);
      if (!match) {
        continue;
      }
      const std::size_t after = at + match->tokens;
      const bool adjacent = after == end || (after + 1 == end && word(after) == "as");
      const bool placed = word(after - 1) == "known" && end - after <= 3 && word(end - 1) == "as";
      if (adjacent || placed) {
        return static_cast<GlossKind>(match->value);
      }
    }
    return found;
  }

  /// What begins a relative or bracketed gloss right behind the first name.
  bool opens_gloss(std::size_t begin) const {
    constexpr std::string_view kOpening[] = {",",     "(",        "which",      "that", "now",
                                             "known", "formerly", "previously", "–",    "—"};
    return std::ranges::find(kOpening, word(begin)) != std::end(kOpening);
  }

  /// "… that Norlanders know as [the] X and Sarlanders as [the] Y", "call the X and the others the
  /// Y".
  std::optional<GlossKind> coordinated(std::size_t i, std::size_t begin, std::size_t end) const {
    if (word(begin) != "and" || end - begin > 4) {
      return std::nullopt;
    }
    const bool people_between = std::ranges::any_of(
        names_, [&](const NameSpan& name) { return name.first > begin && name.end <= end; });
    const std::size_t first = names_[i].first;
    const std::size_t from = first > 3 ? first - 3 : 0;
    const std::size_t cue_end = back_over_article(first, from);
    const bool named = cue_before(from, cue_end).has_value();
    const bool others =
        end > begin + 1 && (word(begin + 1) == "others" || word(begin + 1) == "the");
    return named && (people_between || others) ? std::optional(GlossKind::which_we_call)
                                               : std::nullopt;
  }

  const Reading& reading_;
  const EntityLexicon& lexicon_;
  const std::vector<NameSpan>& names_;
  std::vector<NamePair> pairs_;
};

}  // namespace

std::vector<NamePair> find_name_pairs(const Reading& reading, const EntityLexicon& lexicon,
                                      const std::vector<NameSpan>& names) {
  return PairFinder(reading, lexicon, names).find();
}

}  // namespace parallax
