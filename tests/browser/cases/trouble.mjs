import assert from "node:assert/strict";
import { addPile, served, writePile } from "../program.mjs";
import { watched } from "../watched_page.mjs";

async function saysWhatIsWrong(setting) {
  const project = addPile(setting, "trouble", setting.example);
  await served(setting, project, (address) =>
    watched(
      setting.browser,
      address,
      async (page) => {
        await page.goto(`${address}/compare?article=0000&article=1111`);
        const trouble = page.locator(".trouble");
        await trouble.waitFor();
        const asked = await fetch(`${address}/api/v1/compare?article=0000&article=1111`);
        assert.equal(asked.status, 404);
        const { detail } = await asked.json();
        assert.ok((await trouble.innerText()).includes(detail), await trouble.innerText());
        // A server that is away for a while.
        await page.route("**/api/v1/**", (route) => route.abort());
        await page.goto(`${address}/`);
        await trouble.waitFor();
        assert.match(await trouble.innerText(), /does not answer/);
        await page.unroute("**/api/v1/**");
        await trouble.getByRole("button", { name: "Try again" }).click();
        await page.locator("tr.row").first().waitFor();
        await trouble.waitFor({ state: "detached" });
      },
      { mayFail: true },
    ),
  );
}

async function saysHowToBegin(setting) {
  const text = (number) =>
    `Veldra\n\nOn 6 May 2031, ${number} people were killed in the market of Veldra.\n`;
  const pile = writePile(setting, "one", [{ path: "one.txt", outlet: "Post", text: text(14) }]);
  const project = addPile(setting, "one", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      await page.locator(".empty").waitFor();
      assert.match(
        await page.locator(".counts").innerText(),
        /1 article\b[^]*1 outlet\b[^]*0 disputes/,
      );
    }),
  );
}

async function saysThatNoSidesAreSet(setting) {
  const says = (number) =>
    `Veldra\n\nOn 6 May 2031, ${number} people were killed in the market of Veldra.\n`;
  const pile = writePile(setting, "sideless", [
    { path: "one.txt", outlet: "Post", text: says(14) },
    { path: "two.txt", outlet: "Courier", text: says(31) },
  ]);
  const project = addPile(setting, "sideless", pile);
  await served(setting, project, (address) =>
    watched(setting.browser, address, async (page) => {
      await page.goto(address);
      await page.locator("tr.row").first().waitFor();
      const words = await page.locator("#app").innerText();
      assert.equal(words.match(/no sides are set/gi)?.length, 1, words.slice(0, 500));
      assert.match(words, /parallax set/);
      assert.deepEqual(await page.locator(".matrix thead th").allTextContents(), [
        "Dispute",
        "Courier",
        "Post",
      ]);
    }),
  );
}

export const cases = [
  { name: "what does not work is said in a sentence, and tried again", run: saysWhatIsWrong },
  { name: "a project with nothing to compare says so", run: saysHowToBegin },
  { name: "that no sides are set is said once", run: saysThatNoSidesAreSet },
];
