//! The words by which things are called: one thing, one word (docs/terms.md), no level that leans on
//! another, and sentences that are read once.

#[path = "support/guide.rs"]
mod guide;

use std::fs;
use std::path::Path;

use ocop::domain::decision::first;
use serde_json::Value;

/// Files that hold both languages, each text below `vi` or `en`.
const BOTH: [&str; 4] = [
    "src/domain/decisions/26-2026/checklists.json",
    "src/domain/decisions/26-2026/checks.json",
    "src/domain/decisions/26-2026/figures.json",
    "src/domain/decisions/26-2026/decision.json",
];

/// A folder of such files.
const TEMPLATES: &str = "src/domain/decisions/26-2026/templates";

fn files_of_both() -> Vec<String> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(TEMPLATES)).expect("the templates");
    let templates = folder.map(|file| format!("{TEMPLATES}/{}", file.expect("a file").file_name().to_string_lossy()));
    BOTH.into_iter().map(str::to_owned).chain(templates).collect()
}

/// Where texts stand, by language.
const FILES: [&str; 3] = ["src/words", "src/domain/decisions/26-2026/words", "src/domain/decisions/26-2026/guide"];

/// Most words of a sentence, syllables in Vietnamese.
const LONGEST: usize = 19;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every text of a file with its key.
fn texts(value: &Value, key: &str, found: &mut Vec<(String, String)>) {
    let below = |part: &str| if key.is_empty() { part.to_owned() } else { format!("{key}.{part}") };
    match value {
        Value::String(text) => found.push((key.to_owned(), text.clone())),
        Value::Object(entries) => entries.iter().for_each(|(part, value)| texts(value, &below(part), found)),
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                let name = value.get("id").and_then(Value::as_str).map_or_else(|| at.to_string(), str::to_owned);
                texts(value, &below(&name), found);
            }
        }
        _ => {}
    }
}

/// A row of docs/terms.md.
struct Term {
    say: String,
    never: Vec<String>,
    right_in: Vec<String>,
}

fn terms(heading: &str) -> Vec<Term> {
    let list =
        |cell: &str| cell.split(';').map(|one| one.trim().to_lowercase()).filter(|one| !one.is_empty()).collect();
    let page = read("docs/terms.md");
    let part = page.split("\n## ").find(|part| part.starts_with(heading)).expect("the part of the language");
    let rows =
        part.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| say") && !line.starts_with("| -"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [say, never, right_in] = cells[..] else { panic!("three cells: {row}") };
        Term { say: say.to_owned(), never: list(never), right_in: list(right_in) }
    })
    .collect()
}

/// Whether a lowercase text says a form as words of their own, and not inside the word to say.
fn says(text: &str, form: &str, say: &str) -> bool {
    if let Some(start) = form.strip_prefix('^') {
        return text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    }
    let allowed: Vec<String> = say.split([',', ';']).map(|one| one.trim().to_lowercase()).collect();
    text.match_indices(form).any(|(start, _)| {
        let end = start + form.len();
        let alone = !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric);
        let inside = allowed.iter().filter(|allowed| allowed.contains(form)).any(|allowed| {
            text.match_indices(allowed.as_str()).any(|(at, _)| at <= start && end <= at + allowed.len())
        });
        alone && !inside
    })
}

#[test]
fn one_thing_has_one_word() {
    let mut faults = Vec::new();
    for (tag, heading) in [("vi", "Vietnamese"), ("en", "English")] {
        let terms = terms(heading);
        assert!(terms.len() > 10, "{heading} has its words");
        let own = FILES.map(|folder| format!("{folder}/{tag}.json"));
        let both = files_of_both();
        for file in own.iter().chain(&both) {
            let mut found = Vec::new();
            texts(&serde_json::from_str(&read(file)).expect("JSON"), "", &mut found);
            if both.contains(file) {
                // The papers themselves are Vietnamese.
                let other = if tag == "vi" { ".en" } else { ".vi" };
                let is_said = |key: &str| key.ends_with(&format!(".{tag}")) || tag == "vi" && !key.ends_with(other);
                let is_said = |key: &str| {
                    if file.starts_with(TEMPLATES) { is_said(key) } else { key.ends_with(&format!(".{tag}")) }
                };
                found.retain(|(key, _)| is_said(key));
            }
            for (key, text) in found {
                let text = text.to_lowercase();
                for term in &terms {
                    let is_right = term.right_in.iter().any(|right| key.contains(right));
                    for form in term.never.iter().filter(|form| !is_right && says(&text, form, &term.say)) {
                        faults.push(format!("{file} {key}: says \"{form}\"; say: {}", term.say));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} places\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_forbidden_form_is_seen_as_a_word_and_not_inside_the_word_to_say() {
    assert!(says("bao nhiêu phần sản phẩm", "bao nhiêu phần", "bao nhiêu phần trăm"));
    assert!(!says("bao nhiêu phần trăm sản phẩm", "bao nhiêu phần", "bao nhiêu phần trăm"));
    assert!(says("tên huyện cũ", "huyện", "xã"));
    assert!(!says("câu chuyện", "huyện", "xã"));
    assert!(says("chép thành chữ", "^chép", "sao chép") && !says("sao chép thành chữ", "^chép", "sao chép"));
}

#[test]
fn every_level_stands_alone() {
    for set in first().sets {
        for criterion in set.criteria {
            for (level, label) in criterion.ladder.labels.iter().enumerate() {
                let place =
                    format!("set {} criterion {} level {level} ({})", set.no.0, criterion.code, criterion.ladder.key);
                for text in [label.vi, label.en] {
                    assert!(!text.contains('/'), "{place}: a slash where \"or\" is meant: {text}");
                    for lean in ["mức trước", "ở trên", "như trên", "yêu cầu (", "level before", "requirement ("]
                    {
                        assert!(!text.contains(lean), "{place} leans on another level: {text}");
                    }
                }
            }
        }
    }
}

/// Titles print in Form 02 of every set that uses them, so none names a product of one.
#[test]
fn no_title_names_a_product() {
    for set in first().sets {
        for criterion in set.criteria {
            let title = criterion.wording.title.vi;
            let inside = title.split_once('(').map_or("", |(_, inside)| inside).to_lowercase();
            let names = first().sets.iter().flat_map(|set| set.examples[0].iter());
            let named: Vec<_> =
                names.filter(|name| inside.split([',', ')']).any(|part| part.trim() == **name)).collect();
            assert!(named.is_empty(), "set {} {}: {title} names {named:?}", set.no.0, criterion.code);
        }
    }
}

/// The longest sentence: what a reader takes in at one go, up to a stop or a bracket.
fn longest(text: &str) -> usize {
    text.split(['.', ';', ':', '?', '!', '(', ')']).map(|part| part.split_whitespace().count()).max().unwrap_or(0)
}

#[test]
fn questions_and_labels_are_read_at_one_go() {
    let mut long = Vec::new();
    let mut check = |key: &str, text: &str| {
        let length = longest(text);
        if length > LONGEST && !long.contains(&format!("{key} ({length}): {text}")) {
            long.push(format!("{key} ({length}): {text}"));
        }
    };
    for set in first().sets {
        for criterion in set.criteria {
            let questions = criterion.notes.iter().filter_map(|note| note.question);
            for text in questions.chain([criterion.wording.question, criterion.wording.title]) {
                check(criterion.wording.key, text.vi);
                check(criterion.wording.key, text.en);
            }
            if let Some(line) = set.disqualification {
                check("rejection", line.question.vi);
                check("rejection", line.question.en);
            }
            for label in criterion.ladder.labels {
                check(criterion.ladder.key, label.vi);
                check(criterion.ladder.key, label.en);
            }
        }
    }
    assert!(long.is_empty(), "{} with a sentence over {LONGEST} words\n{}", long.len(), long.join("\n"));
}

/// Texts that are no sentences of ours: lists to choose from, and what the Decision prints.
const NO_SENTENCES: [&str; 6] =
    ["forms.ethnic_groups", "forms.provinces", "sets.", "classes.", "disqualifications.", "errata."];

#[test]
fn explanations_and_the_interface_are_read_at_one_go() {
    let mut long = Vec::new();
    for tag in ["vi", "en"] {
        for folder in FILES {
            let file = format!("{folder}/{tag}.json");
            let mut found = Vec::new();
            texts(&serde_json::from_str(&read(&file)).expect("JSON"), "", &mut found);
            for (key, text) in found {
                let length = longest(&text);
                if length > LONGEST && !NO_SENTENCES.iter().any(|list| key.starts_with(list)) {
                    long.push(format!("{file} {key} ({length}): {text}"));
                }
            }
        }
    }
    // The papers that are written here; a ground of law is named as it is.
    for file in files_of_both().into_iter().filter(|file| file.starts_with(TEMPLATES)) {
        let mut found = Vec::new();
        texts(&serde_json::from_str(&read(&file)).expect("JSON"), "", &mut found);
        found.retain(|(key, text)| !key.contains(".basis.") && longest(text) > LONGEST);
        long.extend(found.into_iter().map(|(key, text)| format!("{file} {key} ({}): {text}", longest(&text))));
    }
    assert!(long.is_empty(), "{} with a sentence too long\n{}", long.len(), long.join("\n"));
}

/// A help that several sets share is told for each of them, and speaks of no other set's product.
#[test]
fn every_help_is_told_for_its_set() {
    for tag in ["vi", "en"] {
        let guide = guide::guide(tag);
        for set in first().sets {
            for criterion in set.criteria {
                let key = criterion.wording.key;
                let text = guide.help(key, set.no).unwrap_or_else(|| panic!("{key} has no help"));
                let lead = &guide.words.help[key].lead;
                assert!(!text.contains('{') && !lead.contains('{'), "{tag} set {} {key}: {text} {lead}", set.no.0);
                for practice in &guide.words.help[key].practice {
                    assert!(guide.practice(key).any(|known| known.id == *practice), "{key}: no practice {practice}");
                }
            }
        }
        for practice in &guide.words.practice {
            assert!(!practice.as_of.is_empty() && !practice.source.is_empty(), "{}", practice.id);
        }
    }
}
