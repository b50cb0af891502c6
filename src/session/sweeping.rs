//! What nobody needs any more goes last: bytes of photos that no dossier, deleted dossier, earlier version
//! or second copy names, and versions of dossiers that are nowhere. A page that was ended in the middle of
//! something, or another tab, may still name them a moment later, so they wait a day.

use std::collections::{BTreeMap, BTreeSet};

/// How long something is wanted by nobody before it goes, in seconds.
pub const WAIT: i64 = 24 * 60 * 60;

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

    /// After another look: what waits on, and what has waited long enough. Who is wanted again begins anew,
    /// and so does all where the clock was put back.
    pub fn look(&self, unnamed: &[String], now: i64) -> (Loose, Vec<String>) {
        let mut waiting = BTreeMap::new();
        let mut gone = Vec::new();
        for key in unnamed {
            let since = self.0.get(key).copied().filter(|since| *since <= now).unwrap_or(now);
            if now - since >= WAIT {
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
        let (seen, gone) = none.look(&keys("a b"), 1_000);
        assert!(gone.is_empty());
        assert_eq!(seen.look(&keys("a b"), 1_000 + WAIT - 1).1, keys(""));
        assert_eq!(seen.look(&keys("a b"), 1_000 + WAIT).1, keys("a b"));
        // Wanted again in between: it waits anew.
        let (later, _) = seen.look(&keys("b"), 2_000);
        assert_eq!(later.look(&keys("a b"), 1_000 + WAIT).1, keys("b"));
        assert_eq!(Loose::parse(&seen.text()), seen);
        assert_eq!(Loose::parse("2026-11-5 f1 f2"), none, "as older builds wrote it");
    }

    #[test]
    fn a_clock_put_back_makes_it_wait_anew() {
        let (seen, _) = Loose::default().look(&keys("a"), 1_000_000);
        let (again, gone) = seen.look(&keys("a"), 5);
        assert!(gone.is_empty());
        assert!(again.look(&keys("a"), 6).1.is_empty());
        assert_eq!(again.look(&keys("a"), 5 + WAIT).1, keys("a"));
    }
}
