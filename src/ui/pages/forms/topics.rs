use yew::prelude::*;

use super::field::Fieldset;
use super::labels::label;
use super::parts::Gap;
use crate::domain::dossier::{Field, Section};
use crate::ui::components::{Status, StatusKind};
use crate::ui::route::Spot;

/// What a re-rating tells anew (article 6.1c), topic by topic: each folds, so that nobody faces eleven empty boxes
/// at once. Which are open is the page's to say, as for the parts.
pub fn topics(fields: &Fieldset, open: &UseStateHandle<u16>, gaps: &[Gap]) -> Html {
    html! { for field in Field::in_section(Section::Renewal) { { topic(fields, open, gaps, field) } } }
}

fn topic(fields: &Fieldset, open: &UseStateHandle<u16>, gaps: &[Gap], field: Field) -> Html {
    let t = fields.t;
    let is_open = **open & bit(field) != 0;
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(*open ^ bit(field));
        })
    };
    let lacks = gaps.iter().any(|gap| gap.spot == Spot::Field(field));
    html! {
        <details class="form-topic field-wide" key={field.key()} open={is_open}>
            <summary onclick={toggle}>
                <span>{ label(field, t) }</span>
                if lacks { <Status kind={StatusKind::Open} text={t.forms.left.of(1)} /> }
                else { <Status kind={StatusKind::Done} text={t.forms.done} /> }
            </summary>
            if is_open { { fields.field(field) } }
        </details>
    }
}

/// The bit of a topic among the open ones; none for a field that is no topic.
pub fn bit(field: Field) -> u16 {
    let place = Field::in_section(Section::Renewal).position(|topic| topic == field);
    place.map_or(0, |place| 1 << place)
}

/// The bits of the topics that are still to be told.
pub fn untold(gaps: &[Gap]) -> u16 {
    gaps.iter().fold(0, |bits, gap| bits | bit_at(&gap.spot))
}

/// The bit of the topic that stands at a place of the forms.
pub fn bit_at(spot: &Spot) -> u16 {
    match spot {
        Spot::Field(field) => bit(*field),
        Spot::Recognised | Spot::Change(_) => 0,
    }
}
