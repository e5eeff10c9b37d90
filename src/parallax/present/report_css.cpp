#include "parallax/present/report_css.h"

namespace parallax {
namespace {

constexpr std::string_view kColours = R"css(
:root {
  color-scheme: light dark;
  --paper: #f7f5f0; --card: #fffefb; --ink: #1f252b; --muted: #5c6670; --line: #ddd8cc;
  --link: #23567f; --mark: #ffe7a3; --mark-ink: #1f1a08; --mark-line: #c99a1e; --shade: #efece4;
  --p0: #2b66a8; --p1: #a8521a; --p2: #1a756b; --p3: #7448a8; --p4: #6b6a17; --p5: #5a6570;
  --letter: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131619; --card: #1a1e22; --ink: #e4e2dc; --muted: #9ba4ac; --line: #30363c;
    --link: #8fbde6; --mark: #5b4a12; --mark-ink: #fff3cf; --mark-line: #c99a1e; --shade: #20252a;
    --p0: #8ab8ea; --p1: #eaa06a; --p2: #6ccabd; --p3: #c3a0ee; --p4: #cfcd6a; --p5: #aab4bd;
    --letter: #101316;
  }
}
)css";

constexpr std::string_view kText = R"css(
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, blockquote {
  font-family: Charter, "Iowan Old Style", Georgia, "Noto Serif", "DejaVu Serif", serif;
}
h1 { font-size: clamp(1.7rem, 4.5vw, 2.6rem); line-height: 1.15; margin: .1em 0 .3em; }
h2 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 1rem; }
h3 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 .6rem; text-wrap: balance; }
h4 { font-size: 1rem; line-height: 1.35; margin: 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px;
}
small { font-size: .88em; color: var(--muted); }
code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
summary { cursor: pointer; }
.hint, .empty { color: var(--muted); max-width: 46rem; margin: 0 0 1.5rem; }
.count { color: var(--muted); font-size: .85rem; margin: .1rem 0 0; }
)css";

constexpr std::string_view kLayout = R"css(
header.title { padding: clamp(1.5rem, 5vw, 3.5rem) clamp(1rem, 4vw, 3rem) 1.5rem;
  max-width: 96rem; margin: 0 auto; }
.brand { margin: 0; font-size: .8rem; letter-spacing: .16em; text-transform: uppercase;
  color: var(--muted); font-weight: 600; }
.lead { max-width: 44rem; font-size: 1.08rem; color: var(--muted); margin: 0 0 1.4rem; }
.facts { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin: 0; }
.facts div { display: flex; align-items: baseline; gap: .4rem; }
.facts dd { margin: 0; font-size: 1.45rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts dt { color: var(--muted); }
.layout { max-width: 96rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; }
main > section { margin: 0 0 3.5rem; }
.contents { font-size: .92rem; margin: 0 0 2.5rem; padding: 1rem 0; border: solid var(--line);
  border-width: 1px 0; }
.contents h2 { font: 600 .8rem/1.4 system-ui, sans-serif; letter-spacing: .1em;
  text-transform: uppercase; color: var(--muted); margin: 0 0 .5rem; }
.contents ul, .contents ol { margin: 0; padding: 0; list-style: none; }
.contents li { margin: .3rem 0; }
.contents ol { counter-reset: entry; padding: .1rem 0 .3rem; }
.contents ol li { counter-increment: entry; padding-left: 1.9rem; position: relative;
  line-height: 1.35; }
.contents ol li::before { content: counter(entry); position: absolute; left: 0; width: 1.4rem;
  text-align: right; color: var(--muted); font-variant-numeric: tabular-nums; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
@media (max-width: 74.99rem) {
  .contents { padding: .6rem 0; margin-bottom: 2rem; }
  .contents h2, .contents ol { display: none; }
  .contents ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
}
@media (min-width: 75rem) {
  .layout { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 3rem; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto;
    border-width: 1px 0 0; scrollbar-width: thin; }
}
)css";

constexpr std::string_view kTables = R"css(
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: .93rem; line-height: 1.4; }
caption { text-align: left; color: var(--muted); font-size: .88rem; padding: .6rem .8rem; }
th, td { text-align: left; vertical-align: top; padding: .65rem .8rem;
  border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { font-size: .85rem; background: var(--shade); }
th[scope=row] { font-weight: 500; }
.matrix th[scope=row] { width: 24%; min-width: 10.5rem; }
.matrix td { min-width: 7rem; border-left: 1px solid var(--line); }
@media (min-width: 40rem) {
  .matrix th:first-child { position: sticky; left: 0; z-index: 1; }
  .matrix th[scope=row] { background: var(--card); }
  .matrix caption { position: sticky; left: 0; }
}
.matrix small, .articles code { display: block; }
.articles code { color: var(--muted); font-size: .82rem; overflow-wrap: anywhere; }
.articles td:last-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.cell { display: flex; gap: .5rem; }
.cell + .cell { margin-top: .55rem; }
.silent { color: var(--muted); font-style: italic; }
.nothing { color: var(--muted); }
.letter { display: inline-grid; place-items: center; flex: none; width: 1.45em; height: 1.45em;
  border-radius: 50%; font: 700 .8em/1 system-ui, sans-serif; color: var(--letter);
  background: var(--tone); }
.p0 { --tone: var(--p0); } .p1 { --tone: var(--p1); border-radius: .25em; }
.p2 { --tone: var(--p2); border-radius: 50% 50% .25em .25em; }
.p3 { --tone: var(--p3); border-radius: .25em .25em 50% 50%; }
.p4 { --tone: var(--p4); border-radius: .8em .2em; } .p5 { --tone: var(--p5); }
@media (max-width: 40rem) {
  .matrix, .matrix tbody, .matrix tr, .matrix th, .matrix td, .matrix caption { display: block; }
  .matrix thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
    overflow: hidden; }
  .matrix th[scope=row] { width: auto; background: var(--shade); border-bottom: 0; }
  .matrix td { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .8rem; border-left: 0;
    padding: .5rem 1rem; }
  .matrix td::before { content: attr(data-side); unicode-bidi: isolate; color: var(--muted);
    font-size: .85rem; overflow-wrap: anywhere; grid-row: span 9; }
  .matrix td .cell { grid-column: 2; }
}
)css";

constexpr std::string_view kQuestions = R"css(
.question { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: clamp(1rem, 2.5vw, 1.7rem); margin: 0 0 1.6rem; }
.question:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.kind { margin: 0 0 .35rem; font-size: .82rem; color: var(--muted); }
.kind span + span::before { content: "·"; padding-right: .25em; }
.date { white-space: nowrap; }
.kind span:first-child { font-weight: 600; color: var(--ink); }
.key { display: flex; flex-wrap: wrap; gap: .3rem .5rem; margin: 0 0 1.1rem; font-size: .82rem; }
.key div { display: flex; gap: .4em; background: var(--shade); border-radius: 1em;
  padding: .1em .8em; max-width: 100%; }
.key dt { color: var(--muted); }
.key dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
.positions { display: grid; gap: 1.2rem 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
.position { min-width: 0; }
.position h4 { display: flex; gap: .55rem; align-items: baseline; font-size: 1.08rem;
  padding-bottom: .35rem; border-bottom: 2px solid var(--line); }
.position > .count { margin: .3rem 0 0; }
.claim { margin: .9rem 0 0; }
blockquote { margin: 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line);
  line-height: 1.5; }
.quoted blockquote { border-inline-start-style: dashed; }
blockquote p { margin: 0; overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); border-bottom: 2px solid var(--mark-line);
  padding: 0 .1em; border-radius: 2px 2px 0 0; -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
figcaption { font-size: .85rem; padding: .35rem 0 0 calc(.9rem + 3px); line-height: 1.45; }
figcaption b { font-weight: 600; }
.side, .place, .answer { color: var(--muted); }
.place, .answer { display: block; }
.place { font-size: .94em; overflow-wrap: anywhere; }
.more { margin-top: .9rem; }
.more > summary { color: var(--link); font-size: .9rem; }
.reasons { margin: 1.3rem 0 0; padding: .8rem 1rem; background: var(--shade);
  border-radius: .4rem; font-size: .92rem; }
.reasons h4 { font-size: .85rem; color: var(--muted); }
.reasons ul { margin: .3rem 0 0; padding-left: 1.1rem; }
.silent-outlets { margin: .9rem 0 0; font-size: .92rem; color: var(--muted); }
.group { margin: 0 0 1rem; }
.group > summary { font-weight: 600; padding: .7rem 1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; }
.group[open] > summary { margin-bottom: 1rem; }
#about p { max-width: 46rem; }
@media print {
  :root { --paper: #fff; --card: #fff; --shade: #f4f4f4; --ink: #000; --muted: #444; --line: #bbb;
    --link: #000; --letter: #000; --mark: #fff; --mark-ink: #000; --mark-line: #000;
    --p0: #fff; --p1: #fff; --p2: #fff; --p3: #fff; --p4: #fff; --p5: #fff; }
  html { font-size: 10pt; }
  .layout { display: block; }
  .contents { position: static; max-height: none; }
  .scroll { overflow: visible; border: 0; }
  table { font-size: .85rem; }
  .matrix th:first-child { position: static; }
  .matrix td, .matrix th[scope=row] { min-width: 0; padding: .35rem .45rem; }
  .matrix td { overflow-wrap: anywhere; }
  .letter { border: 1px solid #000; }
  mark { font-weight: 600; }
  .more::details-content { content-visibility: visible; }
  .claim, tr, .position h4, .reasons { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
)css";

}  // namespace

std::string report_css() {
  std::string css;
  for (const std::string_view part : {kColours, kText, kLayout, kTables, kQuestions}) {
    css += part;
  }
  return css;
}

}  // namespace parallax
