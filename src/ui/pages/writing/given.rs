use yew::prelude::*;

use crate::domain::dossier::{Dossier, Field};
use crate::domain::templates::{GIVEN, Template, given};
use crate::ui::components::{Icon, icon};
use crate::ui::pages::forms::labels::label;
use crate::ui::route::{Route, Spot};
use crate::words::Words;

/// What the paper takes from the dossier, each with the way to where it is typed.
pub fn given_names(dossier: &Dossier, template: &Template, t: &'static Words) -> Html {
    let names = template.names();
    let mut fields: Vec<(&str, Field)> =
        GIVEN.into_iter().filter(|(name, _)| names.iter().any(|known| known == name)).collect();
    fields.sort_by_key(|(_, field)| *field);
    if fields.is_empty() {
        return html! {};
    }
    let missing = fields.iter().filter(|(name, _)| value(dossier, name).is_empty()).count();
    let line = |(name, field): &(&str, Field)| {
        let text = value(dossier, name);
        html! {
            <div key={field.key()}>
                <dt>{ label(*field, t) }</dt>
                <dd><a href={Route::spot(&dossier.id, Spot::Field(*field)).href()}>
                    if text.is_empty() { <span class="chip chip-act">{ t.writing.missing }</span> } else { { text } }
                </a></dd>
            </div>
        }
    };
    html! {
        <details class="fold writing-given" open={missing > 0}>
            <summary>{ icon(Icon::Copy) }<span>{ t.writing.given }</span>
                if missing > 0 { <span class="chip chip-act">{ format!("{missing} {}", t.writing.missing) }</span> }</summary>
            <dl>{ for fields.iter().map(line) }</dl>
        </details>
    }
}

fn value(dossier: &Dossier, name: &str) -> String {
    given(dossier, name).unwrap_or_default()
}
