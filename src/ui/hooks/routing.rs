use yew::prelude::*;

use crate::adapters::{address, page, updates};
use crate::ui::route::Route;

/// The route of the address bar, following it. After a change the focus goes to the new page's
/// heading, where keyboards and screen readers go on.
#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(|| Route::parse(&address::fragment()));
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = address::on_change(move || {
                route.set(Route::parse(&address::fragment()));
                updates::soon(|| {
                    page::scroll_to_top();
                    page::focus("page-title");
                });
            });
            move || drop(listener)
        });
    }
    (*route).clone()
}

/// Goes to a page.
pub fn go(route: &Route) {
    address::go(&route.href());
}

/// Goes to a page that takes the place of this one in the history.
pub fn replace_route(route: &Route) {
    address::replace(&route.href());
}

/// Moves the focus to the page's heading.
pub fn focus_title() {
    page::focus("page-title");
}

/// Moves the focus to an element that is about to be drawn, after a change of page has moved it to
/// the heading.
pub fn focus_soon(id: String) {
    updates::soon(move || updates::soon(move || page::focus(&id)));
}
