//! The officer's table with three hundred products: a letter of a search, a column to sort by, a filter, a tick, until
//! it is painted anew.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};
use crate::phone::{report, slow_processor};

/// How many products an office has.
const PRODUCTS: usize = 300;

/// Waits until nothing more is drawn, as somebody does who looks at the table, does something to an element and waits
/// until the table is another and painted: milliseconds.
const DO: &str = r#"
(async (query, place, typed, far, done) => {
const table = document.querySelector("main");
if (far !== null) {
  const box = document.querySelector(".table-box");
  box.scrollTop = box.scrollHeight * far;
}
await new Promise((quiet) => {
  let pause = setTimeout(quiet, 900);
  new MutationObserver(() => {
    clearTimeout(pause);
    pause = setTimeout(quiet, 900);
  }).observe(table, { childList: true, subtree: true });
});
const element = document.querySelectorAll(query)[place];
let start;
new MutationObserver((_, observer) => {
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
}).observe(table, { childList: true, subtree: true, characterData: true, attributes: true });
requestAnimationFrame(() => setTimeout(() => {
  start = performance.now();
  if (typed === null) return element.click();
  element.value = typed;
  for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
}));
setTimeout(() => done(null), 8000);
})(...arguments);
"#;

pub fn of_many(folder: &Path, dossier: &Value) {
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Desktop);
    browser.goto(&site.url("manifest.webmanifest"));
    let id = dossier["id"].as_str().expect("a dossier has an id");
    let many = "const [count, id, text] = arguments;
        for (let at = 0; at < count; at++) {
          const mine = text.replaceAll(id, `product-${at}`).replace(/(\"product\":\\{[^}]*\"name\":\")/, `$1${at % 7 ? 'Cam' : 'Trà'} ${at} `);
          localStorage.setItem(`ocop/dossier/product-${at}`, mine);
        }";
    browser.run(many, json!([PRODUCTS, id, dossier.to_string()]));
    browser.goto(&site.url("#/table"));
    browser.wait("the table", || {
        (browser.eval("document.querySelectorAll('table.overview tbody th').length >= 8") == json!(true)).then_some(())
    });
    slow_processor(&browser);
    let time = |what: &str, steps: &[(&str, usize, Option<&str>)], far: Option<f64>| {
        let times = steps
            .iter()
            .filter_map(|(query, place, typed)| browser.run_async(DO, json!([query, place, typed, far])).as_f64());
        report(what, &times.collect::<Vec<_>>(), 100.0);
    };
    let search = ".page-table input[type=search]";
    let typed = ["c", "cam 1", "cam 12", "cam 1", "", "t", "tra 1", "tra", "", "tra 14", ""];
    time("table of 300: a letter to the rows found", &typed.map(|typed| (search, 0, Some(typed))), None);
    time("table of 300: sorted by another column", &[0, 3, 5, 8, 1, 12].map(|column| (".sort", column, None)), None);
    time("table of 300: a filter", &["0", "", "0", "", "0", ""].map(|filter| (".filter", 0, Some(filter))), None);
    time("table of 300: a row ticked", &[1, 2, 5, 6, 9, 10].map(|row| (".table-tick input", row, None)), None);
    time(
        "table of 300, far down: a row ticked",
        &[5, 6, 7, 8, 9, 10].map(|row| (".table-tick input", row, None)),
        Some(0.5),
    );
    let searched = ["cam 12", "", "tra 14", "", "c", ""];
    time("table of 300, far down: searched, and all again", &searched.map(|typed| (search, 0, Some(typed))), Some(0.9));
    time("table of 300, far down: sorted", &[0, 3, 5, 8, 1, 12].map(|column| (".sort", column, None)), Some(0.5));
}
