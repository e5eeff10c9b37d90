// Any request to the server, as it stands behind cpp-httplib. The input is a request as one would
// type it: `GET /api/v1/search?q=market`, and lines `Host: ...` and `If-None-Match: ...`. `@0` or
// `@` with any other byte stands for the id of an article or of a question.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "input.h"
#include "parallax/project/project.h"
#include "parallax/serve/api.h"
#include "parallax/serve/guard.h"
#include "parallax/serve/pages.h"
#include "promise.h"
#include "scratch.h"

namespace parallax::fuzz {
namespace {

constexpr unsigned kPort = 4000;

/// The example pile, served.
class Served {
 public:
  Served() {
    const std::string file = (folder_.path() / "sarnov.plx").string();
    {
      auto project = Project::open(file, Project::Mode::create, {});
      const std::string pile = PARALLAX_SOURCE_DIR "/examples/sarnov";
      require(project && project->add(std::span(&pile, 1), {}).has_value(), "no project was made");
    }
    auto opened = Projects::open(file, {});
    require(opened.has_value(), "the project that was just made does not open");
    projects_ = std::move(*opened);
    list_ids();
    answer_ = guarded(kPort, [this](const HttpRequest& request) {
      return request.path.starts_with("/api/") ? answer_api(*projects_, request)
                                               : answer_page(request);
    });
  }
  HttpResponse answer(const HttpRequest& request) const { return answer_(request); }
  /// `text` with the ids that it speaks of.
  std::string with_ids(std::string_view text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_id = text[i] == '@' && i + 1 < text.size();
      out += is_id ? ids_.at(static_cast<std::uint8_t>(text[++i]) % ids_.size())
                   : std::string(1, text[i]);
    }
    return out;
  }

 private:
  void list_ids() {
    const auto snapshot = projects_->snapshot();
    require(snapshot.has_value(), "the project that was just made has no snapshot");
    for (const ArticleInfo& article : (*snapshot)->articles) {
      ids_.push_back(article.id);
    }
    for (const Question& question : (*snapshot)->questions) {
      ids_.push_back(question.id);
    }
  }

  ScratchFolder folder_;
  std::unique_ptr<Projects> projects_;
  Answer answer_;
  std::vector<std::string> ids_;
};

int hex(char digit) {
  constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
  const std::size_t at = kDigits.find(digit);
  return at == std::string_view::npos ? -1 : static_cast<int>(at < 16 ? at : at - 6);
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size();
    const int value =
        escape && hex(text[i + 1]) >= 0 ? hex(text[i + 1]) * 16 + hex(text[i + 2]) : -1;
    out += value < 0 ? text[i] : static_cast<char>(value);
    i += value < 0 ? 0 : 2;
  }
  return out;
}

void read_target(Input line, const Served& served, HttpRequest& request) {
  const auto text = [&](std::string_view raw) { return decoded(served.with_ids(raw)); };
  request.method = line.up_to(' ');
  request.path = text(line.up_to('?'));
  while (!line.empty()) {
    const std::string_view pair = line.up_to('&');
    const std::size_t equals = std::min(pair.find('='), pair.size());
    request.query.emplace_back(text(pair.substr(0, equals)),
                               text(pair.substr(std::min(equals + 1, pair.size()))));
  }
}

HttpRequest request_of(Input input, const Served& served) {
  HttpRequest request;
  read_target(Input(input.up_to('\n')), served, request);
  request.host = "127.0.0.1:4000";
  while (!input.empty()) {
    const std::string_view header = input.up_to('\n');
    if (header.starts_with("Host: ")) {
      request.host = header.substr(6);
    } else if (header.starts_with("If-None-Match: ")) {
      request.if_none_match = header.substr(15);
    }
  }
  return request;
}

void check_response(const HttpRequest& request, const HttpResponse& response) {
  constexpr std::array<int, 7> kStatuses = {200, 204, 304, 400, 403, 404, 405};
  require(std::ranges::find(kStatuses, response.status) != kStatuses.end(),
          "status " + std::to_string(response.status) + ": " + response.body);
  require(response.status != 204 || request.path == "/favicon.ico", "an empty page");
  require(response.content_type.empty() == response.body.empty(), "a body without its type");
  require(response.headers.contains("Content-Security-Policy"), "a response without its headers");
  if (response.content_type.find("json") != std::string::npos) {
    require_json(response.body, "a JSON answer");
  }
  require_utf8(response.body, "an answer");
  for (const auto& [name, value] : response.headers) {
    require((name + value).find_first_of("\r\n") == std::string::npos, "a header of two lines");
  }
  const bool ours = request.host == "127.0.0.1:4000" || request.host == "localhost:4000";
  require(ours || response.status == 403, "a request to another host was answered");
}

/// The same question with the tag of its answer: nothing new.
void check_tag(HttpRequest request, const HttpResponse& response, const Served& served) {
  const auto tag = response.headers.find("ETag");
  require(tag != response.headers.end(), "an answer without a tag");
  request.if_none_match = tag->second;
  const HttpResponse again = served.answer(request);
  require(again.status == 304 && again.body.empty(), "the same question has another answer");
}

}  // namespace
}  // namespace parallax::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parallax;
  static const fuzz::Served kServed;
  const HttpRequest request = fuzz::request_of(fuzz::Input(data, size), kServed);
  const HttpResponse response = kServed.answer(request);
  fuzz::check_response(request, response);
  if (response.status == 200) {
    fuzz::check_tag(request, response, kServed);
  }
  return 0;
}
