// Keeps one version of the whole page for use without a network. scripts/service-worker.mjs writes in the list: the
// path of every file of the build with the hash of its content.
//
// Two versions never mix: a version has a cache of its own, which answers everything while it is active, and goes
// when the next one takes over. It takes over with every file that the page needs (each must have the hash of this
// build) or not at all; what is not needed (icons) comes along where it can. What a try brought in stays for the next
// one. The next version waits until every tab is closed or the page asks for it. Measured against Workbox 7.4,
// whose precaching alone is 4.9 kB (brotli); all of this is less than half.
const VERSION = "__VERSION__";
const FILES = "__FILES__";

const PREFIX = "ocop-";
const CACHE = PREFIX + VERSION;
const HOME = address("index.html");
// Under these the page itself is asked for: hosts send readers from one to another as they like.
const HOMES = ["", "index", "index.html"].map(address);
const ADDRESSES = new Set(FILES.map(([path]) => address(path)));
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm", svg: "image/svg+xml" };
const OPTIONAL = /^(icons\/|manifest\.webmanifest$)/;

// A file that fails is asked for again after so many milliseconds: a host or a line that hiccups is no bad host.
const AGAIN = [500, 3000];
// A file that has not come by then has stalled. On the slowest line that the page is made for it takes a fifth of that.
const STALLED = 120_000;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(self.skipWaiting());
  // Whether the page works without a network, as far as this version goes.
  if (event.data === "ready?") event.waitUntil(isWhole().then((whole) => event.ports[0].postMessage(whole)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = url.search = "";
  const asked = HOMES.includes(url.href) ? HOME : url.href;
  if (ADDRESSES.has(asked)) event.respondWith(kept(asked, request));
});

function address(path) {
  return new URL(path, registration.scope).href;
}

async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ([path, integrity]) => {
      if (await cache.match(address(path))) return;
      try {
        await cache.put(address(path), await fetched(path, integrity));
      } catch (error) {
        if (!OPTIONAL.test(path)) throw error;
      }
    }),
  );
}

/** A file of this build, fetched until it comes or has failed too often. */
async function fetched(path, integrity) {
  for (const pause of [...AGAIN, undefined]) {
    try {
      return await fetchedOnce(path, integrity);
    } catch (error) {
      if (pause === undefined) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

async function fetchedOnce(path, integrity) {
  // A name with a hash in it never changes its content; of the others the host's newest is wanted.
  const cache = /-[0-9a-f]{12,16}[._]/.test(path) ? "default" : "no-cache";
  const response = await fetch(address(path), { cache, signal: AbortSignal.timeout?.(STALLED) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const isOurs = `sha256-${btoa(String.fromCharCode(...sum))}` === integrity;
  // A host may write something of its own into the page. It is of this build all the same if it starts this build, and
  // whole if its end is there: some browsers take what was cut off for all of it.
  const start = FILES.find(([file]) => /^start-[0-9a-f]+\.js$/.test(file))?.[0];
  const isPage = path === "index.html" && start && [start, "</html>"].every((part) => new TextDecoder().decode(body).includes(part));
  if (!isOurs && !isPage) {
    throw new Error(`${path}: of another version`);
  }
  // Made anew: a response that came by way of a redirect answers no navigation, and some hosts redirect index.html.
  // And some tell a browser the wrong type.
  return new Response(body, { headers: { "Content-Type": TYPES[path.split(".").at(-1)] ?? response.headers.get("Content-Type") } });
}

async function isWhole() {
  const cache = await caches.open(CACHE);
  const needed = FILES.filter(([path]) => !OPTIONAL.test(path));
  const found = await Promise.all(needed.map(([path]) => cache.match(address(path))));
  return found.every(Boolean);
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The network is asked only where the browser has thrown the copy away.
async function kept(url, request) {
  const copy = await caches.match(url, { cacheName: CACHE });
  return copy ?? fetch(request);
}
