// Starts the app, and after it the service worker. scripts/finish.mjs writes in the names of the build.
//
// There are two: the first app has what the first question needs, the whole app has everything. A first visit starts
// with the first one and gets the whole one while the reader reads; who has dossiers here, or comes by a link to
// another page, starts with the whole one.

let whole; // The promise of the whole app's code, once it is wanted.
let taken = false;
let touched = false;
let chosen = Promise.resolve(); // Settled while nobody is choosing a file.

const isFirstVisit = document.documentElement.dataset.visit === "first"; // web/begin.js
const begun = isFirstVisit ? startFirst() : startWhole();

begun.then(
  () => whenIdle(() => (isFirstVisit ? fetchWhole().then(takeOverQuietly, () => {}) : Promise.resolve()).then(keepOffline)),
  () => {
    // A browser that cannot run the app: say so instead of "loading" for ever.
    document.getElementById("loading")?.setAttribute("hidden", "");
    document.getElementById("failed")?.removeAttribute("hidden");
  },
);

async function startFirst() {
  const [glue, module] = await Promise.all([import("./__FIRST_GLUE__"), compile("./__FIRST_WASM__")]);
  touched ||= Boolean(document.querySelector(".first-paint input")?.value);
  await mount(() => glue.default({ module_or_path: module }));
}

async function startWhole() {
  const [glue, module] = await fetchWhole();
  await mount(() => glue.default({ module_or_path: module }));
}

/** Fetches and compiles the whole app, once; a fetch that failed is tried again when it is next wanted. */
function fetchWhole() {
  whole ??= Promise.all([import("./__WHOLE_GLUE__"), compile("./__WHOLE_WASM__"), dress("./__WHOLE_STYLES__")]);
  whole.catch(() => (whole = undefined));
  return whole;
}

/** Adds a stylesheet after those that are there. */
function dress(address) {
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done });
    link.onerror = () => {
      link.remove();
      failed(new Error(address));
    };
    document.head.append(link);
  });
}

/** Compiles while it arrives, and browsers keep the result; a host that calls it something else is no reason to fail. */
async function compile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  if (answer.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

// The first app asks for the whole one where it has no such page.
addEventListener("ocop-whole-wanted", () => {
  takeOver().catch(() => dispatchEvent(new Event("ocop-whole-failed")));
});

// A file that is being chosen belongs to the field that asked for it, so that one must stay until then. Whoever
// presses or types anything else in the page has given it up, in browsers that do not say "cancel".
addEventListener("click", ({ target }) => {
  if (!target.matches?.("input[type=file]")) return;
  chosen = new Promise((done) => {
    for (const kind of ["change", "cancel", "pointerdown", "keydown"]) addEventListener(kind, () => setTimeout(done), { once: true, capture: true });
  });
}, true);

/** The whole app takes the place of the first one, which keeps what it has and goes. */
async function takeOver() {
  await fetchWhole();
  await chosen;
  if (taken) return;
  taken = true;
  const yielded = new Promise((done) => addEventListener("ocop-yielded", done, { once: true }));
  dispatchEvent(new Event("ocop-yield"));
  await yielded;
  await startWhole();
  document.getElementById("page-title")?.focus({ preventScroll: true });
}

// Whoever has touched a page may have something begun on it: a set chosen, a word typed.
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (touched = true), true);
addEventListener("hashchange", () => (touched = false));

/** At once while nobody is in the middle of something, else with the next page. */
function takeOverQuietly() {
  const resting = [null, document.body, document.getElementById("page-title")].includes(document.activeElement);
  if (touched || !resting) addEventListener("hashchange", () => takeOver(), { once: true });
  else takeOver();
}

// The first question comes first: the copies for offline use wait until the line is free.
function whenIdle(then) {
  const soon = () => (window.requestIdleCallback ?? setTimeout)(then);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}

// When a new version waits, `window.ocopUpdate` is a function that starts it, and the event `ocop-update` says so;
// the app asks the reader. Every open tab then reloads into it; what is being typed is saved on `pagehide`.
async function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  let registration;
  try {
    registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  } catch {
    return; // Storage blocked, or a host without HTTPS: the page works, but only online.
  }

  // The first worker takes over without a reload; a later one changes the version under the page.
  let controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (controlled) location.reload();
    controlled = true;
  });

  const announce = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    window.ocopUpdate = () => registration.waiting?.postMessage("activate");
    dispatchEvent(new Event("ocop-update"));
  };
  announce();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", announce);
  });

  // A page left open for days looks for a new version when it is looked at again.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < 3_600_000) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}
