//! The single file against the same pages served from a folder of this machine, with the processor of the phone.

use std::path::Path;

use crate::first::{FIRST, FIRST_FIELD};
use crate::harness::{Browser, Site, Size};
use crate::phone::{compare, number, slow_processor, tell, usable, watch};

const VISITS: usize = 5;

pub fn against_a_folder(folder: &Path) {
    let (mut file, mut pages) = (Vec::new(), Vec::new());
    let single = format!("file://{}", folder.join("ocop.html").display());
    for _ in 0..VISITS {
        let site = Site::serve(folder, "/ocop/");
        for (times, address) in [(&mut pages, site.url(FIRST)), (&mut file, format!("{single}{FIRST}"))] {
            let browser = Browser::start(Size::Phone);
            watch(&browser, FIRST_FIELD);
            slow_processor(&browser);
            browser.goto(&address);
            // Where the field is there before the app: when both are.
            let app = number(&browser, "the app", "window.programsAt[0]");
            times.push(usable(&browser).max(app));
        }
    }
    compare("single file, first question, against a folder", &file, &pages, 1.5);
    tell("the single file", &file);
    tell("the folder", &pages);
}
