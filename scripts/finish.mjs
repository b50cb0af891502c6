// Trunk's last step: styles, loader, guide, icons and pictures, the further wasm files, and the service worker's list,
// into $TRUNK_STAGING_DIR.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { current, decisions, laid, newest } from "./decisions.mjs";
import { writeServiceWorker } from "./service-worker.mjs";
import { script, styles } from "./shrink.mjs";
import { buildWhole } from "./whole.mjs";

const PLACES = "src/domain/places/communes.txt";

const dist = process.env.TRUNK_STAGING_DIR;
if (!dist) throw new Error("Trunk calls this: make build");

const built = readdirSync(dist);
const glue = only(/^ocop-app-[0-9a-f]+\.js$/);
const wasm = only(/^ocop-app-[0-9a-f]+_bg\.wasm$/);
const whole = buildWhole(process.env.TRUNK_PROFILE === "release");
const names = {
  __FIRST_GLUE__: hashed("ocop-app.js", script(readFileSync(join(dist, glue), "utf8"))),
  __FIRST_WASM__: hashed("ocop-app_bg.wasm", readFileSync(join(dist, wasm))),
  __WHOLE_GLUE__: hashed("ocop-whole.js", script(whole.glue)),
  __WHOLE_WASM__: hashed("ocop-whole_bg.wasm", whole.wasm),
  __LATER_WASM__: hashed("ocop-later.wasm", whole.later),
  __WHOLE_STYLES__: hashed("whole.css", styles("styles/whole.css")),
};
const [, version, day] = readFileSync("CHANGELOG.md", "utf8").match(/^## (\S+) \((\S+)\)$/m);
names.__BUILD__ = `${version} (${day}) ${createHash("sha256").update(Object.values(names).join()).digest("hex").slice(0, 8)}`;
for (const name of [glue, wasm]) rmSync(join(dist, name));
const loader = Object.entries(names).reduce((text, [mark, name]) => put(text, mark, name), ["broken", "mount", "start"].map((name) => readFileSync(`web/${name}.js`, "utf8")).join(""));

let page = readFileSync(join(dist, "index.html"), "utf8");
page = put(page, `href="./${glue}"`, `href="${names.__FIRST_GLUE__}"`);
page = put(page, `href="./${wasm}"`, `href="${names.__FIRST_WASM__}"`);
page = put(page, 'data-rescue="rescue.js"', `data-rescue="${hashed("rescue.js", script(readFileSync("web/rescue.js", "utf8"), { target: "es5", format: "iife" }))}"`);
page = put(page, 'src="start.js"', `src="${hashed("start.js", script(loader))}"`);
const words = JSON.parse(readFileSync("src/words/vi.json", "utf8"));
page = page.replace(/\{(\w+)\.(\w+)\}/g, (_, section, key) => words[section]?.[key] ?? fail(`index.html: no text ${section}.${key}`));
page = page.replaceAll("{number}", current.number);
// Inside the page, so that the first paint waits for nothing, and after what is to be fetched; the policy allows these
// very ones.
const begin = script(`{${readFileSync("web/begin.js", "utf8")}}`, { target: "es2015" });
const firstStyles = styles("styles/main.css");
page = put(page, "</head>", `\n<style>${firstStyles}</style>\n<script>${begin}</script>\n</head>`);
page = put(page, "style-src 'self'", `style-src 'self' ${hash(firstStyles)}`);
page = put(page, "script-src 'self'", `script-src 'self' ${hash(begin)}`);
const inline = page.match(/<style>[^]*<style|<script>[^]*<script>|\s(style|on[a-z]+)=/);
if (inline) throw new Error(`index.html: ${inline[0].trim()} would be blocked by the page's content security policy`);
writeFileSync(join(dist, "index.html"), page);

for (const folder of ["icons", "pictures"]) cpSync(join("web", folder), join(dist, folder), { recursive: true });
writeFileSync(join(dist, "manifest.webmanifest"), compact("web/manifest.webmanifest").replaceAll("{number}", current.number));
for (const decision of decisions) {
  mkdirSync(join(dist, "guide", decision), { recursive: true });
  for (const name of ["facts.json", "vi.json", "en.json"]) {
    const text = laid(decision, `guide/${name}`) ?? fail(`${decision}: guide/${name} is neither there nor in what it amends`);
    writeFileSync(join(dist, "guide", decision, name), JSON.stringify(text));
  }
}
// The templates of papers: a file a group in the decision's folder, one file a decision for the page.
mkdirSync(join(dist, "templates"), { recursive: true });
for (const decision of decisions) {
  const folder = newest(decision, "templates");
  if (!folder) continue;
  const groups = readdirSync(folder).sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  writeFileSync(join(dist, "templates", `${decision}.json`), JSON.stringify(groups.flat()));
}
mkdirSync(join(dist, "places"), { recursive: true });
cpSync(PLACES, join(dist, "places/communes.txt"));

writeServiceWorker(dist);

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function fail(why) {
  throw new Error(why);
}

function only(pattern) {
  const found = built.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern} in ${dist}, found: ${found.join(", ") || "none"}`);
  return found[0];
}

/** Writes a file under a name that changes with its content, so that hosts and browsers may keep it for ever. */
function hashed(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const full = name.replace(/[._]/, `-${hash}$&`);
  writeFileSync(join(dist, full), content);
  return full;
}

function put(text, from, to) {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, () => to);
}

function compact(file) {
  return JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
}
