use crate::domain::decision::{ProductSet, fold};
use crate::domain::dossier::Dossier;

/// Longest name part, in bytes; with prefix, date and extension it stays far below what Windows,
/// Android and the archive formats allow.
const LONGEST: usize = 60;

/// `ocop-tra-xanh-suoi-may-2026-11-05.docx`: safe on Windows and Android whatever the product is
/// called. The date is the caller's (the domain has no clock); the code of the content may follow it.
pub fn file_name(dossier: &Dossier, date: &str, extension: &str) -> String {
    // The prefix also keeps the name off those that Windows reserves (con, nul, com1…).
    name("ocop", dossier, date, extension)
}

/// `ocop-lam-viec-tra-xanh-suoi-may-2026-11-05.json`: a working copy, which says so in its name. It
/// holds what is not for an office ([`super::handed_in`]).
pub fn work_file_name(dossier: &Dossier, date: &str, extension: &str) -> String {
    name("ocop-lam-viec", dossier, date, extension)
}

/// `ocop-can-bo-sung-tra-xanh-suoi-may-2026-11-26.json`: what a commune sends back to be corrected.
pub fn corrections_file_name(dossier: &Dossier, date: &str) -> String {
    name("ocop-can-bo-sung", dossier, date, "json")
}

/// `ocop-phieu-cham-tra-xanh-suoi-may-nguyen-thi-hoa.json`: a scorer's sheet; without a name it is a blank one.
pub fn sheet_file_name(dossier: &Dossier) -> String {
    let scorer = dossier.scorer.as_ref().map_or("", |scorer| scorer.name.as_str());
    name("ocop-phieu-cham", dossier, scorer, "json")
}

/// `ocop-phieu-danh-gia-bo-07.docx`: the scoring sheet of a set, without a product.
pub fn blank_sheet_name(set: &ProductSet, extension: &str) -> String {
    format!("ocop-phieu-danh-gia-bo-{:02}.{}", set.no.0, slug(extension))
}

/// `ocop-danh-sach-lao-dong-tra-xanh-suoi-may-2026-11-05.docx`: one paper that was written here.
pub fn paper_file_name(dossier: &Dossier, paper: &str, date: &str, extension: &str) -> String {
    let paper = slug(paper);
    name(&if paper.is_empty() { "ocop".to_owned() } else { format!("ocop-{paper}") }, dossier, date, extension)
}

fn name(prefix: &str, dossier: &Dossier, date: &str, extension: &str) -> String {
    let product = slug(dossier.name());
    let product = if product.is_empty() { "san-pham".to_string() } else { product };
    let date = slug(date);
    let joint = if date.is_empty() { "" } else { "-" };
    format!("{prefix}-{product}{joint}{date}.{}", slug(extension))
}

/// Lower-case letters, digits and single hyphens: Vietnamese without diacritics, everything else
/// out. May be empty.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    out.trim_end_matches('-').into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::Field;

    #[track_caller]
    fn check(product: &str, expected: &str) {
        let mut dossier = Dossier::new("x".into(), String::new(), first().set(11).expect("set 11"));
        dossier.fields.set(Field::ProductName, product.into());
        assert_eq!(file_name(&dossier, "2026-11-05", "json"), expected, "{product:?}");
    }

    #[test]
    fn names_are_folded_and_bounded() {
        check("Trà xanh Suối Mây", "ocop-tra-xanh-suoi-may-2026-11-05.json");
        check("Nước mắm 40°N (chai 500 ml)", "ocop-nuoc-mam-40-n-chai-500-ml-2026-11-05.json");
        check("ĐƯỜNG THỐT NỐT", "ocop-duong-thot-not-2026-11-05.json");
        check("Tra\u{0300}", "ocop-tra-2026-11-05.json");
    }

    #[test]
    fn hostile_names_become_harmless() {
        check("", "ocop-san-pham-2026-11-05.json");
        check("../../CON", "ocop-con-2026-11-05.json");
        check("nul", "ocop-nul-2026-11-05.json");
        check("a<b>:\"/\\|?*\u{0}\n\u{202e}gpj.", "ocop-a-b-gpj-2026-11-05.json");
        check("綠茶 🍵", "ocop-san-pham-2026-11-05.json");
        check(&"chè ".repeat(400), &format!("ocop-{}-2026-11-05.json", "che-".repeat(15).trim_end_matches('-')));
    }

    #[test]
    fn a_missing_date_leaves_no_trace() {
        let dossier = Dossier::new("x".into(), String::new(), first().set(11).expect("set 11"));
        assert_eq!(file_name(&dossier, "", "docx"), "ocop-san-pham.docx");
    }
}
