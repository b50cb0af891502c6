//! The papers that an applicant writes itself: that every template is whole, that every such paper of the guide
//! has one, and what is printed for a full, an empty and a hostile dossier.

#[path = "support/guide.rs"]
mod guide;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ocop::domain::calendar::Date;
use ocop::domain::decision::{Guide, PaperSource, first, fold};
use ocop::domain::dossier::{Dossier, Field, Holding, PaperRecord, Writing};
use ocop::domain::figures::{ColumnKind, Figures, Row, Table, Words};
use ocop::domain::forms::bound::bound;
use ocop::domain::forms::{PaperNames, folded_html, html_body, paper_html, plain_text};
use ocop::domain::rating::Answer;
use ocop::domain::templates::{
    Blank, Body, GIVEN, Head, Progress, Prompt, Source, Template, Templates, blanks, draw, draw_all, drawn, needed,
    other_unit, paper_code, progress, signed_with_blanks, table_fact, told, uncounted, written_here, written_papers,
};
use proptest::prelude::*;

fn decision() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/decisions/26-2026")
}

/// The templates with the name of the file that each stands in.
fn by_file() -> Vec<(String, Template)> {
    let mut files: Vec<PathBuf> = fs::read_dir(decision().join("templates"))
        .expect("a folder")
        .map(|file| file.expect("a file").path())
        .collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a text");
        let templates = Templates::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        templates.all.into_iter().map(move |template| (name.clone(), template)).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(read).collect()
}

fn templates() -> Templates {
    Templates { all: by_file().into_iter().map(|(_, template)| template).collect() }
}

/// What is wrong with one template, as a person mends it.
fn faults(template: &Template, all: &[(String, Template)], guide: &Guide) -> Vec<String> {
    let mut faults = Vec::new();
    let figures = Figures::of(first());
    let mut said = |what: &str, words: &Words| {
        if words.vi.trim().is_empty() || words.en.trim().is_empty() {
            faults.push(format!("{what} is not said in both languages"));
        }
    };
    said("name", &template.name);
    said("why", &template.why);
    template.questions.iter().for_each(|question| said(&question.key, &question.ask));
    template.attach.iter().for_each(|words| said("attach", words));
    for prompt in &template.prompts {
        said(&format!("ask of {}", prompt.key), &prompt.ask);
        prompt.hint.iter().for_each(|words| said(&format!("hint of {}", prompt.key), words));
    }
    for (key, fact) in &template.tables {
        said(&format!("title of {key}"), &fact.title);
        said(&format!("hint of {key}"), &fact.hint);
        for column in &fact.columns {
            said(&format!("{key}.{}", column.key), &column.label);
            for option in &column.options {
                said(&format!("{key}.{}.{}", column.key, option.key), &option.label);
            }
        }
    }
    let papers = template.papers.iter().chain(&template.beside);
    for paper in papers.filter(|paper| !guide.facts.papers.contains_key(*paper)) {
        faults.push(format!("the guide has no paper {paper}"));
    }
    if template.papers.is_empty() && template.beside.is_empty() && template.sets.is_empty() && !template.always {
        faults.push("no paper, no set, and not always: nobody is ever shown it".into());
    }
    if template.head != Head::None && template.title.is_empty() {
        faults.push("no title".into());
    }
    if template.head != Head::None && template.signers.is_empty() {
        faults.push("nobody signs".into());
    }
    let is_given = |name: &str| GIVEN.iter().any(|(known, _)| *known == name);
    for name in template.names() {
        match template.prompt(&name) {
            Some(prompt) if !prompt.heading.is_empty() => {
                faults.push(format!("{{{name}}} is filled in, and stands under a heading"));
            }
            None if !is_given(&name) => faults.push(format!("{{{name}}} is neither of the dossier nor asked")),
            _ => {}
        }
    }
    let names = template.names();
    let answered: Vec<&String> =
        template.body.iter().filter_map(|piece| if let Body::Answer(key) = piece { Some(key) } else { None }).collect();
    for key in &answered {
        if template.prompt(key).is_none() {
            faults.push(format!("the answer {key} is not asked"));
        }
    }
    let mut keys = BTreeSet::new();
    for prompt in &template.prompts {
        if !keys.insert(&prompt.key) || is_given(&prompt.key) {
            faults.push(format!("{} is asked twice, or is of the dossier", prompt.key));
        }
        let joined = template
            .prompts
            .iter()
            .flat_map(|other| &other.from)
            .any(|from| matches!(from, Source::Joined(keys) if keys.contains(&prompt.key)));
        if !answered.contains(&&prompt.key) && !names.contains(&prompt.key) && !joined {
            faults.push(format!("{} is asked and printed nowhere", prompt.key));
        }
        faults.extend(
            prompt
                .from
                .iter()
                .filter_map(|from| fault_of(from, template, all))
                .map(|fault| format!("{}: {fault}", prompt.key)),
        );
    }
    for body in template.table_bodies() {
        if table_fact(template, figures, &body.key).is_none() {
            faults.push(format!("there is no table {}", body.key));
        }
    }
    for (key, fact) in &template.tables {
        if !template.table_bodies().any(|body| body.key == *key) {
            faults.push(format!("the table {key} is printed nowhere"));
        }
        if figures.tables.contains_key(key)
            || all.iter().filter(|(_, other)| other.tables.contains_key(key)).count() > 1
        {
            faults.push(format!("there is another table {key}"));
        }
        for column in &fact.columns {
            let known = column.known_by.iter().chain(column.options.iter().flat_map(|option| &option.known_by));
            faults
                .extend(known.filter(|word| fold(word) != **word).map(|word| format!("{key}: {word:?} is not folded")));
            if (column.kind == ColumnKind::Choice) == column.options.is_empty() {
                faults.push(format!("{key}.{}: a choice has options, and nothing else", column.key));
            }
        }
    }
    if !template.story.is_empty() && template.prompt(&template.story).is_none() {
        faults.push(format!("the story {} is not asked", template.story));
    }
    for key in template.outputs.iter().filter(|key| !all.iter().any(|(_, known)| known.key == **key)) {
        faults.push(format!("there is no template {key}"));
    }
    if template.folded != (template.body.iter().filter(|piece| **piece == Body::PageBreak).count() == 3) {
        faults.push("a leaflet has four pages, and nothing else has".into());
    }
    if !template.feeds.is_empty() && Field::from_key(&template.feeds).is_none() {
        faults.push(format!("there is no field {}", template.feeds));
    }
    faults
}

fn fault_of(from: &Source, template: &Template, all: &[(String, Template)]) -> Option<String> {
    match from {
        Source::Field(key) => Field::from_key(key).is_none().then(|| format!("there is no field {key}")),
        Source::Notes(ladders) => {
            let printed = |ladder: &String| {
                first().sets.iter().flat_map(|set| set.criteria).any(|criterion| criterion.ladder.key == ladder)
            };
            ladders.iter().find(|ladder| !printed(ladder)).map(|ladder| format!("there is no ladder {ladder}"))
        }
        Source::Writing(other, prompt) => {
            let found = all.iter().find(|(_, known)| known.key == *other).and_then(|(_, known)| known.prompt(prompt));
            found.is_none().then(|| format!("there is no {other}.{prompt}"))
        }
        Source::Together(other, keys) => {
            let found = all.iter().find(|(_, known)| known.key == *other);
            let asks = |key: &&String| found.is_none_or(|(_, known)| known.prompt(key).is_none());
            keys.iter().find(asks).map(|key| format!("there is no {other}.{key}"))
        }
        Source::Unit(table, column) => {
            let known = all.iter().find_map(|(_, known)| table_fact(known, Figures::of(first()), table));
            let number = known.and_then(|fact| fact.column(column)).filter(|column| column.kind == ColumnKind::Number);
            number.is_none().then(|| format!("there is no number {table}.{column}"))
        }
        Source::Joined(keys) => {
            keys.iter().find(|key| template.prompt(key).is_none()).map(|key| format!("{key} is not asked"))
        }
    }
}

#[test]
fn every_template_is_whole() {
    let (all, guide) = (by_file(), guide::guide("vi"));
    let mut found = Vec::new();
    let mut keys = BTreeSet::new();
    for (file, template) in &all {
        if !keys.insert(&template.key)
            || !template.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        {
            found.push(format!("{file}: {}: the key is used twice, or is none", template.key));
        }
        found.extend(
            faults(template, &all, &guide).into_iter().map(|fault| format!("{file}: {}: {fault}", template.key)),
        );
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Papers that the applicant makes, and that no template is for, each with the reason.
const ELSEWHERE: [(&str, &str); 6] = [
    ("accounts-profit-up", "accounts follow the law on accounting; a summary goes beside them"),
    ("accounts-profit-up-2-years", "accounts follow the law on accounting; a summary goes beside them"),
    ("cooperative-charter", "the members' meeting adopts it, and it is registered"),
    ("quality-self-declaration", "another decree prescribes its form"),
    ("national-standard-declared", "a line of the declaration, whose form another decree prescribes"),
    ("international-standard-declared", "a line of the declaration, whose form another decree prescribes"),
];

#[test]
fn every_paper_that_the_applicant_writes_has_a_template_or_a_reason() {
    let (templates, guide) = (templates(), guide::guide("vi"));
    let own =
        guide.facts.papers.iter().filter(|(_, paper)| paper.source == PaperSource::Own).map(|(id, _)| id.as_str());
    let own: BTreeSet<&str> = own.collect();
    let written: BTreeSet<&str> =
        templates.all.iter().flat_map(|template| &template.papers).map(String::as_str).collect();
    let named: BTreeSet<&str> = ELSEWHERE.iter().map(|(paper, _)| *paper).collect();
    let missing: Vec<&&str> =
        own.iter().filter(|paper| !written.contains(**paper) && !named.contains(**paper)).collect();
    assert!(missing.is_empty(), "no template and no reason: {missing:?}");
    assert!(named.iter().all(|paper| own.contains(paper) && !written.contains(paper)), "a reason that is none");
    assert!(ELSEWHERE.iter().all(|(_, reason)| !reason.is_empty()));
    let mut papers = BTreeSet::new();
    let twice: Vec<&String> =
        templates.all.iter().flat_map(|template| &template.papers).filter(|paper| !papers.insert(*paper)).collect();
    assert!(twice.is_empty(), "two templates for one paper: {twice:?}");
}

fn empty(set: u8) -> Dossier {
    Dossier::new("a".into(), String::new(), first().set(set).expect("a set"))
}

/// Every question of a template answered with a text of its own, and every table with a row.
fn filled(template: &Template) -> Dossier {
    let mut dossier = empty(if template.sets.is_empty() { 1 } else { template.sets[0] });
    for (name, field) in GIVEN {
        dossier.fields.set(field, format!("Trường {name}"));
    }
    let mut writing = Writing { checked: true, ..Writing::default() };
    for prompt in &template.prompts {
        writing.write(&prompt.key, format!("Lời {} một\nLời {} hai", prompt.key, prompt.key));
    }
    writing.checked = true;
    dossier.writings.insert(template.key.clone(), writing);
    for body in template.table_bodies() {
        let fact = table_fact(template, Figures::of(first()), &body.key).expect("a table");
        let text = fact.columns.iter().filter(|column| column.kind != ColumnKind::Choice);
        let row: Row = text.map(|column| (column.key.clone(), format!("Ô {}", column.key))).collect();
        dossier.tables.insert(body.key.clone(), Table { rows: vec![row] });
    }
    dossier
}

#[test]
fn a_full_paper_says_all_that_was_answered_and_has_no_dots_but_for_the_pen() {
    for template in &templates().all {
        let dossier = filled(template);
        let text = plain_text(&draw(&dossier, template));
        for prompt in &template.prompts {
            for nth in ["một", "hai"] {
                let said = format!("Lời {} {nth}", prompt.key);
                let is_material = printed_alone(template, prompt);
                assert!(
                    !is_material || bare(&text).contains(&bare(&said)),
                    "{}: {said} is not printed:\n{text}",
                    template.key
                );
            }
        }
        for body in template.table_bodies() {
            assert!(
                text.contains("Ô ") || body.key.is_empty(),
                "{}: the table {} is not printed",
                template.key,
                body.key
            );
        }
        assert!(!text.contains("Bản nháp"), "{}", template.key);
        assert_eq!(progress(&dossier, template), Progress::Answered, "{}", template.key);
    }
}

/// Whether an answer is printed itself, and not only as a part of another.
fn printed_alone(template: &Template, prompt: &Prompt) -> bool {
    template.names().contains(&prompt.key)
        || template.body.iter().any(|piece| matches!(piece, Body::Answer(key) if *key == prompt.key))
}

/// The file has what is shown and printed, and nothing in it runs.
#[test]
fn a_paper_as_html_is_a_page_of_its_own_that_says_what_is_printed() {
    for template in &templates().all {
        let dossier = filled(template);
        let paper = draw(&dossier, template);
        let page = paper_html(&paper, template.folded);
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
        assert!(page.contains("default-src 'none'") && !page.contains("<script"));
        let shown = if template.folded { folded_html(&paper) } else { html_body(&paper, None) };
        assert!(page.contains(&shown), "{}", template.key);
    }
}

#[test]
fn an_empty_paper_prints_dots_and_is_a_draft() {
    for template in &templates().all {
        let dossier = empty(1);
        let text = plain_text(&draw(&dossier, template));
        assert!(text.starts_with("Bản nháp"), "{}", template.key);
        let asks = template.prompts.iter().any(|prompt| !prompt.optional) || !template.names().is_empty();
        assert!(!asks || text.contains("……"), "{}: nothing to fill in:\n{text}", template.key);
        assert!(!text.contains('{') && !text.contains('}'), "{}:\n{text}", template.key);
        assert_ne!(progress(&dossier, template), Progress::Signed);
        assert_eq!(told(&dossier, template), "", "{}", template.key);
    }
}

#[test]
fn a_paper_is_asked_for_by_the_level_that_is_chosen_and_signed_once_it_is_among_the_papers() {
    let (templates, guide) = (templates(), guide::guide("vi"));
    let mut dossier = empty(1);
    let position = dossier.set().position("3.3").expect("3.3");
    let asked = |dossier: &Dossier| {
        let (now, rest) = needed(dossier, &guide, &templates);
        let state = now.iter().find(|need| need.template.key == "labour-list").map(|need| need.progress);
        (state, rest.iter().any(|need| need.template.key == "labour-list"))
    };
    assert_eq!(asked(&dossier), (None, true));
    dossier.assessment.set_answer(position, Answer::Level(1));
    assert_eq!(asked(&dossier), (Some(Progress::NotBegun), false));
    let mut writing = Writing::default();
    writing.write("as-of", "30/09/2026".into());
    dossier.writings.insert("labour-list".into(), writing);
    assert_eq!(asked(&dossier).0, Some(Progress::Begun), "its table is empty");
    let row: Row = [("home", "commune")].map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    dossier.tables.insert("workers".into(), Table { rows: vec![row] });
    assert_eq!(asked(&dossier).0, Some(Progress::Answered));
    dossier.papers.push(PaperRecord { id: "p1".into(), ..PaperRecord::default() });
    dossier.writings.get_mut("labour-list").expect("written").paper = "p1".into();
    assert_eq!(asked(&dossier).0, Some(Progress::Signed));
    assert_eq!(written_papers(&dossier, &templates).len(), 1);
    dossier.papers[0].holding = Holding::ToGet;
    assert_eq!(asked(&dossier).0, Some(Progress::Answered));
    // The paper was taken off the list.
    dossier.papers.clear();
    assert_eq!(asked(&dossier).0, Some(Progress::Answered));
    assert!(written_papers(&dossier, &templates).is_empty());
}

/// An empty paper could be signed without a word, and counted as held.
#[test]
fn what_is_empty_in_a_paper_is_told_by_name_and_said_once_it_is_signed() {
    let templates = templates();
    for template in &templates.all {
        let full = filled(template);
        assert_eq!(blanks(&full, template), [], "{}", template.key);
        let asked = template.prompts.iter().filter(|prompt| !prompt.optional && prompt.from.is_empty()).count();
        let empty = blanks(&empty(full.set().no.0), template);
        let prompts = empty.iter().filter(|blank| matches!(blank, Blank::Prompt(_))).count();
        assert!(
            prompts >= asked && (prompts > 0) == template.prompts.iter().any(|prompt| !prompt.optional),
            "{}",
            template.key
        );
    }
    let template = templates.get("labour-list").expect("the list of workers");
    let mut dossier = filled(template);
    let sign = |dossier: &mut Dossier| {
        dossier.papers = vec![PaperRecord { id: "p1".into(), ..PaperRecord::default() }];
        dossier.writings.entry(template.key.clone()).or_default().paper = "p1".into();
    };
    sign(&mut dossier);
    let divider = |dossier: &Dossier| {
        let today = Date::parse("26/11/2026").expect("a day");
        let written = written_here(dossier, &templates);
        bound(dossier, &PaperNames::new(), today, &written).iter().map(plain_text).collect::<String>()
    };
    assert_eq!(signed_with_blanks(&dossier, &templates).len(), 0);
    assert!(!divider(&dossier).contains("chỗ trống: điền tay"));
    dossier.tables.clear();
    dossier.writings.get_mut(&template.key).expect("written").write("as-of", String::new());
    let open: Vec<usize> = signed_with_blanks(&dossier, &templates).into_iter().map(|(.., blanks)| blanks).collect();
    assert_eq!(open, [2]);
    assert!(divider(&dossier).contains("Đã ký, còn 2 chỗ trống: điền tay trên bản ký."));
    // What is not signed is not said to be.
    dossier.papers[0].holding = Holding::ToGet;
    assert_eq!(signed_with_blanks(&dossier, &templates).len(), 0);
}

/// A list with a number of people that nobody could read was signed without a word.
#[test]
fn what_is_not_counted_in_a_table_is_told_before_its_paper_is_signed() {
    let templates = templates();
    let template = templates.get("labour-list").expect("the list of workers");
    let mut dossier = filled(template);
    let mut told = |home: &str, count: &str| {
        let row: Row = [("home", home), ("count", count)].map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        dossier.tables.insert("workers".into(), Table { rows: vec![row] });
        assert_eq!(blanks(&dossier, template), [], "nothing of it is empty");
        uncounted(&dossier, template).iter().map(|(_, missing)| missing.len()).collect::<Vec<_>>()
    };
    assert_eq!(told("commune", "####"), [1]);
    assert_eq!(told("", "2"), [1]);
    assert_eq!(told("commune", "-2"), [1]);
    assert_eq!(told("commune", "2"), [] as [usize; 0]);
    assert_eq!(told("elsewhere", ""), [] as [usize; 0], "a row without a number is one person");
    // Nothing is counted from a table of the paper's own.
    let own = templates.get("settlement-record").expect("a paper with a table of its own");
    assert_eq!(uncounted(&filled(own), own), []);
}

/// What is changed after it was signed is told, wherever the change was made; what is only signed is not.
#[test]
fn a_paper_that_is_changed_after_it_was_signed_is_to_be_signed_again() {
    let templates = templates();
    for template in &templates.all {
        let mut dossier = filled(template);
        let sign = |dossier: &mut Dossier| {
            let code = paper_code(dossier, template);
            dossier.papers = vec![PaperRecord { id: "p1".into(), ..PaperRecord::default() }];
            let writing = dossier.writings.entry(template.key.clone()).or_default();
            (writing.paper, writing.signed) = ("p1".into(), code);
        };
        sign(&mut dossier);
        assert_eq!(progress(&dossier, template), Progress::Signed, "{}", template.key);
        // Read through again: the same text.
        dossier.writings.get_mut(&template.key).expect("written").checked = false;
        assert_eq!(progress(&dossier, template), Progress::Signed, "{}", template.key);
        dossier.fields.set(Field::ApplicantName, "Hợp tác xã khác".into());
        let mut written = dossier.clone();
        let told = progress(&dossier, template);
        let names_applicant = text_of_paper(&dossier, template).contains("Hợp tác xã khác")
            || text_of_paper(&dossier, template).contains("HỢP TÁC XÃ KHÁC");
        assert_eq!(told == Progress::Changed, names_applicant, "{}: {told:?}", template.key);
        let Some(prompt) = template.prompts.iter().find(|prompt| printed_alone(template, prompt)) else { continue };
        sign(&mut written);
        written.writings.get_mut(&template.key).expect("written").write(&prompt.key, "Lời khác".into());
        assert_eq!(progress(&written, template), Progress::Changed, "{}", template.key);
        sign(&mut written);
        assert_eq!(progress(&written, template), Progress::Signed, "{}", template.key);
        // An older file kept no code: nothing is said.
        written.writings.get_mut(&template.key).expect("written").signed.clear();
        written.writings.get_mut(&template.key).expect("written").write(&prompt.key, "Lời khác nữa".into());
        assert_eq!(progress(&written, template), Progress::Signed, "{}", template.key);
    }
}

/// A paper leaves without the word draft once it was read through, or signed as it stands.
#[test]
fn a_paper_is_a_draft_until_it_is_read_through_or_signed_as_it_stands() {
    let templates = templates();
    let template = templates.get("labour-list").expect("the list of workers");
    let is_draft = |dossier: &Dossier| text_of_paper(dossier, template).starts_with("Bản nháp");
    let mut dossier = filled(template);
    assert!(!is_draft(&dossier), "read through");
    dossier.writings.get_mut(&template.key).expect("written").checked = false;
    assert!(is_draft(&dossier), "not read through");
    let code = paper_code(&dossier, template);
    dossier.papers = vec![PaperRecord { id: "p1".into(), ..PaperRecord::default() }];
    let writing = dossier.writings.get_mut(&template.key).expect("written");
    (writing.paper, writing.signed) = ("p1".into(), code);
    assert!(!is_draft(&dossier), "signed");
    dossier.papers[0].holding = Holding::ToGet;
    assert!(is_draft(&dossier), "not at hand any more");
    dossier.papers[0].holding = Holding::Have;
    dossier.fields.set(Field::ApplicantName, "Hợp tác xã khác".into());
    assert!(is_draft(&dossier), "changed after it was signed");
    dossier.writings.get_mut(&template.key).expect("written").checked = true;
    assert!(!is_draft(&dossier), "read through again, to be signed anew");
}

/// Seen in use: the unit was asked for though the rows had one, and "kg" was printed above rows in tons.
#[test]
fn the_unit_is_taken_from_the_rows_and_another_one_above_them_is_told() {
    let templates = templates();
    let template = templates.get("material-area").expect("the growing area");
    let prompt = template.prompt("unit").expect("the unit");
    let mut dossier = empty(1);
    let rows = |quantities: &[&str]| {
        let row = |text: &&str| -> Row { [("quantity".to_owned(), (*text).to_owned())].into() };
        Table { rows: quantities.iter().map(row).collect() }
    };
    let said = |dossier: &Dossier| drawn(dossier, template, prompt).map(|drawn| drawn.text);
    dossier.tables.insert("origin".into(), rows(&["12", "8"]));
    assert_eq!(said(&dossier), None, "bare numbers name no unit");
    dossier.tables.insert("origin".into(), rows(&["12 tấn", "8 tấn"]));
    assert_eq!(said(&dossier).as_deref(), Some("tấn"));
    assert!(text_of_paper(&dossier, template).contains("tính bằng tấn"));
    assert_eq!(other_unit(&dossier, template, prompt), None);
    for (own, told) in [("kg", Some("tấn")), ("Tấn", None), ("tấn", None)] {
        let mut writing = Writing::default();
        writing.write("unit", own.into());
        dossier.writings.insert(template.key.clone(), writing);
        assert_eq!(other_unit(&dossier, template, prompt).as_deref(), told, "{own}");
    }
    dossier.tables.insert("origin".into(), rows(&["12 tấn", "800 kg"]));
    assert_eq!(other_unit(&dossier, template, prompt), None, "two units: each row says so itself");
}

fn text_of_paper(dossier: &Dossier, template: &Template) -> String {
    plain_text(&draw(dossier, template))
}

/// What is at hand is not asked to be written, nor is what another paper stands for.
#[test]
fn what_is_held_or_has_another_in_its_place_is_not_asked_for() {
    let (templates, guide) = (templates(), guide::guide("vi"));
    let asked = |dossier: &Dossier, key: &str| {
        let (now, rest) = needed(dossier, &guide, &templates);
        let found = now.iter().find(|need| need.template.key == key);
        assert!(found.is_some() || rest.iter().any(|need| need.template.key == key), "{key} is nowhere");
        found.is_some()
    };
    let held = |dossier: &mut Dossier, paper: &str| {
        let id = format!("p{}", dossier.papers.len());
        dossier.papers.push(PaperRecord { id, paper: Some(paper.to_owned()), ..PaperRecord::default() });
    };
    // The labour list that was brought along.
    let mut dossier = empty(1);
    let position = dossier.set().position("3.3").expect("3.3");
    dossier.assessment.set_answer(position, Answer::Level(1));
    assert!(asked(&dossier, "labour-list"));
    let list = guide.proofs(&dossier.set().criteria[position]);
    let list = list.iter().find(|proof| proof.level == 1).expect("a list").all[0].clone();
    held(&mut dossier, &list);
    assert!(!asked(&dossier, "labour-list"));
    // A mark of origin is protected, or is not: one of the two is asked for.
    let mut dossier = empty(1);
    let position = dossier.set().position("3.5").expect("3.5");
    dossier.assessment.set_answer(position, Answer::Level(1));
    assert!(asked(&dossier, "origin-sign"));
    held(&mut dossier, "origin-mark-right");
    assert!(!asked(&dossier, "origin-sign"));
    // A product is special, or new; who wrote of the one is not asked for the other.
    let sets = first().sets.iter().map(|set| set.no.0);
    let both = sets.filter_map(|no| {
        let mut dossier = empty(no);
        let answered = dossier.set().criteria.iter().position(|criterion| {
            let lists = guide.proofs(criterion);
            lists.iter().any(|proof| proof.all == ["new-local-product-file"])
        })?;
        let level = guide.proofs(&dossier.set().criteria[answered]);
        let level = level.iter().find(|proof| proof.all == ["new-local-product-file"])?.level;
        dossier.assessment.set_answer(answered, Answer::Level(level as u8));
        Some((dossier, answered))
    });
    let mut seen = 0;
    for (mut dossier, _) in both {
        seen += 1;
        assert!(asked(&dossier, "uniqueness") != asked(&dossier, "new-product"), "set {}", dossier.set().no.0);
        let mut writing = Writing::default();
        writing.write("what", "Mới".into());
        dossier.writings.insert("new-product".into(), writing);
        assert!(!asked(&dossier, "uniqueness") && asked(&dossier, "new-product"));
    }
    assert!(seen > 0, "some set asks so");
}

/// Letters and digits alone, in one case: what every way out keeps of a text.
fn bare(text: &str) -> String {
    text.to_uppercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_answered_is_printed_whatever_it_is(text in support::text(), dossier in support::dossier()) {
        for template in &templates().all {
            let mut dossier = dossier.clone();
            let mut writing = Writing::default();
            for prompt in &template.prompts {
                writing.write(&prompt.key, text.clone());
            }
            dossier.writings.insert(template.key.clone(), writing);
            let page = draw(&dossier, template);
            let printed = bare(&plain_text(&page));
            for prompt in template.prompts.iter().filter(|prompt| printed_alone(template, prompt)) {
                prop_assert!(printed.contains(&bare(&text)), "{}: {}", template.key, prompt.key);
            }
            prop_assert!(!html_body(&page, None).contains("<script"));
            drop(told(&dossier, template));
        }
        prop_assert!(draw_all(&dossier, &templates()).len() <= dossier.writings.len());
        drop(needed(&dossier, &guide::guide("vi"), &templates()));
    }
}
