//! The order that a screen reader meets: five pages as Chromium's own tree of accessible objects has them.
//! `UPDATE_GOLDEN=1` writes them out into `docs/reading-order.md`, to be read as a person would.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Browser, Engine, Site, Size};
use crate::steps::open;

/// The pages that most of the work is done on.
const PAGES: [(&str, &str); 5] = [
    ("The first page", "#/"),
    ("A criterion", "#/d/{id}/c/1.1"),
    ("The papers", "#/d/{id}/evidence"),
    ("The way to the next star", "#/d/{id}/way"),
    ("The two forms", "#/d/{id}/forms"),
];

/// Roles that say nothing by themselves: what is in them is read.
const SILENT: [&str; 11] = [
    "generic",
    "none",
    "paragraph",
    "InlineTextBox",
    "ListMarker",
    "LineBreak",
    "strong",
    "emphasis",
    "LabelText",
    "RootWebArea",
    "superscript",
];

/// Roles whose name is what stands in them: read once.
const NAMED_BY_CONTENT: [&str; 13] = [
    "button",
    "link",
    "heading",
    "radio",
    "checkbox",
    "MenuListPopup",
    "option",
    "image",
    "meter",
    "Legend",
    "switch",
    "columnheader",
    "term",
];

/// One thing that is read: how deep it stands, its role, its name, what is said beside it.
struct Heard {
    depth: usize,
    role: String,
    name: String,
    level: Option<i64>,
}

fn heard(browser: &Browser) -> Vec<Heard> {
    let tree = browser.cdp("Accessibility.getFullAXTree", json!({}));
    let nodes: Vec<Value> = tree["nodes"].as_array().cloned().unwrap_or_default();
    let by_id: BTreeMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut found = Vec::new();
    if let Some(root) = nodes.first() {
        walk(root, &by_id, 0, &mut found);
    }
    found
}

fn walk(node: &Value, by_id: &BTreeMap<&str, &Value>, depth: usize, found: &mut Vec<Heard>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut below = depth;
    // What opens and closes is read by what stands in it, or else by its name.
    let opens = role == "DisclosureTriangle";
    let before = found.len();
    let says_nothing = opens || SILENT.contains(&role) || role == "StaticText" && name.is_empty();
    if node["ignored"] != json!(true) && !says_nothing {
        let property = |wanted: &str| {
            let all = node["properties"].as_array().into_iter().flatten();
            all.filter(|one| one["name"] == wanted).find_map(|one| one["value"]["value"].as_i64())
        };
        found.push(Heard { depth, role: role.to_owned(), name: name.clone(), level: property("level") });
        below += 1;
    }
    if !NAMED_BY_CONTENT.contains(&role) || name.is_empty() {
        for child in node["childIds"].as_array().into_iter().flatten() {
            if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
                walk(child, by_id, below, found);
            }
        }
    }
    if opens && found.len() == before {
        found.push(Heard { depth, role: "summary".into(), name, level: None });
    }
}

#[test]
fn what_a_screen_reader_meets_is_in_order() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    if browser.engine != Engine::Chromium {
        return;
    }
    let id = browser.keep_products();
    let mut written = String::from(
        "# What a screen reader meets\n\nFive pages as Chromium's tree of accessible objects has them, top to bottom: role, then name. Written by\n`UPDATE_GOLDEN=1 cargo test --test browser what_a_screen_reader_meets`, which also holds what is said of the order.\n",
    );
    let mut faults = Vec::new();
    for (title, address) in PAGES {
        browser.open_page(&address.replace("{id}", &id));
        let all = heard(&browser);
        let headings: Vec<&Heard> = all.iter().filter(|one| one.role == "heading").collect();
        if headings.iter().filter(|one| one.level == Some(1)).count() != 1 || headings[0].level != Some(1) {
            faults.push(format!("{title}: the first heading is not the page's one"));
        }
        for pair in headings.windows(2) {
            if pair[1].level > pair[0].level.map(|level| level + 1) {
                faults.push(format!("{title}: “{}” skips a level below “{}”", pair[1].name, pair[0].name));
            }
        }
        for one in &all {
            let acts = ["button", "link", "radio", "checkbox", "textbox", "combobox", "searchbox", "dialog"];
            if acts.contains(&one.role.as_str()) && one.name.is_empty() {
                faults.push(format!("{title}: a {} without a name", one.role));
            }
        }
        // A label stands beside its field, which bears its name.
        for pair in all.windows(2) {
            let [one, other] = pair else { continue };
            let label = one.role == "StaticText" || other.role == "StaticText";
            if !label && one.name == other.name && !one.name.is_empty() && one.depth == other.depth {
                faults.push(format!("{title}: “{}” is read twice", one.name));
            }
        }
        // The bar shows in several places what its status says in one.
        let twice = all.iter().filter(|one| one.name.contains("/100. ")).count();
        if all.iter().any(|one| one.name == "/100") && twice > 0 {
            faults.push(format!("{title}: the points are said twice"));
        }
        for one in
            all.iter().filter(|one| one.name.contains(" ,") || one.name.contains(" .") && !one.name.contains(" .json"))
        {
            faults.push(format!("{title}: “{}” has a blank before its stop", one.name));
        }
        written.push_str(&format!("\n## {title}\n\n```text\n"));
        for Heard { depth, role, name, level } in &all {
            let level = level.filter(|_| role == "heading").map(|level| format!(" {level}")).unwrap_or_default();
            let role = if role == "StaticText" { String::new() } else { format!("{role}{level}: ") };
            written.push_str(&format!("{}{role}{name}\n", "  ".repeat(*depth)));
        }
        written.push_str("```\n");
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reading-order.md");
        std::fs::write(file, written).expect("it can be written");
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
