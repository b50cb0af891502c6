//! The sheets of several scorers in a file: `scorer` where the file is itself one scorer's sheet, `council` where
//! sheets were put together.

use serde::Serialize;

use super::place::shortened;
use super::reader::{Branch, Reader};
use super::unknown::{request, scorer_of};
use super::warning::Problem;
use super::write::{Keyed, WireLevel};
use crate::domain::council::{Component, Correction, CorrectionPlace, Council, Desk, DeskState, Scorer, Sheet, Topic};
use crate::domain::decision::Points;
use crate::domain::dossier::{LAST_REVISION, Question};
use crate::domain::rating::Assessment;
use crate::domain::spelling::printable;

#[derive(Serialize)]
pub(super) struct WireScorer<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    role: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    opinion: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    done: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    here: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    late: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    other_state: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    heard: bool,
}

#[derive(Serialize)]
pub(super) struct WireCouncil<'a> {
    expected: usize,
    sheets: Vec<WireSheet<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    apart: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<WireAgreed>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    seen: bool,
}

#[derive(Serialize)]
struct WireSheet<'a> {
    scorer: WireScorer<'a>,
    #[serde(flatten)]
    levels: WireLevels,
}

#[derive(Serialize)]
struct WireAgreed {
    #[serde(flatten)]
    levels: WireLevels,
    /// What was decided on a breach; `true`: it ends the evaluation.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    declarations: Keyed<&'static str, bool>,
}

/// Levels by code, and the codes (or `dossier`) of the breaches and of the minimums that do not bind.
#[derive(Serialize)]
struct WireLevels {
    answers: Keyed<&'static str, WireLevel>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    breaches: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exempt: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct WireDesk<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    received: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    days_off: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    there: Keyed<&'static str, bool>,
    /// By topic of Form 03.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    assessments: Keyed<&'static str, &'a str>,
    #[serde(skip_serializing_if = "is_zero")]
    came: u64,
    #[serde(skip_serializing_if = "is_none")]
    withdrawn: u32,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(Serialize)]
pub(super) struct WireCorrection<'a> {
    at: String,
    text: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    done: bool,
    #[serde(skip_serializing_if = "is_none")]
    again: u32,
    #[serde(skip_serializing_if = "str::is_empty")]
    known_by: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unchanged: bool,
}

fn is_none(count: &u32) -> bool {
    *count == 0
}

impl WireDesk<'_> {
    pub fn of(desk: &Desk) -> WireDesk<'_> {
        let written = Topic::ALL.into_iter().zip(&desk.assessments).filter(|(_, text)| !text.is_empty());
        WireDesk {
            received: &desk.received,
            days_off: &desk.days_off,
            state: desk.state.name(),
            there: desk.there.iter().map(|component| (component.key(), true)).collect(),
            assessments: written.map(|(topic, text)| (topic.key(), text.as_str())).collect(),
            came: desk.came,
            withdrawn: desk.withdrawn,
        }
    }
}

impl WireCorrection<'_> {
    pub fn of(correction: &Correction) -> WireCorrection<'_> {
        let Correction { at, text, by, done, again, known_by, unchanged } = correction;
        let (done, again, unchanged) = (*done, *again, *unchanged);
        WireCorrection { at: at.key(), text, by, done, again, known_by, unchanged }
    }
}

/// Stands among the breaches for the set's own line.
const DOSSIER: &str = "dossier";

impl WireScorer<'_> {
    pub fn of(scorer: &Scorer) -> WireScorer<'_> {
        let Scorer { name, role, opinion, done, here, late, other_state, heard } = scorer;
        let (done, here, late, other_state, heard) = (*done, *here, *late, *other_state, *heard);
        WireScorer { name, role, opinion, done, here, late, other_state, heard }
    }
}

impl WireCouncil<'_> {
    pub fn of(council: &Council) -> WireCouncil<'_> {
        WireCouncil {
            expected: council.expected,
            sheets: council
                .sheets
                .iter()
                .map(|sheet| WireSheet {
                    scorer: WireScorer::of(&sheet.scorer),
                    levels: WireLevels::of(&sheet.assessment),
                })
                .collect(),
            apart: council.apart.map(|points| points.0),
            agreed: council.agreed.as_ref().map(|agreed| WireAgreed {
                levels: WireLevels::of(agreed),
                declarations: council.decided.iter().map(|(breach, ends)| (breach.key(agreed.set), *ends)).collect(),
            }),
            seen: council.seen,
        }
    }
}

impl WireLevels {
    fn of(assessment: &Assessment) -> WireLevels {
        let codes = |holds: fn(&Assessment, usize) -> bool| {
            assessment
                .iter()
                .filter(move |(position, ..)| holds(assessment, *position))
                .map(|(_, criterion, _)| criterion.code)
        };
        let dossier = assessment.declared_dossier.then_some(DOSSIER);
        WireLevels {
            answers: assessment
                .iter()
                .filter_map(|(_, criterion, answer)| Some((criterion.code, WireLevel::of(answer)?)))
                .collect(),
            breaches: dossier.into_iter().chain(codes(Assessment::is_declared)).collect(),
            exempt: codes(Assessment::is_exempt).collect(),
        }
    }
}

/// A name on one line, with nothing that nobody sees.
fn on_one_line(name: &str) -> String {
    printable(name).replace('\n', " ")
}

impl Reader {
    pub(super) fn scorer(&mut self, file: &mut Branch) -> Option<Scorer> {
        let mut branch = self.child(file, "scorer")?;
        let scorer = Scorer {
            name: self.scorer_name(&mut branch),
            role: self.text(&mut branch, "role"),
            opinion: self.text(&mut branch, "opinion"),
            done: self.bool(&mut branch, "done"),
            here: self.bool(&mut branch, "here"),
            late: self.bool(&mut branch, "late"),
            other_state: self.bool(&mut branch, "other_state"),
            heard: self.bool(&mut branch, "heard"),
        };
        self.finish(branch);
        Some(scorer)
    }

    /// A name as the page takes it where it is typed: on one line, with nothing that nobody sees, and no longer than its
    /// field. What was done to it is told.
    fn scorer_name(&mut self, scorer: &mut Branch) -> String {
        const LIMIT: usize = Scorer::LONGEST_NAME;
        const SHOWN: usize = 40;
        let Some(found) = scorer.take("name") else { return String::new() };
        let place = found.0.clone();
        let Some(written) = self.as_text(found) else { return String::new() };
        let seen = on_one_line(&written);
        if seen != written {
            self.warn(&place, shortened(seen.trim(), SHOWN), Problem::UnseenSigns);
        }
        let name: String = seen.chars().take(LIMIT).collect();
        if name != seen {
            self.warn(&place, shortened(&seen, SHOWN), Problem::TooLong { limit: LIMIT });
        }
        name
    }

    pub(super) fn council(&mut self, file: &mut Branch) -> Option<Council> {
        let mut branch = self.child(file, "council")?;
        let mut council = Council {
            expected: self.number(&mut branch, "expected", |_| true).unwrap_or_default(),
            apart: self.number(&mut branch, "apart", |points| points <= 100).map(Points),
            seen: self.bool(&mut branch, "seen"),
            ..Council::default()
        };
        let list = branch.place.key("sheets");
        for found in self.list(&mut branch, "sheets") {
            let Some(mut sheet) = self.object(found) else { continue };
            let name = scorer_of(&sheet.entries).map(on_one_line).unwrap_or_default();
            sheet.place = sheet.place.called(&list, &name);
            let scorer = self.scorer(&mut sheet).unwrap_or_default();
            let assessment = self.levels(&mut sheet);
            self.finish(sheet);
            council.sheets.push(Sheet { scorer, assessment });
        }
        if let Some(mut agreed) = self.child(&mut branch, "agreed") {
            council.agreed = Some(self.levels(&mut agreed));
            let is_breach = |question| !matches!(question, Question::MinimumBinds(_));
            council.decided = self.replies(&mut agreed, "declarations", is_breach).into_iter().collect();
            self.finish(agreed);
        }
        self.finish(branch);
        Some(council)
    }

    pub(super) fn desk(&mut self, file: &mut Branch) -> Option<Desk> {
        let mut branch = self.child(file, "desk")?;
        let of = |name: &str| DeskState::ALL.into_iter().find(|state| state.name() == name);
        let mut desk = Desk {
            received: self.text(&mut branch, "received"),
            days_off: self.text(&mut branch, "days_off"),
            state: self.choice(&mut branch, "state", of).unwrap_or_default(),
            came: self.number::<u64>(&mut branch, "came", |_| true).unwrap_or_default().min(LAST_REVISION),
            withdrawn: self.number::<u32>(&mut branch, "withdrawn", |_| true).unwrap_or_default(),
            ..Desk::default()
        };
        if let Some(mut there) = self.child(&mut branch, "there") {
            desk.there = Component::ALL.into_iter().filter(|one| self.bool(&mut there, one.key())).collect();
            self.finish(there);
        }
        if let Some(mut texts) = self.child(&mut branch, "assessments") {
            for (topic, text) in Topic::ALL.into_iter().zip(&mut desk.assessments) {
                *text = self.text(&mut texts, topic.key());
            }
            self.finish(texts);
        }
        self.finish(branch);
        Some(desk)
    }

    /// Each with its place in the list.
    pub(super) fn corrections(&mut self, file: &mut Branch) -> Vec<(usize, Correction)> {
        let mut corrections = Vec::new();
        let list = file.place.key("corrections");
        for (index, found) in self.list(file, "corrections").into_iter().enumerate() {
            let Some(mut branch) = self.object(found) else { continue };
            let correction = Correction {
                at: CorrectionPlace::from_key(&self.text(&mut branch, "at")),
                text: self.text(&mut branch, "text"),
                by: self.text(&mut branch, "by"),
                done: self.bool(&mut branch, "done"),
                again: self.number(&mut branch, "again", |_| true).unwrap_or_default(),
                known_by: self.text(&mut branch, "known_by"),
                unchanged: self.bool(&mut branch, "unchanged"),
            };
            branch.place = branch.place.called(&list, &request(&correction.at.key(), correction.first_words()));
            corrections.push((index, correction));
            self.finish(branch);
        }
        corrections
    }

    fn levels(&mut self, branch: &mut Branch) -> Assessment {
        let mut assessment = Assessment::new(self.set);
        for (position, (place, node)) in self.child_by_criterion(branch, "answers") {
            let answer = self.level(&place, &node, position);
            assessment.set_answer(position, answer);
        }
        for found in self.list(branch, "breaches") {
            let place = found.0.clone();
            match self.as_text(found) {
                Some(code) if code == DOSSIER => assessment.declared_dossier = true,
                Some(code) => {
                    if let Some(position) = self.criterion(&place, &code) {
                        assessment.declare(position, true);
                    }
                }
                None => {}
            }
        }
        for found in self.list(branch, "exempt") {
            let place = found.0.clone();
            if let Some(position) = self.as_text(found).and_then(|code| self.criterion(&place, &code)) {
                assessment.set_exempt(position, true);
            }
        }
        assessment
    }
}
