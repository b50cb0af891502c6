use crate::domain::decision::Text;

/// A column of the table of products, in the page's files as in those of `ocop register`. First those that the Ministry's
/// sector data structure names for OCOP (Decision 5277/QĐ-BNNMT: commune, period, product, class, subject, yearly revenue,
/// status), then what an officer watches, then what follows from the applicant's answers and the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterColumn {
    CommuneCode,
    Commune,
    Period,
    ProductCode,
    Product,
    Class,
    Set,
    Subject,
    Revenue,
    Status,
    StarsHeld,
    Certified,
    CertificateEnd,
    Kind,
    Total,
    Star,
    Unanswered,
    DecisionNo,
    SetName,
    PartA,
    PartB,
    PartC,
    Best,
    Blockers,
    Updated,
    Next,
    NextDay,
}

use RegisterColumn as C;

impl RegisterColumn {
    /// Every column, in the one order of all files.
    pub const ALL: [RegisterColumn; 27] = [
        C::CommuneCode,
        C::Commune,
        C::Period,
        C::ProductCode,
        C::Product,
        C::Class,
        C::Set,
        C::Subject,
        C::Revenue,
        C::Status,
        C::StarsHeld,
        C::Certified,
        C::CertificateEnd,
        C::Kind,
        C::Total,
        C::Star,
        C::Unanswered,
        C::DecisionNo,
        C::SetName,
        C::PartA,
        C::PartB,
        C::PartC,
        C::Best,
        C::Blockers,
        C::Updated,
        C::Next,
        C::NextDay,
    ];

    /// Its place in a row.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// Its name for programs, in `ocop register --json`.
    pub fn key(self) -> &'static str {
        self.names().0
    }

    /// Its heading.
    pub fn title(self) -> Text {
        self.names().1
    }

    fn names(self) -> (&'static str, Text) {
        let (key, vi, en) = match self {
            C::CommuneCode => ("commune_code", "Mã xã", "Commune code"),
            C::Commune => ("commune", "Xã, phường", "Commune"),
            C::Period => ("period", "Kỳ", "Period"),
            C::ProductCode => ("product_code", "Mã sản phẩm", "Product code"),
            C::Product => ("product", "Sản phẩm", "Product"),
            C::Class => ("class", "Phân loại", "Class"),
            C::Set => ("set", "Bộ số", "Set"),
            C::Subject => ("subject", "Chủ thể", "Applicant"),
            C::Revenue => ("revenue", "Doanh thu hằng năm", "Yearly revenue"),
            C::Status => ("status", "Trạng thái", "Status"),
            C::StarsHeld => ("stars", "Sao đang có", "Stars held"),
            C::Certified => ("certified", "Ngày cấp", "Certified on"),
            C::CertificateEnd => ("certificate_end", "Giấy hết hạn", "Certificate ends"),
            C::Kind => ("kind", "Loại hồ sơ", "Kind"),
            C::Total => ("total", "Tổng điểm", "Total"),
            C::Star => ("star", "Sao tạm tính", "Provisional stars"),
            C::Unanswered => ("unanswered", "Chưa chấm", "Unanswered"),
            C::DecisionNo => ("decision_no", "Số quyết định", "Decision no."),
            C::SetName => ("set_name", "Bộ tiêu chí", "Product set"),
            C::PartA => ("part_a", "Điểm A", "Points A"),
            C::PartB => ("part_b", "Điểm B", "Points B"),
            C::PartC => ("part_c", "Điểm C", "Points C"),
            C::Best => ("best", "Sao cao nhất có thể", "Stars at best"),
            C::Blockers => ("blockers", "Tiêu chí chặn hạng kế tiếp", "Criteria that block the next star"),
            C::Updated => ("updated", "Cập nhật", "Updated"),
            C::Next => ("next", "Việc gần nhất", "Next thing to do"),
            C::NextDay => ("next_day", "Ngày của việc đó", "Its day"),
        };
        (key, Text { vi, en })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_stands_at_its_place_once() {
        for (place, column) in RegisterColumn::ALL.into_iter().enumerate() {
            assert_eq!(column.place(), place, "{column:?}");
        }
        let keys: std::collections::BTreeSet<&str> = RegisterColumn::ALL.map(RegisterColumn::key).into();
        assert_eq!(keys.len(), RegisterColumn::ALL.len());
    }
}
