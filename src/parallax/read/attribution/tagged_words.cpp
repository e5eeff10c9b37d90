#include "parallax/read/attribution/tagged_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace parallax {
namespace {

constexpr std::string_view kMarks = "\"";  // what every quotation mark is taken for

Relation relation_of(std::string_view deprel) {
  using enum Relation;
  static constexpr std::array<std::pair<std::string_view, Relation>, 24> kNames{{
      {"nsubj", nsubj}, {"nsubj:pass", nsubj_pass},
      {"csubj", csubj}, {"ccomp", ccomp},
      {"xcomp", xcomp}, {"obj", obj},
      {"obl", obl},     {"advcl", advcl},
      {"acl", acl},     {"acl:relcl", acl_relcl},
      {"aux", aux},     {"aux:pass", aux_pass},
      {"mark", mark},   {"parataxis", parataxis},
      {"cop", cop},     {"appos", appos},
      {"conj", conj},   {"nmod", nmod},
      {"case", case_},  {"advmod", advmod},
      {"iobj", iobj},   {"expl", expl},
      {"punct", punct}, {"obl:agent", obl},
  }};
  for (const auto& [name, relation] : kNames) {
    if (name == deprel) {
      return relation;
    }
  }
  return other;
}

/// What is known of a string of the analysis, looked up once however often it stands there.
struct StringFacts {
  std::uint32_t hash = 0;
  Relation relation = Relation::other;
  AttributionLexicon::WordKinds kinds;
};

std::vector<StringFacts> string_facts(const Analysis& analysis, const AttributionLexicon& lexicon) {
  std::vector<StringFacts> facts;
  facts.reserve(analysis.strings.size());
  for (const std::string& string : analysis.strings) {
    const Word word(string);
    const auto* kinds = lexicon.word_kinds.find(word);
    facts.push_back({.hash = word.hash,
                     .relation = relation_of(string),
                     .kinds = kinds != nullptr ? *kinds : AttributionLexicon::WordKinds{}});
  }
  return facts;
}

class WordTagger {
 public:
  WordTagger(const Reading& reading, const AttributionLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon) {}

  TaggedWords tag() {
    const Analysis& analysis = reading_.analysis;
    out_.words.resize(analysis.tokens.size());
    out_.below.resize(analysis.tokens.size());
    lay_out_sentences();
    const auto facts = string_facts(analysis, lexicon_);
    for (std::uint32_t s = 0; s < out_.sentences.size(); ++s) {
      const TokenRange sentence = out_.sentences[s];
      for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        out_.words[i] = word(i, sentence.begin, facts);
        out_.words[i].sentence = s;
      }
      hang(sentence);
    }
    mark_quotes();
    return std::move(out_);
  }

 private:
  void lay_out_sentences() {
    const auto& sentences = reading_.analysis.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      const TokenRange range{static_cast<std::uint32_t>(reading_.first_token(s)),
                             static_cast<std::uint32_t>(reading_.end_token(s))};
      const bool fresh = s == 0 || sentences[s].paragraph != sentences[s - 1].paragraph;
      if (fresh) {
        out_.paragraphs.push_back(range);
        paragraph_spans_.push_back(sentences[s].span);
      }
      out_.paragraphs.back().end = range.end;
      paragraph_spans_.back().end = sentences[s].span.end;
      out_.sentences.push_back(range);
      out_.paragraph_of.push_back(static_cast<std::uint32_t>(out_.paragraphs.size() - 1));
    }
  }

  TaggedWord word(std::uint32_t i, std::uint32_t sentence_begin,
                  const std::vector<StringFacts>& facts) const {
    const Token& token = reading_.analysis.tokens[i];
    const auto known = [&](std::uint32_t id) {
      return id < facts.size() ? facts[id] : StringFacts{};
    };
    const StringFacts lemma = known(token.lemma);
    const StringFacts deprel = known(token.deprel);
    const std::string_view lower = reading_.lower_token(i);
    TaggedWord word{
        .form = token.kind == TokenKind::number
                    ? static_cast<std::uint32_t>(std::min<std::size_t>(lower.size(), 5))
                    : reading_.words[i].hash,
        .lemma = lemma.hash,
        .ending = hash_of(lower.substr(lower.size() - std::min<std::size_t>(3, lower.size()))),
        .xpos = known(token.xpos).hash,
        .deprel = deprel.hash,
        .head = token.head == 0 ? kNoWord : sentence_begin + token.head - 1,
        .upos = token.upos,
        .relation = deprel.relation,
        .kinds = lemma.kinds};
    const std::string_view written = reading_.token(i);
    word.capital = written.front() != lower.front();
    constexpr std::uint8_t kPhrases = 16;  // numbers of cue phrases begin here
    if (const auto verb = lexicon_.verb_phrases.match(reading_.words, i)) {
      word.stance = lexicon_.verbs[verb->value].stance;
      word.reports = static_cast<std::uint8_t>(1 + static_cast<int>(word.stance));
      word.takes = lexicon_.verbs[verb->value].takes;
    } else if (const auto phrase = lexicon_.cue_phrases.match(reading_.words, i)) {
      word.stance = lexicon_.cues[phrase->value].stance;
      word.reports = static_cast<std::uint8_t>(1 + kPhrases + static_cast<int>(word.stance));
    }
    return word;
  }

  /// Heads may stand on either side: borders are handed up until nothing moves, which a tree does
  /// within its depth; a sentence is short.
  void hang(TokenRange sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      out_.below[i].first = out_.below[i].last = i;
    }
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TaggedWord& word = out_.words[i];
      if (word.head != kNoWord) {
        add_dependant(out_.below[word.head], word, i);
      }
      for (std::uint32_t up = word.head; up != kNoWord; up = out_.words[up].head) {
        Dependants& above = out_.below[up];
        if (above.first <= i && i <= above.last) {
          continue;
        }
        above.first = std::min(above.first, i);
        above.last = std::max(above.last, i);
      }
    }
  }

  static void add_dependant(Dependants& head, const TaggedWord& word, std::uint32_t i) {
    head.relations |= 1U << static_cast<std::uint32_t>(word.relation);
    switch (word.relation) {
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::csubj:
        head.subject = i;
        break;
      case Relation::ccomp:
      case Relation::xcomp:
      case Relation::parataxis:
      case Relation::obj:
        if (head.complement == kNoWord || word.relation == Relation::ccomp) {
          head.complement = i;
        }
        break;
      default:
        break;
    }
  }

  void mark_quotes() {
    const auto& tokens = reading_.analysis.tokens;
    std::uint32_t at = 0;
    for (const QuoteSpan& quote : find_quote_spans(reading_.article.text, paragraph_spans_)) {
      if (quote.parent >= 0) {
        continue;
      }
      while (at < tokens.size() && tokens[at].span.end <= quote.span.begin) {
        ++at;
      }
      const std::uint32_t begin = at;
      for (; at < tokens.size() && tokens[at].span.begin < quote.span.end; ++at) {
        out_.words[at].quote = static_cast<std::int32_t>(out_.quotes.size());
      }
      if (at == begin) {
        continue;
      }
      out_.quotes.push_back({begin, at});
      make_mark(begin);
      make_mark(at - 1);
    }
  }

  void make_mark(std::uint32_t i) {
    if (out_.words[i].upos == Upos::punct) {
      out_.words[i].form = hash_of(kMarks);
    }
  }

  const Reading& reading_;
  const AttributionLexicon& lexicon_;
  std::vector<Span> paragraph_spans_;
  TaggedWords out_;
};

}  // namespace

TaggedWords tagged_words(const Reading& reading, const AttributionLexicon& lexicon) {
  return WordTagger(reading, lexicon).tag();
}

}  // namespace parallax
