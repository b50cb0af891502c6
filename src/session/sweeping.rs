//! What nobody needs any more goes last: bytes of photos that no dossier, deleted dossier, earlier version
//! or second copy names, and versions of dossiers that are nowhere. A page that was ended in the middle of
//! something, or another tab, may still name them a moment later, so they wait a day.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::TRASH;
use crate::domain::dossier::Dossier;

/// How long a deleted dossier that is one too many waits before it goes, in seconds.
pub const WAIT: i64 = 24 * 60 * 60;

/// How long the bytes of a photo are named by nothing before they go: what was taken out can be put back until the end of
/// the next day.
pub const WAIT_BYTES: i64 = 2 * WAIT;

/// Of these keys those that are in none of the texts. Time and memory follow the size of the texts, however
/// many keys there are.
pub fn unnamed<T: AsRef<str>>(keys: Vec<String>, texts: impl IntoIterator<Item = T>) -> Vec<String> {
    let mut unnamed: BTreeSet<String> = keys.into_iter().collect();
    for text in texts {
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        for word in text.as_ref().split(|c| !is_key(c)).filter(|word| !word.is_empty()) {
            unnamed.remove(word);
        }
    }
    unnamed.into_iter().collect()
}

/// What was wanted by nobody when somebody last looked, each since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loose(BTreeMap<String, i64>);

impl Loose {
    /// `f1:1764000000 f2:1764000900`; what is no such entry is left out.
    pub fn parse(text: &str) -> Loose {
        let entries = text.split(' ').filter_map(|entry| entry.rsplit_once(':'));
        Loose(entries.filter_map(|(key, since)| Some((key.to_owned(), since.parse().ok()?))).collect())
    }

    pub fn text(&self) -> String {
        self.0.iter().map(|(key, since)| format!("{key}:{since}")).collect::<Vec<_>>().join(" ")
    }

    /// Which deleted dossiers are more than the trash keeps: those that waited for it already, then those that stand last.
    pub fn surplus(&self, trash: &[Rc<Dossier>]) -> Vec<String> {
        let (waiting, others): (Vec<&str>, Vec<&str>) =
            trash.iter().rev().map(|binned| binned.id.as_str()).partition(|id| self.0.contains_key(*id));
        waiting.into_iter().chain(others).take(trash.len().saturating_sub(TRASH)).map(str::to_owned).collect()
    }

    /// After another look: what waits on, and what has waited so many seconds. Who is wanted again begins anew,
    /// and so does all where the clock was put back.
    pub fn look(&self, unnamed: &[String], now: i64, wait: i64) -> (Loose, Vec<String>) {
        let mut waiting = BTreeMap::new();
        let mut gone = Vec::new();
        for key in unnamed {
            let since = self.0.get(key).copied().filter(|since| *since <= now).unwrap_or(now);
            if now - since >= wait {
                gone.push(key.clone());
            } else {
                waiting.insert(key.clone(), since);
            }
        }
        (Loose(waiting), gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_key_is_named_as_a_whole_word_in_any_text() {
        let texts = ["{\"id\":\"f1\",\"name\":\"f22.jpg\"}", "half written \"f3"];
        assert_eq!(unnamed(keys("f1 f2 f3 f4"), texts), keys("f2 f4"));
    }

    #[test]
    fn it_goes_a_day_after_nobody_wanted_it_and_not_before() {
        let none = Loose::default();
        let (seen, gone) = none.look(&keys("a b"), 1_000, WAIT);
        assert!(gone.is_empty());
        assert_eq!(seen.look(&keys("a b"), 1_000 + WAIT - 1, WAIT).1, keys(""));
        assert_eq!(seen.look(&keys("a b"), 1_000 + WAIT, WAIT).1, keys("a b"));
        // Wanted again in between: it waits anew.
        let (later, _) = seen.look(&keys("b"), 2_000, WAIT);
        assert_eq!(later.look(&keys("a b"), 1_000 + WAIT, WAIT).1, keys("b"));
        assert_eq!(Loose::parse(&seen.text()), seen);
        assert_eq!(Loose::parse("2026-11-5 f1 f2"), none, "as older builds wrote it");
    }

    /// The eleventh deletion takes the first away from nobody within a day, whatever the start put first.
    #[test]
    fn what_is_deleted_today_is_in_the_trash_for_a_day_however_much_is_deleted_after_it() {
        let set = &crate::domain::decision::newest().sets[0];
        let binned = |id: &str| Rc::new(Dossier::new(id.into(), String::new(), set));
        let mut session = super::super::Session::new(crate::domain::decision::Language::Vi);
        session.dossiers = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].map(binned).to_vec();
        for id in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"] {
            session = session.after(super::super::Action::Deleted { id: id.into() });
        }
        assert_eq!(session.trash.len(), 12, "none is dropped by the number");
        let surplus = Loose::default().surplus(&session.trash);
        assert_eq!(surplus, keys("a b"));
        assert!(Loose::default().surplus(&session.trash[2..]).is_empty(), "ten are kept");
        let (waiting, gone) = Loose::default().look(&surplus, 1_000, WAIT);
        assert!(gone.is_empty());
        // The next start has them in another order: those that were told of are still those that go.
        session.trash.reverse();
        assert_eq!(
            waiting.surplus(&session.trash).into_iter().collect::<BTreeSet<_>>(),
            keys("a b").into_iter().collect()
        );
        assert!(waiting.look(&waiting.surplus(&session.trash), 1_000 + WAIT - 1, WAIT).1.is_empty());
        // One comes back and is deleted again: it has its day anew.
        session.trash.retain(|binned| binned.id != "a");
        let (waiting, _) = waiting.look(&waiting.surplus(&session.trash), 2_000, WAIT);
        session.trash.insert(0, binned("a"));
        let (_, gone) = waiting.look(&waiting.surplus(&session.trash), 1_000 + WAIT, WAIT);
        assert_eq!(gone, keys("b"));
    }

    #[test]
    fn a_clock_put_back_makes_it_wait_anew() {
        let (seen, _) = Loose::default().look(&keys("a"), 1_000_000, WAIT);
        let (again, gone) = seen.look(&keys("a"), 5, WAIT);
        assert!(gone.is_empty());
        assert!(again.look(&keys("a"), 6, WAIT).1.is_empty());
        assert_eq!(again.look(&keys("a"), 5 + WAIT, WAIT).1, keys("a"));
    }
}
