/// When a version was kept: seconds since 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub i64);

/// The most versions of one dossier that are kept.
pub const KEPT_VERSIONS: usize = 20;

/// Which versions to keep, as ascending places in `versions`: all while they are few, else the
/// newest, the oldest, and between them ever fewer the older they are.
///
/// As long as there are too many, the version goes whose neighbours stand closest together for its
/// age. So the last minutes are told apart by seconds and the last months by weeks.
pub fn thin(versions: &[Stamp]) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..versions.len()).collect();
    kept.sort_by_key(|place| versions[*place]);
    while kept.len() > KEPT_VERSIONS {
        let newest = kept.last().map_or(Stamp(0), |place| versions[*place]);
        let least_missed = (1..kept.len() - 1).min_by(|a, b| {
            let gap = |i: usize| between(versions[kept[i - 1]], versions[kept[i + 1]]);
            let age = |i: usize| between(versions[kept[i]], newest) + 1;
            (gap(*a).saturating_mul(age(*b))).cmp(&gap(*b).saturating_mul(age(*a)))
        });
        match least_missed {
            Some(place) => kept.remove(place),
            None => break,
        };
    }
    kept.sort_unstable();
    kept
}

fn between(earlier: Stamp, later: Stamp) -> i128 {
    i128::from(later.0) - i128::from(earlier.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stamps(seconds: impl IntoIterator<Item = i64>) -> Vec<Stamp> {
        seconds.into_iter().map(Stamp).collect()
    }

    #[test]
    fn nothing_goes_while_there_are_few() {
        assert!(thin(&[]).is_empty());
        assert_eq!(thin(&stamps(0..19)).len(), 19);
        assert_eq!(thin(&stamps(0..20)).len(), 20);
        assert_eq!(thin(&stamps(0..21)).len(), 20);
    }

    #[test]
    fn the_newest_and_the_oldest_stay_whatever_the_order() {
        let mut versions = stamps((0..50).map(|minute| minute * 60));
        versions.reverse();
        let kept = thin(&versions);
        assert!(kept.contains(&0) && kept.contains(&49), "{kept:?}");
    }

    /// A version a minute for thirty days, thinned at each: whatever age one asks for, something of
    /// about that age must still be there.
    #[test]
    fn every_age_keeps_a_version_near_it() {
        let mut kept: Vec<Stamp> = Vec::new();
        for minute in 0..30 * 24 * 60 {
            kept.push(Stamp(minute * 60));
            kept = thin(&kept).into_iter().map(|place| kept[place]).collect();
        }
        let now = kept.last().expect("something is kept").0;
        let mut age = 60;
        while age <= now {
            let near = |stamp: &&Stamp| (age / 3..=age * 3).contains(&(now - stamp.0));
            assert!(kept.iter().any(|stamp| near(&stamp)), "nothing about {age} s old among {kept:?}");
            age *= 2;
        }
    }

    proptest! {
        #[test]
        fn any_stamps_are_thinned_to_places_in_order(seconds in prop::collection::vec(any::<i64>(), 0..60)) {
            let versions = stamps(seconds);
            let kept = thin(&versions);
            prop_assert_eq!(kept.len(), versions.len().min(KEPT_VERSIONS));
            prop_assert!(kept.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(kept.iter().all(|place| *place < versions.len()));
            let newest = versions.iter().max();
            prop_assert_eq!(kept.iter().map(|place| &versions[*place]).max(), newest);
        }
    }
}
