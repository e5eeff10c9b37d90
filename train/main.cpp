// parallax-train: makes a model file from annotated corpora. The same corpora and seed give the
// same bytes on the same system. Models come from corpora by path; none is part of the repository.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

#include "parallax/learn/mapped_file.h"
#include "parallax/read/attribution/attribution_model.h"
#include "parallax/read/syntax/syntax_model.h"
#include "train/lemmas.h"
#include "train/main_extraction.h"
#include "train/measure_syntax.h"
#include "train/sentence_ends.h"
#include "train/train_attribution.h"
#include "train/train_syntax.h"
#include "train/write_network.h"

namespace parallax {
namespace {

/// What is asked for on the command line: of one stage or of all.
struct Request {
  std::vector<std::string> corpora;
  std::vector<std::string> dev;
  std::vector<std::string> without;  ///< parts of sent_id whose sentences are left out
  std::string network;               ///< a model file whose network is taken over
  std::string language = "en";
  std::string out;
  std::uint64_t seed = 1;
  TrainingPlan syntax;
  AttributionPlan attribution;
  ExtractionRequest extraction;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Result<std::vector<ConlluSentence>> load_corpus(const std::string& path,
                                                const std::vector<std::string>& without) {
  const auto file = MappedFile::open(path);
  if (!file) {
    return std::unexpected(file.error());
  }
  auto corpus = parse_conllu(file->bytes());
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
  std::printf("%s  UPOS %.2f  XPOS %.2f  feats %.2f  lemma %.2f  UAS %.2f  LAS %.2f\n",
              path.c_str(), f.upos, f.xpos, f.feats, f.lemma, f.uas, f.las);
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

/// The sections "net.*" of another model file.
Result<void> copy_network(const Request& request, ModelWriter& writer) {
  const auto mapped = MappedFile::open(request.network);
  if (!mapped) {
    return std::unexpected(mapped.error());
  }
  const auto file = ModelFile::open(mapped->bytes(), syntax_identity(request.language));
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

void train_network(const Request& request, std::span<const ConlluSentence> corpus,
                   ModelWriter& writer) {
  const auto tell = [](std::size_t epoch, double loss) {
    std::fprintf(stderr, "epoch %zu: loss %.4f a word, %.0f processor seconds\n", epoch, loss,
                 processor_seconds());
  };
  TrainedSyntax trained = train_syntax(corpus, request.syntax, tell);
  write_network(trained, corpus, writer);
}

/// What the program reaches with the model.
Result<void> measure(const Request& request, std::string_view model_bytes) {
  const auto model = SyntaxModel::open(model_bytes, request.language);
  if (!model) {
    return std::unexpected(model.error());
  }
  for (const std::string& path : request.dev) {
    const auto gold = load_corpus(path, {});
    if (!gold) {
      return std::unexpected(gold.error());
    }
    print_figures(path, measure_syntax(*model, *gold));
  }
  return {};
}

Result<std::string> syntax_model(const Request& request) {
  const auto corpora = load_corpora(request.corpora, request.without);
  if (!corpora) {
    return std::unexpected(corpora.error());
  }
  const std::vector<Treebank> treebanks(corpora->begin(), corpora->end());
  std::vector<ConlluSentence> all;
  for (const Treebank treebank : treebanks) {
    all.insert(all.end(), treebank.begin(), treebank.end());
  }
  ModelWriter writer(syntax_identity(request.language));
  train_lemmas(treebanks, writer);
  write_frequent_forms(all, writer);
  const SentenceRules rules = SentenceRules::load(DataFiles::built_in(), request.language);
  train_sentence_ends(all, rules, static_cast<std::uint32_t>(request.seed), writer);
  if (request.network.empty()) {
    train_network(request, all, writer);
  } else if (auto copied = copy_network(request, writer); !copied) {
    return std::unexpected(copied.error());
  }
  std::string bytes = writer.bytes();
  if (auto measured = measure(request, bytes); !measured) {
    return std::unexpected(measured.error());
  }
  return bytes;
}

Result<std::vector<TaughtArticle>> load_articles(const std::vector<std::string>& paths,
                                                 const std::string& language) {
  std::vector<TaughtArticle> all;
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (!file) {
      return std::unexpected(file.error());
    }
    auto articles = load_attributions(file->bytes(), language);
    if (!articles) {
      return std::unexpected(
          Error{articles.error().code, path + ": " + articles.error().message, path});
    }
    std::ranges::move(*articles, std::back_inserter(all));
  }
  return all;
}

Result<std::string> attribution_model(const Request& request) {
  const auto corpus = load_articles(request.corpora, request.language);
  const auto dev = load_articles(request.dev, request.language);
  if (!corpus || !dev) {
    return std::unexpected(corpus ? dev.error() : corpus.error());
  }
  ModelWriter writer(attribution_identity(request.language));
  train_attribution(*corpus, request.attribution, writer, [](const std::string& line) {
    std::fprintf(stderr, "%s, %.0f processor seconds\n", line.c_str(), processor_seconds());
  });
  std::string bytes = writer.bytes();
  const auto model = AttributionModel::open(bytes, request.language);
  if (!model) {
    return std::unexpected(model.error());
  }
  if (!dev->empty()) {
    const AttributionFigures f = measure_attribution(*dev, *model);
    std::printf("exact F1 of the model alone: source %.2f  cue %.2f  content %.2f\n", f.source,
                f.cue, f.content);
  }
  return bytes;
}

CLI::App* add_stage(CLI::App& app, const std::string& name, const std::string& what,
                    Request& request) {
  CLI::App* stage = app.add_subcommand(name, what);
  stage->add_option("--train", request.corpora, "files to learn from")->required();
  stage->add_option("--dev", request.dev, "files to measure on when all is learnt");
  stage->add_option("--language", request.language, "code of the language: en");
  stage->add_option("--seed", request.seed, "where random numbers begin");
  stage->add_option("-o,--out", request.out, "the model file")->required();
  return stage;
}

CLI::App* add_pages_stage(CLI::App& app, const std::string& name, const std::string& what,
                          Request& request) {
  CLI::App* stage = app.add_subcommand(name, what);
  ExtractionRequest& asked = request.extraction;
  stage->add_option("--truth", asked.truth, "JSON lines of {id, url, text}")->required();
  stage->add_option("--pages", asked.pages, "folder of ID.html.gz")->required();
  stage->add_option("--folds", asked.folds, "cross-validate first, by host");
  stage->add_option("--found", asked.found, "where the texts found in cross-validation go");
  stage->add_option("--seed", request.seed, "where random numbers begin");
  stage->add_option("-o,--out", request.out, "the model file")->required();
  return stage;
}

int finish(const Request& request, const Result<std::string>& bytes) {
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

int run(int count, char** words) {
  Request request;
  CLI::App app("Makes a model file from annotated corpora; see models/README.md.",
               "parallax-train");
  app.require_subcommand(1);
  CLI::App* syntax =
      add_stage(app, "syntax", "ends of sentences, tags, trees, lemmas: from CoNLL-U", request);
  syntax->add_option("--without", request.without,
                     "leave out sentences whose sent_id holds this (a genre, for its licence)");
  syntax->add_option("--network", request.network,
                     "take the network out of this model file, and learn only the rest");
  syntax->add_option("--epochs", request.syntax.epochs, "how often the corpus is gone through");
  add_stage(app, "attribution", "cues, sources, contents: from JSON lines, with our own syntax",
            request);
  const CLI::App* extraction =
      add_pages_stage(app, "extraction", "which blocks of a page are its article", request);
  const CLI::App* plain_text = add_pages_stage(
      app, "plain_text", "which lines of a page's text, menus and all, are its article", request);
  CLI11_PARSE(app, count, words);
  request.syntax.seed = request.seed;
  request.extraction.seed = request.seed;
  request.attribution.cues.seed = request.attribution.roles.seed = request.seed;
  request.extraction.pieces = *plain_text ? PagePieces::lines : PagePieces::blocks;
  return finish(request, *syntax                      ? syntax_model(request)
                         : *extraction || *plain_text ? extraction_model(request.extraction)
                                                      : attribution_model(request));
}

}  // namespace
}  // namespace parallax

int main(int count, char** words) { return parallax::run(count, words); }
