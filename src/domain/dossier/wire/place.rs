use std::fmt;

use crate::domain::decision::Language;

/// Where in a file: a JSON pointer (RFC 6901), such as `/answers/1.1/level`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place(String);

/// Keys of a hostile file are shortened to this many characters in a place.
const MAX_KEY: usize = 60;

impl Place {
    /// The whole file.
    pub fn root() -> Place {
        Place::default()
    }

    /// What stands under a key of an object here.
    pub fn key(&self, key: &str) -> Place {
        Place(format!("{}/{}", self.0, shortened(key, MAX_KEY).replace('~', "~0").replace('/', "~1")))
    }

    /// What stands at an index of a list here.
    pub fn index(&self, index: usize) -> Place {
        Place(format!("{}/{index}", self.0))
    }

    /// The JSON pointer.
    pub fn pointer(&self) -> &str {
        &self.0
    }

    /// The place in words: the criterion or the paper where it is in one, else the pointer.
    pub fn words(&self, language: Language) -> String {
        let mut steps = self.0.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"));
        let (first, second) = (steps.next().unwrap_or_default(), steps.next());
        let vi = language == Language::Vi;
        match (first.as_str(), second) {
            ("answers" | "declarations" | "exemptions", Some(code)) if code != "dossier" => match vi {
                true => format!("tiêu chí {code} ({self})"),
                false => format!("criterion {code} ({self})"),
            },
            ("papers", Some(index)) => {
                let number = index.parse::<usize>().unwrap_or(0).saturating_add(1);
                match vi {
                    true => format!("giấy tờ thứ {number} ({self})"),
                    false => format!("paper {number} ({self})"),
                }
            }
            ("", _) => String::from(if vi { "đầu tệp" } else { "the top of the file" }),
            _ => self.0.clone(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// At most so many characters of a text, with an ellipsis where some were left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
