#include "parallax/serve/http_server.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>

namespace parallax {
namespace {

// A kept-alive connection holds a thread while it is open: so many tabs do not block each other.
constexpr std::size_t kThreads = 128;
constexpr std::time_t kKeepAliveSeconds = 30;
constexpr std::size_t kRequestsOnOneConnection = 10'000;
constexpr char kLoopback[] = "127.0.0.1";

HttpRequest request_of(const httplib::Request& from) {
  HttpRequest request{.method = from.method,
                      .path = from.path,
                      .query = {},
                      .host = from.get_header_value("Host"),
                      .if_none_match = from.get_header_value("If-None-Match")};
  for (const auto& [name, value] : from.params) {
    request.query.emplace_back(name, value);
  }
  return request;
}

void send(HttpResponse response, httplib::Response& to) {
  to.status = response.status;
  for (const auto& [name, value] : response.headers) {
    to.set_header(name, value);
  }
  if (response.content_type.empty()) {
    return;
  }
  // A provider of known length is sent as it is. A plain body would be compressed with brotli at
  // its slowest, which costs seconds for megabytes and gains nothing on one machine.
  const std::size_t size = response.body.size();
  to.set_content_provider(size, response.content_type,
                          [body = std::move(response.body)](std::size_t offset, std::size_t length,
                                                            httplib::DataSink& sink) {
                            sink.write(body.data() + offset, length);
                            return true;
                          });
}

/// Ends the connections to a port of ours. cpp-httplib, when it stops, would wait for idle ones
/// until their time is over, and it shows nobody its sockets.
void end_connections(unsigned port) {
  const long most = std::min(sysconf(_SC_OPEN_MAX), 65536L);
  for (int file = 0; file < most; ++file) {
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    if (getsockname(file, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
        address.sin_family == AF_INET && ntohs(address.sin_port) == port) {
      shutdown(file, SHUT_RDWR);
    }
  }
}

}  // namespace

struct HttpServer::State {
  httplib::Server server;
  unsigned port = 0;
  std::atomic<bool> ended = false;
};

Result<HttpServer> HttpServer::bind(unsigned port) {
  auto state = std::make_unique<State>();
  // Without SO_REUSEPORT, which cpp-httplib would set: two servers would share one port.
  state->server.set_socket_options([](socket_t socket) {
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  });
  state->server.set_tcp_nodelay(true);
  state->server.set_keep_alive_timeout(kKeepAliveSeconds);
  state->server.set_keep_alive_max_count(kRequestsOnOneConnection);
  state->server.set_payload_max_length(1 << 20);
  state->server.new_task_queue = [] {
    return new httplib::ThreadPool(kThreads);
  };  // NOLINT: owned by httplib
  errno = 0;
  const int bound = port == 0 ? state->server.bind_to_any_port(kLoopback)
                    : state->server.bind_to_port(kLoopback, static_cast<int>(port))
                        ? static_cast<int>(port)
                        : -1;
  if (bound <= 0) {
    const bool refused = errno == EACCES;
    return std::unexpected(
        Error{refused ? ErrorCode::no_permission : ErrorCode::busy,
              "port " + std::to_string(port) +
                  (refused ? " may not be used by you; choose one above 1023 with --port N"
                           : " is taken by another program; choose another with --port N"),
              {}});
  }
  state->port = static_cast<unsigned>(bound);
  return HttpServer(std::move(state));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

unsigned HttpServer::port() const { return state_->port; }

void HttpServer::run(const Answer& answer) {
  state_->server.set_pre_routing_handler(
      [&answer](const httplib::Request& request, httplib::Response& response) {
        send(answer(request_of(request)), response);
        return httplib::Server::HandlerResponse::Handled;
      });
  state_->server.listen_after_bind();
  state_->ended = true;
}

void HttpServer::stop() {
  // cpp-httplib overlooks a stop that comes before it has begun to listen.
  while (!state_->server.is_running() && !state_->ended) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  state_->server.stop();
  end_connections(state_->port);
}

}  // namespace parallax
