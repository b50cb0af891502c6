use gloo::timers::callback::Timeout;
use yew::prelude::*;

#[cfg(feature = "pages")]
use super::returning;
use crate::adapters::{address, frames, page};
use crate::ui::route::Route;

/// The route of the address bar, following it. After each arrival the focus goes to the page's
/// heading, where keyboards and screen readers go on; a spot within a page takes it by itself, and who
/// is quicker than the drawing and has gone to a field or a link of the new page is left there. Who comes
/// back finds the page as it was left (the first program's pages are not long enough for that).
#[hook]
pub fn use_route() -> Route {
    // What had the focus on the page before.
    let left = use_mut_ref(|| None);
    // How this page was left, for who comes back to it.
    #[cfg(feature = "pages")]
    let returns = use_mut_ref(|| None);
    let place = use_state_eq(|| (Route::parse(&address::fragment()), 0_u32));
    {
        let place = place.clone();
        let (arrivals, left) = (use_mut_ref(|| 0_u32), left.clone());
        #[cfg(feature = "pages")]
        let returns = returns.clone();
        use_effect_with((), move |()| {
            let drawn = place.0.clone();
            #[cfg(feature = "pages")]
            let journey = returning::Journey::begin();
            let arrive = move || {
                let route = Route::parse(&address::fragment());
                #[cfg(feature = "pages")]
                let is_return = {
                    returns.replace(journey.go_on());
                    returns.borrow().is_some()
                };
                #[cfg(not(feature = "pages"))]
                let is_return = false;
                *arrivals.borrow_mut() += 1;
                *left.borrow_mut() = page::focused();
                // Before it is drawn: the effect below may come some frames later, and the page would be seen where the
                // one before was left.
                if !is_return && !route.names_spot() {
                    page::scroll_to_top();
                }
                place.set((route, *arrivals.borrow()));
            };
            // Between the first drawing and this somebody may have gone on.
            if Route::parse(&address::fragment()) != drawn {
                arrive();
            }
            let listener = address::on_change(arrive);
            move || drop(listener)
        });
    }
    // An effect comes when the new page is drawn; the event itself may come before.
    use_effect_with((*place).clone(), move |(route, arrivals)| {
        #[cfg(feature = "pages")]
        if let Some(was) = returns.take() {
            return returning::put_back(was);
        }
        if *arrivals > 0 && !route.names_spot() {
            frames::soon(move || {
                if page::focused().is_some_and(|focused| Some(focused) != *left.borrow()) {
                    return;
                }
                page::scroll_to_top();
                page::focus("page-title");
            });
        }
    });
    place.0.clone()
}

/// Where the reader is at this moment, for what ends later than it was begun.
#[cfg(feature = "pages")]
pub fn route_now() -> Route {
    Route::parse(&address::fragment())
}

/// Goes to a page.
pub fn go(route: &Route) {
    address::go(&route.href());
}

/// Goes to a page that takes the place of this one in the history.
pub fn replace_route(route: &Route) {
    address::replace(&route.href());
}

/// Writes into the address what the page shows, once nothing more comes for a moment: a text that is
/// typed changes with each letter, and browsers allow an address few changes. Who has gone on meanwhile is not taken
/// back: the word that the address is another comes later than the address.
#[hook]
pub fn use_calm_address() -> Callback<Route> {
    const PAUSE: u32 = 400;
    let waiting = use_mut_ref(|| None::<Timeout>);
    use_callback((), move |route: Route, ()| {
        let here = address::fragment();
        let write = move || {
            if address::fragment() == here {
                write_route(&route);
            }
        };
        waiting.replace(Some(Timeout::new(PAUSE, write)));
    })
}

/// Writes into the address what the page shows.
pub fn write_route(route: &Route) {
    address::rewrite(&route.href());
}

/// Goes back to where the reader came from, or to this page where that is nowhere.
pub fn go_back(otherwise: &Route) {
    if !address::back() {
        go(otherwise);
    }
}

/// Moves the focus to the page's heading.
pub fn focus_title() {
    page::focus("page-title");
}
