use std::rc::Rc;

use yew::prelude::*;

use super::super::DossierProps;
use super::super::file_drop::take_files;
use crate::domain::council::{Council, SheetFault, Taken, blank_for};
use crate::domain::dossier::Dossier;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, copy_text, download_sheet, leads, read_dossiers, share_text, sheet_link, use_app};
use crate::words::Words;

/// How the dossier went out to be scored, or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    /// As a file.
    File,
    /// As a link, to be pasted.
    Link,
    /// Only what stands behind the address: the page is open from this device.
    Code,
    /// No message takes its link.
    TooLong,
    NotCopied,
}

impl Sent {
    fn text(self, t: &'static Words) -> &'static str {
        match self {
            Sent::File => t.council.given,
            Sent::Link => t.plan.copied,
            Sent::Code => t.council.link_local,
            Sent::TooLong => t.council.link_long,
            Sent::NotCopied => t.council.link_not,
        }
    }

    fn went(self) -> bool {
        !matches!(self, Sent::TooLong | Sent::NotCopied)
    }
}

/// Scorers on other devices: the dossier goes out to them as a file or a link, and their sheets come back as files. What
/// became of either is said below the buttons.
#[component]
pub fn Elsewhere(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let sent = use_state_eq(|| None::<Sent>);
    let give = {
        let (dossier, sent) = (dossier.clone(), sent.clone());
        Callback::from(move |_: MouseEvent| {
            download_sheet(&blank_for(&dossier));
            sent.set(Some(Sent::File));
        })
    };
    // Whose sheets came in since the page was opened.
    let beyond = dossier.council.as_ref().and_then(Council::beyond);
    let needs_number = dossier.council.as_ref().is_some_and(Council::needs_number);
    let (came, whose) = (use_state_eq(Came::default), use_mut_ref(Came::default));
    let take = {
        let came = came.setter();
        let came = Callback::from(move |(name, taken): (String, Taken)| {
            let mut whose = whose.borrow_mut();
            whose.hear(name, taken);
            came.set(whose.clone());
        });
        take_in(&app, dossier, came)
    };
    let send = {
        let (dossier, sent) = (dossier.clone(), sent.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(link) = sheet_link(&dossier) else { return sent.set(Some(Sent::TooLong)) };
            // From a file, or from this machine alone, the address leads nowhere else: what stands behind it does.
            let leads = leads(&link);
            let said = sent.setter();
            let said = Callback::from(move |copied: bool| {
                said.set(Some(match (copied, leads) {
                    (true, true) => Sent::Link,
                    (true, false) => Sent::Code,
                    (false, _) => Sent::NotCopied,
                }));
            });
            match link.find('#').filter(|_| !leads) {
                Some(at) => copy_text(link[at..].to_owned(), said),
                None => share_text(t.council.sheet_of_file.to_owned(), link, said),
            }
        })
    };
    html! {
        <section class="card council-in" aria-labelledby="council-elsewhere">
            <h2 id="council-elsewhere">{ t.council.elsewhere }</h2>
            <p class="soft">{ t.council.elsewhere_text }</p>
            <div class="council-ways">
                <button type="button" class="button" onclick={give}>{ icon(Icon::Download) }{ t.council.give }</button>
                <button type="button" class="button" onclick={send}>{ icon(Icon::Share) }{ t.council.give_link }</button>
                <label class="button council-take">
                    <input type="file" class="sr-only" multiple=true accept=".json,.zip,application/json" onchange={take} />
                    { icon(Icon::Open) }{ t.council.take }
                </label>
            </div>
            <div class="council-came" role="status">
                if let Some(sent) = *sent { <p>{ icon(if sent.went() { Icon::Check } else { Icon::Warning }) }{ sent.text(t) }</p> }
                if !came.new.is_empty() {
                    <p>{ icon(Icon::Check) }{ t.council.came.names(&came.new.join(", ")) }</p>
                    if needs_number { <p>{ icon(Icon::Warning) }{ t.council.say_many }</p> }
                }
                if let Some((said, here)) = beyond.filter(|_| !came.new.is_empty()) { <p>{ icon(Icon::Warning) }{ t.council.beyond.n_of(&said, &here) }</p> }
                if !came.again.is_empty() { <p>{ icon(Icon::Check) }{ t.council.came_again.names(&came.again.join(", ")) }</p> }
            </div>
        </section>
    }
}

/// Whose sheets came in, each named once: those that are new, and those that were in already.
#[derive(Clone, Debug, Default, PartialEq)]
struct Came {
    new: Vec<String>,
    again: Vec<String>,
}

impl Came {
    fn hear(&mut self, name: String, taken: Taken) {
        let known = match taken {
            Taken::In => &mut self.new,
            Taken::Already => &mut self.again,
        };
        if !known.contains(&name) {
            known.push(name);
        }
    }
}

/// Takes in the sheets that come as files, and names whose came.
fn take_in(app: &AppHandle, dossier: &Rc<Dossier>, came: Callback<(String, Taken)>) -> Callback<Event> {
    let (app, id) = (app.clone(), dossier.id.clone());
    Callback::from(move |event: Event| {
        let (taking, id, came) = (app.clone(), id.clone(), came.clone());
        let take = move |read: Vec<(String, Rc<Dossier>)>| all_sheets(&taking, &id, &read, &came);
        read_dossiers(&app, take_files(&event), take.into());
    })
}

/// The files join the sitting together, as it is once all are read.
fn all_sheets(app: &AppHandle, id: &str, read: &[(String, Rc<Dossier>)], came: &Callback<(String, Taken)>) {
    let Some(ours) = app.dossier(id).cloned() else { return };
    let mut council = ours.council.clone().unwrap_or_default();
    let taken = council.take_files(&ours, read.iter().map(|(_, dossier)| &**dossier));
    if taken.iter().flatten().any(|(_, taken)| *taken == Ok(Taken::In)) {
        app.change(id, Change::CouncilKept(council));
    }
    for ((file, _), sheets) in read.iter().zip(taken) {
        let is_several = sheets.len() > 1;
        for (scorer, taken) in sheets {
            let scorer = scorer.trim();
            match taken {
                Ok(taken) => came.emit((scorer.to_owned(), taken)),
                Err(fault) => app.notice(NoticeKind::Fault, |t, _| {
                    let whose = if is_several && !scorer.is_empty() { format!(" · {scorer}") } else { String::new() };
                    format!("{file}{whose}: {}", why_not(&fault, t))
                }),
            }
        }
    }
}

fn why_not(fault: &SheetFault, t: &'static Words) -> String {
    match fault {
        SheetFault::NoSheet => t.council.no_sheet.to_owned(),
        SheetFault::NoName => t.council.no_name.to_owned(),
        SheetFault::Unfinished(codes) if codes.is_empty() => t.council.not_handed_in.to_owned(),
        SheetFault::Unfinished(codes) => t.council.unfinished.codes(&codes.join(", ")),
        SheetFault::OtherSet => t.council.other_set.to_owned(),
        SheetFault::OtherProduct => t.council.other_product.to_owned(),
        SheetFault::SameScorer => t.council.same_scorer.to_owned(),
        SheetFault::Full => t.council.full.most(&Council::MOST),
    }
}
