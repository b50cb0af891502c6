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
