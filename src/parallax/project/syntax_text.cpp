#include "parallax/project/syntax_text.h"

#include "parallax/present/conllu.h"
#include "parallax/project/in_parallel.h"
#include "parallax/project/line_reader.h"
#include "parallax/read/syntax/read_syntax.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kSentencesPerJob = 64;
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kTextBytes = std::size_t{1} << 20;
/// Where blank lines do not come: a cut at a line end.
constexpr std::size_t kMostTextBytes = std::size_t{16} << 20;
constexpr std::size_t kMostLineBytes = std::size_t{64} << 20;

/// Lines, counted; a line over the limit is a failure.
class Lines {
 public:
  explicit Lines(int descriptor) : reader_(descriptor, kMostLineBytes) {}

  /// False at the end.
  Result<bool> next(std::string& line) {
    ++number_;
    const auto read = reader_.next(line);
    if (!read) {
      return std::unexpected(read.error());
    }
    if (*read == LineReader::Read::too_long) {
      return std::unexpected(Error{
          ErrorCode::over_limit,
          "line " + std::to_string(number_) + " is longer than 64 MiB; break it into shorter ones",
          {}});
    }
    return *read == LineReader::Read::line;
  }
  bool must_wait() const { return reader_.must_wait(); }

 private:
  LineReader reader_;
  std::size_t number_ = 0;
};

/// A piece of the input and what became of it.
struct Piece {
  std::string text;                   ///< of plain text
  std::vector<ConlluSentence> given;  ///< of CoNLL-U
  Analysis analysis;
  std::string out;
};

Result<void> write_notes_and(std::string_view out, const Analysis& analysis,
                             const SyntaxEnds& ends) {
  for (const Note& note : analysis.notes) {
    ends.note(note.text);
  }
  return ends.write(out);
}

/// The next piece of a text: about a MiB, up to a blank line.
Result<std::string> next_text(Lines& lines) {
  std::string text;
  std::string line;
  for (;;) {
    const auto more = lines.next(line);
    if (!more) {
      return std::unexpected(more.error());
    }
    if (!*more) {
      return text;
    }
    text += line;
    text += '\n';
    const bool is_blank = text.size() >= kTextBytes && trim(line).empty();
    if (is_blank || text.size() >= kMostTextBytes) {
      return text;
    }
  }
}

Result<std::vector<Piece>> next_texts(Lines& lines, std::size_t jobs) {
  std::vector<Piece> pieces;
  while (pieces.size() < jobs) {
    auto text = next_text(lines);
    if (!text) {
      return std::unexpected(text.error());
    }
    if (text->empty()) {
      break;
    }
    pieces.push_back({.text = std::move(*text)});
  }
  return pieces;
}

void read_text(Piece& piece, const ArticleReader& reader, const SyntaxStage& syntax) {
  const Article article = article_from_clean_text("", piece.text, {});
  piece.text = article.text;
  piece.analysis = reader.read_sentences(article);
  syntax(piece.text, piece.analysis);
}

void read_given(Piece& piece, const SyntaxStage& syntax) {
  ConlluText made = text_of(piece.given);
  syntax(made.text, made.analysis);
  piece.out = given_as_conllu(piece.given, made.analysis);
  piece.analysis.notes = std::move(made.analysis.notes);
}

/// Reads CoNLL-U until there is enough to keep all threads busy, and no longer than there is
/// something to read without waiting. `failed` says why no more can be read.
class GivenReader {
 public:
  explicit GivenReader(int descriptor) : lines_(descriptor) {}

  std::vector<Piece> next(std::size_t jobs) {
    std::size_t bytes = 0;
    while (!ended_ && parser_.complete() < jobs * kSentencesPerJob && bytes < kBatchBytes &&
           (parser_.complete() == 0 || !lines_.must_wait())) {
      const auto more = lines_.next(line_);
      failed_ = !more   ? std::unexpected(more.error())
                : *more ? parser_.add(line_)
                        : parser_.finish();
      ended_ = !failed_ || !*more;
      bytes += line_.size();
    }
    return in_pieces(parser_.take());
  }
  bool ended() const { return ended_; }
  const Result<void>& result() const { return failed_; }

 private:
  static std::vector<Piece> in_pieces(std::vector<ConlluSentence> sentences) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < sentences.size(); at += kSentencesPerJob) {
      const auto begin = sentences.begin() + static_cast<std::ptrdiff_t>(at);
      const std::size_t count = std::min(kSentencesPerJob, sentences.size() - at);
      pieces.emplace_back().given.assign(
          std::make_move_iterator(begin),
          std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(count)));
    }
    return pieces;
  }

  Lines lines_;
  ConlluParser parser_;
  std::string line_;
  bool ended_ = false;
  Result<void> failed_;
};

}  // namespace

Result<SyntaxStage> load_syntax() {
  auto model = SyntaxModel::built_in("en");
  if (!model) {
    return std::unexpected(model.error());
  }
  return [kept = std::make_shared<const SyntaxModel>(*std::move(model))](
             std::string_view text, Analysis& analysis) { read_syntax(text, *kept, analysis); };
}

Result<void> text_to_conllu(const ArticleReader& reader, const SyntaxStage& syntax,
                            const SyntaxEnds& ends) {
  Lines lines(ends.input);
  std::uint64_t number = 1;
  while (!ends.stop()) {
    auto pieces = next_texts(lines, ends.jobs);
    if (!pieces || pieces->empty()) {
      return pieces ? Result<void>{} : std::unexpected(pieces.error());
    }
    in_parallel(ends.jobs, pieces->size(),
                [&](std::size_t i) { read_text((*pieces)[i], reader, syntax); });
    for (const Piece& piece : *pieces) {
      const std::string out = analysis_as_conllu(piece.text, piece.analysis, number);
      if (auto written = write_notes_and(out, piece.analysis, ends); !written) {
        return written;
      }
    }
  }
  return {};
}

Result<void> conllu_to_conllu(const SyntaxStage& syntax, const SyntaxEnds& ends) {
  GivenReader reader(ends.input);
  while (!reader.ended() && !ends.stop()) {
    std::vector<Piece> pieces = reader.next(ends.jobs);
    in_parallel(ends.jobs, pieces.size(), [&](std::size_t i) { read_given(pieces[i], syntax); });
    for (const Piece& piece : pieces) {
      if (auto written = write_notes_and(piece.out, piece.analysis, ends); !written) {
        return written;
      }
    }
  }
  return reader.result();
}

}  // namespace parallax
