//! Reads calendar files back with a parser that is not ours.

use icalendar::parser::{Component, read_calendar, unfold};
use ocop::domain::calendar::{Date, Event, calendar_file};
use proptest::prelude::*;

const STAMP: &str = "2026-11-24T08:05:09.123Z";

fn event(title: &str, description: &str) -> Event {
    Event {
        uid: "round-2027-1@ocop".to_owned(),
        date: Date::new(2027, 4, 8).expect("a day"),
        title: title.to_owned(),
        description: description.to_owned(),
        alarms: vec![30, 7, 1, 0],
    }
}

fn value(component: &Component, name: &str) -> String {
    component.find_prop(name).map(|property| property.val.as_ref().to_owned()).unwrap_or_default()
}

#[test]
fn a_calendar_reads_the_events_with_their_alarms() {
    let second = Event { uid: "end@ocop".to_owned(), alarms: Vec::new(), ..event("Hết hạn", "") };
    let file = calendar_file("OCOP: Trà Shan", &[event("Nộp hồ sơ cho xã", "Đợt 1"), second], STAMP);
    let file = unfold(&file);
    let calendar = read_calendar(&file).expect("a calendar");
    assert_eq!(
        calendar.properties.iter().find(|property| property.name == "VERSION").map(|p| p.val.as_ref()),
        Some("2.0")
    );
    let [first, second] = calendar.components.as_slice() else { panic!("two events") };
    assert_eq!(first.name, "VEVENT");
    assert_eq!(value(first, "UID"), "round-2027-1@ocop");
    assert_eq!(value(first, "DTSTAMP"), "20261124T080509Z");
    assert_eq!(value(first, "DTSTART"), "20270408");
    assert_eq!(value(first, "SUMMARY"), "Nộp hồ sơ cho xã");
    assert_eq!(value(first, "DESCRIPTION"), "Đợt 1");
    let start = first.find_prop("DTSTART").expect("a start");
    assert!(
        start
            .params
            .iter()
            .any(|param| param.key == "VALUE" && param.val.as_ref().is_some_and(|val| val.as_ref() == "DATE"))
    );

    let alarms: Vec<String> = first.components.iter().map(|alarm| value(alarm, "TRIGGER")).collect();
    assert_eq!(alarms, ["-P29DT16H", "-P6DT16H", "-PT16H", "PT8H"]);
    for alarm in &first.components {
        assert_eq!((alarm.name.as_ref(), value(alarm, "ACTION")), ("VALARM", "DISPLAY".to_owned()));
        assert_eq!(value(alarm, "DESCRIPTION"), "Nộp hồ sơ cho xã");
    }
    assert!(second.components.is_empty());
    assert_eq!(second.find_prop("DESCRIPTION"), None);
}

#[test]
fn a_stamp_that_cannot_be_read_is_still_a_stamp() {
    for stamp in [
        "",
        "yesterday",
        "2026-11-24",
        "2026-02-30T00:00:00Z",
        "2026-11-24T24:00:00Z",
        "2026-11-24T08:00Z",
        "2026-11-24T08:00:00+07:00",
        "2026-11-24T+8:00:00Z",
    ] {
        assert!(calendar_file("", &[event("a", "")], stamp).contains("DTSTAMP:19700101T000000Z\r\n"), "{stamp}");
    }
}

#[test]
fn no_text_can_break_out_of_its_line() {
    let file = calendar_file("x", &[event("a\r\nEND:VEVENT\rBEGIN:VEVENT\nX:1", "\u{0}\u{7}b")], STAMP);
    assert!(file.contains("SUMMARY:a\\nEND:VEVENT\\nBEGIN:VEVENT\\nX:1\r\n"));
    assert_eq!(file.matches("\r\nBEGIN:VEVENT").count(), 1);
    assert!(file.contains("DESCRIPTION:b\r\n"));
}

proptest! {
    #[test]
    fn any_text_comes_back_and_no_line_is_too_long(
        title in "[a-zà-ỹĐ🍵 ,;:\\\\\"\n]{0,120}",
        description in "\\PC{0,300}",
    ) {
        let file = calendar_file(&title, &[event(&title, &description)], STAMP);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));

        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded).map_err(TestCaseError::fail)?;
        prop_assert_eq!(calendar.components.len(), 1);
        let event = &calendar.components[0];
        prop_assert_eq!(value(event, "SUMMARY"), title);
        prop_assert_eq!(value(event, "DESCRIPTION"), description);
    }
}
