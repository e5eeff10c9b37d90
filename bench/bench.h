#pragma once
#include <cstdint>
#include <string>

namespace parallax::bench {

/// The benches of one file each, registered with Google Benchmark.
void register_inputs();
void register_pages();
void register_reading();
void register_comparing();
void register_copies();

/// Drives the real program over piles of 100, 1,000 .. `most` articles in a temporary folder and
/// prints a Markdown table of wall time, processor time and peak memory for each command. Returns
/// an exit code.
int measure_growth(const std::string& program, std::size_t most);

}  // namespace parallax::bench
