// Lays out the hand-written page with the sets of `ocop catalogue`, compressed as a host serves it:
//
//   cargo run --no-default-features -- catalogue | node benches/by-hand/lay-out.mjs FOLDER

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[2];
const catalogue = JSON.parse(readFileSync(0, "utf8"));
const sets = catalogue.sets.map((set) => ({
  no: set.no,
  name: set.name.vi,
  criteria: set.parts
    .flatMap((part) => part.groups)
    .flatMap(leaves)
    .map(({ code, title, question, levels }) => [
      code,
      title.vi,
      question?.vi ?? "",
      levels.map(({ label, points, star_minimum }) => (star_minimum ? [label.vi, points, star_minimum] : [label.vi, points])),
    ]),
}));

mkdirSync(folder, { recursive: true });
const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const files = { "index.html": here("index.html"), "page.js": here("page.js").replace('"__SETS__"', () => JSON.stringify(sets)) };
let weight = 0;
for (const [name, text] of Object.entries(files)) {
  const packed = brotliCompressSync(text);
  weight += packed.length;
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.br`), packed);
}
console.log(`    the hand-written page, all ${sets.length} sets: ${(weight / 1000).toFixed(1)} kB, brotli 11`);

function leaves(group) {
  return group.criteria ? group.criteria.flatMap(leaves) : [group];
}
