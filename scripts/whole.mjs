// The whole page as a second wasm beside the first: the same program with the feature `pages`. The first one, which
// Trunk builds, has what the first question needs and is all that a first visit waits for. What the first steps after it
// do not need is cut off the whole one as a part that comes after it (src/ui/pages/later.rs).

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TARGET = "wasm32-unknown-unknown";
// The features that rustc's output uses; wasm-opt takes none for granted.
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "reference-types", "mutable-globals", "multivalue"];

// Smallest on the wire: -Oz packs tighter, but what it writes compresses worse, and so does data cut at its zeros.
const SMALLEST = ["--merge-similar-functions", "-O2", "--skip-pass=memory-packing"];

/** Builds it: the glue, the wasm, and the wasm of what comes later. */
export function buildWhole(release) {
  // What refers to what: by this the part is cut.
  const build = ["rustc", "--bin", "ocop-app", "--target", TARGET, ...(release ? ["--release"] : []), "--", "-Clink-arg=--emit-relocs"];
  run("cargo", build);
  const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { maxBuffer: 1 << 26 }));
  const built = join(metadata.target_directory, TARGET, release ? "release" : "debug", "ocop-app.wasm");
  const folder = mkdtempSync(join(tmpdir(), "ocop-whole-"));
  try {
    run("wasm-split-cli", [built, folder, "--out-name", "cut"]);
    // The table of functions too, through which the part and the rest call each other.
    run("wasm-bindgen", ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "whole", "--out-dir", folder, join(folder, "cut.wasm")]);
    const read = (name) => readFileSync(join(folder, name), "utf8");
    const program = (file, what) => {
      const wasm = join(folder, file);
      // Which function has which number: for the places that a broken app names (web/broken.js).
      const names = join(metadata.target_directory, `${what}-names.txt`);
      if (release) run("wasm-opt", [...SMALLEST, ...FEATURES.map((feature) => `--enable-${feature}`), `--symbolmap=${names}`, wasm, "-o", wasm]);
      return readFileSync(wasm);
    };
    return { glue: joined(read("whole.js"), read("__wasm_split.js")), wasm: program("whole_bg.wasm", "whole"), later: program("split_later.wasm", "later") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The glue with what brings the part, in one file. The loader gives the part compiled, as often as it is asked. */
function joined(glue, link) {
  const brings = "__wasm_split_load_later";
  link = put(link, /import \{ initSync \} from "[^"]*";/, "");
  link = put(link, /fetch\(new URL\("\.\/split_later\.wasm", import\.meta\.url\)\)/, "window.ocopLater()");
  link = put(link, "WebAssembly.instantiateStreaming(src, imports)", "WebAssembly.instantiate(await src, imports)");
  link = put(link, `export const ${brings}`, `const ${brings}`);
  const [, name] = glue.match(/^import \* as (\w+) from "\.\/__wasm_split\.js";?$/m) ?? [];
  if (/^(import|export) /m.test(link) || !name) throw new Error("the glue of the part is not as it was");
  return put(glue, /^import \* as \w+ from "\.\/__wasm_split\.js";?$/m, `const ${name} = { ${brings}: (...all) => ${brings}(...all) };`) + link;
}

function put(text, from, to) {
  const put = text.replace(from, () => to);
  if (put === text) throw new Error(`nothing to replace: ${from}`);
  return put;
}

function run(command, words) {
  execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"] });
}
