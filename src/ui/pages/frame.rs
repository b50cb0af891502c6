use std::rc::Rc;

use yew::prelude::*;

use super::council::blind_text;
use crate::domain::dossier::Dossier;
use crate::ui::components::{Icon, StarBarProps, action_bar, icon, star_bar};
use crate::ui::hooks::{rating_of, use_app};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct FrameProps {
    pub dossier: Rc<Dossier>,
    /// Extra classes of the page.
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
    /// Whether the page itself tells why the applicant's own stars are kept from those who score, or what the council came
    /// to: the applicant's own above it would be taken for that.
    #[prop_or_default]
    pub blind: bool,
    /// What stands in the bar at the thumb.
    #[prop_or_default]
    pub actions: Html,
}

/// The frame of every page of a dossier: the star bar on top, the page, the actions at the thumb. While sheets of
/// scorers are awaited, the bar says that instead of the stars.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let app = use_app();
    let rating = rating_of(&props.dossier);
    let begun = rating.answered > 0;
    let awaited = blind_text(&props.dossier, app.t());
    html! {
        <>
            if let Some(text) = awaited.filter(|_| !props.blind) {
                <section class="star-bar" aria-label={app.t().council.title}>
                    <p class="star-bar-why">{ icon(Icon::LockClosed) }
                        <a href={Route::dossier(&props.dossier.id, Page::Council).href()}>{ text }</a></p>
                </section>
            } else if !props.blind {
                { star_bar(&StarBarProps { rating: (*rating).clone(), t: app.t(), begun, held: props.dossier.held_star(), set: props.dossier.set() }) }
            }
            <main class={classes!("page", props.class.clone())}>{ props.children.clone() }</main>
            if props.actions != Html::default() {
                { action_bar(props.actions.clone()) }
            }
        </>
    }
}
