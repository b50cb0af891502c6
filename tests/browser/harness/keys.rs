/// Keys that are not characters, as WebDriver writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Backspace,
    Tab,
    Enter,
    Escape,
    Space,
    End,
    Home,
    Left,
    Up,
    Right,
    Down,
    /// Shift and Tab together.
    BackTab,
}

impl Key {
    /// The keys to press, in order; released in reverse.
    pub(super) fn chord(self) -> &'static [char] {
        match self {
            Key::Backspace => &['\u{E003}'],
            Key::Tab => &['\u{E004}'],
            Key::Enter => &['\u{E007}'],
            Key::Escape => &['\u{E00C}'],
            Key::Space => &[' '],
            Key::End => &['\u{E010}'],
            Key::Home => &['\u{E011}'],
            Key::Left => &['\u{E012}'],
            Key::Up => &['\u{E013}'],
            Key::Right => &['\u{E014}'],
            Key::Down => &['\u{E015}'],
            Key::BackTab => &['\u{E008}', '\u{E004}'],
        }
    }
}
