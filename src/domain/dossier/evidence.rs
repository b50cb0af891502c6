use crate::domain::calendar::Date;
use crate::domain::decision::{EvidenceKind, PaperId};

use super::checks::SOON;

/// A paper of the applicant's, entered once, proving any number of criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperRecord {
    /// Unique in the dossier.
    pub id: String,
    /// Row of Form 02's evidence table; 0: outside it.
    pub kind: EvidenceKind,
    /// The concrete paper of the guide, where it is one of those.
    pub paper: Option<PaperId>,
    pub title: String,
    pub number: String,
    pub issuer: String,
    /// dd/mm/yyyy, as typed.
    pub date: String,
    /// dd/mm/yyyy, as typed; empty: does not end.
    pub valid_until: String,
    pub holding: Holding,
    pub attachments: Vec<Attachment>,
}

/// Whether the applicant has the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holding {
    #[default]
    Have,
    ToGet,
}

/// How a paper stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperState {
    /// At hand, and holding for long enough or without end.
    Have,
    /// At hand, ending within [`SOON`] days; a paper holds through its last day.
    EndsSoon {
        on: Date,
        days: i32,
    },
    /// At hand, but it ended on this day.
    Expired(Date),
    ToGet,
}

impl PaperRecord {
    /// How the paper stands on a day. An end that is no date says nothing.
    pub fn state(&self, today: Date) -> PaperState {
        if self.holding == Holding::ToGet {
            return PaperState::ToGet;
        }
        let Some(on) = Date::parse(&self.valid_until) else { return PaperState::Have };
        match today.days_until(on) {
            days if days < 0 => PaperState::Expired(on),
            days if days <= SOON => PaperState::EndsSoon { on, days },
            _ => PaperState::Have,
        }
    }
}

/// The media type of a photo or scan, told by its first bytes and never by its name. `None`: neither
/// an image that browsers show nor a PDF, so it is not taken.
pub fn media_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', b'i' | b'v', ..]
        | [_, _, _, _, b'f', b't', b'y', b'p', b'm', b'i', b'f', b'1', ..] => Some("image/heic"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        _ => None,
    }
}

/// A photo or scan of a paper. The bytes are kept by the browser, not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Key under which the bytes are kept.
    pub id: String,
    pub name: String,
    /// Media type, such as `image/jpeg`.
    pub media: String,
    /// Bytes.
    pub size: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(holding: Holding, valid_until: &str, expected: PaperState) {
        let paper = PaperRecord { holding, valid_until: valid_until.to_owned(), ..PaperRecord::default() };
        let today = Date::parse("24/11/2026").expect("a date");
        assert_eq!(paper.state(today), expected, "{valid_until}");
    }

    #[test]
    fn a_paper_holds_through_its_last_day_and_warns_ninety_days_before() {
        let day = |text: &str| Date::parse(text).expect("a date");
        check(Holding::Have, "", PaperState::Have);
        check(Holding::Have, "khi nào đó", PaperState::Have);
        check(Holding::Have, "23/11/2026", PaperState::Expired(day("23/11/2026")));
        check(Holding::Have, "24/11/2026", PaperState::EndsSoon { on: day("24/11/2026"), days: 0 });
        check(Holding::Have, "22/02/2027", PaperState::EndsSoon { on: day("22/02/2027"), days: 90 });
        check(Holding::Have, "23/02/2027", PaperState::Have);
        check(Holding::ToGet, "23/11/2026", PaperState::ToGet);
    }

    #[test]
    fn only_images_and_pdf_are_taken_whatever_they_are_called() {
        assert_eq!(media_of(b"\xFF\xD8\xFF\xE0rest"), Some("image/jpeg"));
        assert_eq!(media_of(b"\x89PNG\r\n\x1a\n"), Some("image/png"));
        assert_eq!(media_of(b"RIFF\0\0\0\0WEBPVP8 "), Some("image/webp"));
        assert_eq!(media_of(b"\0\0\0\x18ftypheic"), Some("image/heic"));
        assert_eq!(media_of(b"%PDF-1.7"), Some("application/pdf"));
        for refused in
            [&b"<svg onload=alert(1)>"[..], b"<!doctype html>", b"PK\x03\x04", b"MZ", b"\0\0\0\x18ftypmp42", b""]
        {
            assert_eq!(media_of(refused), None, "{refused:?}");
        }
    }
}
