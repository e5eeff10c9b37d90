#include "parallax/present/report_quotes.h"

#include <algorithm>

#include "parallax/core/names_of_values.h"
#include "parallax/present/quotes_wording.h"
#include "parallax/present/wording.h"

namespace parallax {
namespace {

/// The bar says in a picture what the cells beside it say in numbers. A hundred steps wide.
void add_bar(Html& page, const VoiceShare& share) {
  const auto steps = [&](std::size_t words) {
    return share.words == 0 ? 0 : (100 * words + share.words / 2) / share.words;
  };
  const std::size_t quoted = steps(share.quoted());
  const std::size_t attributed = std::max(quoted, steps(share.attributed()));
  page.tag("<svg class=\"voice-bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" ");
  page.tag("aria-hidden=\"true\"><rect class=\"b-author\" width=\"100\" height=\"10\"/>");
  page.tag("<rect class=\"b-retold\" width=\"").number(attributed).tag("\" height=\"10\"/>");
  page.tag("<rect class=\"b-quoted\" width=\"").number(quoted).tag("\" height=\"10\"/></svg>");
}

void add_number(Html& page, std::size_t value) {
  page.tag("<td class=\"n\">").number(value).tag("</td>");
}

void add_share(Html& page, const VoiceShare& share) {
  add_number(page, share.words);
  add_number(page, share.author());
  add_number(page, share.attributed());
  page.tag("<td class=\"bar-cell\">");
  add_bar(page, share);
  page.tag("<span>").text(percent_of(share.attributed(), share.words)).tag("</span></td>");
  add_number(page, share.attributions);
  add_number(page, share.quoted());
  add_number(page, share.unnamed());
  add_number(page, share.of(SourcingKind::anonymous));
}

void add_row(Html& page, std::string_view name, std::string_view kind, const VoiceShare& share) {
  page.tag("<tr class=\"").tag(kind).tag("\"><th scope=\"row\">").isolated(name).tag("</th>");
  add_share(page, share);
  page.tag("</tr>\n");
}

void add_shares(Html& page, const Quotes& quotes) {
  page.tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Share of voice\">\n");
  page.tag(
      "<table class=\"shares\">\n<caption>Words by side and outlet. In the bar: quoted, then ");
  page.tag("told without quotation marks, then the author’s own</caption>\n<thead><tr>");
  for (const char* title : {"Side, outlet", "Words", "Author’s", "Attributed", "Share", "Spans",
                            "Quoted", "Unnamed", "Anonymous"}) {
    page.tag("<th scope=\"col\">").tag(title).tag("</th>");
  }
  page.tag("</tr></thead>\n<tbody>\n");
  VoiceShare all;
  for (const SideVoices& side : by_side(quotes)) {
    all += side.share;
    add_row(page, side.name, "of-side", side.share);
    for (const OutletVoices* outlet : side.outlets) {
      add_row(page, outlet->outlet, "of-outlet", outlet->share);
    }
  }
  add_row(page, "All", "of-all", all);
  page.tag("</tbody></table></div>\n<p class=\"hint\">").text(kCountsExplained).tag("</p>\n");
}

void add_said(Html& page, const Said& said) {
  const SpokenWords& spoken = said.spoken;
  page.tag("<figure class=\"claim quoted\">\n<blockquote dir=\"auto\"><p>").text(spoken.text);
  page.tag(spoken.cut ? " …" : "").tag("</p></blockquote>\n<figcaption>");
  page.isolated(outlet_in_words({said.outlet, said.side, {}})).tag(" <span class=\"answer\">");
  page.isolated(how_in_words(spoken)).tag("</span> <span class=\"place\"><code>");
  page.isolated(said.path).tag("</code> bytes ").number(spoken.place.begin).tag("–");
  page.number(spoken.place.end).tag("</span></figcaption></figure>\n");
}

void add_speaker(Html& page, const Speaker& speaker) {
  page.tag("<details class=\"speaker\"><summary><b>").isolated(speaker.name).tag("</b> · ");
  page.isolated(facts_in_words(speaker)).tag("<small>");
  if (const std::string others = other_names_in_words(speaker); !others.empty()) {
    page.isolated(others).tag("; ");
  }
  page.isolated(outlets_in_words(speaker)).tag("</small></summary>\n");
  const std::size_t shown = std::min(speaker.said.size(), kSaidInReport);
  for (std::size_t i = 0; i < shown; ++i) {
    add_said(page, speaker.said[i]);
  }
  if (shown < speaker.said.size()) {
    page.tag("<p class=\"count\">");
    page.text(counted(speaker.said.size() - shown, "more attribution is", "more attributions are"));
    page.tag(" in the project.</p>\n");
  }
  page.tag("</details>\n");
}

void add_speakers(Html& page, const Quotes& quotes, bool named) {
  const auto fits = [&](const Speaker& speaker) { return speaker.named == named; };
  const auto speakers =
      std::span(quotes.speakers).first(std::min(quotes.speakers.size(), kSpeakersInReport));
  if (std::ranges::none_of(speakers, fits)) {
    return;
  }
  page.tag(named ? "<h3>Speakers, by words</h3>\n"
                 : "<h3>Sources without a name, as written</h3>\n");
  if (!named) {
    page.tag("<p class=\"hint\">The same words, perhaps not the same people.</p>\n");
  }
  for (const Speaker& speaker : speakers) {
    if (fits(speaker)) {
      add_speaker(page, speaker);
    }
  }
}

}  // namespace

void add_quotes(Html& page, const Quotes& quotes) {
  page.tag("<section id=\"quotes\">\n<h2>Quotes: who says what</h2>\n");
  if (quotes.outlets.empty()) {
    page.tag("<p class=\"empty\">No article was read.</p>\n</section>\n");
    return;
  }
  add_shares(page, quotes);
  if (quotes.speakers.empty()) {
    page.tag("<p class=\"empty\">").text(kNobodyQuoted).tag("</p>\n");
  }
  add_speakers(page, quotes, true);
  add_speakers(page, quotes, false);
  if (quotes.speakers.size() > kSpeakersInReport) {
    page.tag("<p class=\"count\">");
    page.number(quotes.speakers.size() - kSpeakersInReport);
    page.tag(" more, with fewer words, are in the project.</p>\n");
  }
  page.tag("</section>\n");
}

}  // namespace parallax
