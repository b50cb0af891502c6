//! Time and fresh ids, for whoever may not ask for them itself.

use js_sys::{Date, Math};

/// This instant in UTC, RFC 3339.
pub fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// Vietnam keeps UTC+7 all year. Days and times are its own, wherever the device says that it is: the papers, the
/// offices and every last day are there, and one day has one date in the whole page.
const VIETNAM_MS: f64 = 7.0 * 3_600_000.0;

/// What a clock in Vietnam shows at an instant: read by the parts of UTC.
fn in_vietnam(instant: &Date) -> Date {
    Date::new(&(instant.get_time() + VIETNAM_MS).into())
}

/// Today in Vietnam: year, month 1-12, day 1-31.
pub fn today() -> (i32, u8, u8) {
    let date = in_vietnam(&Date::new_0());
    (date.get_utc_full_year() as i32, date.get_utc_month() as u8 + 1, date.get_utc_date() as u8)
}

/// Milliseconds until the day changes in Vietnam, and a second more.
pub fn until_midnight() -> u32 {
    let now = in_vietnam(&Date::new_0());
    let minutes = now.get_utc_hours() * 60 + now.get_utc_minutes();
    (24 * 60 - minutes.min(24 * 60)) * 60_000 - now.get_utc_seconds().min(59) * 1_000 + 1_000
}

/// The time in Vietnam, `10:42`.
pub fn local_time() -> String {
    let date = in_vietnam(&Date::new_0());
    format!("{:02}:{:02}", date.get_utc_hours(), date.get_utc_minutes())
}

/// An instant (RFC 3339) as a clock in Vietnam shows it: day, month, year, hours, minutes. `None` if
/// it is no instant.
pub fn local(instant: &str) -> Option<(u32, u32, u32, u32, u32)> {
    let date = Date::new(&instant.into());
    if date.get_time().is_nan() {
        return None;
    }
    let date = in_vietnam(&date);
    let (day, month, year) = (date.get_utc_date(), date.get_utc_month() + 1, date.get_utc_full_year());
    Some((day, month, year, date.get_utc_hours(), date.get_utc_minutes()))
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
