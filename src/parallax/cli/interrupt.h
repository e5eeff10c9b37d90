#pragma once

namespace parallax {

/// From now on the first Ctrl-C only asks: `interrupted` becomes true, and whoever works stops at
/// the next article. The second one ends the program at once, which does the project no harm
/// either. Also ignores the signals for a closed pipe and a file that is too large: writing then
/// fails with an error, which can be told in a sentence.
void listen_for_interrupts();
bool interrupted();

}  // namespace parallax
