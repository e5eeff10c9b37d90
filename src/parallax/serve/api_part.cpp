#include "parallax/serve/api_part.h"

namespace parallax {
namespace {

constexpr std::size_t kUsual = 200;
constexpr std::size_t kMost = 1000;
constexpr std::size_t kAnyOffset = 1'000'000'000;

}  // namespace

std::optional<ListPart> ListPart::of(const ApiCall& call) {
  const auto offset = call.number("offset", 0, kAnyOffset);
  const auto limit = call.number("limit", kUsual, kMost);
  return offset && limit ? std::optional(ListPart{*offset, *limit}) : std::nullopt;
}

HttpResponse ListPart::problem() {
  return parallax::problem(400, "\"offset\" and \"limit\" are whole numbers; a limit is at most " +
                                    std::to_string(kMost));
}

}  // namespace parallax
