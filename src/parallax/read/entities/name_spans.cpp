// Names are runs of capitalised words. What makes it hard: the first word of a sentence and Title
// Case lines are capitalised anyway (known elsewhere in the article, or no name); titles and
// demonyms stand before names ("Norlandic Foreign Minister Arvo Menn" is a people, a title and a
// person); "of" binds only behind a head noun ("Ministry of Defence", but "the fall of Orvel").
#include "parallax/read/entities/name_spans.h"

#include <algorithm>
#include <unordered_set>

#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestName = 9;

class NameFinder {
 public:
  NameFinder(const Reading& reading, const EntityLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon), tokens_(reading.analysis.tokens) {}

  std::vector<NameSpan> find() {
    for (std::size_t s = 0; s < reading_.analysis.sentences.size(); ++s) {
      sentence_begin_ = reading_.first_token(s);
      sentence_end_ = reading_.end_token(s);
      title_case_ = is_title_case();
      for (std::size_t i = sentence_begin_; i < sentence_end_;) {
        i = name_at(i);
      }
    }
    confirm_weak();
    return std::move(found_);
  }

 private:
  /// The words up to the end of the sentence.
  std::span<const Word> sentence_words() const {
    return std::span(reading_.words).first(sentence_end_);
  }

  bool capitalised(std::size_t i) const {
    if (i >= sentence_end_ || tokens_[i].kind != TokenKind::word) {
      return false;
    }
    return is_upper(code_point_at(reading_.token(i), 0).value);
  }

  bool is_function_word(std::size_t i) const {
    return lexicon_.function_words.contains(reading_.words[i]);
  }

  bool can_be_name(std::size_t i) const {
    if (!capitalised(i) || is_function_word(i)) {
      return false;
    }
    const Word& word = reading_.words[i];
    return !lexicon_.not_names.contains(word) && !lexicon_.months.contains(word);
  }

  /// A word that is no name by itself may be part of one that a head noun ends: "May Uprising",
  /// "Joint Observer Mission".
  bool can_be_part(std::size_t i) const {
    if (can_be_name(i)) {
      return true;
    }
    const bool month = lexicon_.months.contains(reading_.words[std::min(i, tokens_.size() - 1)]);
    const bool candidate = capitalised(i) && (month || !is_function_word(i));
    return candidate && (is_head(i) || (capitalised(i + 1) && is_head(i + 1)));
  }

  /// "Operation Long Night", "May Uprising": the first word is no name, the run is.
  bool can_begin(std::size_t i) const {
    return can_be_name(i) ||
           (can_be_part(i) && capitalised(i + 1) &&
            (is_head(i + 1) || lexicon_.event_nouns.contains(reading_.words[i])) &&
            !is_function_word(i + 1));
  }

  /// No full stop at the end, and of at least four longer words more than six in ten are
  /// capitalised.
  bool is_title_case() const {
    if (sentence_end_ == sentence_begin_ || reading_.token(sentence_end_ - 1) == ".") {
      return false;
    }
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    for (std::size_t i = sentence_begin_; i < sentence_end_; ++i) {
      if (tokens_[i].kind == TokenKind::word && tokens_[i].span.size() > 3) {
        ++long_words;
        capitals += capitalised(i) ? 1 : 0;
      }
    }
    return long_words >= 4 && capitals * 10 > long_words * 6;
  }

  std::optional<PhraseTable::Match> gazetteer_at(std::size_t i) const {
    const std::string_view first = reading_.token(i);
    const bool digit = first.front() >= '0' && first.front() <= '9';
    if (!capitalised(i) && !digit) {
      return std::nullopt;
    }
    const auto match = lexicon_.gazetteer.phrases().match(sentence_words(), i);
    if (!match) {
      return std::nullopt;
    }
    const bool needs_capitals = lexicon_.gazetteer.names()[match->value].all_capitals;
    const bool lower_end = !is_upper(code_point_before(first, first.size()).value);
    if (needs_capitals && lower_end && first.find('.') == std::string_view::npos) {
      return std::nullopt;
    }
    return match;
  }

  /// Tries to read a name at token `i`; returns the token to go on with.
  std::size_t name_at(std::size_t i) {
    const auto gazetteer = gazetteer_at(i);
    const auto title = lexicon_.titles.match(sentence_words(), i);
    const bool capital_title = title && capitalised(i + title->tokens - 1);  // no name begins in it
    if (!gazetteer && !can_begin(i) && !capital_title) {
      return i + 1;
    }
    if (title && !gazetteer) {
      return after_title(i, title->tokens);
    }
    if (gazetteer) {
      return gazetteer_name(i, *gazetteer);
    }
    const std::size_t end = run_end(i);
    push(i, end, std::nullopt, false);
    return end;
  }

  std::size_t after_title(std::size_t i, std::size_t title_tokens) {
    const std::size_t next = i + title_tokens;
    if (!can_be_name(next) || gazetteer_at(next) || title_begins(next)) {
      return next;
    }
    const std::size_t end = run_end(next);
    push(next, end, std::nullopt, true);
    return end;
  }

  bool title_begins(std::size_t i) const {
    return lexicon_.titles.match(sentence_words(), i).has_value();
  }

  bool is_head(std::size_t i) const {
    const Word& word = reading_.words[i];
    return lexicon_.head_nouns.contains(word) || lexicon_.event_nouns.contains(word);
  }

  /// A name of the gazetteer may be the beginning of a longer one: "Norland Democratic Republic",
  /// "Norlandic Red Army".
  std::size_t gazetteer_name(std::size_t i, const PhraseTable::Match& match) {
    const std::size_t after = i + match.tokens;
    const std::size_t end = run_end(i);
    if (end > after && is_head(end - 1) && capitalised(end - 1)) {
      push(i, end, std::nullopt, false);
      return end;
    }
    push(i, after, match.value, false);
    return after;
  }

  /// One past the last token of the run of capitalised words that begins at `i`.
  std::size_t run_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < sentence_end_ && end - i < kLongestName) {
      const bool campaign = lexicon_.event_nouns.contains(reading_.words[i]) && capitalised(end) &&
                            !is_function_word(end);  // "Operation Long Night"
      if ((can_be_part(end) && !is_title_of_next(end)) || campaign) {
        ++end;
      } else if (is_hyphenated(end)) {
        end += 2;
      } else if (is_binding(end)) {
        end += reading_.is_inner_hyphen(end + 1) ? 3 : 2;
      } else if (is_binding_the(end)) {
        end += 3;
      } else {
        break;
      }
    }
    return end;
  }

  /// "Norlandic Foreign Minister Arvo Menn": a title in the run belongs to the name behind it,
  /// unless a head noun ends the run.
  bool is_title_of_next(std::size_t i) const {
    if (!title_begins(i) || is_head(i) || !can_be_name(i + 1)) {
      return false;
    }
    std::size_t last = i + 1;
    while (can_be_name(last + 1)) {
      ++last;
    }
    return !is_head(last);
  }

  /// The hyphen of "Menn-Tarn": what stands behind it is part of the name.
  bool is_hyphenated(std::size_t i) const {
    return reading_.is_inner_hyphen(i) && i + 1 < sentence_end_ && capitalised(i + 1);
  }

  bool is_binding(std::size_t i) const {
    const std::string_view word = reading_.lower_token(i);
    const bool particle = word == "de" || word == "al" || word == "bin" || word == "van" ||
                          word == "von" || word == "der" || word == "oglu" || word == "la" ||
                          word == "del";
    const bool of = word == "of" && is_head(i - 1);
    const std::size_t name = particle && reading_.is_inner_hyphen(i + 1) ? i + 2 : i + 1;
    return (particle || of) && name < sentence_end_ && can_be_name(name);
  }

  bool is_binding_the(std::size_t i) const {
    return reading_.lower_token(i) == "of" && is_head(i - 1) && i + 2 < sentence_end_ &&
           reading_.lower_token(i + 1) == "the" && can_be_name(i + 2);
  }

  void push(std::size_t first, std::size_t end, std::optional<std::uint32_t> gazetteer,
            bool titled) {
    NameSpan name{.first = first,
                  .end = end,
                  .span = {tokens_[first].span.begin, tokens_[end - 1].span.end},
                  .folded = {},
                  .gazetteer = gazetteer,
                  .titled = titled,
                  .placed = is_placed(first, end)};
    name.folded = fold(reading_.text(name.span));
    if (!gazetteer) {
      name.gazetteer = lexicon_.gazetteer.find(name.folded);
    }
    const bool initial = end == first + 1 && is_initial(first);
    name.weak = !name.gazetteer && !titled && (initial || title_case_);
    if (!name.folded.empty()) {
      found_.push_back(std::move(name));
    }
  }

  /// First of the sentence, or behind a dash or a colon as datelines have them.
  bool is_initial(std::size_t i) const {
    while (i > sentence_begin_ && tokens_[i - 1].kind == TokenKind::punctuation) {
      const std::string_view mark = reading_.token(i - 1);
      if (mark == "-" || mark == "—" || mark == "–" || mark == ":" || mark == "--") {
        return true;
      }
      if (mark == "," || mark == ";") {
        return false;
      }
      --i;
    }
    return i == sentence_begin_;
  }

  bool is_place_noun(std::size_t i) const {
    const EntityType* head = lexicon_.head_nouns.find(reading_.words[i]);
    return head != nullptr && *head == EntityType::place;
  }

  /// "in X", "on northern X", "the X dam", "the river X", "the town of X", "the mayor of X".
  bool is_placed(std::size_t first, std::size_t end) const {
    if (end < sentence_end_ && is_place_noun(end)) {
      return true;
    }
    std::size_t before = first;
    constexpr std::string_view kPassedOver[] = {"the",     "northern", "southern", "eastern",
                                                "western", "central",  "nearby"};
    while (before > sentence_begin_ &&
           std::ranges::find(kPassedOver, reading_.lower_token(before - 1)) !=
               std::end(kPassedOver)) {
      --before;
    }
    if (before == sentence_begin_) {
      return false;
    }
    const std::string_view word = reading_.lower_token(before - 1);
    constexpr std::string_view kPlacing[] = {"in",      "at",      "near",   "from",   "outside",
                                             "around",  "towards", "toward", "inside", "on",
                                             "through", "across",  "into",   "reached"};
    if (std::ranges::find(kPlacing, word) != std::end(kPlacing) || is_place_noun(before - 1)) {
      return true;
    }
    if (word != "of" || before < sentence_begin_ + 2) {
      return false;
    }
    std::size_t head = before - 2;
    while (head > sentence_begin_ && tokens_[head].kind == TokenKind::punctuation) {
      --head;  // the "governor" of X
    }
    return is_place_noun(head) || title_begins(head) ||
           lexicon_.event_nouns.contains(reading_.words[head]);
  }

  /// A weak name stays if the same name, or a name that it is the end of, stands in plain text too.
  /// Of a Title Case run the known part stays.
  void confirm_weak() {
    std::unordered_set<std::string> known;
    for (const NameSpan& name : found_) {
      if (!name.weak) {
        known.insert(name.folded);
        const std::size_t space = name.folded.rfind(' ');
        if (space != std::string::npos) {
          known.insert(name.folded.substr(space + 1));
        }
      }
    }
    std::vector<NameSpan> kept;
    for (NameSpan& name : found_) {
      if (!name.weak || known.contains(name.folded)) {
        kept.push_back(std::move(name));
      } else {
        keep_known_part(name, known, kept);
      }
    }
    found_ = std::move(kept);
  }

  void keep_known_part(const NameSpan& name, const std::unordered_set<std::string>& known,
                       std::vector<NameSpan>& kept) const {
    for (std::size_t i = name.first; i < name.end; ++i) {
      for (std::size_t end = name.end; end > i; --end) {
        const Span span{tokens_[i].span.begin, tokens_[end - 1].span.end};
        std::string folded = fold(reading_.text(span));
        if (known.contains(folded)) {
          kept.push_back({.first = i,
                          .end = end,
                          .span = span,
                          .folded = folded,
                          .gazetteer = lexicon_.gazetteer.find(folded)});
          i = end - 1;
          break;
        }
      }
    }
  }

  const Reading& reading_;
  const EntityLexicon& lexicon_;
  std::span<const Token> tokens_;
  std::size_t sentence_begin_ = 0;
  std::size_t sentence_end_ = 0;
  bool title_case_ = false;
  std::vector<NameSpan> found_;
};

}  // namespace

std::vector<NameSpan> find_name_spans(const Reading& reading, const EntityLexicon& lexicon) {
  return NameFinder(reading, lexicon).find();
}

}  // namespace parallax
