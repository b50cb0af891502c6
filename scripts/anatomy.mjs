// What a program is made of: its bytes by crate, and its largest functions.
//
//   node scripts/anatomy.mjs PROGRAM.wasm [COUNT]
//
// The program must still have its names: that of cargo, before wasm-bindgen and wasm-opt. `scripts/build.sh anatomy`
// builds and shows the first one.

import { readFileSync } from "node:fs";

const [path, count = "40"] = process.argv.slice(2);
const program = readFileSync(path);
let at = 8;

const sections = new Map();
let imported = 0;
let bodies = [];
let names = new Map();
while (at < program.length) {
  const id = program[at++];
  const size = number();
  const end = at + size;
  let label = ["custom", "types", "imports", "functions", "tables", "memories", "globals", "exports", "start", "elements", "code", "data", "data count"][id];
  if (id === 2) imported = importedFunctions();
  if (id === 10) {
    const functions = number();
    for (let i = 0; i < functions; i++) {
      const length = number();
      bodies.push(length);
      at += length;
    }
  }
  if (id === 0) {
    label = `custom: ${text()}`;
    if (label.endsWith(" name")) names = functionNames(end);
  }
  sections.set(label, (sections.get(label) ?? 0) + size);
  at = end;
}

for (const [name, size] of sections) if (size > 500) line(name, size);
const functions = bodies.map((size, i) => ({ size, name: readable(names.get(imported + i) ?? "(no name)") }));
console.log("\ncode by crate");
for (const [crate, size] of sums(functions, ({ name }) => name.split("::")[0]).slice(0, 25)) line(crate, size);
console.log("\ncode by module of ours");
const ours = functions.filter(({ name }) => name.startsWith("ocop::"));
for (const [module, size] of sums(ours, ({ name }) => name.split("::").slice(1, 4).join("::")).slice(0, 40)) line(module, size);
console.log("\nlargest functions");
for (const { name, size } of functions.sort((a, b) => b.size - a.size).slice(0, Number(count))) line(name.slice(0, 140), size);

function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = program[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function text() {
  const length = number();
  at += length;
  return program.toString("utf8", at - length, at);
}

function importedFunctions() {
  let functions = 0;
  for (let left = number(); left > 0; left--) {
    text();
    text();
    const kind = program[at++];
    if (kind === 0) (number(), functions++);
    else if (kind === 3) at += 2;
    else {
      if (kind === 1) at++;
      const limits = program[at++];
      number();
      if (limits & 1) number();
    }
  }
  return functions;
}

function functionNames(end) {
  const found = new Map();
  while (at < end) {
    const kind = program[at++];
    const size = number();
    const next = at + size;
    if (kind === 1) for (let left = number(); left > 0; left--) found.set(number(), text());
    at = next;
  }
  return found;
}

/**
 * Where a function is from: `ocop::ui::app` of `_RNvMNtNtCs…_4ocop2ui3appNtB2_6Header`. What a crate makes for a type of
 * ours is ours.
 */
function readable(name) {
  const paths = [...name.matchAll(/C(?:s[0-9A-Za-z]*_)?(?=\d)/g)].map(({ index, 0: mark }) => pathOf(name.slice(index + mark.length)));
  return paths.find((one) => one.startsWith("ocop")) ?? paths[0] ?? name;
}

function pathOf(mangled) {
  const parts = [];
  for (let rest = mangled, found; (found = rest.match(/^(\d+)_?/)); ) {
    const from = found[0].length;
    parts.push(rest.slice(from, from + Number(found[1])));
    rest = rest.slice(from + Number(found[1]));
  }
  return parts.join("::");
}

function sums(functions, key) {
  const sums = new Map();
  for (const one of functions) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.size);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

function line(what, size) {
  console.log(`  ${String(size).padStart(8)}  ${what}`);
}
