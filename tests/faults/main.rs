//! The table of faults: what may go wrong × what somebody does. In every cell, what the page called saved is
//! there after the next start, or the page said that it is not.
//!
//! This table holds the session and its keeper against a store that fails in every way a browser's does.
//! What only a browser has (redirects, workers, a profile that is cut off) is tried in one:
//! `tests/browser/hosts.rs`, `cut_off.rs` and `keeping.rs`.

mod store;

use std::io::Write;
use std::rc::Rc;

use ocop::domain::dossier::wire::to_json;
use ocop::domain::dossier::{Attachment, Dossier, Field, Holding, PaperRecord};
use ocop::domain::rating::Answer;
use ocop::session::keeping::Keeper;
use ocop::session::{Action, Change, Session};
use store::{Disk, Page};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    Blocked,
    /// The storage and the database.
    Full,
    /// The storage alone.
    StorageFull,
    /// The same, and another tab writes into the same dossier.
    StorageFullSecondTab,
    FullInTheMiddle,
    DatabaseFull,
    Cleared,
    Corrupt,
    HalfWritten,
    NoDatabase,
    DatabaseAborts,
    DatabaseLate,
    KilledBeforeSaving,
    KilledWhileSaving,
    KilledAfterSaving,
    SecondTab,
    ThirdTab,
    OlderTab,
    ClockBack,
    ClockAhead,
}

impl Fault {
    const ALL: [Fault; 21] = [
        Fault::None,
        Fault::Blocked,
        Fault::Full,
        Fault::StorageFull,
        Fault::StorageFullSecondTab,
        Fault::FullInTheMiddle,
        Fault::DatabaseFull,
        Fault::Cleared,
        Fault::Corrupt,
        Fault::HalfWritten,
        Fault::NoDatabase,
        Fault::DatabaseAborts,
        Fault::DatabaseLate,
        Fault::KilledBeforeSaving,
        Fault::KilledWhileSaving,
        Fault::KilledAfterSaving,
        Fault::SecondTab,
        Fault::ThirdTab,
        Fault::OlderTab,
        Fault::ClockBack,
        Fault::ClockAhead,
    ];
}

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Begin,
    Answer,
    Describe,
    FillIn,
    Attach,
    Delete,
    Undo,
    Forget,
    Restore,
    Open,
    OpenDeleted,
    Replace,
    Update,
}

impl Step {
    const ALL: [Step; 13] = [
        Step::Begin,
        Step::Answer,
        Step::Describe,
        Step::FillIn,
        Step::Attach,
        Step::Delete,
        Step::Undo,
        Step::Forget,
        Step::Restore,
        Step::Open,
        Step::OpenDeleted,
        Step::Replace,
        Step::Update,
    ];
}

/// The dossier that all is about.
const ID: &str = "cam";

fn dossier(id: &str, mark: &str) -> Dossier {
    let set = &ocop::domain::decision::newest().sets[0];
    let mut dossier = Dossier::new(id.into(), "2026-11-05T00:00:00Z".into(), set);
    dossier.entries[0].note = mark.into();
    dossier
}

fn paper(mark: &str) -> PaperRecord {
    let photo =
        Attachment { id: mark.into(), name: format!("{mark}.jpg"), media: "image/jpeg".into(), size: 9, sum: None };
    PaperRecord {
        id: format!("p-{mark}"),
        title: mark.into(),
        holding: Holding::Have,
        attachments: vec![photo],
        ..PaperRecord::default()
    }
}

/// Does something that leaves this mark, and gives what is wanted of it afterwards: the marks that must be
/// there, unless the page says that they are not.
fn walk(page: &mut Page, step: Step, mark: &str) -> Vec<String> {
    let now = page.disk.clock();
    let change = |change: Change| Action::Changed { id: ID.into(), change, at: now.clone() };
    let written = Change::NoteWritten { position: 1, note: mark.into() };
    let marked = vec![mark.to_owned()];
    let old = || vec!["before".to_owned()];
    match step {
        Step::Begin => {
            page.act(Action::DossierAdded(Rc::new(dossier("new", mark))));
            [marked, old()].concat()
        }
        Step::Answer => {
            page.act(change(Change::Answered { position: 0, answer: Answer::Level(1) }));
            page.act(change(written));
            [marked, old()].concat()
        }
        Step::Describe => {
            page.act(change(written));
            [marked, old()].concat()
        }
        Step::FillIn => {
            page.act(change(Change::FieldWritten { field: Field::ProductName, value: mark.into() }));
            [marked, old()].concat()
        }
        Step::Attach => {
            page.act(change(Change::PaperKept(paper(mark))));
            [marked, old()].concat()
        }
        Step::Delete => {
            page.act(change(written));
            page.act(Action::Deleted { id: ID.into() });
            [marked, old()].concat()
        }
        Step::Undo => {
            page.act(change(written));
            page.act(Action::Deleted { id: ID.into() });
            page.keep();
            page.act(Action::Restored { id: ID.into() });
            [marked, old()].concat()
        }
        // Given up by the reader's own word: only that nothing else goes with it.
        Step::Forget => {
            page.act(Action::Deleted { id: ID.into() });
            page.keep();
            page.act(Action::Forgotten { id: ID.into() });
            Vec::new()
        }
        Step::Restore => {
            let version = dossier(ID, mark);
            if let Some(present) = page.session.dossier(ID) {
                page.disk.keep_version(present);
            }
            page.act(Action::Replaced(Rc::new(Dossier { updated: now.clone(), ..version })));
            [marked, old()].concat()
        }
        Step::Open => {
            page.act(Action::DossierAdded(Rc::new(dossier("file", mark))));
            [marked, old()].concat()
        }
        Step::OpenDeleted => {
            page.act(Action::Deleted { id: ID.into() });
            page.keep();
            page.act(Action::DossierAdded(Rc::new(dossier(ID, mark))));
            [marked, old()].concat()
        }
        Step::Replace => {
            page.act(Action::Replaced(Rc::new(dossier(ID, mark))));
            marked
        }
        // The page keeps what it has and starts again as another build.
        Step::Update => {
            page.act(change(written));
            page.keep();
            let said = page.says_saved();
            *page = Page::open(&page.disk);
            if said { [marked, old()].concat() } else { Vec::new() }
        }
    }
}

/// Another tab, which has the dossier as it was, writes into it and keeps that.
fn other_tab_writes(disk: &Disk, mark: &str) -> Vec<String> {
    let mut other = Page::open(disk);
    let change = Change::NoteWritten { position: 2, note: mark.into() };
    other.act(Action::Changed { id: ID.into(), change, at: disk.clock() });
    other.keep();
    if other.says_saved() { vec![mark.to_owned()] } else { Vec::new() }
}

/// Tries one cell; what is wrong with it, if anything is.
fn cell(fault: Fault, step: Step) -> Result<(), String> {
    let disk = Disk::with(dossier(ID, "before"));
    let mut page = Page::open(&disk);
    let mut wanted = Vec::new();
    disk.sync();
    match fault {
        Fault::Blocked => disk.set(|disk| disk.blocked = true),
        Fault::Full => disk.set(|disk| (disk.room, disk.no_database) = (Some(0), true)),
        Fault::StorageFull => disk.set(|disk| disk.room = Some(0)),
        Fault::StorageFullSecondTab => {
            disk.set(|disk| disk.room = Some(0));
            wanted.extend(other_tab_writes(&disk, "theirs"));
        }
        Fault::FullInTheMiddle => disk.set(|disk| disk.room = Some(1)),
        Fault::NoDatabase | Fault::DatabaseAborts | Fault::DatabaseFull => disk.set(|disk| disk.no_database = true),
        Fault::DatabaseLate => disk.set(|disk| disk.late_database = true),
        Fault::Cleared => disk.set(|disk| disk.clear()),
        Fault::Corrupt | Fault::HalfWritten => disk.set(|disk| disk.spoil(ID)),
        Fault::ClockBack => disk.set(|disk| disk.now = "2025-01-01T00:00:00Z"),
        Fault::ClockAhead => disk.set(|disk| disk.now = "2031-01-01T00:00:00Z"),
        Fault::SecondTab => wanted.extend(other_tab_writes(&disk, "theirs")),
        Fault::ThirdTab => {
            wanted.extend(other_tab_writes(&disk, "theirs"));
            let mut third = Page::open(&disk);
            third.act(Action::Deleted { id: ID.into() });
            third.keep();
        }
        Fault::OlderTab => {
            disk.set(|disk| disk.write_as_an_older_build(ID, "theirs"));
            wanted.push("theirs".into());
        }
        _ => {}
    }
    let of_step = walk(&mut page, step, "mark");
    if (fault, step) == (Fault::ThirdTab, Step::Forget) {
        // What the third tab threw away was shown in the trash here, and then given up.
        wanted.clear();
    }
    if fault == Fault::KilledBeforeSaving {
        // Nothing was called saved; what was before must be.
        wanted.extend(matches!(step, Step::Begin | Step::Answer | Step::Describe).then(|| "before".to_owned()));
    } else if fault == Fault::KilledWhileSaving {
        // Between two writes: the page says "saved" after both.
        disk.set(|disk| disk.dies_after = Some(1));
        page.keep();
        wanted.extend(of_step.into_iter().filter(|mark| mark == "before" && step != Step::Forget));
    } else {
        page.keep();
        // What gave way is in the session now, and is kept in turn.
        page.keep();
        if page.says_saved() {
            wanted.extend(of_step);
        }
    }
    disk.set(|disk| disk.late_writes());
    if fault == Fault::KilledAfterSaving {
        disk.lose_last_seconds();
    }
    // The next start finds a browser in order; a storage that is full stays so for one start more.
    if !matches!(fault, Fault::StorageFull | Fault::StorageFullSecondTab) {
        disk.set(|disk| disk.heal());
    }
    let is_there = |again: &Page| {
        one_id_one_place(&again.session)?;
        let there = everything(again);
        let lost = wanted.iter().find(|mark| !there.contains(*mark));
        lost.map_or(Ok(()), |mark| Err(format!("“{mark}” is lost, and “saved” was shown")))
    };
    is_there(&Page::open(&disk))?;
    disk.set(|disk| disk.heal());
    let again = Page::open(&disk);
    is_there(&again)?;
    // And all of it can be kept again.
    let mut again = again;
    again.keep();
    again.keep();
    if again.says_saved() { Ok(()) } else { Err(String::from("what is there is never kept")) }
}

fn one_id_one_place(session: &Session) -> Result<(), String> {
    let mut ids: Vec<&str> = session.dossiers.iter().chain(&session.trash).map(|known| known.id.as_str()).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    twice.map_or(Ok(()), |pair| Err(format!("{} stands in two places", pair[0])))
}

/// All that a reader can find after the start: dossiers, the trash, earlier versions, what cannot be read.
fn everything(page: &Page) -> String {
    let shown = page.session.dossiers.iter().chain(&page.session.trash).map(|dossier| to_json(dossier));
    shown.chain(page.disk.rest()).collect()
}

#[test]
fn what_was_called_saved_is_there_after_the_next_start() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    let width = Fault::ALL.iter().map(|fault| format!("{fault:?}").len()).max().unwrap_or(0);
    let head: Vec<String> = Step::ALL.iter().map(|step| format!("{step:?}")).collect();
    println!("{:width$}  {}", "", head.join("  "));
    for fault in Fault::ALL {
        let mut row = format!("{:width$}", format!("{fault:?}"));
        for (step, name) in Step::ALL.iter().zip(&head) {
            tried += 1;
            let outcome = cell(fault, *step);
            row.push_str(&format!("  {:1$}", if outcome.is_ok() { "ok" } else { "WRONG" }, name.len()));
            wrong.extend(outcome.err().map(|why| format!("{fault:?} × {step:?}: {why}")));
        }
        println!("{row}");
    }
    // Past what a test run keeps to itself: `make test` sums these lines up at its end.
    let _ = writeln!(std::io::stderr(), "\ncells: {tried} tried in model, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whichever of the two copies is behind, after the next start what was written last is the dossier: no clock decides.
#[test]
fn a_clock_put_back_makes_no_older_state_the_newer() {
    for is_storage_behind in [true, false] {
        let disk = Disk::with(dossier(ID, "before"));
        let mut page = Page::open(&disk);
        disk.sync();
        disk.set(|disk| (disk.now, disk.no_database) = ("2025-01-01T00:00:00Z", !is_storage_behind));
        walk(&mut page, Step::Describe, "mark");
        page.keep();
        assert!(page.says_saved());
        disk.set(|disk| disk.heal());
        if is_storage_behind {
            disk.lose_last_seconds();
        }
        let again = Page::open(&disk);
        let shown = again.session.dossier(ID).map(|dossier| dossier.entries[1].note.as_str());
        assert_eq!(shown, Some("mark"), "the storage is behind: {is_storage_behind}");
    }
}

/// The table would notice: a keeper that takes the store for what it last was loses another tab's words.
#[test]
fn a_keeper_that_looks_at_nothing_is_noticed() {
    let disk = Disk::with(dossier(ID, "before"));
    let mut page = Page::open(&disk);
    let theirs = other_tab_writes(&disk, "theirs");
    page.keeper = Keeper::found(&disk, &Page::open(&disk).session);
    let wanted = walk(&mut page, Step::Describe, "mark");
    page.keep();
    let there = everything(&Page::open(&disk));
    assert!(wanted.iter().all(|mark| there.contains(mark)));
    assert!(theirs.iter().any(|mark| !there.contains(mark)));
}
