#include "parallax/read/attribution/article_words.h"

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

bool is_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return first < 0x80 ? first >= 'A' && first <= 'Z' : is_upper(code_point_at(word, 0).value);
}

WordClass class_of_mark(std::string_view mark) {
  switch (mark.front()) {
    case ',':
      return WordClass::comma;
    case '.':
    case '!':
    case '?':
      return WordClass::stop;
    case ':':
      return WordClass::colon;
    case ';':
      return WordClass::semicolon;
    case '-':
      return WordClass::dash;
    case '(':
    case '[':
      return WordClass::open_bracket;
    case ')':
    case ']':
      return WordClass::close_bracket;
    default:
      break;
  }
  if (mark == "–" || mark == "—" || mark == "―") {
    return WordClass::dash;
  }
  return mark == "…" ? WordClass::stop : WordClass::mark;
}

// "US", "UN": not the pronoun, wherever it stands.
bool is_acronym(std::string_view word) {
  return word.size() > 1 && word.size() < 6 &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Classifier {
 public:
  explicit Classifier(ArticleWords& words)
      : words_(words), tokens_(words.reading.analysis.tokens) {}

  void run() {
    words_.classes.resize(tokens_.size());
    words_.capitals.resize(tokens_.size());
    mark_mentions();
    for (const Paragraph& paragraph : words_.paragraphs) {
      bool starts = true;
      for (std::uint32_t i = paragraph.tokens.begin; i < paragraph.tokens.end; ++i) {
        starts = starts || i == paragraph.tokens.begin ||
                 words_.sentence_of[i] != words_.sentence_of[i - 1];
        words_.classes[i] = classify(i, starts || paragraph.headline);
        starts = tokens_[i].kind == TokenKind::punctuation && words_.classes[i] != WordClass::comma;
      }
    }
    join_compounds();
    mark_times();
    find_phrases();
  }

 private:
  void find_phrases() {
    words_.verbs.resize(tokens_.size());
    words_.phrases.resize(tokens_.size());
    const auto look = [this](const PhraseTable& table, std::uint32_t i) {
      const auto match = table.match(words_.reading.words, i);
      return match ? PhraseAt{static_cast<std::int32_t>(match->value), match->tokens} : PhraseAt{};
    };
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == TokenKind::word &&
          (i == 0 || !words_.reading.is_inner_hyphen(i - 1))) {
        words_.verbs[i] = look(words_.lexicon.verb_phrases, i);
        words_.phrases[i] = look(words_.lexicon.cue_phrases, i);
      }
    }
  }

  /// A word with hyphens is one word, whatever its parts are: "state-of-the-art", "Orl-led".
  void join_compounds() {
    for (std::uint32_t i = 1; i + 1 < tokens_.size(); ++i) {
      if (!words_.reading.is_inner_hyphen(i)) {
        continue;
      }
      WordClass& first = words_.classes[i - 1];
      first = first == WordClass::name ? WordClass::name : WordClass::word;
      words_.classes[i] = words_.classes[i + 1] = first;
    }
  }

  WordClass classify(std::uint32_t i, bool capital_says_nothing) {
    const Token& token = tokens_[i];
    const std::string_view text = words_.reading.token(i);
    if (token.kind == TokenKind::number) {
      return WordClass::number;
    }
    if (token.kind == TokenKind::punctuation) {
      return text == "." && is_inside_sentence(i) ? WordClass::name : class_of_mark(text);
    }
    const bool capital = is_capital(text);
    words_.capitals[i] = capital;
    capital_says_nothing = capital_says_nothing && !is_acronym(text);
    const std::string_view lower = words_.reading.lower_token(i);
    const WordClass* known = words_.lexicon.function_words.find(words_.reading.words[i]);
    if (known != nullptr) {
      const bool name =
          capital && !capital_says_nothing && lower.size() > 1 && *known != WordClass::determiner;
      return name ? WordClass::name : *known;
    }
    if (capital && (!capital_says_nothing || in_mention_[i])) {
      return WordClass::name;
    }
    for (const std::string& ending : words_.lexicon.adverb_endings) {
      if (!capital && lower.size() > ending.size() + 3 && lower.ends_with(ending)) {
        return WordClass::adverb;
      }
    }
    return WordClass::word;
  }

  // The full stop of "Mr." and "Gen.": a word of the same sentence follows.
  bool is_inside_sentence(std::uint32_t i) const {
    return i > 0 && i + 1 < tokens_.size() && words_.sentence_of[i + 1] == words_.sentence_of[i] &&
           tokens_[i + 1].kind == TokenKind::word &&
           tokens_[i - 1].span.end == tokens_[i].span.begin && words_.capitals[i - 1];
  }

  // Dates and clocks, not durations: those may be part of a name or a content like any word.
  void mark_times() {
    std::size_t token = 0;
    for (const Timex& timex : words_.reading.analysis.timexes) {
      if (timex.type != TimexType::date && timex.type != TimexType::time) {
        continue;
      }
      while (token < tokens_.size() && tokens_[token].span.end <= timex.span.begin) {
        ++token;
      }
      for (; token < tokens_.size() && tokens_[token].span.begin < timex.span.end; ++token) {
        if (!in_mention_[token]) {
          words_.classes[token] = WordClass::time;
        }
      }
    }
  }

  void mark_mentions() {
    in_mention_.resize(tokens_.size());
    for (const EntityMention& mention : words_.mentions) {
      if (mention.form != MentionForm::name) {
        continue;
      }
      auto token = std::ranges::lower_bound(tokens_, mention.span.begin, {},
                                            [](const Token& t) { return t.span.begin; });
      for (; token != tokens_.end() && token->span.begin < mention.span.end; ++token) {
        in_mention_[static_cast<std::size_t>(token - tokens_.begin())] = true;
      }
    }
  }

  ArticleWords& words_;
  const std::vector<Token>& tokens_;
  std::vector<bool> in_mention_;
};

// A line of its own in which most of the longer words are capitalised.
bool looks_like_headline(const Reading& reading, Range tokens) {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const std::string_view word = reading.token(i);
    if (reading.analysis.tokens[i].kind == TokenKind::word && word.size() > 3) {
      ++words;
      capitals += is_capital(word) ? 1 : 0;
    }
  }
  return words >= 3 && words <= 30 && capitals * 10 >= words * 8;
}

void find_paragraphs(ArticleWords& words) {
  const Reading& reading = words.reading;
  const std::vector<Sentence>& sentences = reading.analysis.sentences;
  words.sentence_of.resize(reading.analysis.tokens.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Range tokens{reading.sentence_tokens[s], reading.sentence_tokens[s + 1]};
    std::fill(words.sentence_of.begin() + tokens.begin, words.sentence_of.begin() + tokens.end,
              static_cast<std::uint32_t>(s));
    if (s > 0 && sentences[s].paragraph == sentences[s - 1].paragraph) {
      words.paragraphs.back().tokens.end = tokens.end;
      words.paragraphs.back().headline = false;
      continue;
    }
    const bool title = sentences[s].role == Role::title;
    words.paragraphs.push_back({.tokens = tokens,
                                .running = reading.is_running_text(s) || title,
                                .headline = title || looks_like_headline(reading, tokens)});
  }
}

void find_quotes(ArticleWords& words) {
  const std::vector<Token>& tokens = words.reading.analysis.tokens;
  words.quotes = quotes_of(words.reading);
  words.quote_of.assign(tokens.size(), -1);
  words.quote_tokens.resize(words.quotes.size());
  std::size_t next = 0;
  std::int32_t inside = -1;
  const auto at = [&](std::int32_t quote) { return words.quotes[static_cast<std::size_t>(quote)]; };
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    while (inside >= 0 && at(inside).span.end <= tokens[i].span.begin) {
      words.quote_tokens[static_cast<std::size_t>(inside)].end = i;
      inside = at(inside).parent;
    }
    for (; next < words.quotes.size() && words.quotes[next].span.begin < tokens[i].span.end;
         ++next) {
      inside = static_cast<std::int32_t>(next);
      words.quote_tokens[next].begin = i;
    }
    words.quote_of[i] = inside;
  }
  for (; inside >= 0; inside = at(inside).parent) {
    words.quote_tokens[static_cast<std::size_t>(inside)].end =
        static_cast<std::uint32_t>(tokens.size());
  }
}

void gather_mentions(ArticleWords& words) {
  const std::vector<Entity>& entities = words.reading.analysis.entities;
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    for (const Mention& mention : entities[e].mentions) {
      words.mentions.push_back({mention.span, e, mention.form});
    }
  }
  std::ranges::sort(words.mentions, {}, [](const EntityMention& m) { return m.span; });
}

}  // namespace

ArticleWords look_at_words(const Reading& reading, const AttributionLexicon& lexicon) {
  ArticleWords words{.reading = reading,
                     .lexicon = lexicon,
                     .classes = {},
                     .capitals = {},
                     .sentence_of = {},
                     .verbs = {},
                     .phrases = {},
                     .paragraphs = {},
                     .quotes = {},
                     .quote_tokens = {},
                     .quote_of = {},
                     .mentions = {}};
  find_paragraphs(words);
  gather_mentions(words);
  Classifier(words).run();
  find_quotes(words);
  return words;
}

Range ArticleWords::tokens_in(Span span) const {
  const std::vector<Token>& tokens = reading.analysis.tokens;
  const auto begins = [](const Token& token) { return token.span.begin; };
  const auto first = std::ranges::lower_bound(tokens, span.begin, {}, begins);
  const auto last = std::ranges::lower_bound(first, tokens.end(), span.end, {}, begins);
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(last - tokens.begin())};
}

std::span<const EntityMention> mentions_in(const ArticleWords& words, Span span) {
  const auto first = std::ranges::lower_bound(words.mentions, span.begin, {},
                                              [](const EntityMention& m) { return m.span.begin; });
  auto last = first;
  while (last != words.mentions.end() && last->span.end <= span.end) {
    ++last;
  }
  return {first, last};
}

}  // namespace parallax
