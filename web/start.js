// Starts the app, and after it the service worker. scripts/finish.mjs writes in the names of the build.
import init from "./__GLUE__";

init({ module_or_path: "./__WASM__" }).then(
  () => whenIdle(keepOffline),
  () => {
    // A browser that cannot run the app: say so instead of "loading" for ever.
    document.getElementById("loading")?.setAttribute("hidden", "");
    document.getElementById("failed")?.removeAttribute("hidden");
  },
);

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
