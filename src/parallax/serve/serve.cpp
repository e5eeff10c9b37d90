#include "parallax/serve/serve.h"

#include <chrono>
#include <exception>
#include <thread>

#include "parallax/serve/api.h"
#include "parallax/serve/guard.h"
#include "parallax/serve/http_server.h"
#include "parallax/serve/pages.h"

namespace parallax {
namespace {

/// The other catch-all beside `main`: a failure of one answer must not end the server.
HttpResponse answer_anything(Projects& projects, const HttpRequest& request) {
  try {
    return request.path.starts_with("/api/") ? answer_api(projects, request) : answer_page(request);
  } catch (const std::bad_alloc&) {
    return problem(503, "out of memory; ask for less, or close other programs");
  } catch (const std::exception& error) {
    return problem(500, std::string("unexpected: ") + error.what() + "; please report this");
  }
}

}  // namespace

Result<void> serve(const std::filesystem::path& project, const ServeOptions& options) {
  const auto projects = Projects::open(project, options.project);
  if (!projects) {
    return std::unexpected(projects.error());
  }
  auto server = HttpServer::bind(options.port);
  if (!server) {
    return std::unexpected(server.error());
  }
  const Answer answer = guarded(server->port(), [&](const HttpRequest& request) {
    return answer_anything(**projects, request);
  });
  std::jthread listener([&] { server->run(answer); });
  options.listening("http://127.0.0.1:" + std::to_string(server->port()) + '/');
  while (!options.stop()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  server->stop();
  return {};
}

}  // namespace parallax
