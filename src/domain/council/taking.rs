use super::{Council, Scorer, Sheet, SheetFault, shows_otherwise};
use crate::domain::dossier::Dossier;

/// What became of a sheet that came as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It joined the others.
    In,
    /// It was in already, with the same levels.
    Already,
}

impl Council {
    /// Takes in the sheet of a scorer that came as a file. The same sheet once more changes nothing.
    pub(super) fn take(&mut self, of: &Dossier, file: &Dossier) -> Result<Taken, SheetFault> {
        let scorer = file.scorer.clone().ok_or(SheetFault::NoSheet);
        self.take_sheet(of, file, scorer.map(|scorer| Sheet { scorer, assessment: file.assessment.clone() }))
    }

    /// Takes in the sheets of files that come together: nobody saw any of them before the others. Where nobody has said
    /// how many score, a sitting in a file may say it; else it is asked, however many come: seven may score, and these be
    /// three of them. Gives what became of them, file by file, each with its scorer's name.
    pub fn take_files<'a>(
        &mut self,
        of: &Dossier,
        files: impl IntoIterator<Item = &'a Dossier>,
    ) -> Vec<Vec<(String, Result<Taken, SheetFault>)>> {
        self.follow();
        let is_unsaid = self.needs_number();
        let mut expected = std::mem::replace(&mut self.expected, usize::MAX);
        let take = |file: &'a Dossier| {
            let taken = self.take_all(of, file);
            let came = taken.iter().any(|(_, taken)| taken.is_ok());
            if let Some(sitting) = file.council.as_ref().filter(|_| is_unsaid && came) {
                expected = expected.max(sitting.said());
            }
            taken
        };
        let taken: Vec<Vec<_>> = files.into_iter().map(take).collect();
        self.expected = expected;
        self.follow();
        taken
    }

    /// How many score, as it was said or as the result was shown; 0 where neither was.
    fn said(&self) -> usize {
        if self.expected == 0 && self.is_complete() { self.sheets.len() } else { self.expected }
    }

    /// Takes in every sheet that stands in a file: its scorer's, or those of the sitting that it carries.
    fn take_all(&mut self, of: &Dossier, file: &Dossier) -> Vec<(String, Result<Taken, SheetFault>)> {
        let Some(sitting) = file.council.as_ref().filter(|sitting| !sitting.sheets.is_empty()) else {
            let name = file.scorer.as_ref().map(|scorer| scorer.name.clone()).unwrap_or_default();
            return vec![(name, self.take(of, file))];
        };
        let taken = sitting
            .sheets
            .iter()
            .map(|sheet| (sheet.scorer.name.clone(), self.take_sheet(of, file, Ok(sheet.clone()))));
        taken.collect()
    }

    fn take_sheet(
        &mut self,
        of: &Dossier,
        file: &Dossier,
        sheet: Result<Sheet, SheetFault>,
    ) -> Result<Taken, SheetFault> {
        if file.set() != of.set() {
            return Err(SheetFault::OtherSet);
        }
        if file.id != of.id {
            return Err(SheetFault::OtherProduct);
        }
        let sheet = sheet?;
        if let Some(fault) = sheet.unfinished() {
            return Err(fault);
        }
        match self.sheets.iter().find(|known| known.scorer.is(&sheet.scorer.name)) {
            Some(known) if known.assessment == sheet.assessment => Ok(Taken::Already),
            Some(_) => Err(SheetFault::SameScorer),
            None if self.sheets.len() >= Council::MOST => Err(SheetFault::Full),
            None => {
                let other_state = sheet.scorer.other_state || (file.scorer.is_some() && shows_otherwise(of, file));
                let scorer = Scorer { here: false, heard: false, other_state, ..sheet.scorer };
                self.changed(|council| council.add(Sheet { scorer, ..sheet }));
                Ok(Taken::In)
            }
        }
    }
}
