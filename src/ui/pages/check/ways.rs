use std::rc::Rc;

use yew::prelude::*;

use super::super::before::made_before;
use super::findings::MUST;
use super::holds::Holds;
use crate::domain::dossier::Dossier;
use crate::domain::forms::PaperNames;
use crate::session::WorkKind;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    AppHandle, Export, Order, Output, Progress, Stop, can_share, copy_forms, export, focus_soon, in_app_browser,
    share_forms,
};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// A way out that takes a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Zip,
    Word,
    Html,
    Work,
    Json,
    Copy,
    Share,
}

/// Hands out the dossier, one way at a time.
#[derive(Clone)]
pub struct Counter {
    pub app: AppHandle,
    pub dossier: Rc<Dossier>,
    pub names: Rc<PaperNames>,
    /// What is being made, and what is said of it meanwhile.
    pub busy: UseStateHandle<Option<(Way, String)>>,
    /// To give up what is being made.
    pub stop: UseStateHandle<Stop>,
    /// What was made before, on this device.
    pub outputs: Rc<Vec<Output>>,
    /// What came of the last one.
    pub said: UseStateHandle<Option<Said>>,
    /// In how many places something must still be fixed.
    pub to_fix: usize,
    /// Whether it was asked for at the thumb: its answer stands there then.
    pub at_thumb: UseStateHandle<bool>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub way: Way,
    pub text: String,
    pub went_well: bool,
}

impl Counter {
    /// Every way out, each with what it is for and what it holds: what is handed in first, then what is
    /// kept for work.
    pub fn ways(&self) -> Html {
        let t = self.app.t();
        let print = Route::dossier(&self.dossier.id, Page::Preview);
        let bound = Route::dossier(&self.dossier.id, Page::Bound);
        let binder = Route::dossier(&self.dossier.id, Page::Binder);
        let holds = Holds::of(&self.dossier);
        html! {
            <>
                <section class="check-part" id="ways">
                    <h2>{ t.output.to_hand_in }</h2>
                    <p class="soft">{ t.output.to_hand_in_text }</p>
                    { made_before(t, &self.outputs, &holds.code) }
                    if in_app_browser() { <p class="note">{ t.check.in_app }</p> }
                    <ul class="plain ways">
                        { self.row(Way::Zip, Icon::Download, t.check.zip, t.check.zip_text, holds.archive(t)) }
                        <li class="way">
                            <a class="way-act" href={bound.href()}>
                                { way(Icon::Print, t.output.bound, t.output.bound_text) }{ icon(Icon::Next) }
                            </a>
                            { held(t, holds.bound(t)) }
                        </li>
                        { self.row(Way::Word, Icon::Edit, t.check.word, t.check.word_text, holds.forms(t)) }
                        <li class="way">
                            <a class="way-act" href={print.href()}>
                                { way(Icon::Print, t.check.print, t.check.print_text) }{ icon(Icon::Next) }
                            </a>
                            { held(t, holds.forms(t)) }
                        </li>
                        { self.row(Way::Html, Icon::Download, t.check.html, t.check.html_text, holds.copy(t)) }
                        { self.row(Way::Copy, Icon::Copy, t.check.copy, t.check.copy_text, holds.forms(t)) }
                        if can_share() {
                            { self.row(Way::Share, Icon::Share, t.check.share, t.check.share_text, holds.copy(t)) }
                        }
                    </ul>
                </section>
                <section class="check-part">
                    <h2>{ t.output.for_work }</h2>
                    <p class="soft">{ t.output.for_work_text }</p>
                    <ul class="plain ways">
                        <li class="way"><a class="way-act" href={binder.href()}>
                            { way(Icon::Check, t.output.binder, t.output.binder_text) }{ icon(Icon::Next) }
                        </a></li>
                        { self.row(Way::Work, Icon::Download, t.output.work, t.output.work_text, holds.work(t)) }
                        { self.row(Way::Json, Icon::File, t.check.json, t.check.json_text, holds.data(t)) }
                    </ul>
                </section>
            </>
        }
    }

    /// What began here before the page was left and come back to goes on as well.
    fn is_taken(&self) -> bool {
        self.busy.is_some() || self.app.work.iter().any(|work| work.kind == WorkKind::Packing)
    }

    fn row(&self, way_out: Way, sign: Icon, name: &'static str, text: &'static str, holds: Vec<String>) -> Html {
        let here = !*self.at_thumb;
        let working =
            (*self.busy).as_ref().filter(|_| here).filter(|(busy, _)| *busy == way_out).map(|(_, text)| text.clone());
        let said = (*self.said).as_ref().filter(|said| here && said.way == way_out).cloned();
        html! {
            <li class="way" key={way_out as u8}>
                <button type="button" class="way-act" disabled={self.is_taken()} onclick={self.take(way_out)}>
                    { way(sign, name, text) }
                </button>
                { held(self.app.t(), holds) }
                if working.is_some() && matches!(way_out, Way::Zip | Way::Work) {
                    <p class="way-said"><button type="button" class="button" onclick={self.give_up()}>{ self.app.t().check.stop }</button></p>
                }
                <p class={match &said {
                    Some(said) if !said.went_well => "way-said way-fault",
                    _ => "way-said",
                }} role="status">{ working.or(said.map(|said| said.text)) }</p>
            </li>
        }
    }

    /// What is made now is not complete; nothing else stands in its way.
    fn still(&self) -> Option<Html> {
        let href = Route::dossier(&self.dossier.id, Page::Check).href();
        let go = Callback::from(|_: MouseEvent| focus_soon(MUST.to_owned()));
        let text = self.app.t().check.still.of(self.to_fix);
        (self.to_fix > 0).then(|| html! { <a {href} onclick={go}>{ text }</a> })
    }

    /// Goes this way when it is pressed.
    fn take(&self, way: Way) -> Callback<MouseEvent> {
        let counter = self.clone();
        Callback::from(move |_: MouseEvent| {
            // The last way of the page: its answer would stand below the bar.
            counter.at_thumb.set(way == Way::Json);
            counter.go(way);
        })
    }

    /// The way that most take, at the thumb, with its answer above the button that was pressed.
    pub fn at_thumb(&self, way: Way, sign: Icon, name: &'static str) -> Html {
        let here = *self.at_thumb;
        let working = (*self.busy).as_ref().filter(|_| here).map(|(_, text)| text.clone());
        let said = (*self.said).as_ref().filter(|_| here);
        let still = (way == Way::Zip && working.is_none()).then(|| self.still()).flatten();
        let onclick = {
            let counter = self.clone();
            Callback::from(move |_: MouseEvent| {
                counter.at_thumb.set(true);
                counter.go(way);
            })
        };
        html! {
            <>
                <p class={classes!("bar-said", said.is_some_and(|said| !said.went_well).then_some("way-fault"))} role="status">
                    { working.clone().or(said.map(|said| said.text.clone())) }</p>
                if let Some(still) = still { <p class="bar-still">{ still }</p> }
                if working.is_some() && way == Way::Zip {
                    <button type="button" class="button" onclick={self.give_up()}>{ self.app.t().check.stop }</button>
                } else {
                    <button type="button" class="button button-act" disabled={self.is_taken()} {onclick}>{ icon(sign) }{ name }</button>
                }
            </>
        }
    }

    fn give_up(&self) -> Callback<MouseEvent> {
        let stop = self.stop.clone();
        Callback::from(move |_: MouseEvent| stop.ask())
    }

    fn go(&self, way: Way) {
        let t = self.app.t();
        let stop = Stop::default();
        self.stop.set(stop.clone());
        self.said.set(None);
        self.busy.set(Some((way, t.check.working.to_owned())));
        let (dossier, names) = (self.dossier.clone(), self.names.clone());
        let file = match way {
            Way::Zip => Export::Zip,
            Way::Word => Export::Word,
            Way::Html => Export::Html,
            Way::Work => Export::Work,
            Way::Json => Export::Json,
            Way::Copy => return copy_forms(dossier, names, self.ends(way, t.check.copied)),
            Way::Share => return share_forms(dossier, names, self.ends_or_not(way, t.check.shared)),
        };
        let counter = self.clone();
        let order = Order { what: file, dossier, names, app: self.app.clone(), stop };
        export(order, Callback::from(move |progress| counter.follow(way, progress)));
    }

    fn ends(&self, way: Way, well: &'static str) -> Callback<bool> {
        let counter = self.clone();
        Callback::from(move |went_well: bool| {
            let text = if went_well { well } else { counter.app.t().check.failed };
            counter.say(way, text.to_owned(), went_well);
        })
    }

    /// Where the reader gave it up there is nothing to say.
    fn ends_or_not(&self, way: Way, well: &'static str) -> Callback<Option<bool>> {
        let (counter, ends) = (self.clone(), self.ends(way, well));
        Callback::from(move |ended: Option<bool>| match ended {
            Some(went_well) => ends.emit(went_well),
            None => counter.busy.set(None),
        })
    }

    fn follow(&self, way: Way, progress: Progress) {
        let t = self.app.t();
        match progress {
            Progress::Packing { n, of } => {
                self.busy.set(Some((way, t.check.packing.n_of(&n, &of))));
            }
            ended => {
                if let Some((text, went_well)) = ended.said(t) {
                    self.say(way, text, went_well);
                }
            }
        }
    }

    fn say(&self, way: Way, text: String, went_well: bool) {
        self.busy.set(None);
        self.said.set(Some(Said { way, text, went_well }));
    }
}

/// What a way out holds, to be unfolded before it is made.
fn held(t: &'static Words, holds: Vec<String>) -> Html {
    html! {
        <details class="way-holds">
            <summary>{ t.output.holds }</summary>
            <ul>for held in holds { <li>{ held }</li> }</ul>
        </details>
    }
}

fn way(sign: Icon, name: &'static str, text: &'static str) -> Html {
    html! {
        <>
            <span class="way-sign">{ icon(sign) }</span>
            <span class="way-text"><strong>{ name }</strong><span>{ text }</span></span>
        </>
    }
}
