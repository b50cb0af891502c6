use std::ops::Range;

/// The most photos and scans that are printed at one go. A browser holds about three megabytes for each while it prints,
/// beside what the page takes: a phone of 2 GB leaves a page some 400 in all.
pub const MOST_PHOTOS: usize = 45;

/// What is printed at one go: papers by their place in the appendix, each with those of its photos that are in it. What
/// stands before the papers goes with the first part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub papers: Vec<(usize, Range<usize>)>,
}

impl Part {
    pub fn photos(&self) -> usize {
        self.papers.iter().map(|(_, photos)| photos.len()).sum()
    }
}

/// The bound file in as few parts as its photos need; `photos` is how many each paper has. A paper stays whole where it
/// has room in one part.
pub fn parts(photos: &[usize]) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    for (place, count) in photos.iter().copied().enumerate() {
        let mut from = 0;
        loop {
            let taken = parts.last().map_or(0, Part::photos);
            let left = count - from;
            if taken > 0 && taken + left.min(MOST_PHOTOS) > MOST_PHOTOS {
                parts.push(Part::default());
                continue;
            }
            let to = from + left.min(MOST_PHOTOS);
            if let Some(part) = parts.last_mut() {
                part.papers.push((place, from..to));
            }
            if to == count {
                break;
            }
            from = to;
        }
    }
    parts
}

/// The part in which a paper begins, from 1; `None` where all is one.
pub fn part_of(parts: &[Part], place: usize) -> Option<usize> {
    let begins = |part: &Part| part.papers.iter().any(|(paper, _)| *paper == place);
    (parts.len() > 1).then(|| parts.iter().position(begins)).flatten().map(|part| part + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(photos: &[usize], expected: &[usize]) {
        let found: Vec<usize> = parts(photos).iter().map(Part::photos).collect();
        assert_eq!(found, expected, "{photos:?}");
    }

    #[test]
    fn what_a_phone_has_room_for_is_one_part() {
        check(&[], &[0]);
        check(&[30, 0, 15], &[45]);
        check(&[30, 15, 0], &[45]);
        check(&[30, 16], &[30, 16]);
        check(&[45], &[45]);
        check(&[46], &[45, 1]);
        check(&[10, 46], &[10, 45, 1]);
        check(&[10; 30], &[40, 40, 40, 40, 40, 40, 40, 20]);
    }

    #[test]
    fn the_contents_name_the_part_in_which_a_paper_begins() {
        let two = parts(&[30, 16, 0]);
        assert_eq!([0, 1, 2, 3].map(|place| part_of(&two, place)), [Some(1), Some(2), Some(2), None]);
        assert_eq!(part_of(&parts(&[160]), 0), Some(1));
        assert_eq!(part_of(&parts(&[30, 15]), 0), None);
    }

    proptest! {
        /// Nothing is printed twice, nothing is lost, and no part is too much.
        #[test]
        fn every_photo_is_in_one_part(photos in prop::collection::vec(0usize..200, 0..40)) {
            let parts = parts(&photos);
            prop_assert!(parts.iter().all(|part| part.photos() <= MOST_PHOTOS));
            let mut seen: Vec<Vec<usize>> = vec![Vec::new(); photos.len()];
            for (paper, range) in parts.iter().flat_map(|part| &part.papers) {
                seen[*paper].extend(range.clone());
            }
            for (paper, count) in photos.iter().enumerate() {
                prop_assert_eq!(&seen[paper], &(0..*count).collect::<Vec<_>>());
                prop_assert!(parts.iter().any(|part| part.papers.iter().any(|(place, _)| *place == paper)));
            }
        }
    }
}
