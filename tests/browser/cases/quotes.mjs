import assert from "node:assert/strict";
import { join } from "node:path";
import { addPile, call, served, writePile } from "../program.mjs";
import { isSeen, landedWords, rowOf, watched } from "../watched_page.mjs";

const countsIn = async (row) => (await row.locator("td").allTextContents()).slice(0, 3).map(Number);

async function followsASpeaker(setting) {
  const project = addPile(setting, "quotes", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      await page.locator("nav.bar").getByRole("link", { name: "Quotes" }).click();
      await page.waitForURL(/\/quotes$/);
      const harsk = page.locator(".shares tr", { hasText: "Harsk Courier" });
      await harsk.waitFor();
      const [words, author, attributed] = await countsIn(harsk);
      assert.equal(words, author + attributed);
      const twin = await page.getByRole("link", { name: "this page as JSON" }).getAttribute("href");
      const answer = await (await fetch(address + twin)).json();
      const known = answer.outlets.find(({ outlet }) => outlet === "Harsk Courier");
      assert.equal(known.attributed, attributed);
      assert.match(await harsk.locator(".bar-cell").innerText(), /^\d+%$/, "a number beside the bar");

      const row = rowOf(page, "Petra Lohm");
      await row.getByRole("button").click();
      await page.waitForURL(/open=/);
      const said = page.locator(".said .claim", { hasText: "Thirty-one people died" });
      assert.match(await said.innerText(), /source “the mayor, Petra Lohm”/);
      await page.reload();
      await said.getByRole("link", { name: "in the text" }).click();
      await page.locator(".landing").first().waitFor();
      assert.match(await landedWords(page), /^“Thirty-one people died in our market/);
      assert.ok(await isSeen(page.locator(".landing")));
      await page.goBack();
      await said.waitFor();
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      assert.equal(focused, "in the text");
    }),
  );
}

async function keysAndSides(setting) {
  const project = addPile(setting, "quotes-keys", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/quotes`);
      await page.locator(".chip", { hasText: "Tazunia" }).click();
      await page.waitForURL(/side=Tazunia/);
      await page.waitForFunction(() => document.querySelectorAll(".shares .of-side").length === 1);
      assert.equal(await page.locator(".speakers", { hasText: "Harsk Courier" }).count(), 0);
      await page.keyboard.press("/");
      await page.keyboard.type("qerin");
      assert.equal(await page.locator(".speakers tr.row").count(), 1);
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.locator(".said .claim").first().waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".said").waitFor({ state: "detached" });
    }),
  );
}

/** Each mark of a text says whose words it stands in, pointed at or come to by keys. */
async function marksTellTheirVoice(setting) {
  const pile = writePile(setting, "voices", [
    {
      path: "a.txt",
      outlet: "Vell Post",
      text: "Ten people died in Orrin on 4 May 2031. “Twelve people died,” Ila Tarn said.\n",
    },
  ]);
  const project = addPile(setting, "voices", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      const [{ id }] = await (await fetch(`${address}/api/v1/articles`)).json();
      await page.goto(`${address}/compare?article=${id}&layers=attributions,figures`);
      const figures = page.locator(".text .figure");
      const note = () => page.locator(".text").getAttribute("data-note");
      await figures.filter({ hasText: "Ten" }).hover();
      assert.match(await note(), /^figure: 10 .*\(author\)$/);
      await figures.filter({ hasText: "Twelve" }).focus();
      assert.match(await note(), /^figure: 12 .*\(quoting Ila Tarn\)$/);
    }),
  );
}

async function emptyStates(setting) {
  const pile = writePile(setting, "silence", [
    { path: "a.txt", outlet: "Vell Post", text: "It rained.\n" },
    { path: "b.txt", outlet: "Orrin Mail", text: "It snowed.\n" },
  ]);
  const project = addPile(setting, "silence", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/quotes`);
      await page.getByText("No article gives words to anybody").waitFor();
      await page.getByText("No sides are set").waitFor();
      assert.equal(await page.locator(".shares .of-side").count(), 2);
      assert.equal(await page.locator(".shares .of-outlet").count(), 0);
    }),
  );
}

async function inTheReport(setting) {
  const file = join(setting.folder, "quotes.html");
  call(setting.program, "report", addPile(setting, "quotes-report", setting.example), "-o", file);
  const address = `file://${file}`;
  const plain = async (page) => {
    await page.goto(address);
    await page.getByRole("link", { name: "Quotes" }).last().click();
    const lohm = page.locator("details.speaker", { hasText: "Petra Lohm" }).first();
    await lohm.locator("summary").click();
    assert.ok(await lohm.getByText("Thirty-one people died").isVisible());
    assert.equal(
      await page.locator("#disputes .claim.quoted mark").first().getAttribute("title").then(Boolean),
      true,
    );
  };
  await watched(setting.browser, address, plain, {
    javaScriptEnabled: false,
    reducedMotion: "reduce",
  });
  await watched(setting.browser, address, async (page) => {
    await page.goto(`${address}#/quotes?side=Belmoria`);
    const row = rowOf(page, "Petra Lohm");
    await row.getByRole("button").click();
    await page.locator("#app .said .claim", { hasText: "Thirty-one people" }).waitFor();
    assert.equal(await page.locator("#app .shares .of-side").count(), 1);
  });
}

export const cases = [
  { name: "a speaker's words are followed from counts to the sentence and back", run: followsASpeaker },
  { name: "quotes are narrowed by side and walked by keys", run: keysAndSides },
  { name: "every mark tells its voice", run: marksTellTheirVoice },
  { name: "nobody quoted, no sides: both are said", run: emptyStates },
  { name: "the report says who says what, with and without JavaScript", run: inTheReport },
];
