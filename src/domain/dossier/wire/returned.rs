//! The small file in which a commune sends its corrections back: `schema/ocop-corrections-1.schema.json`. It names the
//! dossier by its id and holds nothing else of it.

use serde::Serialize;

use super::council::WireCorrection;
use super::node::{Node, Object};
use super::place::shortened;
use super::read::decision_of;
use super::reader::{Branch, Reader, shown};
use super::{FORMAT, Incoming, Place, Problem, ReadError, VERSION, Warning, input, node, read};
use crate::domain::calendar::Date;
use crate::domain::council::{Correction, add_corrections};
use crate::domain::dossier::Dossier;

/// The value of `format` in a file of corrections.
pub const CORRECTIONS: &str = "ocop-corrections";

/// What a commune sent back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// The id of the dossier that is to be corrected.
    pub dossier: String,
    /// The product's name, to say which dossier it is where it is not here.
    pub product: String,
    /// Who asks, as the officer's dossier has it.
    pub commune: String,
    pub corrections: Vec<Correction>,
    /// What did not fit, whatever the dossier.
    pub warnings: Vec<Warning>,
}

impl Returned {
    /// Puts them on the dossier they are of, where this is it: a copy of it that is still to be decided on, so that they
    /// are there whichever is kept.
    pub fn join(&self, dossier: &mut Dossier) {
        if self.dossier == dossier.id {
            add_corrections(&mut dossier.corrections, self.corrections.clone());
        }
    }
}

/// So much of a correction is enough to know it by.
const REQUEST: usize = 40;

#[derive(Serialize)]
struct WireReturned<'a> {
    format: &'a str,
    version: u8,
    written_by: &'a str,
    decision: &'a str,
    dossier: &'a str,
    product: &'a str,
    commune: &'a str,
    corrections: Vec<WireCorrection<'a>>,
}

/// The corrections of a dossier that are still open, as a file.
pub fn corrections_file(dossier: &Dossier, written_by: &str) -> String {
    let file = WireReturned {
        format: CORRECTIONS,
        version: VERSION,
        written_by,
        decision: dossier.set().decision().number,
        dossier: &dossier.id,
        product: dossier.name(),
        commune: dossier.fields.get(crate::domain::dossier::Field::Commune).trim(),
        corrections: dossier.corrections.iter().filter(|one| !one.done).map(WireCorrection::of).collect(),
    };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads whatever somebody chose to open: a dossier, or what a commune sent back.
pub fn incoming(bytes: &[u8]) -> Result<Incoming, ReadError> {
    let text = input::text_of(bytes)?;
    let json = input::json_of(&text)?;
    let node = node::parse(json.text).map_err(|error| error.moved_down(json.lines_before))?;
    match node {
        Node::Object(object) if is_corrections(&object) => returned(object).map(Incoming::Corrections),
        other => read::open(other).map(|opened| Incoming::Dossier(Box::new(opened))),
    }
}

fn is_corrections(object: &Object) -> bool {
    matches!(object.entries.get("format"), Some(Node::Text(format)) if format == CORRECTIONS && format != FORMAT)
}

fn returned(object: Object) -> Result<Returned, ReadError> {
    match object.entries.get("version") {
        Some(version) => match version.whole() {
            Some(version) if version > u64::from(VERSION) => return Err(ReadError::FutureVersion { version }),
            Some(1..) => {}
            _ => return Err(ReadError::NoVersion { found: shown(version) }),
        },
        None => return Err(ReadError::NoVersion { found: "null".into() }),
    }
    let decision = decision_of(&object).map_err(|error| match error {
        ReadError::OtherDecision { found } => ReadError::CorrectionsOfOther { found },
        other => other,
    })?;
    let mut reader = Reader { set: &decision.sets[0], warnings: Vec::new(), more: 0, unknown: Vec::new() };
    let mut file = reader.branch(Place::root(), object);
    Ok(Returned {
        dossier: reader.text(&mut file, "dossier"),
        product: reader.text(&mut file, "product"),
        commune: reader.text(&mut file, "commune"),
        corrections: asked(&mut reader, &mut file),
        warnings: reader.told().into_iter().map(left_out).collect(),
    })
}

/// Nothing keeps what is not understood of this file.
fn left_out(warning: Warning) -> Warning {
    match warning.problem {
        Problem::UnknownKey => Warning { problem: Problem::LeftOut, ..warning },
        _ => warning,
    }
}

/// What is asked, each still to do. A day that is none stays as it was written; what asks nothing is left out.
fn asked(reader: &mut Reader, file: &mut Branch) -> Vec<Correction> {
    let list = Place::root().key("corrections");
    let mut asked = Vec::new();
    for (index, correction) in reader.corrections(file) {
        let place = list.index(index);
        if correction.text.trim().is_empty() {
            reader.warn(&place, String::new(), Problem::AsksNothing);
            continue;
        }
        if !correction.by.trim().is_empty() && Date::written(&correction.by).is_none() {
            let problem = Problem::NoDay { request: shortened(correction.text.trim(), REQUEST) };
            reader.warn(&place.key("by"), quoted(&correction.by), problem);
        }
        asked.push(Correction { done: false, unchanged: false, ..correction });
    }
    asked
}

fn quoted(text: &str) -> String {
    shown(&Node::Text(text.trim().to_owned()))
}

impl Returned {
    /// What the applicant is told when this comes to a dossier: what did not fit in the file, and what does not fit
    /// this dossier. Of all that could be read, only what is beyond the room of a dossier is left out.
    pub fn told(&self, dossier: &Dossier) -> Vec<Warning> {
        let list = Place::root().key("corrections");
        let mut told = self.warnings.clone();
        if !self.product.trim().is_empty() && self.product.trim() != dossier.name() {
            let problem = Problem::OtherName { ours: shortened(dossier.name(), 60) };
            told.insert(0, Warning { place: Place::root().key("product"), value: quoted(&self.product), problem });
        }
        for Correction { at, text, .. } in self.corrections.iter().filter(|correction| !correction.at.is_in(dossier)) {
            let problem = Problem::NoSpot { request: shortened(text.trim(), REQUEST) };
            told.push(Warning { place: list.clone(), value: quoted(&at.key()), problem });
        }
        let count = self.without_room(dossier);
        if count > 0 {
            told.push(Warning { place: list, value: String::new(), problem: Problem::NoRoom { count } });
        }
        told
    }

    /// How many of its corrections find no room in a dossier.
    pub fn without_room(&self, dossier: &Dossier) -> usize {
        add_corrections(&mut dossier.corrections.clone(), self.corrections.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::CorrectionPlace;
    use crate::domain::decision::{Language, first};
    use crate::domain::dossier::wire::to_json;
    use crate::domain::dossier::{Field, PaperRecord};

    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("orange".into(), String::new(), first().set(1).expect("set 1"));
        dossier.fields.set(Field::ProductName, "Cam Cao Phong".into());
        dossier.fields.set(Field::Commune, "Cao Phong".into());
        let places = [
            CorrectionPlace::Dossier,
            CorrectionPlace::Field(Field::Phone),
            CorrectionPlace::Criterion("1.1".into()),
            CorrectionPlace::Paper("p-1".into()),
        ];
        dossier.papers.push(PaperRecord { id: "p-1".into(), ..PaperRecord::default() });
        dossier.corrections = places
            .into_iter()
            .map(|at| Correction { at, text: "Thiếu dấu".into(), by: "05/12/2026".into(), ..Correction::default() })
            .collect();
        dossier
    }

    #[test]
    fn what_is_sent_back_joins_the_copy_that_is_to_be_decided_on() {
        let sent = dossier();
        let Ok(Incoming::Corrections(read)) = incoming(corrections_file(&sent, "test").as_bytes()) else {
            panic!("a file of corrections")
        };
        let mut copy = Dossier { corrections: Vec::new(), ..sent.clone() };
        read.join(&mut copy);
        assert_eq!(copy.corrections, sent.corrections);
        let mut other = Dossier { id: "tea".into(), corrections: Vec::new(), ..sent };
        read.join(&mut other);
        assert!(other.corrections.is_empty());
    }

    #[test]
    fn what_is_sent_back_comes_as_it_was_written() {
        let mut sent = dossier();
        let Ok(Incoming::Corrections(read)) = incoming(corrections_file(&sent, "test").as_bytes()) else {
            panic!("a file of corrections")
        };
        assert_eq!((read.dossier.as_str(), read.product.as_str()), ("orange", "Cam Cao Phong"));
        assert_eq!(read.commune, "Cao Phong");
        assert_eq!(read.corrections, sent.corrections);
        // What is done already is not asked again.
        sent.corrections[1].done = true;
        let Ok(Incoming::Corrections(read)) = incoming(corrections_file(&sent, "test").as_bytes()) else {
            panic!("a file of corrections")
        };
        assert_eq!(read.corrections.len(), 3);
    }

    #[test]
    fn a_dossier_is_still_a_dossier_and_neither_is_taken_for_the_other() {
        let written = to_json(&dossier());
        assert!(matches!(incoming(written.as_bytes()), Ok(Incoming::Dossier(opened)) if opened.dossier == dossier()));
        let file = corrections_file(&dossier(), "test");
        assert!(matches!(super::super::from_json(&file), Err(ReadError::Corrections)));
    }

    #[test]
    fn a_broken_file_says_why() {
        let file = corrections_file(&dossier(), "test");
        let newer = file.replace("\"version\": 1", "\"version\": 2");
        assert!(matches!(incoming(newer.as_bytes()), Err(ReadError::FutureVersion { version: 2 })));
        let other = file.replace("26/2026", "98/2030");
        let error = incoming(other.as_bytes()).expect_err("corrections of another decision");
        let said = error.text(Language::Vi);
        assert!(
            said.contains("yêu cầu bổ sung") && said.contains("98/2030") && !said.contains("lập hồ sơ mới"),
            "{said}"
        );
        for cut in (0..file.len()).filter(|cut| file.is_char_boundary(*cut)) {
            let _ = incoming(&file.as_bytes()[..cut]);
        }
        let odd = r#"{"format":"ocop-corrections","version":1,"dossier":3,"corrections":[{"at":5},7,{"text":" "}]}"#;
        let read = read(odd);
        assert_eq!((read.dossier.as_str(), read.corrections.len()), ("", 0));
        let codes: Vec<&str> = read.warnings.iter().map(Warning::code).collect();
        assert_eq!(codes, ["wrong-type", "wrong-type", "wrong-type", "asks-nothing", "asks-nothing"]);
    }

    #[track_caller]
    fn read(text: &str) -> Returned {
        let Ok(Incoming::Corrections(read)) = incoming(text.as_bytes()) else { panic!("a file of corrections") };
        read
    }

    /// What is told of a file with these corrections, when it comes to the dossier.
    #[track_caller]
    fn told(corrections: &str) -> Vec<String> {
        let file = format!(
            r#"{{"format":"ocop-corrections","version":1,"decision":"26/2026/QĐ-TTg","dossier":"orange","product":"Cam Cao Phong","commune":"Cao Phong","corrections":{corrections}}}"#
        );
        read(&file).told(&dossier()).iter().map(|warning| warning.text(Language::Vi)).collect()
    }

    #[test]
    fn a_day_that_is_none_is_told_and_stays_as_it_was_written() {
        let with = |by: &str| format!(r#"[{{"at":"1.1","text":"Ghi rõ tỷ lệ","by":"{by}"}}]"#);
        assert!(told(&with("28/02/2026")).is_empty() && told(&with("")).is_empty());
        let said = told(&with("31/02/2026"));
        assert!(said.len() == 1 && said[0].contains("Ghi rõ tỷ lệ") && said[0].contains("“31/02/2026”"), "{said:?}");
        assert_eq!(told(&with("trước Tết")).len(), 1);
        let mut sent = dossier();
        sent.corrections[0].by = "31/02/2026".into();
        assert_eq!(read(&corrections_file(&sent, "test")).corrections, sent.corrections);
    }

    #[test]
    fn a_place_that_the_dossier_does_not_have_is_told_and_keeps_its_request() {
        for (at, known) in [
            ("1.1", true),
            ("9.9", false),
            ("dossier", true),
            ("field:applicant.phone", true),
            ("field:applicant.fax", false),
            ("paper:none", false),
        ] {
            let said = told(&format!(r#"[{{"at":"{at}","text":"Thiếu dấu của xã"}}]"#));
            assert_eq!(said.is_empty(), known, "{at}: {said:?}");
            assert!(known || (said[0].contains("Thiếu dấu của xã") && said[0].contains(at)), "{said:?}");
            // It goes back to the commune as it came, so that its tick is found there.
            assert_eq!(CorrectionPlace::from_key(at).key(), at);
        }
    }

    #[test]
    fn another_product_is_told_by_both_names() {
        let file = corrections_file(&dossier(), "test").replace("Cam Cao Phong", "Bưởi Tân Lạc");
        let said: Vec<String> = read(&file).told(&dossier()).iter().map(|one| one.text(Language::Vi)).collect();
        assert!(said[0].contains("Bưởi Tân Lạc") && said[0].contains("Cam Cao Phong"), "{said:?}");
        assert!(
            !read(&corrections_file(&dossier(), "test")).told(&dossier()).iter().any(|one| one.code() == "other-name")
        );
    }

    #[test]
    fn what_is_beyond_the_room_of_a_dossier_is_told_and_no_more_is_taken() {
        let many = |count: usize| {
            let asked = (0..count).map(|at| format!(r#"{{"at":"1.1","text":"Việc {at}"}}"#));
            format!("[{}]", asked.collect::<Vec<_>>().join(","))
        };
        // The dossier has four of its own.
        assert!(told(&many(996)).is_empty());
        let said = told(&many(997));
        assert!(said.len() == 1 && said[0].contains("1 yêu cầu cuối"), "{said:?}");
        let file = format!(r#"{{"format":"ocop-corrections","version":1,"corrections":{}}}"#, many(997));
        assert_eq!((read(&file).without_room(&dossier()), read(&file).corrections.len()), (1, 997));
        let said = told(&many(1001));
        assert!(said.len() == 2 && said[0].contains("1000"), "{said:?}");
        let mut taken = dossier().corrections;
        let more = (0..1000).map(|at| Correction { text: format!("Việc {at}"), ..Correction::default() });
        assert_eq!((add_corrections(&mut taken, more.collect()), taken.len()), (4, 1000));
    }

    #[test]
    fn what_a_newer_build_wrote_is_told_to_be_left_out() {
        let said = told(r#"[{"at":"1.1","text":"Thiếu dấu","urgent":true}]"#);
        assert!(said.len() == 1 && said[0].contains("đã bỏ qua"), "{said:?}");
    }
}
