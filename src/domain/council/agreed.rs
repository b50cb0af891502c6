use super::{Council, Sheet};
use crate::domain::decision::Points;
use crate::domain::dossier::Question;
use crate::domain::rating::{Answer, Assessment, Open, counted_points};

/// The sheet that the scorers agree on, as far as it is: what all of them gave, and where they differ what they decided
/// together. It gives a star once it is finished, and not before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The levels, breaches and minimums that do not bind; open where nothing is decided yet.
    pub sheet: Assessment,
    /// How many criteria the sheets differ in.
    pub differ: usize,
    /// The places of those that are not decided yet, in printed order; none once a breach ends the evaluation, as was
    /// decided or as every sheet declares: that needs no level.
    pub open: Vec<usize>,
    /// The breaches that some sheets declare and others do not, and that are not decided yet, in printed order; none once
    /// one of them ends the evaluation.
    pub undecided: Vec<Question>,
}

impl Agreement {
    /// Whether every criterion and every breach in which the sheets differ is decided.
    pub fn is_finished(&self) -> bool {
        self.open.is_empty() && self.undecided.is_empty()
    }
}

impl Council {
    /// How far the agreed sheet is for the sheets that are in; `None` while nothing was agreed on, or nobody scores.
    pub fn agreement(&self) -> Option<Agreement> {
        let agreed = self.agreed.as_ref()?;
        let set = self.sheets.first()?.assessment.set;
        let mut sheet = Assessment::new(set);
        sheet.declared_dossier = self.stands(Question::Dossier);
        let (mut differ, mut open) = (0, Vec::new());
        for (position, given) in self.given_by_all().into_iter().enumerate() {
            sheet.set_exempt(position, self.most_hold(|one| one.is_exempt(position)));
            sheet.declare(position, self.stands(Question::Breach(position)));
            differ += usize::from(given.is_none());
            let decided = if agreed.set == set { agreed.answer(position) } else { Answer::Unanswered };
            sheet.set_answer(position, given.unwrap_or(decided));
            if !sheet.answer(position).is_answered() {
                open.push(position);
            }
        }
        if self.is_ended_together() {
            return Some(Agreement { sheet, differ, open: Vec::new(), undecided: Vec::new() });
        }
        Some(Agreement { sheet, differ, open, undecided: self.undecided() })
    }

    /// Takes over what another sitting agreed on, if it has these very sheets and no other.
    pub fn agree_as(&mut self, other: &Council) -> bool {
        let same = self.sheets.len() == other.sheets.len() && self.sheets.iter().all(|sheet| other.holds(sheet));
        if same {
            self.agreed.clone_from(&other.agreed);
            self.decided.clone_from(&other.decided);
        }
        same
    }

    /// By place, the level that needs no decision, for it counts the same on every sheet; `None` where they differ.
    fn given_by_all(&self) -> Vec<Option<Answer>> {
        let counted: Vec<Vec<Points>> =
            self.sheets.iter().map(|sheet| counted_points(&sheet.assessment, Open::AtZero)).collect();
        let count = counted.first().map_or(0, Vec::len);
        let given = |position: usize| {
            let first = counted.first()?.get(position)?;
            let answer = self.sheets.first()?.assessment.answer(position);
            let all_say_it = self.sheets.iter().all(|sheet| sheet.assessment.answer(position) == answer);
            let all_count = counted.iter().all(|points| points.get(position) == Some(first));
            match all_say_it {
                true => Some(answer),
                // Levels of as many points, or of points that count for nobody.
                false => self.fewest(position).filter(|_| all_count),
            }
        };
        (0..count).map(|position| given(position).filter(|answer| answer.is_answered())).collect()
    }

    fn holds(&self, sheet: &Sheet) -> bool {
        let same = |known: &Sheet| known.scorer.is(&sheet.scorer.name) && known.assessment == sheet.assessment;
        self.sheets.iter().any(same)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, Scorer, outcome};
    use super::*;
    use crate::domain::decision::{ProductSet, Star, first};

    fn set() -> &'static ProductSet {
        first().set(1).expect("set 1")
    }

    fn at(code: &str) -> usize {
        set().position(code).expect("a code of set 1")
    }

    fn best(code: &str) -> Answer {
        Answer::Level(set().criteria[at(code)].best_level() as u8)
    }

    /// A sheet with every criterion at its best, but for those that nothing was given for.
    fn sheet(name: &str, nothing: &[&str]) -> Sheet {
        let mut assessment = Assessment::new(set());
        set().criteria.iter().enumerate().for_each(|(at, one)| assessment.set_answer(at, best(one.code)));
        nothing.iter().for_each(|code| assessment.set_answer(at(code), Answer::NoneOfThese));
        Sheet { scorer: Scorer { name: name.into(), done: true, ..Scorer::default() }, assessment }
    }

    /// An and Bình differ in 1.1 and 1.2.
    fn two() -> Council {
        let sheets = vec![sheet("An", &["1.1"]), sheet("Bình", &["1.2"])];
        Council { expected: 2, sheets, ..Council::default() }
    }

    /// The star of the agreed sheet, and what is open on it.
    fn agreed(council: &Council) -> (Option<Star>, Vec<&'static str>) {
        let found = outcome(council, |_| false).expect("sheets");
        let star = found.stars.iter().find(|(reading, _)| *reading == Reading::Agreed).and_then(|(_, star)| *star);
        let agreement = found.agreement.expect("something was agreed on");
        assert_eq!(star.is_some(), agreement.is_finished());
        (star, agreement.open.iter().map(|place| set().criteria[*place].code).collect())
    }

    fn decide(council: &mut Council, code: &str, answer: Answer) {
        council.agreed.get_or_insert_with(|| Assessment::new(set())).set_answer(at(code), answer);
    }

    #[test]
    fn an_agreed_sheet_gives_its_star_once_every_difference_is_decided() {
        let mut council = Council { agreed: Some(Assessment::new(set())), ..two() };
        assert_eq!(agreed(&council), (None, vec!["1.1", "1.2"]), "nothing is decided");
        decide(&mut council, "1.2", best("1.2"));
        assert_eq!(agreed(&council), (None, vec!["1.1"]));
        decide(&mut council, "1.1", best("1.1"));
        assert_eq!(agreed(&council).1, Vec::<&str>::new());
        assert!(agreed(&council).0 > Some(Star::One), "what all gave counts without being decided");
        assert_eq!(council.agreement().expect("one").differ, 2);
        decide(&mut council, "1.1", Answer::Unanswered);
        assert_eq!(agreed(&council), (None, vec!["1.1"]), "taken back");
        assert_eq!(two().agreement(), None);
        assert_eq!(Council { agreed: council.agreed, ..Council::default() }.agreement(), None, "nobody scores");
    }

    #[test]
    fn what_all_gave_is_agreed_on_whatever_was_noted_down() {
        let mut council = two();
        decide(&mut council, "1.1", best("1.1"));
        decide(&mut council, "1.2", best("1.2"));
        let star = agreed(&council).0;
        decide(&mut council, "1.3", Answer::NoneOfThese);
        assert_eq!(agreed(&council), (star, vec![]));
        council.sheets.push(sheet("Chi", &["2.1"]));
        assert_eq!(agreed(&council), (None, vec!["2.1"]), "a sheet that differs");
        council.sheets.pop();
        council.sheets.remove(0);
        assert!(agreed(&council).0.is_some(), "one sheet agrees with itself");
    }

    #[test]
    fn what_others_agreed_on_is_not_taken_for_these_sheets() {
        let mut theirs = two();
        decide(&mut theirs, "1.1", best("1.1"));
        decide(&mut theirs, "1.2", best("1.2"));
        let mut ours = two();
        ours.sheets.reverse();
        assert!(ours.agree_as(&theirs) && agreed(&ours).0.is_some(), "the same sheets in another order");
        for sheets in [vec![sheet("An", &["1.1"])], vec![sheet("An", &["1.1"]), sheet("Bình", &["1.3"])]] {
            let mut ours = Council { sheets, ..Council::default() };
            assert!(!ours.agree_as(&theirs));
            assert_eq!(ours.agreement(), None);
        }
    }
}
