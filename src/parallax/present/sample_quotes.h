#pragma once
#include "parallax/core/quotes.h"

/// Who says what in two made-up accounts, for the tests of this folder.
namespace parallax {

inline Said sample_said(std::string text, std::size_t words) {
  Said said{.path = "norvel-post.txt", .outlet = "Norvel Post", .side = "North", .spoken = {}};
  said.spoken.text = std::move(text);
  said.spoken.words = words;
  said.spoken.content = {{0, 15}};
  said.spoken.place = {10, 25};
  return said;
}

inline Quotes sample_quotes() {
  VoiceShare share{.articles = 1, .words = 100, .attributions = 2, .by_kind = {}, .by_source = {}};
  share.by_kind = {15, 5, 0};
  share.by_source.at(index_of(SourcingKind::named)) = 15;
  share.by_source.at(index_of(SourcingKind::anonymous)) = 5;
  Said denied = sample_said("The mill stands", 15);
  denied.spoken.kind = AttributionKind::direct;
  denied.spoken.stance = Stance::deny;
  denied.spoken.source = "Tarn";
  denied.spoken.source_kind = SourcingKind::named;
  Said told = sample_said("it burnt", 5);
  told.spoken.source = "a source";
  told.spoken.source_kind = SourcingKind::anonymous;
  told.spoken.within = "Ila Tarn";
  told.spoken.cut = true;
  const VoiceShare silent{
      .articles = 1, .words = 10, .attributions = 0, .by_kind = {}, .by_source = {}};
  return {.outlets = {{"North", "Norvel Post", share}, {"Third", "Third", silent}},
          .speakers = {{"1", "Ila Tarn", {"Ila Tarn", "Tarn"}, true, {denied}},
                       {"2", "a source", {"a source"}, false, {told}}}};
}

}  // namespace parallax
