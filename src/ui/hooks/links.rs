use crate::adapters::{address, clock, files};
use crate::domain::calendar::{Event, calendar_file};
use crate::domain::dossier::Dossier;
use crate::domain::forms::file_name;
use crate::office::qr_svg;
use crate::ui::route::Route;

/// Downloads days to keep as a calendar file of this name.
pub fn download_calendar(dossier: &Dossier, name: &str, events: &[Event]) {
    let now = clock::now();
    let (year, month, day) = clock::today();
    let file = file_name(dossier, &format!("{year}-{month:02}-{day:02}"), "ics");
    files::download(&file, "text/calendar;charset=utf-8", calendar_file(name, events, &now).as_bytes());
}

/// Downloads the days of many products as one calendar file.
pub fn download_all_calendar(name: &str, events: &[Event]) {
    let now = clock::now();
    let (year, month, day) = clock::today();
    let file = format!("ocop-{year}-{month:02}-{day:02}.ics");
    files::download(&file, "text/calendar;charset=utf-8", calendar_file(name, events, &now).as_bytes());
}

/// The whole address of a page, for links that leave the device.
pub fn link_to(route: &Route) -> String {
    address::with_fragment(&route.href())
}

/// A text as a QR code in SVG; nothing where it does not fit.
pub fn qr_code(text: &str) -> Option<String> {
    qr_svg(text).ok()
}

/// Whether an address leads to the page from another device: not from a file, this machine or its own network.
pub fn leads(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else { return false };
    let host = rest.split(['/', '#', '?']).next().unwrap_or_default();
    // An address of six in brackets is no name that anybody publishes a page under.
    let name = host.split(':').next().unwrap_or_default();
    let parts: Vec<&str> = name.split('.').collect();
    let numbers: Option<Vec<u8>> = parts.iter().map(|part| part.parse().ok()).collect();
    let near = match numbers.as_deref() {
        Some([127 | 10, ..] | [192, 168, ..] | [169, 254, ..] | [0, ..]) => true,
        Some([172, second, ..]) => (16..32).contains(second),
        _ => parts.len() < 2 || matches!(parts.last(), Some(&("local" | "localhost" | "lan" | "internal"))),
    };
    matches!(scheme, "http" | "https") && !near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(link: &str, expected: bool) {
        assert_eq!(leads(link), expected, "{link}");
    }

    #[test]
    fn only_an_address_that_others_can_open_is_given_away() {
        check("https://ocop.example/#/s/1AB", true);
        check("http://ocop.example:8080/so/ocop/#/s/1AB", true);
        check("https://203.0.113.7/#/s/1AB", true);
        check("https://172.32.0.1/#/s/1AB", true);
        for host in [
            "127.0.0.1:4173",
            "localhost",
            "ocop.localhost:80",
            "192.168.1.20:8000",
            "10.0.0.4",
            "172.16.0.1",
            "172.31.255.1",
            "169.254.7.7",
            "[::1]:4173",
            "may-ke-toan",
            "may-ke-toan.local",
        ] {
            check(&format!("http://{host}/ocop/#/s/1AB"), false);
        }
        check("file:///sdcard/Download/ocop.html#/s/1AB", false);
        check("content://downloads/ocop.html#/s/1AB", false);
        check("", false);
    }
}
