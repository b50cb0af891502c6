// An app that broke answers nothing any more, and would look as if it only waited. What it says can be passed on: the
// version, the build, what the panic said (src/ui/mod.rs leaves it in `ocopPanic`) and the places in its program. Begins
// in both loaders; the scripts write in what is built.
const BUILD = "__BUILD__";

for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason }) => {
    const fault = error ?? reason;
    const note = document.getElementById("stopped");
    if (!(fault instanceof WebAssembly.RuntimeError) || !note.hidden) return;
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => location.reload());
    const places = [...`${fault.stack}`.matchAll(/(ocop-\w+)?[^\s(@]*?(wasm-function\[\d+\](:0x[\da-f]+)?)/g)];
    // The beginning of it, in one line: it may quote a text of any length.
    const said = (globalThis.ocopPanic ?? "").replace(/\s+/g, " ").slice(0, 300);
    if (said) console.error(globalThis.ocopPanic);
    note.querySelector("code").textContent = [BUILD, said, ...places.slice(0, 4).map(([, app = "", place]) => `${app} ${place}`.trim())].filter(Boolean).join(" · ");
  });
}
