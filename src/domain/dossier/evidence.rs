use std::collections::BTreeSet;

use crate::domain::calendar::Date;
use crate::domain::decision::{EvidenceKind, Guide, PaperId};

use super::checks::SOON;
use super::{FieldFault, date_fault};

/// A paper of the applicant's, entered once, proving any number of criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperRecord {
    /// Unique in the dossier.
    pub id: String,
    /// Row of Form 02's evidence table; 0: outside it.
    pub kind: EvidenceKind,
    /// Further rows in which it stands: the right to a geographical indication proves origin and
    /// intellectual property.
    pub also: BTreeSet<EvidenceKind>,
    /// The concrete paper of the guide, where it is one of those.
    pub paper: Option<PaperId>,
    pub title: String,
    pub number: String,
    pub issuer: String,
    /// dd/mm/yyyy, as typed; month or year alone where no more is printed.
    pub date: String,
    /// dd/mm/yyyy, as typed; what an empty one means is told by [`PaperRecord::term`].
    pub valid_until: String,
    /// The paper names no end.
    pub no_term: bool,
    /// In whose name it was issued, as printed.
    pub holder: String,
    /// The holder's address, as printed.
    pub address: String,
    /// The product's name, as printed.
    pub product: String,
    /// Area or quantity that it covers, as printed, such as `12,5 ha`.
    pub extent: String,
    pub holding: Holding,
    /// Still to get: the day on which it should be here, dd/mm/yyyy, as typed.
    pub due: String,
    pub attachments: Vec<Attachment>,
}

/// Until when a paper holds. "No term" and "term unknown" are two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term<'a> {
    /// Nobody has said so far.
    Unknown,
    /// The paper names no end.
    Endless,
    /// The end, as typed.
    Until(&'a str),
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
    /// A paper of the guide as it is first noted. What the applicant makes or gathers itself ends on no day.
    pub fn of_guide(id: String, paper: &PaperId, guide: &Guide) -> PaperRecord {
        let facts = guide.facts.papers.get(paper);
        PaperRecord {
            id,
            kind: facts.map(|facts| facts.kind).unwrap_or_default(),
            paper: Some(paper.clone()),
            no_term: facts.is_some_and(|facts| facts.source.is_made() && !facts.expires),
            ..PaperRecord::default()
        }
    }

    pub fn term(&self) -> Term<'_> {
        match self.valid_until.trim() {
            "" if self.no_term => Term::Endless,
            "" => Term::Unknown,
            until => Term::Until(until),
        }
    }

    /// The first and the last day on which it may have been issued: a month or a year alone will do.
    /// `None`: nothing is said, or it is no date.
    pub fn issued(&self) -> Option<(Date, Date)> {
        Date::span_written(&self.date)
    }

    /// What is wrong with the first of its dates that is none: of a paper at hand the day of issue and the last day, of
    /// another the day by which it is to be got.
    pub fn date_fault(&self) -> Option<FieldFault> {
        match self.holding {
            Holding::ToGet => date_fault(&self.due),
            Holding::Have => {
                date_fault(&self.date).filter(|_| self.issued().is_none()).or_else(|| date_fault(&self.valid_until))
            }
        }
    }

    /// Whether nothing but its kind is noted, and perhaps that it names no end.
    pub fn is_blank(&self) -> bool {
        let PaperRecord { title, number, issuer, date, valid_until, holder, address, product, extent, due, .. } = self;
        let texts = [title, number, issuer, date, valid_until, holder, address, product, extent, due];
        self.attachments.is_empty() && texts.iter().all(|text| text.trim().is_empty())
    }

    /// Whether it stands in this row of Form 02's evidence table.
    pub fn stands_in(&self, row: EvidenceKind) -> bool {
        self.kind == row || self.also.contains(&row)
    }

    /// The day through which it holds, where it names one.
    pub fn ends(&self) -> Option<Date> {
        Date::written(&self.valid_until)
    }

    /// How the paper stands on a day. An end that is no date says nothing.
    pub fn state(&self, today: Date) -> PaperState {
        if self.holding == Holding::ToGet {
            return PaperState::ToGet;
        }
        let Some(on) = self.ends() else { return PaperState::Have };
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
    /// CRC-32 of the bytes, as ZIP has it: tells a damaged photo from a whole one. Older files have none.
    pub sum: Option<u32>,
}

impl Attachment {
    /// Whether bytes with this sum are the ones that were attached, as far as is known. Files of before say no sum, and
    /// neither may another program: their photos are believed as they come.
    pub fn is_whole(&self, sum: u32) -> bool {
        self.sum.is_none_or(|known| known == sum)
    }

    /// Whether bytes of this size with this sum may be its own. Older files say no sum.
    pub fn may_be(&self, size: u64, sum: u32) -> bool {
        self.sum.map_or(self.size == size, |known| known == sum)
    }
}

/// The id under which `ours` has a photo that another state of the dossier names by an id that is new here: on the same
/// paper, the same in all else, and under no id of these.
pub fn same_photo<'a>(
    ours: &'a [PaperRecord],
    theirs: &[PaperRecord],
    id: &str,
    taken: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let find =
        |papers: &[PaperRecord], id: &str| papers.iter().any(|paper| paper.attachments.iter().any(|it| it.id == id));
    if find(ours, id) {
        return None;
    }
    let paper = theirs.iter().find(|paper| find(std::slice::from_ref(paper), id))?;
    let photo = paper.attachments.iter().find(|photo| photo.id == id)?;
    let ours = ours.iter().find(|known| known.id == paper.id)?;
    let is_it = |known: &&Attachment| {
        Attachment { id: known.id.clone(), ..photo.clone() } == **known && !taken(&known.id) && !find(theirs, &known.id)
    };
    ours.attachments.iter().find(is_it).map(|known| known.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(photos: &[(&str, &str, u32)]) -> PaperRecord {
        let photo = |&(id, name, sum): &(&str, &str, u32)| {
            let media = String::from("image/jpeg");
            Attachment { id: id.into(), name: name.into(), media, size: 9, sum: Some(sum) }
        };
        PaperRecord { id: "p".into(), attachments: photos.iter().map(photo).collect(), ..PaperRecord::default() }
    }

    #[test]
    fn a_photo_that_came_under_another_id_is_known_again() {
        let ours = [paper(&[("a", "bia.jpg", 1), ("b", "bia.jpg", 1), ("c", "vuon.jpg", 2)])];
        let find = |theirs: &PaperRecord, id: &str, taken: &[&str]| {
            same_photo(&ours, std::slice::from_ref(theirs), id, |id| taken.contains(&id)).map(str::to_owned)
        };
        let theirs = paper(&[("x", "bia.jpg", 1), ("y", "bia.jpg", 1), ("c", "vuon.jpg", 2)]);
        assert_eq!(find(&theirs, "x", &[]), Some("a".into()));
        assert_eq!(find(&theirs, "y", &["a"]), Some("b".into()), "one for one");
        assert_eq!(find(&theirs, "c", &[]), None, "it has its own id");
        assert_eq!(find(&paper(&[("x", "bia.jpg", 3)]), "x", &[]), None, "another sum");
        assert_eq!(find(&paper(&[("x", "khac.jpg", 1)]), "x", &[]), None, "another name");
        assert_eq!(find(&paper(&[("x", "vuon.jpg", 2), ("c", "bia.jpg", 1)]), "x", &[]), None, "the file has that id");
        let other = PaperRecord { id: "q".into(), ..theirs };
        assert_eq!(find(&other, "x", &[]), None, "another paper");
    }

    #[test]
    fn bytes_that_stand_under_the_id_of_a_photo_may_be_anothers() {
        let (name, media) = (String::new(), String::new());
        let photo = Attachment { id: "f".into(), name, media, size: 9, sum: Some(7) };
        assert!(photo.may_be(9, 7) && !photo.may_be(9, 8));
        let of_an_older_file = Attachment { sum: None, ..photo };
        assert!(of_an_older_file.may_be(9, 8) && !of_an_older_file.may_be(10, 8));
    }

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
    fn no_term_is_another_answer_than_a_term_nobody_has_looked_up() {
        let mut paper = PaperRecord::default();
        assert_eq!(paper.term(), Term::Unknown);
        paper.no_term = true;
        assert_eq!(paper.term(), Term::Endless);
        // A day that is printed says more than a tick.
        paper.valid_until = " 25/12/2026 ".into();
        assert_eq!(paper.term(), Term::Until("25/12/2026"));
    }

    #[test]
    fn a_month_or_a_year_is_a_date_of_issue() {
        let day = |text: &str| Date::parse(text).expect("a date");
        let issued = |date: &str| PaperRecord { date: date.into(), ..PaperRecord::default() }.issued();
        assert_eq!(issued("05/03/2026"), Some((day("05/03/2026"), day("05/03/2026"))));
        assert_eq!(issued("02/2024"), Some((day("01/02/2024"), day("29/02/2024"))));
        assert_eq!(issued(" 2025 "), Some((day("01/01/2025"), day("31/12/2025"))));
        assert_eq!(issued("năm 2025"), issued("2025"));
        for none in ["", "13/2025", "31/02/2025", "25", "đầu năm 2025", "/2025"] {
            assert_eq!(issued(none), None, "{none}");
        }
    }

    #[test]
    fn a_date_that_is_none_is_the_papers_fault_where_the_date_counts() {
        let of = |holding, date: &str, valid_until: &str, due: &str| {
            let [date, valid_until, due] = [date, valid_until, due].map(str::to_owned);
            PaperRecord { holding, date, valid_until, due, ..PaperRecord::default() }.date_fault()
        };
        assert_eq!(of(Holding::Have, "02/2024", "28/02/2027", "31/02/2027"), None);
        assert_eq!(of(Holding::Have, "15/13/2025", "", ""), Some(FieldFault::NoSuchDay));
        assert_eq!(of(Holding::Have, "", "31/02/2027", ""), Some(FieldFault::NoSuchDay));
        assert_eq!(of(Holding::ToGet, "15/13/2025", "", ""), None);
        assert_eq!(of(Holding::ToGet, "", "", "31/02/2027"), Some(FieldFault::NoSuchDay));
    }

    #[test]
    fn a_paper_stands_in_its_row_and_in_the_further_ones() {
        let paper = PaperRecord { kind: EvidenceKind(3), also: [EvidenceKind(7)].into(), ..PaperRecord::default() };
        let rows: Vec<u8> = (1..=15).filter(|row| paper.stands_in(EvidenceKind(*row))).collect();
        assert_eq!(rows, [3, 7]);
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
