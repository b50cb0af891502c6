use std::collections::BTreeMap;

use super::html::{body, escape, folded};
use super::model::Document;
use super::{PaperNames, Stamp, handed_in, preview_html};
use crate::WRITTEN_BY;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::{self, AttachedFile};

/// The same styles as the page's preview and print.
const STYLES: &str = include_str!("../../../styles/forms.css");

/// Above the forms on a screen, not on paper.
const NOTE_STYLES: &str = "body{margin:0;background:#eee}.copy-note{max-width:210mm;margin:16px auto;padding:0 16px;\
font:16px/1.5 system-ui,sans-serif;color:#333}.copy-note h1{font-size:20px;margin:0 0 4px}.copy-note p{margin:0}\
@media print{body{background:#fff}.copy-note{display:none}}";

/// Where every page has the stamp at its foot, the end of a form does not say it a second time. No style can ask whether a
/// browser prints feet of pages; those that do are Chromium since the version that knows `::details-content`.
const ONCE: &str =
    "@supports selector(::details-content) and (-webkit-app-region:none){@media print{.stamp{display:none}}}\n";

/// The forms as one HTML file that opens anywhere without network or script. It carries the dossier
/// as it is handed in, as data, and the bytes of attachments by their id, so that the page can open it
/// again ([`wire::from_bytes`]).
///
/// Nothing in it runs: the policy forbids every script, and the block of data is none.
pub fn copy_html(
    dossier: &Dossier,
    names: &PaperNames,
    files: &BTreeMap<String, AttachedFile>,
    stamp: Option<&Stamp>,
) -> String {
    let name = dossier.name();
    let title = if name.is_empty() { "Hồ sơ OCOP".to_string() } else { format!("{name} - Hồ sơ OCOP") };
    let title = escape(&title);
    let forms = preview_html(dossier, names, stamp);
    let foot = stamp.map(|stamp| page_foot(stamp) + ONCE).unwrap_or_default();
    let data = wire::to_html_script(&handed_in(dossier), files);
    let head = format!(
        "<header class=\"copy-note\">\n<h1>{title}</h1>\n\
         <p>Bản tự đánh giá của chủ thể, chưa nộp. Tệp này mở lại được trong trang tự đánh giá OCOP.</p>\n</header>\n"
    );
    page(&title, &foot, &format!("{head}<main>\n{forms}</main>\n{data}"))
}

/// Papers other than the dossier's forms as one HTML file that opens anywhere, and carries nothing but them.
pub fn pages_html(title: &str, pages: &[Document]) -> String {
    let printed: String = pages.iter().map(|page| body(page, None)).collect();
    page(&escape(title), "", &format!("<main>\n{printed}</main>"))
}

/// One paper written here as an HTML file, as it is shown and printed.
pub fn paper_html(document: &Document, is_folded: bool) -> String {
    let sheet = if is_folded { folded(document) } else { body(document, None) };
    page(&escape(&document.title), "", &format!("<main>\n{sheet}</main>"))
}

/// A page of its own around what is escaped already. Nothing in it runs.
fn page(title: &str, foot: &str, inside: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"{WRITTEN_BY}\">\n<title>{title}</title>\n\
         <style>\n{STYLES}\n{NOTE_STYLES}\n{foot}</style>\n</head>\n<body>\n{inside}\n</body>\n</html>\n"
    )
}

/// The same above the stamp for one part of several: each has page numbers of its own, which name the part.
pub fn part_foot(stamp: &Stamp, part: usize) -> String {
    let number = format!("{{@top-center{{content:\"Phần {part}, trang \" counter(page)}}}}");
    format!("{}@page{number}\n@page :first{number}\n", page_foot(stamp))
}

/// The stamp at the foot of every printed page. Its letters, digits and signs need no escaping, and
/// whatever else stood in it is left out.
pub fn page_foot(stamp: &Stamp) -> String {
    let harmless = |c: &char| c.is_alphanumeric() || " :/.-".contains(*c);
    let line: String = stamp.line().chars().filter(harmless).collect();
    format!(
        "@page{{@bottom-center{{content:\"{line}\";font:9pt \"Times New Roman\",Tinos,\"Liberation Serif\",serif}}}}\n"
    )
}
