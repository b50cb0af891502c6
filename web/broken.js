// An app that broke answers nothing any more, and would look as if it only waited. Begins in both loaders.
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason }) => {
    const note = document.getElementById("stopped");
    if (!((error ?? reason) instanceof WebAssembly.RuntimeError) || !note.hidden) return;
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => location.reload());
  });
}
