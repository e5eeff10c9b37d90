import assert from "node:assert/strict";
import { addPile, served } from "../program.mjs";
import { isSeen, landedWords, rowOf, watched } from "../watched_page.mjs";

const market = /^Number of dead: market/;

async function clicksThrough(setting) {
  const project = addPile(setting, "newcomer", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      const row = rowOf(page, market);
      await row.getByRole("button").click();
      assert.equal(await row.getByRole("button").getAttribute("aria-expanded"), "true");
      const question = page.locator(".question");
      const claim = question.locator(".claim", { hasText: "Yusav Qerin" });
      assert.equal(await claim.locator("mark").textContent(), "14 people");
      assert.ok(
        (await claim.getAttribute("class")).includes("quoted"),
        "his words are not the author's",
      );

      await claim.scrollIntoViewIfNeeded();
      await page.waitForTimeout(300); // the place is kept when scrolling rests
      const before = { url: page.url(), scroll: await page.evaluate(() => window.scrollY) };
      await claim.getByRole("link", { name: "in the text" }).click();
      await page.locator(".landing").first().waitFor();
      assert.match(page.url(), /\/compare\?article=/);
      assert.equal(await landedWords(page), "14 people");
      assert.ok(await isSeen(page.locator(".landing")), "the words are on the screen");
      const mark = page.locator(".landing mark.dispute.current");
      assert.equal(await mark.getAttribute("data-letter"), "A");
      assert.ok(
        await page
          .locator(".landing")
          .first()
          .evaluate((one) => one === document.activeElement),
      );

      await page.goBack();
      await page.locator(".question").waitFor();
      assert.equal(page.url(), before.url);
      const scroll = await page.evaluate(() => window.scrollY);
      assert.ok(Math.abs(scroll - before.scroll) < 3, `back at ${scroll}, was at ${before.scroll}`);
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      assert.equal(focused, "in the text");
    }),
  );
}

async function landsFromACell(setting) {
  const project = addPile(setting, "cell", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/disputes?type=figure`);
      const cell = rowOf(page, market).locator("td[data-side=Belmoria]");
      await cell.getByRole("link", { name: "31" }).click();
      await page.locator(".landing").first().waitFor();
      assert.equal(await landedWords(page), "Thirty-one people");
      const columns = page.locator(".column");
      assert.ok((await columns.count()) >= 2, "the other answer stands beside it");
      assert.match(await columns.nth(0).locator(".says").innerText(), /31\s+quoting Petra Lohm/);
      assert.match(await columns.nth(1).locator(".says").innerText(), /14/);
    }),
  );
}

async function saysSilence(setting) {
  const project = addPile(setting, "silent", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      const articles = await (await fetch(`${address}/api/v1/articles`)).json();
      const id = (path) => articles.find((article) => article.path === path).id;
      const found = await (
        await fetch(`${address}/api/v1/questions?verdict=conflict&type=figure`)
      ).json();
      const question = found.questions.find(({ title }) => market.test(title)).id;
      const pair = `article=${id("qulem-daily-1.txt")}&article=${id("pell-tribune-1.html")}`;
      await page.goto(`${address}/compare?${pair}&question=${question}`);
      const says = page.locator(".column .says");
      assert.match(await says.nth(0).innerText(), /14/);
      assert.equal(await says.nth(1).innerText(), "silent on this");
      assert.ok(
        await isSeen(page.locator(".column mark.current")),
        "without `at`, the claim is shown",
      );
    }),
  );
}

export const cases = [
  {
    name: "a newcomer goes from the matrix to the sentence and back to where he was",
    run: clicksThrough,
  },
  { name: "an answer in a cell leads to its own words", run: landsFromACell },
  { name: "a column says that its outlet is silent", run: saysSilence },
];
