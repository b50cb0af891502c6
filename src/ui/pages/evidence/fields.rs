use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::named::Named;
use super::source_name;
use crate::domain::calendar::Date;
use crate::domain::decision::{Paper, PaperSource};
use crate::domain::dossier::{Dossier, Field, Holding, PaperRecord, PaperState, Term, date_fault, tidy_date};
use crate::session::Change;
use crate::ui::components::{Fold, Icon, icon};
use crate::ui::hooks::{AppHandle, use_app, use_day};

#[derive(Properties, PartialEq)]
pub struct PaperFieldsProps {
    pub dossier: Rc<Dossier>,
    pub paper: PaperRecord,
}

/// What is on a paper, or, while it is still to get, whom to ask and until when. Wherever a paper is
/// filled in, it is filled in here.
#[component]
pub fn PaperFields(props: &PaperFieldsProps) -> Html {
    let app = use_app();
    let t = app.t();
    // The field that is being typed into, by its name: nothing is said of it before it is left.
    let typing = use_state_eq(String::new);
    let paper = &props.paper;
    let form = Form { app: &app, props, today: use_day(), typing: (*typing).clone() };
    let enter = {
        let typing = typing.clone();
        Callback::from(move |event: FocusEvent| typing.set(event.target_unchecked_into::<HtmlInputElement>().name()))
    };
    let leave = Callback::from(move |_: FocusEvent| typing.set(String::new()));
    html! {
        <div class="paper-fields" onfocusin={enter} onfocusout={leave}>
            { form.holding() }
            if paper.paper.is_none() {
                { form.text(Some(format!("fill-{}", paper.id)), t.paper.name, t.paper.name_help, &paper.title, |paper, value| paper.title = value) }
            }
            <Named dossier={props.dossier.clone()} paper={paper.clone()} />
            if paper.holding == Holding::ToGet { { form.to_get() } } else { { form.have() } }
        </div>
    }
}

/// Writes one field of a record.
type Write = fn(&mut PaperRecord, String);

struct Form<'a> {
    app: &'a AppHandle,
    props: &'a PaperFieldsProps,
    today: Date,
    typing: String,
}

impl Form<'_> {
    /// Keeps the paper with something changed.
    fn keep<E: 'static>(&self, change: impl Fn(&mut PaperRecord, E) + 'static) -> Callback<E> {
        let (app, id, paper) = (self.app.clone(), self.props.dossier.id.clone(), self.props.paper.id.clone());
        Callback::from(move |event| {
            app.change_by(&id, |dossier| {
                let mut paper = dossier.papers.iter().find(|known| known.id == paper)?.clone();
                change(&mut paper, event);
                Some(Change::PaperKept(paper))
            });
        })
    }

    /// The first field takes the focus when the fields open.
    fn first(&self) -> Option<String> {
        let paper = &self.props.paper;
        paper.paper.is_some().then(|| format!("fill-{}", paper.id))
    }

    fn holding(&self) -> Html {
        let t = self.app.t();
        let paper = &self.props.paper;
        let option = |holding: Holding, text: &'static str| {
            let chosen = paper.holding == holding;
            html! {
                <label class={classes!("segment", chosen.then_some("segment-chosen"))}>
                    <input type="radio" name={format!("holding-{}", paper.id)} checked={chosen}
                        onchange={self.keep(move |paper, _: Event| paper.holding = holding)} />
                    <span>{ text }</span>
                </label>
            }
        };
        html! {
            <div class="segments" role="radiogroup" aria-label={t.paper.holding}>
                { option(Holding::Have, t.paper.have) }
                { option(Holding::ToGet, t.paper.to_get) }
            </div>
        }
    }

    fn facts(&self) -> Option<&Paper> {
        let (guide, id) = self.app.guide.as_ref().zip(self.props.paper.paper.as_ref())?;
        guide.facts.papers.get(id)
    }

    /// What the applicant made or gathered itself has a day, and seldom more.
    fn have(&self) -> Html {
        let t = self.app.t();
        let paper = &self.props.paper;
        let facts = self.facts().copied();
        if facts.is_some_and(|facts| facts.source.is_made()) {
            let used = [&paper.number, &paper.issuer].iter().any(|text| !text.trim().is_empty());
            let expires = facts.is_some_and(|facts| facts.expires);
            return html! {
                <>
                    { self.issued(self.first(), t.paper.made) }
                    if expires { { self.term() }{ self.ending() } }
                    <Fold class="paper-printed" open={used} summary={t.paper.more}>
                        <div class="paper-printed-fields">
                            { self.number(None) }
                            { self.issuer() }
                            if !expires { { self.term() } }
                        </div>
                    </Fold>
                    { self.printed() }
                </>
            };
        }
        html! {
            <>
                <div class="field-pair">
                    { self.number(self.first()) }
                    { self.issued(None, t.paper.date) }
                </div>
                { self.issuer() }
                { self.term() }
                { self.ending() }
                { self.printed() }
            </>
        }
    }

    fn number(&self, id: Option<String>) -> Html {
        self.text(id, self.app.t().paper.number, "", &self.props.paper.number, |paper, value| paper.number = value)
    }

    fn issuer(&self) -> Html {
        self.text(None, self.app.t().paper.issuer, "", &self.props.paper.issuer, |paper, value| paper.issuer = value)
    }

    fn issued(&self, id: Option<String>, label: &'static str) -> Html {
        let paper = &self.props.paper;
        let help = self.app.t().paper.date_help;
        self.date(id, label, help, &paper.date, paper.issued().is_some(), |paper, value| paper.date = value)
    }

    fn term(&self) -> Html {
        let t = self.app.t();
        let paper = &self.props.paper;
        let ends = !paper.valid_until.trim().is_empty();
        html! {
            <div class="field-pair">
                if !paper.no_term || ends {
                    { self.date(None, t.paper.valid_until, t.paper.valid_help, &paper.valid_until, false, |paper, value| paper.valid_until = value) }
                }
                if !ends { { self.no_term() } }
            </div>
        }
    }

    fn no_term(&self) -> Html {
        let onchange = self.keep(|paper, event: Event| {
            paper.no_term = event.target_unchecked_into::<HtmlInputElement>().checked();
        });
        html! {
            <label class="check-row">
                <input type="checkbox" checked={self.props.paper.no_term} {onchange} />
                <span>{ self.app.t().paper.no_term }</span>
            </label>
        }
    }

    /// Holder, address and product as printed. They are filled with one tap where they are as in the
    /// dossier, and changed where they are not.
    fn printed(&self) -> Html {
        let t = self.app.t();
        let (paper, dossier) = (&self.props.paper, &self.props.dossier);
        let of = |field: Field| dossier.fields.get(field).trim().to_owned();
        let (holder, address, product) = (of(Field::ApplicantName), of(Field::Address), of(Field::ProductName));
        let empty = [&paper.holder, &paper.address, &paper.product].iter().all(|text| text.trim().is_empty());
        let can_fill = empty && [&holder, &address, &product].iter().any(|text| !text.is_empty());
        let fill_in = self.keep(move |paper, _: MouseEvent| {
            (paper.holder, paper.address, paper.product) = (holder.clone(), address.clone(), product.clone());
        });
        html! {
            <Fold class="paper-printed" open={!empty} summary={t.paper.printed}>
                <div class="paper-printed-fields">
                    if can_fill {
                        <button type="button" class="button button-small button-leaf" onclick={fill_in}>{ icon(Icon::Check) }{ t.paper.as_dossier }</button>
                    }
                    { self.text(None, t.paper.holder, "", &paper.holder, |paper, value| paper.holder = value) }
                    { self.text(None, t.paper.address, "", &paper.address, |paper, value| paper.address = value) }
                    { self.text(None, t.paper.product, "", &paper.product, |paper, value| paper.product = value) }
                    { self.text(None, t.paper.extent, t.paper.extent_help, &paper.extent, |paper, value| paper.extent = value) }
                </div>
            </Fold>
        }
    }

    fn to_get(&self) -> Html {
        let t = self.app.t();
        let paper = &self.props.paper;
        let facts = self.facts();
        let source = facts.map(|paper| paper.source).unwrap_or_default();
        // A paper's own months, where they are said; else what papers from there usually take.
        let time = match facts.and_then(|paper| paper.lead) {
            Some((least, most)) => Some(t.way.months_advice.least_most(&least, &most)),
            None => source.weeks().map(|(least, most)| t.paper.weeks.from_to(&least, &most)),
        };
        html! {
            <>
                if source != PaperSource::Unknown {
                    <p class="note note-quiet">{ icon(Icon::Clock) }<span>{ source_name(source, t) }
                        if let Some(time) = time { { " · " }{ time } }</span></p>
                }
                <div class="field-pair">
                    { self.text(self.first(), t.paper.whom, "", &paper.issuer, |paper, value| paper.issuer = value) }
                    { self.date(None, t.paper.due, t.paper.due_help, &paper.due, false, |paper, value| paper.due = value) }
                </div>
            </>
        }
    }

    fn text(&self, id: Option<String>, label: &'static str, help: &'static str, value: &str, write: Write) -> Html {
        let oninput = self.keep(move |paper, event: InputEvent| {
            write(paper, event.target_unchecked_into::<HtmlInputElement>().value());
        });
        html! {
            <label class="field">
                <span class="field-label">{ label }</span>
                <input type="text" {id} value={value.to_owned()} {oninput} autocomplete="off" maxlength="500" />
                if !help.is_empty() { <span class="field-help soft">{ help }</span> }
            </label>
        }
    }

    /// A date as typed, put in order once it is left; what seems wrong with it is said then too.
    fn date(
        &self,
        id: Option<String>,
        label: &'static str,
        help: &'static str,
        value: &str,
        is_fine: bool,
        write: Write,
    ) -> Html {
        let oninput = self.keep(move |paper, event: InputEvent| {
            write(paper, event.target_unchecked_into::<HtmlInputElement>().value());
        });
        let onchange = self.keep(move |paper, event: Event| {
            write(paper, tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value()));
        });
        let fault =
            date_fault(value).filter(|_| self.typing != label && !is_fine).map(|fault| fault.text(self.app.language));
        html! {
            <label class="field">
                <span class="field-label">{ label }</span>
                <input type="text" name={label} {id} inputmode="numeric" value={value.to_owned()} {oninput} {onchange} autocomplete="off" maxlength="60"
                    aria-invalid={fault.is_some().then_some("true")} />
                if let Some(fault) = fault {
                    <span class="field-fault" role="status">{ fault }</span>
                } else {
                    <span class="field-help soft">{ help }</span>
                }
            </label>
        }
    }

    /// A word on when it ends.
    fn ending(&self) -> Html {
        let t = self.app.t();
        let paper = &self.props.paper;
        let expires = self.facts().is_some_and(|paper| paper.expires);
        match paper.state(self.today) {
            PaperState::Expired(on) => {
                html! { <p class="note note-block">{ t.paper.ended.date(&on) }</p> }
            }
            PaperState::EndsSoon { days, .. } => {
                html! { <p class="note">{ t.paper.soon.days(&days) }</p> }
            }
            _ if expires && paper.term() == Term::Unknown => html! { <p class="soft">{ t.paper.expires }</p> },
            _ => html! {},
        }
    }
}
