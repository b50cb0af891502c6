use yew::prelude::*;

use super::effort::{Asked, effort_panel, effort_text, lock_button};
use super::steps::floors;
use super::view::{Panel, View};
use crate::domain::way::{Gain, gains};
use crate::ui::components::{Icon, icon};

/// How many rows are shown before the rest is asked for.
const FIRST: usize = 5;

/// Which criteria bring most for least.
/// The best first; folded where the steps above say what to do.
pub fn table(view: &View, all: &UseStateHandle<bool>, folded: bool) -> Html {
    let t = view.t;
    let gains = gains(&view.dossier.assessment, view.costs);
    let shown = if **all { gains.len() } else { FIRST.min(gains.len()) };
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let title = html! { <h2 id="way-gains" tabindex="-1">{ t.way.gains }</h2> };
    let said = html! {
        <>
            <p class="soft">{ if gains.is_empty() { t.way.gains_none } else { t.way.gains_lead } }</p>
            if !gains.is_empty() {
                <table role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ t.way.gain_criterion }</th>
                        <th scope="col" role="columnheader">{ t.way.gain_next }</th>
                        <th scope="col" role="columnheader">{ t.way.gain_top }</th>
                        <th role="columnheader"><span class="sr-only">{ t.way.gain_edit }</span></th>
                    </tr></thead>
                    for gain in &gains[..shown] { { row(view, gain) } }
                </table>
            }
            if shown < gains.len() {
                <p><button type="button" class="link" onclick={more}>{ t.way.gains_all.of(gains.len()) }</button></p>
            }
        </>
    };
    html! {
        <section class="card gains" aria-labelledby="way-gains">
            if folded && !gains.is_empty() {
                <details class="fold"><summary>{ title }</summary><div class="gains">{ said }</div></details>
            } else {
                { title }{ said }
            }
        </section>
    }
}

fn row(view: &View, gain: &Gain) -> Html {
    let t = view.t;
    let position = gain.position;
    let code = view.criterion(position).code;
    let panel = Panel::Gain(position);
    let open = view.is_open(panel);
    html! {
        <tbody key={position} role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">
                    { view.link(position) }
                    <span class="soft">{ t.way.up.level(&view.label(position, gain.next.level)) }</span>
                    <span class="chips">
                        if let Some(effort) = effort_text(view, position) { <span class="chip chip-why">{ effort }</span> }
                        if let Some(lead) = view.lead(position).text(t) { <span class="chip chip-act">{ lead }</span> }
                        { floors(t, &gain.next.opens) }
                    </span>
                </th>
                <td class="gain-points" role="cell" data-label={t.way.gain_next}>{ format!("+{}", gain.next.brings.0) }</td>
                <td class="gain-top" role="cell" data-label={t.way.gain_top}>{ format!("+{}", gain.top.brings.0) }</td>
                <td class="gain-edit" role="cell">
                    <button type="button" class="icon-button" onclick={view.toggling(panel)} aria-expanded={open.to_string()}
                        aria-controls={format!("gain-{code}")} aria-label={t.way.gain_edit_label.code(&code)}>
                        { icon(if open { Icon::Close } else { Icon::Edit }) }
                    </button>
                </td>
            </tr>
            if open {
                <tr class="gain-panel" role="row"><td role="cell" colspan="4">{ effort_panel(view, position, Asked::OfGain) }{ lock_button(view, position, None) }</td></tr>
            }
        </tbody>
    }
}
