// The whole page as a second wasm beside the first: the same program with the feature `pages`. The first one, which
// Trunk builds, has what the first question needs and is all that a first visit waits for.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const TARGET = "wasm32-unknown-unknown";
// The features that rustc's output uses; wasm-opt takes none for granted.
export const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "reference-types", "mutable-globals", "multivalue"];

// Smallest on the wire: -Oz packs tighter, but what it writes compresses worse, and so does data cut at its zeros.
const SMALLEST = ["-O2", "--skip-pass=memory-packing"];

/** Builds into the folder and returns the names of the glue and the wasm. */
export function buildWhole(dist, release) {
  const build = ["build", "--bin", "ocop-app", "--target", TARGET, ...(release ? ["--release"] : [])];
  run("cargo", build);
  const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { maxBuffer: 1 << 26 }));
  const built = join(metadata.target_directory, TARGET, release ? "release" : "debug", "ocop-app.wasm");
  const folder = mkdtempSync(join(tmpdir(), "ocop-whole-"));
  try {
    run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-name", "whole", "--out-dir", folder, built]);
    const wasm = join(folder, "whole_bg.wasm");
    if (release) run("wasm-opt", [...SMALLEST, ...FEATURES.map((feature) => `--enable-${feature}`), wasm, "-o", wasm]);
    const [glue, bytes] = numbered(readFileSync(join(folder, "whole.js"), "utf8"), readFileSync(wasm));
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const names = { glue: `ocop-whole-${hash}.js`, wasm: `ocop-whole-${hash}_bg.wasm` };
    writeFileSync(join(dist, names.wasm), bytes);
    writeFileSync(join(dist, names.glue), glue);
    return names;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Glue and program with numbers, of the same length, for the hashes by which wasm-bindgen tells the imports apart: no
 * packer can make a hash smaller.
 */
function numbered(glue, wasm) {
  const hashed = /(__wbg_\w+_)[0-9a-f]{16}\b/g;
  const numbers = new Map([...new Set(glue.match(hashed))].map((name, i) => [name, i]));
  const number = (text) => text.replace(hashed, (name, start) => (numbers.has(name) ? start + `${numbers.get(name)}`.padStart(16, "0") : name));
  return [number(glue), Buffer.from(number(wasm.toString("latin1")), "latin1")];
}

function run(command, words) {
  execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"] });
}
