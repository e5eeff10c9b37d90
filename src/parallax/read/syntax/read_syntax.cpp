#include "parallax/read/syntax/read_syntax.h"

#include <algorithm>

#include "parallax/text/phrase_table.h"

namespace parallax {
namespace {

constexpr std::string_view kPieceRelation = "parataxis";

/// Tokens that are parsed as one: a sentence, or a piece of a long one.
struct Piece {
  std::uint32_t first = 0;  ///< token
  std::uint32_t size = 0;
  std::uint32_t before = 0;  ///< tokens of the sentence before it
};

/// A tag name's number in the article's strings, given when it first comes up.
class TagStrings {
 public:
  TagStrings(const std::vector<std::string>& names, std::vector<std::string>& strings)
      : names_(names), strings_(strings), ids_(names.size(), kNew) {}

  TagId of(std::uint32_t number) {
    if (ids_[number] == kNew) {
      ids_[number] = names_[number].empty() ? 0 : static_cast<TagId>(strings_.size());
      if (ids_[number] != 0) {
        strings_.push_back(names_[number]);
      }
    }
    return ids_[number];
  }

 private:
  static constexpr TagId kNew = UINT16_MAX;
  const std::vector<std::string>& names_;
  std::vector<std::string>& strings_;
  std::vector<TagId> ids_;
};

class SyntaxReader {
 public:
  SyntaxReader(std::string_view text, const SyntaxModel& model, Analysis& analysis)
      : text_(text),
        model_(model),
        analysis_(analysis),
        xpos_(model.xpos(), analysis.strings),
        feats_(model.feats(), analysis.strings),
        deprel_(model.deprel(), analysis.strings) {}

  void read() {
    analysis_.strings.assign(1, std::string());
    cut_pieces();
    std::ranges::stable_sort(pieces_, std::greater(), &Piece::size);
    read_pieces();
    join_pieces();
    add_lemmas();
  }

 private:
  void cut_pieces() {
    std::uint32_t token = 0;
    const auto tokens = static_cast<std::uint32_t>(analysis_.tokens.size());
    for (const Sentence& sentence : analysis_.sentences) {
      std::uint32_t end = token;
      while (end < tokens && analysis_.tokens[end].span.begin < sentence.span.end) {
        ++end;
      }
      for (std::uint32_t at = token; at < end; at += kMostWordsParsed) {
        pieces_.push_back({at, std::min(kMostWordsParsed, end - at), at - token});
      }
      if (end - token > kMostWordsParsed) {
        analysis_.notes.push_back(
            {sentence.span, "long_sentence",
             "parsed in pieces of " + std::to_string(kMostWordsParsed) + " words"});
      }
      token = end;
    }
  }

  void read_pieces() {
    std::vector<std::string_view> forms;
    forms.reserve(analysis_.tokens.size());  // sentences are views of it
    std::vector<Forms> sentences;
    for (const Piece& piece : pieces_) {
      for (std::uint32_t i = 0; i < piece.size; ++i) {
        forms.push_back(words(text_, analysis_.tokens[piece.first + i].span));
      }
      sentences.emplace_back(forms.end() - piece.size, forms.end());
    }
    const auto found = model_.network().read(sentences);
    std::size_t at = 0;
    for (const Piece& piece : pieces_) {
      for (std::uint32_t i = 0; i < piece.size; ++i, ++at) {
        write(found[at], piece, analysis_.tokens[piece.first + i]);
      }
    }
  }

  void write(const WordSyntax& word, const Piece& piece, Token& token) {
    token.upos = static_cast<Upos>(word.upos);
    token.xpos = xpos_.of(word.xpos);
    token.feats = feats_.of(word.feats);
    token.deprel = deprel_.of(word.deprel);
    token.head = word.head == 0 ? 0 : (word.head + piece.before) & 0x7FFFFFFFU;
  }

  /// The roots of later pieces hang on the root of the first.
  void join_pieces() {
    const auto& names = model_.deprel();
    const auto joined = std::ranges::find(names, kPieceRelation);
    for (const Piece& piece : pieces_) {
      if (piece.before == 0) {
        continue;
      }
      const auto tokens = std::span(analysis_.tokens);
      const auto first = tokens.subspan(piece.first - piece.before, kMostWordsParsed);
      const auto is_root = [](const Token& token) { return token.head == 0; };
      const auto root = std::ranges::find_if(first, is_root) - first.begin() + 1;
      auto& own = *std::ranges::find_if(tokens.subspan(piece.first, piece.size), is_root);
      own.head = static_cast<std::uint32_t>(root) & 0x7FFFFFFFU;
      if (joined != names.end()) {
        own.deprel = deprel_.of(static_cast<std::uint32_t>(joined - names.begin()));
      }
    }
  }

  void add_lemmas() {
    WordMap<LemmaId> ids;
    std::string lemma;
    for (Token& token : analysis_.tokens) {
      model_.lemmas().lemma(words(text_, token.span), token.upos, analysis_.string(token.xpos),
                            lemma);
      const auto known = ids.find(std::string_view(lemma));
      if (known != ids.end()) {
        token.lemma = known->second;
        continue;
      }
      token.lemma = static_cast<LemmaId>(analysis_.strings.size());
      analysis_.strings.push_back(lemma);
      ids.emplace(lemma, token.lemma);
    }
  }

  std::string_view text_;
  const SyntaxModel& model_;
  Analysis& analysis_;
  TagStrings xpos_, feats_, deprel_;
  std::vector<Piece> pieces_;
};

}  // namespace

void read_syntax(std::string_view text, const SyntaxModel& model, Analysis& analysis) {
  SyntaxReader(text, model, analysis).read();
}

}  // namespace parallax
