#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "parallax/compare/copies/align.h"
#include "parallax/compare/copies/cover.h"
#include "parallax/text/sentences.h"

/// Made-up texts, made of made-up sentences, so that each test says what is shared.
namespace parallax {
namespace {

/// A sentence of ten words that nothing else has.
std::string sentence(int number) {
  std::string out = "On day " + std::to_string(number) + " the";
  for (const char* word : {"mill", "bridge", "baker", "river", "guards", "night"}) {
    out += ' ' + std::string(word) + std::to_string(number);
  }
  return out + ".";
}

std::string sentences(int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i) {
    out += sentence(i) + '\n';
  }
  return out;
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return lines;
}

ValueCounts counts_of(const std::vector<std::string>& texts) {
  std::vector<Sketch> sketches;
  sketches.reserve(texts.size());
  for (const std::string& text : texts) {
    sketches.push_back(sketch_of(std::string_view(text)));
  }
  return ValueCounts(sketches);
}

Likeness likeness(const std::string& a, const std::string& b) {
  const ValueCounts counts = counts_of({a, b});
  return compare_texts(make_copy_text(a, lines_of(a), counts),
                       make_copy_text(b, lines_of(b), counts));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<WordHash> hashes;
  append_word_hashes(text, hashes);
  std::vector<std::string> words;
  words.reserve(hashes.size());
  for (const WordHash& word : hashes) {
    words.emplace_back(text.substr(word.span.begin, word.span.size()));
  }
  return words;
}

bool are_one_word(std::string_view a, std::string_view b) {
  std::vector<WordHash> hashes;
  append_word_hashes(a, hashes);
  append_word_hashes(b, hashes);
  return hashes.size() == 2 && hashes[0].hash == hashes[1].hash;
}

}  // namespace

TEST_CASE("copies: words are folded, and keep their places") {
  CHECK(words_of("“Don’t—stop”, he said: 26.5 Ереван\n") ==
        std::vector<std::string>{"Don’t", "stop", "he", "said", "26", "5", "Ереван"});
  CHECK(are_one_word("Don’t", "DONT"));
  CHECK(are_one_word("Élan", "elan"));
  CHECK(are_one_word("ЕРЁМА", "ерема"));
  CHECK_FALSE(are_one_word("mill", "mills"));
  CHECK(words_of("\xFF\xFE \x80 -- ''").empty());
  CHECK(are_one_word(std::string(200, 'x'), std::string(200, 'X')));
}

TEST_CASE("copies: a sketch is the same for the same words, and reads back") {
  const Sketch sketch = sketch_of(std::string_view("The mill burnt, and nobody was charged."));
  CHECK(sketch == sketch_of(std::string_view("THE MILL BURNT and nobody, was charged")));
  CHECK(parse_sketch(print_sketch(sketch)) == sketch);
  CHECK_FALSE(parse_sketch("short"));
  const Sketch none = sketch_of(std::string_view(""));
  CHECK(std::ranges::count(none.cells, Sketch::kEmpty) == Sketch::kCells);
  CHECK(sketch_of(std::string_view("two words")) != none);
}

TEST_CASE("copies: equal cells tell what share of the text two have in common") {
  const Sketch a = sketch_of(std::string_view(sentences(0, 100)));
  const Sketch b = sketch_of(std::string_view(sentences(50, 150)));
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Sketch::kCells; ++i) {
    equal += a.cells[i] == b.cells[i] ? 1 : 0;
  }
  CHECK(equal > 128 / 3 - 20);  // 50 of 150 sentences
  CHECK(equal < 128 / 3 + 20);
}

TEST_CASE("copies: short runs cover a text only as parts of a chain") {
  const auto covered = [](std::string_view text, std::string_view other) {
    const auto hashes = [](std::string_view words) {
      std::vector<WordHash> found;
      append_word_hashes(words, found);
      std::vector<std::uint64_t> out;
      out.reserve(found.size());
      for (const WordHash& word : found) {
        out.push_back(word.hash);
      }
      return out;
    };
    const Cover found = cover(hashes(text), hashes(other));
    return static_cast<std::size_t>(
        std::ranges::count_if(found, [](std::uint32_t place) { return place != kNotCovered; }));
  };
  CHECK(covered("a b c d e f g h", "x a b c d e f g h") == 8);
  CHECK(covered("a b c d e f g", "a b c d e f g") == 7 - 7);  // seven words may be a phrase
  CHECK(covered("a b c d X e f g h", "a b c d Y e f g h") == 8);
  CHECK(covered("a b c d e f g h", "e f g h then a b c d") == 0);
  CHECK(covered("", "a b c") == 0);
  CHECK(covered("a b", "a b") == 0);
}

TEST_CASE("copies: the kinds, and which side cut which sentence") {
  const std::string whole = sentences(0, 12);
  CHECK(likeness(whole, whole).kind == CopyKind::identical);

  const Likeness cut = likeness(whole, sentences(0, 8));
  CHECK(cut.kind == CopyKind::abridged);
  CHECK(cut.alignment.second == Containment{80, 80});
  CHECK(cut.alignment.first == Containment{80, 120});
  REQUIRE(cut.alignment.only_first.size() == 4);
  CHECK(whole.substr(cut.alignment.only_first[0].begin, 8) == "On day 8");
  CHECK(cut.alignment.only_second.empty());
  REQUIRE(cut.alignment.shared.size() == 1);
  CHECK_FALSE(cut.alignment.shared[0].altered);

  const std::string moved = sentences(6, 12) + sentence(20) + '\n' + sentences(0, 5);
  const Likeness edited = likeness(whole, moved);
  CHECK(edited.kind == CopyKind::syndicated);
  CHECK(edited.alignment.shared.size() == 2);
  CHECK(edited.alignment.only_second.size() == 1);

  CHECK_FALSE(likeness(whole, sentences(100, 112)).kind);
  CHECK_FALSE(likeness("", "").kind);
}

TEST_CASE("copies: a changed word leaves a sentence where it is, marked as altered") {
  const std::string a = sentences(0, 3);
  std::string b = a;
  b.replace(b.find("baker1"), 6, "butcher");
  const Likeness found = likeness(a, b);
  CHECK(found.kind == CopyKind::syndicated);
  CHECK(found.alignment.only_first.empty());
  REQUIRE(found.alignment.shared.size() == 3);
  CHECK(found.alignment.shared[1].altered);
}

TEST_CASE("copies: a long run in a text that is otherwise its own is a quotation") {
  const std::string a = sentences(0, 30);
  CHECK(likeness(a, sentences(50, 70) + sentences(10, 15) + sentences(70, 90)).kind ==
        CopyKind::quoting);
  CHECK_FALSE(likeness(a, sentences(50, 70) + sentences(10, 12) + sentences(70, 90)).kind);
}

TEST_CASE("copies: what both quote from somebody else joins nothing") {
  std::string speech = sentences(0, 20);
  std::ranges::replace(speech, '\n', ' ');
  const std::string a = sentences(50, 56) + "“" + speech + "”\n" + sentences(56, 60);
  const std::string b = sentences(80, 86) + "“" + speech + "”\n" + sentences(86, 90);
  CHECK_FALSE(likeness(a, b).kind);
  // Printed as one's own words by one of them: the other quotes it.
  CHECK(likeness(a, sentences(80, 86) + speech + '\n').kind == CopyKind::quoting);
}

TEST_CASE("copies: lines around many articles make no copies of them") {
  const std::string footer = sentences(500, 512);
  std::vector<std::string> texts;
  texts.reserve(13);
  for (int i = 0; i < 12; ++i) {
    texts.push_back(sentences(20 * i, 20 * i + 6) + footer);
  }
  texts.push_back(sentences(0, 5) + footer);
  const ValueCounts counts = counts_of(texts);
  std::vector<CopyText> ready;
  ready.reserve(texts.size());
  for (const std::string& text : texts) {
    ready.push_back(make_copy_text(text, lines_of(text), counts));
  }
  const Likeness neighbours = compare_texts(ready[0], ready[1]);
  CHECK_FALSE(neighbours.kind);
  CHECK(neighbours.furniture_alone);
  CHECK(compare_texts(ready[0], ready[12]).kind);
  // What different outlets print is no furniture of theirs.
  ready[0].publisher = "Norvel Post";
  ready[1].publisher = "Radio Ombrel";
  CHECK(compare_texts(ready[0], ready[1]).kind == CopyKind::syndicated);
  ready[1].publisher = "Norvel Post";
  CHECK_FALSE(compare_texts(ready[0], ready[1]).kind);
}

TEST_CASE("copies: the result does not depend on which text comes first") {
  const std::string a = sentences(0, 20);
  const std::string b = sentences(30, 35) + sentences(4, 18);
  const Likeness forth = likeness(a, b);
  const Likeness back = likeness(b, a);
  CHECK(forth.kind == back.kind);
  CHECK(forth.alignment.first == back.alignment.second);
  CHECK(forth.alignment.only_first == back.alignment.only_second);
}

TEST_CASE("copies: any bytes and any spans give a result with spans inside the texts") {
  std::string noise;
  for (std::uint32_t i = 0; i < 4000; ++i) {
    noise.push_back(static_cast<char>(hash_of_three(i, 1, 2) & 0xFFU));
  }
  const std::string text = sentences(0, 5) + noise + sentences(5, 10);
  const ValueCounts counts = counts_of({text, noise});
  const std::vector<Span> odd = {{5, 3}, {0, 40}, {20, 90}, {100, 4'000'000}};
  for (const auto& spans : {odd, std::vector<Span>{}}) {
    const CopyText a = make_copy_text(text, spans, counts);
    const CopyText b = make_copy_text(noise, spans, counts);
    for (const Likeness& found : {compare_texts(a, b), compare_texts(a, a)}) {
      for (const SharedSpan& shared : found.alignment.shared) {
        CHECK(shared.first.end <= text.size());
        CHECK(shared.second.end <= text.size());
      }
    }
    CHECK(compare_texts(a, a).kind == CopyKind::identical);
  }
}

TEST_CASE("copies: candidates are few however many articles tell one story") {
  std::vector<Sketch> sketches;
  for (int i = 0; i < 300; ++i) {  // all nearly the same, but for two pairs of others
    const std::string own = i == 7 || i == 290 ? sentences(1000, 1030) : sentences(0, 30);
    sketches.push_back(sketch_of(std::string_view(own + sentence(2000 + i))));
  }
  std::vector<std::uint32_t> all(sketches.size());
  std::iota(all.begin(), all.end(), 0U);
  const ValueCounts counts(sketches);
  CandidateFinder finder(sketches, counts, all);
  CHECK(finder.of(0).empty());
  CHECK(finder.of(290) == std::vector<std::uint32_t>{7});
  for (const std::uint32_t article : {1U, 150U, 299U}) {
    const auto found = finder.of(article);
    CHECK_FALSE(found.empty());
    CHECK(found.size() <= 8);
    CHECK(std::ranges::all_of(found, [&](std::uint32_t other) { return other < article; }));
  }
  CandidateFinder for_one(sketches, counts, std::vector<std::uint32_t>{7});
  CHECK(for_one.of(7) == std::vector<std::uint32_t>{290});
}

}  // namespace parallax
