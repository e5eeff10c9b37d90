#include "parallax/project/speakers_called.h"

#include <algorithm>
#include <iterator>

#include "parallax/text/fold.h"

namespace parallax {
namespace {

std::vector<Speaker> all_with(std::span<const Speaker> speakers, const auto& fits) {
  std::vector<Speaker> found;
  std::ranges::copy_if(speakers, std::back_inserter(found), fits);
  return found;
}

}  // namespace

std::vector<Speaker> speakers_called(std::span<const Speaker> speakers, std::string_view name) {
  const std::string wanted = fold(name);
  auto found = all_with(speakers, [&](const Speaker& speaker) {
    return speaker.id == name || std::ranges::any_of(speaker.names, [&](const std::string& own) {
             return fold(own) == wanted;
           });
  });
  if (found.empty() && !wanted.empty()) {
    found = all_with(speakers, [&](const Speaker& speaker) {
      return std::ranges::any_of(speaker.names, [&](const std::string& own) {
        return (' ' + fold(own) + ' ').find(' ' + wanted + ' ') != std::string::npos;
      });
    });
  }
  return found;
}

std::vector<std::string> names_to_type(std::span<const Speaker> speakers) {
  std::vector<std::string> names;
  for (const Speaker& speaker : speakers) {
    names.insert(names.end(), speaker.names.begin(), speaker.names.end());
    const std::size_t space = speaker.name.rfind(' ');
    if (speaker.named && space != std::string::npos) {
      names.push_back(speaker.name.substr(space + 1));
    }
  }
  return names;
}

}  // namespace parallax
