// Scripts and styles without what only people read, and each out of its parts: esbuild's work, which scripts/setup.sh
// brings from npm. What stands in the sources is what runs, but for two things that older browsers are met with: styles
// without nesting, which is as much as they lack to show the page, and the scripts that tell those that cannot run it.

import { execFileSync } from "node:child_process";

/** A script of ours; `folder`: where its `import … from` look. Addresses of `import()` stay as they are. */
export function script(text, { folder, target = "esnext", format = "esm" } = {}) {
  return esbuild([`--format=${format}`, `--target=${target}`, ...(folder ? ["--bundle"] : [])], { input: text, cwd: folder });
}

/** A stylesheet with all that it imports, in that order; one with a fault in it is none. */
export function styles(file) {
  return esbuild([file, "--bundle", "--target=esnext", "--supported:nesting=false", "--log-override:css-syntax-error=error"]);
}

function esbuild(words, options) {
  const run = { maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "inherit"], ...options };
  return execFileSync("esbuild", [...words, "--minify", "--charset=utf8", "--log-level=warning"], run).toString().trim();
}
