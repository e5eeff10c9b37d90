#include "parallax/serve/http_server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "parallax/serve/serve.h"
#include "parallax/serve/served_project.h"

namespace parallax {
namespace {

int connected_to(unsigned port) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  REQUIRE(connection >= 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  return connection;
}

/// Sends bytes to a port of this machine and reads until the other side closes.
std::string send_raw(unsigned port, std::string_view bytes) {
  const int connection = connected_to(port);
  std::string answer;
  if (send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0) {
    char buffer[4096];
    for (ssize_t got = 0; (got = recv(connection, buffer, sizeof buffer, 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(got));
    }
  }
  close(connection);
  return answer;
}

std::string get(unsigned port, const std::string& target) {
  return send_raw(port, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                            "\r\nConnection: close\r\nAccept-Encoding: gzip, br\r\n\r\n");
}

unsigned port_of(const std::string& address) {
  return static_cast<unsigned>(std::stoul(address.substr(address.rfind(':') + 1)));
}

TEST_CASE("a project is served over a socket, and the server ends when asked") {
  const ServedProject served;
  bool asked = false;
  const auto ended = serve(
      served.file(),
      {.port = 0,
       .project = {},
       .listening =
           [&](const std::string& address) {
             const unsigned port = port_of(address);
             const std::string page = get(port, "/disputes?type=figure");
             CHECK(page.starts_with("HTTP/1.1 200"));
             CHECK(page.find("Content-Security-Policy: default-src 'none'") != std::string::npos);
             const std::string answer = get(port, "/api/v1/questions?type=figure&side=a%2Etxt");
             CHECK(answer.find("\"total\":1") != std::string::npos);
             CHECK(answer.find("Content-Encoding") == std::string::npos);
             CHECK(send_raw(port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                       .starts_with("HTTP/1.1 403"));
             const auto second = HttpServer::bind(port);
             REQUIRE_FALSE(second.has_value());
             CHECK(second.error().code == ErrorCode::busy);
             asked = true;
           },
       .stop = [] { return true; }});
  CHECK(ended.has_value());
  CHECK(asked);
}

TEST_CASE("a connection that is kept open does not keep the server from ending") {
  const ServedProject served;
  int connection = -1;
  const auto begun = std::chrono::steady_clock::now();
  const auto ended = serve(served.file(), {.port = 0,
                                           .project = {},
                                           .listening =
                                               [&](const std::string& address) {
                                                 connection = connected_to(port_of(address));
                                                 char byte = 0;
                                                 const std::string_view ask =
                                                     "GET /app.css HTTP/1.1\r\nHost: x\r\n\r\n";
                                                 send(connection, ask.data(), ask.size(), 0);
                                                 CHECK(recv(connection, &byte, 1, 0) == 1);
                                               },
                                           .stop = [] { return true; }});
  close(connection);
  CHECK(ended.has_value());
  // No measure of speed: a server that waits for the connection waits for 30 seconds.
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
}

TEST_CASE("a project that is not there is not served") {
  const auto failed =
      serve("/nowhere/p.plx", {.port = 0, .project = {}, .listening = {}, .stop = {}});
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().code == ErrorCode::not_found);
}

}  // namespace
}  // namespace parallax
