use super::appendix::Appendix;
use super::labels::RENEWAL_TOPICS;
use super::model::{Block, Column, Document, Row, RowKind, Style, Table};
use super::words::{DOTS, criterion_title, level_words};
use crate::domain::dossier::{Dossier, DossierKind, Recognised};
use crate::domain::rating::Answer;

/// What changed since recognition: criterion by criterion for an upgrade (article 6.1b), by topic for
/// a re-rating (article 6.1c). A first dossier has none.
pub(super) fn append_changes(page: &mut Document, dossier: &Dossier, appendix: &Appendix) {
    match dossier.kind {
        DossierKind::First => {}
        DossierKind::Upgrade => {
            page.line(Style::Item, "Đối với sản phẩm đăng ký nâng hạng: nội dung thay đổi so với lần được công nhận");
            recognised_before(page, dossier);
            upgrade(page, dossier, appendix);
        }
        DossierKind::ReRating => {
            page.line(
                Style::Item,
                "Đối với sản phẩm đăng ký đánh giá, phân hạng lại: nội dung mới và kết quả sau 3 năm được công nhận OCOP",
            );
            recognised_before(page, dossier);
            for (field, label) in RENEWAL_TOPICS {
                page.text_field(Style::Dash, label, dossier.fields.get(field), 1);
            }
        }
    }
}

fn recognised_before(page: &mut Document, dossier: &Dossier) {
    let Some(recognised) = &dossier.recognised else { return };
    let star = recognised.star.map_or_else(|| DOTS.to_string(), |star| u8::from(star).to_string());
    let date = recognised.date.trim();
    let date = if date.is_empty() { DOTS } else { date };
    page.line(Style::Body, format!("Đã được công nhận: {star} sao, ngày {date}."));
}

fn upgrade(page: &mut Document, dossier: &Dossier, appendix: &Appendix) {
    let none = Recognised::default();
    let before = dossier.recognised.as_ref().unwrap_or(&none);
    let mut rows = Vec::new();
    for (position, criterion, now) in dossier.assessment.iter() {
        let then = before.answers.get(criterion.code).copied();
        let words = before.changes.get(criterion.code).map_or("", |words| words.trim());
        let changed = then.is_some_and(|then| then != now);
        if changed || !words.is_empty() {
            let then = level_words(criterion, then.unwrap_or(Answer::Unanswered));
            rows.push(Row::new(
                RowKind::Plain,
                [
                    criterion.code,
                    criterion_title(dossier.set(), position),
                    or_dots(&then),
                    or_dots(&level_words(criterion, now)),
                    or_dots(words),
                    &appendix.numbers(position),
                ],
            ));
        }
    }
    if rows.is_empty() {
        page.paragraphs("", 3);
        return;
    }
    page.blocks.push(Block::Table(Table {
        label: "Nội dung thay đổi so với lần được công nhận".into(),
        columns: vec![
            Column::center("Mã", 8),
            Column::start("Tiêu chí", 18),
            Column::start("Khi được công nhận", 19),
            Column::start("Hiện nay", 19),
            Column::start("Nội dung thay đổi", 25),
            Column::center("Tài liệu số", 11),
        ],
        rows,
    }));
}

fn or_dots(text: &str) -> &str {
    if text.is_empty() { DOTS } else { text }
}
