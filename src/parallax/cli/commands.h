#pragma once
#include "parallax/cli/arguments.h"
#include "parallax/cli/messages.h"

namespace parallax {

/// Each runs one command and gives the code to end with (ExitCode).
int run_add(const Arguments& arguments, Messages& messages);
int run_articles(const Arguments& arguments, Messages& messages);
int run_completion(const Arguments& arguments, Messages& messages);
int run_copies(const Arguments& arguments, Messages& messages);
int run_export(const Arguments& arguments, Messages& messages);
int run_figures(const Arguments& arguments, Messages& messages);
int run_manual(const Arguments& arguments, Messages& messages);
int run_map(const Arguments& arguments, Messages& messages);
int run_questions(const Arguments& arguments, Messages& messages);  ///< also `disputes`
int run_quotes(const Arguments& arguments, Messages& messages);
int run_remove(const Arguments& arguments, Messages& messages);
int run_report(const Arguments& arguments, Messages& messages);
int run_reread(const Arguments& arguments, Messages& messages);
int run_search(const Arguments& arguments, Messages& messages);
int run_serve(const Arguments& arguments, Messages& messages);
int run_set(const Arguments& arguments, Messages& messages);
int run_show(const Arguments& arguments, Messages& messages);
int run_syntax(const Arguments& arguments, Messages& messages);
int run_timeline(const Arguments& arguments, Messages& messages);

}  // namespace parallax
