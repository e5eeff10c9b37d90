#include "parallax/present/copies_wording.h"

#include "parallax/present/quotes_wording.h"
#include "parallax/present/wording.h"
#include "parallax/text/utf8.h"

namespace parallax {

CopyTexts::CopyTexts(std::span<const Article> articles) {
  for (const Article& article : articles) {
    articles_.emplace(article.id, &article);
  }
}

std::string_view CopyTexts::text(std::string_view article) const {
  const auto at = articles_.find(article);
  return at == articles_.end() ? std::string_view() : std::string_view(at->second->text);
}

std::string_view CopyTexts::path(std::string_view article) const {
  const auto at = articles_.find(article);
  return at == articles_.end() ? std::string_view() : std::string_view(at->second->path);
}

std::string_view sentence_at(std::string_view text, Span span) {
  const bool fits = span.begin < span.end && span.end <= text.size() &&
                    on_border(text, span.begin) && on_border(text, span.end);
  return fits ? text.substr(span.begin, span.size()) : std::string_view();
}

std::string copies_in_words(const Copies& copies) {
  std::size_t members = 0;
  for (const CopyGroup& group : copies.groups) {
    members += group.members.size();
  }
  const bool one = copies.groups.size() == 1;
  return counted(copies.groups.size(), "copy group holds ", "copy groups hold ") +
         std::to_string(members) + " of " + counted(copies.articles, "article", "articles") +
         "; if " + (one ? "the group" : "each group") + " counts once there are " +
         std::to_string(copies.independent());
}

std::string no_copies_in_words(const Copies& copies) {
  return copies.articles == 0 ? std::string(kNoArticles)
         : copies.articles == 1
             ? "No copies: there is only one article."
             : "No copies: none of the " + counted(copies.articles, "article", "articles") +
                   " shares much of its text with another.";
}

std::string containment_in_words(const Alignment& laid, std::string_view first,
                                 std::string_view second) {
  const auto share = [](const Containment& in) { return percent_of(in.shared, in.words); };
  return share(laid.first).append(" of ").append(first).append(" stands in ").append(second) +
         ", " + share(laid.second).append(" of ").append(second).append(" in ").append(first);
}

}  // namespace parallax
