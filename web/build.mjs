// Writes the web app: node build.mjs OUTDIR. The same sources give the same bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const mostBytes = 60_000; // gzipped, all three files together
const here = dirname(fileURLToPath(import.meta.url));

function fail(sentence) {
  console.error(`web/build.mjs: ${sentence}`);
  process.exit(1);
}

if (process.argv.length !== 3) fail("usage: node build.mjs OUTDIR");
const out = resolve(process.argv[2]);

mkdirSync(out, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.tsx" },
  outdir: out,
  bundle: true,
  minify: true,
  target: "es2020",
  charset: "utf8",
  format: "iife",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
});
await build({
  absWorkingDir: here,
  entryPoints: { app: "src/style/app.css" },
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome108", "firefox102", "safari15.4"],
  charset: "utf8",
  logLevel: "warning",
});
copyFileSync(join(here, "src/index.html"), join(out, "index.html"));

const script = readFileSync(join(out, "app.js"));
// The report holds the script and the style in its own markup: nothing in them may end it.
if (/<\/script|<!--|<script/i.test(script.toString()))
  fail("app.js holds markup of a script element");
if (/<\/style|<!--/i.test(readFileSync(join(out, "app.css"), "utf8"))) fail("app.css holds markup");
writeFileSync(join(out, "app.js.sha256"), createHash("sha256").update(script).digest("base64"));

const sizes = ["app.js", "app.css", "index.html"].map((name) => [
  name,
  gzipSync(readFileSync(join(out, name)), { level: 9 }).length,
]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
console.log(`${sizes.map(([name, size]) => `${name} ${size}`).join(", ")}; ${total} bytes gzipped`);
if (total > mostBytes) fail(`${total} bytes gzipped are more than ${mostBytes}`);
