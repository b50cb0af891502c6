use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::told::said;
use crate::adapters::clock;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::session::{Action, Change, Line, Notice, NoticeKind, Session, Until};
use crate::ui::route::Route;
use crate::words::{Words, words};

/// The session as Yew's reducer holds it. A reduction that changes nothing keeps the same `Rc`, so
/// nothing is drawn again.
#[derive(Clone)]
pub struct Reduced(Rc<Session>);

impl PartialEq for Reduced {
    fn eq(&self, other: &Reduced) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reduced {
    pub fn of(session: Session) -> Reduced {
        Reduced(Rc::new(session))
    }
}

impl Reducible for Reduced {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.0.after(action);
        if next == *self.0 { self } else { Rc::new(Reduced(Rc::new(next))) }
    }
}

/// What every page has at hand: the session, the address, and ways to say what happened.
#[derive(Clone, PartialEq)]
pub struct AppHandle {
    store: UseReducerHandle<Reduced>,
    pub route: Route,
}

impl Deref for AppHandle {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.store.0
    }
}

impl AppHandle {
    pub fn new(store: UseReducerHandle<Reduced>, route: Route) -> AppHandle {
        AppHandle { store, route }
    }

    /// The interface's texts in the session's language.
    pub fn t(&self) -> &'static Words {
        words(self.language)
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn act(&self, action: Action) {
        self.store.dispatch(action);
    }

    /// One dossier changed now.
    pub fn change(&self, id: &str, change: Change) {
        self.act(Action::Changed { id: id.to_owned(), change, at: clock::now() });
    }

    /// One dossier changed by what it is by now: of what a page drew, other fields may have gone on since, several in
    /// one instant.
    pub fn change_by(&self, id: &str, change: impl FnOnce(&Dossier) -> Option<Change>) {
        if let Some(change) = self.dossier(id).cloned().and_then(|dossier| change(&dossier)) {
            self.change(id, change);
        }
    }

    /// Tells the reader, in whichever language is chosen as long as it stands.
    pub fn notice(&self, kind: NoticeKind, say: impl Fn(&'static Words, Language) -> String) {
        self.act(Action::Noticed(Notice::new(kind, said(say))));
    }

    /// The same, until it is no longer true.
    pub fn notice_until(&self, until: Until, kind: NoticeKind, say: impl Fn(&'static Words, Language) -> String) {
        let lines = vec![Line { said: said(say), until }];
        self.act(Action::Noticed(Notice { kind, lines, followed: false }));
    }
}

/// The app's handle, for pages and components inside [`AppProvider`].
#[hook]
pub fn use_app() -> AppHandle {
    use_context::<AppHandle>().expect("every page stands inside AppProvider")
}
