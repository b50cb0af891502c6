// Writes sw.js of a finished folder: the list of its files with their hashes, and the version they make together.
//
//   node scripts/service-worker.mjs DIST

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// The worker itself (its own bytes tell the browser that it is new), and what no page of the app asks for.
const LEFT_OUT = ["sw.js", "ocop.html", "pictures/"];

export function writeServiceWorker(dist) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, "/").length))
    .filter((path) => !LEFT_OUT.some((left) => path.startsWith(left)))
    .sort()
    .map((path) => [path, `sha256-${createHash("sha256").update(readFileSync(join(dist, path))).digest("base64")}`]);
  const source = readFileSync(new URL("../web/sw.js", import.meta.url), "utf8");
  // The worker's own code too: another one never fills or empties the copies of this one.
  const version = createHash("sha256").update(JSON.stringify(files) + source).digest("hex").slice(0, 16);
  const worker = source
    .replace('"__FILES__"', JSON.stringify(files))
    .replace("__VERSION__", version);
  writeFileSync(join(dist, "sw.js"), worker);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeServiceWorker(process.argv[2]);
