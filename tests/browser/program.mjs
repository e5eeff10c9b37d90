import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs the program to its end; answers what it printed. */
export function call(program, ...words) {
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Reads a folder of articles into a new project; answers the project's path. */
export function addPile(setting, name, pile) {
  const project = join(setting.folder, `${name}.plx`);
  call(setting.program, "add", project, pile);
  return project;
}

/** Writes a pile of invented articles: `{path, text, outlet, side, published}`. */
export function writePile(setting, name, articles) {
  const pile = join(setting.folder, name);
  mkdirSync(pile, { recursive: true });
  const lines = [];
  for (const { path, text, outlet, published } of articles) {
    writeFileSync(join(pile, path), text);
    lines.push(
      "[[article]]",
      `path = ${JSON.stringify(path)}`,
      `outlet = ${JSON.stringify(outlet)}`,
    );
    if (published) lines.push(`published = "${published}"`);
  }
  for (const { outlet, side } of articles) {
    if (side) lines.push(`[outlets.${JSON.stringify(outlet)}]`, `side = ${JSON.stringify(side)}`);
  }
  writeFileSync(join(pile, "parallax.toml"), `${lines.join("\n")}\n`);
  return pile;
}

/** Serves a project while `use(address)` runs; the server ends with it. */
export async function served(setting, project, use) {
  const server = spawn(setting.program, ["serve", project, "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await use(await addressOf(server));
  } finally {
    await stop(server);
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let printed = "";
    const late = setTimeout(() => reject(new Error(`serve named no address:\n${printed}`)), 20_000);
    const read = (chunk) => {
      printed += chunk;
      const found = printed.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", (chunk) => (printed += chunk));
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`serve ended with ${code}:\n${printed}`)));
  });
}

async function stop(server) {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  const late = setTimeout(() => server.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(late);
}
