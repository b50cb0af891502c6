//! What the reader sees: pages, components and the hooks that reach the outside.

mod app;

/// Mounts the app in the page.
pub fn run() {
    yew::Renderer::<app::App>::new().render();
}
