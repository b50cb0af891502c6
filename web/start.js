// Starts the app, and after it the service worker. scripts/finish.mjs writes in the names of the build.
//
// There are two: the first app asks for the product's name, the whole app has everything. A first visit starts with the
// first one and gets the whole one while the reader reads and types; who has dossiers here, or comes by a link to another
// page, starts with the whole one. Pages of the later steps are a part of that one which comes after it.

let whole; // The promise of the whole app's code, once it is wanted.
const parts = {}; // And those of its parts, as far as they have not failed.
const loads = {}; // How often each module failed.
let taken = false;
let touched = false; // Whether anything was pressed or typed on the page that is open.
let opened = 0; // When that page was opened.
let chosen = Promise.resolve(); // Settled while nobody is choosing a file.

/** A file that the network or the host did not give. */
class NotCome extends Error {}

const isFirstVisit = document.documentElement.dataset.visit === "first"; // web/begin.js
const start = isFirstVisit ? startFirst : startWhole;
const begun = start().catch(startAgain);

begun.then(
  () => whenIdle(() => (isFirstVisit ? fetchWhole().then(takeOverQuietly, () => {}) : Promise.resolve()).then(later).catch(() => {}).then(keepOffline)),
  cannotStart,
);

/** What did not come is asked for once more before anything is said: most hosts and lines fail but for a moment. */
async function startAgain(error) {
  if (!(error instanceof NotCome) || !navigator.onLine) throw error;
  await new Promise((done) => setTimeout(done, 1500));
  return start();
}

/** Says so instead of "loading" for ever: the browser cannot run the app, or its files did not come. */
async function cannotStart(error) {
  const show = (id) => {
    for (const other of ["loading", "failed", "cut-off"]) document.getElementById(other)?.toggleAttribute("hidden", other !== id);
    if (id === "failed") window.ocopRescue();
  };
  if (refuses(error)) return show("failed");
  // A page of an old version, out of some cache, whose files are gone: the newest page knows the new ones.
  const asked = "ocop/reloaded";
  if ((await isOutdated()) && !(await remembered(asked))) return location.reload();
  show(error instanceof NotCome ? "cut-off" : "failed");
  addEventListener("online", () => location.reload(), { once: true });
}

/** Whether this was done in this tab before; from now on it was. Where nothing is remembered it counts as done. */
function remembered(key) {
  try {
    const was = sessionStorage.getItem(key) === location.pathname;
    sessionStorage.setItem(key, location.pathname);
    return was;
  } catch {
    return true;
  }
}

/** Whether the host has another version by now. Nothing is known without a network. */
async function isOutdated() {
  try {
    const answer = await fetch("./", { cache: "no-store" });
    return answer.ok && !(await answer.text()).includes(import.meta.url.split("/").at(-1).split("?")[0]);
  } catch {
    return false;
  }
}

async function startFirst() {
  const [glue, module] = await Promise.all([load("./__FIRST_GLUE__"), compile("./__FIRST_WASM__")]);
  touched ||= Boolean(document.querySelector(".first-paint input")?.value);
  // The line is free now.
  fetchWhole().catch(() => {});
  await mount(() => glue.default({ module_or_path: module }));
}

async function startWhole() {
  const [glue, module] = await fetchWhole();
  await mount(() => glue.default({ module_or_path: module }));
}

/** Fetches and compiles the whole app, once. What failed is tried again when it is next wanted, and no more than that. */
function fetchWhole() {
  whole ??= Promise.all([
    (parts.glue ??= load("./__WHOLE_GLUE__")),
    (parts.wasm ??= compile("./__WHOLE_WASM__")),
    (parts.styles ??= dress("./__WHOLE_STYLES__")),
  ]);
  for (const [name, part] of Object.entries(parts)) part.catch(() => parts[name] === part && delete parts[name]);
  // The line is free then.
  whole.then(() => later().catch(() => {}), () => (whole = undefined));
  return whole;
}

/** Fetches and compiles the later pages, once; what failed is tried again when they are next wanted. */
function later() {
  const part = (parts.later ??= compile("./__LATER_WASM__", { priority: "low" }));
  part.catch(() => parts.later === part && delete parts.later);
  return part;
}

// For the whole app, which says so if they do not come.
window.ocopLater = async () => {
  try {
    return await later();
  } catch (error) {
    window.ocopOutdated = await isOutdated();
    throw error;
  }
};

/** Imports a module. Browsers remember an import that failed, Safari over a reload too: the next try asks under another
 *  address. */
async function load(address) {
  const key = `ocop/tries/${address}`;
  let kept = {};
  try {
    kept = sessionStorage;
  } catch {} // Storage blocked: a reload begins anew.
  const failed = loads[address] ?? Number(kept[key] ?? 0);
  try {
    return await import(failed ? `${address}?${failed + 1}` : address);
  } catch (error) {
    kept[key] = loads[address] = failed + 1;
    throw new NotCome(error);
  }
}

/** Adds a stylesheet after those that are there. */
function dress(address) {
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done });
    link.onerror = () => {
      link.remove();
      failed(new NotCome(address));
    };
    document.head.append(link);
  });
}

async function compile(address, manner) {
  try {
    return await compileOnce(address, manner);
  } catch (error) {
    // What ended early reads like a program that this browser does not know: once more, past what is kept of it.
    if ("WebAssembly" in window && error instanceof WebAssembly.CompileError) return compileOnce(address, { cache: "reload" });
    throw error;
  }
}

/** Compiles while it arrives, and browsers keep the result; a host that calls it something else is no reason to fail. A
 *  stream that is cut off fails as a file that did not come does. */
async function compileOnce(address, manner) {
  try {
    const answer = await fetch(address, manner);
    if (!answer.ok) throw new Error(answer.statusText);
    const isStream = answer.headers.get("Content-Type") === "application/wasm";
    return await (isStream ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer()));
  } catch (error) {
    throw refuses(error) ? error : new NotCome(error);
  }
}

/** Whether the browser does not take a program that came: it cannot read it or compile it while it comes (Safari before
 *  15), or knows no policy that allows programs without allowing more (Safari before 16). */
function refuses(error) {
  return !("WebAssembly" in window) || !("compileStreaming" in WebAssembly) || error instanceof WebAssembly.CompileError || error instanceof EvalError;
}

// The first app asks for the whole one where it has no such page. What did not come is asked for once more by itself
// when the network returns.
addEventListener("ocop-whole-wanted", () => {
  takeOver().catch(async () => {
    window.ocopOutdated = await isOutdated();
    dispatchEvent(new Event("ocop-whole-failed"));
    whenOnline();
  });
});

function whenOnline() {
  addEventListener("online", () => takeOverAtLast().catch(whenOnline), { once: true });
}

/** A part that was asked for before the network returned may fail still: each of the three gets one more try. */
async function takeOverAtLast() {
  for (let left = 3; left > 0; left--) if (await takeOver().then(() => true, () => false)) return;
  await takeOver();
}

// A file that is being chosen belongs to the field that asked for it, so that one must stay until then. Whoever
// presses or types anything else in the page has given it up, in browsers that do not say "cancel".
addEventListener("click", ({ target }) => {
  if (!target.matches?.("input[type=file]")) return;
  chosen = new Promise((done) => {
    for (const kind of ["change", "cancel", "pointerdown", "keydown"]) addEventListener(kind, () => setTimeout(done), { once: true, capture: true });
  });
}, true);

/**
 * The whole app takes the place of the first one. Meanwhile the page stays in sight as it was, and what is pressed or
 * typed there is done when the whole app has drawn it too.
 */
async function takeOver() {
  const [glue, module] = await fetchWhole();
  // What is pressed may be a field of files, of which nothing is known until it is let go.
  for (let waited; waited !== chosen; ) {
    waited = chosen;
    await waited;
    await released;
  }
  if (taken) return;
  taken = true;
  const app = document.getElementById("app");
  const still = picture(app);
  const pressed = [];
  still.addEventListener("click", (event) => {
    event.preventDefault();
    pressed.push((event.target.closest("label")?.control ?? event.target).closest(CONTROLS));
  });
  app.style.display = "none";
  app.after(still);
  const yielded = new Promise((done) => addEventListener("ocop-yielded", done, { once: true }));
  dispatchEvent(new Event("ocop-yield"));
  await yielded;
  await glue.default({ module_or_path: module });
  await appearing("#app:not([aria-busy]) h1");
  await released;

  const focused = still.contains(document.activeElement) ? document.activeElement : undefined;
  app.style.display = "";
  still.style.display = "none";
  for (const field of still.querySelectorAll("input[type=search]")) {
    const own = counterpart(field, still, app);
    if (!own || own.value === field.value) continue;
    own.value = field.value;
    own.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  if (focused && !app.contains(document.activeElement)) {
    const own = counterpart(focused, still, app) ?? document.getElementById("page-title");
    own?.focus({ preventScroll: true });
    if (focused.selectionStart != null) own?.setSelectionRange?.(focused.selectionStart, focused.selectionEnd);
  }
  for (const control of pressed) if (control) counterpart(control, still, app)?.click();
  still.remove();
}

const CONTROLS = "a, button, input, summary";

/** The page as it looks, with what stands in its fields and the focus where it is. */
function picture(app) {
  const still = app.cloneNode(true);
  still.setAttribute("aria-busy", "true");
  const [parts, pictures] = [app, still].map((root) => [...root.querySelectorAll("*")]);
  const focused = pictures[parts.indexOf(document.activeElement)];
  for (const [place, part] of parts.entries()) {
    pictures[place].removeAttribute("id");
    if (part.matches("input:not([type=file])")) pictures[place].value = part.value;
  }
  if (focused) requestAnimationFrame(() => focused.focus({ preventScroll: true }));
  return still;
}

/** What says the same in the other page, of several the one in the same place among them. */
function counterpart(control, from, to) {
  const says = (one) => [one.tagName, one.type, one.ariaLabel ?? one.textContent].join();
  const alike = (root) => [...root.querySelectorAll(CONTROLS)].filter((one) => says(one) === says(control));
  return alike(to)[alike(from).indexOf(control)];
}

// Whoever has touched a page may have something begun on it: a fold opened, a word typed.
for (const kind of ["pointerdown", "keydown", "input"]) addEventListener(kind, () => (touched = true), true);
addEventListener("hashchange", () => {
  touched = false;
  opened = performance.now();
});

/** Once a page has been looked at for a moment and not been touched: this one, or one of the next. */
function takeOverQuietly() {
  let moment;
  const look = () => {
    clearTimeout(moment);
    moment = setTimeout(() => touched || isTyping() || takeOver(), 400 - (performance.now() - opened));
  };
  addEventListener("hashchange", look);
  look();
}

function isTyping() {
  return document.activeElement?.matches("input, textarea");
}

// The first question comes first: the copies for offline use wait until the line is free.
function whenIdle(then) {
  const soon = () => (window.requestIdleCallback ?? setTimeout)(then);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}

/** Whether all of this page is kept for use without a network; for the page that says so. */
window.ocopIsKept = async () => {
  const worker = (await navigator.serviceWorker?.getRegistration())?.active;
  if (!worker) return false;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((told) => (port1.onmessage = ({ data }) => told(data === true)));
  worker.postMessage("ready?", [port2]);
  // An older worker does not know the question.
  return Promise.race([answer, new Promise((done) => setTimeout(done, 3000, false))]);
};

/**
 * Starts the new version. Its worker hears the wish again and again until it has taken the page over: it may be asleep,
 * or a newer one may come in its place, or the old one may still have something to do. What holds that one up is mostly
 * this page's own, so that a reload frees it; the wish lives on over it, once.
 */
async function update(registration, isLastTry) {
  for (let round = 0; round < 12; round++) {
    registration.waiting?.postMessage("activate");
    await new Promise((done) => setTimeout(done, 500));
  }
  if (isLastTry) return;
  wished(true);
  location.reload();
}

/** Remembers in this tab that the new version is wished for; whether it was before. */
function wished(is) {
  const key = "ocop/update-wished";
  try {
    const was = sessionStorage.getItem(key) === "yes";
    sessionStorage.setItem(key, is ? "yes" : "no");
    return was;
  } catch {
    return false;
  }
}

// When a new version waits, `window.ocopUpdate` is a function that starts it, and the event `ocop-update` says so;
// the app asks the reader. Every open tab then reloads into it; what is being typed is saved on `pagehide`.
async function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  let registration;
  try {
    registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  } catch {
    // Storage blocked, or a host without HTTPS: the page works, but only online. Or the worker did not come: it is asked
    // for once more when the network returns.
    return addEventListener("online", keepOffline, { once: true });
  }
  // A worker that could not get its files is gone; what it got is kept, and the next one goes on from there, at once if
  // the network returned before the page heard of it.
  let returned = false;
  addEventListener("online", () => (returned = true), { once: true });
  const givenUp = ({ target }) => {
    if (target.state !== "redundant" || registration.active) return;
    if (returned) void keepOffline();
    else addEventListener("online", keepOffline, { once: true });
  };
  const watch = () => registration.installing?.addEventListener("statechange", givenUp);
  watch();
  // Firefox may name it a moment later only.
  registration.addEventListener("updatefound", watch);

  // The first worker takes over without a reload; another one changes the version under the page. Of one and the same a
  // browser may tell twice.
  let before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    const now = navigator.serviceWorker.controller;
    if (before && now !== before) location.reload();
    before = now;
  });

  // Safari goes on calling a worker waiting for a while after it has taken over: of the very first one nobody wants to hear.
  const announce = () => {
    const { waiting, active } = registration;
    const has = navigator.serviceWorker.controller;
    if (!waiting || !active || !has || [active, has].includes(waiting) || waiting.state !== "installed") return;
    window.ocopUpdate = () => void update(registration);
    dispatchEvent(new Event("ocop-update"));
  };
  announce();
  if (wished(false) && registration.waiting) update(registration, true);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", ({ target }) => target.state === "installed" && announce());
  });

  // A page left open for days looks for a new version when it is looked at again.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < 3_600_000) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}
