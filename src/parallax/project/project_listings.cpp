// What was read in all articles, item by item. One article after another: only the items stay.
#include "parallax/compare/listings.h"
#include "parallax/project/project_state.h"

namespace parallax {

template <typename Each>
Result<void> Project::for_each_reading(Each each) {
  const auto all = accounts();
  if (!all) {
    return std::unexpected(all.error());
  }
  for (const Account& account : *all) {
    const auto article = state_->store.article(account.article);
    const auto analysis = state_->store.analysis(account.article);
    if (!article || !analysis) {
      return std::unexpected(article ? analysis.error() : article.error());
    }
    each(account, *article, *analysis);
  }
  return {};
}

Result<Timeline> Project::timeline() {
  std::vector<ListedEvent> events;
  const auto read = for_each_reading(
      [&](const Account& account, const Article& article, const Analysis& analysis) {
        std::ranges::move(state_->reader->events(account, article, analysis),
                          std::back_inserter(events));
      });
  return read ? Result<Timeline>(as_timeline(std::move(events))) : std::unexpected(read.error());
}

Result<std::vector<ListedFigure>> Project::figures() {
  std::vector<ListedFigure> figures;
  const auto read = for_each_reading(
      [&](const Account& account, const Article& article, const Analysis& analysis) {
        std::ranges::move(state_->reader->figures(account, article, analysis),
                          std::back_inserter(figures));
      });
  if (!read) {
    return std::unexpected(read.error());
  }
  sort_figures(figures);
  return figures;
}

}  // namespace parallax
