use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::app::AppHandle;
use super::stop::Stop;
use crate::adapters::frames;
use crate::session::{Action, Work, WorkKind};

/// A file that is read faster than one could see it said.
const SMALL: f64 = 1_000_000.0;

thread_local! {
    /// What goes on now.
    static GOING: RefCell<Vec<Rc<Going>>> = RefCell::default();
}

struct Going {
    kind: WorkKind,
    name: String,
    stop: Stop,
    /// Whether it is told above every page: the page that it began on tells of it itself.
    is_told: Cell<bool>,
    at: Cell<(usize, usize)>,
}

impl Going {
    fn tell(&self, app: &AppHandle) {
        let (n, of) = self.at.get();
        app.act(Action::WorkChanged(Work { kind: self.kind, name: self.name.clone(), n, of }));
    }
}

/// Long work while it goes on: wherever the reader is, the page tells how far it is, and it can be given up.
pub(super) struct Underway {
    app: AppHandle,
    going: Rc<Going>,
}

impl Underway {
    pub(super) fn begin(app: &AppHandle, kind: WorkKind, name: String, stop: Stop) -> Underway {
        let going = Rc::new(Going { kind, name, stop, is_told: Cell::new(false), at: Cell::default() });
        GOING.with(|all| all.borrow_mut().push(going.clone()));
        Underway { app: app.clone(), going }
    }

    /// A chosen file is being read.
    pub(super) async fn reading(app: &AppHandle, name: String, bytes: f64) -> Underway {
        let work = Underway::begin(app, WorkKind::Reading, name, Stop::default());
        work.going.is_told.set(bytes > SMALL);
        work.read(0, 0).await;
        work
    }

    /// At this of so many pieces.
    pub(super) fn at(&self, n: usize, of: usize) {
        self.going.at.set((n, of));
        if self.is_told() {
            self.going.tell(&self.app);
        }
    }

    /// The same, drawn; `false`: the reader gave it up.
    pub(super) async fn read(&self, n: usize, of: usize) -> bool {
        self.at(n, of);
        if self.is_told() {
            frames::drawn().await;
        }
        !self.is_given_up()
    }

    pub(super) fn app(&self) -> &AppHandle {
        &self.app
    }

    pub(super) fn is_given_up(&self) -> bool {
        self.going.stop.is_asked()
    }

    /// Whether the page that it began on was left.
    pub(super) fn is_told(&self) -> bool {
        self.going.is_told.get()
    }
}

impl Drop for Underway {
    fn drop(&mut self) {
        GOING.with(|all| all.borrow_mut().retain(|going| !Rc::ptr_eq(going, &self.going)));
        if self.is_told() {
            self.app.act(Action::WorkOver(self.going.kind));
        }
    }
}

/// What goes on of this kind is told above every page from now on: its own page is left.
pub fn leave_work(app: &AppHandle, kind: WorkKind) {
    let going = GOING.with(|all| all.borrow().clone());
    for going in going.iter().filter(|going| going.kind == kind) {
        going.is_told.set(true);
        going.tell(app);
    }
}

/// Gives up what goes on of this kind.
pub fn stop_work(kind: WorkKind) {
    GOING.with(|all| all.borrow().iter().filter(|going| going.kind == kind).for_each(|going| going.stop.ask()));
}
