//! The printed forms: what stands in them, and that nothing an applicant types can become markup.

#[path = "forms/example.rs"]
mod example;

use ocop::domain::criteria::{EvidenceKind, set, sets};
use ocop::domain::dossier::{Dossier, Entry, Field, FieldKind, PaperRecord};
use ocop::domain::forms;

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
    for set in sets() {
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
    let html = forms::preview_html(&Dossier::new("t".into(), String::new(), set(26).expect("set 26")));
    assert!(html.contains("không áp dụng (dịch vụ du lịch)"));
}
