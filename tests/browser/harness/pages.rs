use std::path::Path;

use serde_json::{Value, json};

use super::Browser;

/// The products that stand in the browser for tests and pictures of every page.
const PRODUCTS: [&str; 3] = ["upgrade.json", "set-01-five-stars.json", "set-26-cases.json"];

/// Every page: a name for it and its address; `{id}` is the first product.
pub const PAGES: [(&str, &str); 33] = [
    ("home", "#/"),
    ("new", "#/new"),
    ("tasks", "#/d/{id}"),
    ("stops", "#/d/{id}/stops"),
    ("criterion", "#/d/{id}/c/1.1"),
    ("criterion-later", "#/d/{id}/c/3.1"),
    ("sheet", "#/d/{id}/sheet"),
    ("result", "#/d/{id}/result"),
    ("way", "#/d/{id}/way"),
    ("try", "#/d/{id}/try"),
    ("papers", "#/d/{id}/papers"),
    ("plan", "#/d/{id}/plan"),
    ("forms", "#/d/{id}/forms"),
    ("preview", "#/d/{id}/preview"),
    ("evidence", "#/d/{id}/evidence"),
    ("lists", "#/d/{id}/lists"),
    ("writings", "#/d/{id}/writings"),
    ("writing", "#/d/{id}/write/material-area"),
    ("story", "#/d/{id}/write/story"),
    ("evidence-of", "#/d/{id}/evidence/1.1"),
    ("paper", "#/d/{id}/paper/lien-ket"),
    ("check", "#/d/{id}/check"),
    ("history", "#/d/{id}/history"),
    ("standing", "#/d/{id}/standing"),
    ("log", "#/d/{id}/log"),
    ("council", "#/d/{id}/council"),
    ("desk", "#/d/{id}/desk"),
    ("criteria", "#/criteria"),
    ("set", "#/criteria/11"),
    ("compare", "#/compare/1/7"),
    ("table", "#/table"),
    ("glossary", "#/glossary"),
    ("about", "#/about"),
];

impl Browser {
    /// Puts the products where the page keeps them and loads the page again; the id of the first.
    pub fn keep_products(&self) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers/v1");
        let ids = PRODUCTS.map(|name| self.keep_product(&folder.join(name)));
        self.reload();
        self.wait_app();
        let [first, ..] = ids;
        first
    }

    /// Puts a dossier file where the page keeps its dossiers; its id.
    pub fn keep_product(&self, file: &Path) -> String {
        let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let dossier: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let id = dossier["id"].as_str().expect("a dossier has an id").to_owned();
        self.run("localStorage.setItem(`ocop/dossier/${arguments[0]}`, arguments[1])", json!([id, text]));
        id
    }

    /// Goes to a page and waits until it has a heading, its text changes no more and nothing moves.
    pub fn open_page(&self, address: &str) {
        self.follow(address);
        self.wait_still();
    }

    /// Waits until the page has a heading, its text changes no more and nothing moves.
    pub fn wait_still(&self) {
        let mut last = String::new();
        self.wait("the page to come to rest", || {
            let now = self.text();
            let is_still = self.has("heading", "") && !now.is_empty() && now == last;
            last = now;
            is_still.then_some(())
        });
        self.eval(
            "Promise.all([document.fonts.ready, ...document.getAnimations()
               .filter((a) => a.effect.getTiming().iterations !== Infinity).map((a) => a.finished.catch(() => {}))]).then(() => 1)",
        );
    }
}
