#include "copy_cases.h"

#include "parallax/compare/copies/align.h"
#include "parallax/compare/copies/copy_groups.h"
#include "parallax/core/names_of_values.h"
#include "parallax/text/sentences.h"
#include "pile_case.h"

namespace parallax::cases {
namespace {

struct LaidArticle {
  std::string id;
  std::string text;
  CopyText ready;
};

std::vector<Span> sentences_of(std::string_view text) {
  static const SentenceRules kRules = SentenceRules::load(DataFiles::built_in(), "en");
  std::vector<Span> sentences;
  for (const Span paragraph : split_paragraphs(text)) {
    for (const Span sentence : split_sentences(text, paragraph, kRules)) {
      sentences.push_back(sentence);
    }
  }
  return sentences;
}

std::vector<LaidArticle> laid_articles(const GivenPile& pile) {
  std::vector<LaidArticle> articles;
  std::vector<Sketch> sketches;
  for (const GivenArticle& given : pile.articles) {
    articles.push_back({given.account.article, join_lines(given.lines), {}});
    sketches.push_back(sketch_of(std::string_view(articles.back().text)));
  }
  const ValueCounts counts(sketches);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    LaidArticle& article = articles[i];
    article.ready = make_copy_text(article.text, sentences_of(article.text), counts);
    const Account& account = pile.articles[i].account;
    article.ready.publisher = account.outlet == account.path ? "" : account.outlet;
  }
  return articles;
}

std::vector<CopyPair> all_pairs(const std::vector<LaidArticle>& articles) {
  std::vector<CopyPair> pairs;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::size_t j = i + 1; j < articles.size(); ++j) {
      const Likeness found = compare_texts(articles[i].ready, articles[j].ready);
      if (found.kind) {
        pairs.push_back({articles[i].id, articles[j].id, *found.kind, found.alignment});
      }
    }
  }
  return pairs;
}

/// Prints pairs with the words of their articles.
class Printer {
 public:
  explicit Printer(const std::vector<LaidArticle>& articles) : articles_(articles) {}

  void add(const CopyPair& pair) {
    const Alignment& laid = pair.alignment;
    out_.append(to_string(pair.kind)).append("  " + pair.first + ' ' + pair.second + "  ");
    out_ += in_numbers(laid.first) + ' ' + in_numbers(laid.second) + '\n';
    add_alone(pair.first, laid.only_first);
    add_alone(pair.second, laid.only_second);
    for (const SharedSpan& shared : laid.shared) {
      if (shared.altered) {
        out_ += "  altered  " + quoted(pair.first, shared.first) + " = " +
                quoted(pair.second, shared.second) + '\n';
      }
    }
  }
  void add_earliest(const Account& account) { out_ += "earliest  " + account.article + '\n'; }
  std::string take() { return std::move(out_); }

 private:
  static std::string in_numbers(const Containment& in) {
    return std::to_string(in.shared) + '/' + std::to_string(in.words);
  }
  std::string quoted(const std::string& article, Span span) const {
    for (const LaidArticle& one : articles_) {
      if (one.id == article) {
        return '"' + one.text.substr(span.begin, span.size()) + '"';
      }
    }
    return {};
  }
  void add_alone(const std::string& article, const std::vector<Span>& sentences) {
    for (const Span sentence : sentences) {
      out_ += "  only " + article + "  " + quoted(article, sentence) + '\n';
    }
  }

  const std::vector<LaidArticle>& articles_;
  std::string out_;
};

}  // namespace

Result<std::string> copies_of_case(const Case& one) {
  const Result<GivenPile> pile = pile_of_case(one);
  if (!pile) {
    return std::unexpected(pile.error());
  }
  const std::vector<LaidArticle> articles = laid_articles(*pile);
  std::vector<Account> accounts;
  for (const GivenArticle& given : pile->articles) {
    accounts.push_back(given.account);
  }
  const Copies copies = gather_copies(accounts, all_pairs(articles));
  Printer printer(articles);
  for (const CopyGroup& group : copies.groups) {
    for (const CopyPair& pair : group.pairs) {
      printer.add(pair);
    }
    if (group.earliest) {
      printer.add_earliest(*group.earliest);
    }
  }
  for (const CopyPair& pair : copies.quotations) {
    printer.add(pair);
  }
  return printer.take();
}

}  // namespace parallax::cases
