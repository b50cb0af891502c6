use super::super::appendix::{Appendix, PaperNames, paper_title};
use super::super::model::{Block, Column, Document, Row, RowKind, Style, Table};
use super::summary::copy_of_decision;
use crate::domain::decision::{EvidenceRole, Language, evidence_row};
use crate::domain::dossier::{Dossier, DossierKind};

/// The list for who binds the dossier: what to copy, how often, what to sign. It is for work and is not
/// handed in. One paper and one electronic set go to the commune (article 7.1).
pub fn binder(dossier: &Dossier, names: &PaperNames) -> Document {
    let mut page = Document::new("Việc khi đóng bộ hồ sơ");
    page.line(Style::Title, "VIỆC KHI ĐÓNG BỘ HỒ SƠ");
    page.line(Style::Subtitle, "(Bản làm việc của đơn vị, không nộp)");
    let row = |what: &str, copies: &str, how: &str| Row::new(RowKind::Plain, ["", what, copies, how]);
    let mut rows = vec![
        row("Mẫu số 01: Phiếu đăng ký", "1 bản gốc", "Người đại diện ký, đóng dấu, ghi rõ họ tên"),
        row("Mẫu số 02: Báo cáo tự đánh giá", "1 bản gốc", "Người đại diện theo pháp luật ký, ghi họ tên, đóng dấu"),
    ];
    if dossier.recognised.is_some() && dossier.kind != DossierKind::First && copy_of_decision(dossier).is_none() {
        let how = "Nên kèm để đối chiếu sao, ngày cấp; ghi thêm vào danh sách tài liệu";
        rows.push(row("Quyết định công nhận sao, giấy chứng nhận OCOP đang có", "1 bản sao", how));
    }
    for listed in &Appendix::handed_in(dossier).papers {
        let paper = listed.paper;
        // The evidence table asks the applicant to confirm the list of workers.
        let workers = evidence_row(dossier.set(), EvidenceRole::Workers) == Some(paper.kind);
        let how = match (workers, paper.attachments.is_empty()) {
            (true, _) => "Đơn vị xác nhận: ký, đóng dấu vào danh sách",
            (_, true) => "Sao chụp từ bản gốc; chưa có ảnh hoặc bản quét cho bộ điện tử",
            (_, false) => "Sao chụp từ bản gốc, hoặc in từ bộ điện tử",
        };
        let what = format!("Tài liệu số {}: {}", listed.number, paper_title(dossier.set(), paper, names));
        rows.push(row(&what, if workers { "1 bản gốc" } else { "1 bản sao" }, how));
    }
    let cites = &dossier.set().decision().cites;
    if !dossier.set().is_tourism {
        rows.push(row(
            "Sản phẩm mẫu",
            &format!("{} mẫu", dossier.set().decision().samples),
            &format!("Đi cùng hồ sơ xã gửi lên tỉnh ({})", cites.samples.text(Language::Vi)),
        ));
    }
    page.blocks.push(Block::Table(Table {
        label: "Việc khi đóng bộ hồ sơ".into(),
        columns: vec![
            Column::center("Xong", 8),
            Column::start("Giấy tờ", 44),
            Column::center("Số bản", 14),
            Column::start("Cách làm", 34),
        ],
        rows,
    }));
    page.line(
        Style::Note,
        format!(
            "Nộp ở Ủy ban nhân dân cấp xã một bộ giấy và một bộ điện tử ({}). Quyết định chỉ ghi “bản sao”, \
             không ghi phải chứng thực: hãy hỏi xã trước khi đi chứng thực. Mang bản gốc theo để đối chiếu.",
            cites.handing_in.text(Language::Vi)
        ),
    );
    page
}
