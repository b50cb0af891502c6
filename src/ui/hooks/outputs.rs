use yew::prelude::*;

use crate::adapters::storage;
use crate::domain::dossier::Dossier;
use crate::domain::forms::Stamp;

/// What was made of dossiers on this device, a line each: id, code, what, when.
const OUTPUTS: &str = "outputs";

/// The most of them.
const MOST: usize = 60;

/// A file or print that was made of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub code: String,
    /// `zip`, `docx`, `html`, `print`.
    pub what: String,
    /// As on its pages: "09:05 ngày 26/11/2026".
    pub at: String,
}

/// Remembers that something was made, in the place of an older one of its kind.
pub(super) fn remember_output(dossier: &Dossier, what: &str, stamp: &Stamp) {
    let told = storage::setting(OUTPUTS).unwrap_or_default();
    let same = format!("{}\t", dossier.id);
    let of_kind = |line: &&str| line.starts_with(&same) && line.split('\t').nth(2) == Some(what);
    let mut lines: Vec<String> = told.lines().filter(|line| !of_kind(line)).map(str::to_owned).collect();
    lines.push(format!("{}\t{}\t{what}\t{}", dossier.id, stamp.code, stamp.at));
    let first = lines.len().saturating_sub(MOST);
    storage::set_setting(OUTPUTS, &lines[first..].join("\n"));
}

/// What was made of a dossier, the newest last; read anew whenever `when` is another.
#[hook]
pub fn use_outputs<K: PartialEq + 'static>(dossier: &str, when: K) -> std::rc::Rc<Vec<Output>> {
    use_memo((dossier.to_owned(), when), |(id, _)| {
        let told = storage::setting(OUTPUTS).unwrap_or_default();
        let outputs = told.lines().filter_map(|line| {
            let mut parts = line.splitn(4, '\t');
            let (of, code, what, at) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            (of == id).then(|| Output { code: code.into(), what: what.into(), at: at.into() })
        });
        outputs.collect()
    })
}
