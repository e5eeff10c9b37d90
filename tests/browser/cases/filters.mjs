import assert from "node:assert/strict";
import { addPile, served } from "../program.mjs";
import { watched } from "../watched_page.mjs";

const rowTypes = async (page) =>
  new Set(await page.locator("tr.row .kind span:first-child").allTextContents());

async function survivesReload(setting) {
  const project = addPile(setting, "filters", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      const all = await page
        .locator("tr.row")
        .count()
        .then(async (count) => {
          await page.locator("tr.row").first().waitFor();
          return Math.max(count, await page.locator("tr.row").count());
        });
      await page.getByRole("button", { name: /^figure/ }).click();
      await page.waitForFunction((many) => document.querySelectorAll("tr.row").length < many, all);
      assert.deepEqual(await rowTypes(page), new Set(["figure"]));
      await page.getByRole("button", { name: /^Tazunia/ }).click();
      await page.waitForURL(/side=Tazunia/);
      await page.reload();
      await page.locator("tr.row").first().waitFor();
      assert.equal(new URL(page.url()).search, "?type=figure&side=Tazunia");
      assert.deepEqual(await rowTypes(page), new Set(["figure"]));
      assert.equal(await page.locator(".chip[aria-pressed=true]").count(), 3);
      const rows = page.locator("tr.row");
      for (let i = 0; i < (await rows.count()); i += 1) {
        assert.ok((await rows.nth(i).locator("td[data-side=Tazunia] .cell").count()) > 0);
      }
      const twin = await page.getByRole("link", { name: "this page as JSON" }).getAttribute("href");
      const answer = await (await fetch(address + twin)).json();
      assert.equal(answer.total, await rows.count());
      await page.goBack();
      await page.waitForURL((url) => url.search === "?type=figure");
    }),
  );
}

async function otherVerdicts(setting) {
  const project = addPile(setting, "verdicts", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/disputes?verdict=same`);
      await page.locator("tr.row").first().waitFor();
      await page.getByRole("button", { name: /^undecidable/ }).click();
      await page.waitForURL(/verdict=undecidable/);
      await page.getByRole("button", { name: /^in conflict/ }).click();
      await page.locator("#inconsistencies tr.row").first().waitFor();
      assert.equal(
        await page.locator("#disputes tr.row", { hasText: "within one voice" }).count(),
        0,
      );
      assert.ok(!new URL(page.url()).searchParams.has("verdict"), "conflict goes without saying");
    }),
  );
}

/** A long list: the answers of the program, repeated by the test under other ids. */
async function showsMore(setting) {
  const project = addPile(setting, "long", setting.example);
  const total = 450;
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      const { questions } = await (
        await fetch(`${address}/api/v1/questions?verdict=conflict`)
      ).json();
      await page.route("**/api/v1/questions?*", (route) => {
        const asked = new URL(route.request().url()).searchParams;
        const offset = Number(asked.get("offset"));
        const length = Math.max(0, Math.min(total - offset, Number(asked.get("limit"))));
        const part = Array.from({ length }, (_, i) => ({
          ...questions[0],
          id: `made-${offset + i}`,
          title: `Question ${offset + i}`,
        }));
        return route.fulfill({ json: { total, offset, questions: part } });
      });
      await page.goto(address);
      const rows = page.locator("tr.row");
      await rows.nth(199).waitFor();
      const more = page.getByRole("button", { name: "Show more" });
      await more.scrollIntoViewIfNeeded();
      const scroll = await page.evaluate(() => window.scrollY);
      await more.click();
      await rows.nth(399).waitFor();
      assert.ok(
        Math.abs((await page.evaluate(() => window.scrollY)) - scroll) < 3,
        "he stays where he is",
      );
      await more.click();
      await rows.nth(449).waitFor();
      assert.equal(await rows.count(), total);
      assert.equal(await more.count(), 0);
      await page.reload();
      await rows.nth(449).waitFor();
    }),
  );
}

export const cases = [
  { name: "a long list is shown in parts, and the reader stays where he is", run: showsMore },
  { name: "filters stand in the URL and survive a reload", run: survivesReload },
  { name: "other verdicts are shown, and one voice against itself apart", run: otherVerdicts },
];
