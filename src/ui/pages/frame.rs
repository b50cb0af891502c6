use std::rc::Rc;

use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::ui::components::{StarBarProps, action_bar, star_bar};
use crate::ui::hooks::{rating_of, use_app};

#[derive(Properties, PartialEq)]
pub struct FrameProps {
    pub dossier: Rc<Dossier>,
    /// Extra classes of the page.
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
    /// Whether the applicant's own stars are kept from those who score.
    #[prop_or_default]
    pub blind: bool,
    /// What stands in the bar at the thumb.
    #[prop_or_default]
    pub actions: Html,
}

/// The frame of every page of a dossier: the star bar on top, the page, the actions at the thumb.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let app = use_app();
    let rating = rating_of(&props.dossier);
    let begun = rating.answered > 0;
    html! {
        <>
            if !props.blind {
                { star_bar(&StarBarProps { rating: (*rating).clone(), t: app.t(), begun, held: props.dossier.held_star() }) }
            }
            <main class={classes!("page", props.class.clone())}>{ props.children.clone() }</main>
            if props.actions != Html::default() {
                { action_bar(props.actions.clone()) }
            }
        </>
    }
}
