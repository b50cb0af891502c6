use std::path::PathBuf;

use ocop::domain::council::{Council, SheetFault};
use ocop::domain::decision::Language;

use crate::words::say;

/// A sheet that does not count, or an agreed sheet that is not used.
pub struct LeftOut {
    pub file: PathBuf,
    /// Empty: the scorer wrote no name, or it is of no scorer.
    pub scorer: String,
    pub reason: Reason,
}

/// Why it is left out.
pub enum Reason {
    Fault {
        fault: SheetFault,
        /// The number of its set, and of the set of the others.
        sets: (u8, u8),
    },
    /// The same sheet was counted before.
    Already,
    /// The agreed sheet was agreed on over other sheets than those that are counted.
    AgreedOfOthers,
    /// Two files hold different agreed sheets for the same sheets.
    AgreedTwice,
}

impl LeftOut {
    /// For people, with its file and its scorer.
    pub fn line(&self, language: Language) -> String {
        let scorer = if self.scorer.is_empty() { String::new() } else { format!(" ({})", self.scorer) };
        format!("{}{scorer}: {}", self.file.display(), self.reason.text(language))
    }
}

impl Reason {
    /// Its name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::Fault { fault: SheetFault::NoSheet, .. } => "no-sheet",
            Reason::Fault { fault: SheetFault::NoName, .. } => "no-name",
            Reason::Fault { fault: SheetFault::Unfinished(open), .. } if open.is_empty() => "not-handed-in",
            Reason::Fault { fault: SheetFault::Unfinished(_), .. } => "unfinished",
            Reason::Fault { fault: SheetFault::OtherSet, .. } => "other-set",
            Reason::Fault { fault: SheetFault::OtherProduct, .. } => "other-product",
            Reason::Fault { fault: SheetFault::SameScorer, .. } => "same-scorer",
            Reason::Fault { fault: SheetFault::Full, .. } => "full",
            Reason::Already => "already",
            Reason::AgreedOfOthers => "agreed-of-others",
            Reason::AgreedTwice => "agreed-twice",
        }
    }

    /// The codes of the criteria that are not scored.
    pub fn open(&self) -> &[&'static str] {
        match self {
            Reason::Fault { fault: SheetFault::Unfinished(open), .. } => open,
            _ => &[],
        }
    }

    pub fn text(&self, language: Language) -> String {
        let (vi, en) = match self {
            Reason::Fault { fault, sets } => return fault_text(fault, *sets, language),
            Reason::Already => ("phiếu này đã tính rồi, không tính lần nữa", "is counted already"),
            Reason::AgreedOfOthers => (
                "phiếu thống nhất lập từ các phiếu khác với các phiếu được tính, không dùng",
                "its agreed sheet was made from other sheets than those counted; left out",
            ),
            Reason::AgreedTwice => (
                "phiếu thống nhất khác với phiếu thống nhất ở tệp khác, không dùng",
                "its agreed sheet is not the one of another file; both left out",
            ),
        };
        say(language, vi, en).to_owned()
    }
}

fn fault_text(fault: &SheetFault, (own, others): (u8, u8), language: Language) -> String {
    let (vi, en) = match fault {
        SheetFault::NoSheet => (
            "là hồ sơ của đơn vị, không phải phiếu chấm, không tính",
            "is the applicant's dossier and no scorer's sheet; left out",
        ),
        SheetFault::NoName => ("phiếu chưa có họ tên người chấm, không tính", "the scorer wrote no name; left out"),
        SheetFault::Unfinished(open) if open.is_empty() => ("phiếu chưa nộp, không tính", "is not handed in; left out"),
        SheetFault::Unfinished(open) => {
            let unfinished = say(language, "phiếu chưa chấm xong, không tính", "is not finished; left out");
            return format!("{unfinished} ({})", open.join(", "));
        }
        SheetFault::OtherSet => {
            let other = say(language, "thuộc bộ khác, không tính chung được", "is of another set and is left out");
            return format!("{other} ({own} ≠ {others})");
        }
        SheetFault::OtherProduct => ("phiếu của sản phẩm khác, không tính", "is of another product; left out"),
        SheetFault::SameScorer => (
            "người này đã có phiếu với điểm khác, không tính",
            "this person's sheet is in already with other levels; left out",
        ),
        SheetFault::Full => {
            let most = Council::MOST;
            return match language {
                Language::Vi => format!("buổi chấm đã đủ {most} phiếu, nhiều nhất có thể, không tính thêm"),
                Language::En => format!("a sitting has at most {most} sheets, and so many are in; left out"),
            };
        }
    };
    say(language, vi, en).to_owned()
}
