// Writes DIST/ocop.html: the whole page in one file that opens by double click, from a disk or a USB stick.
//
//   node scripts/single-file.mjs DIST
//
// Browsers refuse `fetch` and module files under file://, so everything stands inside: the program, and app, styles
// and long words as texts, packed as browsers unpack by themselves (gzip, made by zopfli, which takes longer and packs
// a twentieth tighter). The page is UTF-16, in which a text holds nearly as many bytes as it is long; in base64 it would
// weigh a quarter more. The content security policy allows what was unpacked by its hashes, and nothing else.
//
// The app finds the long words in `window.ocopFiles`, a map from path to text.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { script } from "./shrink.mjs";

export const BUDGET = 900_000;

const dist = process.argv[2] ?? "dist";
const read = (name) => readFileSync(join(dist, name), "utf8");
const find = (pattern) => {
  const name = readdirSync(dist).find((name) => pattern.test(name));
  if (!name) throw new Error(`${dist} has no ${pattern}: make build`);
  return name;
};

const glue = find(/^ocop-whole-[0-9a-f]+\.js$/);
const app = script(`import start from "./${glue}"; window.ocopStart(start);`, { folder: resolve(dist) });
const styles = read(find(/^whole-[0-9a-f]+\.css$/));
const texts = { "app.js": app, "styles.css": styles };
for (const decision of readdirSync(join(dist, "guide")).sort())
  for (const name of readdirSync(join(dist, "guide", decision)).sort()) texts[`guide/${decision}/${name}`] = read(`guide/${decision}/${name}`);
for (const name of readdirSync(join(dist, "templates")).sort()) texts[`templates/${name}`] = read(`templates/${name}`);
texts["places/communes.txt"] = read("places/communes.txt");

const [build] = read(find(/^start-[0-9a-f]+\.js$/)).match(/\d[\w.-]* \(\d{4}-\d\d-\d\d\) [0-9a-f]{8}/);
const loader = script(["broken", "mount", "single-file"].map((name) => readFileSync(`web/${name}.js`, "utf8")).join("").replace("__BUILD__", build));
const [, firstStyles] = read("index.html").match(/<style>([^]*?)<\/style>/);
const [, begin] = read("index.html").match(/<script>([^]*?)<\/script>/);
const policy = [
  "default-src 'none'",
  `script-src ${[begin, loader, app].map(hash).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${[firstStyles, styles].map(hash).join(" ")}`,
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const mark = `data:image/svg+xml;base64,${readFileSync(join(dist, "icons/mark.svg")).toString("base64")}`;
const page = read("index.html")
  .replace('<meta charset="utf-8">\n', "")
  .replace(/<!--[^]*?-->\n?/g, "")
  .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy)
  .replace(/<link rel="(modulepreload|preload|manifest|apple-touch-icon|stylesheet)"[^>]*>\s*/g, "")
  .replace(/ data-rescue="[^"]*"/, "")
  .replace(/<script type="module"[^>]*><\/script>\s*/, "")
  .replaceAll("icons/mark.svg", mark)
  .replace(
    "</body>",
    () => `${packed("ocop-texts", JSON.stringify(texts))}
${packed("ocop-program", readFileSync(join(dist, find(/^ocop-whole-[0-9a-f]+_bg\.wasm$/))))}
${packed("ocop-later", readFileSync(join(dist, find(/^ocop-later-[0-9a-f]+\.wasm$/))))}
<script type="module">${loader}</script>
</body>`,
  );
const left = page.match(/\s(src|href)="(?!data:|#|")[^"]*"/);
if (left) throw new Error(`the single file would ask for another file:${left[0]}`);
// The byte order mark settles the encoding, whatever a host says of it.
const file = Buffer.from(`\ufeff${page}`, "utf16le");
writeFileSync(join(dist, "ocop.html"), file);

// A budget, not a law: `make bench` shows it beside the others.
console.log(`    ${join(dist, "ocop.html")}: ${(file.length / 1000).toFixed(1)} kB (budget ${BUDGET / 1000} kB)${file.length > BUDGET ? ", OVER" : ""}`);

function packed(id, content) {
  const bytes = zopfli(content);
  return `<script type="text/plain" id="${id}" data-size="${bytes.length}">${toText(bytes)}</script>`;
}

/** Takes no standard input. */
function zopfli(content) {
  const folder = mkdtempSync(join(tmpdir(), "ocop-single-"));
  try {
    writeFileSync(join(folder, "content"), content);
    return execFileSync("zopfli", ["-c", "--i5", join(folder, "content")], { maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bytes as digits to the base of 63,425: see `fromText` in web/single-file.js. */
function toText(bytes) {
  const BASE = 63_425;
  const words = new Uint16Array(Math.ceil(bytes.length / 2));
  new Uint8Array(words.buffer).set(bytes);
  const codes = [];
  let held = 2 ** 16;
  for (let at = 0; at < words.length || held > 0; ) {
    if (held < BASE * 2 ** 16 && at < words.length) held = held * 65_536 + words[at++];
    const digit = held % BASE;
    codes.push(digit < 55_235 ? digit + 0x3d : digit - 55_235 + 0xe000);
    held = Math.floor(held / BASE);
  }
  let text = "";
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.slice(at, at + 8192));
  return text;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
