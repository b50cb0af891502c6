use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::outputs::remember_output;
use crate::adapters::page::Sheet;
use crate::adapters::{frames, page};
use crate::domain::dossier::Dossier;
use crate::domain::forms::{Stamp, page_foot, part_foot};

/// Puts a stamp at the foot of every page that is printed while the component is shown, and the number of the part above,
/// where there are several.
#[hook]
pub fn use_page_foot(stamp: &Stamp, part: Option<usize>) {
    use_effect_with((stamp.clone(), part), |(stamp, part)| {
        let foot = Sheet::add(&part.map_or_else(|| page_foot(stamp), |part| part_foot(stamp, part)));
        // Where every page has it, the end of a form says it a second time.
        let once = foot.took("bottom-center").then(|| Sheet::add("@media print{.stamp{display:none}}"));
        move || drop((foot, once))
    });
}

/// Prints a dossier with its stamp; `false` where the browser cannot. Only what goes to an office is
/// remembered.
pub fn print_dossier(dossier: &Dossier, stamp: &Stamp) -> bool {
    let printed = page::print();
    if printed {
        remember_output(dossier, "print", stamp);
    }
    printed
}

/// Opens the browser's print dialog once what was just changed is drawn; tells whether there is one.
pub fn print_drawn(done: impl FnOnce(bool) + 'static) {
    spawn_local(async {
        frames::drawn().await;
        done(page::print());
    });
}

/// Tells when something is about to be printed and when it was, from the page or from the browser's own menu.
#[hook]
pub fn use_printing(tell: impl Fn(bool) + 'static) {
    use_effect_with((), move |()| {
        let listeners = page::on_printing(tell);
        move || drop(listeners)
    });
}
