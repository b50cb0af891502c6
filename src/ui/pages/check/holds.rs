use crate::domain::dossier::{Dossier, Holding};
use crate::domain::forms::{content_code, handed_in};
use crate::words::Words;

/// What the ways out of a dossier hold, counted before anything is made.
pub struct Holds {
    /// Papers at hand, and those of them without a photo or scan.
    papers: usize,
    without_file: usize,
    /// Papers still to be got: in the working copy alone.
    to_get: usize,
    /// Photos and scans of papers at hand, and of all papers.
    files: usize,
    all_files: usize,
    /// Papers that were written here: signed, and all that are begun.
    written: usize,
    all_written: usize,
    pub code: String,
}

impl Holds {
    pub fn of(dossier: &Dossier) -> Holds {
        let at_hand = || dossier.papers.iter().filter(|paper| paper.holding == Holding::Have);
        let papers = at_hand().count();
        Holds {
            papers,
            without_file: at_hand().filter(|paper| paper.attachments.is_empty()).count(),
            to_get: dossier.papers.len() - papers,
            files: at_hand().map(|paper| paper.attachments.len()).sum(),
            all_files: dossier.papers.iter().map(|paper| paper.attachments.len()).sum(),
            written: handed_in(dossier).writings.len(),
            all_written: dossier.writings.len(),
            code: content_code(dossier),
        }
    }

    /// The electronic set.
    pub fn archive(&self, t: &Words) -> Vec<String> {
        let mut lines = vec![
            t.output.forms_word.to_owned(),
            t.output.bound_holds.to_owned(),
            t.output.data.to_owned(),
            t.output.list.to_owned(),
        ];
        lines.push(format!("{}, {}", t.output.papers.of(self.papers), t.output.files.of(self.files)));
        if self.without_file > 0 {
            lines.push(t.output.without_file.of(self.without_file));
        }
        self.written(t, self.written, &mut lines);
        self.end(t, lines)
    }

    /// The bound file.
    pub fn bound(&self, t: &Words) -> Vec<String> {
        let mut lines = vec![t.output.bound_holds.to_owned(), t.output.forms.to_owned()];
        lines.push(format!("{}, {}", t.output.papers.of(self.papers), t.output.files.of(self.files)));
        if self.without_file > 0 {
            lines.push(t.output.without_file.of(self.without_file));
        }
        self.written(t, self.written, &mut lines);
        self.end(t, lines)
    }

    /// Both forms, with the list of papers in the second.
    pub fn forms(&self, t: &Words) -> Vec<String> {
        let lines =
            vec![t.output.forms.to_owned(), format!("{}. {}", t.output.papers.of(self.papers), t.output.no_files)];
        self.end(t, lines)
    }

    /// The forms with the dossier's data, in one file.
    pub fn copy(&self, t: &Words) -> Vec<String> {
        let mut lines = self.forms(t);
        lines.insert(1, t.output.data.to_owned());
        lines
    }

    /// Everything with the photos.
    pub fn work(&self, t: &Words) -> Vec<String> {
        let mut lines = vec![t.output.all_data.to_owned(), t.output.files.of(self.all_files)];
        self.written(t, self.all_written, &mut lines);
        lines
    }

    /// Everything without the photos.
    pub fn data(&self, t: &Words) -> Vec<String> {
        vec![t.output.all_data.to_owned(), t.output.no_files.to_owned()]
    }

    fn written(&self, t: &Words, count: usize, lines: &mut Vec<String>) {
        if count > 0 {
            lines.push(t.output.written.of(count));
        }
    }

    fn end(&self, t: &Words, mut lines: Vec<String>) -> Vec<String> {
        if self.to_get > 0 {
            lines.push(t.output.to_get.of(self.to_get));
        }
        lines.push(t.output.stamped.code(&self.code));
        lines
    }
}
