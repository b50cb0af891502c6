//! An assessment as a short text for a link: set, answers, declared breaches, exemptions. Nothing
//! personal, no name, no note.
//!
//! The text is the mark of the decision (`1` for 26/2026/QĐ-TTg) and base64url (RFC 4648, section 5, without
//! padding) of the set's number, the answers as one number in mixed radix, and a CRC-32 over all of it:
//! about 25 characters. A decision that numbers criteria or levels otherwise has a mark of its own.

mod base64url;
mod mixed_radix;

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::domain::decision::{self, NoteKind, ProductSet};
use crate::domain::rating::{Answer, Assessment};

use mixed_radix::Digit;

/// Octets of the checksum.
const CHECK: usize = 4;

/// Why a text is no assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// Nothing there.
    Empty,
    /// Cut off or changed on the way.
    Broken,
    /// Of a decision that this program does not know, whose mark this is.
    NewerDecision(char),
    /// The Decision has no set with this number.
    UnknownSet(u8),
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShareError::Empty => f.write_str("there is no code"),
            ShareError::Broken => f.write_str("the code is cut off or was changed"),
            ShareError::NewerDecision(mark) => write!(f, "the code follows a newer decision ({mark})"),
            ShareError::UnknownSet(no) => write!(f, "there is no product set {no}"),
        }
    }
}

impl std::error::Error for ShareError {}

/// The assessment as a text of letters, digits, `-` and `_`.
pub fn encode(assessment: &Assessment) -> String {
    let mut octets = vec![assessment.set.no.0];
    octets.extend(mixed_radix::pack(&digits(assessment)));
    let mark = assessment.set.decision().share_mark;
    octets.extend(checksum(mark, &octets).to_be_bytes());
    format!("{mark}{}", base64url::encode(&octets))
}

/// The assessment that [`encode`] made a text of. White space around it is passed over, and whatever a
/// sentence or a network puts behind a link: a full stop, a quotation mark, `?fbclid=…`, "%20Xem nhé". What was changed is
/// told by the checksum.
pub fn decode(code: &str) -> Result<Assessment, ShareError> {
    let code = code.trim();
    let mark = code.chars().next().ok_or(ShareError::Empty)?;
    let is_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = code.find(|c: char| !is_code(c)).unwrap_or(code.len());
    let code = &code[..end.max(mark.len_utf8())];
    let unknown =
        if mark.is_ascii_alphanumeric() && mark != '0' { ShareError::NewerDecision(mark) } else { ShareError::Broken };
    let decision = decision::all().iter().find(|decision| decision.share_mark == mark).ok_or(unknown)?;
    let octets = base64url::decode(&code[mark.len_utf8()..]).ok_or(ShareError::Broken)?;
    let (signed, check) = octets.split_last_chunk::<CHECK>().ok_or(ShareError::Broken)?;
    if checksum(mark, signed).to_be_bytes() != *check {
        return Err(ShareError::Broken);
    }
    let (no, packed) = signed.split_first().ok_or(ShareError::Broken)?;
    let set = decision.set(*no).ok_or(ShareError::UnknownSet(*no))?;
    let values = mixed_radix::unpack(packed, &radices(set)).ok_or(ShareError::Broken)?;
    Ok(assessment(set, &values))
}

/// What a set's digits stand for, in this order: the line that rejects the dossier; then for each
/// criterion its answer, whether its breach is declared, whether its minimum does not bind.
fn digits(assessment: &Assessment) -> Vec<Digit> {
    let radices = radices(assessment.set);
    let mut values = vec![u32::from(assessment.declared_dossier && assessment.set.disqualification.is_some())];
    for (position, criterion, answer) in assessment.iter() {
        values.push(match answer {
            Answer::Unanswered => 0,
            Answer::NoneOfThese => 1,
            Answer::Level(level) => u32::from(level) + 2,
        });
        if criterion.declared_note().is_some() {
            values.push(u32::from(assessment.is_declared(position)));
        }
        if criterion.note(NoteKind::MinimumAppliesIf).is_some() {
            values.push(u32::from(assessment.is_exempt(position)));
        }
    }
    values.into_iter().zip(radices).map(|(value, radix)| Digit { value, radix }).collect()
}

/// How many values each digit has, in the order of [`digits`].
fn radices(set: &ProductSet) -> Vec<u32> {
    let mut radices = vec![if set.disqualification.is_some() { 2 } else { 1 }];
    for criterion in set.criteria {
        radices.push(u32::try_from(criterion.levels.len()).unwrap_or(u32::MAX - 2) + 2);
        if criterion.declared_note().is_some() {
            radices.push(2);
        }
        if criterion.note(NoteKind::MinimumAppliesIf).is_some() {
            radices.push(2);
        }
    }
    radices
}

fn assessment(set: &'static ProductSet, values: &[u32]) -> Assessment {
    let mut assessment = Assessment::new(set);
    let mut values = values.iter().copied();
    let mut next = || values.next().unwrap_or(0);
    assessment.declared_dossier = next() == 1;
    for (position, criterion) in set.criteria.iter().enumerate() {
        let answer = match next() {
            0 => Answer::Unanswered,
            1 => Answer::NoneOfThese,
            level => u8::try_from(level - 2).map_or(Answer::Unanswered, Answer::Level),
        };
        assessment.set_answer(position, answer);
        if criterion.declared_note().is_some() {
            assessment.declare(position, next() == 1);
        }
        if criterion.note(NoteKind::MinimumAppliesIf).is_some() {
            assessment.set_exempt(position, next() == 1);
        }
    }
    assessment
}

/// CRC-32 (IEEE 802.3), over the mark too: it misses no change of a single character. Without a table, for the
/// text is short.
fn checksum(mark: char, octets: &[u8]) -> u32 {
    let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    digest.update(&[mark as u8]);
    digest.update(octets);
    digest.finalize()
}
