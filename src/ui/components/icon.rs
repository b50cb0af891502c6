use yew::prelude::*;

/// The icons of the page: one family, drawn on 24 units with a line of 1.75.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Back,
    Next,
    Down,
    Plus,
    Check,
    Close,
    LockClosed,
    LockOpen,
    Search,
    Info,
    Warning,
    File,
    Open,
    Download,
    Print,
    Share,
    Copy,
    Trash,
    Clock,
    More,
    Book,
    Sheet,
    Camera,
    Edit,
    Sun,
    Moon,
    Way,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Back => "M15 5l-7 7 7 7",
            Icon::Next => "M9 5l7 7-7 7",
            Icon::Down => "M6 9.5l6 6 6-6",
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Check => "M5 12.5l4.5 4.5L19 7.5",
            Icon::Close => "M6 6l12 12M18 6L6 18",
            Icon::LockClosed => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3M12 14.5v2",
            Icon::LockOpen => "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 016.8-1.2M12 14.5v2",
            Icon::Search => "M11 4a7 7 0 100 14 7 7 0 000-14zM16.2 16.2L21 21",
            Icon::Info => "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 11v5.5M12 7.6v.2",
            Icon::Warning => "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.2",
            Icon::File => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
            Icon::Open => "M3.5 19V6h6l2 2.5h9V19zM12 17v-5M9.5 14.2L12 11.7l2.5 2.5",
            Icon::Download => "M12 4v11M7.5 11L12 15.5 16.5 11M5 20h14",
            Icon::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Icon::Share => {
                "M6.5 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM17 4a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM17 15a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8.8 10.8l6-3.1M8.8 13.2l6 3.1"
            }
            Icon::Copy => "M9 8h11v12H9zM15 8V4H4v12h5",
            Icon::Trash => "M5 7h14M9.5 7V4h5v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
            Icon::Clock => "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2",
            Icon::More => "M12 5.5v.2M12 12v.2M12 18.5v.2",
            Icon::Book => "M12 6.5C10 5 7 4.5 4 4.5v14c3 0 6 .5 8 2 2-1.5 5-2 8-2v-14c-3 0-6 .5-8 2zM12 6.5v14",
            Icon::Sheet => "M4 5h16v14H4zM4 9.5h16M4 14.2h16M9.5 9.5V19",
            Icon::Camera => "M4 8h3.5l1.5-2.5h6L16.5 8H20v11H4zM12 10.2a3.3 3.3 0 100 6.6 3.3 3.3 0 000-6.6z",
            Icon::Edit => "M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3",
            Icon::Sun => {
                "M12 8a4 4 0 100 8 4 4 0 000-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M18.4 5.6l-1 1M6.6 17.4l-1 1"
            }
            Icon::Moon => "M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10z",
            Icon::Way => "M5 20c6 0 3-8 8-8s3-8 8-8M17 2.5L21 4l-1.5 4",
        }
    }
}

/// An icon beside words that say the same: hidden from screen readers.
pub fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={icon.path()} /></svg>
    }
}

/// The mark of the page: a star that grows out of a leaf.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="mark-leaf" d="M16 30C7 27.5 3.5 20 5 11c5 .6 9 3.6 11 8.4C18 14.6 22 11.600 27 11c1.500 9-2 16.500-11 19z" />
            <path class="mark-star" d="M16 1.500l2.500 5.200 5.700.7-4.200 3.900 1.100 5.600L16 14.100l-5.100 2.800 1.100-5.600-4.200-3.900 5.700-.7z" />
        </svg>
    }
}
