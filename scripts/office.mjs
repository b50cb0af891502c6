// Builds the wasm file of src/bin/office.rs (Word files, workbooks, archives): DIST/office.wasm.
//
//   node scripts/office.mjs DIST
//
// It needs no glue: the page instantiates the bytes itself (src/adapters/office.rs). Its name has no hash, like
// the guide's: the service worker compares the content.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const TARGET = "wasm32-unknown-unknown";

export function buildOffice(dist) {
  const cargo = ["build", "--release", "--quiet", "--target", TARGET, "--no-default-features", "--features", "office", "--bin", "ocop-office"];
  run("cargo", [...cargo, "--offline"]);
  const { target_directory } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--no-deps", "--offline"], { encoding: "utf8" }));
  const built = join(target_directory, TARGET, "release", "ocop-office.wasm");
  // The same switches as for the page (index.html).
  const switches = readFileSync("index.html", "utf8").match(/data-wasm-opt-params="([^"]*)"/)[1].split(" ");
  run("wasm-opt", ["-Oz", ...switches, built, "-o", join(dist, "office.wasm")]);
}

function run(program, given) {
  execFileSync(program, given, { stdio: "inherit" });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildOffice(process.argv[2]);
