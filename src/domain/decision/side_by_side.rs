use super::{Criterion, PartCode, ProductSet, fold};

/// A criterion of one set beside its counterpart in another, or alone. The numbers are places in
/// [`ProductSet::criteria`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Both { left: usize, right: usize, differences: Differences },
    OnlyLeft(usize),
    OnlyRight(usize),
}

/// In what two criteria that ask about the same thing differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The question is put differently.
    pub question: bool,
    /// The levels are described differently, or there are more of them.
    pub levels: bool,
    /// A level brings other points.
    pub points: bool,
    /// A star demands another level.
    pub minimums: bool,
}

impl Differences {
    pub fn any(self) -> bool {
        self != Differences::default()
    }

    /// Whether the same achievement can be worth something else: other points or other minimums,
    /// not only other words.
    pub fn in_value(self) -> bool {
        self.points || self.minimums
    }
}

/// The criteria of two sets side by side, part by part: those of the left set in printed order, then
/// those that only the right one has.
///
/// Counterparts are sought inside a part: first by the same wording, then by the same levels, then
/// by titles that share most of their words. That is a reading aid of ours; the Decision compares
/// nothing.
pub fn side_by_side(left: &ProductSet, right: &ProductSet) -> Vec<(PartCode, Vec<Beside>)> {
    left.parts
        .iter()
        .zip(right.parts)
        .map(|(of_left, of_right)| {
            let (ours, theirs): (Vec<usize>, Vec<usize>) =
                (of_left.criteria().collect(), of_right.criteria().collect());
            let pairs = pairs(left, &ours, right, &theirs);
            let rows = ours.iter().map(|place| match pairs.iter().find(|(ours, _)| ours == place) {
                Some((left_place, right_place)) => Beside::Both {
                    left: *left_place,
                    right: *right_place,
                    differences: differences(&left.criteria[*left_place], &right.criteria[*right_place]),
                },
                None => Beside::OnlyLeft(*place),
            });
            let alone = theirs.iter().filter(|place| !pairs.iter().any(|(_, theirs)| theirs == *place));
            (of_left.code, rows.chain(alone.map(|place| Beside::OnlyRight(*place))).collect())
        })
        .collect()
}

fn pairs(left: &ProductSet, ours: &[usize], right: &ProductSet, theirs: &[usize]) -> Vec<(usize, usize)> {
    let rules: [fn(&Criterion, &Criterion) -> bool; 3] = [
        |a, b| a.wording.key == b.wording.key,
        |a, b| a.ladder.key == b.ladder.key && share_most_words(a.wording.title.vi, b.wording.title.vi),
        |a, b| share_most_words(a.wording.title.vi, b.wording.title.vi),
    ];
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for rule in rules {
        for place in ours {
            if pairs.iter().any(|(known, _)| known == place) {
                continue;
            }
            let counterpart = theirs.iter().find(|other| {
                !pairs.iter().any(|(_, known)| known == *other)
                    && rule(&left.criteria[*place], &right.criteria[**other])
            });
            if let Some(counterpart) = counterpart {
                pairs.push((*place, *counterpart));
            }
        }
    }
    pairs
}

/// Whether at least 60 % of the words of two titles are common, without what stands in parentheses.
fn share_most_words(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let common = a.iter().filter(|word| b.contains(word)).count();
    20 * common >= 6 * (a.len() + b.len())
}

fn words(title: &str) -> Vec<String> {
    let bare = title.split('(').next().unwrap_or(title);
    fold(bare).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn differences(a: &Criterion, b: &Criterion) -> Differences {
    Differences {
        question: a.wording.question != b.wording.question,
        levels: a.ladder.labels != b.ladder.labels,
        points: !a.levels.iter().map(|level| level.points).eq(b.levels.iter().map(|level| level.points)),
        minimums: !a.levels.iter().map(|level| level.star_minimum).eq(b.levels.iter().map(|level| level.star_minimum)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::first;
    use super::*;

    fn numbered(no: u8) -> &'static ProductSet {
        first().set(no).expect("a set")
    }

    /// Left code, right code, in what they differ.
    fn counterpart(left: u8, code: &str, right: u8) -> Option<(&'static str, Differences)> {
        let (left, right) = (numbered(left), numbered(right));
        let place = left.position(code).expect(code);
        side_by_side(left, right).into_iter().flat_map(|(_, rows)| rows).find_map(|row| match row {
            Beside::Both { left, right: other, differences } if left == place => {
                Some((right.criteria[other].code, differences))
            }
            _ => None,
        })
    }

    #[test]
    fn a_set_beside_itself_differs_in_nothing() {
        for set in first().sets {
            for (_, rows) in side_by_side(set, set) {
                for row in rows {
                    assert!(
                        matches!(row, Beside::Both { left, right, differences } if left == right && !differences.any()),
                        "set {}: {row:?}",
                        set.no.0
                    );
                }
            }
        }
    }

    #[test]
    fn every_criterion_of_both_sets_stands_there_once() {
        for (left, right) in
            [(1, 3), (9, 10), (11, 12), (1, 26), (24, 25), (26, 5)].map(|(a, b)| (numbered(a), numbered(b)))
        {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            for row in side_by_side(left, right).into_iter().flat_map(|(_, rows)| rows) {
                match row {
                    Beside::Both { left, right, .. } => {
                        ours.push(left);
                        theirs.push(right);
                    }
                    Beside::OnlyLeft(place) => ours.push(place),
                    Beside::OnlyRight(place) => theirs.push(place),
                }
            }
            ours.sort_unstable();
            theirs.sort_unstable();
            assert!(ours.into_iter().eq(0..left.criteria.len()), "{} {}", left.no.0, right.no.0);
            assert!(theirs.into_iter().eq(0..right.criteria.len()), "{} {}", left.no.0, right.no.0);
        }
    }

    #[test]
    fn one_question_under_two_titles_is_one_row() {
        assert_eq!(counterpart(1, "1.5", 3).map(|(code, _)| code), Some("1.5"), "linkage in production");
        assert_eq!(counterpart(9, "5.1", 10), Some(("5.1", Differences::default())));
    }

    #[test]
    fn a_missing_mark_is_a_difference_in_the_minimums_alone() {
        let (code, differences) = counterpart(9, "3.5", 10).expect("both ask it");
        assert_eq!(code, "3.5");
        assert_eq!(differences, Differences { minimums: true, ..Differences::default() });
    }

    #[test]
    fn what_a_set_alone_asks_has_no_counterpart() {
        assert_eq!(counterpart(1, "6.1", 26), None);
        assert_eq!(counterpart(26, "6", 1), None);
    }
}
