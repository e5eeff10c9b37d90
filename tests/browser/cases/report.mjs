import assert from "node:assert/strict";
import { join } from "node:path";
import { addPile, call } from "../program.mjs";
import { landedWords, rowOf, watched } from "../watched_page.mjs";

const market = /^Number of dead: market/;

function writeReport(setting, name) {
  const file = join(setting.folder, `${name}.html`);
  call(setting.program, "report", addPile(setting, name, setting.example), "-o", file);
  return `file://${file}`;
}

async function withoutScript(setting) {
  const address = writeReport(setting, "plain");
  await watched(
    setting.browser,
    address,
    async (page) => {
      await page.goto(address);
      assert.ok(await page.getByRole("heading", { name: "Overview" }).isVisible());
      await page.getByRole("link", { name: market }).first().click();
      const question = page.locator("article.question:target");
      assert.equal(await question.locator(".claim mark").first().textContent(), "14 people");
      assert.ok(await question.isVisible());
    },
    { javaScriptEnabled: false },
  );
}

async function withScript(setting) {
  const address = writeReport(setting, "lively");
  await watched(setting.browser, address, async (page) => {
    await page.goto(address);
    const own = page.getByRole("heading", { name: "Overview" });
    assert.ok(await own.isVisible(), "the page itself comes first");
    const bar = page.locator("nav.bar");
    assert.ok(await bar.isVisible(), "the report carries the app");
    await page.getByRole("link", { name: market }).first().click();
    assert.ok(await own.isVisible(), "anchors of the page are the page's");

    await bar.getByRole("link", { name: "Disputes" }).click();
    assert.ok(!(await own.isVisible()), "the page steps aside");
    await page
      .locator("#app")
      .getByRole("button", { name: /^figure/ })
      .click();
    await page.waitForURL(/#\/disputes\?type=figure$/);
    const row = rowOf(page, market);
    await row.getByRole("button").click();
    await page
      .locator("#app .claim", { hasText: "Yusav Qerin" })
      .getByRole("link", { name: "in the text" })
      .click();
    await page.waitForURL(/#\/compare\?/);
    await page.locator(".column").first().waitFor();
    if ((await page.locator(".landing").count()) > 0) {
      assert.equal(await landedWords(page), "14 people");
    } else {
      assert.match(await page.locator(".column").first().innerText(), /does not carry the text/);
    }
    await page.goBack();
    await row.waitFor();
    await bar.getByRole("link", { name: "Page" }).click();
    assert.ok(await own.isVisible());
    assert.equal(await page.locator("#app main").count(), 0);
  });
}

export const cases = [
  { name: "the report works from a file without JavaScript", run: withoutScript },
  { name: "the report carries the app, and both work from a file", run: withScript },
];
