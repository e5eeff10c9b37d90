#pragma once
#include <string>
#include <vector>

/// The command line of Parallax. What may be typed stands in one table (option_table.cpp);
/// parse_arguments.cpp turns what was typed into `Arguments`; each command is one file with one
/// function that takes them. Data goes to stdout, everything else to stderr.
namespace parallax {

/// What was typed, meant for any command; each uses its own part.
struct Arguments {
  std::string command;

  std::string project;
  std::vector<std::string> paths;
  std::vector<std::string> words;  ///< of a query; or what `show` is to show
  std::string article;
  std::vector<std::string> values;  ///< key=value

  std::string data_folder;
  bool quiet = false;
  bool verbose = false;

  bool json = false;
  std::string verdict;
  std::string type;
  std::string side;
  std::string outlet;
  std::string speaker;
  std::string layer;
  bool marks = false;
  std::string layers;  ///< comma list
  std::string names;
  std::string input;  ///< conllu or text
  std::string output;
  std::string format;
  std::size_t jobs = 0;  ///< 0: one for each processor
  std::size_t limit = 50;
  static constexpr std::size_t kNoPort = 1 << 16;
  std::size_t port = kNoPort;
  bool all = false;
  std::string shell;  ///< that completions are for
};

/// How a command ends; docs promise these numbers.
enum ExitCode : int {
  kSuccess = 0,
  kFailure = 1,
  kUsage = 2,
  kSkippedInputs = 3,
  kInterrupted = 130,
};

}  // namespace parallax
