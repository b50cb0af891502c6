//! When the state of a dossier is to be kept as an earlier version.

use crate::domain::dossier::{Dossier, Entry, Field, PaperRecord, Stamp};

/// The least time between two versions of one dossier, in seconds, unless something is lost.
pub const GAP: i64 = 5 * 60;

/// A text that loses this many characters at once was emptied or written over, not edited.
const LOST_TEXT: usize = 40;

/// Whether `old` is to be kept as a version now that `new` takes its place. `last` is when one was
/// last kept since the page was opened: the first change always keeps what was there before it.
pub fn is_due(old: &Dossier, new: &Dossier, last: Option<Stamp>, now: Stamp) -> bool {
    !is_blank(old) && (last.is_none_or(|last| now.0 - last.0 >= GAP) || loses(old, new))
}

/// Whether nothing was entered yet.
fn is_blank(dossier: &Dossier) -> bool {
    dossier.assessment.answered() == 0 && dossier.papers.is_empty() && dossier.entries.iter().all(|e| e.note.is_empty())
}

/// Whether one change takes away what was there: a paper, a photo, a whole text, several answers,
/// a scorer's sheet.
fn loses(old: &Dossier, new: &Dossier) -> bool {
    if old.set() != new.set() || old.kind != new.kind {
        return true;
    }
    let changed =
        old.assessment.iter().zip(new.assessment.iter()).filter(|((_, _, was), (_, _, is))| was != is).count();
    changed > 1 || loses_paper(old, new) || loses_text(old, new) || loses_sheet(old, new)
}

fn loses_sheet(old: &Dossier, new: &Dossier) -> bool {
    let sheets = |dossier: &Dossier| dossier.council.as_ref().map_or(0, |council| council.sheets.len());
    sheets(new) < sheets(old)
}

fn loses_paper(old: &Dossier, new: &Dossier) -> bool {
    let photos = |papers: &[PaperRecord]| papers.iter().map(|paper| paper.attachments.len()).sum::<usize>();
    photos(&new.papers) < photos(&old.papers)
        || old.papers.iter().any(|was| new.papers.iter().all(|paper| paper.id != was.id))
}

fn loses_text(old: &Dossier, new: &Dossier) -> bool {
    let shrinks = |was: &str, is: &str| was.chars().count() >= is.chars().count() + LOST_TEXT;
    let notes = |entries: &[Entry], place: usize| entries.get(place).map_or(String::new(), |entry| entry.note.clone());
    (0..old.entries.len()).any(|place| shrinks(&notes(&old.entries, place), &notes(&new.entries, place)))
        || Field::TABLE.iter().any(|(field, ..)| shrinks(old.fields.get(*field), new.fields.get(*field)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::{Council, Scorer, Sheet};
    use crate::domain::decision::first;
    use crate::domain::dossier::Attachment;
    use crate::domain::rating::Answer;

    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.assessment.set_answer(0, Answer::Level(1));
        dossier.entries[0].note = "Cam trồng ở bốn thôn của xã, có bản đồ và danh sách hộ.".into();
        let photo = Attachment { id: "f".into(), name: "a.jpg".into(), media: "image/jpeg".into(), size: 9, sum: None };
        dossier.papers.push(PaperRecord { id: "p".into(), attachments: vec![photo], ..PaperRecord::default() });
        let sheet = Sheet { scorer: Scorer::default(), assessment: dossier.assessment.clone() };
        dossier.council = Some(Council { sheets: vec![sheet], ..Council::default() });
        dossier
    }

    #[track_caller]
    fn check(expected: bool, last: Option<i64>, change: impl FnOnce(&mut Dossier)) {
        let old = dossier();
        let mut new = old.clone();
        change(&mut new);
        assert_eq!(is_due(&old, &new, last.map(Stamp), Stamp(1_000)), expected);
    }

    #[test]
    fn the_first_change_keeps_what_was_there_and_then_one_every_few_minutes() {
        let edit = |dossier: &mut Dossier| dossier.entries[1].note.push('x');
        check(true, None, edit);
        check(false, Some(1_000 - GAP + 1), edit);
        check(true, Some(1_000 - GAP), edit);
    }

    #[test]
    fn what_takes_something_away_keeps_it_first() {
        check(true, Some(999), |dossier| dossier.papers.clear());
        check(true, Some(999), |dossier| dossier.papers[0].attachments.clear());
        check(true, Some(999), |dossier| dossier.council = None);
        check(false, Some(999), |dossier| {
            dossier.council.iter_mut().for_each(|council| council.sheets[0].scorer.role = "Thư ký".into());
        });
        check(true, Some(999), |dossier| dossier.entries[0].note.clear());
        check(true, Some(999), |dossier| {
            *dossier = Dossier::new("a".into(), String::new(), first().set(2).expect("set 2"))
        });
        check(true, Some(999), |dossier| {
            dossier.assessment.set_answer(0, Answer::Unanswered);
            dossier.assessment.set_answer(1, Answer::Level(0));
        });
    }

    #[test]
    fn small_steps_in_quick_succession_do_not() {
        check(false, Some(999), |dossier| dossier.assessment.set_answer(0, Answer::Level(2)));
        check(false, Some(999), |dossier| {
            dossier.entries[0].note.pop();
        });
        check(false, Some(999), |dossier| {
            dossier.papers.push(PaperRecord { id: "q".into(), ..PaperRecord::default() })
        });
    }

    #[test]
    fn an_empty_dossier_is_no_version() {
        let empty = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        assert!(!is_due(&empty, &dossier(), None, Stamp(0)));
    }
}
