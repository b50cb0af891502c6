use yew::prelude::*;

use crate::adapters::clock;
use crate::domain::calendar::Date;

/// An instant as the reader's wall shows it, `24/11/2026 10:42`; empty if it is none.
pub fn local_time(instant: &str) -> String {
    clock::local(instant).map_or(String::new(), |(day, month, year, hour, minute)| {
        format!("{day:02}/{month:02}/{year} {hour:02}:{minute:02}")
    })
}

/// Today on the reader's wall.
pub fn today() -> Date {
    let (year, month, day) = clock::today();
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

/// Today, as it was when the page was drawn first.
#[hook]
pub fn use_day() -> Date {
    *use_memo((), |()| today())
}
