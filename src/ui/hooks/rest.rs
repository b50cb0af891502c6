use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Does something once this has not changed for a moment.
#[hook]
pub fn use_rest<T: PartialEq + 'static>(of: T, then: Option<Callback<()>>) {
    const PAUSE: u32 = 300;
    use_effect_with(of, move |_| {
        let timer = then.map(|then| Timeout::new(PAUSE, move || then.emit(())));
        move || drop(timer)
    });
}
