#include "parallax/collect/plain/headline.h"

namespace parallax {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::size_t kMenuWords = 3;  ///< an entry of a menu has no more

}  // namespace

std::size_t choose_headline(std::span<const TextLine> lines, std::span<const LineFacts> facts,
                            std::size_t head_end) {
  const auto may_be = [&](std::size_t i) {
    return !lines[i].decided && facts[i].words <= kMostWords;
  };
  std::size_t first = 0;
  while (first < head_end && !may_be(first)) {
    ++first;
  }
  // "Home", "World", "Letters", "Ferry stays in port for a third day": two short lines are a menu,
  // one may be a short title.
  std::size_t menu_end = first;
  while (menu_end < head_end && may_be(menu_end) && facts[menu_end].words <= kMenuWords &&
         !facts[menu_end].sentence) {
    ++menu_end;
  }
  const bool menu = menu_end - first >= 2 && menu_end < head_end && may_be(menu_end);
  return menu ? menu_end : first;
}

}  // namespace parallax
