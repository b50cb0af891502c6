use std::ops::Range;

/// So many rows are drawn beyond either edge of what is in sight: as many as come with one turn of a wheel.
const AROUND: usize = 4;

/// The rows drawn change in steps of so many.
const STEP: usize = 4;

/// How high a row is, in px, and how much of the table is in sight, until they are measured.
const ROW: i32 = 76;
const SIGHT: i32 = 600;

/// Which rows of a long table are drawn: those in sight and a few around them. Three hundred rows then cost a cheap phone no
/// more than a screenful; what stands above and below is left out at its height.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heights {
    /// By place, where a row has been drawn.
    known: Vec<Option<i32>>,
    /// The most of the table that was ever in sight.
    sight: i32,
    /// How high a row was on average, the last time that any was known.
    usual: i32,
}

impl Heights {
    pub fn of(rows: usize) -> Heights {
        Heights { known: vec![None; rows], sight: SIGHT, usual: ROW }
    }

    /// Other rows, in the same box.
    pub fn renew(&mut self, rows: usize) {
        *self = Heights { sight: self.sight, usual: self.average(), ..Heights::of(rows) };
    }

    /// So much of the table is in sight.
    pub fn see(&mut self, sight: i32) {
        self.sight = self.sight.max(sight);
    }

    /// A row is so high.
    pub fn learn(&mut self, place: usize, height: i32) {
        if let Some(known) = self.known.get_mut(place) {
            *known = Some(height).filter(|height| *height > 0);
        }
    }

    /// How high these rows are together; those never drawn as high as the others on average.
    pub fn together(&self, rows: Range<usize>) -> i32 {
        let average = self.average();
        self.known.get(rows).unwrap_or_default().iter().map(|known| known.unwrap_or(average)).sum()
    }

    /// The rows to draw where so much is scrolled away above.
    pub fn drawn(&self, above: i32) -> Range<usize> {
        let of = self.known.len();
        let first = self.at(above).saturating_sub(AROUND) / STEP * STEP;
        let end = (self.at(above.saturating_add(self.sight)) + 1 + AROUND).next_multiple_of(STEP);
        first.min(of)..end.min(of)
    }

    /// The first rows, as many as are in sight.
    pub fn at_top(&self) -> Range<usize> {
        0..(self.at(self.sight) + 1).min(self.known.len())
    }

    /// The rows to draw so that this one is among them, at the upper edge.
    pub fn drawn_around(&self, place: usize) -> Range<usize> {
        self.drawn(self.together(0..place.min(self.known.len())))
    }

    fn average(&self) -> i32 {
        let (rows, height) =
            self.known.iter().flatten().fold((0, 0), |(rows, together), height| (rows + 1, together + height));
        if rows == 0 { self.usual } else { (height / rows).max(1) }
    }

    /// The row so far down.
    fn at(&self, down: i32) -> usize {
        let average = self.average();
        let mut rest = down;
        let is_above = |known: &&Option<i32>| {
            rest -= known.unwrap_or(average);
            rest >= 0
        };
        self.known.iter().take_while(is_above).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_a_screenful_and_a_few_around_it_is_drawn_of_three_hundred() {
        let heights = Heights::of(300);
        assert_eq!(heights.drawn(0), 0..12);
        assert_eq!(heights.drawn(100 * ROW), 96..112);
        for above in (0..300 * ROW).step_by(10) {
            let drawn = heights.drawn(above);
            assert!(drawn.len() <= 24, "{above}: {drawn:?}");
            let (first, last) = (above / ROW, ((above + SIGHT) / ROW).min(299));
            assert!(drawn.contains(&(first as usize)) && drawn.contains(&(last as usize)), "{above}: {drawn:?}");
        }
    }

    #[test]
    fn other_rows_fill_what_is_in_sight_first() {
        let heights = Heights::of(300);
        assert!((SIGHT..heights.drawn(0).end as i32 * ROW).contains(&heights.together(heights.at_top())));
        assert_eq!((Heights::of(0).at_top(), Heights::of(3).at_top()), (0..0, 0..3));
    }

    #[test]
    fn the_end_is_reached_and_never_passed() {
        let heights = Heights::of(300);
        assert_eq!(heights.drawn(i32::MAX).end, 300);
        assert_eq!(heights.drawn(300 * ROW - SIGHT).end, 300);
        assert_eq!((Heights::of(0).drawn(0), Heights::of(3).drawn(0), Heights::of(3).drawn(-5)), (0..0, 0..3, 0..3));
    }

    #[test]
    fn what_was_drawn_once_keeps_its_height_and_the_rest_is_taken_for_the_average() {
        let mut heights = Heights::of(10);
        heights.learn(0, 50);
        heights.learn(1, 150);
        heights.learn(99, 150);
        assert_eq!((heights.together(0..1), heights.together(0..2), heights.together(0..10)), (50, 200, 1000));
        // A row that is hidden has no height.
        heights.learn(2, 0);
        assert_eq!(heights.together(0..3), 300);
    }

    #[test]
    fn a_row_is_drawn_where_it_is_gone_to() {
        let heights = Heights::of(300);
        for place in 0..300 {
            assert!(heights.drawn_around(place).contains(&place));
        }
        assert!(heights.drawn_around(1000).end == 300);
    }

    #[test]
    fn a_box_once_seen_high_is_filled_again_at_once() {
        let mut heights = Heights::of(300);
        heights.see(1200);
        heights.renew(2);
        heights.see(100);
        heights.renew(300);
        assert!(heights.drawn(0).end >= 1200 / ROW as usize);
    }
    #[test]
    fn other_rows_are_taken_to_be_as_high_as_those_of_before() {
        let mut heights = Heights::of(300);
        (0..10).for_each(|place| heights.learn(place, 120));
        heights.renew(300);
        assert_eq!((heights.drawn(0), heights.together(0..300)), (0..12, 300 * 120));
        heights.renew(0);
        heights.renew(2);
        assert_eq!(heights.together(0..2), 240);
    }
}
