use super::super::appendix::{NumberedPaper, PaperNames, paper_title, reference, term};
use super::super::model::{Document, Style, one_line, together};
use super::super::words::criterion_title;
use super::WrittenPaper;
use crate::domain::decision::{evidence_kinds, evidence_rows};
use crate::domain::dossier::{Dossier, PaperRecord};

/// The name of a divider, which the contents lead to.
pub fn anchor(number: usize) -> String {
    format!("tai-lieu-{number}")
}

/// The page before a paper: its number, what it is, what it proves, and where it is.
pub(super) fn divider(
    dossier: &Dossier,
    listed: &NumberedPaper,
    names: &PaperNames,
    written: Option<&WrittenPaper>,
) -> Document {
    let paper = listed.paper;
    let title = paper_title(dossier.set(), paper, names);
    let mut page = Document::new(&format!("Tài liệu số {}: {title}", listed.number));
    page.anchor = anchor(listed.number);
    page.line(Style::Subtitle, together(&format!("TÀI LIỆU SỐ {}", listed.number)));
    page.line(Style::Title, title);
    let holder = [one_line(&paper.holder), one_line(&paper.address)].join(", ");
    for (label, value) in [
        ("Số hiệu, nơi cấp, ngày", reference(paper)),
        ("Người đứng tên", holder.trim_matches([',', ' ']).to_owned()),
        ("Sản phẩm ghi trên giấy", one_line(&paper.product)),
        ("Có giá trị đến", term(paper)),
        ("Số trang", pages(paper)),
    ] {
        if !value.is_empty() {
            page.field(Style::Body, label, &value);
        }
    }
    if let Some(blanks) = written.map(|written| written.blanks).filter(|blanks| *blanks > 0) {
        page.line(Style::Body, format!("Đã ký, còn {blanks} chỗ trống: điền tay trên bản ký."));
    }
    if !listed.criteria.is_empty() {
        page.line(Style::Body, "Chứng minh cho tiêu chí:");
        for place in &listed.criteria {
            let code = dossier.set().criteria.get(*place).map_or("", |criterion| criterion.code);
            page.line(Style::Dash, format!("- {code}. {}", criterion_title(dossier.set(), *place)));
        }
    }
    let rows = evidence_rows(dossier.set()).iter().zip(evidence_kinds(dossier.set()));
    let rows: Vec<&str> = rows.filter(|(_, kind)| paper.stands_in(*kind)).map(|(row, _)| row.name()).collect();
    if !rows.is_empty() {
        page.line(Style::Body, "Nội dung trong bảng của Mẫu số 02:");
        rows.iter().for_each(|row| page.line(Style::Dash, format!("- {row}")));
    }
    page
}

/// How many pages follow: a photo is a page, a PDF has its own, a paper without a file is added by hand.
fn pages(paper: &PaperRecord) -> String {
    let pdf = paper.attachments.iter().filter(|file| file.media == "application/pdf").count();
    let photos = paper.attachments.len() - pdf;
    match (photos, pdf) {
        (0, 0) => "đính kèm bản giấy sau trang này".into(),
        (photos, 0) => format!("{photos} trang ảnh, bản quét sau trang này"),
        (0, pdf) => format!("{pdf} tệp PDF trong bộ điện tử, in và đặt sau trang này"),
        (photos, pdf) => {
            format!("{photos} trang ảnh, bản quét sau trang này; {pdf} tệp PDF trong bộ điện tử, in và đặt tiếp theo")
        }
    }
}
