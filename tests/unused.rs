//! Nothing is kept that nobody uses: a text of the interface that no page says, a style of what no page draws. And no style
//! makes every change cost a whole page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Every file below a folder with one of these endings.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The program and what is met before it.
fn program() -> Vec<String> {
    let mut texts: Vec<String> = files("src", &["rs"]).iter().map(|path| read(path)).collect();
    texts.extend(files("web", &["js"]).iter().map(|path| read(path)));
    texts.push(read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")));
    texts
}

/// The names in a text, of whatever: letters, digits, hyphens and underscores.
fn names(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_text_of_the_interface_is_said_somewhere() {
    let words: Value = serde_json::from_str(&read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/vi.json")))
        .expect("the texts");
    // A chain may be broken into lines at its dots.
    // `{home.welcome}` is how the page says one before the program is there.
    let program: Vec<String> =
        program().iter().map(|text| text.split_whitespace().collect::<String>().replace('{', "{.")).collect();
    let mut unsaid = Vec::new();
    for (section, texts) in words.as_object().expect("sections") {
        // Where a section has a short name, its texts are said without it: `let s = &t.standing;`.
        let (whole, bare) = (format!(".{section}."), format!(".{section}"));
        let is_short = |rest: &str| rest.starts_with([';', ',']);
        let said: BTreeSet<&str> = program
            .iter()
            .flat_map(|text| {
                let text = text.as_str();
                let named = text.split(whole.as_str()).skip(1).filter_map(names_first);
                let shortened =
                    text.split(bare.as_str()).skip(1).any(is_short).then(|| text.split('.').filter_map(names_first));
                named.chain(shortened.into_iter().flatten())
            })
            .collect();
        unsaid.extend(
            texts
                .as_object()
                .expect("texts")
                .keys()
                .filter(|key| !said.contains(key.as_str()))
                .map(|key| format!("{section}.{key}")),
        );
    }
    assert!(unsaid.is_empty(), "texts in src/words that nothing says: {unsaid:?}");
}

/// The name that a text begins with.
fn names_first(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

#[test]
fn every_style_is_for_something_that_is_drawn() {
    let program = program();
    let named: BTreeSet<&str> = program.iter().flat_map(|text| names(text)).collect();
    // A name that is put together: `format!("kind-{}", …)`.
    let begun: BTreeSet<&str> = program
        .iter()
        .flat_map(|text| {
            text.split("-{").map(|before| {
                before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default()
            })
        })
        .filter(|begin| !begin.is_empty())
        .collect();
    let mut unused = Vec::new();
    for path in files("styles", &["css"]) {
        let text = read(&path);
        let mut rest = text.as_str();
        while let Some(at) = rest.find('.') {
            rest = &rest[at + 1..];
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
            let class = &rest[..end];
            let is_class = class.starts_with(|c: char| c.is_ascii_lowercase()) && !rest[end..].starts_with('"');
            let drawn = named.contains(class)
                || begun.iter().any(|begin| class.strip_prefix(begin).is_some_and(|more| more.starts_with('-')));
            if is_class && !drawn {
                unused.push(format!("{}: .{class}", path.file_name().unwrap_or_default().display()));
            }
        }
    }
    unused.sort();
    unused.dedup();
    assert!(unused.is_empty(), "styles of nothing: {unused:#?}");
}

/// A browser that is asked what `body` or `#app` holds looks again at every change anywhere, and what it then styles anew
/// is all that any rule with `:has` names: with `> *` or `> :not(…)` below one, the whole page. Chromium styled 150 of a
/// criterion's 192 elements for an answer that changes 12.
#[test]
fn no_style_makes_every_change_one_of_the_whole_page() {
    let mut wide = Vec::new();
    for path in files("styles", &["css"]) {
        let text = read(&path).split_whitespace().collect::<Vec<_>>().join(" ");
        for (at, _) in text.match_indices(":has(") {
            let start = text[..at].rfind(['}', '{', '/']).map_or(0, |end| end + 1);
            let rule = &text[start..at + rule_length(&text[at..])];
            let whole = ["body:has(", "#app:has(", "html:has(", ":root:has("].iter().any(|all| rule.contains(all));
            let below = ["> *", "> :not(", "+ *", "+ :not(", "~ *", "~ :not("];
            let (_, after) = rule.split_once(":has(").unwrap_or_default();
            if whole || below.iter().any(|all| after.contains(all)) {
                wide.push(format!("{}: {}", path.display(), rule.trim()));
            }
        }
    }
    assert!(wide.is_empty(), "ask of less than the whole page, by a class: {wide:#?}");
}

/// How long a rule is, with all that is nested in it.
fn rule_length(rule: &str) -> usize {
    let mut depth = 0;
    let end = rule.char_indices().find(|(_, sign)| {
        depth += i32::from(*sign == '{') - i32::from(*sign == '}');
        *sign == '}' && depth == 0
    });
    end.map_or(rule.len(), |(at, _)| at + 1)
}
