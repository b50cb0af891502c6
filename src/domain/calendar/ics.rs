use std::fmt::Write as _;

use super::Date;

/// A day to keep, with reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names the event for good: a file loaded again updates it rather than doubling it. Ends, by
    /// custom, in `@` and a name.
    pub uid: String,
    pub date: Date,
    pub title: String,
    pub description: String,
    /// Reminders: so many days before, at 8 in the morning.
    pub alarms: Vec<u16>,
}

/// A calendar file (RFC 5545) of all-day events. `stamp` is the instant of making it in UTC, RFC
/// 3339, such as `2026-11-24T08:00:00Z`; what cannot be read counts as the beginning of 1970.
pub fn calendar_file(name: &str, events: &[Event], stamp: &str) -> String {
    let stamp = utc(stamp).unwrap_or_else(|| "19700101T000000Z".to_owned());
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", &format!("-//ocop//{}//VI", crate::WRITTEN_BY));
    file.line("CALSCALE", "GREGORIAN");
    file.line("X-WR-CALNAME", &text(name));
    for event in events {
        file.event(event, &stamp);
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// Content lines, folded, each ended by CR LF (RFC 5545, 3.1).
#[derive(Default)]
struct File(String);

impl File {
    fn event(&mut self, event: &Event, stamp: &str) {
        self.line("BEGIN", "VEVENT");
        self.line("UID", &text(&event.uid));
        self.line("DTSTAMP", stamp);
        // No DTEND: an all-day event without one lasts that day (RFC 5545, 3.6.1).
        self.line("DTSTART;VALUE=DATE", &event.date.iso().replace('-', ""));
        self.line("SUMMARY", &text(&event.title));
        if !event.description.is_empty() {
            self.line("DESCRIPTION", &text(&event.description));
        }
        self.line("TRANSP", "TRANSPARENT");
        for days in &event.alarms {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("DESCRIPTION", &text(&event.title));
            self.line("TRIGGER", &trigger(*days));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// One content line, in pieces of at most 75 octets that never split a character; a piece after
    /// the first begins with a space, which counts.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if octets + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text value (RFC 5545, 3.3.11): commas, semicolons, backslashes and line ends escaped, other
/// control characters left out.
fn text(raw: &str) -> String {
    let mut escaped = String::with_capacity(raw.len());
    for letter in raw.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// From the midnight that begins the day: 8 in the morning so many days before.
fn trigger(days: u16) -> String {
    match days {
        0 => "PT8H".to_owned(),
        1 => "-PT16H".to_owned(),
        days => format!("-P{}DT16H", days - 1),
    }
}

/// `2026-11-24T08:00:00.000Z` as `20261124T080000Z`.
fn utc(instant: &str) -> Option<String> {
    let (date, time) = instant.trim().strip_suffix('Z')?.split_once('T')?;
    let date = Date::parse_iso(date)?;
    let time = time.split_once('.').map_or(time, |(seconds, _)| seconds);
    let mut clock = String::new();
    for (part, limit) in time.split(':').zip([24, 60, 60]) {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| part.parse::<u8>().ok()).flatten().filter(|number| *number < limit)?;
        write!(clock, "{number:02}").ok()?;
    }
    let whole = clock.len() == 6 && time.len() == 8;
    whole.then(|| format!("{}T{clock}Z", date.iso().replace('-', "")))
}
