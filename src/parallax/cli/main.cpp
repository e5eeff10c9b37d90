#include <cstdio>
#include <exception>
#include <new>
#include <string_view>

#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/output.h"
#include "parallax/cli/parse_arguments.h"

namespace parallax {
namespace {

struct Runner {
  std::string_view command;
  int (*run)(const Arguments& arguments, Messages& messages);
};

constexpr Runner kRunners[] = {
    {"add", run_add},
    {"articles", run_articles},
    {"completion", run_completion},
    {"copies", run_copies},
    {"disputes", run_questions},
    {"export", run_export},
    {"figures", run_figures},
    {"manual", run_manual},
    {"map", run_map},
    {"questions", run_questions},
    {"quotes", run_quotes},
    {"remove", run_remove},
    {"report", run_report},
    {"reread", run_reread},
    {"search", run_search},
    {"serve", run_serve},
    {"set", run_set},
    {"show", run_show},
    {"syntax", run_syntax},
    {"timeline", run_timeline},
};

int run(const Arguments& arguments) {
  Messages messages(arguments);
  for (const Runner& runner : kRunners) {
    if (runner.command == arguments.command) {
      return runner.run(arguments, messages);
    }
  }
  messages.problem("the command " + arguments.command + " is not built in");
  return kFailure;
}

int parse_and_run(int count, const char* const* values) {
  listen_for_interrupts();
  const ParsedArguments parsed = parse_arguments(count, values);
  if (!parsed.exit_code) {
    return run(parsed.arguments);
  }
  std::fputs(parsed.to_stderr.c_str(), stderr);
  const auto written = write_stdout(parsed.to_stdout);
  return written || written.error().message.empty() ? *parsed.exit_code : kFailure;
}

}  // namespace
}  // namespace parallax

int main(int argc, char** argv) {
  try {
    return parallax::parse_and_run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("parallax: out of memory; what was read before is kept\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "parallax: unexpected: %s; please report this\n", error.what());
  } catch (...) {
    std::fputs("parallax: unexpected failure; please report this\n", stderr);
  }
  return parallax::kFailure;
}
