#include "parallax/read/attribution/tagged_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace parallax {
namespace {

constexpr std::string_view kMark = "\"";   // what every quotation mark is taken for
constexpr std::size_t kEnding = 3;         // bytes
constexpr std::size_t kLongestNumber = 5;  // bytes: a number is known by its length
constexpr int kVerbs = 1;                  // `reports` of a verb is this and its stance
constexpr int kPhrases = 17;               // of a cue phrase

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
  explicit WordTagger(const ArticleWords& article)
      : article_(article), reading_(article.reading), analysis_(article.reading.analysis) {}

  TaggedWords tag(const Findings& rules) {
    out_.words.resize(analysis_.tokens.size());
    out_.below.resize(analysis_.tokens.size());
    lay_out_sentences();
    const auto facts = string_facts(analysis_, article_.lexicon);
    for (std::uint32_t s = 0; s < out_.sentences.size(); ++s) {
      const Range sentence = out_.sentences[s];
      for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        out_.words[i] = word(i, sentence.begin, facts);
        out_.words[i].sentence = s;
      }
      hang(sentence);
    }
    mark_quotes();
    mark_rules(rules);
    return std::move(out_);
  }

 private:
  void lay_out_sentences() {
    for (const Paragraph& paragraph : article_.paragraphs) {
      out_.paragraphs.push_back(paragraph.tokens);
    }
    std::uint32_t paragraph = 0;
    for (std::size_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Range tokens{reading_.sentence_tokens[s], reading_.sentence_tokens[s + 1]};
      const bool same =
          s == 0 || analysis_.sentences[s].paragraph == analysis_.sentences[s - 1].paragraph;
      paragraph += same ? 0 : 1;
      out_.sentences.push_back(tokens);
      out_.paragraph_of.push_back(paragraph);
    }
  }

  TaggedWord word(std::uint32_t i, std::uint32_t sentence_begin,
                  const std::vector<StringFacts>& facts) const {
    const Token& token = analysis_.tokens[i];
    const auto known = [&](std::uint32_t id) {
      return id < facts.size() ? facts[id] : StringFacts{};
    };
    const StringFacts lemma = known(token.lemma);
    const StringFacts deprel = known(token.deprel);
    const std::string_view lower = reading_.lower_token(i);
    const auto length = static_cast<std::uint32_t>(std::min(lower.size(), kLongestNumber));
    const std::size_t before_ending = lower.size() - std::min(kEnding, lower.size());
    TaggedWord word{.form = token.kind == TokenKind::number ? length : reading_.words[i].hash,
                    .lemma = lemma.hash,
                    .ending = hash_of(lower.substr(before_ending)),
                    .xpos = known(token.xpos).hash,
                    .deprel = deprel.hash,
                    .head = token.head == 0 ? kNoWord : sentence_begin + token.head - 1,
                    .upos = token.upos,
                    .relation = deprel.relation,
                    .kinds = lemma.kinds,
                    .capital = article_.capitals[i]};
    if (const std::int32_t verb = article_.verbs[i].value; verb >= 0) {
      const auto& known_verb = article_.lexicon.verbs[static_cast<std::size_t>(verb)];
      word.reports = static_cast<std::uint8_t>(kVerbs + static_cast<int>(known_verb.stance));
      word.takes = known_verb.takes;
    } else if (const std::int32_t phrase = article_.phrases[i].value; phrase >= 0) {
      const auto& cue = article_.lexicon.cues[static_cast<std::size_t>(phrase)];
      word.reports = static_cast<std::uint8_t>(kPhrases + static_cast<int>(cue.stance));
    }
    return word;
  }

  /// Gives each word's place to all words above it.
  void hang(Range sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      out_.below[i].first = out_.below[i].last = i;
    }
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TaggedWord& word = out_.words[i];
      if (word.head != kNoWord) {
        add_dependant(out_.below[word.head], word, i);
      }
      for (std::uint32_t up = word.head; up != kNoWord; up = out_.words[up].head) {
        out_.below[up].first = std::min(out_.below[up].first, i);
        out_.below[up].last = std::max(out_.below[up].last, i);
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
    std::vector<std::int32_t> outermost(article_.quotes.size(), -1);
    for (std::size_t q = 0; q < article_.quotes.size(); ++q) {
      const std::int32_t parent = article_.quotes[q].parent;
      const Range tokens = article_.quote_tokens[q];
      if (parent >= 0) {
        outermost[q] = outermost[static_cast<std::size_t>(parent)];
      } else if (!tokens.empty()) {
        outermost[q] = static_cast<std::int32_t>(out_.quotes.size());
        out_.quotes.push_back(tokens);
        make_mark(tokens.begin);
        make_mark(tokens.end - 1);
      }
    }
    for (std::size_t i = 0; i < out_.words.size(); ++i) {
      const std::int32_t quote = article_.quote_of[i];
      out_.words[i].quote = quote < 0 ? quote : outermost[static_cast<std::size_t>(quote)];
    }
  }

  void make_mark(std::uint32_t i) {
    if (out_.words[i].upos == Upos::punct) {
      out_.words[i].form = hash_of(kMark);
    }
  }

  /// Gives each token the part that it plays in an outermost attribution of the rules.
  void mark_rules(const Findings& rules) {
    const std::vector<std::int32_t> around = widest_contents(rules);
    for (std::size_t a = 0; a < rules.attributions.size(); ++a) {
      const Attribution& one = rules.attributions[a];
      const auto owner = static_cast<std::int32_t>(a);
      const bool nested =
          rules.parents[a] != kNobody || std::ranges::any_of(one.cue, [&](Span cue) {
            const std::int32_t outer = around[article_.tokens_in(cue).begin];
            return outer != -1 && outer != owner;
          });
      if (!nested) {
        mark_rule(one.cue, RuleRole::cue, owner);
        mark_rule(one.source, RuleRole::source, owner);
        mark_rule(one.content, RuleRole::content, owner);
      }
    }
  }

  /// Of each token: the attribution with the longest content that holds it, or -1.
  std::vector<std::int32_t> widest_contents(const Findings& rules) const {
    std::vector<std::int32_t> around(out_.words.size() + 1, -1);
    std::vector<std::uint32_t> lengths;
    for (std::size_t a = 0; a < rules.attributions.size(); ++a) {
      std::uint32_t length = 0;
      for (const Span piece : rules.attributions[a].content) {
        length += piece.end - piece.begin;
      }
      lengths.push_back(length);
      for (const Span piece : rules.attributions[a].content) {
        const Range range = article_.tokens_in(piece);
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
          if (around[i] < 0 || lengths[static_cast<std::size_t>(around[i])] < length) {
            around[i] = static_cast<std::int32_t>(a);
          }
        }
      }
    }
    return around;
  }

  void mark_rule(const std::vector<Span>& pieces, RuleRole role, std::int32_t owner) {
    for (const Span piece : pieces) {
      const Range range = article_.tokens_in(piece);
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        TaggedWord& word = out_.words[i];
        if (word.rule == RuleRole::none) {
          word.rule = role;
          word.rule_begins = i == range.begin;
          word.rule_owner = owner;
        }
      }
    }
  }

  const ArticleWords& article_;
  const Reading& reading_;
  const Analysis& analysis_;
  TaggedWords out_;
};

}  // namespace

TaggedWords tagged_words(const ArticleWords& article, const Findings& rules) {
  return WordTagger(article).tag(rules);
}

}  // namespace parallax
