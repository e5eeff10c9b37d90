#include "parallax/compare/share_of_voice.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "parallax/compare/compare.h"

namespace parallax {
namespace {

const ClaimRules& rules() {
  static const auto kLoaded = load_claim_rules(DataFiles::built_in(), "en");
  return *kLoaded;
}

/// An article whose words are told apart by spaces, and what the test says was read in it.
struct Sample {
  Article article;
  Analysis analysis;

  Sample(std::string id, std::string text) {
    article.id = std::move(id);
    article.path = article.id + ".txt";
    article.text = std::move(text);
    const auto size = static_cast<std::uint32_t>(article.text.size());
    article.blocks = {{{0, size}, {5, std::uint64_t{5} + size}, Role::body}};
    analysis.sentences = {{{0, size}, 0, Role::body}};
    for (std::uint32_t at = 0; at < size;) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(article.text.find(' ', at), size));
      Token token;
      token.span = {at, end};
      const bool mark = end == at + 1 &&
                        std::string_view(".,\"").find(article.text[at]) != std::string_view::npos;
      token.kind = mark ? TokenKind::punctuation : TokenKind::word;
      analysis.tokens.push_back(token);
      at = end + 1;
    }
  }

  Span at(std::string_view phrase) const {
    const auto begin = static_cast<std::uint32_t>(article.text.find(phrase));
    return {begin, begin + static_cast<std::uint32_t>(phrase.size())};
  }
  Id<Entity> person(const std::string& name) {
    analysis.entities.push_back({name, EntityType::person, "", {}});
    return Id<Entity>{static_cast<std::uint32_t>(analysis.entities.size() - 1)};
  }
  Attribution& says(std::string_view source, std::string_view content) {
    Attribution attribution;
    if (!source.empty()) {
      attribution.source = {at(source)};
    }
    attribution.content = {at(content)};
    analysis.attributions.push_back(attribution);
    return analysis.attributions.back();
  }
  ArticleVoices voices() const { return gather_voices(article, analysis, rules()); }
  Account account(const std::string& outlet, const std::string& side) const {
    return {article.id, article.path, outlet, side, std::nullopt};
  }
};

Quotes joined(const std::vector<const Sample*>& samples) {
  std::vector<ArticleVoices> voices;
  std::vector<Account> accounts;
  voices.reserve(samples.size());
  for (const Sample* sample : samples) {
    voices.push_back(sample->voices());
    accounts.push_back(sample->account("Outlet " + sample->article.id, "North"));
  }
  return share_of_voice(accounts, {}, voices, rules());
}

std::vector<std::string> names_of(const Quotes& quotes) {
  std::vector<std::string> names;
  names.reserve(quotes.speakers.size());
  for (const Speaker& speaker : quotes.speakers) {
    names.push_back(speaker.name);
  }
  return names;
}

}  // namespace

TEST_CASE("voices: marks are no words, and what nobody is given is the author's") {
  Sample sample("a", "Tarn said \" the bridge fell \" , and it rained .");
  sample.says("Tarn", "\" the bridge fell \"").kind = AttributionKind::direct;
  const VoiceShare share = sample.voices().share;
  CHECK(share.words == 8);
  CHECK(share.attributed() == 3);
  CHECK(share.author() == 5);
  CHECK(share.quoted() == 3);
  CHECK(share.attributions == 1);
}

TEST_CASE("voices: a nested word counts once, for the outermost, and for its own speaker too") {
  Sample sample("a", "Tarn said the guards say the bridge fell .");
  sample.says("Tarn", "the guards say the bridge fell").kind = AttributionKind::mixed;
  Attribution& nested = sample.says("the guards", "the bridge fell");
  nested.parent = Id<Attribution>{0};
  nested.kind = AttributionKind::indirect;
  sample.analysis.attributions[0].speaker = sample.person("Tarn");
  const ArticleVoices voices = sample.voices();
  CHECK(voices.share.attributed() == 6);
  CHECK(voices.share.of(AttributionKind::mixed) == 6);
  CHECK(voices.share.of(AttributionKind::indirect) == 0);
  CHECK(voices.share.unnamed() == 0);  // the guards' words are Tarn's here
  REQUIRE(voices.spoken.size() == 2);
  CHECK(voices.spoken[0].spoken.words == 6);
  CHECK(voices.spoken[1].spoken.words == 3);
  CHECK(voices.spoken[1].spoken.within == "Tarn");
  CHECK_FALSE(voices.spoken[0].spoken.within);
}

TEST_CASE("voices: the outermost goes first whatever stands first; a circle of parents ends") {
  Sample sample("a", "The guards say the bridge fell , Tarn said .");
  sample.says("The guards", "the bridge fell").parent = Id<Attribution>{1};
  sample.says("Tarn", "The guards say the bridge fell").kind = AttributionKind::direct;
  CHECK(sample.voices().share.quoted() == 6);
  CHECK(sample.voices().share.of(AttributionKind::indirect) == 0);
  sample.analysis.attributions[1].parent = Id<Attribution>{0};
  CHECK(sample.voices().share.attributed() == 6);
}

TEST_CASE("voices: kinds of source, and who is not named") {
  Sample sample(
      "a", "Tarn said one . A source in Vell said two two . Officials said three . He said four .");
  sample.says("Tarn", "one").speaker = sample.person("Tarn");
  sample.says("A source in Vell", "two two").speaker = sample.person("Vell");
  sample.says("Officials", "three");
  sample.says("He", "four");
  sample.analysis.sourcing = {{sample.at("A source"), SourcingKind::anonymous},
                              {sample.at("Officials"), SourcingKind::described}};
  const ArticleVoices voices = sample.voices();
  CHECK(voices.share.of(SourcingKind::named) == 1);
  CHECK(voices.share.of(SourcingKind::anonymous) == 2);
  CHECK(voices.share.of(SourcingKind::described) == 1);
  CHECK(voices.share.of(SourceKind()) == 1);
  CHECK(voices.share.unnamed() == 4);
  CHECK(voices.spoken[1].name == "A source in Vell");
  CHECK_FALSE(voices.spoken[1].named);
}

TEST_CASE("voices: the words, the place and the anchor of an attribution") {
  Sample sample("a", "One fell , Tarn said , two burnt .");
  sample.says("Tarn", "One fell").content.push_back(sample.at("two burnt"));
  sample.says("", "no such words").content.clear();
  const ArticleVoices voices = sample.voices();
  REQUIRE(voices.spoken.size() == 1);
  const SpokenWords& spoken = voices.spoken[0].spoken;
  CHECK(spoken.text == "One fell … two burnt");
  CHECK(spoken.source == "Tarn");
  CHECK(spoken.anchor.words == "One fell");
  CHECK(spoken.place == SourceRange{5, 5 + 32});
  CHECK(spoken.words == 4);
}

TEST_CASE("voices: a long content is cut at a letter, its words are still counted") {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += "մի ";
  }
  text += "end";
  Sample sample("a", text);
  sample.says("", text);
  const ArticleVoices voices = sample.voices();
  const SpokenWords& spoken = voices.spoken[0].spoken;
  CHECK(spoken.words == 501);
  CHECK(spoken.cut);
  CHECK(spoken.text.size() <= 800);
  CHECK((text.starts_with(spoken.text)));
  CHECK((static_cast<unsigned char>(text[spoken.text.size()]) & 0xC0U) != 0x80U);
}

TEST_CASE("quotes: a last name joins the only fuller name, and none of two") {
  Sample a("a", "Petra Lohm said one .");
  a.says("Petra Lohm", "one").speaker = a.person("Petra Lohm");
  Sample b("b", "Lohm said two two .");
  b.says("Lohm", "two two").speaker = b.person("Lohm");
  const Quotes quotes = joined({&a, &b});
  REQUIRE(names_of(quotes) == std::vector<std::string>{"Petra Lohm"});
  CHECK(quotes.speakers[0].names == std::vector<std::string>{"Lohm", "Petra Lohm"});
  CHECK(quotes.speakers[0].words() == 3);
  CHECK(quotes.speakers[0].said.size() == 2);

  Sample c("c", "Otto Lohm said four .");
  c.says("Otto Lohm", "four").speaker = c.person("Otto Lohm");
  CHECK(names_of(joined({&a, &b, &c})) ==
        std::vector<std::string>{"Lohm", "Otto Lohm", "Petra Lohm"});
}

TEST_CASE("quotes: last names spelt alike are one, first names must be the same") {
  Sample a("a", "Aren Tolyan said one .");
  a.says("Aren Tolyan", "one").speaker = a.person("Aren Tolyan");
  Sample b("b", "Aren Tolian said two .");
  b.says("Aren Tolian", "two").speaker = b.person("Aren Tolian");
  Sample c("c", "Aram Tolyan said three .");
  c.says("Aram Tolyan", "three").speaker = c.person("Aram Tolyan");
  CHECK(joined({&a, &b, &c}).speakers.size() == 2);
}

TEST_CASE("quotes: a wording without a name is never joined with a name") {
  Sample a("a", "Officials said one . They said two .");
  a.says("Officials", "one").speaker = a.person("Officials");
  a.says("They", "two");
  Sample b("b", "officials said three .");
  b.says("officials", "three");
  b.says("", "three .");
  const Quotes quotes = joined({&a, &b});
  CHECK(names_of(quotes) == std::vector<std::string>{"Officials", "They", "officials", "unnamed"});
  CHECK(std::ranges::count(quotes.speakers, true, &Speaker::named) == 1);
}

TEST_CASE("quotes: outlets by side, speakers by words; the order of articles does not matter") {
  Sample a("a", "Tarn said one .");
  a.says("Tarn", "one").speaker = a.person("Tarn");
  Sample b("b", "Orm said two two .");
  b.says("Orm", "two two").speaker = b.person("Orm");
  const Quotes quotes = joined({&a, &b});
  CHECK(quotes == joined({&b, &a}));
  CHECK(names_of(quotes) == std::vector<std::string>{"Orm", "Tarn"});
  REQUIRE(quotes.outlets.size() == 2);
  CHECK(quotes.outlets[0].outlet == "Outlet a");
  CHECK(quotes.outlets[0].share.words == 3);

  const Quotes narrow = narrowed(quotes, {.side = "", .outlet = "Outlet a"});
  CHECK(names_of(narrow) == std::vector<std::string>{"Tarn"});
  CHECK(narrow.outlets.size() == 1);
  CHECK(narrowed(quotes, {.side = "South", .outlet = ""}) == Quotes{});
}

}  // namespace parallax
