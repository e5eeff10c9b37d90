import assert from "node:assert/strict";
import { addPile, served, writePile } from "../program.mjs";
import { isSeen, landedWords, rowOf, watched } from "../watched_page.mjs";

// Invented places. What stands before the figures is long in bytes and short in characters, or the
// other way round.
const articles = [
  {
    path: "north.txt",
    outlet: "Հյուսիս Post 🎉",
    side: "Հյուսիս",
    published: "2031-05-07",
    text:
      "Shells fall on the market of Veldra 🎉\n\n" +
      "VELDRA, 6 May 2031 - 👩‍👩‍👧 «Խաղաղություն», said a banner above the stalls, and «سلام» said " +
      "another. 🕊️ On 6 May 2031 the market of Veldra was shelled, and 14 people were killed in the " +
      "market of Veldra 🕯, the mayor Ila Tarn said.\n\nVe\u0301ldra remembers.\n",
  },
  {
    path: "south.txt",
    outlet: "جنوب Courier",
    side: "جنوب",
    published: "2031-05-08",
    text:
      "Veldra counts its dead ❤️‍🔥\n\n" +
      "On 6 May 2031 the market of Veldra was shelled. 🔥🔥 Վելդրա, فيلدرا, Ve\u0301ldra: it has many " +
      "names. The army says that 31 people were killed in the market of Veldra. 🙏🏽\n",
  },
];

async function marksTheRightWords(setting) {
  const project = addPile(setting, "scripts", writePile(setting, "scripts", articles));
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(`${address}/disputes?type=figure`);
      const row = rowOf(page, /Number of dead/);
      await row.waitFor();
      for (const [side, answer, words] of [
        ["Հյուսիս", "14", "14 people"],
        ["جنوب", "31", "31 people"],
      ]) {
        await row.locator(`td[data-side="${side}"]`).getByRole("link", { name: answer }).click();
        await page.locator(".landing").first().waitFor();
        assert.equal(await landedWords(page), words);
        assert.ok(await isSeen(page.locator(".landing")));
        const current = await page.locator("mark.current").allTextContents();
        assert.deepEqual(current.sort(), ["14 people", "31 people"], "in both columns");
        const sources = await page.locator(".attribution.source").allTextContents();
        assert.ok(
          sources.some((source) => source.includes("Ila Tarn")),
          sources.join(" | "),
        );
        await page.goBack();
        await row.waitFor();
      }
    }),
  );
}

export const cases = [
  {
    name: "marks stand on the right words among emoji, Armenian and Arabic",
    run: marksTheRightWords,
  },
];
