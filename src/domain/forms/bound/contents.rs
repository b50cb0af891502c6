use super::super::appendix::{Appendix, PaperNames, paper_title};
use super::super::model::{Block, Document, Entry, Style};
use super::{FORM01, FORM02, Part, anchor, part_of};
use crate::domain::dossier::Dossier;

/// The contents, with the number of each page where the reader's program can count pages. Of what is printed in a later
/// part they name the part.
pub fn contents(dossier: &Dossier, names: &PaperNames, parts: &[Part]) -> Document {
    let mut page = Document::new("Mục lục");
    page.line(Style::Title, "MỤC LỤC");
    let mut entry = |text: String, target: String| page.blocks.push(Block::Entry(Entry { text, target }));
    entry("Mẫu số 01: Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP".into(), FORM01.into());
    entry("Mẫu số 02: Báo cáo tự đánh giá về sản phẩm".into(), FORM02.into());
    for (place, listed) in Appendix::handed_in(dossier).papers.iter().enumerate() {
        let title = paper_title(dossier.set(), listed.paper, names);
        let text = format!("Tài liệu số {}: {title}", listed.number);
        match part_of(parts, place) {
            None | Some(1) => entry(text, anchor(listed.number)),
            Some(part) => entry(format!("{text} (phần {part})"), String::new()),
        }
    }
    page
}
