//! Finding a product's sets by its real name: `names.json` has 400 names as they were published,
//! with every set that is acceptable for each. The figures the product is held to are asserted; the
//! misses are printed. `specialities.txt` has what the provinces are known for, of every set, written down without
//! looking at what is found: acceptable sets, and the name.

mod typing;

use ocop::domain::decision::{Language, newest};
use ocop::domain::find::{Found, find};
use serde::Deserialize;

#[derive(Deserialize)]
struct Names {
    names: Vec<Name>,
    no_set_fits: Vec<String>,
}

#[derive(Deserialize)]
struct Name {
    name: String,
    sets: Vec<u8>,
}

fn names() -> Names {
    serde_json::from_str(include_str!("names.json")).expect("names.json is JSON")
}

/// How often the first set was right, one of the first three, and nothing proposed.
#[derive(Debug, Default)]
struct Score {
    names: usize,
    first: usize,
    among_three: usize,
    nothing: usize,
}

impl Score {
    fn add(&mut self, name: &Name, found: &Found) {
        let sets: Vec<u8> = found.proposals.iter().map(|proposal| proposal.set.no.0).collect();
        let first = sets.first().is_some_and(|set| name.sets.contains(set));
        let among_three = sets.iter().take(3).any(|set| name.sets.contains(set));
        self.names += 1;
        self.first += usize::from(first);
        self.among_three += usize::from(among_three);
        self.nothing += usize::from(sets.is_empty());
        if !first {
            let reasons: Vec<&str> = found.proposals.iter().map(|proposal| proposal.because.as_str()).collect();
            println!("missed: {} {:?}: proposed {sets:?} {reasons:?}", name.name, name.sets);
        }
    }

    #[track_caller]
    fn hold(&self, what: &str) {
        let share = |count: usize| 100.0 * count as f64 / self.names as f64;
        println!(
            "{what}: {} names, first {:.1} %, among three {:.1} %, nothing {:.1} %",
            self.names,
            share(self.first),
            share(self.among_three),
            share(self.nothing)
        );
        assert!(self.first * 100 >= self.names * 92, "{what}: {self:?}");
        assert!(self.among_three * 100 >= self.names * 97, "{what}: {self:?}");
        assert!(self.nothing * 100 <= self.names * 2, "{what}: {self:?}");
    }
}

fn score(part: impl Fn(usize) -> bool) -> Score {
    let mut score = Score::default();
    for (_, name) in names().names.iter().enumerate().filter(|(place, _)| part(*place)) {
        score.add(name, &find(newest(), &name.name, Language::Vi));
    }
    score
}

#[test]
fn the_names_learnt_from_find_their_sets() {
    score(|place| place % 5 != 4).hold("learnt from");
}

#[test]
fn the_names_held_back_find_their_sets() {
    score(|place| place % 5 == 4).hold("held back");
}

#[test]
fn what_the_provinces_are_known_for_finds_its_sets() {
    let mut score = Score::default();
    for (sets, name) in include_str!("specialities.txt").lines().filter_map(|line| line.split_once('|')) {
        let sets = sets.split(' ').map(|set| set.parse().expect("a set")).collect();
        score.add(&Name { name: name.to_owned(), sets }, &find(newest(), name, Language::Vi));
    }
    assert!(score.names > 700);
    score.hold("specialities");
}

#[test]
fn what_is_no_product_of_annex_one_is_told() {
    for name in names().no_set_fits {
        let found = find(newest(), &name, Language::Vi);
        assert_eq!(found.proposals, [], "{name}");
        assert!(found.outside.is_some(), "{name}");
    }
}
