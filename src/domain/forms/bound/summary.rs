use super::super::appendix::Appendix;
use super::super::changes::recognition;
use super::super::form01::kind_ticks;
use super::super::labels::RENEWAL_TOPICS;
use super::super::model::{Block, Column, Document, Row, RowKind, Style, Table, together};
use super::horizon::{decided_by, ending_before};
use crate::domain::calendar::{CertificateState, Date};
use crate::domain::decision::{Language, PartCode, fold};
use crate::domain::dossier::{Dossier, DossierKind, Field, Section, Standing, Term};

/// The page before everything: what the dossier consists of against article 6.1, which copies are
/// missing, the certificate held, what ends before the council sits, and the points.
pub(super) fn summary(dossier: &Dossier, today: Date) -> Document {
    let value = |field| dossier.fields.get(field);
    let cites = &dossier.set().decision().cites;
    let mut page = Document::new("Tóm tắt hồ sơ");
    page.anchor = "tom-tat".into();
    page.line(Style::Title, "TÓM TẮT HỒ SƠ");
    page.field(Style::Body, "Sản phẩm", value(Field::ProductName));
    page.field(Style::Body, "Chủ thể", value(Field::ApplicantName));
    page.inlines(Style::Body, kind_ticks("Lần đăng ký đánh giá", dossier.kind));
    page.line(Style::Item, format!("1. Thành phần hồ sơ ({}):", cites.components.text(Language::Vi)));
    page.blocks.push(Block::Table(components(dossier)));
    page.line(Style::Item, "2. Tài liệu minh chứng:");
    for line in copies(dossier, today) {
        page.line(Style::Dash, format!("- {line}"));
    }
    if let Standing::Held { .. } = dossier.standing() {
        page.line(Style::Item, "3. Sao đang có:");
        for line in held(dossier, today) {
            page.line(Style::Dash, format!("- {line}"));
        }
    }
    let number = if matches!(dossier.standing(), Standing::Held { .. }) { 4 } else { 3 };
    page.line(Style::Item, format!("{number}. Điểm tự đánh giá:"));
    points(&mut page, dossier);
    page
}

/// What Form 01 asks; the rest stands in Form 02 alone.
const FORM01_FIELDS: [Field; 8] = [
    Field::Province,
    Field::Year,
    Field::ApplicantName,
    Field::RepresentativeName,
    Field::RepresentativePosition,
    Field::Address,
    Field::Phone,
    Field::ProductName,
];

fn components(dossier: &Dossier) -> Table {
    let missing = |form01: bool| {
        let asked = Field::TABLE.iter().filter(|row| row.3 && row.1 != Section::Renewal);
        let here = asked.filter(|row| FORM01_FIELDS.contains(&row.0) == form01);
        here.filter(|row| dossier.written(row.0).trim().is_empty()).count()
    };
    let state = |missing: usize| match missing {
        0 => "đủ".to_owned(),
        missing => format!("còn {missing} mục để trống"),
    };
    let mut rows = vec![
        ("Phiếu đăng ký (Mẫu số 01)", state(missing(true))),
        ("Báo cáo tự đánh giá (Mẫu số 02)", state(missing(false))),
    ];
    let open = dossier.set().criteria.len().saturating_sub(dossier.assessment.answered());
    rows.push((
        "Điểm theo từng tiêu chí",
        if open == 0 { "đủ".into() } else { format!("còn {open} tiêu chí chưa chấm") },
    ));
    match dossier.kind {
        DossierKind::First => {}
        DossierKind::Upgrade => {
            let changes = dossier.recognised.as_ref().map_or(0, |held| held.changes.len());
            let told = if changes == 0 { "chưa nêu".into() } else { format!("nêu ở {changes} tiêu chí") };
            rows.push(("Nội dung thay đổi từ lần công nhận trước", told));
        }
        DossierKind::ReRating => {
            let told = RENEWAL_TOPICS.iter().filter(|(field, _)| !dossier.written(*field).trim().is_empty()).count();
            rows.push(("Nội dung mới từ lần công nhận trước", format!("nêu {told}/{} nội dung", RENEWAL_TOPICS.len())));
        }
    }
    if !dossier.set().is_tourism {
        let samples = dossier.fields.get(Field::Samples).trim();
        rows.push(("Sản phẩm mẫu", if samples.is_empty() { "chưa ghi số lượng".into() } else { samples.to_owned() }));
    }
    Table {
        label: "Thành phần hồ sơ".into(),
        columns: vec![Column::start("Thành phần", 60), Column::start("Trong bộ này", 40)],
        rows: rows.iter().map(|(what, state)| Row::new(RowKind::Plain, [*what, state.as_str()])).collect(),
    }
}

fn copies(dossier: &Dossier, today: Date) -> Vec<String> {
    let appendix = Appendix::handed_in(dossier);
    let without: Vec<usize> =
        appendix.papers.iter().filter(|paper| paper.paper.attachments.is_empty()).map(|paper| paper.number).collect();
    let files: usize = appendix.papers.iter().map(|paper| paper.paper.attachments.len()).sum();
    let mut lines = vec![format!("{} tài liệu, {files} tệp trong bộ điện tử.", appendix.papers.len())];
    if !without.is_empty() {
        lines.push(format!("Chưa có bản điện tử, chỉ có bản giấy: tài liệu số {}.", numbers(without)));
    }
    let code = |place: usize| dossier.set().criteria[place].code;
    let (bare, partly): (Vec<usize>, Vec<usize>) =
        dossier.unproven(Some(today)).into_iter().partition(|place| dossier.shown_by(*place, None).is_empty());
    if !partly.is_empty() {
        let lacking = partly
            .iter()
            .map(|place| format!("{} (thiếu {})", code(*place), dossier.proven(*place, Some(today)).missing));
        lines.push(format!("Mới kèm một phần tài liệu: tiêu chí {}.", lacking.collect::<Vec<_>>().join(", ")));
    }
    let bare: Vec<&str> = bare.into_iter().map(code).collect();
    if !bare.is_empty() {
        lines.push(format!("Có điểm nhưng chưa kèm tài liệu: tiêu chí {}.", bare.join(", ")));
    }
    if let Some(day) = decided_by(dossier, today) {
        let ending: Vec<String> = ending_before(dossier, day)
            .iter()
            .filter_map(|ending| {
                let listed = appendix.papers.iter().find(|listed| listed.paper.id == ending.paper.id)?;
                Some(format!("số {} ({})", listed.number, together(&format!("hết hạn {}", ending.on))))
            })
            .collect();
        lines.push(match ending.is_empty() {
            true => format!("Không tài liệu nào ghi hết hạn trước khi có kết quả, chậm nhất {day}."),
            false => format!("Hết hạn trước khi có kết quả, chậm nhất {day}: tài liệu {}.", ending.join(", ")),
        });
    }
    let unknown: Vec<usize> = appendix
        .papers
        .iter()
        .filter(|listed| listed.paper.term() == Term::Unknown)
        .map(|listed| listed.number)
        .collect();
    if !unknown.is_empty() {
        lines.push(format!("Chưa ghi có thời hạn hay không: tài liệu số {}.", numbers(unknown)));
    }
    lines
}

/// Numbers in order, those that follow each other together: "1, 3 đến 7", so that of many papers the summary has room for all.
fn numbers(papers: Vec<usize>) -> String {
    let runs = papers.chunk_by(|one, next| one + 1 == *next);
    let words = runs.map(|run| match run {
        [first, _, .., last] => format!("{first} đến {last}"),
        few => few.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The stars held and the certificate's life.
fn held(dossier: &Dossier, today: Date) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(recognised) = &dossier.recognised {
        lines.push(recognition(recognised));
        if !recognised.number.trim().is_empty() {
            lines.push(match copy_of_decision(dossier) {
                Some(number) => format!("Bản sao quyết định công nhận: tài liệu số {number}."),
                None => "Chưa kèm bản sao quyết định công nhận.".into(),
            });
        }
    }
    let Some(certificate) = dossier.certificate() else { return lines };
    let cites = &dossier.set().decision().cites;
    lines.push(format!(
        "Giấy chứng nhận có giá trị đến hết ngày {} ({}).",
        certificate.end(),
        cites.term.text(Language::Vi)
    ));
    if dossier.kind == DossierKind::ReRating {
        let (opens, closes) = (certificate.opens(), certificate.closes());
        let cited = cites.renewal_window.text(Language::Vi);
        let mut line = format!("Nộp hồ sơ đánh giá lại từ {opens} đến {closes} ({cited})");
        line.push_str(match certificate.state(today) {
            CertificateState::TooEarly { .. } => ": ngày lập bản này còn sớm.",
            CertificateState::Open { .. } => ": ngày lập bản này trong thời hạn.",
            CertificateState::Late { .. } | CertificateState::Ended { .. } => ": ngày lập bản này đã quá thời hạn.",
        });
        lines.push(line);
        if today > certificate.closes() && today <= certificate.prolonged_to() {
            lines.push(format!(
                "Nếu lỡ thời hạn vì chuyển tiếp quy định, giấy chứng nhận có thể được kéo dài, chậm nhất đến {} \
                 ({}).",
                certificate.prolonged_to(),
                cites.prolonging.text(Language::Vi)
            ));
        }
    }
    lines
}

/// The number of the paper that is the decision by which the stars were recognised, known by its own number.
pub(super) fn copy_of_decision(dossier: &Dossier) -> Option<usize> {
    let signs = |text: &str| {
        let signs: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
        signs.trim_start_matches("quyetdinh").trim_start_matches("so").to_owned()
    };
    let decision = signs(&dossier.recognised.as_ref()?.number);
    let papers = Appendix::handed_in(dossier).papers;
    let is_it = |number: &str| !decision.is_empty() && signs(number) == decision;
    papers.iter().find(|listed| is_it(&listed.paper.number)).map(|listed| listed.number)
}

fn points(page: &mut Document, dossier: &Dossier) {
    let rating = dossier.rating();
    let parts: Vec<String> = [PartCode::A, PartCode::B, PartCode::C]
        .into_iter()
        .map(|code| format!("Phần {}: {}", code.letter(), rating.parts[code as usize].points.0))
        .collect();
    let open = dossier.set().criteria.len().saturating_sub(rating.answered);
    let mut line = format!("- {}. Tổng: {}/100 điểm", parts.join("; "), rating.total.0);
    match rating.star {
        _ if open > 0 => line.push_str(&format!(", còn {open} tiêu chí chưa chấm.")),
        Some(star) => line.push_str(&format!(", dự kiến {} sao.", u8::from(star))),
        None => line.push('.'),
    }
    page.line(Style::Dash, line);
    if let Some(next) = rating.next_star().filter(|_| open == 0) {
        let code = |position: usize| dossier.set().criteria.get(position).map_or("", |criterion| criterion.code);
        let unmet: Vec<&str> = rating.unmet(next).iter().map(|unmet| code(unmet.position)).collect();
        if !unmet.is_empty() {
            let codes = unmet.join(", ");
            page.line(Style::Dash, format!("- Dưới mức tối thiểu của {} sao: tiêu chí {codes}.", u8::from(next)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_that_follow_each_other_are_named_by_the_first_and_the_last() {
        for (papers, words) in [
            (vec![], ""),
            (vec![4], "4"),
            (vec![1, 2], "1, 2"),
            (vec![1, 2, 3], "1 đến 3"),
            (vec![1, 3, 4, 5, 6, 9, 10], "1, 3 đến 6, 9, 10"),
        ] {
            assert_eq!(numbers(papers), words);
        }
    }
}
