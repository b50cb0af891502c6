use crate::domain::criteria::{EvidenceKind, PaperId};

/// A paper of the applicant's, entered once, proving any number of criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperRecord {
    /// Unique in the dossier.
    pub id: String,
    /// Row of Form 02's evidence table; 0: outside it.
    pub kind: EvidenceKind,
    /// The concrete paper of the guide, where it is one of those.
    pub paper: Option<PaperId>,
    pub title: String,
    pub number: String,
    pub issuer: String,
    /// dd/mm/yyyy, as typed.
    pub date: String,
    /// dd/mm/yyyy, as typed; empty: does not end.
    pub valid_until: String,
    pub holding: Holding,
    pub attachments: Vec<Attachment>,
}

/// Whether the applicant has the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holding {
    #[default]
    Have,
    ToGet,
}

/// A photo or scan of a paper. The bytes are kept by the browser, not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Key under which the bytes are kept.
    pub id: String,
    pub name: String,
    /// Media type, such as `image/jpeg`.
    pub media: String,
    /// Bytes.
    pub size: u64,
}
