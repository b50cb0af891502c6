use std::fmt;

use crate::domain::decision::Language;

/// Where in a file: a JSON pointer (RFC 6901), such as `/answers/1.1/level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pointer: String,
    /// The keys that lead here, each whole; `None` in an entry of a list that has no id.
    path: Option<Vec<String>>,
}

/// Keys of a hostile file are shortened to this many characters in a place.
const MAX_KEY: usize = 60;

impl Place {
    /// The whole file.
    pub fn root() -> Place {
        Place { pointer: String::new(), path: Some(Vec::new()) }
    }

    /// What stands under a key of an object here.
    pub fn key(&self, key: &str) -> Place {
        let pointer = format!("{}/{}", self.pointer, shortened(key, MAX_KEY).replace('~', "~0").replace('/', "~1"));
        Place { pointer, path: self.path.as_ref().map(|path| path.iter().cloned().chain([key.to_owned()]).collect()) }
    }

    /// What stands at an index of a list here.
    pub fn index(&self, index: usize) -> Place {
        Place { pointer: format!("{}/{index}", self.pointer), path: None }
    }

    /// The same place, which is the entry of this id in a list at the other place.
    pub(super) fn called(self, list: &Place, id: &str) -> Place {
        Place { path: list.key(id).path, ..self }
    }

    pub(super) fn path(&self) -> Option<&[String]> {
        self.path.as_deref()
    }

    /// The JSON pointer.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The place in words: the criterion, the paper or the figure of the rating where it is one, else the pointer.
    pub fn words(&self, language: Language) -> String {
        let mut steps = self.pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"));
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
            ("corrections", Some(index)) => {
                let number = index.parse::<usize>().unwrap_or(0).saturating_add(1);
                match vi {
                    true => format!("yêu cầu thứ {number} ({self})"),
                    false => format!("correction {number} ({self})"),
                }
            }
            ("corrections", None) => {
                String::from(if vi { "danh sách yêu cầu của xã" } else { "the corrections" })
            }
            ("rating", of) => rated(of.as_deref(), steps.next().as_deref(), vi),
            ("", _) => String::from(if vi { "đầu tệp" } else { "the top of the file" }),
            _ => self.pointer.clone(),
        }
    }
}

/// What of a rating stands in a file: nobody reads of it by its keys.
fn rated(of: Option<&str>, inner: Option<&str>, vi: bool) -> String {
    let (vietnamese, english) = match (of.unwrap_or_default(), inner) {
        ("total", _) => ("tổng điểm", "the points"),
        ("star", _) => ("số sao", "the star"),
        ("star_by_points", _) => ("sao theo điểm", "the star by points alone"),
        ("parts", Some(part)) => {
            return if vi { format!("điểm phần {part}") } else { format!("the points of part {part}") };
        }
        ("parts", None) => ("điểm từng phần", "the points of each part"),
        ("unmet", Some(star)) => {
            let (vietnamese, english) = ("tiêu chí còn thiếu để đạt", "the minimums not met for");
            return if vi { format!("{vietnamese} {star} sao") } else { format!("{english} {star} stars") };
        }
        ("unmet", None) => ("tiêu chí còn thiếu", "the minimums not met"),
        ("knocked_out", _) => ("điều làm dừng đánh giá", "what ends the evaluation"),
        ("best", Some("total")) => ("điểm cao nhất còn có thể đạt", "the most points still possible"),
        ("best", Some("star")) => ("sao cao nhất còn có thể đạt", "the highest star still possible"),
        ("best", _) => ("mức cao nhất còn có thể đạt", "the best that is still possible"),
        ("", _) => ("phần kết quả", "the rating"),
        (other, _) => {
            return if vi { format!("phần kết quả, mục {other}") } else { format!("the rating, {other}") };
        }
    };
    String::from(if vi { vietnamese } else { english })
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.pointer)
    }
}

/// At most so many characters of a text, with an ellipsis where some were left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
