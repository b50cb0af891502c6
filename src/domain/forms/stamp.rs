use super::{Document, PaperNames, evidence_list, form01, form02, handed_in, plain_text};
use crate::domain::dossier::Dossier;

/// What every page and file of one output carries, so that two of different content are known apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When it was made, as the reader's wall shows it: "09:05 ngày 26/11/2026".
    pub at: String,
    /// [`content_code`] of what was handed in.
    pub code: String,
}

impl Stamp {
    /// The stamp of an output made at this time.
    pub fn new(dossier: &Dossier, at: String) -> Stamp {
        Stamp { at, code: content_code(dossier) }
    }

    /// The line at the foot of every page.
    pub fn line(&self) -> String {
        format!("Lập lúc {}. Mã nội dung: {}", self.at, self.code)
    }
}

/// Eight letters and digits that change when anything changes in what an office receives: a field, an
/// answer, a paper, a file. What is kept for work does not touch it, nor do the names that the guide
/// adds once it has come.
pub fn content_code(dossier: &Dossier) -> String {
    let handed = handed_in(dossier);
    let none = PaperNames::new();
    let mut hash = Fnv::default();
    for text in [plain_text(&form01(&handed)), plain_text(&form02(&handed, &none)), evidence_list(&handed, &none)] {
        hash.take(text.as_bytes());
    }
    for file in handed.papers.iter().flat_map(|paper| &paper.attachments) {
        hash.take(file.id.as_bytes());
        hash.take(&file.size.to_le_bytes());
    }
    hash.code()
}

/// Eight letters and digits that change when anything changes in a document.
pub fn document_code(document: &Document) -> String {
    let mut hash = Fnv::default();
    hash.take(plain_text(document).as_bytes());
    hash.code()
}

/// FNV-1a, 64 bits: to tell versions of one dossier apart, not to keep anybody from making two alike.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn code(&self) -> String {
        const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let digit = |place: u32| char::from(DIGITS[(self.0 >> (5 * place)) as usize & 31]);
        let code: String = (0..8).map(digit).collect();
        format!("{}-{}", &code[..4], &code[4..])
    }

    fn take(&mut self, bytes: &[u8]) {
        // A byte that no text holds ends each piece.
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
