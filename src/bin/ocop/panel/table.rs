//! What `ocop panel` prints for people.

use std::io;

use ocop::domain::council::{Agreement, Council, Outcome, Reading, breach_of};
use ocop::domain::decision::{Language, ProductSet, Star};
use ocop::domain::rating::KnockOut;

use super::Gathered;
use super::lines::key;
use crate::awaited::{number_unsaid, still_awaited};
use crate::output::{self, left, right};
use crate::words::say;

/// `told`: what the sheets come to, where it may be known.
pub fn print(all: &Gathered, told: Option<&Outcome>, language: Language) -> io::Result<()> {
    let (set, council) = (all.of.set(), &all.council);
    output::line(&format!("{}, {} {}", all.of.name(), set.no.0, set.name.get(language)))?;
    if council.sheets.is_empty() {
        output::line(&format!("  {}", say(language, "Không có phiếu nào được tính.", "No sheet counts.")))?;
    }
    if !all.is_in() {
        output::line(&format!("  {}", awaited_words(all, told.is_some(), language)))?;
    }
    if let Some((said, is_in)) = all.beyond() {
        let words = match language {
            Language::Vi => format!("Đã ghi có {said} người chấm, nay có {is_in} phiếu: phiếu nào cũng được tính."),
            Language::En => format!("{said} sheets were expected and {is_in} are in: all of them count."),
        };
        output::line(&format!("  {words}"))?;
    }
    if !all.left_out.is_empty() {
        let (n, vi, en) = (all.left_out.len(), "Không tính", "Left out");
        output::line(&format!("  {}: {n}", say(language, vi, en)))?;
    }
    match told {
        Some(told) => comes_to(set, council, told, language),
        None => council.sheets.iter().zip(1..).try_for_each(|(sheet, number)| {
            output::line(&format!("  {}", name_of(&sheet.scorer.name, number, language)))
        }),
    }
}

/// How many sheets are in and how many are still to come.
fn awaited_words(all: &Gathered, is_told: bool, language: Language) -> String {
    let (awaited, is_in) = (all.awaited(), all.council.sheets.len());
    let still = match all.needs_number() {
        true => number_unsaid(is_in, language),
        false => still_awaited(awaited, is_in, is_in + awaited, language),
    };
    match (language, is_told) {
        (Language::Vi, false) => {
            format!("{still}: chưa tính điểm và sao. Muốn xem trước khi đủ phiếu, thêm --early.")
        }
        (Language::Vi, true) => format!("{still}: điểm và sao dưới đây chỉ của các phiếu đã có."),
        (Language::En, false) => {
            format!("{still}. No points and stars before; to see them all the same, add --early.")
        }
        (Language::En, true) => format!("{still}. Points and stars below are of those that are in."),
    }
}

fn comes_to(set: &'static ProductSet, council: &Council, sitting: &Outcome, language: Language) -> io::Result<()> {
    let say = |vi, en| say(language, vi, en);
    for ((sheet, rating), number) in council.sheets.iter().zip(&sitting.ratings).zip(1..) {
        let name = name_of(&sheet.scorer.name, number, language);
        let late = if sheet.scorer.late {
            say("  (nộp sau khi kết quả đã hiện)", "  (handed in after the result was shown)")
        } else {
            ""
        };
        let other = if sheet.scorer.other_state {
            say("  (chấm trên bản hồ sơ khác)", "  (scored on another state of the dossier)")
        } else {
            ""
        };
        output::line(&format!("  {} {}{late}{other}", left(&name, 30), right(&rating.total.0.to_string(), 3)))?;
    }
    let average = sitting.average.text(sitting.bands, if language == Language::Vi { ',' } else { '.' });
    output::line(&format!("{}: {average}", say("Điểm trung bình", "Average")))?;
    output::line(&format!(
        "{}: {}★",
        say("Tính riêng theo điểm", "By points alone"),
        u8::from(sitting.star_by_points)
    ))?;
    for (reading, star) in &sitting.stars {
        output::line(&format!("  {}: {}", reading_words(*reading, language), star_words(*star, language)))?;
    }
    if let Some(agreement) = sitting.agreement.as_ref().filter(|agreement| !agreement.is_finished()) {
        output::line(&format!("  {}", open_words(set, agreement, language)))?;
    }
    for (reason, places) in &sitting.ends {
        let names: Vec<String> =
            places.iter().map(|place| name_of(&council.sheets[*place].scorer.name, place + 1, language)).collect();
        let ends = say("Dừng xét theo phiếu của", "The evaluation ends by the sheets of");
        output::line(&format!("  {ends} {}: {}", names.join(", "), reason_words(set, *reason, language)))?;
        if let Some(ends) = breach_of(*reason).and_then(|breach| council.decided.get(&breach)) {
            let decided = match ends {
                true => say("Đã cùng quyết định: dừng xét", "Decided together: it ends"),
                false => say("Đã cùng quyết định: không dừng xét", "Decided together: it goes on"),
            };
            output::line(&format!("    {decided}"))?;
        }
    }
    if sitting.distance > council.apart() {
        output::line(&format!(
            "{}: {}",
            say("Hai phiếu cách nhau nhiều nhất (điểm)", "Two totals are this far apart"),
            sitting.distance.0
        ))?;
    }
    for spread in &sitting.spreads {
        let code = set.criteria[spread.position].code;
        let points: Vec<String> = spread.points.iter().map(|points| points.0.to_string()).collect();
        let title = set.criteria[spread.position].wording.title.get(language);
        output::line(&format!("  {} {} {title}", left(code, 6), left(&points.join(" "), 24)))?;
    }
    Ok(())
}

/// What is still to be decided on the agreed sheet.
fn open_words(set: &'static ProductSet, agreement: &Agreement, language: Language) -> String {
    let mut parts = Vec::new();
    if !agreement.open.is_empty() {
        parts.push(open_criteria(set, agreement, language));
    }
    if !agreement.undecided.is_empty() {
        let at: Vec<&str> = agreement.undecided.iter().map(|breach| breach.key(set)).collect();
        let (vi, en) = ("lý do dừng xét chưa quyết định", "breaches not decided");
        parts.push(format!("{}: {} ({})", say(language, vi, en), at.len(), at.join(", ")));
    }
    let words = say(language, "Phiếu thống nhất chưa xong", "The sheet to agree on is not finished");
    format!("{words}: {}", parts.join("; "))
}

fn open_criteria(set: &'static ProductSet, agreement: &Agreement, language: Language) -> String {
    let (open, of) = (agreement.open.len(), agreement.differ.max(agreement.open.len()));
    let codes: Vec<&str> = agreement.open.iter().map(|place| set.criteria[*place].code).collect();
    let words = match language {
        Language::Vi => format!("còn {open}/{of} tiêu chí chấm khác nhau chưa thống nhất"),
        Language::En => {
            format!("{open} of the {of} criteria that differ are open")
        }
    };
    format!("{words} ({})", codes.join(", "))
}

fn name_of(name: &str, number: usize, language: Language) -> String {
    match name.trim() {
        "" => format!("{} {number}", say(language, "Người chấm", "Scorer")),
        name => name.to_owned(),
    }
}

fn star_words(star: Option<Star>, language: Language) -> String {
    match star {
        Some(star) => format!("{}★", u8::from(star)),
        None => say(language, "dừng xét", "evaluation ends").to_owned(),
    }
}

/// What ends an evaluation.
fn reason_words(set: &'static ProductSet, reason: KnockOut, language: Language) -> String {
    let code = key(set, reason);
    match reason {
        KnockOut::Dossier => set.disqualification.map_or("", |line| line.text.get(language)).to_owned(),
        KnockOut::Declared(position) => {
            let note = set.criteria[position].declared_note().map_or("", |note| note.text.get(language));
            format!("{code} {note}")
        }
        KnockOut::Zero(_) => format!("{code} {}", say(language, "0 điểm", "0 points")),
    }
}

/// The Decision does not say which of them holds; each is said to be a reading.
fn reading_words(reading: Reading, language: Language) -> &'static str {
    match reading {
        Reading::Every => say(
            language,
            "Nếu mọi phiếu đều phải đạt mức tối thiểu (cách hiểu)",
            "If every sheet must meet the minimums (a reading)",
        ),
        Reading::Most => say(
            language,
            "Nếu quá nửa số phiếu phải đạt mức tối thiểu (cách hiểu)",
            "If more than half of the sheets must (a reading)",
        ),
        Reading::Agreed => say(language, "Theo phiếu thống nhất (cách hiểu)", "By the sheet agreed on (a reading)"),
    }
}
