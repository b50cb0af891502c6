use super::appendix::{Appendix, NumberedPaper, PaperNames, codes, paper_title, reference, term};
use super::file_name::slug;
use super::handed::handed_in;
use crate::domain::dossier::{Attachment, Dossier};

/// The folder of the evidence in an archive.
const FOLDER: &str = "minh-chung";

/// An attached photo or scan with its place in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    /// `minh-chung/02b-1.2-chung-nhan-vietgap.jpg`: number in the appendix, letter of the file, first
    /// criterion that it proves, title.
    pub path: String,
    /// Key of the bytes: [`Attachment::id`].
    pub attachment: String,
}

/// Every attachment, named and numbered in the order of the criteria. Made of the dossier alone, so
/// that reading an archive finds the same names; what is handed in is asked of [`super::handed_in`].
pub fn evidence_files(dossier: &Dossier) -> Vec<EvidenceFile> {
    let appendix = Appendix::of(dossier);
    let files = appendix.papers.iter().flat_map(|listed| {
        let attachments = listed.paper.attachments.iter().enumerate();
        attachments.map(|(index, attachment)| EvidenceFile {
            path: path(dossier, listed, index, attachment),
            attachment: attachment.id.clone(),
        })
    });
    files.collect()
}

/// The list that goes with the files, as plain text.
pub fn evidence_list(dossier: &Dossier, names: &PaperNames) -> String {
    let mut out = String::from("DANH MỤC TÀI LIỆU MINH CHỨNG\r\n");
    if !dossier.name().is_empty() {
        out.push_str(&format!("Sản phẩm: {}\r\n", dossier.name()));
    }
    let handed = handed_in(dossier);
    let appendix = Appendix::of(&handed);
    for listed in &appendix.papers {
        out.push_str(&format!("\r\n{}. {}\r\n", listed.number, paper_title(dossier.set(), listed.paper, names)));
        let files = listed.paper.attachments.iter().enumerate();
        let files: Vec<String> = files.map(|(index, attachment)| path(dossier, listed, index, attachment)).collect();
        let files = if files.is_empty() { "không có, chỉ có bản giấy".to_owned() } else { files.join("; ") };
        for (label, value) in [
            ("Số hiệu, nơi cấp, ngày", reference(listed.paper)),
            ("Có giá trị đến", term(listed.paper)),
            ("Tiêu chí", codes(dossier, &listed.criteria)),
            ("Tệp", files),
        ] {
            if !value.is_empty() {
                out.push_str(&format!("   {label}: {}\r\n", value.replace('\u{a0}', " ")));
            }
        }
    }
    let without = appendix.papers.iter().filter(|listed| listed.paper.attachments.is_empty()).count();
    if without > 0 {
        out.push_str(&format!(
            "\r\n{without} tài liệu chưa có tệp trong bộ điện tử. Hãy nộp bản giấy, hoặc chụp, quét rồi tải lại bộ này.\r\n"
        ));
    }
    out
}

fn path(dossier: &Dossier, listed: &NumberedPaper, index: usize, attachment: &Attachment) -> String {
    let criterion = listed.criteria.first().and_then(|place| dossier.set().criteria.get(*place));
    let code = criterion.map_or(String::new(), |criterion| format!("-{}", criterion.code));
    let title = slug(&paper_title(dossier.set(), listed.paper, &PaperNames::new()));
    let title = if title.is_empty() { String::new() } else { format!("-{title}") };
    format!("{FOLDER}/{:02}{}{code}{title}.{}", listed.number, letters(index), extension(attachment))
}

/// a, b, … z, aa, ab, …
fn letters(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.into(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

/// What the media type says, else a short harmless ending of the name.
fn extension(attachment: &Attachment) -> String {
    let known = match attachment.media.as_str() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "application/pdf" => "pdf",
        _ => "",
    };
    if !known.is_empty() {
        return known.into();
    }
    let typed = attachment.name.rsplit_once('.').map(|(_, ending)| slug(ending)).unwrap_or_default();
    if typed.is_empty() || typed.len() > 5 { "bin".into() } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let made: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(made, ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
    }
}
