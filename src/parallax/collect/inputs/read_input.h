#pragma once
#include <filesystem>
#include <string_view>

#include "parallax/collect/inputs/record_sink.h"

namespace parallax {

/// Reads one file: finds out what it is by its bytes and hands its records to the sink. `name`
/// tells what its bytes do not. False when no more are wanted.
bool read_input(const std::filesystem::path& file, std::string_view name, RecordSink& sink);

}  // namespace parallax
