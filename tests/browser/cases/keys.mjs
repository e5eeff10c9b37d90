import assert from "node:assert/strict";
import { addPile, served } from "../program.mjs";
import { isSeen, watched } from "../watched_page.mjs";

const focusedRow = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-row"));

async function walkDisputes(setting) {
  const project = addPile(setting, "keys", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/`);
      await page.locator("tr.row").first().waitFor();
      const rows = await page
        .locator("[data-row]")
        .evaluateAll((all) => all.map((one) => one.dataset.row));
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      assert.equal(await focusedRow(page), rows[1]);
      await page.keyboard.press("Enter");
      await page.locator(".question").waitFor();
      assert.equal(new URL(page.url()).searchParams.get("open"), rows[1]);
      await page.keyboard.press("Escape");
      await page.locator(".question").waitFor({ state: "detached" });
      assert.equal(await focusedRow(page), rows[1]);
      await page.keyboard.press("/");
      await page.keyboard.type("njk market");
      assert.equal(await page.locator("#title-filter").inputValue(), "njk market");
      await page.locator("#title-filter").fill("market");
      assert.equal(await page.locator("tr.row").count(), 1);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.locator("dialog.keys[open]").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("dialog.keys[open]").waitFor({ state: "detached" });
    }),
  );
}

async function walkCompare(setting) {
  const project = addPile(setting, "walk", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      const articles = await (await fetch(`${address}/api/v1/articles`)).json();
      const id = (path) => articles.find((article) => article.path === path).id;
      const pair = `article=${id("meridian-wire-1.txt")}&article=${id("vitland-observer-2.html")}`;
      await page.goto(`${address}/compare?${pair}`);
      await page.locator(".column mark").first().waitFor();
      const titles = await page.locator(".rail > ol a > bdi").allTextContents();
      assert.ok(titles.length >= 3, `${titles.length} disputes`);
      const current = page.locator(".asked h2");
      for (const [key, title] of [
        ["n", titles[0]],
        ["n", titles[1]],
        ["n", titles[2]],
        ["p", titles[1]],
      ]) {
        await page.keyboard.press(key);
        await page.waitForFunction(
          (words) => document.querySelector(".asked h2")?.textContent === words,
          title,
        );
        assert.equal(await current.textContent(), title);
        assert.ok(
          await isSeen(page.locator(".column mark.current")),
          `${title}: its words are in view`,
        );
      }
      assert.equal(await page.locator(".rail [aria-current] > bdi").textContent(), titles[1]);
      await page.keyboard.press("Escape");
      await current.waitFor({ state: "detached" });
    }),
  );
}

async function switchMarks(setting) {
  const project = addPile(setting, "marks", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      const articles = await (await fetch(`${address}/api/v1/articles`)).json();
      const { id } = articles.find((article) => article.path === "qulem-daily-1.txt");
      await page.goto(`${address}/compare?article=${id}`);
      await page.locator(".text .attribution.content").first().waitFor();
      const text = await page.locator(".text").textContent();
      await page.locator(".voice-tag").first().focus();
      const voice = await page
        .locator(".text")
        .evaluate((one) => getComputedStyle(one, "::after").content);
      assert.equal(voice, '"attributed to: the Ministry of Defence — “informs”"');
      assert.deepEqual(await page.locator(".text .lit.source").allTextContents(), [
        "the Ministry of Defence",
      ]);
      for (const name of ["figures", "times", "names", "labels"]) {
        await page.getByRole("button", { name, exact: true }).click();
      }
      assert.equal(await page.locator(".text").textContent(), text, "marks do not change the text");
      const words = await page.locator(".text .figure").allTextContents();
      assert.ok(words.includes("nine villages"), words.join(" | "));
      await page.reload();
      await page.locator(".text .entity").first().waitFor();
      await page.getByRole("button", { name: "attributed words" }).click();
      await page.locator(".text .attribution").first().waitFor({ state: "detached" });
      assert.match(page.url(), /layers=figures%2Ctimexes%2Centities%2Clabels/);
    }),
  );
}

async function pickArticles(setting) {
  const project = addPile(setting, "pick", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/compare`);
      const button = page.getByRole("button", { name: "Compare" });
      await page.getByLabel("Sarnov under occupation").check();
      assert.ok(await button.isDisabled(), "one article is nothing to compare");
      await page.getByLabel("Dəlvar is home again").check();
      await button.click();
      await page.locator(".column .text").nth(1).waitFor();
      assert.equal(await page.locator(".column").count(), 2);
    }),
  );
}

export const cases = [
  { name: "j, k, Enter, Escape, / and ? work in Disputes", run: walkDisputes },
  { name: "n and p walk the disputes in Compare", run: walkCompare },
  { name: "marks are switched, and stay so", run: switchMarks },
  { name: "articles are picked", run: pickArticles },
];
