//! What the reader sees.
//!
//! - `app`: the shell around every page, with `header` and `above`. `route`: addresses.
//! - `pages`: one file a page; they read the session and compose components.
//! - `components`: values in, callbacks out.
//! - `hooks`: the only callers of [`crate::adapters`].

#[cfg(feature = "pages")]
mod above;
mod app;
mod components;
mod header;
mod hooks;
mod pages;
mod route;

/// Mounts the app in the page's `#app`.
pub fn run() {
    yew::set_custom_panic_hook(Box::new(|panic| hooks::tell_panic(&panic.to_string())));
    #[cfg(feature = "pages")]
    pages::once_drawable(mount);
    #[cfg(not(feature = "pages"))]
    mount();
}

fn mount() {
    let renderer = match gloo::utils::document().get_element_by_id("app") {
        Some(root) => yew::Renderer::<app::App>::with_root(root),
        None => yew::Renderer::<app::App>::new(),
    };
    let app = renderer.render();
    #[cfg(not(feature = "pages"))]
    hooks::when_yielding(move || app.destroy());
    #[cfg(feature = "pages")]
    drop(app);
}
