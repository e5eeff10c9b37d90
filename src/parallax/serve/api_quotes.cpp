#include "parallax/present/present.h"
#include "parallax/project/speakers_called.h"
#include "parallax/serve/api_call.h"

namespace parallax {
namespace {

constexpr std::size_t kSpeakers = 200;
constexpr std::size_t kMostSpeakers = 10'000;

}  // namespace

/// What is said is many times as long as who says how much: it comes for the speaker asked for.
HttpResponse answer_quotes(const ApiCall& call) {
  const auto limit = call.number("limit", kSpeakers, kMostSpeakers);
  if (!limit) {
    return problem(400, "\"limit\" is a whole number of at most " + std::to_string(kMostSpeakers));
  }
  const auto all = call.projects.quotes();
  if (!all) {
    return problem_of(all.error());
  }
  Quotes quotes = narrowed(**all, {.side = std::string(call.parameter("side")),
                                   .outlet = std::string(call.parameter("outlet"))});
  const std::string_view speaker = call.parameter("speaker");
  if (speaker.empty()) {
    return json_response(quotes_as_json(quotes, {.speakers = *limit, .said = 0}));
  }
  quotes.speakers = speakers_called(quotes.speakers, speaker);
  return json_response(quotes_as_json(quotes, {.speakers = *limit}));
}

}  // namespace parallax
