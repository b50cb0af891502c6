// Checks that everything that is built in may be: licences by the list in deny.toml, sources from crates.io.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [, list] = readFileSync("deny.toml", "utf8").match(/\nallow = \[([^\]]*)\]/);
const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], { maxBuffer: 1 << 28 }));

const faults = metadata.packages
  .filter((crate) => crate.source !== null)
  .flatMap((crate) => {
    const name = `${crate.name} ${crate.version}`;
    const from = crate.source.startsWith("registry+") ? [] : [`${name} comes from ${crate.source}`];
    return isAllowed(crate.license ?? "") ? from : [...from, `${name}: licence ${crate.license ?? "not told"}`];
  });
for (const fault of faults) console.error(`    ${fault}`);
console.log(`    ${metadata.packages.length - 1} crates, ${faults.length} that may not be built in`);
process.exitCode = faults.length ? 1 : 0;

// "A OR B" needs one of them, "A AND B" both; "/" is an old way to write OR.
function isAllowed(expression) {
  const text = expression.trim();
  const either = splitOutside(text, /^( OR |\/)/);
  if (either.length > 1) return either.some(isAllowed);
  const both = splitOutside(text, /^ AND /);
  if (both.length > 1) return both.every(isAllowed);
  const inner = text.match(/^\((.*)\)$/);
  return inner ? isAllowed(inner[1]) : allowed.has(text);
}

// Splits where no bracket is open.
function splitOutside(text, separator) {
  const parts = [""];
  for (let depth = 0, at = 0; at < text.length; at++) {
    const found = depth === 0 && text.slice(at).match(separator);
    if (found) {
      parts.push("");
      at += found[0].length - 1;
      continue;
    }
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    parts[parts.length - 1] += text[at];
  }
  return parts;
}
