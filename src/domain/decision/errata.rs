use super::{Decision, ProductSet, SetNo, Text};

/// A place where the printed Annex II cannot be applied as it stands, or is doubtful.
#[derive(Debug)]
pub struct Erratum {
    /// `None`: several sets.
    pub set: Option<SetNo>,
    /// Where it stands, as the reader finds it: a code, a part, or `*` for the whole set.
    pub place: &'static str,
    /// The codes it touches, in `set` or, without one, through `ladders`.
    pub codes: &'static [&'static str],
    /// Keys of the level ladders it touches, for errata that span sets.
    pub ladders: &'static [&'static str],
    pub kind: ErratumKind,
    pub printed: Text,
    pub applied: Text,
}

/// How sure the correction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErratumKind {
    /// Plainly wrong in print: 13 points in a 3-point criterion.
    Misprint,
    /// Left out in print, but nothing else can be meant.
    Implied,
    /// A sign that is set wrongly.
    Glyph,
    /// Probably wrong, applied as printed.
    Suspected,
    /// Doubtful, applied as printed.
    Doubtful,
}

impl ErratumKind {
    /// Whether the text is applied as it stands although something seems wrong.
    pub fn is_doubt(self) -> bool {
        matches!(self, ErratumKind::Suspected | ErratumKind::Doubtful)
    }
}

impl Erratum {
    /// Whether it touches this criterion of this set.
    pub fn touches(&self, set: &ProductSet, position: usize) -> bool {
        let Some(criterion) = set.criteria.get(position) else { return false };
        match self.set {
            Some(no) => no == set.no && self.codes.contains(&criterion.code),
            None => self.ladders.contains(&criterion.ladder.key),
        }
    }
}

/// The errata that touch a criterion, in the order of the list.
pub fn errata_of(set: &ProductSet, position: usize) -> impl Iterator<Item = &'static Erratum> {
    set.decision().errata.iter().filter(move |erratum| erratum.touches(set, position))
}

/// Errata of one kind that say the same, wherever they stand.
#[derive(Debug)]
pub struct ErratumGroup {
    /// The first of them: kind, printed, applied.
    pub erratum: &'static Erratum,
    /// Every set and place; none where it stands in several sets through its levels.
    pub places: Vec<(SetNo, &'static str)>,
}

impl Decision {
    /// The errata with the same ones told once: 22 sets leave out the levels of the bilingual label.
    pub fn errata_groups(&self) -> Vec<ErratumGroup> {
        let mut groups: Vec<ErratumGroup> = Vec::new();
        for erratum in self.errata {
            let place = erratum.set.map(|set| (set, erratum.place));
            let known = groups.iter_mut().find(|group| {
                let known = group.erratum;
                known.kind == erratum.kind && known.printed == erratum.printed && known.applied == erratum.applied
            });
            match known {
                Some(group) => group.places.extend(place),
                None => groups.push(ErratumGroup { erratum, places: place.into_iter().collect() }),
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_22_sets_leave_out_is_told_once_and_no_place_is_lost() {
        let decision = super::super::first();
        let groups = decision.errata_groups();
        assert_eq!(groups[0].places.len(), 22);
        let several = groups.iter().filter(|group| group.places.is_empty()).count();
        assert_eq!(groups.iter().map(|group| group.places.len()).sum::<usize>() + several, decision.errata.len());
    }
}
