// Writes DIST/ocop.html: the whole page in one file that opens by double click, from a disk or a USB stick.
//
// Browsers refuse `fetch` and module files under file://, so everything stands inside. What is large (the wasm
// and the long words) is gzipped and written in base64: about a third of the size, and `DecompressionStream`, which
// every browser that can run the app has, needs no code of ours to unpack it. (Brotli would be smaller still, but
// browsers do not offer it to pages.) The loader and styles stay as they are and are allowed by their hashes.
//
// The app finds the long words in `window.ocopFiles`, a promise of a map from path to text, and the office
// file through `window.ocopOffice`, which unpacks it when it is first asked for.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET = 450_000;

const dist = process.argv[2] ?? "dist";
const read = (name) => readFileSync(join(dist, name), "utf8");
const find = (pattern) => {
  const name = readdirSync(dist).find((name) => pattern.test(name));
  if (!name) throw new Error(`${dist} has no ${pattern}: make build`);
  return name;
};

const glue = read(find(/^ocop-whole-[0-9a-f]+\.js$/));
if (/^\s*import[\s{*]/m.test(glue)) throw new Error("the app's glue imports other files; they would have to be inlined too");
const wasm = readFileSync(join(dist, find(/^ocop-whole-[0-9a-f]+_bg\.wasm$/)));
const office = readFileSync(join(dist, "office.wasm"));
const styles = read(find(/^styles-[0-9a-f]+\.css$/));
const mark = `data:image/svg+xml;base64,${readFileSync(join(dist, "icons/mark.svg")).toString("base64")}`;
const texts = Object.fromEntries(readdirSync(join(dist, "guide")).map((name) => [`guide/${name}`, read(`guide/${name}`)]));

const script = `${glue.replace(/^export .*$/gm, "")}
const unpack = async (id) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
};
window.ocopFiles = unpack("ocop-texts").then((texts) => texts.json());
window.ocopOffice = () => unpack("ocop-office").then((office) => office.arrayBuffer());
unpack("ocop-wasm").then((wasm) => wasm.arrayBuffer()).then((wasm) => __wbg_init({ module_or_path: wasm })).catch(() => {
  document.getElementById("loading")?.setAttribute("hidden", "");
  document.getElementById("failed")?.removeAttribute("hidden");
});
`;
if (!glue.includes("function __wbg_init(")) throw new Error("the app's glue has no __wbg_init");
if (/<\/(script|style)/i.test(script + styles)) throw new Error("a closing tag inside a script or the styles would end them");

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(styles)}`,
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const packed = (id, bytes) => `<script type="text/plain" id="${id}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;

let page = read("index.html")
  .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy)
  .replace(/<link rel="(modulepreload|preload|manifest|apple-touch-icon)"[^>]*>\s*/g, "")
  .replace(/<script type="module"[^>]*><\/script>\s*/, "")
  .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
  .replaceAll("icons/mark.svg", mark)
  .replace("</head>", () => `${packed("ocop-wasm", wasm)}\n${packed("ocop-texts", JSON.stringify(texts))}\n${packed("ocop-office", office)}\n</head>`)
  .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
const left = page.match(/\s(src|href)="(?!data:|#)[^"]*"/);
if (left) throw new Error(`the single file would ask for another file:${left[0]}`);
writeFileSync(join(dist, "ocop.html"), page);

const size = Buffer.byteLength(page);
console.log(`    ${join(dist, "ocop.html")}: ${(size / 1000).toFixed(1)} kB (budget ${BUDGET / 1000} kB)`);
if (size > BUDGET) {
  console.error("    the single file is over its budget");
  process.exitCode = 1;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
