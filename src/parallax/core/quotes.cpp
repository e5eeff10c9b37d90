#include "parallax/core/quotes.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "parallax/core/names_of_values.h"

namespace parallax {

std::string_view to_string(SourceKind kind) { return kind ? to_string(*kind) : "unknown"; }

std::size_t VoiceShare::unnamed() const {
  return of(SourcingKind::described) + of(SourcingKind::anonymous) +
         of(SourcingKind::common_knowledge) + of(SourceKind());
}

VoiceShare& VoiceShare::operator+=(const VoiceShare& other) {
  articles += other.articles;
  words += other.words;
  attributions += other.attributions;
  std::ranges::transform(by_kind, other.by_kind, by_kind.begin(), std::plus<>());
  std::ranges::transform(by_source, other.by_source, by_source.begin(), std::plus<>());
  return *this;
}

std::size_t Speaker::words() const {
  std::size_t sum = 0;
  for (const Said& one : said) {
    sum += one.spoken.words;
  }
  return sum;
}

Quotes narrowed(Quotes quotes, const QuotesWanted& wanted) {
  const auto fits = [&](const auto& one) {
    return (wanted.side.empty() || one.side == wanted.side) &&
           (wanted.outlet.empty() || one.outlet == wanted.outlet);
  };
  std::erase_if(quotes.outlets, std::not_fn(fits));
  for (Speaker& speaker : quotes.speakers) {
    std::erase_if(speaker.said, std::not_fn(fits));
  }
  std::erase_if(quotes.speakers, [](const Speaker& speaker) { return speaker.said.empty(); });
  sort_by_words(quotes.speakers);
  return quotes;
}

void sort_by_words(std::vector<Speaker>& speakers) {
  std::ranges::sort(speakers, [](const Speaker& a, const Speaker& b) {
    const std::size_t left = a.words();
    const std::size_t right = b.words();
    return left != right ? left > right : std::tie(a.name, a.id) < std::tie(b.name, b.id);
  });
}

}  // namespace parallax
