// Stands inside the page and runs before it is painted: the theme that was chosen, for whom the welcome is none, and what
// is left to a browser that cannot even read the loader (`ocopRescue`; web/rescue.js).
{
  const root = document.documentElement;
  const address = location.hash.replace(/^#\/?/, "");
  let kept = {};
  try {
    kept = localStorage;
  } catch {} // Storage blocked: nothing is kept.
  if (kept["ocop/setting/theme"]) root.dataset.theme = kept["ocop/setting/theme"];
  // Nothing kept here yet, and the language is Vietnamese, which is all that the first app speaks.
  const isVietnamese = kept["ocop/setting/language"] !== "en";
  const isBlank = isVietnamese && !Object.keys(kept).some((key) => /^ocop\/(dossier|trash)\//.test(key));
  if (isBlank && ["", "new"].includes(address)) root.dataset.visit = "first";
  else if (!isVietnamese || address !== "new") root.dataset.visit = "later";

  window.ocopRescue = () => {
    const { rescue } = document.getElementById("failed")?.dataset ?? {};
    if (rescue) document.body.append(Object.assign(document.createElement("script"), { src: rescue }));
  };
  const whenThere = () => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", window.ocopRescue) : window.ocopRescue());
  // The loader did not come: once more, under another address, since browsers remember a module that failed; then the way
  // on is said. A page without its slash looks for its files in the folder above, and one out of an old cache for files
  // that are gone.
  let failed = 0;
  const loadAgain = ({ src }) => {
    if (++failed === 1) return document.head.append(Object.assign(document.createElement("script"), { type: "module", src: `${src}?2` }));
    for (const id of ["loading", "cut-off"]) document.getElementById(id)?.toggleAttribute("hidden", id === "loading");
    addEventListener("online", () => location.reload(), { once: true });
    const name = src.split("/").pop().split("?")[0];
    const { pathname, search, hash } = location;
    const isFolder = /\/$|\.html?$/.test(pathname);
    fetch(isFolder ? "./" : `${pathname}/${name}`, { cache: "reload" })
      .then((answer) => answer.ok && answer.text())
      .then((text) => {
        const isNewer = isFolder && text && text.includes("start-") && !text.includes(name);
        if (!text || (isFolder && !isNewer) || sessionStorage["ocop/reloaded"] === pathname) return;
        sessionStorage["ocop/reloaded"] = pathname;
        if (isFolder) location.reload();
        else location.replace(`${pathname}/${search}${hash}`);
      })
      .catch(() => {}); // No network, or nothing is remembered here.
  };
  // Words that it does not know, or modules at all. A loader that was cut off has such words too, in Safari: once more.
  addEventListener("error", ({ error, filename, target }) => {
    if (target.type === "module") setTimeout(loadAgain, 1500, target);
    else if (error instanceof SyntaxError && !failed && /start-/.test(filename)) setTimeout(loadAgain, 1500, { src: filename });
    else if (error instanceof SyntaxError) whenThere();
  }, true);
  if (!("noModule" in document.createElement("script"))) whenThere();
}
