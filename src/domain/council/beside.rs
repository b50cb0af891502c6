use super::{Scorer, Sheet};
use crate::domain::dossier::Dossier;
use crate::domain::spelling::printable;

/// What the dossier of a file is to the one of the same product that is here. A scorer's sheet and the applicant's dossier
/// carry one id, since the sheet belongs to that dossier; neither may take the other's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Two states of one thing: the reader says which is to stay.
    State,
    /// A scorer's sheet, where the dossier is: it joins the sitting or stays outside.
    SheetOfDossier,
    /// The dossier, where a scorer's sheet is: who scores does not see the applicant's own levels.
    DossierOfSheet,
    /// The sheet that is filled in here, as it was sent: nothing is scored on it.
    BlankOfSheet,
    /// Another scorer's sheet, where one's own is: neither sees what the other gave.
    OtherSheet,
}

/// What the file is to what is here.
pub fn beside(ours: &Dossier, file: &Dossier) -> Beside {
    match (&ours.scorer, &file.scorer) {
        (None, Some(_)) => Beside::SheetOfDossier,
        (Some(_), None) => Beside::DossierOfSheet,
        (Some(own), Some(scorer)) => {
            let sheet = Sheet { scorer: scorer.clone(), assessment: file.assessment.clone() };
            let has_name = |scorer: &Scorer| !printable(&scorer.name).trim().is_empty();
            match sheet.is_blank() {
                true => Beside::BlankOfSheet,
                false if has_name(own) && has_name(scorer) && !own.is(&scorer.name) => Beside::OtherSheet,
                false => Beside::State,
            }
        }
        (None, None) => Beside::State,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::blank_for;
    use crate::domain::decision::first;
    use crate::domain::rating::Answer;

    #[test]
    fn a_sheet_and_a_dossier_never_take_each_others_place() {
        let mut dossier = Dossier::new("cam".into(), String::new(), first().set(1).expect("set 1"));
        dossier.assessment.set_answer(0, Answer::Level(2));
        let blank = blank_for(&dossier);
        let mut filled = blank.clone();
        filled.assessment.set_answer(0, Answer::Level(1));
        filled.scorer = Some(Scorer { name: "An".into(), done: true, ..Scorer::default() });
        assert_eq!(blank.id, dossier.id);
        assert_eq!(beside(&dossier, &filled), Beside::SheetOfDossier);
        assert_eq!(beside(&dossier, &blank), Beside::SheetOfDossier);
        assert_eq!(beside(&filled, &dossier), Beside::DossierOfSheet);
        assert_eq!(beside(&filled, &blank), Beside::BlankOfSheet);
        assert_eq!(beside(&filled, &filled), Beside::State);
        assert_eq!(beside(&dossier, &dossier), Beside::State);
        let by =
            |name: &str| Dossier { scorer: Some(Scorer { name: name.into(), ..Scorer::default() }), ..filled.clone() };
        assert_eq!(beside(&filled, &by("Bình")), Beside::OtherSheet);
        assert_eq!(beside(&filled, &by(" an ")), Beside::State);
        assert_eq!((beside(&filled, &by(" ")), beside(&by(""), &filled)), (Beside::State, Beside::State));
        // A name alone is work too.
        let named = Dossier { scorer: Some(Scorer { name: "An".into(), ..Scorer::default() }), ..blank.clone() };
        assert_eq!(beside(&filled, &named), Beside::State);
    }
}
