import assert from "node:assert/strict";
import { join } from "node:path";
import { addPile, call, served, writePile } from "../program.mjs";
import { isSeen, landedWords, watched } from "../watched_page.mjs";

const twinOf = async (page, address) => {
  const href = await page.getByRole("link", { name: "this page as JSON" }).getAttribute("href");
  return (await fetch(address + href)).json();
};

const day = (page, words) =>
  page.locator(".timeline tr.day").filter({ has: page.getByText(words, { exact: true }) });

async function followsADay(setting) {
  const project = addPile(setting, "timeline", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      await page.locator("nav.bar").getByRole("link", { name: "Timeline" }).click();
      await page.waitForURL(/\/timeline$/);
      const may = day(page, "4 May 2031");
      await may.waitFor();
      assert.match(await may.locator("th").innerText(), /Sunday\s+2 sides/, "said in words");
      const filled = may.locator("td:not(.blank)");
      assert.deepEqual(
        await filled.evaluateAll((cells) => cells.map((cell) => cell.dataset.side)),
        ["International", "Tazunia"],
      );

      await page.locator(".chip", { hasText: "of several sides" }).click();
      await page.waitForURL(/days=shared/);
      await page.waitForFunction(() => !document.querySelector(".timeline tr.day:not(.shared)"));
      const twin = await twinOf(page, address);
      assert.equal(twin.total, twin.dated.length);
      const told = may.locator(".told", { hasText: "destroy" });
      await told.getByRole("button").click();
      await page.waitForURL(/open=/);
      await page.reload();
      await told.getByText("tazun-today-1.html").waitFor();
      assert.match(await told.locator("blockquote").innerText(), /shortly before noon\.$/);
      assert.equal(await told.locator("mark").innerText(), "destroyed");
      await told.getByRole("link", { name: "in the text" }).click();
      await page.locator(".landing").first().waitFor();
      assert.equal(await landedWords(page), "destroyed");
      assert.ok(await isSeen(page.locator(".landing")));
      await page.goBack();
      await told.getByText("tazun-today-1.html").waitFor();
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      assert.equal(focused, "in the text");
    }),
  );
}

async function narrowsTheTimeline(setting) {
  const project = addPile(setting, "timeline-keys", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/timeline`);
      await page.getByRole("heading", { name: "No day known" }).waitFor();
      await page.getByLabel("Year").selectOption("2009");
      await page.waitForURL(/year=2009/);
      await page.locator(".packed").waitFor({ state: "detached" });
      assert.deepEqual(await page.locator(".group-row").allInnerTexts(), ["2009"]);
      await page.locator(".chip", { hasText: "Tazunia" }).click();
      await page.waitForURL(/side=Tazunia/);
      await page.waitForFunction(() => document.querySelectorAll(".told").length === 1);
      const { total } = await twinOf(page, address);
      assert.equal(total, 1);
      await page.goto(`${address}/timeline`);
      await page.locator(".told").first().waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("betrayal");
      await page.waitForFunction(() => document.querySelectorAll(".told").length < 5);
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.waitForURL(/open=/);
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !location.search.includes("open="));
      await page.keyboard.press("/");
      await page.keyboard.type(" nowhere");
      await page.getByText("no such event was read").waitFor();
    }),
  );
}

async function followsANumber(setting) {
  const project = addPile(setting, "figures", setting.example);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      await page.locator("nav.bar").getByRole("link", { name: "Figures" }).click();
      const group = page.locator(".figures tbody").first();
      await group.waitFor();
      const twin = await twinOf(page, address);
      const [{ counted, figures, sides }] = twin.groups;
      assert.equal(counted, "dead");
      const head = await group.locator(".group-row").innerText();
      assert.ok(head.startsWith(`dead ${figures} figures by ${sides} sides, from`), head);
      assert.equal(await group.locator("tr.row").count(), figures);

      await page.getByLabel("Counted", { exact: true }).selectOption("dead");
      await page.waitForURL(/group=dead/);
      await page.waitForFunction(() => document.querySelectorAll(".figures tbody").length === 1);
      assert.equal((await twinOf(page, address)).total, figures);
      const row = page.locator("tr.row", { hasText: "Thirty-one people" });
      assert.match(await row.innerText(), /31[^]*Petra Lohm in Harsk Courier/);
      assert.ok(await row.locator(".quoted").count(), "a dashed rule beside quoted words");
      await row.getByRole("button", { name: "31" }).click();
      await page.waitForURL(/open=/);
      await row.getByText("As written “Thirty-one people”").waitFor();
      await row.getByRole("link", { name: "in the text" }).click();
      await page.locator(".landing").first().waitFor();
      assert.equal(await landedWords(page), "Thirty-one people");
      assert.ok(await isSeen(page.locator(".landing")));
      await page.goBack();
      await row.getByText("As written").waitFor();

      await page.getByLabel("Counted", { exact: true }).selectOption(",day");
      await page.waitForFunction(() =>
        document.querySelector(".group-row")?.innerText.startsWith("day"),
      );
      await page.keyboard.press("Escape");
      await page.getByLabel("Words").fill("henrik");
      await page.waitForFunction(() => document.querySelectorAll("tr.row").length === 1);
      await page.getByLabel("Words").fill("nobody");
      await page.getByText("no such figure was read").waitFor();
    }),
  );
}

/** A long list: the answer of the program, repeated by the test in other places. */
async function showsMore(setting) {
  const project = addPile(setting, "long-figures", setting.example);
  const total = 1250;
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      const { figures, groups } = await (await fetch(`${address}/api/v1/figures`)).json();
      const limits = [];
      await page.route("**/api/v1/figures?*", (route) => {
        const asked = new URL(route.request().url()).searchParams;
        const offset = Number(asked.get("offset") ?? 0);
        limits.push(Number(asked.get("limit")));
        const length = Math.max(0, Math.min(total - offset, Number(asked.get("limit"))));
        const part = Array.from({ length }, (_, i) => ({
          ...figures[0],
          article_id: `made-${offset + i}`,
        }));
        return route.fulfill({ json: { total, offset, groups, figures: part } });
      });
      await page.goto(`${address}/figures`);
      const rows = page.locator("tr.row");
      await rows.nth(199).waitFor();
      assert.equal(await rows.count(), 200);
      const more = page.getByRole("button", { name: "Show more" });
      await more.click();
      await rows.nth(399).waitFor();
      await page.goto(`${address}/figures?rows=1000000`);
      await rows.nth(total - 1).waitFor();
      assert.equal(await rows.count(), total);
      assert.equal(await more.count(), 0);
      assert.ok(Math.max(...limits) <= 1000, "never more than the program gives");
    }),
  );
}

async function emptyStates(setting) {
  const pile = writePile(setting, "eventless", [
    { path: "a.txt", outlet: "Vell Post", text: "Orrin.\n" },
    { path: "b.txt", outlet: "Orrin Mail", text: "Orrin, too.\n" },
  ]);
  const project = addPile(setting, "eventless", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/timeline`);
      await page.getByText("no such event was read in these articles").waitFor();
      await page.getByText("No sides are set").waitFor();
      await page.goto(`${address}/figures`);
      await page.getByText("no such figure was read in these articles").waitFor();
    }),
  );
}

/** On a small screen nothing is wider than the page, and each lane says whose it is. */
async function onASmallScreen(setting) {
  const project = addPile(setting, "narrow-listings", setting.example);
  await served(setting, project, (address) =>
    watched(
      setting.browser,
      address,
      async (page) => {
        for (const path of ["/timeline", "/figures"]) {
          await page.goto(address + path);
          await page.locator("[data-row]").nth(3).click();
          await page.locator("[data-row][aria-expanded=true]").waitFor();
          const tooWide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.ok(tooWide <= 1, `${path} is ${tooWide} px too wide`);
          const { clipped } = await page.locator(".scroll").evaluate((region) => ({
            clipped: region.scrollWidth - region.clientWidth,
          }));
          assert.ok(clipped <= 1, `the table of ${path} is ${clipped} px too wide`);
        }
        await page.goto(`${address}/timeline`);
        const cell = day(page, "4 May 2031").locator("td:not(.blank)").first();
        await cell.waitFor();
        assert.match(
          await cell.evaluate((element) => getComputedStyle(element, "::before").content),
          /International|attr\(data-side\)/,
        );
      },
      { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
    ),
  );
}

/** Eight sides do not fit beside each other: each stands in the day's cell, below its name. */
async function manySides(setting) {
  const outlets = ["Vell", "Orrin", "Tarn", "Lunn", "Pell", "Mern", "Harsk", "Qulem"];
  const pile = writePile(
    setting,
    "many-sides",
    outlets.map((name, number) => ({
      path: `${name}.txt`,
      outlet: `${name} Post`,
      text: `On 4 May 2031 guards attacked ${10 + number} ships in the port of Orrin.\n`,
    })),
  );
  const project = addPile(setting, "many-sides", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/timeline`);
      const may = day(page, "4 May 2031");
      await may.waitFor();
      assert.match(await may.locator("th").innerText(), /8 sides/);
      assert.deepEqual(
        await may.locator(".packed h3").allInnerTexts(),
        outlets.map((name) => `${name} Post`).sort(),
      );
      const tooWide = await page
        .locator(".scroll")
        .evaluate((region) => region.scrollWidth - region.clientWidth);
      assert.ok(tooWide <= 1, `the table is ${tooWide} px too wide`);
    }),
  );
}

async function notInTheReport(setting) {
  const file = join(setting.folder, "listings.html");
  call(setting.program, "report", addPile(setting, "listings-report", setting.example), "-o", file);
  const address = `file://${file}`;
  await watched(setting.browser, address, async (page) => {
    await page.goto(`${address}#/timeline`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    assert.equal(await page.locator("nav.bar").getByRole("link", { name: "Figures" }).count(), 0);
  });
}

export const cases = [
  { name: "what sides tell of one day is seen beside each other and followed", run: followsADay },
  {
    name: "the timeline is narrowed, looked through by words and walked by keys",
    run: narrowsTheTimeline,
  },
  { name: "a number is followed from its group to its sentence and back", run: followsANumber },
  { name: "many figures are shown in parts", run: showsMore },
  { name: "no events, no figures: said in one sentence", run: emptyStates },
  { name: "many sides of one day stand below each other", run: manySides },
  { name: "timeline and figures on a small screen", run: onASmallScreen },
  { name: "the report has no timeline and says so", run: notInTheReport },
];
