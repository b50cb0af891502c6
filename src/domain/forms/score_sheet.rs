use super::minutes::ending;
use super::model::{
    Block, Cell, Column, Document, Inline, Row, RowKind, Signature, Style, Table, one_line, value_or_blank,
};
use super::words::{criterion_title, phones};
use crate::domain::council::Sheet;
use crate::domain::decision::{
    Case, Criterion, Group, Points, ProductSet, Subgroup, printed_above, printed_case, printed_level, printed_notes,
    printed_sheet,
};
use crate::domain::dossier::{Dossier, Field};
use crate::domain::rating::{Answer, Open, counted_points, rate};

/// The scoring sheet of a set: Annex II "kiêm phiếu đánh giá sản phẩm OCOP". Blank, or with the product of a dossier
/// in its head and one scorer's levels. Head, names, notes, levels, marks and foot are Annex II's.
pub fn score_sheet(set: &'static ProductSet, dossier: Option<&Dossier>, sheet: Option<&Sheet>) -> Document {
    let head = printed_sheet(set);
    let value = |field| dossier.map_or("", |dossier| dossier.fields.get(field));
    let mut page = Document::new(&format!("Phiếu đánh giá: {}", head.name));
    page.line(Style::FormName, "Phụ lục II (Kiêm phiếu đánh giá sản phẩm OCOP)");
    page.line(Style::Title, format!("{}. {}", set.no.0, head.title));
    page.line(Style::Subtitle, format!("({})", head.class));
    page.field(Style::Body, "Tên sản phẩm", value(Field::ProductName));
    let code = one_line(value(Field::ProductCode));
    page.inlines(
        Style::Body,
        match code.is_empty() {
            true => vec![Inline::Text("Mã số sản phẩm .(T).-.(X).-.(STT).-20……".into())],
            false => vec![Inline::Text("Mã số sản phẩm: ".into()), value_or_blank(&code)],
        },
    );
    page.line(
        Style::Note,
        "T: Mã tỉnh - X: Mã xã - STT: Số thứ tự sản phẩm do xã lập thống kê - Năm đánh giá. Mã đơn vị hành chính theo \
         Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025",
    );
    page.field(Style::Body, "Tên chủ thể sản xuất", value(Field::ApplicantName));
    let phone = match phones(value(Field::Phone)) {
        phone if phone.is_empty() => Inline::Blank,
        phone => Inline::Text(phone),
    };
    page.inlines(Style::Body, vec![Inline::Text("Số điện thoại: ".into()), phone]);
    page.field(Style::Body, "Địa chỉ", value(Field::Address));
    if !head.rejection.is_empty() {
        page.line(Style::Body, head.rejection);
    }
    page.blocks.push(Block::Table(Marks { set, sheet }.table()));
    if set.criteria.iter().any(|criterion| criterion.levels.iter().any(|level| level.star_minimum.is_some()))
        && !set.is_tourism
    {
        page.line(
            Style::Note,
            // A mark stays on one line with its star.
            "Ghi chú: Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (***\u{a0}-\u{a0}3\u{a0}sao; \
             ****\u{a0}-\u{a0}4\u{a0}sao; *****\u{a0}-\u{a0}5\u{a0}sao)",
        );
    }
    page.text_field(Style::Body, "Ý kiến của người đánh giá:", &sheet.map_or(String::new(), opinion), 2);
    page.blocks.push(Block::Signature(Signature {
        date: "..., ngày ... tháng ... năm ...".into(),
        role: "Người đánh giá".into(),
        hint: "(Ký và ghi rõ họ tên)".into(),
        name: sheet.map_or("", |sheet| sheet.scorer.name.trim()).into(),
    }));
    page
}

/// What the scorer says at the foot: first what ends the evaluation, for which the sheet prints no box of its own.
fn opinion(sheet: &Sheet) -> String {
    let set = sheet.assessment.set;
    let ends = rate(&sheet.assessment).knocked_out;
    let ends = ends.iter().map(|reason| format!("Lý do dừng đánh giá: {}", ending(set, *reason)));
    let own = Some(sheet.scorer.opinion.trim().to_owned()).filter(|text| !text.is_empty());
    ends.chain(own).collect::<Vec<_>>().join("\n")
}

/// The table of a sheet: every criterion with its levels, ticked as one scorer did.
struct Marks<'a> {
    set: &'static ProductSet,
    sheet: Option<&'a Sheet>,
}

impl Marks<'_> {
    fn table(&self) -> Table {
        let mut rows = Vec::new();
        for part in self.set.parts {
            let name = printed_above(self.set, part.code.letter()).unwrap_or(part.title.vi);
            let title = format!("Phần {}: {name} ({} Điểm)", part.code.letter(), part.max.0);
            rows.push(self.sum(RowKind::Part, title, part.max, part.criteria()));
            part.groups.iter().for_each(|group| self.group(&mut rows, group));
        }
        rows.push(self.sum(RowKind::Total, "TỔNG CỘNG".into(), Points(100), 0..self.set.criteria.len()));
        Table {
            label: "Thang điểm".into(),
            columns: vec![
                Column::start("Các tiêu chí", 74),
                Column::center("Thang điểm", 13),
                Column::center("Điểm chấm", 13),
            ],
            rows,
        }
    }

    fn group(&self, rows: &mut Vec<Row>, group: &Group) {
        if group.is_leaf {
            return self.criterion(rows, group.criteria.start);
        }
        let name = printed_above(self.set, group.code).unwrap_or(group.title.vi);
        rows.push(self.sum(RowKind::Group, format!("{}. {name}", group.code), group.max, group.criteria.clone()));
        for position in group.criteria.clone() {
            if let Some(Subgroup { code, max, title, criteria }) =
                group.subgroups.iter().find(|division| division.criteria.start == position)
            {
                let name = printed_above(self.set, code).unwrap_or(title.vi);
                rows.push(self.sum(RowKind::Group, format!("{code}. {name}"), *max, criteria.clone()));
            }
            self.criterion(rows, position);
        }
    }

    fn criterion(&self, rows: &mut Vec<Row>, position: usize) {
        let criterion = &self.set.criteria[position];
        let mut title = format!("{}. {}", criterion.code, criterion_title(self.set, position));
        for note in printed_notes(self.set, position) {
            title.push('\n');
            title.push_str(note);
        }
        rows.push(self.sum(RowKind::Group, title, criterion.max, position..position + 1));
        for case in cases(criterion) {
            if let Some(case) = case {
                rows.push(plain(printed_case(self.set, position, case).into(), String::new()));
            }
            for (index, level) in criterion.levels_of(case) {
                let label = printed_level(self.set, position, index);
                let stars = level.star_minimum.map_or(0, |minimum| usize::from(u8::from(minimum.star())));
                let marks = if stars > 0 { format!(" {}", "*".repeat(stars)) } else { String::new() };
                let box_ = if self.answer(position) == Answer::Level(index as u8) { "[√]" } else { "[  ]" };
                rows.push(plain(format!("{box_} {label}{marks}"), level.points.0.to_string()));
            }
        }
    }

    fn answer(&self, position: usize) -> Answer {
        self.sheet.map_or(Answer::Unanswered, |sheet| sheet.assessment.answer(position))
    }

    /// A row that sums what stands below it; its last cell stays empty while nothing of it is scored.
    fn sum(&self, kind: RowKind, title: String, max: Points, places: std::ops::Range<usize>) -> Row {
        let scored = places.clone().any(|position| self.answer(position).is_answered());
        let given = self.sheet.filter(|_| scored).map_or(String::new(), |sheet| {
            let points = counted_points(&sheet.assessment, Open::AtZero);
            let sum: Points = points.get(places).unwrap_or_default().iter().copied().sum();
            sum.0.to_string()
        });
        Row { kind, cells: vec![title.into(), max.0.to_string().into(), given.into()] }
    }
}

fn plain(title: String, points: String) -> Row {
    Row { kind: RowKind::Plain, cells: vec![Cell::from(title), points.into(), String::new().into()] }
}

/// The lists of levels that a criterion prints: two in some of set 26, else one.
fn cases(criterion: &Criterion) -> Vec<Option<Case>> {
    match criterion.cases {
        Some(_) => Case::BOTH.into_iter().map(Some).collect(),
        None => vec![None],
    }
}
