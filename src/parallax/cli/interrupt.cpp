#include "parallax/cli/interrupt.h"

#include <csignal>

namespace parallax {
namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t was_interrupted = 0;

void note_interrupt(int signal) {
  was_interrupted = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

void listen_for_interrupts() {
  struct sigaction action = {};
  action.sa_handler = note_interrupt;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

bool interrupted() { return was_interrupted != 0; }

}  // namespace parallax
