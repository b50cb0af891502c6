use super::{Day, Next, Step, Urgency};
use crate::domain::calendar::Date;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;

impl Next {
    /// What to do, in one line.
    pub fn text(&self, language: Language) -> String {
        let by = self.by;
        let (vi, en) = match &self.step {
            Step::Correct { open, dated } => {
                let things = if *open == 1 { "correction" } else { "corrections" };
                let (until, until_en) =
                    if *dated { (format!(" đến {by}"), format!(" by {by}")) } else { Default::default() };
                (
                    format!("Bổ sung {open} điểm xã yêu cầu{until}"),
                    format!("Make the {open} {things} that the commune asks for{until_en}"),
                )
            }
            Step::Examine { dated: true } => {
                (format!("Xã xem xét hồ sơ đến {by}"), format!("The commune examines it by {by}"))
            }
            Step::Examine { dated: false } => (
                "Xã xem xét hồ sơ, chưa ghi ngày nhận".to_owned(),
                "The commune examines it; the day of receipt is not written down".to_owned(),
            ),
            Step::Await => ("Chờ tỉnh đánh giá".to_owned(), "Await the province's rating".to_owned()),
            Step::SayStanding => (
                "Ghi sản phẩm đã có mấy sao, cấp ngày nào".to_owned(),
                "Say how many stars the product has, and since when".to_owned(),
            ),
            Step::FileLate { result } => (
                format!("Nộp xã ngay: kết quả chậm nhất {result}"),
                format!("File at once: the result comes by {result}"),
            ),
            Step::SayDay => (
                "Ghi rõ ngày, tháng, năm sản phẩm được công nhận".to_owned(),
                "Say on which day, month and year it was recognised".to_owned(),
            ),
            Step::BeginAnew => (
                format!("Giấy hết hạn {by}: hỏi xã để đăng ký lại"),
                format!("The certificate ended on {by}: ask the commune how to begin anew"),
            ),
            Step::FileReRating => (format!("Nộp đánh giá lại đến {by}"), format!("File the re-rating by {by}")),
            Step::AwaitWindow => (format!("Nộp đánh giá lại từ {by}"), format!("The re-rating can be filed from {by}")),
            Step::HandIn { open: 0 } => (format!("Nộp xã đến {by}"), format!("To the commune by {by}")),
            Step::HandIn { open } => {
                let criteria = if *open == 1 { "criterion" } else { "criteria" };
                (
                    format!("Còn {open} tiêu chí; nộp xã đến {by}"),
                    format!("{open} {criteria} left; to the commune by {by}"),
                )
            }
            Step::RenewPaper { title } if title.is_empty() => {
                (format!("Gia hạn giấy tờ hết hạn {by}"), format!("Renew the paper that ends on {by}"))
            }
            Step::RenewPaper { title } => {
                (format!("Gia hạn “{title}”, hết hạn {by}"), format!("Renew “{title}”, which ends on {by}"))
            }
            Step::Log { year } => (format!("Ghi số liệu năm {year}"), format!("Write down the figures of {year}")),
        };
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    /// How soon, in a word or two: the days left where they press.
    pub fn chip(&self, today: Date, language: Language) -> String {
        let days = today.days_until(self.by);
        let short = format!("{:02}/{:02}/{}", self.by.day(), self.by.month(), self.by.year());
        let (vi, en) = match (&self.step, self.urgency) {
            (Step::Correct { dated: false, .. }, _) => ("xã đang chờ".to_owned(), "the commune waits".to_owned()),
            (Step::Examine { dated: false }, _) => ("chưa ghi ngày".to_owned(), "no day yet".to_owned()),
            (Step::SayStanding, _) => ("chưa rõ sao".to_owned(), "stars unknown".to_owned()),
            (Step::SayDay, _) => ("chưa rõ ngày".to_owned(), "day unknown".to_owned()),
            (_, Urgency::Now) if days >= 0 => (format!("còn {days} ngày"), format!("{days} days left")),
            (_, Urgency::Now) => (format!("quá {} ngày", -days), format!("{} days over", -days)),
            (_, Urgency::Soon) => (short.clone(), short),
            (_, Urgency::Quiet) => ("chưa gấp".to_owned(), "no hurry".to_owned()),
        };
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }
}

impl Day {
    /// What the day is, for a timeline.
    pub fn text(&self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Day::WindowOpens => ("Bắt đầu được nộp đánh giá lại", "First day to file a re-rating"),
            Day::WindowCloses => ("Ngày cuối nộp đánh giá lại", "Last day to file a re-rating"),
            Day::CertificateEnds => ("Giấy chứng nhận hết hạn", "The certificate ends"),
            Day::Result => ("Kết quả chậm nhất, nếu nộp hôm nay", "Latest result, if filed today"),
            Day::Prolonged => {
                ("Kéo dài lâu nhất, nếu tỉnh xác nhận", "Longest prolongation, if the province confirms it")
            }
            Day::HandIn => ("Nộp xã chậm nhất", "To the commune by"),
            Day::Province => ("Tỉnh xét xong chậm nhất", "Rated by the province by"),
            Day::CentreProposed => ("Tỉnh trình trung ương chậm nhất", "Proposed to the centre by"),
            Day::Centre => ("Trung ương xét xong chậm nhất", "Rated at the centre by"),
            Day::Corrections => ("Nộp lại phần xã yêu cầu bổ sung", "Corrections to the commune by"),
            Day::PaperEnds(_) => ("Giấy tờ hết hạn", "A paper ends"),
        };
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    /// Whether something can no longer be done after it.
    pub fn is_last_day(&self) -> bool {
        matches!(self, Day::WindowCloses | Day::CertificateEnds | Day::HandIn | Day::Corrections | Day::PaperEnds(_))
    }

    /// Whether somebody must hurry for it: a round is no last day for a dossier in which nothing is answered yet.
    pub fn presses(&self, dossier: &Dossier) -> bool {
        self.is_last_day() && (*self != Day::HandIn || dossier.assessment.answered() > 0)
    }

    /// Whether it is one of a round (article 5), for who files a first rating or an upgrade.
    pub fn is_of_round(&self) -> bool {
        matches!(self, Day::HandIn | Day::Province | Day::CentreProposed | Day::Centre)
    }

    /// Its name in the ids of a calendar's events.
    pub fn key(&self) -> String {
        match self {
            Day::WindowOpens => "re-rating-opens".to_owned(),
            Day::WindowCloses => "re-rating-closes".to_owned(),
            Day::CertificateEnds => "certificate-ends".to_owned(),
            Day::Result => "result".to_owned(),
            Day::Prolonged => "prolonged".to_owned(),
            Day::HandIn => "hand-in".to_owned(),
            Day::Province => "province".to_owned(),
            Day::CentreProposed => "centre-proposed".to_owned(),
            Day::Centre => "centre".to_owned(),
            Day::Corrections => "corrections".to_owned(),
            Day::PaperEnds(paper) => format!("paper-{paper}"),
        }
    }

    /// Reminders: so many days before.
    pub fn alarms(&self) -> &'static [u16] {
        match self {
            Day::WindowCloses => &[30, 7, 1],
            Day::HandIn => &[60, 30, 7, 1],
            Day::CertificateEnds | Day::PaperEnds(_) => &[30, 7],
            Day::WindowOpens => &[30, 0],
            Day::Corrections => &[7, 1],
            Day::Result | Day::Prolonged | Day::Province | Day::CentreProposed | Day::Centre => &[0],
        }
    }
}
