use super::model::{Block, Column, Document, Row, RowKind, Signature, Style, Table};
use super::words::criterion_title;
use crate::domain::council::{Agreement, Council, Outcome, Reading, Scorer, breach_of, outcome};
use crate::domain::decision::{Language, ProductSet, Star, printed_sheet};
use crate::domain::dossier::checks::needs_no_paper;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::rating::KnockOut;

/// The minutes of a sitting of several scorers: who was there, each total, the average and what follows from it.
/// `None` before all sheets are in. The Decision prints no form for it (article 7 asks for a result, Annex II for a
/// sheet of each scorer); what is ours says so.
pub fn minutes(dossier: &Dossier) -> Option<Document> {
    let council = &dossier.council.clone().filter(Council::is_complete)?.on(dossier);
    let set = dossier.set();
    let found = outcome(council, |position| needs_no_paper(set.criteria[position].wording.key))?;
    let value = |field| dossier.fields.get(field);
    let mut page = Document::new("Biên bản chấm điểm sản phẩm OCOP");
    page.line(Style::Country, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.line(Style::Motto, "Độc lập - Tự do - Hạnh phúc");
    page.line(Style::Title, "BIÊN BẢN");
    page.line(Style::Subtitle, "Chấm điểm sản phẩm OCOP");
    page.field(Style::Body, "Thời gian", "");
    page.field(Style::Body, "Địa điểm", "");
    page.field(Style::Body, "Sản phẩm", value(Field::ProductName));
    page.field(Style::Body, "Bộ sản phẩm", &format!("{}. {}", set.no.0, set.name.vi));
    page.field(Style::Body, "Chủ thể", value(Field::ApplicantName));
    page.line(Style::Part, "I. THÀNH PHẦN");
    page.blocks.push(Block::Table(attendance(council)));
    let mut marked = |what: &str, is_marked: fn(&Scorer) -> bool| {
        let scorers = council.sheets.iter().map(|sheet| &sheet.scorer);
        let names: Vec<&str> = scorers.filter(|one| is_marked(one)).map(|one| one.name.trim()).collect();
        if !names.is_empty() {
            page.line(Style::Note, format!("{what}: {}.", names.join(", ")));
        }
    };
    marked("Phiếu nộp sau khi kết quả đã hiện", |scorer| scorer.late);
    marked("Phiếu chấm trên bản hồ sơ khác với bản của cuộc họp", |scorer| scorer.other_state);
    page.line(Style::Part, "II. KẾT QUẢ CHẤM");
    page.blocks.push(Block::Table(totals(dossier, council, &found)));
    page.field(Style::Body, "Điểm trung bình", &found.average.text(found.bands, ','));
    page.field(
        Style::Body,
        &format!("Hạng sao theo điểm trung bình ({})", set.decision().cites.stars.text(Language::Vi)),
        &format!("{} sao", u8::from(found.star_by_points)),
    );
    for (reading, star) in &found.stars {
        page.field(Style::Dash, &format!("- Khi xét yêu cầu tối thiểu {}", words(*reading)), &star_words(*star));
    }
    if let Some(agreement) = found.agreement.as_ref().filter(|agreement| !agreement.is_finished()) {
        let text = format!("chưa xét được, còn {} chưa thống nhất", open_words(agreement));
        page.field(Style::Dash, &format!("- Khi xét yêu cầu tối thiểu {}", words(Reading::Agreed)), &text);
    }
    for (reason, places) in &found.ends {
        let named = places.iter().filter_map(|place| council.sheets.get(*place));
        let names: Vec<&str> = named.map(|sheet| sheet.scorer.name.trim()).collect();
        page.field(
            Style::Dash,
            &format!("- Phiếu nêu lý do dừng đánh giá ({})", names.join(", ")),
            &ending(set, *reason),
        );
        let decided =
            breach_of(*reason).filter(|_| found.agreement.is_some()).and_then(|breach| council.decided.get(&breach));
        if let Some(ends) = decided {
            let text = if *ends { "dừng đánh giá" } else { "không dừng đánh giá" };
            page.field(Style::Dash, "- Cuộc họp quyết định về lý do trên", text);
        }
    }
    if found.stars.iter().any(|(_, star)| *star != found.stars[0].1) {
        page.line(
            Style::Note,
            "Quyết định chưa nói rõ cách xét yêu cầu tối thiểu khi các phiếu khác nhau; cuộc họp chọn và ghi cách xét ở mục IV.",
        );
    }
    page.line(Style::Part, "III. TIÊU CHÍ CHẤM KHÁC NHAU");
    let same_points: Vec<&str> = found.same_points.iter().map(|position| set.criteria[*position].code).collect();
    match (found.spreads.is_empty(), same_points.is_empty()) {
        (true, true) => page.line(Style::Body, "Các phiếu chấm giống nhau ở mọi tiêu chí."),
        (true, false) => page.line(Style::Body, "Các phiếu cho điểm giống nhau ở mọi tiêu chí."),
        (false, _) => page.blocks.push(Block::Table(spreads(dossier, council, &found))),
    }
    if !same_points.is_empty() {
        page.line(Style::Body, format!("Chấm khác mức nhưng cùng số điểm ở tiêu chí: {}.", same_points.join(", ")));
    }
    opinions(&mut page, council);
    page.text_field(Style::Part, "IV. KẾT LUẬN", "", 4);
    let signed = |role: &str| {
        let hint = "(Ký và ghi rõ họ tên)".into();
        Block::Signature(Signature { date: String::new(), role: role.into(), hint, name: String::new() })
    };
    page.blocks.push(Block::Beside(vec![(50, vec![signed("Thư ký")]), (50, vec![signed("Người chủ trì")])]));
    Some(page)
}

/// What is still to be decided on the agreed sheet.
fn open_words(agreement: &Agreement) -> String {
    let counts = [(agreement.open.len(), "tiêu chí"), (agreement.undecided.len(), "lý do dừng đánh giá")];
    let open = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    open.collect::<Vec<_>>().join(" và ")
}

/// What ends the evaluation, as the set's sheet has it.
pub(super) fn ending(set: &ProductSet, reason: KnockOut) -> String {
    let criterion = |position: usize| format!("tiêu chí {}", set.criteria[position].code);
    match reason {
        KnockOut::Dossier => printed_sheet(set).rejection.into(),
        KnockOut::Declared(position) => {
            let note = set.criteria[position].declared_note().map_or("", |note| note.text.vi);
            format!("{}: {note}", criterion(position))
        }
        KnockOut::Zero(position) => format!("{}: 0 điểm", criterion(position)),
    }
}

fn attendance(council: &Council) -> Table {
    let rows = council.sheets.iter().enumerate().map(|(at, sheet)| {
        row(vec![(at + 1).to_string(), sheet.scorer.name.trim().into(), sheet.scorer.role.trim().into(), String::new()])
    });
    Table {
        label: "Thành phần".into(),
        columns: vec![
            Column::center("STT", 8),
            Column::start("Họ và tên", 40),
            Column::start("Chức vụ, vai trò", 32),
            Column::start("Ký tên", 20),
        ],
        rows: rows.collect(),
    }
}

fn totals(dossier: &Dossier, council: &Council, found: &Outcome) -> Table {
    let parts = dossier.set().parts;
    let mut columns = vec![Column::center("STT", 8), Column::start("Người chấm", 38)];
    columns.extend(parts.iter().map(|part| Column::center(&format!("Phần {}", part.code.letter()), 13)));
    columns.push(Column::center("Tổng điểm", 15));
    let mut rows: Vec<Row> = council
        .sheets
        .iter()
        .zip(&found.ratings)
        .enumerate()
        .map(|(at, (sheet, rating))| {
            let mut cells = vec![(at + 1).to_string(), sheet.scorer.name.trim().to_owned()];
            cells.extend(rating.parts.iter().map(|part| part.points.0.to_string()));
            cells.push(rating.total.0.to_string());
            row(cells)
        })
        .collect();
    let mut average = vec![String::new(), "Điểm trung bình".to_owned()];
    average.extend(parts.iter().map(|_| String::new()));
    average.push(found.average.text(found.bands, ','));
    rows.push(Row { kind: RowKind::Total, ..row(average) });
    Table { label: "Kết quả chấm".into(), columns, rows }
}

/// Where the sheets differ, in the order of the criteria, as the sheets have them: what each gave, and what was agreed on.
fn spreads(dossier: &Dossier, council: &Council, found: &Outcome) -> Table {
    let set = dossier.set();
    let mut spreads: Vec<_> = found.spreads.iter().collect();
    spreads.sort_by_key(|spread| spread.position);
    let rows = spreads.into_iter().map(|spread| {
        let given: Vec<String> = spread.points.iter().map(|points| points.0.to_string()).collect();
        let agreed = council.agreed.as_ref().map(|sheet| sheet.answer(spread.position));
        let agreed = agreed.filter(|answer| answer.is_answered()).map_or(String::new(), |answer| {
            let points = match answer {
                crate::domain::rating::Answer::Level(level) => {
                    set.criteria[spread.position].levels.get(usize::from(level)).map_or(0, |level| level.points.0)
                }
                _ => 0,
            };
            points.to_string()
        });
        let title = format!("{}. {}", set.criteria[spread.position].code, criterion_title(set, spread.position));
        row(vec![title, given.join("; "), agreed])
    });
    Table {
        label: "Tiêu chí chấm khác nhau".into(),
        columns: vec![
            Column::start("Tiêu chí", 50),
            Column::center("Điểm từng phiếu, theo thứ tự trên", 30),
            Column::center("Thống nhất", 20),
        ],
        rows: rows.collect(),
    }
}

fn opinions(page: &mut Document, council: &Council) {
    let written = council.sheets.iter().filter(|sheet| !sheet.scorer.opinion.trim().is_empty());
    for (at, sheet) in written.enumerate() {
        if at == 0 {
            page.line(Style::Item, "Ý kiến của người chấm:");
        }
        page.line(Style::Dash, format!("- {}: {}", sheet.scorer.name.trim(), sheet.scorer.opinion.trim()));
    }
}

fn row(cells: Vec<String>) -> Row {
    Row { kind: RowKind::Plain, cells: cells.into_iter().map(Into::into).collect() }
}

fn words(reading: Reading) -> &'static str {
    match reading {
        Reading::Every => "đối với mọi phiếu",
        Reading::Most => "đối với quá nửa số phiếu",
        Reading::Agreed => "theo phiếu thống nhất",
    }
}

fn star_words(star: Option<Star>) -> String {
    star.map_or("dừng đánh giá".to_owned(), |star| format!("{} sao", u8::from(star)))
}

#[cfg(test)]
mod tests;
