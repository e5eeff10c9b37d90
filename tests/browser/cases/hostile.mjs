import assert from "node:assert/strict";
import { addPile, served, writePile } from "../program.mjs";
import { watched } from "../watched_page.mjs";

const payloads = [
  "<script>window.__pwned=1</script>",
  "</script><script>window.__pwned=2</script>",
  "<img src=x onerror=window.__pwned=3>",
  "<svg onload=window.__pwned=4>",
  "<iframe srcdoc='<script>parent.__pwned=5</script>'></iframe>",
  "javascript:window.__pwned=6",
  '<a href="javascript:window.__pwned=7">here</a>',
  "<style>*{display:none!important}</style>",
  "</style><style>body{background:url(http://192.0.2.1/x)}</style>",
  "<link rel=stylesheet href=http://192.0.2.1/x.css>",
  "<base href=http://192.0.2.1/>",
  "<meta http-equiv=refresh content='0;url=http://192.0.2.1/'>",
  "\u202Etxet desrever\u202C and \u2066isolated",
  "<!-- <script> --!> <!DOCTYPE x>",
  "{{constructor.constructor('window.__pwned=8')()}} ${window.__pwned=9}",
  '" onmouseover="window.__pwned=10" x="',
  "' autofocus onfocus='window.__pwned=11' '",
  "x".repeat(4000),
  "&lt;script&gt;window.__pwned=12&lt;/script&gt; &#0; &nbsp;",
  "nul \u0000 bell \u0007 bom \uFEFF tag \u{E0041} zalgo Z\u0351\u036B\u0343\u036A\u0302",
];

const escaped = (words) =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Each gives a figure of its own, so that its words come into the matrix and the columns. */
function hostile(payload, number) {
  const named = payload.replace(/\u0000/g, " ").slice(0, 300);
  const says =
    `On 6 May 2031 the market of Veldra was shelled. ${payload} ` +
    `${40 + number * 7} people were killed in the market of Veldra, ${payload} said.`;
  const isPage = number % 2 === 1;
  const page =
    `<!doctype html><title>${escaped(payload)}</title><body onload="window.__pwned=20">` +
    `<h1>${escaped(payload)}</h1><p>${escaped(says)}</p><script>window.__pwned=21</script>` +
    `<p onclick="window.__pwned=22"><img src=x onerror="window.__pwned=23">${escaped(payload)}</p>`;
  return {
    path: `article-${number}.${isPage ? "html" : "txt"}`,
    outlet: `${named} ${number}`,
    side: `${named.slice(0, 80)} side ${number % 5}`,
    published: "2031-05-07",
    text: isPage ? page : `${payload}\n\n${says}\n\n${payload}\n`,
  };
}

async function staysUnharmed(page, where) {
  const found = await page.evaluate(() => ({
    pwned: window.__pwned,
    strange: document.querySelectorAll(
      "#app :is(script, img, iframe, svg:not(.voice-bar), .voice-bar :not(rect), style, link, base, meta, object, embed, [onerror], [onload], [onclick])",
    ).length,
    links: [...document.querySelectorAll("#app a")].filter((a) => !/^https?:$/.test(a.protocol))
      .length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  assert.deepEqual(
    { ...found, wide: 0 },
    { pwned: undefined, strange: 0, links: 0, wide: 0 },
    where,
  );
  assert.ok(found.wide <= 1, `${where}: the page is ${found.wide} px too wide`);
}

async function showsTextAsText(setting) {
  const pile = writePile(setting, "hostile", payloads.map(hostile));
  const project = addPile(setting, "hostile", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      await page.locator("tr.row").first().waitFor();
      await staysUnharmed(page, "disputes");
      assert.ok((await page.locator("#app").innerText()).includes(payloads[0]), "shown as text");
      for (const row of await page.locator("[data-row]").all()) {
        await row.click();
        await page.locator(".question").waitFor();
        await staysUnharmed(page, "an opened question");
      }
      await page.goto(`${address}/articles`);
      await page
        .locator("table.articles tbody tr")
        .nth(payloads.length - 1)
        .waitFor();
      await staysUnharmed(page, "articles");
      await page.goto(`${address}/quotes`);
      await page.locator(".shares .of-all").waitFor();
      await staysUnharmed(page, "quotes");
      for (const row of await page.locator("[data-row]").all()) {
        await row.click();
        await page.locator(".said .claim").first().waitFor();
        await staysUnharmed(page, "an opened speaker");
      }
      for (const name of ["timeline", "figures"]) {
        await page.goto(`${address}/${name}`);
        await page.locator("[data-row]").first().waitFor();
        await staysUnharmed(page, name);
        for (const row of (await page.locator("[data-row]").all()).slice(0, 30)) {
          await row.click();
          await page.locator("[data-row][aria-expanded=true]").waitFor();
          await staysUnharmed(page, `an opened row of ${name}`);
        }
      }
      await page.goto(`${address}/compare`);
      await page.locator(".choice").first().waitFor();
      await staysUnharmed(page, "the picker");
      const articles = await (await fetch(`${address}/api/v1/articles`)).json();
      assert.equal(articles.length, payloads.length);
      for (let at = 0; at < articles.length; at += 4) {
        const wanted = articles
          .slice(at, at + 4)
          .map(({ id }) => `article=${id}`)
          .join("&");
        await page.goto(
          `${address}/compare?${wanted}&layers=attributions,figures,timexes,entities,labels`,
        );
        await page.locator(".column .text").nth(3).waitFor();
        await page.keyboard.press("n");
        await page.mouse.move(600, 500);
        await staysUnharmed(page, `compare from ${at}`);
      }
    }),
  );
}

async function strangeAddresses(setting) {
  const project = addPile(setting, "strange", setting.example);
  const strange = [
    "/compare?article=%3Cscript%3E&at=%3Cimg%20src=x%20onerror=alert(1)%3E:1-2&question='\"%3E",
    "/disputes?type=%3Cscript%3E",
    "/quotes?side=%3Cscript%3E&open=%22%5D%3Cscript%3E&rows=-1",
    "/timeline?side=%3Cscript%3E&days=%3Cb%3E&year=-1&open=%22%5D%3Cscript%3E&rows=1e9",
    "/timeline?year=99999999&outlet=%00",
    "/figures?group=%3Cscript%3E,%00,&open=%22%5D:1-2&rows=1e99",
    "/disputes?open=%22%5D%3Cscript%3E&side=%00",
    "/compare?article=../../etc/passwd&article=..%2f",
  ];
  await served(setting, project, (address) =>
    watched(
      setting.browser,
      address,
      async (page) => {
        for (const path of strange) {
          await page.goto(address + path);
          await page.waitForTimeout(200);
          await page.keyboard.press("Escape");
          await page.locator("nav.bar").waitFor();
          await staysUnharmed(page, path);
        }
      },
      { mayFail: true }, // the browser notes each answer of 400 and 404
    ),
  );
}

export const cases = [
  { name: "twenty hostile articles are shown as text, and nothing runs", run: showsTextAsText },
  { name: "strange addresses do no harm", run: strangeAddresses },
];
