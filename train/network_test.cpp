#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "parallax/read/syntax/syntax_model.h"
#include "train/lemmas.h"
#include "train/measure_syntax.h"
#include "train/sentence_ends.h"
#include "train/write_network.h"

namespace parallax {
namespace {

/// "FORM UPOS XPOS HEAD DEPREL" a word, ";" between sentences.
std::vector<ConlluSentence> corpus_of(std::string_view lines) {
  std::string conllu;
  int number = 0;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string line(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line == ";") {
      conllu += '\n';
      number = 0;
      continue;
    }
    std::ranges::replace(line, ' ', '\t');
    const std::size_t form = line.find('\t');
    const std::size_t head = line.find_first_of("0123456789");
    conllu += std::to_string(++number) + '\t' + line.substr(0, form) + "\t_" +
              line.substr(form, head - form) + "_\t" + line.substr(head) + "\t_\t_\n";
  }
  return parse_conllu(conllu).value();
}

std::vector<ConlluSentence> corpus() {
  constexpr std::string_view kSentences =
      "The DET DT 2 det\nmill NOUN NN 3 nsubj\nfell VERB VBD 0 root\n. PUNCT . 3 punct\n;\n"
      "Aren PROPN NNP 2 nsubj\nsaw VERB VBD 0 root\nthe DET DT 4 det\nmill NOUN NN 2 obj\n;\n"
      "Tolva PROPN NNP 2 nsubj\nfell VERB VBD 0 root\n. PUNCT . 2 punct\n;\n"
      "The DET DT 2 det\nguard NOUN NN 3 nsubj\nsaw VERB VBD 0 root\nTolva PROPN NNP 3 obj\n"
      ". PUNCT . 3 punct\n;\n"
      "Fell VERB VB 0 root\nit PRON PRP 1 obj\n! PUNCT . 1 punct\n;\n";
  return corpus_of(kSentences);
}

TrainingPlan small_plan() {
  return {.shape = {.word = 8, .first = 8, .second = 8, .arc = 8, .label = 8},
          .rates = {0.0F, 0.0F, 0.0F, 0.0F, 0.0F},
          .rate = 0.02F,
          .epochs = 60,
          .batch_words = 8,
          .least_whole = 1,
          .least_part = 1};
}

TrainedSyntax trained() {
  return train_syntax(corpus(), small_plan(), [](std::size_t, double) {});
}

std::string model_of(TrainedSyntax& syntax) {
  const auto sentences = corpus();
  ModelWriter writer(syntax_identity("en"));
  write_network(syntax, sentences, writer);
  write_frequent_forms(std::span(sentences).first(2), writer);
  train_lemmas(sentences, writer);
  train_sentence_ends(sentences, SentenceRules::load(DataFiles::built_in(), "en"), 1, writer);
  return writer.bytes();
}

/// The model file with one section changed by `change`, which says false to leave it out.
Result<SyntaxModel> opened_with(const std::string& whole, std::string_view changed,
                                const std::function<bool(std::string&)>& change,
                                std::string& bytes) {
  const auto file = ModelFile::open(whole, syntax_identity("en"));
  ModelWriter writer(syntax_identity("en"));
  for (const std::string_view name : file->names()) {
    std::string section(*file->text(name));
    if (name != changed || change(section)) {
      writer.text(std::string(name), section);
    }
  }
  bytes = writer.bytes();
  return SyntaxModel::open(bytes, "en");
}

void check_refused(const Result<SyntaxModel>& model) {
  REQUIRE_FALSE(model.has_value());
  CHECK(model.error().message.size() > 20);
  CHECK(model.error().message.find('\n') == std::string::npos);
}

/// Two lessons of three and two words over four features.
std::vector<Lesson> lessons() {
  return {{.features = {{0, 1}, {2}, {1, 3}},
           .whole = {1, 1, 1},
           .upos = {1, 2, 3},
           .xpos = {0, 1, 1},
           .feats = {0, 0, 1},
           .heads = {2, 0, 2},
           .deprels = {1, 0, 2}},
          {.features = {{3}, {0, 2}},
           .whole = {1, 1},
           .upos = {4, 1},
           .xpos = {1, 0},
           .feats = {1, 1},
           .heads = {0, 1},
           .deprels = {0, 1}}};
}

}  // namespace

TEST_CASE("gradients are the slopes of the loss") {
  const std::vector<Feature> features = {11, 12, 13, 14};
  const NetworkShape shape = {.word = 8,
                              .first = 8,
                              .second = 8,
                              .arc = 8,
                              .label = 8,
                              .upos = 18,
                              .xpos = 2,
                              .feats = 2,
                              .deprel = 3};
  NetworkTrainer network(shape, WordVectors(features, 1, 8), 3);
  const auto both = lessons();
  const std::vector<const Lesson*> batch = {both.data(), &both[1]};
  const TrainingRates none = {0.0F, 0.0F, 0.0F, 0.0F, 0.0F};
  AdamStep adam{.rate = 0.05F};
  for (int i = 0; i < 5; ++i) {  // away from the zeros that words begin with
    network.learn(batch, none, adam);
  }
  const auto loss = [&] { return network.add_gradients(batch, none); };
  loss();
  std::vector<std::vector<float>> gradients;
  for (const auto& [name, parameter] : network.parameters()) {
    gradients.push_back(parameter->gradient());
  }
  std::size_t number = 0;
  for (const auto& [name, parameter] : network.parameters()) {
    const std::vector<float>& gradient = gradients[number++];
    for (std::size_t i = 0; i < gradient.size(); i += 1 + gradient.size() / 7) {
      constexpr float kStep = 1.0F / 256.0F;
      float& value = parameter->value()[i];
      const float before = value;
      value = before + kStep;
      const double above = loss();
      value = before - kStep;
      const double below = loss();
      value = before;
      const double slope = (above - below) / (2.0 * static_cast<double>(kStep));
      CAPTURE(std::string(name));
      CAPTURE(i);
      CHECK(std::fabs(slope - static_cast<double>(gradient[i])) < 0.01 + 0.05 * std::fabs(slope));
    }
  }
}

TEST_CASE("the same corpus and seed give the same bytes") {
  TrainedSyntax one = trained();
  TrainedSyntax other = trained();
  CHECK(model_of(one) == model_of(other));
}

TEST_CASE("a small corpus is learnt by heart, and read with the file as it was learnt") {
  TrainedSyntax syntax = trained();
  const std::string bytes = model_of(syntax);
  const auto model = SyntaxModel::open(bytes, "en");
  REQUIRE(model.has_value());
  const auto gold = corpus();
  const SyntaxFigures figures = measure_syntax(*model, gold);
  CHECK(figures.upos == doctest::Approx(100));
  CHECK(figures.xpos == doctest::Approx(100));
  CHECK(figures.las == doctest::Approx(100));
  auto wrong = gold;
  for (ConlluSentence& sentence : wrong) {
    sentence.words.front().upos = Upos::x;
  }
  const double firsts = 5.0 / 19.0;  // of 19 words in five sentences
  CHECK(measure_syntax(*model, wrong).upos == doctest::Approx(100 * (1 - firsts)));
  CHECK(measure_syntax(*model, {}).las == 0);
}

TEST_CASE("a model whose sections do not fit is refused in one sentence") {
  TrainedSyntax syntax = trained();
  const std::string whole = model_of(syntax);
  const auto file = ModelFile::open(whole, syntax_identity("en"));
  std::string bytes;
  REQUIRE(opened_with(whole, "", {}, bytes).has_value());
  for (const std::string_view name : file->names()) {
    CAPTURE(name);
    check_refused(opened_with(whole, name, [](std::string&) { return false; }, bytes));
    const auto shorter = [](std::string& section) {
      section.pop_back();
      return true;
    };
    if (name.starts_with("net.")) {
      check_refused(opened_with(whole, name, shorter, bytes));
    }
  }
  const auto spoil = [](std::string& section) {
    std::ranges::fill(section, '\xFE');
    return true;
  };
  for (const char* name : {"net.shape", "net.words.slots", "net.choices", "net.xpos", "net.feats",
                           "net.deprel", "net.frequent", "ends.slots", "lemma.slots"}) {
    CAPTURE(name);
    check_refused(opened_with(whole, name, spoil, bytes));
  }
}

}  // namespace parallax
