// One stylesheet out of styles/main.css and what it imports.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Follows `@import "file.css";` and `@import "file.css" print;`, in order, and takes out what only people read. */
export function bundle(file) {
  return shrink(inlineImports(file));
}

function inlineImports(file) {
  const source = readFileSync(file, "utf8").replace(/\/\*[^]*?\*\//g, "");
  return source.replace(/@import\s+"([^"]+)"\s*([^;]*);/g, (_, name, media) => {
    const inner = inlineImports(join(dirname(file), name));
    return media.trim() ? `@media ${media.trim()} {${inner}}` : inner;
  });
}

// Takes out white space where it means nothing, and leaves strings alone.
function shrink(css) {
  return css
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, i) => (i % 2 ? piece : piece.replace(/\s+/g, " ").replace(/\s*([{};,])\s*/g, "$1").replace(/;}/g, "}")))
    .join("")
    .trim();
}
