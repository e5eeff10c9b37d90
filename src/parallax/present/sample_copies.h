#pragma once
#include "parallax/core/copies.h"
#include "parallax/present/sample_pile.h"

namespace parallax {

/// The two accounts of the sample pile as if they were copies, for the tests of this folder.
inline Copies sample_copies(const SamplePile& pile) {
  CopyPair pair{.first = "id1", .second = "id2", .kind = CopyKind::abridged};
  pair.alignment = {
      .first = {8, 18},
      .second = {8, 12},
      .shared = {{span_of(pile.articles[0], "The mill burnt for a night."),
                  span_of(pile.articles[1], "The mill is gone."), true}},
      .only_first = {span_of(pile.articles[0], "Nobody was charged.")},
      .only_second = {span_of(pile.articles[1], "“More than 100 people died,” Ila Tarn said.")}};
  CopyGroup group{
      .id = "g1", .members = {pile.accounts[0], pile.accounts[1]}, .pairs = {pair}, .earliest = {}};
  pair.kind = CopyKind::quoting;
  pair.alignment.only_first.clear();
  pair.alignment.only_second.clear();
  return {.groups = {group}, .quotations = {pair}, .articles = 3, .not_compared = 1};
}

}  // namespace parallax
