// The whole page as a second wasm beside the first: the same program with the feature `pages`. The first one, which
// Trunk builds, has what the first question needs and is all that a first visit waits for.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TARGET = "wasm32-unknown-unknown";
// The features that rustc's output uses; wasm-opt takes none for granted.
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "reference-types", "mutable-globals", "multivalue"];

// Smallest on the wire: -Oz packs tighter, but what it writes compresses worse, and so does data cut at its zeros.
const SMALLEST = ["--merge-similar-functions", "-O2", "--skip-pass=memory-packing"];

/** Builds it: the glue and the wasm. */
export function buildWhole(release) {
  const build = ["build", "--bin", "ocop-app", "--target", TARGET, ...(release ? ["--release"] : [])];
  run("cargo", build);
  const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { maxBuffer: 1 << 26 }));
  // Which function has which number: for the places that a broken app names (web/broken.js).
  const names = join(metadata.target_directory, "whole-names.txt");
  const built = join(metadata.target_directory, TARGET, release ? "release" : "debug", "ocop-app.wasm");
  const folder = mkdtempSync(join(tmpdir(), "ocop-whole-"));
  try {
    run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-name", "whole", "--out-dir", folder, built]);
    const wasm = join(folder, "whole_bg.wasm");
    if (release) run("wasm-opt", [...SMALLEST, ...FEATURES.map((feature) => `--enable-${feature}`), `--symbolmap=${names}`, wasm, "-o", wasm]);
    return { glue: readFileSync(join(folder, "whole.js"), "utf8"), wasm: readFileSync(wasm) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command, words) {
  execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"] });
}
