//! Time and fresh ids, for whoever may not ask for them itself.

use js_sys::{Date, Math};

/// This instant in UTC, RFC 3339.
pub fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// Today on the reader's wall: year, month 1-12, day 1-31.
pub fn today() -> (i32, u8, u8) {
    let date = Date::new_0();
    (date.get_full_year() as i32, date.get_month() as u8 + 1, date.get_date() as u8)
}

/// Milliseconds until the day changes on the reader's wall, and a second more.
pub fn until_midnight() -> u32 {
    let now = Date::new_0();
    let minutes = now.get_hours() * 60 + now.get_minutes();
    (24 * 60 - minutes.min(24 * 60)) * 60_000 - now.get_seconds().min(59) * 1_000 + 1_000
}

/// The time on the reader's wall, `10:42`.
pub fn local_time() -> String {
    let date = Date::new_0();
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// An instant (RFC 3339) as the reader's wall shows it: day, month, year, hours, minutes. `None` if
/// it is no instant.
pub fn local(instant: &str) -> Option<(u32, u32, u32, u32, u32)> {
    let date = Date::new(&instant.into());
    if date.get_time().is_nan() {
        return None;
    }
    Some((date.get_date(), date.get_month() + 1, date.get_full_year(), date.get_hours(), date.get_minutes()))
}

/// Seconds since 1970 of an instant (RFC 3339); `None` if it is none.
pub fn seconds(instant: &str) -> Option<i64> {
    let milliseconds = Date::parse(instant);
    (!milliseconds.is_nan()).then_some((milliseconds / 1000.0) as i64)
}

/// An id that is not used yet on this device: 12 letters and digits.
pub fn fresh_id() -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..12).map(|_| char::from(DIGITS[(Math::random() * 32.0) as usize % 32])).collect()
}
