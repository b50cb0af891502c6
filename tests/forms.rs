//! The printed forms: what stands in them, and that nothing an applicant types can become markup.

use std::collections::BTreeMap;

#[path = "forms/example.rs"]
mod example;

use ocop::domain::decision::{EvidenceKind, Language, first};
use ocop::domain::dossier::{Dossier, Entry, Field, FieldKind, PaperRecord, wire};
use ocop::domain::forms::{self, Appendix, Document, PaperNames};

const HOSTILE: &str = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\u{0}\u{1b}";

#[test]
fn every_text_of_the_applicant_is_escaped() {
    let mut dossier = example::tea_upgrade();
    for (field, _, kind, _, _) in Field::TABLE {
        if kind != FieldKind::Tick {
            dossier.fields.set(field, format!("{HOSTILE}{}", field.key()));
        }
    }
    for entry in &mut dossier.entries {
        *entry = Entry { note: HOSTILE.into(), ..entry.clone() };
    }
    dossier.papers.push(PaperRecord {
        id: HOSTILE.into(),
        kind: EvidenceKind(200),
        title: HOSTILE.into(),
        number: HOSTILE.into(),
        issuer: HOSTILE.into(),
        date: HOSTILE.into(),
        valid_until: HOSTILE.into(),
        ..PaperRecord::default()
    });
    dossier.recognised.as_mut().expect("an upgrade").changes.insert("1.2".into(), HOSTILE.into());
    let html = forms::preview_html(&dossier);
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains('\u{0}') && !html.contains('\u{1b}'));
    assert!(html.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
}

#[test]
fn every_set_prints_blank_with_all_its_criteria_in_order() {
    for set in first().sets {
        let dossier = Dossier::new("blank".into(), String::new(), set);
        let html = forms::preview_html(&dossier);
        let mut from = html.find("Phần III").expect("part III");
        for criterion in set.criteria {
            let cell = format!("<td class=\"center\">{}</td>", criterion.code);
            let found = html[from..].find(&cell);
            from += found.unwrap_or_else(|| panic!("set {}: no row {} after the one before", set.no.0, criterion.code));
        }
    }
}

#[test]
fn tourism_brings_no_samples() {
    let html = forms::preview_html(&Dossier::new("t".into(), String::new(), first().set(26).expect("set 26")));
    assert!(html.contains("không áp dụng (dịch vụ du lịch)"));
}

#[test]
fn the_printed_forms_read_as_kept() {
    let names = PaperNames::new();
    check_golden("form-01-first", &forms::form01(&example::tea()));
    check_golden("form-02-first", &forms::form02(&example::tea(), &names));
    check_golden("form-02-upgrade", &forms::form02(&example::tea_upgrade(), &names));
    check_golden("form-02-re-rating", &forms::form02(&example::tea_renewal(), &names));
    let blank = Dossier::new("blank".into(), String::new(), first().set(26).expect("set 26"));
    check_golden("form-01-blank", &forms::form01(&blank));
    check_golden("form-02-blank", &forms::form02(&blank, &names));
}

/// Compares with the file of this name; `UPDATE_GOLDEN=1 cargo test` writes it anew, to be read
/// before it is committed.
#[track_caller]
fn check_golden(name: &str, document: &Document) {
    let path = format!("{}/tests/forms/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = forms::plain_text(document);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("the golden folder is there");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).find(|(kept, made)| kept != made);
    assert!(
        kept == text,
        "{name}: printed and kept differ, first at {differs:?}; if it is meant, run with UPDATE_GOLDEN=1"
    );
}

#[test]
fn labels_of_the_evidence_table_agree_with_the_guide() {
    let guide = include_str!("../src/domain/decisions/26-2026/guide/vi.json");
    let words: ocop::domain::decision::GuideWords = serde_json::from_str(guide).expect("the guide reads");
    for ((label, _), row) in forms::EVIDENCE_ROWS.iter().zip(1..) {
        assert_eq!(words.evidence_kinds[&row].0, *label);
    }
}

#[test]
fn papers_are_numbered_in_the_order_of_the_criteria() {
    let dossier = example::tea();
    let appendix = Appendix::of(&dossier);
    let order: Vec<&str> = appendix.papers.iter().map(|listed| listed.paper.id.as_str()).collect();
    assert_eq!(order, ["material", "vietgap", "contracts", "environment", "story", "labour", "registration"]);
    assert_eq!(appendix.numbers(dossier.set().position("1.2").expect("1.2")), "1, 2");
}

#[test]
fn evidence_files_are_named_by_number_criterion_and_title() {
    let paths: Vec<String> = forms::evidence_files(&example::tea()).into_iter().map(|file| file.path).collect();
    assert_eq!(
        paths,
        [
            "minh-chung/02a-1.2-chung-nhan-vietgap-che-bup-tuoi.jpg",
            "minh-chung/06a-3.3-danh-sach-lao-dong-co-bao-hiem.pdf",
            "minh-chung/06b-3.3-danh-sach-lao-dong-co-bao-hiem.jpg",
        ]
    );
    let list = forms::evidence_list(&example::tea(), &PaperNames::new());
    assert!(paths.iter().all(|path| list.contains(path.as_str())));
}

#[test]
fn the_officers_table_has_a_row_a_dossier() {
    let empty = Dossier::new("e".into(), "2026-11-02T08:30:00Z".into(), first().set(1).expect("set 1"));
    let mut rejected = example::tea();
    rejected.assessment.declared_dossier = true;
    rejected.fields.set(Field::ProductName, "=cmd|' /C calc'!A0, \"x\"".into());
    let sheet = forms::overview([&example::tea(), &empty, &rejected], Language::Vi);
    let csv = forms::csv(&sheet);
    let lines: Vec<&str> = csv.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("\u{feff}Sản phẩm,Chủ thể,"));
    assert_eq!(
        lines[1],
        "Trà xanh Suối Mây,Hợp tác xã Chè Suối Mây,Suối Mây,11,\"Chè tươi, chè chế biến\",37,18,29,84,4,4,\"1.5, 4.1, 7\",0,2026-11-02"
    );
    assert_eq!(lines[2], ",,,1,\"Rau, củ, quả, hạt tươi\",0,0,0,0,,5,,32,2026-11-02");
    assert!(lines[3].starts_with("\"'=cmd|' /C calc'!A0, \"\"x\"\"\","));
    assert!(lines[3].contains(",không xếp hạng,không xếp hạng,hồ sơ bị loại,"));
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
}

#[test]
fn the_copy_carries_the_forms_and_the_data_and_runs_nothing() {
    let mut dossier = example::tea_upgrade();
    dossier
        .fields
        .set(Field::History, HOSTILE.replace(['\u{0}', '\u{1b}'], "") + "<script id=\"ocop-dossier\">{}</script>");
    let html = forms::copy_html(&dossier, &PaperNames::new(), &BTreeMap::new());
    assert!(html.contains("default-src 'none'") && html.contains("PHIẾU ĐĂNG KÝ") && html.contains("TỔNG CỘNG"));
    assert!(!html.contains("http://") && !html.contains("https://"), "it must ask nothing of a network");
    assert_eq!(html.matches("<script").count(), 1, "the data alone");
    let opened = wire::from_bytes(html.as_bytes()).expect("the page opens it again");
    assert_eq!((opened.dossier, opened.warnings), (dossier, Vec::new()));
}
