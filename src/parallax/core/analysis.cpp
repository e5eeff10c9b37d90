#include "parallax/core/analysis.h"

#include <limits>

namespace parallax {

VoiceId voice_at(const Analysis& analysis, Span span) {
  VoiceId voice;
  std::uint32_t smallest = std::numeric_limits<std::uint32_t>::max();
  for (std::uint32_t i = 0; i < analysis.attributions.size(); ++i) {
    std::uint32_t size = 0;
    bool holds = false;
    for (const Span piece : analysis.attributions[i].content) {
      size += piece.size();
      holds = holds || piece.contains(span);
    }
    if (holds && size < smallest) {
      smallest = size;
      voice = Id<Attribution>{i};
    }
  }
  return voice;
}

}  // namespace parallax
