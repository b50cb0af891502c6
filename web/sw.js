// Keeps one version of the whole page for use without a network. scripts/finish.mjs writes in the list:
// the path of every file of the build with the hash of its content.
//
// Two versions never mix: a version has a cache of its own, which is filled completely or not at all (each file
// must have the hash of this build), answers everything while it is active, and goes when the next one takes over.
// The next one waits until every tab is closed or the page asks for it.
const VERSION = "__VERSION__";
const FILES = "__FILES__";

const PREFIX = "ocop-";
const CACHE = PREFIX + VERSION;
const HOME = new URL("index.html", registration.scope).href;
const ADDRESSES = new Set(FILES.map(([path]) => new URL(path, registration.scope).href));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = url.search = "";
  if (url.href === registration.scope) url.pathname += "index.html";
  if (ADDRESSES.has(url.href)) event.respondWith(kept(url.href, request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      FILES.map(async ([path, integrity]) => {
        const url = new URL(path, registration.scope).href;
        // A name with a hash in it never changes its content; of the others the host's newest is wanted.
        const response = await fetch(url, { integrity, cache: /-[0-9a-f]{12,16}[._]/.test(path) ? "default" : "no-cache" });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await cache.put(url, response);
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
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
