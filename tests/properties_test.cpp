// Properties that hold for any bytes: made-up texts of every kind of fragment that has caused
// trouble, put together by chance from fixed seeds. A failure prints its seed.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "parallax/collect/collect.h"
#include "parallax/compare/compare.h"
#include "parallax/compare/share_of_voice.h"
#include "parallax/present/present.h"
#include "parallax/read/read_article.h"
#include "promises.h"

using namespace parallax;

namespace {

constexpr unsigned kSeeds = 150;

constexpr auto kFragments = std::to_array<std::string_view>({
    "Troops entered Velm on 3 May 2031. ",
    "The village was taken,\" Aren said, citing the defence ministry. ",
    "“We held the bridge,” ",
    "“We lost the bridge. ",
    "said Colonel Ila Tarn. ",
    "— the minister added.\n",
    "According to officials, 26 people were killed in Velm. ",
    "More than 100 people died in Velm on 3 May 2031, the mayor said. ",
    "Between 20 and 30 houses burned in one night. ",
    "dozens ",
    "He denied that the army had fired on Velm. ",
    "Velm, now known as Qarda, ",
    "Velm (Qarda) ",
    "the so-called republic ",
    "in November of the same year ",
    "from February 27 to 29, 1988 ",
    "the next day ",
    "the 41st Brigade ",
    "1.5 million ",
    "$2 billion ",
    "44-day ",
    "3,000 / 3 000 / 3.000 ",
    "Dr. J. K. Orm ",
    "e.g. ",
    "U.S. ",
    "Mr ",
    "...",
    "?!",
    "\n\n",
    "\n",
    "\r\n",
    "\t",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "Հայերեն գիր։ ",
    "نص عربي؟ ",
    "текст ",
    "漢字。",
    "\xF0\x9F\x98\x80 ",
    "e\xCC\x81 ",
    "\xFF\xFE",
    "\xE2\x82",
    "\xC0\xAF",
    "\xED\xA0\x80",
    "\"\"\"",
    "''",
    "«»„“”’‘",
    "((((((",
    "<p>",
    "</div><div class=\"nav\">",
    "&amp;&nbsp;&#x41;&#xD800;&bogus;",
    "<script>if (a < b) {</script>",
    "<!-- ",
    "<h1>Velm</h1>",
    "URL: https://velm.example.org/1\n",
});

std::string made_up_bytes(unsigned seed) {
  std::mt19937 random(seed);
  std::string out;
  for (std::size_t left = random() % 60; left > 0; --left) {
    out += kFragments[random() % kFragments.size()];
  }
  return out;
}

void require_kept(const std::vector<std::string>& broken) {
  for (const std::string& sentence : broken) {
    FAIL_CHECK(sentence);
  }
}

struct Pile {
  std::vector<Article> articles;
  std::vector<Account> accounts;
  std::vector<Claim> claims;
};

Pile made_up_pile(const ClaimRules& rules, const Stages& stages) {
  Pile pile;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    Metadata metadata;
    metadata.published = "2031-05-09";
    Article article =
        article_from_clean_text("article-" + std::to_string(seed), made_up_bytes(seed), metadata);
    const std::vector<Claim> claims = gather_claims(article, read_article(article, stages), rules);
    pile.claims.insert(pile.claims.end(), claims.begin(), claims.end());
    const std::string side = seed % 2 == 0 ? "Even" : "Odd";
    pile.accounts.push_back({article.id, article.id + ".txt", "Outlet " + std::to_string(seed % 4),
                             side, metadata.published});
    article.path = article.id + ".txt";
    pile.articles.push_back(std::move(article));
  }
  return pile;
}

}  // namespace

TEST_CASE("any bytes give an article that keeps its promises") {
  const PageRules rules = PageRules::load(DataFiles::built_in());
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    for (const RecordKind kind : {RecordKind::text, RecordKind::html}) {
      Record record;
      record.path = "made-up";
      record.bytes = made_up_bytes(seed);
      record.kind = kind;
      const std::size_t size = record.bytes.size();
      const Result<Article> article = collect_article(record, rules);
      if (article) {
        require_kept(promises::broken_by(*article, size));
      }
    }
  }
}

TEST_CASE("any text gives an analysis that keeps its promises, the same each time") {
  const Stages stages = make_stages(DataFiles::built_in(), "en");
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const Article article = article_from_clean_text("made-up", made_up_bytes(seed), {});
    const Analysis analysis = read_article(article, stages);
    require_kept(promises::broken_by(article, analysis));
    CHECK(analysis == read_article(article, stages));
  }
}

TEST_CASE("questions keep their promises and do not depend on the order of articles") {
  const DataFiles data = DataFiles::built_in();
  const std::shared_ptr<const ClaimRules> rules = load_claim_rules(data, "en");
  Pile pile = made_up_pile(*rules, make_stages(data, "en"));
  const std::vector<Question> questions = compare_claims(pile.accounts, pile.claims, *rules);
  for (const Question& question : questions) {
    require_kept(promises::broken_by(pile.articles, question));
  }
  std::mt19937 random(7);
  for (int turn = 0; turn < 5; ++turn) {
    std::ranges::shuffle(pile.accounts, random);
    std::ranges::shuffle(pile.claims, random);
    CHECK(questions == compare_claims(pile.accounts, pile.claims, *rules));
  }
  CHECK_FALSE(questions.empty());
}

TEST_CASE("every word has one voice, and who says what does not depend on the order of articles") {
  const DataFiles data = DataFiles::built_in();
  const std::shared_ptr<const ClaimRules> rules = load_claim_rules(data, "en");
  const Stages stages = make_stages(data, "en");
  Pile pile = made_up_pile(*rules, stages);
  std::vector<ArticleVoices> voices;
  for (const Article& article : pile.articles) {
    voices.push_back(gather_voices(article, read_article(article, stages), *rules));
    const ArticleVoices& last = voices.back();
    CAPTURE(article.id);
    CHECK(last.share.attributed() <= last.share.words);
    std::size_t by_source = 0;
    for (const std::size_t words : last.share.by_source) {
      by_source += words;
    }
    CHECK(by_source == last.share.attributed());
    for (const KeyedWords& keyed : last.spoken) {
      CHECK(keyed.spoken.words <= last.share.attributed());
      CHECK(words(article.text, keyed.spoken.anchor.span) == keyed.spoken.anchor.words);
      CHECK_FALSE(keyed.spoken.anchor.words.empty());
    }
  }
  const Quotes quotes = share_of_voice(pile.accounts, pile.claims, voices, *rules);
  CHECK_FALSE(quotes.speakers.empty());
  std::mt19937 random(7);
  for (int turn = 0; turn < 5; ++turn) {
    std::ranges::shuffle(pile.accounts, random);
    std::ranges::shuffle(pile.claims, random);
    std::ranges::shuffle(voices, random);
    CHECK(quotes == share_of_voice(pile.accounts, pile.claims, voices, *rules));
  }
}
