// Serves a folder on this machine: node scripts/serve.mjs DIST [PORT]

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

const [dist = "dist", port = "8080"] = process.argv.slice(2);

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname));
  const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
  const known = statSync(file, { throwIfNoEntry: false })?.isFile();
  response.writeHead(known ? 200 : 404, {
    "Content-Type": known ? (TYPES[extname(file)] ?? "application/octet-stream") : "text/plain",
    "Cache-Control": "no-cache",
  });
  if (known) createReadStream(file).pipe(response);
  else response.end("not here\n");
});

// Where the port is taken, the next free one does.
let at = Number(port);
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || at >= Number(port) + 20) throw error;
  server.listen(++at, "127.0.0.1");
});
server.on("listening", () => console.log(`\n  The page is at  http://127.0.0.1:${at}/   (Ctrl+C ends)\n`));
server.listen(at, "127.0.0.1");
