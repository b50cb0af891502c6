use std::collections::BTreeMap;

/// What the applicant wrote into one template of a paper of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writing {
    /// By the key of the question, as typed.
    pub answers: BTreeMap<String, String>,
    /// The applicant read it through as it now stands.
    pub checked: bool,
    /// The id of the paper in the one list that it became once it was signed; empty: not signed.
    pub paper: String,
    /// The code of the text that was signed; empty: not signed, or by an older version that kept none.
    pub signed: String,
}

/// Writings by the key of their template.
pub type Writings = BTreeMap<String, Writing>;

impl Writing {
    pub fn answer(&self, key: &str) -> &str {
        self.answers.get(key).map_or("", |text| text.trim())
    }

    /// Keeps an answer as it was typed; an empty one is forgotten. What is changed was not read through.
    pub fn write(&mut self, key: &str, text: String) {
        if self.answers.get(key).map_or("", String::as_str) == text {
            return;
        }
        self.checked = false;
        if text.is_empty() {
            self.answers.remove(key);
        } else {
            self.answers.insert(key.to_owned(), text);
        }
    }

    pub fn is_blank(&self) -> bool {
        *self == Writing::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_changed_is_to_be_read_through_again() {
        let mut writing = Writing { checked: true, ..Writing::default() };
        writing.write("a", String::new());
        assert!(writing.checked, "nothing was changed");
        writing.write("a", "Một".into());
        assert!(!writing.checked);
        assert_eq!(writing.answer("a"), "Một");
        writing.write("a", String::new());
        assert!(writing.is_blank());
    }
}
