use std::ops::Range;

use super::appendix::Appendix;
use super::model::{Block, Cell, Column, Document, Row, RowKind, Style, Table, one_line};
use super::words::{DOTS, criterion_title, level_words};
use crate::domain::decision::{Group, Part, Points, evidence_kinds, evidence_rows, printed_above};
use crate::domain::dossier::{Dossier, Field};
use crate::domain::rating::{Answer, Open, counted_points};

/// Part III: every criterion in printed order with the applicant's score, words and papers.
pub(super) fn append_scores(page: &mut Document, dossier: &Dossier, appendix: &Appendix) {
    let set = dossier.set();
    page.line(Style::Body, format!("Bộ tiêu chí số {} (Phụ lục II): {}.", set.no.0, set.name.vi));
    let code = one_line(dossier.fields.get(Field::ProductCode));
    if !code.is_empty() {
        page.line(Style::Body, format!("Mã số sản phẩm: {code}."));
    }
    let scores = Scores { dossier, appendix, points: counted_points(&dossier.assessment, Open::AtZero) };
    page.blocks.push(Block::Table(scores.table()));
    page.line(Style::Body, conclusion(dossier));
}

struct Scores<'a> {
    dossier: &'a Dossier,
    appendix: &'a Appendix<'a>,
    /// What each criterion counts, by place.
    points: Vec<Points>,
}

impl Scores<'_> {
    fn table(&self) -> Table {
        let mut rows = Vec::new();
        for part in self.dossier.set().parts {
            rows.push(self.part(part));
            for group in part.groups {
                self.push_group(&mut rows, group);
            }
        }
        let total = self.sum(0..self.points.len(), Points(100));
        rows.push(sum_row(RowKind::Total, "", "TỔNG CỘNG (A + B + C)", total));
        Table {
            label: "Kết quả tự đánh giá theo từng tiêu chí".into(),
            columns: vec![
                Column::center("Mã", 9),
                Column::start("Tiêu chí", 20),
                Column::start("Mức đạt được", 27),
                Column::center("Điểm tự chấm", 13),
                Column::start("Mô tả, chứng minh", 21),
                Column::center("Tài liệu số", 10),
            ],
            rows,
        }
    }

    fn part(&self, part: &Part) -> Row {
        let points = self.sum(part.criteria(), part.max);
        self.above(RowKind::Part, part.code.letter(), part.title.vi, points)
    }

    fn push_group(&self, rows: &mut Vec<Row>, group: &Group) {
        if group.is_leaf {
            rows.push(self.criterion(group.criteria.start));
            return;
        }
        let points = self.sum(group.criteria.clone(), group.max);
        rows.push(self.above(RowKind::Group, group.code, group.title.vi, points));
        for position in group.criteria.clone() {
            if let Some(division) = group.subgroups.iter().find(|division| division.criteria.start == position) {
                let points = self.sum(division.criteria.clone(), division.max);
                rows.push(self.above(RowKind::Group, division.code, division.title.vi, points));
            }
            rows.push(self.criterion(position));
        }
    }

    /// A row that sums what stands below it, under the name that Annex II prints.
    fn above(&self, kind: RowKind, code: &str, ours: &'static str, points: String) -> Row {
        sum_row(kind, code, printed_above(self.dossier.set(), code).unwrap_or(ours), points)
    }

    fn criterion(&self, position: usize) -> Row {
        let title = criterion_title(self.dossier.set(), position);
        let criterion = &self.dossier.set().criteria[position];
        let answer = self.dossier.assessment.answer(position);
        let note = self.dossier.entries.get(position).map_or("", |entry| entry.note.trim());
        let mut level = level_words(criterion, answer);
        if let (Answer::Level(index), Some([structure, _])) = (answer, self.dossier.set().counts_with)
            && structure == position
            && criterion.levels[usize::from(index)].points > self.points[position]
        {
            level.push_str("\n(không tính điểm vì chưa có câu chuyện sản phẩm)");
        }
        let points = match answer {
            Answer::Unanswered => format!("…/{}", criterion.max.0),
            _ => format!("{}/{}", self.points[position].0, criterion.max.0),
        };
        let level = if level.is_empty() { DOTS.into() } else { level };
        Row::new(RowKind::Plain, [criterion.code, title, &level, &points, note, &self.appendix.numbers(position)])
    }

    /// "36/40", with dots where nothing of it is scored yet.
    fn sum(&self, places: Range<usize>, max: Points) -> String {
        let points: Points = self.points.get(places.clone()).unwrap_or_default().iter().copied().sum();
        let scored = places.into_iter().any(|position| self.dossier.assessment.answer(position).is_answered());
        if scored { format!("{}/{}", points.0, max.0) } else { format!("…/{}", max.0) }
    }
}

/// A row that sums what stands below it.
fn sum_row(kind: RowKind, code: &str, title: &str, points: String) -> Row {
    let title = Cell { text: title.into(), span: 2 };
    let rest = Cell { text: String::new(), span: 2 };
    Row { kind, cells: vec![code.into(), title, points.into(), rest] }
}

/// What the applicant arrives at, said as provisional.
fn conclusion(dossier: &Dossier) -> String {
    let rating = dossier.rating();
    let open = dossier.set().criteria.len().saturating_sub(rating.answered);
    let total = format!("Tổng điểm tự đánh giá: {}/100.", rating.total.0);
    match rating.star {
        _ if rating.answered == 0 => format!("Tổng điểm tự đánh giá: {DOTS}/100."),
        _ if open > 0 => format!("{total} Còn {open} tiêu chí chưa chấm."),
        Some(star) => format!(
            "{total} Hạng dự kiến: {} sao, xét cả điểm và mức tối thiểu của từng hạng; kết quả do Hội đồng quyết định.",
            u8::from(star)
        ),
        None => total,
    }
}

/// The form's table of what proves what, with the numbers of the papers that the applicant brings.
pub(super) fn append_guidance(page: &mut Document, dossier: &Dossier, appendix: &Appendix) {
    page.line(
        Style::Body,
        "Tài liệu minh chứng kèm theo vào phụ lục của Báo cáo, tham khảo hướng dẫn theo bảng dưới đây:",
    );
    let rows = evidence_rows(dossier.set())
        .iter()
        .zip(evidence_kinds(dossier.set()))
        .map(|(row, kind)| Row::new(RowKind::Plain, ["-", row.about, row.demand, &appendix.numbers_of_kind(kind)]));
    page.blocks.push(Block::Table(Table {
        label: "Tài liệu minh chứng theo nội dung".into(),
        columns: vec![
            Column::center("TT", 6),
            Column::start("Nội dung", 34),
            Column::start("Yêu cầu", 46),
            Column::center("Tài liệu số", 14),
        ],
        rows: rows.collect(),
    }));
}
