#include "small_model.h"

#include <array>
#include <bit>
#include <cstring>
#include <iterator>
#include <limits>
#include <random>

#include "parallax/core/hash.h"
#include "parallax/learn/crf_trainer.h"
#include "parallax/read/syntax/syntax_model.h"
#include "promise.h"
#include "train/lemmas.h"
#include "train/sentence_ends.h"
#include "train/train_syntax.h"
#include "train/write_network.h"

namespace parallax::fuzz {
namespace {

// The frame of a model file: src/parallax/learn/model_file.h.
constexpr std::size_t kHeader = 64;
constexpr std::size_t kChecked = 24;

constexpr std::string_view kSentences =
    "# newpar\n# text = Ana can't swim.\n"
    "1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tswim\tswim\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
    "# text = Mills fell, Ila said\n"
    "1\tMills\tmill\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
    "2\tfell\tfall\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"
    "4\tIla\tIla\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\t_\n"
    "5\tsaid\tsay\tVERB\tVBD\tTense=Past\t2\tparataxis\t_\t_\n\n";

void add_network(std::span<const ConlluSentence> corpus, ModelWriter& writer) {
  TrainingPlan plan;
  plan.shape = {.word = 4, .first = 8, .second = 8, .arc = 4, .label = 4};
  plan.epochs = 2;
  plan.least_whole = 1;
  plan.least_part = 1;
  TrainedSyntax trained = train_syntax(corpus, plan, [](auto&&...) {});
  write_network(trained, corpus, writer);
  write_frequent_forms(corpus, writer);
}

void add_labels(ModelWriter& writer) {
  std::mt19937 random(1);
  std::vector<CrfExample> examples(8);
  for (CrfExample& example : examples) {
    for (int token = 0; token < 6; ++token) {
      example.tokens.add(feature_of(1, random() % 4));
      example.tokens.add(feature_of(2, random() % 4));
      example.tokens.end_row();
      example.labels.push_back(static_cast<std::uint32_t>(random() % 3));
    }
  }
  ChainWeights chain(3);
  chain.forbid(0, 2);
  train_crf(examples, chain, {.epochs = 2}).add_to(writer, "crf");
}

template <typename T>
std::string raw(T value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::string odd_number(std::uint8_t which) {
  using Float = std::numeric_limits<float>;
  using Double = std::numeric_limits<double>;
  const std::array<std::string, 12> odd = {
      raw(Float::quiet_NaN()),        raw(Float::infinity()),
      raw(-Float::infinity()),        raw(Float::max()),
      raw(Float::denorm_min()),       raw(Double::quiet_NaN()),
      raw(Double::infinity()),        raw(Double::max()),
      raw(std::uint32_t{0xFFFFFFFF}), raw(std::uint32_t{0}),
      raw(std::uint32_t{0x7FFFFFFF}), raw(std::uint64_t{0x8000000000000000})};
  return odd.at(which % odd.size());
}

/// The section of that name; for any other words one of them all the same.
template <typename Map>
auto named(Map& sections, std::string_view name) {
  const auto at = sections.find(std::string(name));
  const auto number = static_cast<std::ptrdiff_t>(hash_64(name) % sections.size());
  return at != sections.end() ? at : std::next(sections.begin(), number);
}

void write_over(std::string& section, std::size_t at, std::string_view bytes) {
  if (!section.empty()) {
    at %= section.size();
    section.replace(at, std::min(bytes.size(), section.size() - at),
                    bytes.substr(0, section.size() - at));
  }
}

std::string written(const std::map<std::string, std::string>& sections) {
  ModelWriter writer(identity_of_models());
  for (const auto& [name, bytes] : sections) {
    writer.text(name, bytes);
  }
  return writer.bytes();
}

std::map<std::string, std::string> sections_of(std::string_view bytes) {
  std::map<std::string, std::string> sections;
  const auto file = ModelFile::open(bytes, identity_of_models());
  require(file.has_value(), "the small model does not open");
  for (const std::string_view name : file->names()) {
    sections.emplace(name, file->text(name).value());
  }
  return sections;
}

}  // namespace

ModelIdentity identity_of_models() { return syntax_identity("en"); }

std::string framed(std::string_view bytes) {
  static const std::string kEmpty = ModelWriter(identity_of_models()).bytes();
  std::string made(bytes);
  made.resize(std::max(made.size(), kHeader), '\0');
  const std::string count = made.substr(12, 4);
  made.replace(0, kHeader, kEmpty, 0, kHeader);
  made.replace(12, 4, count);
  const std::uint64_t checksum = hash_64(std::string_view(made).substr(kChecked));
  made.replace(16, 8, raw(checksum));
  return made;
}

SmallModel::SmallModel() {
  const auto corpus = parse_conllu(kSentences);
  require(corpus.has_value(), "the sentences of the small model are broken");
  ModelWriter writer(identity_of_models());
  add_network(*corpus, writer);
  train_lemmas(*corpus, writer);
  train_sentence_ends(*corpus, SentenceRules::load(DataFiles::built_in(), "en"), 1, writer);
  add_labels(writer);
  bytes_ = writer.bytes();
  sections_ = sections_of(bytes_);
  require(written(sections_) == bytes_, "a model file is not the same when it is written again");
}

std::string SmallModel::with_changes(Input input) const {
  constexpr int kMostChanges = 8;
  auto sections = sections_;
  for (int change = 0; change < kMostChanges && !input.empty() && !sections.empty(); ++change) {
    const auto at = named(sections, input.up_to(' '));
    const unsigned kind = input.kind(5);
    const std::size_t place = std::size_t{input.byte()} << 8U | input.byte();
    if (kind == 0) {
      write_over(at->second, place, raw(std::byteswap(input.number())));
    } else if (kind == 1) {
      write_over(at->second, place, odd_number(input.byte()));
    } else if (kind == 2) {
      at->second.resize(place, 'x');
    } else if (kind == 3) {
      sections.erase(at);
    } else {
      at->second = named(sections_, input.up_to(' '))->second;
    }
  }
  return written(sections);
}

}  // namespace parallax::fuzz
