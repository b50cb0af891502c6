// Writes DIST/ocop.html: the whole page in one file that opens by double click, from a disk or a USB stick.
//
//   node scripts/single-file.mjs DIST
//
// Browsers refuse `fetch` and module files under file://, so everything stands inside: app, styles and long words.
// web/packing packs them, the code of the program and all the rest in a stream each, and unpacks them in the
// page; the page is UTF-16, in which a text holds nearly as many bytes as it is long. The content security policy
// allows what was unpacked by its hashes, and nothing else.
//
// The app finds the long words in `window.ocopFiles`, a map from path to text.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { bare } from "./bare.mjs";
import { FEATURES, TARGET } from "./whole.mjs";

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
const app = bare(`${glue.replace(/^export .*$/gm, "")}\nwindow.ocopStart(__wbg_init);\n`);
const styles = read(find(/^styles-[0-9a-f]+\.css$/)) + read(find(/^whole-[0-9a-f]+\.css$/));

const program = readFileSync(join(dist, find(/^ocop-whole-[0-9a-f]+_bg\.wasm$/)));
const [from, to] = codeSection(program);
const files = [
  ["app.js", Buffer.from(app)],
  ["styles.css", Buffer.from(styles)],
  ...readdirSync(join(dist, "guide")).map((name) => [`guide/${name}`, readFileSync(join(dist, "guide", name))]),
];
const streams = [
  ["code", program.subarray(from, to)],
  ["texts", Buffer.concat([program.subarray(0, from), program.subarray(to), ...files.map(([, bytes]) => bytes)])],
];
const { unpacker, packed } = pack(streams);
const unpack = written(["web/broken.js", "web/unpack.js"], {
  __STREAMS__: streams.map(([matter, { length }], i) => ({
    packed: packed[i].bytes.length,
    size: length,
    code: matter === "code" ? 1 : 0,
    sum: packed[i].sum,
  })),
  __PROGRAM__: [from, program.length - to],
  __FILES__: files.map(([name, { length }]) => [name, length]),
});
const deflated = deflateRawSync(Buffer.concat([unpacker, Buffer.from(unpack)]), { level: 9 });
const bytes = Buffer.concat([deflated, ...packed.map(({ bytes }) => bytes)]);
const loader = written(["web/single-file.js"], {
  __PARTS__: { all: bytes.length, deflated: deflated.length, unpacker: unpacker.length },
});
const [, firstPaint] = read("index.html").match(/<style>([^]*?)<\/style>/);

const policy = [
  "default-src 'none'",
  `script-src ${[loader, unpack, app].map(hash).join(" ")} 'wasm-unsafe-eval'`,
  // Unpacking goes on beside the page.
  "worker-src blob:",
  `style-src ${[firstPaint, styles].map(hash).join(" ")}`,
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const mark = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(dist, "icons/mark.svg"), "utf8").trim()).replace(/%(20|2C|2F|3A|3D)/g, (code) => decodeURIComponent(code))}`;
const page = read("index.html")
  .replace('<meta charset="utf-8">\n', "")
  .replace(/<!--[^]*?-->\n?/g, "")
  .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy)
  .replace(/<link rel="(modulepreload|preload|manifest|apple-touch-icon|stylesheet)"[^>]*>\s*/g, "")
  .replace(/<script type="module"[^>]*><\/script>\s*/, "")
  .replaceAll("icons/mark.svg", mark)
  .replace("</head>", () => `<script type="text/plain" id="ocop-parts">${toText(bytes)}</script>\n</head>`)
  .replace("</body>", () => `<script type="module">${loader}</script>\n</body>`);
const left = page.replace(/id="ocop-parts">[^<]*/, "").match(/\s(src|href)="(?!data:|#)[^"]*"/);
if (left) throw new Error(`the single file would ask for another file:${left[0]}`);
// The byte order mark settles the encoding, whatever a host says of it.
const file = Buffer.from(`\ufeff${page}`, "utf16le");
writeFileSync(join(dist, "ocop.html"), file);

// A budget, not a law: `make bench` shows it beside the others.
console.log(`    ${join(dist, "ocop.html")}: ${(file.length / 1000).toFixed(1)} kB (budget ${BUDGET / 1000} kB)${file.length > BUDGET ? ", OVER" : ""}`);

/** A script of ours, of these files, with what it has to know written in. */
function written(paths, marks) {
  const script = paths.map((path) => readFileSync(path, "utf8")).join("");
  return bare(Object.entries(marks).reduce((text, [mark, value]) => text.replace(`"${mark}"`, () => JSON.stringify(value)), script));
}

/** From where to where the functions of a WebAssembly program stand. */
function codeSection(program) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = program[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < program.length) {
    const section = program[at++];
    const size = number();
    if (section === 10) return [at, at + size];
    at += size;
  }
  throw new Error("the program has no code");
}

/** Packs each stream, and brings what unpacks them. */
function pack(streams) {
  const folder = mkdtempSync(join(tmpdir(), "ocop-packing-"));
  const packer = join(folder, "pack");
  const unpacker = join(folder, "unpack.wasm");
  const run = (command, words, options) => execFileSync(command, words, { stdio: ["pipe", "pipe", "inherit"], maxBuffer: 1 << 26, ...options });
  try {
    const rustc = ["--edition=2024", "-Copt-level=3", "-Ccodegen-units=1", "-Cpanic=abort"];
    run("rustc", [...rustc, "web/packing/pack.rs", "-o", packer]);
    run("rustc", [...rustc, "--crate-type=cdylib", `--target=${TARGET}`, "-Clto=fat", "-Ctarget-feature=+simd128", "web/packing/unpack.rs", "-o", unpacker]);
    const drop = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    run("wasm-opt", ["-O3", ...[...FEATURES, "simd"].map((feature) => `--enable-${feature}`), ...drop, unpacker, "-o", unpacker]);
    const packed = streams.map(([matter, input]) => {
      const output = run(packer, [matter], { input });
      return { sum: output.readUInt32LE(0), bytes: output.subarray(4) };
    });
    return { unpacker: readFileSync(unpacker), packed };
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
