use super::super::appendix::{Appendix, PaperNames, paper_title};
use super::super::model::{Block, Document, Entry, Style};
use super::{FORM01, FORM02, anchor};
use crate::domain::dossier::Dossier;

/// The contents, with the number of each page where the reader's program can count pages.
pub fn contents(dossier: &Dossier, names: &PaperNames) -> Document {
    let mut page = Document::new("Mục lục");
    page.line(Style::Title, "MỤC LỤC");
    let mut entry = |text: String, target: String| page.blocks.push(Block::Entry(Entry { text, target }));
    entry("Mẫu số 01: Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP".into(), FORM01.into());
    entry("Mẫu số 02: Báo cáo tự đánh giá về sản phẩm".into(), FORM02.into());
    for listed in &Appendix::handed_in(dossier).papers {
        let title = paper_title(dossier.set(), listed.paper, names);
        entry(format!("Tài liệu số {}: {title}", listed.number), anchor(listed.number));
    }
    page
}
