#pragma once
#include <memory>

#include "parallax/core/result.h"
#include "parallax/serve/http.h"

namespace parallax {

/// An HTTP server on 127.0.0.1. The only place that knows sockets.
class HttpServer {
 public:
  /// `port` 0: any free one. Fails with busy if the port is taken, no_permission if it may not be
  /// had.
  static Result<HttpServer> bind(unsigned port);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  unsigned port() const;
  /// Answers requests, many at a time, until `stop` is called from another thread.
  void run(const Answer& answer);
  void stop();

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace parallax
