use crate::domain::calendar::Date;
use crate::domain::council::{Correction, Council, Desk, Scorer, add_corrections, keep_corrections};
use crate::domain::decision::{PaperId, Star};
use crate::domain::dossier::{
    Attachment, Dossier, DossierKind, Effort, Field, LogEntry, PaperRecord, Proposal, Question, Recognised, Reply,
    StepNote, TakenOut, Writing, Writings, accept, from_log,
};
use crate::domain::figures::{Row, Table};
use crate::domain::rating::Answer;

/// What happened to one dossier. Places are places in its set's criteria.
#[allow(clippy::large_enum_variant, reason = "a change lives for one reduction")]
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A level, "none of these", or "not sure yet" (unanswered) was chosen.
    Answered {
        position: usize,
        answer: Answer,
    },
    /// A yes-or-no question of the set was answered.
    Replied {
        question: Question,
        reply: Reply,
    },
    NoteWritten {
        position: usize,
        note: String,
    },
    Reviewed {
        position: usize,
    },
    FieldWritten {
        field: Field,
        value: String,
    },
    /// A paper was added or changed.
    PaperKept(PaperRecord),
    PaperRemoved {
        paper: String,
    },
    /// A paper was said to prove a criterion, or not to.
    PaperLinked {
        paper: String,
        position: usize,
        proves: bool,
    },
    /// A photo or scan was put to a paper, perhaps in the place of another.
    Attached {
        paper: String,
        attachment: Attachment,
        instead_of: Option<String>,
    },
    /// A photo or scan was taken off a paper.
    Detached {
        paper: String,
        attachment: String,
    },
    HeldTicked {
        paper: PaperId,
        held: bool,
    },
    /// The numbers behind an answer were written; without rows the table goes.
    TableWritten {
        table: String,
        rows: Vec<Row>,
    },
    /// A question of a template was answered.
    PromptAnswered {
        template: String,
        prompt: String,
        text: String,
    },
    /// A paper written here was read through, or is to be read once more.
    WritingChecked {
        template: String,
        checked: bool,
    },
    /// A paper written here was signed and is this one of the papers; empty: it is not signed any more.
    WritingSigned {
        template: String,
        paper: String,
        /// The code of the text that was signed.
        code: String,
    },
    /// A level that the papers at hand support was taken.
    ProposalTaken(Proposal),
    KindChosen(DossierKind),
    /// What is held already was told: nothing, or this. The kind of dossier follows from where the
    /// product stands today, unless the applicant chose another that is possible.
    StandingTold {
        recognised: Option<Recognised>,
        today: Date,
    },
    RecognisedKept(Recognised),
    TargetChosen(Option<Star>),
    Locked {
        code: String,
        locked: bool,
    },
    EffortSet {
        code: String,
        effort: Effort,
    },
    StepNoted {
        code: String,
        note: StepNote,
    },
    /// An entry of the log was added or changed.
    LogKept(LogEntry),
    LogRemoved(String),
    /// What was taken out is wanted again.
    PutBack(TakenOut),
    /// The re-rating begins: what it asks for is filled from the log, where nothing is written yet.
    LogTaken,
    Archived(bool),
    /// The sheets of several scorers, as they now are.
    CouncilKept(Council),
    /// Who scores on a sheet that came as a file of its own, and what they say.
    ScorerKept(Scorer),
    /// The commune's work, as it now is.
    DeskKept(Desk),
    /// The commune's corrections, as its officer now has them.
    CorrectionsKept(Vec<Correction>),
    /// Corrections came back from the commune.
    CorrectionsCame(Vec<Correction>),
    /// The applicant ticked off the correction at this place of the list, or took the tick away.
    CorrectionTicked {
        place: usize,
        done: bool,
    },
}

impl Change {
    /// The dossier after the change; its `updated` is left to the caller. What names a place or
    /// paper that is not there changes nothing.
    pub fn apply(self, dossier: &Dossier) -> Dossier {
        let mut next = dossier.clone();
        match self {
            Change::Answered { position, answer } => {
                next.assessment.set_answer(position, answer);
                if let Some(entry) = next.entries.get_mut(position) {
                    entry.review = false;
                }
            }
            Change::Replied { question, reply } => {
                if Question::of(next.set()).any(|known| known == question) {
                    next.set_reply(question, reply);
                }
            }
            Change::NoteWritten { position, note } => {
                if let Some(entry) = next.entries.get_mut(position) {
                    entry.note = note;
                }
            }
            Change::Reviewed { position } => {
                if let Some(entry) = next.entries.get_mut(position) {
                    entry.review = false;
                }
            }
            Change::FieldWritten { field, value } => next.fields.set(field, value),
            Change::PaperKept(paper) => match next.papers.iter_mut().find(|known| known.id == paper.id) {
                Some(known) => *known = paper,
                None => next.papers.push(paper),
            },
            Change::PaperRemoved { paper } => {
                next.papers.retain(|known| known.id != paper);
                next.entries.iter_mut().for_each(|entry| entry.evidence.retain(|id| *id != paper));
            }
            Change::PaperLinked { paper, position, proves } => {
                let known = next.papers.iter().any(|known| known.id == paper);
                if let (true, Some(entry)) = (known, next.entries.get_mut(position)) {
                    entry.evidence.retain(|id| *id != paper);
                    if proves {
                        entry.evidence.push(paper);
                    }
                }
            }
            Change::Attached { paper, attachment, instead_of } => {
                if let Some(paper) = next.papers.iter_mut().find(|known| known.id == paper) {
                    match paper.attachments.iter_mut().find(|known| Some(&known.id) == instead_of.as_ref()) {
                        Some(known) => *known = attachment,
                        None => paper.attachments.push(attachment),
                    }
                }
            }
            Change::Detached { paper, attachment } => {
                if let Some(paper) = next.papers.iter_mut().find(|known| known.id == paper) {
                    paper.attachments.retain(|known| known.id != attachment);
                }
            }
            Change::HeldTicked { paper, held: true } => {
                next.held.insert(paper);
            }
            Change::HeldTicked { paper, held: false } => {
                next.held.remove(&paper);
            }
            Change::TableWritten { table, rows } if rows.is_empty() => {
                next.tables.remove(&table);
            }
            Change::TableWritten { table, mut rows } => {
                rows.iter_mut().for_each(|row| row.retain(|_, text| !text.is_empty()));
                next.tables.insert(table, Table { rows });
            }
            Change::PromptAnswered { template, prompt, text } => {
                change_writing(&mut next.writings, template, |writing| writing.write(&prompt, text));
            }
            Change::WritingChecked { template, checked } => {
                change_writing(&mut next.writings, template, |writing| writing.checked = checked);
            }
            Change::WritingSigned { template, paper, code } => {
                change_writing(&mut next.writings, template, |writing| {
                    // Who signs it has read it.
                    writing.checked |= !paper.is_empty();
                    (writing.paper, writing.signed) = (paper, code);
                });
            }
            Change::ProposalTaken(proposal) => next = accept(dossier, &proposal),
            Change::KindChosen(kind) => next.choose_kind(kind),
            Change::StandingTold { recognised, today } => {
                next.unrecognised = recognised.is_none();
                if let Some(mut recognised) = recognised {
                    let known = dossier.recognised.as_ref().map(|known| known.date.as_str());
                    if known.is_none() && recognised.date.is_empty() {
                        // Older files have the day in the plan.
                        recognised.date = std::mem::take(&mut next.plan.certificate);
                    } else if known != Some(recognised.date.as_str()) {
                        next.plan.certificate.clear();
                    }
                    next.recognised = Some(recognised);
                }
                let follows = next.standing().kind(today);
                // "25/06/20" on the way to "25/06/2024" would be a certificate that ended years ago.
                let day = next.recognised.as_ref().map_or("", |told| told.date.trim());
                let is_typed = (1..4).contains(&day.chars().rev().take_while(char::is_ascii_digit).count());
                if !is_typed && (dossier.standing().kind(today) != follows || next.kind_contradicts(today)) {
                    next.kind = follows;
                }
            }
            Change::RecognisedKept(recognised) => next.recognised = Some(recognised),
            Change::TargetChosen(target) => next.plan.target = target,
            Change::Locked { code, locked: true } => {
                next.plan.locked.insert(code);
            }
            Change::Locked { code, locked: false } => {
                next.plan.locked.remove(&code);
            }
            Change::EffortSet { code, effort } => {
                if effort == Effort::default() {
                    next.plan.efforts.remove(&code);
                } else {
                    next.plan.efforts.insert(code, effort);
                }
            }
            Change::StepNoted { code, note } => {
                if note == StepNote::default() {
                    next.plan.steps.remove(&code);
                } else {
                    next.plan.steps.insert(code, note);
                }
            }
            Change::LogKept(entry) => match next.log.iter_mut().find(|known| known.id == entry.id) {
                Some(known) => *known = entry,
                None => next.log.push(entry),
            },
            Change::LogRemoved(id) => next.log.retain(|known| known.id != id),
            Change::PutBack(taken) => next = taken.put_back(dossier),
            Change::LogTaken => {
                next.choose_kind(DossierKind::ReRating);
                for (field, text) in from_log(dossier) {
                    next.fields.set(field, text);
                }
            }
            Change::Archived(archived) => next.archived = archived,
            Change::CouncilKept(council) => next.council = Some(council),
            Change::ScorerKept(scorer) => next.scorer = Some(scorer),
            Change::DeskKept(desk) => next.desk = Some(desk),
            Change::CorrectionsKept(mut corrections) => {
                // The commune begins with what it has, before its own work counts as one state more.
                let mut desk = Desk::on(dossier);
                keep_corrections(&mut desk, &dossier.corrections, &mut corrections);
                next.desk = Some(desk);
                next.corrections = corrections;
            }
            Change::CorrectionsCame(corrections) => {
                add_corrections(&mut next.corrections, corrections);
            }
            Change::CorrectionTicked { place, done } => {
                if let Some(correction) = next.corrections.get_mut(place) {
                    correction.done = done;
                }
            }
        }
        next
    }
}

/// One that says nothing any more goes.
fn change_writing(writings: &mut Writings, template: String, change: impl FnOnce(&mut Writing)) {
    let mut writing = writings.remove(&template).unwrap_or_default();
    change(&mut writing);
    if !writing.is_blank() {
        writings.insert(template, writing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::is_of_before;
    use crate::domain::decision::first;
    #[test]
    fn the_commune_s_own_requests_make_no_file_of_the_applicant_s_an_older_one() {
        let handed =
            Dossier { revision: 60, ..Dossier::new("a".into(), String::new(), first().set(1).expect("set 1")) };
        let ask = |text: &str| Change::CorrectionsKept(vec![Correction { text: text.into(), ..Correction::default() }]);
        let ours = [ask("Ghi rõ"), ask("Ghi rõ năm")].into_iter().fold(handed.clone(), |now, change| {
            let next = change.apply(&now);
            Dossier { revision: now.revision + 1, ..next }
        });
        assert!(!is_of_before(&ours, &Dossier { revision: 61, ..handed.clone() }));
        assert!(is_of_before(&ours, &Dossier { revision: 59, ..handed }));
    }

    /// Seen in use: what was taken out and asked anew came to the applicant as ticked off already.
    #[test]
    fn what_is_asked_anew_after_it_was_taken_out_is_open_at_the_applicant() {
        let ask = |text: &str| Correction { text: text.into(), ..Correction::default() };
        let kept = |dossier: &Dossier, list: Vec<Correction>| Change::CorrectionsKept(list).apply(dossier);
        let empty = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let mut ours = kept(&empty, vec![ask("Thiếu dấu"), ask("Thiếu ảnh")]);
        assert!(ours.corrections.iter().all(|asked| asked.again == 0), "nothing was taken out");
        let mut theirs = ours.corrections.clone();
        for _ in 0..3 {
            theirs.iter_mut().for_each(|asked| asked.done = true);
            ours = kept(&ours, vec![ours.corrections[0].clone()]);
            let file = crate::domain::dossier::wire::to_json(&ours);
            ours = crate::domain::dossier::wire::from_json(&file).expect("our own file").0;
            ours = kept(&ours, vec![ours.corrections[0].clone(), ask("Thiếu ảnh")]);
            add_corrections(&mut theirs, ours.corrections.clone());
            let done: Vec<bool> = theirs.iter().map(|asked| asked.done).collect();
            assert_eq!(done, [true, false], "{theirs:?}");
        }
        // What is put back is what it was.
        let out = kept(&ours, Vec::new());
        let taken = crate::domain::dossier::TakenOut::between(&ours, &out).expect("two");
        assert_eq!(Change::PutBack(taken).apply(&out).corrections, ours.corrections);
    }
}
