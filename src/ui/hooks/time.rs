use crate::adapters::clock;

/// An instant as the reader's wall shows it, `24/11/2026 10:42`; empty if it is none.
pub fn local_time(instant: &str) -> String {
    clock::local(instant).map_or(String::new(), |(day, month, year, hour, minute)| {
        format!("{day:02}/{month:02}/{year} {hour:02}:{minute:02}")
    })
}
