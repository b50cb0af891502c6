use crate::domain::decision::Guide;
use crate::domain::dossier::Dossier;
use crate::domain::way::Steps;
use crate::words::Words;

/// How long raising a criterion takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Months, as the applicant said.
    Said(u8),
    /// Least and most months that it usually takes: advice of the guide.
    Advised(u8, u8),
    Unknown,
}

impl Lead {
    /// What the applicant said goes before the guide's advice.
    pub fn of(dossier: &Dossier, guide: Option<&Guide>, position: usize) -> Lead {
        let criterion = &dossier.set().criteria[position];
        let said = dossier.plan.efforts.get(criterion.code).and_then(|effort| effort.months);
        let advised = || guide.and_then(|guide| guide.facts.lead.get(criterion.wording.key));
        match said {
            Some(months) => Lead::Said(months),
            None => advised().map_or(Lead::Unknown, |(least, most)| Lead::Advised(*least, (*most).max(*least))),
        }
    }

    /// Least and most months; unknown counts none.
    pub fn span(self) -> (u8, u8) {
        match self {
            Lead::Said(months) => (months, months),
            Lead::Advised(least, most) => (least, most),
            Lead::Unknown => (0, 0),
        }
    }

    /// In words; nothing where nothing is known.
    pub fn text(self, t: &'static Words) -> Option<String> {
        match self {
            Lead::Said(months) => Some(t.way.months.of(months.into())),
            Lead::Advised(least, most) if least == most => Some(t.way.months_advice_one.of(least.into())),
            Lead::Advised(least, most) => Some(t.way.months_advice.least_most(&least, &most)),
            Lead::Unknown => None,
        }
    }
}

/// How long a route takes if every step begins today: as long as its slowest step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Months if all goes quickly, and if it does not.
    pub quick: u8,
    pub slow: u8,
    /// Some step's months are the guide's advice, not the applicant's word.
    pub advised: bool,
    /// Nothing is known of any step.
    pub unknown: bool,
}

impl Pace {
    /// Steps ticked as done in the plan take no more time.
    pub fn of(dossier: &Dossier, guide: Option<&Guide>, route: &Steps) -> Pace {
        let mut pace = Pace { unknown: !route.steps.is_empty(), ..Pace::default() };
        for step in &route.steps {
            let code = dossier.set().criteria[step.position].code;
            if dossier.plan.steps.get(code).is_some_and(|note| note.done) {
                pace.unknown = false;
                continue;
            }
            let lead = Lead::of(dossier, guide, step.position);
            let (quick, slow) = lead.span();
            pace.quick = pace.quick.max(quick);
            pace.slow = pace.slow.max(slow);
            pace.advised |= matches!(lead, Lead::Advised(..));
            pace.unknown &= lead == Lead::Unknown;
        }
        pace
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Star, first};
    use crate::domain::dossier::{Effort, StepNote};
    use crate::domain::way::{Costs, Way, way_to};

    /// An empty tea dossier and its way to three stars.
    fn three_stars() -> (Dossier, Steps) {
        let dossier = Dossier::new("a".into(), String::new(), first().set(11).expect("set 11"));
        match way_to(&dossier.assessment, Star::Three, &Costs::default()) {
            Way::Route(route) => (dossier, route),
            way => panic!("{way:?}"),
        }
    }

    fn guide(dossier: &Dossier, months: (u8, u8)) -> Guide {
        let mut guide = Guide::default();
        let keys = dossier.set().criteria.iter().map(|criterion| criterion.wording.key.to_owned());
        guide.facts.lead = keys.map(|key| (key, months)).collect();
        guide
    }

    #[test]
    fn a_route_takes_as_long_as_its_slowest_step() {
        let (mut dossier, route) = three_stars();
        let guide = guide(&dossier, (2, 6));
        assert_eq!(Pace::of(&dossier, None, &route), Pace { unknown: true, ..Pace::default() });
        let advised = Pace { quick: 2, slow: 6, advised: true, unknown: false };
        assert_eq!(Pace::of(&dossier, Some(&guide), &route), advised);
        let code = dossier.set().criteria[route.steps[0].position].code;
        dossier.plan.efforts.insert(code.into(), Effort { weight: None, months: Some(9) });
        assert_eq!(Pace::of(&dossier, Some(&guide), &route), Pace { quick: 9, slow: 9, ..advised });
        dossier.plan.steps.insert(code.into(), StepNote { done: true, ..StepNote::default() });
        assert_eq!(Pace::of(&dossier, Some(&guide), &route), advised, "a step that is done takes no time");
    }

    #[test]
    fn what_the_applicant_says_goes_before_advice() {
        let (mut dossier, _) = three_stars();
        let guide = guide(&dossier, (2, 6));
        assert_eq!(Lead::of(&dossier, Some(&guide), 0), Lead::Advised(2, 6));
        let code = dossier.set().criteria[0].code;
        dossier.plan.efforts.insert(code.into(), Effort { weight: Some(3), months: Some(0) });
        assert_eq!(Lead::of(&dossier, Some(&guide), 0), Lead::Said(0));
    }
}
