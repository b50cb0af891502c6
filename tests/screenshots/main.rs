//! Pictures of every page, for people to look at: `make screenshots`, or some of them with
//! `make screenshots ONLY=result`. They go into `screenshots/`, which git leaves out.
//!
//! Each page at phone and desktop size, light and dark: what is seen first, and the whole length.

#[allow(dead_code, unused_imports, reason = "pictures need less of the harness than tests do")]
#[path = "../browser/harness/mod.rs"]
mod harness;

use std::path::Path;

use harness::{Browser, PAGES, Site, Size};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let only = std::env::var("ONLY").unwrap_or_default();
    let site = Site::of_the_build();
    let mut count = 0;
    for (size, size_name) in [(Size::Phone, "phone"), (Size::Desktop, "desktop")] {
        let browser = Browser::open(&site.url(""), size);
        let mut take = |name: &str, address: &str| {
            if !name.contains(&only) {
                return;
            }
            browser.follow(address);
            for (dark, ground) in [(false, "light"), (true, "dark")] {
                browser.set_dark(dark);
                browser.wait_still();
                let file = |part: &str| root.join(format!("screenshots/{name}-{size_name}-{ground}{part}.png"));
                browser.screenshot(&file(""));
                browser.screenshot_whole(&file("-whole"), size);
                count += 2;
            }
        };
        take("home-empty", "#/");
        let id = browser.keep_products();
        for (name, address) in PAGES {
            take(name, &address.replace("{id}", &id));
        }
        println!("    {size_name}: done");
    }
    println!("    {count} pictures in screenshots/");
}
