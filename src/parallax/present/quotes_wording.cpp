#include "parallax/present/quotes_wording.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "parallax/core/names_of_values.h"
#include "parallax/present/wording.h"

namespace parallax {

std::vector<SideVoices> by_side(const Quotes& quotes) {
  std::vector<SideVoices> sides;
  for (const OutletVoices& outlet : quotes.outlets) {
    if (sides.empty() || sides.back().name != outlet.side) {
      sides.push_back({outlet.side, {}, {}});
    }
    sides.back().share += outlet.share;
    sides.back().outlets.push_back(&outlet);
  }
  for (SideVoices& side : sides) {
    if (side.outlets.size() == 1 && side.outlets.front()->outlet == side.name) {
      side.outlets.clear();
    }
  }
  return sides;
}

std::string percent_of(std::size_t part, std::size_t whole) {
  if (whole == 0) {
    return "–";
  }
  const std::size_t percent = (100 * part + whole / 2) / whole;
  return percent == 0 && part > 0 ? "<1%" : std::to_string(percent) + '%';
}

std::vector<std::pair<Stance, std::size_t>> stances_of(const Speaker& speaker) {
  std::map<Stance, std::size_t> counts;
  for (const Said& said : speaker.said) {
    ++counts[said.spoken.stance];
  }
  return {counts.begin(), counts.end()};
}

std::vector<QuotedIn> quoted_in(const Speaker& speaker) {
  std::vector<QuotedIn> all;
  for (const Said& said : speaker.said) {  // ascending by side and outlet
    if (all.empty() || all.back().side != said.side || all.back().outlet != said.outlet) {
      all.push_back({said.side, said.outlet});
    }
    ++all.back().attributions;
    all.back().words += said.spoken.words;
  }
  std::ranges::stable_sort(all, std::ranges::greater(), &QuotedIn::words);
  return all;
}

std::string facts_in_words(const Speaker& speaker) {
  std::string out = counted(speaker.said.size(), "attribution", "attributions") + ", " +
                    counted(speaker.words(), "word", "words");
  std::string_view separator = ": ";
  for (const auto& [stance, count] : stances_of(speaker)) {
    out.append(separator).append(to_string(stance)).append(" ").append(std::to_string(count));
    separator = ", ";
  }
  return out;
}

std::string other_names_in_words(const Speaker& speaker) {
  std::string out;
  for (const std::string& name : speaker.names) {
    if (name != speaker.name) {
      out.append(out.empty() ? "also as " : ", ").append(name);
    }
  }
  return out;
}

std::string outlets_in_words(const Speaker& speaker) {
  std::string out;
  for (const QuotedIn& place : quoted_in(speaker)) {
    out.append(out.empty() ? "in " : ", ").append(place.outlet);
    if (place.side != place.outlet) {
      out.append(" (").append(place.side).append(")");
    }
    out.append(" ").append(std::to_string(place.attributions));
  }
  return out;
}

std::string how_in_words(const SpokenWords& spoken) {
  std::string out = std::string(to_string(spoken.kind)) + ", ";
  out.append(to_string(spoken.stance)).append(", ").append(counted(spoken.words, "word", "words"));
  out += spoken.source.empty() ? "; no source in the text" : "; source “" + spoken.source + "”";
  if (spoken.source_kind && *spoken.source_kind != SourcingKind::named) {
    std::string kind(to_string(*spoken.source_kind));
    std::ranges::replace(kind, '_', ' ');
    out += " (" + kind + ")";
  }
  if (spoken.within) {
    out += "; within the words of " + *spoken.within;
  }
  return out;
}

}  // namespace parallax
