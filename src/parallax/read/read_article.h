#pragma once
#include <functional>
#include <string>

#include "parallax/core/analysis.h"
#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"

namespace parallax {

/// The stages of reading, in the order in which they run. Each sees what those before it found. A
/// test or a user may replace one.
struct Stages {
  std::function<void(Reading&)> sentences;  ///< sentences and tokens
  std::function<void(Reading&)> syntax;     ///< what syntax adds to tokens
  std::function<std::vector<Timex>(const Reading&)> timexes;
  std::function<std::vector<Figure>(const Reading&)> figures;
  std::function<void(Reading&)> entities;  ///< entities and glosses
  std::function<std::vector<Attribution>(const Reading&)> attributions;
  std::function<std::vector<Sourcing>(const Reading&)> sourcing;
  std::function<std::vector<Event>(const Reading&)> events;
  std::function<std::vector<Label>(const Reading&)> labels;
};

/// The stages for a language over its data files. Immutable and callable from any thread.
Stages make_stages(const DataFiles& data, std::string_view language);

/// What may be left out where nobody asks for it.
struct Wanted {
  /// How far reading goes: what comes later does not run.
  enum class Until : std::uint8_t { nothing, sentences, timexes, entities, attributions, labels };
  bool syntax = true;  ///< most of the time of reading goes into it
  Until until = Until::labels;

  bool operator==(const Wanted&) const = default;
};

/// Reads one article: a pure function, no I/O. Any bytes give a valid, perhaps empty, analysis.
Analysis read_article(const Article& article, const Stages& stages, const Wanted& wanted = {});

/// Hash of the code version of reading, of its data and of its models: a stored analysis with
/// another version is read anew.
std::string reading_version(const DataFiles& data);

}  // namespace parallax
