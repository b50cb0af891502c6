//! The small file in which a commune sends its corrections back: `schema/ocop-corrections-1.schema.json`. It names the
//! dossier by its id and holds nothing else of it.

use serde::Serialize;

use super::council::WireCorrection;
use super::node::{Node, Object};
use super::read::decision_of;
use super::reader::{Reader, shown};
use super::{FORMAT, Incoming, Place, ReadError, VERSION, input, node, read};
use crate::domain::council::Correction;
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
}

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
    let decision = decision_of(&object)?;
    let mut reader = Reader { set: &decision.sets[0], warnings: Vec::new(), more: 0, unknown: Vec::new() };
    let mut file = reader.branch(Place::root(), object);
    let mut returned = Returned {
        dossier: reader.text(&mut file, "dossier"),
        product: reader.text(&mut file, "product"),
        commune: reader.text(&mut file, "commune"),
        corrections: reader.corrections(&mut file),
    };
    returned.corrections.retain(|correction| !correction.text.trim().is_empty());
    returned.corrections.iter_mut().for_each(|correction| correction.done = false);
    Ok(returned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::CorrectionPlace;
    use crate::domain::decision::first;
    use crate::domain::dossier::Field;
    use crate::domain::dossier::wire::to_json;

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
        dossier.corrections = places
            .into_iter()
            .map(|at| Correction { at, text: "Thiếu dấu".into(), by: "05/12/2026".into(), done: false })
            .collect();
        dossier
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
        assert!(matches!(incoming(other.as_bytes()), Err(ReadError::OtherDecision { .. })));
        for cut in (0..file.len()).filter(|cut| file.is_char_boundary(*cut)) {
            let _ = incoming(&file.as_bytes()[..cut]);
        }
        let odd = r#"{"format":"ocop-corrections","version":1,"dossier":3,"corrections":[{"at":5},7,{"text":" "}]}"#;
        let Ok(Incoming::Corrections(read)) = incoming(odd.as_bytes()) else { panic!("what fits is read") };
        assert_eq!(read, Returned::default());
    }
}
