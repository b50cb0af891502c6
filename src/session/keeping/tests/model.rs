//! Walks through everything that may happen in two tabs.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Type,
    Keep,
    Hear,
    Delete,
    Restore,
    Forget,
    /// A file is opened that was written when these words were in the dossier.
    Open(usize),
    /// The same, in the place of what is here.
    Replace(usize),
    Undo,
    Fill(bool),
    Database(bool),
    /// The browser writes to the disk what it was given.
    Sync,
    /// The browser is ended, with or without what it has not yet written to the disk, and started again.
    Kill {
        loses: bool,
    },
}

fn step() -> impl Strategy<Value = (bool, Step)> {
    let step = prop_oneof![
        6 => Just(Step::Type),
        5 => Just(Step::Keep),
        3 => Just(Step::Hear),
        2 => Just(Step::Delete),
        2 => Just(Step::Restore),
        1 => Just(Step::Forget),
        2 => (0..9_usize).prop_map(Step::Open),
        1 => (0..9_usize).prop_map(Step::Replace),
        1 => Just(Step::Undo),
        1 => any::<bool>().prop_map(Step::Fill),
        1 => any::<bool>().prop_map(Step::Database),
        1 => Just(Step::Sync),
        2 => any::<bool>().prop_map(|loses| Step::Kill { loses }),
    ];
    (any::<bool>(), step)
}

/// Two tabs, the files that were written so far, and the words that must not be lost.
pub(super) struct World {
    pub(super) disk: Shared,
    tabs: [Tab; 2],
    files: Vec<Dossier>,
    /// Words that a page said were kept.
    promised: BTreeSet<String>,
    given_up: BTreeSet<String>,
    /// Whether the database had everything so far.
    whole_database: bool,
}

fn words(dossiers: &[Rc<Dossier>]) -> BTreeSet<String> {
    let of = |dossier: &Rc<Dossier>| dossier.entries[0].note.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    dossiers.iter().flat_map(of).collect()
}

impl World {
    fn new() -> World {
        let (disk, one, two) = two_tabs();
        let files = vec![(**one.session.dossier("a").expect("a")).clone()];
        World {
            disk,
            tabs: [one, two],
            files,
            promised: BTreeSet::new(),
            given_up: BTreeSet::new(),
            whole_database: true,
        }
    }

    /// All of these steps, of the first tab or of the second.
    pub(super) fn after(steps: &[(usize, Step)]) -> World {
        let mut world = World::new();
        steps.iter().enumerate().for_each(|(number, (which, step))| world.walk(number, *which, *step));
        world
    }

    /// Whether the next start shows a word, among the work or in the trash.
    pub(super) fn shows(&self, word: &str) -> bool {
        let shown = Tab::open(&self.disk).session;
        [&shown.dossiers, &shown.trash].into_iter().any(|shelf| words(shelf).contains(word))
    }

    /// The words that the next start has, among the work, in the trash, or in an earlier version.
    pub(super) fn has(&self) -> BTreeSet<String> {
        let shown = Tab::open(&self.disk).session;
        let versions: Vec<Rc<Dossier>> = self.disk.0.borrow().versions.iter().cloned().map(Rc::new).collect();
        [&shown.dossiers, &shown.trash, &versions].into_iter().flat_map(|shelf| words(shelf)).collect()
    }

    fn keeps(&mut self, which: usize) {
        let tab = &mut self.tabs[which];
        let outcome = tab.keeps();
        if tab.says_saved(&outcome) {
            let shown: Vec<Rc<Dossier>> = tab.session.dossiers.iter().chain(&tab.session.trash).cloned().collect();
            self.promised.extend(words(&shown));
        }
    }

    /// What the reader gives up by his own word is no longer promised.
    fn give_up(&mut self, given_up: &[Rc<Dossier>]) {
        self.given_up.extend(words(given_up));
    }

    fn walk(&mut self, number: usize, which: usize, step: Step) {
        let first = |tab: &Tab| tab.session.dossiers.first().cloned();
        match step {
            Step::Type => {
                if let Some(dossier) = first(&self.tabs[which]) {
                    self.tabs[which].types(&dossier.id, &format!("w{number}."));
                    self.files.extend(self.tabs[which].session.dossier(&dossier.id).map(|now| (**now).clone()));
                }
            }
            Step::Keep => self.keeps(which),
            Step::Hear => {
                let ids: BTreeSet<String> = {
                    let disk = self.disk.0.borrow();
                    let session = &self.tabs[which].session;
                    let shown = session.dossiers.iter().chain(&session.trash).map(|dossier| dossier.id.clone());
                    disk.work.keys().chain(disk.trash.keys()).cloned().chain(shown).collect()
                };
                ids.iter().for_each(|id| drop(self.tabs[which].hears(id)));
            }
            Step::Delete => {
                if let Some(dossier) = first(&self.tabs[which]) {
                    let before = self.tabs[which].session.trash.clone();
                    self.tabs[which].act(Action::Deleted { id: dossier.id.clone() });
                    let kept = self.tabs[which].session.trash.clone();
                    let out: Vec<_> = before.into_iter().filter(|binned| !has(&kept, &binned.id)).collect();
                    self.give_up(&out);
                }
            }
            Step::Restore => {
                if let Some(id) = self.tabs[which].session.trash.first().map(|dossier| dossier.id.clone()) {
                    self.tabs[which].act(Action::Restored { id });
                }
            }
            Step::Forget => {
                if let Some(dossier) = self.tabs[which].session.trash.first().cloned() {
                    self.tabs[which].act(Action::Forgotten { id: dossier.id.clone() });
                    self.give_up(&[dossier]);
                }
            }
            Step::Open(file) => {
                let file = self.files[file % self.files.len()].clone();
                self.tabs[which].act(Action::DossierAdded(Rc::new(file)));
            }
            Step::Replace(file) => {
                let file = self.files[file % self.files.len()].clone();
                if let Some(old) = self.tabs[which].session.dossier(&file.id).cloned() {
                    self.give_up(&[old]);
                }
                self.tabs[which].act(Action::Replaced(Rc::new(file)));
            }
            Step::Undo => {
                let tab = &mut self.tabs[which];
                let before = tab.session.clone();
                if let Some(dossier) = first(tab) {
                    tab.act(Action::Deleted { id: dossier.id.clone() });
                    tab.act(Action::Restored { id: dossier.id.clone() });
                    let out: Vec<_> =
                        before.trash.into_iter().filter(|binned| !has(&tab.session.trash, &binned.id)).collect();
                    self.give_up(&out);
                }
            }
            Step::Fill(full) => self.disk.0.borrow_mut().full = full,
            Step::Database(works) => {
                self.disk.0.borrow_mut().no_database = !works;
                self.whole_database &= works;
            }
            Step::Sync => {
                let mut disk = self.disk.0.borrow_mut();
                disk.written = (disk.work.clone(), disk.trash.clone());
            }
            Step::Kill { loses } => {
                if loses && self.whole_database {
                    let mut disk = self.disk.0.borrow_mut();
                    let (work, trash) = disk.written.clone();
                    (disk.work, disk.trash) = (work, trash);
                }
                self.tabs = [Tab::open(&self.disk), Tab::open(&self.disk)];
            }
        }
    }

    fn one_id_one_place(&self) -> Result<(), TestCaseError> {
        for tab in &self.tabs {
            let mut seen = BTreeSet::new();
            for dossier in tab.session.dossiers.iter().chain(&tab.session.trash) {
                prop_assert!(seen.insert(dossier.id.clone()), "{} stands in two places", dossier.id);
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever happens in two tabs, in whatever order and with a clock that stands still: a dossier is in
    /// one place, and every word that a page said was kept is there after the next start, unless the
    /// reader gave it up.
    #[test]
    fn no_kept_word_is_lost_and_no_dossier_is_in_two_places(steps in prop::collection::vec(step(), 1..60)) {
        let mut world = World::new();
        for (number, (second, step)) in steps.into_iter().enumerate() {
            world.walk(number, usize::from(second), step);
            world.one_id_one_place()?;
        }
        {
            let mut disk = world.disk.0.borrow_mut();
            disk.full = false;
        }
        for which in 0..2 {
            world.keeps(which);
            // What it gave way to is in its session now, and is kept in turn.
            world.keeps(which);
            prop_assert!(!world.tabs[which].keeper.is_behind(&world.tabs[which].session), "all is kept in the end");
            world.one_id_one_place()?;
        }
        let there = world.has();
        let lost: Vec<&String> = world.promised.difference(&there).filter(|word| !world.given_up.contains(*word)).collect();
        prop_assert!(lost.is_empty(), "lost: {lost:?}; there: {there:?}");
    }
}
