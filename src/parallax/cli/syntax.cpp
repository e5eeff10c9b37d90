// `parallax syntax`
#include <unistd.h>

#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/output.h"
#include "parallax/project/in_parallel.h"
#include "parallax/project/syntax_text.h"

namespace parallax {

int run_syntax(const Arguments& arguments, Messages& messages) {
  auto data = load_data(arguments.data_folder, "");
  if (!data) {
    return messages.fail(data.error());
  }
  const ArticleReader reader(std::move(*data));
  const auto syntax = load_syntax();
  if (!syntax) {
    return messages.fail(syntax.error());
  }
  const SyntaxEnds ends = {.input = STDIN_FILENO,
                           .jobs = arguments.jobs == 0 ? default_jobs() : arguments.jobs,
                           .write = write_stdout,
                           .note = [&](std::string_view sentence) { messages.note(sentence); },
                           .stop = interrupted};
  const auto done = arguments.input == "text" ? text_to_conllu(reader, *syntax, ends)
                                              : conllu_to_conllu(*syntax, ends);
  if (!done) {
    return messages.fail(done.error());
  }
  return interrupted() ? kInterrupted : kSuccess;
}

}  // namespace parallax
