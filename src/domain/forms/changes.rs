use super::appendix::Appendix;
use super::labels::{RENEWAL_TOPICS, RESULT_TOPICS};
use super::model::{Block, Column, Document, Row, RowKind, Style, Table, one_line, together};
use super::words::{DOTS, criterion_title, level_words};
use crate::domain::dossier::{Dossier, DossierKind, Field, Recognised, tidy_date};
use crate::domain::rating::Answer;

/// What changed since recognition: criterion by criterion for an upgrade (article 6.1b), by topic for
/// a re-rating (article 6.1c). A first dossier has none.
pub(super) fn append_changes(page: &mut Document, dossier: &Dossier, appendix: &Appendix) {
    match dossier.kind {
        DossierKind::First => {}
        DossierKind::Upgrade => {
            page.line(Style::Item, "Đối với sản phẩm đăng ký nâng hạng, nội dung thay đổi so với lần được công nhận:");
            recognised_before(page, dossier);
            upgrade(page, dossier, appendix);
        }
        DossierKind::ReRating => {
            page.line(
                Style::Body,
                "Đối với sản phẩm đăng ký đánh giá, phân hạng lại: cần rà soát, cập nhật những nội dung mới và đánh giá \
                 về những thay đổi, kết quả đạt được sau 3 năm được công nhận OCOP: về nguyên liệu, công nghệ sử dụng, \
                 bao bì, nhãn mác, công bố chất lượng, thị trường tiêu thụ, sản lượng, doanh thu; bổ sung các giấy tờ \
                 minh chứng pháp lý có thời hạn;....",
            );
            recognised_before(page, dossier);
            let told = RENEWAL_TOPICS.map(|(field, label)| (label, renewed(dossier, field)));
            page.topics(&told.each_ref().map(|(label, told)| (*label, told.as_str())), 5);
        }
    }
}

/// What is told of a topic; what part II has said word for word is not said again.
fn renewed(dossier: &Dossier, field: Field) -> String {
    let told = dossier.written(field);
    let said = |(field, _): &(Field, _)| one_line(&dossier.written(*field)) == one_line(&told);
    if !told.trim().is_empty() && RESULT_TOPICS.iter().any(said) {
        "Như đã trình bày ở Phần II.".into()
    } else {
        told
    }
}

fn recognised_before(page: &mut Document, dossier: &Dossier) {
    if let Some(recognised) = &dossier.recognised {
        page.line(Style::Body, recognition(recognised));
    }
}

/// What was recognised, by which decision, when and by whom, as far as it is known.
pub(super) fn recognition(recognised: &Recognised) -> String {
    let stars = together(&format!("{} sao", recognised.star.map_or(DOTS.into(), |star| u8::from(star).to_string())));
    let mut line = format!("Đã được công nhận: {stars}");
    let (number, issuer) = (one_line(&recognised.number), one_line(&recognised.issuer));
    if !number.is_empty() {
        line.push_str(&format!(", Quyết định số {number}"));
    }
    let date = one_line(&tidy_date(&recognised.date));
    if !date.is_empty() {
        let joint = if number.is_empty() { ", " } else { " " };
        line.push_str(&format!("{joint}{}", together(&format!("ngày {date}"))));
    }
    if !issuer.is_empty() {
        let joint = if number.is_empty() && date.is_empty() { ", do" } else { " của" };
        line.push_str(&format!("{joint} {issuer}"));
    }
    line + "."
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
            Column::center("Mã", 9),
            Column::start("Tiêu chí", 18),
            Column::start("Khi được công nhận", 19),
            Column::start("Hiện nay", 19),
            Column::start("Nội dung thay đổi", 24),
            Column::center("Tài liệu số", 11),
        ],
        rows,
    }));
}

fn or_dots(text: &str) -> &str {
    if text.is_empty() { DOTS } else { text }
}
