#include <algorithm>
#include <optional>
#include <set>

#include "parallax/core/names_of_values.h"
#include "parallax/read/attribution/find_attributions.h"
#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

constexpr std::size_t kAdjectives = 3;  // between "many" and "experts"

class SourcingFinder {
 public:
  SourcingFinder(const Reading& reading, const SourcingLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon), tokens_(reading.analysis.tokens) {}

  std::vector<Sourcing> find() {
    for (std::size_t s = 0; s < reading_.analysis.sentences.size(); ++s) {
      end_ = reading_.end_token(s);
      for (std::size_t i = reading_.first_token(s); i < end_;) {
        i = read(i);
      }
    }
    add_sources();
    return std::move(found_);
  }

 private:
  // The sources of attributions, when those are known: named, or by the noun that stands for them.
  void add_sources() {
    std::vector<Sourcing> sources;
    for (const Attribution& attribution : reading_.analysis.attributions) {
      if (attribution.source.empty()) {
        continue;
      }
      const Span source = attribution.source.front();
      if (const auto kind = kind_of(source, attribution.speaker.has_value())) {
        sources.push_back({source, *kind});
      }
    }
    std::erase_if(found_, [&](const Sourcing& phrase) {
      const auto around = [&](const Sourcing& s) { return s.span.contains(phrase.span); };
      return needs_source(phrase) && std::ranges::none_of(sources, around) && !speaks(phrase.span);
    });
    for (Sourcing& phrase : found_) {  // "the head of the" of "the head of the harbour"
      phrase.span = needs_source(phrase) ? whole_source(phrase.span) : phrase.span;
    }
    for (const Sourcing& source : sources) {
      const auto same = [&](const Sourcing& s) { return s.span.overlaps(source.span); };
      if (std::ranges::none_of(found_, same)) {
        found_.push_back(source);
      }
    }
    std::ranges::sort(found_, {}, &Sourcing::span);
  }

  // "several dozen people" and "residents of Harsk" are sources only where they say something.
  bool needs_source(const Sourcing& phrase) const {
    return phrase.kind == SourcingKind::described || groups_.contains(phrase.span.begin);
  }

  /// The source of an attribution that begins with these words, or they.
  Span whole_source(Span span) const {
    for (const Attribution& attribution : reading_.analysis.attributions) {
      for (const Span source : attribution.source) {
        if (source.begin == span.begin && source.end > span.end) {
          return source;
        }
      }
    }
    return span;
  }

  bool speaks(Span span) const {
    return std::ranges::any_of(reading_.analysis.attributions, [&](const Attribution& a) {
      return std::ranges::any_of(a.source, [&](Span source) { return source.overlaps(span); });
    });
  }

  std::optional<SourcingKind> kind_of(Span source, bool named) const {
    auto token = std::ranges::lower_bound(tokens_, source.begin, {},
                                          [](const Token& t) { return t.span.begin; });
    const auto first = static_cast<std::size_t>(token - tokens_.begin());
    if (first < tokens_.size() && tokens_[first].span == source &&
        lexicon_.stops.contains(reading_.words[first])) {
      return std::nullopt;  // "he", "who"
    }
    if (named) {
      return SourcingKind::named;
    }
    std::optional<SourcingKind> kind;
    for (std::size_t i = first; i < tokens_.size() && tokens_[i].span.end <= source.end; ++i) {
      if (lexicon_.quantifiers.match(reading_.words, i) && i == first) {
        return i + 1 < tokens_.size() && tokens_[i + 1].span.end <= source.end
                   ? std::optional(SourcingKind::anonymous)
                   : std::nullopt;
      }
      if (lexicon_.anonymous_nouns.match(reading_.words, i)) {
        kind = SourcingKind::anonymous;
      }
      if (lexicon_.document_nouns.contains(reading_.words[i])) {
        return SourcingKind::document;
      }
    }
    return kind;
  }

  std::size_t read(std::size_t i) {
    if (tokens_[i].kind == TokenKind::punctuation) {
      return i + 1;
    }
    const auto sentence = std::span(reading_.words).first(end_);
    const auto phrase = lexicon_.phrases.match(sentence, i);
    const auto group = anonymous_group(i);
    if (phrase && (!group || i + phrase->tokens >= *group)) {
      push(i, i + phrase->tokens, lexicon_.kinds[phrase->value]);
      return i + phrase->tokens;
    }
    if (group) {
      push(i, *group, SourcingKind::anonymous);
      groups_.insert(tokens_[i].span.begin);
      return *group;
    }
    return i + 1;
  }

  // "many independent experts": a quantifier, at most three words, a noun for people without names.
  // The token behind it.
  std::optional<std::size_t> anonymous_group(std::size_t i) const {
    const auto sentence = std::span(reading_.words).first(end_);
    const auto quantifier = lexicon_.quantifiers.match(sentence, i);
    if (!quantifier) {
      return std::nullopt;
    }
    std::size_t at = i + quantifier->tokens;
    const std::size_t last = std::min(end_, at + kAdjectives + 1);
    for (; at < last && tokens_[at].kind == TokenKind::word; ++at) {
      if (const auto noun = lexicon_.anonymous_nouns.match(sentence, at)) {
        return at + noun->tokens;
      }
      if (lexicon_.stops.contains(reading_.words[at])) {
        break;
      }
    }
    return std::nullopt;
  }

  void push(std::size_t first, std::size_t end, SourcingKind kind) {
    found_.push_back({{tokens_[first].span.begin, tokens_[end - 1].span.end}, kind});
  }

  const Reading& reading_;
  const SourcingLexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::size_t end_ = 0;
  std::vector<Sourcing> found_;
  std::set<std::uint32_t> groups_;  // where quantified groups begin
};

}  // namespace

SourcingLexicon SourcingLexicon::load(const DataFiles& data, std::string_view language) {
  SourcingLexicon lexicon;
  const TokenRules tokens = TokenRules::load(data, language);
  const std::string folder = "lang/" + std::string(language) + "/";
  for (const auto& row : tsv_rows(data.file(folder + "sourcing.tsv"))) {
    const std::string_view phrase = cell(row, 0);
    const std::string_view kind = cell(row, 1);
    if (kind == "quantifier") {
      lexicon.quantifiers.add(phrase, 0, tokens);
    } else if (kind == "anonymous_noun") {
      lexicon.anonymous_nouns.add(phrase, 0, tokens);
    } else if (const auto known = from_string<SourcingKind>(kind)) {
      lexicon.phrases.add(phrase, static_cast<std::uint32_t>(lexicon.kinds.size()), tokens);
      lexicon.kinds.push_back(*known);
    }
  }
  for (const auto& row : tsv_rows(data.file(folder + "function_words.tsv"))) {
    lexicon.stops[ascii_lower(cell(row, 0))] = true;
  }
  for (const auto& row : tsv_rows(data.file(folder + "attribution_words.tsv"))) {
    if (cell(row, 1) == "source_noun") {
      lexicon.document_nouns[ascii_lower(cell(row, 0))] = true;
    }
  }
  return lexicon;
}

std::vector<Sourcing> find_sourcing(const Reading& reading, const SourcingLexicon& lexicon) {
  return SourcingFinder(reading, lexicon).find();
}

}  // namespace parallax
