//! Mounts the app in the page.

fn main() {
    ocop::ui::run();
}
