// Stands inside the page and runs before it is painted: the theme that was chosen, and for whom the welcome is none.
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
}
