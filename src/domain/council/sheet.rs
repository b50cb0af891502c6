use crate::domain::dossier::Dossier;
use crate::domain::rating::{Answer, Assessment};

/// Who filled in a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scorer {
    pub name: String,
    /// In the council or the cooperative, such as chair or customer.
    pub role: String,
    /// Opinion at the foot of the sheet ("ý kiến của người đánh giá").
    pub opinion: String,
    /// Handed in: shown and averaged once all are.
    pub done: bool,
}

/// One scorer's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub scorer: Scorer,
    pub assessment: Assessment,
}

/// The sheets of one product, kept with its dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Council {
    pub sheets: Vec<Sheet>,
    /// How many scorers there are; 0 while that is not said. Nothing is shown of any sheet before so many are in.
    pub expected: usize,
    /// The levels that the scorers agreed on, for the reading of the star minimums by an agreed sheet.
    pub agreed: Option<Assessment>,
}

/// Why a file is no sheet of this product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// It is of another product set, or follows another decision.
    OtherSet,
    /// It is of another product.
    OtherProduct,
    /// A sheet of this scorer is in already, with other levels.
    SameScorer,
}

impl Council {
    /// Whether all sheets are in, so that they may be seen.
    pub fn is_complete(&self) -> bool {
        !self.sheets.is_empty()
            && self.sheets.len() >= self.expected
            && self.sheets.iter().all(|sheet| sheet.scorer.done)
    }

    /// Takes a sheet in. The same sheet once more changes nothing.
    pub fn take(&mut self, of: &Dossier, dossier: &Dossier, sheet: Sheet) -> Result<(), SheetFault> {
        if sheet.assessment.set != of.set() {
            return Err(SheetFault::OtherSet);
        }
        if dossier.id != of.id {
            return Err(SheetFault::OtherProduct);
        }
        let name = sheet.scorer.name.trim().to_lowercase();
        match self.sheets.iter().find(|known| known.scorer.name.trim().to_lowercase() == name) {
            Some(known) if known.assessment == sheet.assessment => Ok(()),
            Some(_) => Err(SheetFault::SameScorer),
            None => {
                self.sheets.push(sheet);
                Ok(())
            }
        }
    }

    /// The sheet to agree on: the levels that all scorers chose, the rest open.
    pub fn common(&self) -> Option<Assessment> {
        let first = &self.sheets.first()?.assessment;
        let mut common = first.clone();
        for position in 0..first.set.criteria.len() {
            let answer = first.answer(position);
            if !self.sheets.iter().all(|sheet| sheet.assessment.answer(position) == answer) {
                common.set_answer(position, Answer::Unanswered);
            }
        }
        Some(common)
    }
}

impl Council {
    /// The level of each criterion as the sitting leaves it, to go on from: what was agreed on, else what more than half
    /// of the scorers gave, else the fewest points that any of them gave, which is what is certain. A reading of ours.
    pub fn settled(&self) -> Option<Assessment> {
        let first = &self.sheets.first()?.assessment;
        let mut settled = self.agreed.clone().unwrap_or_else(|| Assessment::new(first.set));
        let given: Vec<&Assessment> = self.sheets.iter().map(|sheet| &sheet.assessment).collect();
        let breach =
            |holds: &dyn Fn(&Assessment) -> bool| given.iter().filter(|one| holds(one)).count() * 2 > given.len();
        settled.declared_dossier |= breach(&|one| one.declared_dossier);
        for position in 0..first.set.criteria.len() {
            settled.set_exempt(position, breach(&|one| one.is_exempt(position)));
            settled.declare(position, breach(&|one| one.is_declared(position)));
            if settled.answer(position).is_answered() {
                continue;
            }
            let answers: Vec<Answer> = given.iter().map(|one| one.answer(position)).collect();
            let times = |answer: Answer| answers.iter().filter(|other| **other == answer).count();
            let most = answers.iter().copied().find(|answer| times(*answer) * 2 > answers.len());
            let points = |answer: &Answer| match answer {
                Answer::Level(level) => {
                    first.set.criteria[position].levels.get(usize::from(*level)).map(|level| level.points)
                }
                Answer::NoneOfThese | Answer::Unanswered => None,
            };
            let fewest = answers.iter().copied().min_by_key(points);
            settled.set_answer(position, most.or(fewest).unwrap_or(Answer::Unanswered));
        }
        Some(settled)
    }
}

/// What a scorer is given: the dossier with its papers and texts, and nothing that tells what the applicant or others
/// gave, nor what is kept for work.
pub fn blank_for(dossier: &Dossier) -> Dossier {
    let mut blank = Dossier::new(dossier.id.clone(), dossier.created.clone(), dossier.set());
    blank.updated = dossier.updated.clone();
    blank.revision = dossier.revision;
    blank.kind = dossier.kind;
    blank.recognised = dossier.recognised.clone();
    blank.unrecognised = dossier.unrecognised;
    blank.fields = dossier.fields.clone();
    blank.papers = dossier.papers.clone();
    blank.entries = dossier.entries.clone();
    blank.scorer = Some(Scorer::default());
    blank
}

/// A dossier read as one scorer's sheet. Who carries no scorer is the applicant.
pub fn sheet_of(dossier: &Dossier) -> Sheet {
    let scorer = dossier.scorer.clone().unwrap_or_else(|| Scorer {
        name: dossier.fields.get(crate::domain::dossier::Field::ApplicantName).trim().to_owned(),
        done: true,
        ..Scorer::default()
    });
    Sheet { scorer, assessment: dossier.assessment.clone() }
}
