#include "parallax/compare/share_of_voice.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "parallax/compare/article_view.h"
#include "parallax/compare/speaker_groups.h"
#include "parallax/core/hash.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestText = 800;  // bytes of a listed content

/// A word as a reader counts: "don't" is one, a comma none.
bool is_word(const Token& token) { return token.kind != TokenKind::punctuation && !token.joined; }

/// One article while its words are counted.
class VoiceCounter {
 public:
  VoiceCounter(const Article& article, const Analysis& analysis, const ClaimRules& rules)
      : view_(article, analysis, rules) {
    std::uint32_t end = 0;
    for (const Sourcing& sourcing : analysis.sourcing) {
      end = std::max(end, sourcing.span.end);
      sourced_until_.push_back(end);
    }
  }

  ArticleVoices count() {
    ArticleVoices found;
    found.article = view_.article().id;
    found.share.articles = 1;
    const auto& tokens = analysis().tokens;
    found.share.words = static_cast<std::size_t>(std::ranges::count_if(tokens, is_word));
    for (std::uint32_t i = 0; i < analysis().attributions.size(); ++i) {
      KeyedWords keyed = keyed_words(analysis().attributions[i]);
      if (keyed.spoken.words > 0) {
        found.spoken.push_back(std::move(keyed));
      }
    }
    found.share.attributions = found.spoken.size();
    share_out(found.share);
    return found;
  }

 private:
  const Analysis& analysis() const { return view_.analysis(); }

  /// Calls `use` with the index of each word of the content.
  void for_each_word(const Attribution& attribution, const auto& use) const {
    for (const Span piece : attribution.content) {
      const auto [first, end] = view_.tokens_in(piece);
      for (std::size_t i = first; i < end; ++i) {
        if (is_word(analysis().tokens[i])) {
          use(i);
        }
      }
    }
  }

  /// In how many attributions this one is nested. A parent of its own child ends the count.
  std::size_t depth(const Attribution& attribution) const {
    std::size_t depth = 0;
    for (auto parent = attribution.parent; parent && depth < analysis().attributions.size();
         parent = analysis().attributions[parent->index].parent) {
      ++depth;
    }
    return depth;
  }

  /// Gives each attributed word to the outermost attribution that holds it, the first of two.
  void share_out(VoiceShare& share) const {
    const auto& attributions = analysis().attributions;
    std::vector<std::pair<std::size_t, std::size_t>> order;
    order.reserve(attributions.size());
    for (std::size_t i = 0; i < attributions.size(); ++i) {
      order.emplace_back(depth(attributions[i]), i);
    }
    std::ranges::sort(order);
    std::vector<bool> given(analysis().tokens.size());
    for (const auto& [depth, i] : order) {
      std::size_t& by_kind = share.by_kind.at(static_cast<std::size_t>(attributions[i].kind));
      std::size_t& by_source = share.by_source.at(index_of(source_kind(attributions[i])));
      for_each_word(attributions[i], [&](std::size_t word) {
        const std::size_t fresh = given[word] ? 0 : 1;
        given[word] = true;
        by_kind += fresh;
        by_source += fresh;
      });
    }
  }

  /// Anonymous goes before a name: "a source in the ministry" names a ministry and nobody.
  SourceKind source_kind(const Attribution& attribution) const {
    SourceKind found;
    for (const Span source : attribution.source) {
      SourceKind first;
      for (std::size_t i = sourcings_before(source.end);
           i > 0 && sourced_until_[i - 1] > source.begin; --i) {
        const Sourcing& sourcing = analysis().sourcing[i - 1];
        const bool touches = source.overlaps(sourcing.span);
        const bool leads = touches && sourcing.span.contains(attribution.source.front().begin);
        if (leads && sourcing.kind == SourcingKind::anonymous) {
          return SourcingKind::anonymous;
        }
        first = touches ? sourcing.kind : first;
      }
      found = found ? found : first;
    }
    return attribution.speaker ? SourcingKind::named : found;
  }

  /// How many begin before an offset.
  std::size_t sourcings_before(std::uint32_t offset) const {
    const auto& all = analysis().sourcing;
    const auto at =
        std::ranges::lower_bound(all, offset, {}, [](const Sourcing& s) { return s.span.begin; });
    return static_cast<std::size_t>(at - all.begin());
  }

  std::string joined(const std::vector<Span>& pieces) const {
    std::string text;
    for (const Span piece : pieces) {
      text.append(text.empty() ? "" : " … ").append(words(view_.article().text, piece));
      if (text.size() > kLongestText) {
        break;
      }
    }
    return text;
  }

  SpokenWords spoken_words(const Attribution& attribution) const {
    const Span first = attribution.content.front();
    SpokenWords spoken;
    spoken.anchor = view_.claim({}, first, std::nullopt).anchor;  // of whatever type: cut alike
    spoken.content = attribution.content;
    spoken.place = source_of(view_.article(), {first.begin, attribution.content.back().end});
    spoken.text = joined(attribution.content);
    std::size_t end = std::min(spoken.text.size(), kLongestText);
    while (!on_border(spoken.text, end)) {
      --end;
    }
    spoken.cut = end < spoken.text.size();
    spoken.text.resize(end);
    spoken.source = joined(attribution.source);
    spoken.kind = attribution.kind;
    spoken.stance = attribution.stance;
    spoken.source_kind = source_kind(attribution);
    for_each_word(attribution, [&](std::size_t) { ++spoken.words; });
    if (attribution.parent) {
      spoken.within = view_.speaker(attribution.parent);
    }
    return spoken;
  }

  KeyedWords keyed_words(const Attribution& attribution) const {
    KeyedWords keyed;
    if (attribution.content.empty()) {
      return keyed;
    }
    keyed.spoken = spoken_words(attribution);
    keyed.named = keyed.spoken.source_kind == SourcingKind::named && attribution.speaker;
    if (keyed.named) {
      const Entity& entity = analysis().entities[attribution.speaker->index];
      keyed.key = view_.key_of(attribution.speaker->index);
      keyed.person = entity.key.empty() && entity.type == EntityType::person;
      keyed.name = entity.name;
    } else {
      keyed.key = fold(keyed.spoken.source);
      keyed.name = keyed.spoken.source;
    }
    return keyed;
  }

  const ArticleView view_;
  std::vector<std::uint32_t> sourced_until_;  ///< of each sourcing: the farthest end up to it
};

/// The fullest name: of most words, then the one used most, then the first in the alphabet.
std::string fullest(const std::map<std::string, std::size_t>& uses) {
  const auto rank = [](const auto& use) {
    return std::tuple(-std::ranges::count(use.first, ' '), -static_cast<std::int64_t>(use.second),
                      use.first);
  };
  return std::ranges::min_element(uses, {}, rank)->first;
}

/// Gathers the speakers of all articles.
class SpeakerList {
 public:
  explicit SpeakerList(const SpeakerGroups& groups) : groups_(groups) {}

  void add(const KeyedWords& words, const Account& account) {
    const std::string key = groups_.of(words);
    Found& found = by_key_[key];
    found.speaker.id = hash_hex(key).substr(0, 12);
    found.speaker.named = words.named;
    ++found.uses[words.name.empty() ? "unnamed" : words.name];
    found.speaker.said.push_back({account.path, account.outlet, account.side, words.spoken});
  }

  std::vector<Speaker> take() {
    std::vector<Speaker> speakers;
    for (auto& [key, found] : by_key_) {
      found.speaker.name = fullest(found.uses);
      for (const auto& [name, uses] : found.uses) {
        found.speaker.names.push_back(name);
      }
      std::ranges::stable_sort(found.speaker.said, {}, [](const Said& one) {
        const Anchor& anchor = one.spoken.anchor;
        return std::tie(one.side, one.outlet, one.path, anchor.article, anchor.span);
      });
      speakers.push_back(std::move(found.speaker));
    }
    sort_by_words(speakers);
    return speakers;
  }

 private:
  struct Found {
    Speaker speaker;
    std::map<std::string, std::size_t> uses;
  };
  const SpeakerGroups& groups_;
  std::map<std::string, Found> by_key_;
};

}  // namespace

ArticleVoices gather_voices(const Article& article, const Analysis& analysis,
                            const ClaimRules& rules) {
  return VoiceCounter(article, analysis, rules).count();
}

Quotes share_of_voice(std::span<const Account> accounts, std::span<const Claim> claims,
                      std::span<const ArticleVoices> voices, const ClaimRules& rules) {
  std::map<std::string_view, const Account*> account_of;
  for (const Account& account : accounts) {
    account_of.emplace(account.article, &account);
  }
  const Referents referents(claims, rules);
  const SpeakerGroups groups(voices, referents);
  SpeakerList speakers(groups);
  std::map<std::pair<std::string, std::string>, VoiceShare> outlets;
  for (const ArticleVoices& article : voices) {
    const auto at = account_of.find(article.article);
    if (at == account_of.end()) {
      continue;
    }
    outlets[{at->second->side, at->second->outlet}] += article.share;
    for (const KeyedWords& words : article.spoken) {
      speakers.add(words, *at->second);
    }
  }
  Quotes quotes;
  for (const auto& [place, share] : outlets) {
    quotes.outlets.push_back({place.first, place.second, share});
  }
  quotes.speakers = speakers.take();
  return quotes;
}

}  // namespace parallax
