// Writes DIST/ocop.html: the whole page in one file that opens by double click, from a disk or a USB stick.
//
//   node scripts/single-file.mjs DIST
//
// Browsers refuse `fetch` and module files under file://, so everything stands inside: app, styles and long
// words, packed together (LZMA by xz, in seven bits a character: three fifths of gzip in base64) and
// unpacked by web/unpack.mjs. The content security policy allows what was unpacked by its hashes, and nothing else.
//
// The app finds the long words in `window.ocopFiles`, a map from path to text.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bare } from "./bare.mjs";
import { fromText, lzma, UNSAFE } from "../web/unpack.mjs";

const BUDGET = 450_000;

const dist = process.argv[2] ?? "dist";
const read = (name) => readFileSync(join(dist, name), "utf8");
const find = (pattern) => {
  const name = readdirSync(dist).find((name) => pattern.test(name));
  if (!name) throw new Error(`${dist} has no ${pattern}: make build`);
  return name;
};

const glue = read(find(/^ocop-whole-[0-9a-f]+\.js$/));
if (/^\s*import[\s{*]/m.test(glue)) throw new Error("the app's glue imports other files; they would have to be inside too");
if (!glue.includes("function __wbg_init(")) throw new Error("the app's glue has no __wbg_init");
const app = `${glue.replace(/^export .*$/gm, "")}\nwindow.ocopStart(__wbg_init);\n`;
const styles = read(find(/^styles-[0-9a-f]+\.css$/)) + read(find(/^whole-[0-9a-f]+\.css$/));

const parts = [
  ["app.wasm", readFileSync(join(dist, find(/^ocop-whole-[0-9a-f]+_bg\.wasm$/)))],
  ["app.js", Buffer.from(app)],
  ["styles.css", Buffer.from(styles)],
  ...readdirSync(join(dist, "guide")).map((name) => [`guide/${name}`, readFileSync(join(dist, "guide", name))]),
];
const packed = pack(Buffer.concat(parts.map(([, bytes]) => bytes)));

const script =
  readFileSync("web/unpack.mjs", "utf8").replaceAll("export ", "") +
  readFileSync("web/single-file.js", "utf8").replace('"__PARTS__"', JSON.stringify(parts.map(([name, bytes]) => [name, bytes.length])));
const loader = bare(script);
const [, firstPaint] = read("index.html").match(/<style>([^]*?)<\/style>/);

const policy = [
  "default-src 'none'",
  `script-src ${[loader, app].map(hash).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${[firstPaint, styles].map(hash).join(" ")}`,
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const mark = `data:image/svg+xml;base64,${readFileSync(join(dist, "icons/mark.svg")).toString("base64")}`;
const page = read("index.html")
  .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy)
  .replace(/<link rel="(modulepreload|preload|manifest|apple-touch-icon|stylesheet)"[^>]*>\s*/g, "")
  .replace(/<script type="module"[^>]*><\/script>\s*/, "")
  .replaceAll("icons/mark.svg", mark)
  .replace("</head>", () => `<script type="text/plain" id="ocop-parts">${packed}</script>\n</head>`)
  .replace("</body>", () => `<script type="module">${loader}</script>\n</body>`);
const left = page.replace(packed, "").match(/\s(src|href)="(?!data:|#)[^"]*"/);
if (left) throw new Error(`the single file would ask for another file:${left[0]}`);
writeFileSync(join(dist, "ocop.html"), page);

// A budget, not a law: `make bench` shows it beside the others.
const size = Buffer.byteLength(page);
console.log(`    ${join(dist, "ocop.html")}: ${(size / 1000).toFixed(1)} kB (budget ${BUDGET / 1000} kB)${size > BUDGET ? ", OVER" : ""}`);

/** Packs bytes into a text, and makes sure that they come out again. */
function pack(bytes) {
  const filter = "--lzma1=dict=8MiB,lc=3,lp=0,pb=0,mode=normal,nice=273,mf=bt4,depth=1000";
  const text = toText(execFileSync("xz", ["--format=lzma", filter, "--stdout"], { input: bytes, maxBuffer: 1 << 26 }));
  if (!bytes.equals(lzma(fromText(text), bytes.length))) throw new Error("what was packed does not come out again");
  return text;
}

function toText(bytes) {
  const sevens = [];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 7; held &= (1 << bits) - 1) sevens.push((held >>> (bits -= 7)) & 127);
  }
  // The last bits, and one value more, for an unsafe one to stand together with.
  sevens.push((held << (7 - bits)) & 127, 1);
  let text = "";
  for (let i = 0; i < sevens.length; i++) {
    const unsafe = UNSAFE.indexOf(sevens[i]);
    text += String.fromCharCode(unsafe < 0 ? sevens[i] : 128 + (unsafe << 7) + sevens[++i]);
  }
  return text;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
