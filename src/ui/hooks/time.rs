use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::adapters::{clock, page};
use crate::domain::calendar::Date;

/// An instant as a clock in Vietnam shows it, `24/11/2026 10:42`; empty if it is none.
pub fn local_time(instant: &str) -> String {
    clock::local(instant).map_or(String::new(), |(day, month, year, hour, minute)| {
        format!("{day:02}/{month:02}/{year} {hour:02}:{minute:02}")
    })
}

/// Today in Vietnam.
pub fn today() -> Date {
    let (year, month, day) = clock::today();
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

/// Today, also where the page stays open over midnight or sleeps for days.
#[hook]
pub fn use_day() -> Date {
    let day = use_state_eq(today);
    {
        let day = day.clone();
        use_effect_with(*day, move |_| {
            let looked = {
                let day = day.clone();
                page::on_return(move || day.set(today()))
            };
            // A timer that is late after a sleep is early enough: the page is looked at again before.
            let midnight = Timeout::new(clock::until_midnight(), move || day.set(today()));
            move || drop((looked, midnight))
        });
    }
    *day
}
