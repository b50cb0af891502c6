use std::collections::BTreeMap;

use super::wire::{from_json, to_json_line};
use super::{Attachment, Dossier, Holding, PaperRecord, Writing};
use crate::domain::council::{Correction, Council, Sheet};
use crate::domain::figures::Row;

/// What one act took out of a dossier, as it stood there, until it is put back: papers with what they proved, photos,
/// entries of the log, rows of tables, sheets of scorers, what the commune asked for, texts that were written over. With
/// what took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOut {
    out: Box<Dossier>,
    came: Box<Dossier>,
    /// Where each of what went stood in its list: rows by their table's key, the rest by the names below.
    places: BTreeMap<String, Vec<usize>>,
}

/// Lists beside the tables. No table's key begins like these.
const PAPERS: &str = "/papers";
const LOG: &str = "/log";
const ASKED: &str = "/corrections";
const SHEETS: &str = "/sheets";
/// How many scorers fewer are waited for, sheet by sheet, since those went.
const SCORERS: &str = "/scorers";

/// The photos of one paper.
fn photos_of(paper: &PaperRecord) -> String {
    format!("/photos/{}", paper.id)
}

impl TakenOut {
    /// What `before` has and `after` does not; `None`: nothing was taken out.
    pub fn between(before: &Dossier, after: &Dossier) -> Option<TakenOut> {
        let out = beyond(before, after);
        let places = places_of(before, after, &out);
        let taken = TakenOut { out: Box::new(out), came: Box::new(beyond(after, before)), places };
        (*taken.out != empty(before)).then_some(taken)
    }

    /// The dossier with it again, instead of what took its place. What else came since stays.
    pub fn put_back(&self, dossier: &Dossier) -> Dossier {
        let (out, mut next) = (&self.out, dossier.clone());
        if out.set() != dossier.set() {
            return next;
        }
        take_away(&self.came, &mut next);
        for (at, paper) in out.papers.iter().enumerate() {
            match next.papers.iter_mut().find(|is| is.id == paper.id) {
                None => self.put(&mut next.papers, PAPERS, at, paper),
                Some(is) => {
                    let known: Vec<String> = is.attachments.iter().map(|photo| photo.id.clone()).collect();
                    for (at, photo) in
                        paper.attachments.iter().enumerate().filter(|(_, photo)| !known.contains(&photo.id))
                    {
                        self.put(&mut is.attachments, &photos_of(paper), at, photo);
                    }
                    if out.writings.values().any(|writing| writing.paper == paper.id) {
                        is.holding = Holding::Have;
                    }
                }
            }
        }
        for (entry, was) in next.entries.iter_mut().zip(&out.entries) {
            let missing = was.evidence.iter().filter(|id| !entry.evidence.contains(id)).cloned().collect::<Vec<_>>();
            entry.evidence.extend(missing);
        }
        for (at, entry) in out.log.iter().enumerate() {
            if dossier.log.iter().all(|is| is.id != entry.id) {
                self.put(&mut next.log, LOG, at, entry);
            }
        }
        for (at, asked) in out.corrections.iter().enumerate() {
            if !dossier.corrections.iter().any(|known| known.asks_the_same(asked)) {
                self.put(&mut next.corrections, ASKED, at, asked);
            }
        }
        for (key, table) in &out.tables {
            let rows = &mut next.tables.entry(key.clone()).or_default().rows;
            table.rows.iter().enumerate().for_each(|(at, row)| self.put(rows, key, at, row));
        }
        for (key, was) in &out.writings {
            let writing = next.writings.entry(key.clone()).or_default();
            was.answers.iter().for_each(|(ask, text)| writing.write(ask, text.clone()));
            if !was.paper.is_empty() && writing.paper.is_empty() {
                writing.paper.clone_from(&was.paper);
                writing.signed.clone_from(&was.signed);
            }
            writing.checked |= was.checked;
        }
        out.fields.iter().for_each(|(field, text)| next.fields.set(field, text.to_owned()));
        if let Some(sitting) = &out.council {
            let council = next.council.get_or_insert_default();
            for (at, sheet) in sitting.sheets.iter().enumerate() {
                // A text of before this was kept: one, where a number was said.
                let scorers = self.place(SCORERS, at).unwrap_or(usize::from(council.expected > 0));
                council.put_back(sheet.clone(), self.place(SHEETS, at), scorers, sitting);
            }
        }
        next
    }

    /// Where in its list the one stood that is at this place of what went; `None`: a text of before places were kept.
    fn place(&self, list: &str, at: usize) -> Option<usize> {
        self.places.get(list)?.get(at).copied()
    }

    /// Puts one of what went into its list again. One whose place is not known, or lies beyond the list by now, comes last.
    fn put<T: Clone>(&self, into: &mut Vec<T>, list: &str, at: usize, one: &T) {
        let place = self.place(list, at).map_or(into.len(), |place| into.len().min(place));
        into.insert(place, one.clone());
    }

    /// Lines that [`TakenOut::read`] reads again: what went, what came, and the places of what stood in a list.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}", to_json_line(&self.out), to_json_line(&self.came));
        for (key, places) in &self.places {
            let places: Vec<String> = places.iter().map(usize::to_string).collect();
            text.push_str(&format!("\n{key} {}", places.join(" ")));
        }
        text
    }

    pub fn read(text: &str) -> Option<TakenOut> {
        let mut lines = text.lines();
        let mut read = || from_json(lines.next()?).ok().map(|(dossier, _)| Box::new(dossier));
        let (out, came) = (read()?, read()?);
        let places = lines.filter_map(|line| {
            let (key, places) = line.split_once(' ')?;
            Some((key.to_owned(), places.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?))
        });
        Some(TakenOut { out, came, places: places.collect() })
    }
}

fn empty(of: &Dossier) -> Dossier {
    Dossier::new(of.id.clone(), of.created.clone(), of.set())
}

/// What the one state has beyond the other.
fn beyond(one: &Dossier, other: &Dossier) -> Dossier {
    let mut out = empty(one);
    out.papers = one.papers.iter().filter_map(|paper| taken_of(paper, other)).collect();
    for (entry, was) in out.entries.iter_mut().zip(&one.entries) {
        let gone = was.evidence.iter().filter(|id| out.papers.iter().any(|paper| paper.id == **id));
        entry.evidence = gone.cloned().collect();
    }
    out.log = one.log.iter().filter(|entry| other.log.iter().all(|is| is.id != entry.id)).cloned().collect();
    let is_asked = |asked: &&Correction| other.corrections.iter().all(|known| !known.asks_the_same(asked));
    out.corrections = one.corrections.iter().filter(is_asked).cloned().collect();
    for (key, table) in &one.tables {
        let rows = rows_beyond(&table.rows, other.tables.get(key).map_or(&[][..], |table| &table.rows));
        if !rows.is_empty() {
            out.tables.entry(key.clone()).or_default().rows = rows;
        }
    }
    for (key, was) in &one.writings {
        let gone = writing_beyond(was, &other.writings.get(key).cloned().unwrap_or_default());
        if !gone.is_blank() {
            out.writings.insert(key.clone(), Writing { checked: was.checked, ..gone });
        }
    }
    for (field, text) in one.fields.iter().filter(|(field, text)| other.fields.get(*field) != *text) {
        out.fields.set(field, text.to_owned());
    }
    let stays = |name: &str| other.council.as_ref().is_some_and(|council| council.has(name));
    let sheets = one.council.iter().flat_map(|council| &council.sheets);
    let sheets: Vec<_> = sheets.filter(|sheet| !stays(&sheet.scorer.name)).cloned().collect();
    let is_none = sheets.is_empty();
    let was = one.council.clone().unwrap_or_default();
    // Where the last of them went, what was agreed on went with it.
    let is_agreed = other.council.as_ref().is_some_and(|council| council.agreed.is_some());
    let (agreed, decided) = if is_agreed { Default::default() } else { (was.agreed, was.decided) };
    // It waits for those alone, or its file would be read as one that waits for none.
    let left = || Council { expected: sheets.len(), sheets, seen: was.seen, agreed, decided, ..Council::default() };
    out.council = (!is_none).then(left);
    out
}

fn writing_beyond(one: &Writing, other: &Writing) -> Writing {
    let answers = one.answers.iter().filter(|(ask, text)| other.answers.get(*ask) != Some(*text));
    let mut gone =
        Writing { answers: answers.map(|(ask, text)| (ask.clone(), text.clone())).collect(), ..Writing::default() };
    if !one.paper.is_empty() && other.paper.is_empty() {
        (gone.paper, gone.signed) = (one.paper.clone(), one.signed.clone());
    }
    gone
}

/// Takes out the rows and photos that came, where they are still there.
fn take_away(came: &Dossier, next: &mut Dossier) {
    for paper in &came.papers {
        if let Some(is) = next.papers.iter_mut().find(|is| is.id == paper.id) {
            is.attachments.retain(|photo| paper.attachments.iter().all(|known| known.id != photo.id));
        }
    }
    for (key, table) in &came.tables {
        if let Some(is) = next.tables.get_mut(key) {
            is.rows = rows_beyond(&is.rows, &table.rows);
        }
    }
}

/// A paper that is gone, or the photos of one that are.
fn taken_of(paper: &PaperRecord, after: &Dossier) -> Option<PaperRecord> {
    let Some(is) = after.papers.iter().find(|is| is.id == paper.id) else { return Some(paper.clone()) };
    let gone = paper.attachments.iter().filter(|photo| is.attachments.iter().all(|known| known.id != photo.id));
    let attachments: Vec<_> = gone.cloned().collect();
    let is_taken = !attachments.is_empty() || (paper.holding == Holding::Have && is.holding != Holding::Have);
    is_taken.then(|| PaperRecord { attachments, ..paper.clone() })
}

/// The rows of the one list that the other does not have, each as often as it is missing.
fn rows_beyond(rows: &[Row], other: &[Row]) -> Vec<Row> {
    placed_beyond(rows, other).into_iter().map(|(_, row)| row.clone()).collect()
}

/// Those rows, each with its place.
fn placed_beyond<'a>(rows: &'a [Row], other: &[Row]) -> Vec<(usize, &'a Row)> {
    let mut left = other.to_vec();
    let mut beyond = Vec::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.values().any(|text| !text.trim().is_empty())) {
        match left.iter().position(|known| known == row) {
            Some(known) => drop(left.swap_remove(known)),
            None => beyond.push((place, row)),
        }
    }
    beyond
}

/// Where in their lists stood what went from a dossier.
fn places_of(before: &Dossier, after: &Dossier, out: &Dossier) -> BTreeMap<String, Vec<usize>> {
    let mut places = BTreeMap::from([
        (PAPERS.to_owned(), places_in(&before.papers, &out.papers, |one, other| one.id == other.id)),
        (LOG.to_owned(), places_in(&before.log, &out.log, |one, other| one.id == other.id)),
        (ASKED.to_owned(), places_in(&before.corrections, &out.corrections, Correction::asks_the_same)),
    ]);
    for paper in &out.papers {
        if let Some(was) = before.papers.iter().find(|was| was.id == paper.id) {
            let same = |one: &Attachment, other: &Attachment| one.id == other.id;
            places.insert(photos_of(paper), places_in(&was.attachments, &paper.attachments, same));
        }
    }
    for (key, table) in &before.tables {
        let other = after.tables.get(key).map_or(&[][..], |table| &table.rows);
        places.insert(key.clone(), placed_beyond(&table.rows, other).into_iter().map(|(place, _)| place).collect());
    }
    if let (Some(was), Some(went)) = (&before.council, &out.council) {
        let same = |one: &Sheet, other: &Sheet| one.scorer.name == other.scorer.name;
        places.insert(SHEETS.to_owned(), places_in(&was.sheets, &went.sheets, same));
        let expected = after.council.as_ref().map_or(0, |now| now.expected);
        let fewer = was.expected.saturating_sub(expected);
        places.insert(SCORERS.to_owned(), (0..went.sheets.len()).map(|at| usize::from(at < fewer)).collect());
    }
    places.retain(|_, places| !places.is_empty());
    places
}

/// Where each of those that went stood.
fn places_in<T>(before: &[T], went: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<usize> {
    went.iter().filter_map(|one| before.iter().position(|was| same(was, one))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::{CorrectionPlace, Scorer};
    use crate::domain::decision::first;
    use crate::domain::dossier::{Field, LogEntry};
    use crate::domain::figures::Table;

    fn photo(id: &str) -> Attachment {
        Attachment { id: id.into(), name: "a.jpg".into(), media: "image/jpeg".into(), size: 9, sum: None }
    }

    fn row(name: &str) -> Row {
        Row::from([("name".to_owned(), name.to_owned())])
    }

    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let photos = vec![photo("f1"), photo("f2")];
        dossier.papers.push(PaperRecord {
            id: "p".into(),
            title: "Hợp đồng".into(),
            attachments: photos,
            ..Default::default()
        });
        dossier.papers.push(PaperRecord { id: "q".into(), title: "Giấy khác".into(), ..Default::default() });
        dossier.entries[0].evidence = vec!["q".into(), "p".into()];
        dossier.entries[3].evidence = vec!["p".into()];
        let entry = |id: &str| LogEntry { id: id.into(), text: "135 tấn".into(), ..LogEntry::default() };
        dossier.log = vec![entry("l"), entry("m")];
        dossier.tables.insert("workers".into(), Table { rows: vec![row("Hoa"), row("Hoa"), row("Nam")] });
        let answers = [("why".to_owned(), "Lời của tôi".to_owned())].into();
        let writing = Writing { answers, checked: true, paper: "q".into(), signed: "c".into() };
        dossier.writings.insert("labour".into(), writing);
        dossier.fields.set(Field::ProductName, "Cam".into());
        let at = CorrectionPlace::Criterion("1.1".into());
        dossier.corrections = vec![
            Correction { text: "Ghi rõ".into(), by: "05/12/2026".into(), done: true, ..Correction::default() },
            Correction { at, text: "Thêm hợp đồng".into(), ..Correction::default() },
        ];
        let sheet = |name: &str| {
            let scorer = Scorer { name: name.into(), done: true, here: true, ..Scorer::default() };
            Sheet { scorer, assessment: dossier.assessment.clone() }
        };
        dossier.council =
            Some(Council { expected: 3, sheets: vec![sheet("Mai"), sheet("Hùng")], ..Council::default() });
        dossier
    }

    /// What an act takes out comes back after it was kept as a text, beside what came since.
    #[track_caller]
    fn check(act: impl FnOnce(&mut Dossier)) -> Dossier {
        let before = dossier();
        let mut after = before.clone();
        act(&mut after);
        let taken = TakenOut::between(&before, &after).expect("something was taken out");
        assert_eq!(TakenOut::read(&taken.text()).as_ref(), Some(&taken));
        after.entries[1].note = "viết sau".into();
        let mut back = taken.put_back(&after);
        assert_eq!(back.entries[1].note, "viết sau");
        back.entries[1].note.clear();
        // The order in which papers prove a criterion says nothing.
        back.entries.iter_mut().for_each(|entry| entry.evidence.sort_by(|one, other| other.cmp(one)));
        back
    }

    #[test]
    fn what_was_taken_out_comes_back_as_it_stood() {
        let whole = dossier();
        let remove_paper = |dossier: &mut Dossier| {
            dossier.papers.remove(0);
            dossier.entries.iter_mut().for_each(|entry| entry.evidence.retain(|id| id != "p"));
        };
        assert_eq!(check(remove_paper), whole);
        assert_eq!(check(|dossier| drop(dossier.papers[0].attachments.pop())), whole);
        assert_eq!(check(|dossier| dossier.papers[0].attachments[1] = photo("smaller")), whole);
        assert_eq!(check(|dossier| drop(dossier.papers[0].attachments.remove(0))), whole);
        assert_eq!(check(|dossier| dossier.log.clear()), whole);
        assert_eq!(check(|dossier| drop(dossier.log.remove(0))), whole);
        assert_eq!(check(|dossier| drop(dossier.corrections.remove(0))), whole);
        assert_eq!(check(|dossier| drop(dossier.tables.remove("workers"))), whole);
        assert_eq!(check(|dossier| dossier.writings.clear()), whole);
        assert_eq!(check(|dossier| dossier.fields.set(Field::ProductName, "Quýt".into())), whole);
        let unsign = |dossier: &mut Dossier| {
            dossier.papers[1].holding = Holding::ToGet;
            let writing = dossier.writings.get_mut("labour").expect("it");
            (writing.paper, writing.signed) = (String::new(), String::new());
        };
        assert_eq!(check(unsign), whole);
        assert_eq!(check(|dossier| dossier.council.as_mut().expect("a sitting").take_out(1)), whole);
        assert_eq!(check(|dossier| dossier.council.as_mut().expect("a sitting").take_out(0)), whole);
    }

    /// Whatever number was said, and in whatever order sheets are taken out and put back, through the text that is kept.
    #[test]
    fn a_sitting_is_as_it_was_once_its_sheets_are_back() {
        let set = first().set(1).expect("set 1");
        let mut levels = crate::domain::rating::Assessment::new(set);
        (0..set.criteria.len()).for_each(|at| levels.set_answer(at, crate::domain::rating::Answer::Level(0)));
        let sheet = |name: &&str| {
            let scorer = Scorer { name: (*name).into(), done: true, ..Scorer::default() };
            Sheet { scorer, assessment: levels.clone() }
        };
        for (said, names) in [(0, 3), (1, 1), (2, 3), (3, 3), (3, 2), (5, 3)] {
            let sheets = ["Mai", "Hùng", "Lan"].iter().take(names).map(sheet).collect();
            let mut sitting = Council { expected: said, sheets, ..Council::default() };
            if sitting.is_complete() {
                // What is shown is seen, and agreed on.
                sitting.agree(0, crate::domain::rating::Answer::Level(1));
            }
            let whole = Dossier { council: Some(sitting), ..dossier() };
            for newest_first in [true, false] {
                let (mut now, mut acts) = (whole.clone(), Vec::new());
                for _ in 0..names {
                    let mut after = now.clone();
                    after.council.as_mut().expect("a sitting").take_out(0);
                    let taken = TakenOut::between(&now, &after).expect("a sheet");
                    acts.push(TakenOut::read(&taken.text()).expect("it reads"));
                    now = after;
                }
                assert!(!now.council.as_ref().expect("a sitting").seen, "as new");
                if newest_first {
                    acts.reverse();
                }
                let back = acts.iter().fold(now, |dossier, act| act.put_back(&dossier));
                let sorted = |dossier: &Dossier| {
                    let mut council = dossier.council.clone().expect("a sitting");
                    council.sheets.sort_by(|one, other| one.scorer.name.cmp(&other.scorer.name));
                    council
                };
                assert_eq!(sorted(&back), sorted(&whole), "said {said}, {names} in, newest first {newest_first}");
            }
        }
    }

    #[test]
    fn of_two_equal_rows_the_one_that_went_comes_back_and_what_took_the_place_of_rows_goes() {
        let rows = |dossier: &Dossier| dossier.tables["workers"].rows.clone();
        let back = check(|dossier| drop(dossier.tables.get_mut("workers").expect("it").rows.remove(0)));
        assert_eq!(rows(&back).iter().filter(|known| **known == row("Hoa")).count(), 2);
        let back = check(|dossier| dossier.tables.get_mut("workers").expect("it").rows = vec![row("Mới")]);
        assert_eq!(rows(&back), rows(&dossier()));
    }

    #[test]
    fn rows_come_back_to_where_they_stood() {
        let whole = ["Hoa", "Nam", "Lan", "Mai", "Tý"].map(row).to_vec();
        let with = |rows: Vec<Row>| {
            let mut dossier = dossier();
            dossier.tables.insert("workers".into(), Table { rows });
            dossier
        };
        let rows = |dossier: &Dossier| dossier.tables["workers"].rows.clone();
        let after = with(vec![row("Hoa"), row("Lan"), row("Tý")]);
        let taken = TakenOut::between(&with(whole.clone()), &after).expect("rows were taken out");
        let taken = TakenOut::read(&taken.text()).expect("it reads");
        assert_eq!(rows(&taken.put_back(&after)), whole);
        // What came since stays, and a place beyond a list that grew shorter is its end.
        let since = ["Hoa", "Lan", "Tý", "Sau"].map(row).to_vec();
        assert_eq!(rows(&taken.put_back(&with(since))), ["Hoa", "Nam", "Lan", "Mai", "Tý", "Sau"].map(row));
        assert_eq!(rows(&taken.put_back(&with(Vec::new()))), ["Nam", "Mai"].map(row));
        // A text of before places were kept still brings the rows back.
        let text = taken.text();
        let old = text.lines().take(2).collect::<Vec<_>>().join("\n");
        let old = TakenOut::read(&old).expect("it reads");
        assert_eq!(rows(&old.put_back(&after)), ["Hoa", "Lan", "Tý", "Nam", "Mai"].map(row));
    }

    #[test]
    fn what_only_adds_takes_nothing_out() {
        let before = dossier();
        let mut after = before.clone();
        after.papers.push(PaperRecord { id: "r".into(), ..PaperRecord::default() });
        after.entries[2].evidence.push("r".into());
        assert_eq!(TakenOut::between(&before, &after), None);
    }
}
