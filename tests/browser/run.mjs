// Drives the web app and the report in Debian's Chromium:
//   node tests/browser/run.mjs --parallax PROGRAM [--only WORD] [--screenshots DIR]
// Exits 77 where Chromium or web/node_modules are missing.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const chromiumPath = "/usr/bin/chromium";
const caseNames = ["newcomer", "keys", "filters", "scripts", "hostile", "trouble", "report", "quotes", "listings"];

function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : process.argv[at + 1];
}

function leave(code, sentence) {
  console.error(`tests/browser: ${sentence}`);
  process.exit(code);
}

const program = option("--parallax");
if (!program) leave(2, "usage: node tests/browser/run.mjs --parallax PROGRAM");
const playwright = join(root, "web/node_modules/playwright-core/index.mjs");
if (!existsSync(chromiumPath)) leave(77, `skipped: there is no ${chromiumPath}`);
if (!existsSync(playwright)) leave(77, "skipped: web/node_modules is missing (npm ci in web/)");

const { chromium } = await import(playwright);
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: isRoot ? ["--no-sandbox"] : [],
});
const folder = mkdtempSync(join(tmpdir(), "parallax-browser-"));
const only = option("--only") ?? "";
const setting = {
  browser,
  program: resolve(program),
  folder,
  example: join(root, "examples/sarnov"),
};

let failed = 0;
async function runCase({ name, run }) {
  try {
    await run(setting);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
}

try {
  for (const name of caseNames.filter((one) => one.includes(only))) {
    const { cases } = await import(`./cases/${name}.mjs`);
    for (const one of cases) await runCase(one);
  }
  const screenshots = option("--screenshots");
  if (screenshots) {
    const { takeScreenshots } = await import("./screenshots.mjs");
    await takeScreenshots(setting, resolve(screenshots));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? "all passed" : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
