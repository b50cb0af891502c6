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
  // Words that it does not know, or modules at all.
  addEventListener("error", ({ error }) => error instanceof SyntaxError && whenThere());
  if (!("noModule" in document.createElement("script"))) whenThere();
}
