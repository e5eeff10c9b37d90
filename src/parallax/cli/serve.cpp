// `parallax serve`
#include "parallax/serve/serve.h"

#include "parallax/cli/commands.h"
#include "parallax/cli/interrupt.h"
#include "parallax/cli/output.h"

namespace parallax {
namespace {

constexpr unsigned kUsualPort = 8484;
constexpr std::size_t kLastPort = 65535;

}  // namespace

int run_serve(const Arguments& arguments, Messages& messages) {
  if (arguments.port > kLastPort && arguments.port != Arguments::kNoPort) {
    messages.problem("--port is a number from 0 to 65535; 0 takes any free port");
    return kUsage;
  }
  const bool usual = arguments.port == Arguments::kNoPort;
  ServeOptions options{
      .port = usual ? kUsualPort : static_cast<unsigned>(arguments.port),
      .project = {.data_folder = arguments.data_folder},
      .listening =
          [&](const std::string& address) {
            // That nobody reads stdout is no reason not to serve.
            static_cast<void>(write_stdout(address + '\n'));
            messages.note(arguments.project + " is served to this machine only; Ctrl-C ends it");
          },
      .stop = interrupted};
  auto served = serve(arguments.project, options);
  if (!served && usual && served.error().code == ErrorCode::busy) {
    options.port = 0;
    served = serve(arguments.project, options);
  }
  return served ? kSuccess : messages.fail(served.error());
}

}  // namespace parallax
