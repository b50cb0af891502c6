//! What is said where sheets of scorers are awaited: until all are in, nothing tells what the applicant gave itself.

use ocop::domain::council::Council;
use ocop::domain::decision::Language;
use ocop::domain::dossier::Dossier;
use serde::Serialize;

use crate::words::say;

/// How far a sitting is whose sheets are awaited.
#[derive(Clone, Copy, Serialize)]
pub struct Awaited {
    /// Sheets that are in.
    #[serde(rename = "in")]
    is_in: usize,
    /// Sheets that there will be; `None`: nobody said how many.
    of: Option<usize>,
}

impl Awaited {
    /// `None` where no sheets on the dossier are awaited: all of it may be told.
    pub fn on(dossier: &Dossier) -> Option<Awaited> {
        let council = dossier.council.as_ref()?;
        let (is_in, of) = council.awaited()?;
        Some(Awaited { is_in, of: Some(of).filter(|_| !Council::needs_number(council)) })
    }

    /// In words: why no level, point or star is told.
    pub fn text(self, language: Language) -> String {
        let Awaited { is_in, of } = self;
        let what = match (language, of) {
            (_, Some(of)) => still_awaited(of.saturating_sub(is_in), is_in, of, language),
            (_, None) => number_unsaid(is_in, language),
        };
        let untold = say(language, "chưa cho biết mức, điểm và sao", "no levels, points and stars before");
        format!("{what}: {untold}")
    }
}

/// How many sheets are to come, and how many of how many are in.
pub fn still_awaited(awaited: usize, is_in: usize, of: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Còn chờ {awaited} phiếu (đã có {is_in}/{of})"),
        Language::En => format!("Sheets still awaited: {awaited} ({is_in} of {of} are in)"),
    }
}

/// That nobody said how many sheets there will be, and how many are in.
pub fn number_unsaid(is_in: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Chưa ghi có mấy người chấm (đã có {is_in} phiếu)"),
        Language::En => format!("Nobody said how many scorers there are (sheets in: {is_in})"),
    }
}
