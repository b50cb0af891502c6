// What the page weighs on the wire: every file with brotli 11, and what the first question needs.
//
//   node scripts/weigh.mjs DIST [SITE]    SITE: also writes the build there with .br files beside it, as a host serves it

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const FIRST_VISIT = 180_000;
const SINGLE_FILE = 900_000;

const [dist = "dist", site] = process.argv.slice(2);
const compress = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "ocop.html")
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, "/").length))
  .sort();
const weights = new Map();
if (site) {
  rmSync(site, { recursive: true, force: true });
  cpSync(dist, site, { recursive: true });
}
for (const file of files) {
  const bytes = readFileSync(join(dist, file));
  // Pictures are compressed already.
  const packed = file.endsWith(".png") ? bytes : compress(bytes);
  weights.set(file, packed.length);
  if (site && packed !== bytes) writeFileSync(join(site, `${file}.br`), packed);
}

// What the page itself names, but for what browsers ask for only when it is installed.
const page = readFileSync(join(dist, "index.html"), "utf8").replace(/<link rel="(manifest|apple-touch-icon)"[^>]*>/g, "");
const first = new Set(["index.html", ...[...page.matchAll(/(?:src|href)="(?:\.\/)?([^"]+)"/g)].map(([, name]) => name)]);

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [file, weight] of weights) console.log(`    ${first.has(file) ? "*" : " "} ${file.padEnd(42)} ${kB(weight).padStart(10)}`);
const total = [...first].reduce((sum, file) => sum + (weights.get(file) ?? 0), 0);
const single = readFileSync(join(dist, "ocop.html")).length;
line("first visit (*), brotli 11", total, FIRST_VISIT);
line("single file, dist/ocop.html", single, SINGLE_FILE);

function line(what, bytes, budget) {
  console.log(`${what.padEnd(44)} ${kB(bytes).padStart(10)}   budget ${kB(budget)}   ${bytes <= budget ? "ok" : "OVER"}`);
}
