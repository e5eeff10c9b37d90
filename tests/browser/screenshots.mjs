import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { addPile, call, served } from "./program.mjs";

const looks = {
  light: { viewport: { width: 1360, height: 850 }, colorScheme: "light" },
  dark: { viewport: { width: 1360, height: 850 }, colorScheme: "dark" },
  narrow: { viewport: { width: 390, height: 844 }, colorScheme: "light" },
};

/** Saves every screen of the example pile in every look. */
export async function takeScreenshots(setting, folder) {
  mkdirSync(folder, { recursive: true });
  const project = addPile(setting, "screenshots", setting.example);
  const report = join(setting.folder, "screenshots.html");
  call(setting.program, "report", project, "-o", report);
  await served(setting, project, async (address) => {
    const found = await (
      await fetch(`${address}/api/v1/questions?verdict=conflict&type=figure`)
    ).json();
    const question = found.questions.find(({ title }) => title.includes("market"));
    const claims = question.positions.flatMap((position) => position.claims);
    const wanted = [...new Set(claims.map((claim) => claim.article_id))].slice(0, 3);
    const { article_id, begin, end } = claims[0];
    const screens = {
      disputes: `${address}/disputes`,
      opened: `${address}/disputes?type=figure&open=${question.id}`,
      compare:
        `${address}/compare?${wanted.map((id) => `article=${id}`).join("&")}` +
        `&question=${question.id}&at=${article_id}:${begin}-${end}`,
      picker: `${address}/compare`,
      quotes: `${address}/quotes`,
      timeline: `${address}/timeline`,
      shared: `${address}/timeline?days=shared`,
      figures: `${address}/figures`,
      articles: `${address}/articles`,
      report: `file://${report}`,
    };
    for (const [look, options] of Object.entries(looks)) {
      const context = await setting.browser.newContext(options);
      const page = await context.newPage();
      for (const [screen, url] of Object.entries(screens)) {
        await page.goto(url);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(folder, `${screen}-${look}.png`) });
      }
      await context.close();
    }
  });
}
