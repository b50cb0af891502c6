use super::{Council, Scorer, Sheet, SheetFault, shows_otherwise};
use crate::domain::dossier::Dossier;

/// What became of the sheets of one file, each with its scorer's name.
type OfFile = Vec<(String, Result<Taken, SheetFault>)>;

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
    /// how many score, a sitting in a file may say it, unless there are more by now; else it is asked, however many come:
    /// seven may score, and these be three of them. Whoever has not finished in a sitting that comes is waited for. Gives
    /// what became of them, file by file, each with its scorer's name.
    pub fn take_files<'a>(&mut self, of: &Dossier, files: impl IntoIterator<Item = &'a Dossier>) -> Vec<OfFile> {
        self.follow();
        let is_unsaid = self.needs_number();
        let expected = std::mem::replace(&mut self.expected, usize::MAX);
        // What the sittings that came say, and the names of those who have not finished there.
        let (mut said, mut scoring) = (0, Vec::new());
        let take = |file: &'a Dossier| {
            let taken = self.take_all(of, file);
            if let Some(sitting) = file.council.as_ref().filter(|_| taken.iter().any(|(_, taken)| taken.is_ok())) {
                said = said.max(sitting.said());
            }
            if taken.iter().any(|(_, taken)| *taken == Ok(Taken::In)) {
                scoring.extend(unfinished(&taken));
            }
            taken
        };
        let taken: Vec<Vec<_>> = files.into_iter().map(take).collect();
        let missing = self.missing_of(&scoring);
        let known = (self.sheets.len() + missing).min(Council::MOST);
        self.expected = match (is_unsaid, missing) {
            (true, _) => Some(said).filter(|said| *said >= known).unwrap_or_default(),
            (false, 0) => expected,
            (false, _) => expected.max(known),
        };
        self.follow();
        taken
    }

    /// How many scorers of these names have no sheet here.
    pub fn missing_of(&self, names: &[String]) -> usize {
        let mut missing: Vec<Scorer> = Vec::new();
        for name in names.iter().filter(|name| !self.has(name)) {
            if !missing.iter().any(|known| known.is(name)) {
                missing.push(Scorer { name: name.clone(), ..Scorer::default() });
            }
        }
        missing.len()
    }

    /// How many score, as it was said or as the result was shown; 0 where neither was.
    fn said(&self) -> usize {
        if self.expected == 0 && self.is_complete() { self.sheets.len() } else { self.expected }
    }

    /// Takes in every sheet that stands in a file: its scorer's, or those of the sitting that it carries.
    fn take_all(&mut self, of: &Dossier, file: &Dossier) -> OfFile {
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

/// The names of those whose sheets were refused because they are not finished.
fn unfinished(taken: &OfFile) -> impl Iterator<Item = String> {
    taken.iter().filter(|(_, taken)| matches!(taken, Err(SheetFault::Unfinished(_)))).map(|(name, _)| name.clone())
}
