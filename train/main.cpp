// parallax-train: makes a model file from annotated corpora. The same corpora and seed give the
// same bytes on the same system. Models come from corpora by path; none is part of the repository.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

#include "parallax/read/syntax/word_features.h"
#include "train/lemmas.h"
#include "train/sentence_ends.h"
#include "train/train_syntax.h"
#include "train/write_network.h"

namespace parallax {
namespace {

struct Request {
  std::vector<std::string> corpora;
  std::vector<std::string> dev;
  std::vector<std::string> without;  ///< parts of sent_id whose sentences are left out
  std::string network;               ///< a model file whose network is taken over
  std::string language = "en";
  std::string out;
  TrainingPlan plan;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Result<std::vector<ConlluSentence>> load_corpus(const std::string& path,
                                                const std::vector<std::string>& without) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) {
    return std::unexpected(Error{ErrorCode::not_found, "cannot read " + path, path});
  }
  auto corpus = parse_conllu(bytes);
  if (!corpus) {
    return std::unexpected(Error{corpus.error().code, path + ": " + corpus.error().message, path});
  }
  std::erase_if(*corpus, [&](const ConlluSentence& sentence) {
    const std::string_view id = sentence.comment("sent_id");
    return std::ranges::any_of(
        without, [&](const std::string& part) { return id.find(part) != std::string_view::npos; });
  });
  return corpus;
}

void print_figures(const std::string& path, const SyntaxFigures& f) {
  std::printf("%s  UPOS %.2f  XPOS %.2f  feats %.2f  UAS %.2f  LAS %.2f\n", path.c_str(), f.upos,
              f.xpos, f.feats, f.uas, f.las);
}

Result<std::vector<std::vector<ConlluSentence>>> load_corpora(
    const std::vector<std::string>& paths, const std::vector<std::string>& without) {
  std::vector<std::vector<ConlluSentence>> corpora;
  for (const std::string& path : paths) {
    auto corpus = load_corpus(path, without);
    if (!corpus) {
      return std::unexpected(corpus.error());
    }
    corpora.push_back(std::move(*corpus));
  }
  return corpora;
}

ModelIdentity identity(const Request& request) {
  return {.stage = "syntax", .language = request.language, .templates = kWordFeaturesVersion};
}

/// The sections "net.*" of another model file.
Result<void> copy_network(const Request& request, ModelWriter& writer) {
  std::ifstream in(request.network, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto file = ModelFile::open(bytes, identity(request));
  if (!file) {
    return std::unexpected(file.error());
  }
  for (const std::string_view name : file->names()) {
    if (name.starts_with("net.") && name != "net.frequent") {
      writer.text(std::string(name), *file->text(name));
    }
  }
  return {};
}

Result<void> train_network(const Request& request, std::span<const ConlluSentence> corpus,
                           ModelWriter& writer) {
  const auto tell = [](std::size_t epoch, double loss, TrainedSyntax&) {
    std::fprintf(stderr, "epoch %zu: loss %.4f a word, %.0f processor seconds\n", epoch, loss,
                 processor_seconds());
  };
  TrainedSyntax trained = train_syntax(corpus, request.plan, tell);
  for (const std::string& path : request.dev) {
    const auto gold = load_corpus(path, {});
    if (!gold) {
      return std::unexpected(gold.error());
    }
    print_figures(path, measure_syntax(trained, *gold));
  }
  write_network(trained, corpus, writer);
  return {};
}

Result<std::string> train(const Request& request) {
  const auto corpora = load_corpora(request.corpora, request.without);
  if (!corpora) {
    return std::unexpected(corpora.error());
  }
  const std::vector<Treebank> treebanks(corpora->begin(), corpora->end());
  std::vector<ConlluSentence> all;
  for (const Treebank treebank : treebanks) {
    all.insert(all.end(), treebank.begin(), treebank.end());
  }
  ModelWriter writer(identity(request));
  train_lemmas(treebanks, writer);
  write_frequent_forms(all, writer);
  const SentenceRules rules = SentenceRules::load(DataFiles::built_in(), request.language);
  train_sentence_ends(all, rules, static_cast<std::uint32_t>(request.plan.seed), writer);
  const auto network =
      request.network.empty() ? train_network(request, all, writer) : copy_network(request, writer);
  if (!network) {
    return std::unexpected(network.error());
  }
  return writer.bytes();
}

int run(int count, char** words) {
  Request request;
  CLI::App app("Makes a model file of syntax from CoNLL-U; see models/README.md.",
               "parallax-train");
  app.add_option("--train", request.corpora, "CoNLL-U files to learn from")->required();
  app.add_option("--dev", request.dev, "CoNLL-U files to measure on when all is learnt");
  app.add_option("--without", request.without,
                 "leave out sentences whose sent_id holds this (a genre, for its licence)");
  app.add_option("--network", request.network,
                 "take the network out of this model file, and learn only the rest");
  app.add_option("--language", request.language, "code of the language: en");
  app.add_option("--epochs", request.plan.epochs, "how often the corpus is gone through");
  app.add_option("--seed", request.plan.seed, "where random numbers begin");
  app.add_option("-o,--out", request.out, "the model file")->required();
  CLI11_PARSE(app, count, words);
  const auto bytes = train(request);
  if (!bytes) {
    std::fprintf(stderr, "parallax-train: %s\n", bytes.error().message.c_str());
    return 1;
  }
  std::ofstream file(request.out, std::ios::binary);
  file << *bytes;
  file.close();
  std::printf("%s  %zu bytes  %.0f processor seconds\n", request.out.c_str(), bytes->size(),
              processor_seconds());
  return file ? 0 : 1;
}

}  // namespace
}  // namespace parallax

int main(int count, char** words) { return parallax::run(count, words); }
