use std::fmt;

use super::Place;
use crate::domain::decision::Language;

/// Something in a file that did not fit. The rest was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub place: Place,
    /// What stands there, shortened; empty where nothing does.
    pub value: String,
    pub problem: Problem,
}

/// What is wrong with it, and so what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No such criterion in this set; left out.
    UnknownCriterion,
    /// The criterion has only so many levels, counted from 0; left unanswered.
    UnknownLevel { levels: usize },
    /// Nothing to declare or exempt at this place; left out.
    NothingToDeclare,
    /// Not a key of the format that this build knows; kept in the file as it stands.
    UnknownKey,
    /// The key stands twice in its object; the last one counts.
    RepeatedKey,
    /// The value is of another type; left out.
    WrongType { expected: Shape },
    /// None of the values that are possible here; left out.
    UnknownValue,
    /// Something that belongs in every file is missing.
    Missing,
    /// An id that cannot be used, or stands twice; this one was given instead.
    NewId { id: String },
    /// No paper with this id in the file; left out.
    UnknownPaper,
    /// No attachment with this id in the file, or bytes that are not base64; left out.
    UnusableFile,
    /// Cut to this many entries.
    TooMany { limit: usize },
    /// The rating in the file is not what follows from its answers; this is.
    RatingDiffers { computed: String },
    /// No day can be read there, in a correction of the commune that asks this; kept as it stands.
    NoDay { request: String },
    /// No such place in the dossier; the correction that asks this is kept, for the dossier as a whole.
    NoSpot { request: String },
    /// A correction that asks nothing; left out.
    AsksNothing,
    /// Not a key of a correction that this build knows; left out.
    LeftOut,
    /// The corrections name another product than the dossier that they are of.
    OtherName { ours: String },
    /// So many corrections more than a dossier holds; left out.
    NoRoom { count: usize },
    /// A name with signs that nobody sees; they are left out of it.
    UnseenSigns,
    /// A name that is longer than so many signs; cut.
    TooLong { limit: usize },
    /// So many more warnings than are kept.
    More { count: usize },
}

/// The type that a value should have had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number, not negative.
    Number,
    List,
    Object,
    /// An index of a level, or `"none"`.
    Level,
    /// 1 to 5.
    Star,
    /// Day, month and time in UTC, such as `2026-07-01T08:00:00Z`.
    Instant,
}

impl Shape {
    fn text(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Shape::Text => ("chữ trong ngoặc kép", "a text in quotation marks"),
            Shape::Bool => ("true hoặc false", "true or false"),
            Shape::Number => ("số nguyên không âm", "a whole number"),
            Shape::List => ("danh sách [ ]", "a list [ ]"),
            Shape::Object => ("nhóm { }", "an object { }"),
            Shape::Level => ("số thứ tự mức hoặc \"none\"", "the index of a level or \"none\""),
            Shape::Star => ("số sao từ 1 đến 5", "a star from 1 to 5"),
            Shape::Instant => ("thời điểm như 2026-07-01T08:00:00Z", "an instant such as 2026-07-01T08:00:00Z"),
        };
        if language == Language::Vi { vi } else { en }
    }
}

impl Warning {
    /// Whether it tells what the answers come to, or a level that somebody chose: as with findings of the check, not while
    /// sheets of scorers are awaited.
    pub fn tells_rating(&self) -> bool {
        let levels = ["answers", "declarations", "rating", "agreed", "decided"];
        self.place.pointer().split('/').any(|step| levels.contains(&step))
    }

    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::UnknownCriterion => "unknown-criterion",
            Problem::UnknownLevel { .. } => "unknown-level",
            Problem::NothingToDeclare => "nothing-to-declare",
            Problem::UnknownKey => "unknown-key",
            Problem::RepeatedKey => "repeated-key",
            Problem::WrongType { .. } => "wrong-type",
            Problem::UnknownValue => "unknown-value",
            Problem::Missing => "missing",
            Problem::NewId { .. } => "new-id",
            Problem::UnknownPaper => "unknown-paper",
            Problem::UnusableFile => "unusable-file",
            Problem::TooMany { .. } => "too-many",
            Problem::RatingDiffers { .. } => "rating-differs",
            Problem::NoDay { .. } => "no-day",
            Problem::NoSpot { .. } => "no-spot",
            Problem::AsksNothing => "asks-nothing",
            Problem::LeftOut => "left-out",
            Problem::OtherName { .. } => "other-name",
            Problem::NoRoom { .. } => "no-room",
            Problem::UnseenSigns => "unseen-signs",
            Problem::TooLong { .. } => "too-long",
            Problem::More { .. } => "more",
        }
    }

    /// What is wrong, where, what was done with it and what to do.
    pub fn text(&self, language: Language) -> String {
        let place = self.place.words(language);
        match language {
            Language::Vi => self.vietnamese(&place),
            Language::En => self.english(&place),
        }
    }

    fn vietnamese(&self, place: &str) -> String {
        let value = &self.value;
        match &self.problem {
            Problem::UnknownCriterion => {
                format!(
                    "Bộ sản phẩm này không có tiêu chí {value} ({}): đã bỏ qua. Hãy kiểm tra số bộ và mã tiêu chí.",
                    self.place
                )
            }
            Problem::UnknownLevel { levels } => format!(
                "Ở {place}, mức {value} không có: các mức là từ 0 đến {}. Tiêu chí được coi là chưa trả lời; hãy chọn lại.",
                levels.saturating_sub(1)
            ),
            Problem::NothingToDeclare => {
                format!("Ở {place} không có nội dung nào phải khai: đã bỏ qua. Hãy kiểm tra mã tiêu chí.")
            }
            Problem::UnknownKey => {
                format!("Mục {place} là mục mà bản này chưa biết: không hiện ra, nhưng vẫn giữ nguyên trong hồ sơ.")
            }
            Problem::RepeatedKey => format!("Mục {place} xuất hiện hai lần: chỉ lấy lần cuối. Hãy kiểm tra lại."),
            Problem::WrongType { expected } => {
                format!("Ở {place} cần {} nhưng là {value}: đã bỏ qua. Hãy nhập lại.", expected.text(Language::Vi))
            }
            Problem::UnknownValue => format!("Ở {place}, giá trị {value} không hợp lệ: đã bỏ qua. Hãy chọn lại."),
            Problem::Missing => format!("Tệp thiếu mục {place}. Hồ sơ vẫn mở được; hãy tải về lại để tệp đầy đủ."),
            Problem::NewId { id } => format!("Ở {place}, mã {value} không dùng được hoặc bị trùng: đã thay bằng {id}."),
            Problem::UnknownPaper => {
                format!(
                    "Ở {place} dẫn tới giấy tờ {value} không có trong tệp: đã bỏ qua. Hãy thêm lại giấy tờ làm minh chứng."
                )
            }
            Problem::UnusableFile => format!(
                "Tệp đính kèm ở {place} không đọc được hoặc không thuộc giấy tờ nào: đã bỏ qua. Hãy đính kèm lại."
            ),
            Problem::TooMany { limit } => {
                format!("Ở {place} có quá nhiều mục: chỉ lấy {limit} mục đầu. Hãy giữ tệp gốc.")
            }
            Problem::RatingDiffers { computed } => format!(
                "Kết quả ghi trong tệp ({place}: {value}) khác kết quả tính từ các câu trả lời ({computed}). Đã dùng kết quả tính lại; hãy xem lại các câu trả lời."
            ),
            Problem::NoDay { request } => format!(
                "Yêu cầu “{request}”: hạn ghi là {value}, chưa rõ ngày nào. Trang giữ nguyên chữ này; hãy hỏi lại xã."
            ),
            Problem::NoSpot { request } => format!(
                "Yêu cầu “{request}” gắn với chỗ {value}, hồ sơ này không có chỗ ấy. Trang xếp vào yêu cầu chung cho cả hồ sơ."
            ),
            Problem::AsksNothing => format!("Ở {place} xã không ghi nội dung: đã bỏ qua. Hãy hỏi lại xã."),
            Problem::LeftOut => format!("Mục {place} là mục mà bản này chưa biết: đã bỏ qua. Hãy giữ tệp gốc."),
            Problem::OtherName { ours } => format!(
                "Tệp của xã ghi sản phẩm là {value}, hồ sơ trên máy là “{ours}”. Hãy hỏi xã xem có đúng hồ sơ này không."
            ),
            Problem::NoRoom { count } => format!(
                "Hồ sơ đã có quá nhiều yêu cầu của xã: {count} yêu cầu cuối không vào được. Hãy giữ tệp gốc và báo lại xã."
            ),
            Problem::UnseenSigns if value.is_empty() => {
                format!("Họ tên ở {place} chỉ có ký tự không nhìn thấy: coi như chưa có tên. Hãy ghi họ tên.")
            }
            Problem::UnseenSigns => format!("Họ tên “{value}” có ký tự không nhìn thấy: đã bỏ các ký tự ấy."),
            Problem::TooLong { limit } => format!(
                "Họ tên “{value}” dài quá {limit} ký tự: chỉ lấy {limit} ký tự đầu. Hãy giữ tệp gốc và ghi lại họ tên."
            ),
            Problem::More { count } => {
                format!("Còn {count} điểm khác không khớp trong tệp. Tệp có thể không phải bản gốc.")
            }
        }
    }

    fn english(&self, place: &str) -> String {
        let value = &self.value;
        match &self.problem {
            Problem::UnknownCriterion => {
                format!(
                    "This product set has no criterion {value} ({}): left out. Check the set number and the code.",
                    self.place
                )
            }
            Problem::UnknownLevel { levels } => format!(
                "At {place} there is no level {value}: levels are 0 to {}. The criterion counts as unanswered; choose again.",
                levels.saturating_sub(1)
            ),
            Problem::NothingToDeclare => {
                format!("There is nothing to declare at {place}: left out. Check the criterion's code.")
            }
            Problem::UnknownKey => format!(
                "{place} is nothing that this version knows: it is not shown, but stays in the dossier as it is."
            ),
            Problem::RepeatedKey => format!("{place} stands twice: only the last one counts. Check it."),
            Problem::WrongType { expected } => {
                format!("{place} must be {} but is {value}: left out. Enter it again.", expected.text(Language::En))
            }
            Problem::UnknownValue => format!("{value} is not possible at {place}: left out. Choose again."),
            Problem::Missing => {
                format!("{place} is missing. The dossier opens all the same; download it again to have it whole.")
            }
            Problem::NewId { id } => {
                format!("The id {value} at {place} cannot be used or stands twice: {id} is used instead.")
            }
            Problem::UnknownPaper => {
                format!(
                    "{place} refers to paper {value}, which is not in the file: left out. Add the paper that proves it again."
                )
            }
            Problem::UnusableFile => {
                format!("The attachment at {place} cannot be read or belongs to no paper: left out. Attach it again.")
            }
            Problem::TooMany { limit } => format!(
                "There are too many entries at {place}: only the first {limit} are read. Keep the original file."
            ),
            Problem::RatingDiffers { computed } => format!(
                "The rating in the file ({place}: {value}) is not what follows from the answers ({computed}). The computed one is used; look through the answers."
            ),
            Problem::NoDay { request } => format!(
                "“{request}” is asked for by {value}, which is no day that can be read. It is kept as it stands; ask the commune."
            ),
            Problem::NoSpot { request } => format!(
                "“{request}” belongs to {value}, which this dossier does not have. It stands among the corrections of the dossier as a whole."
            ),
            Problem::AsksNothing => format!("At {place} the commune asks nothing: left out. Ask the commune."),
            Problem::LeftOut => {
                format!("{place} is nothing that this version knows: left out. Keep the original file.")
            }
            Problem::OtherName { ours } => format!(
                "The commune's file names the product {value}, the dossier here is “{ours}”. Ask the commune whether this is the right one."
            ),
            Problem::NoRoom { count } => format!(
                "The dossier has too many corrections: the last {count} found no room. Keep the original file and tell the commune."
            ),
            Problem::UnseenSigns if value.is_empty() => {
                format!("The name at {place} is nothing but signs that nobody sees: it counts as none. Write a name.")
            }
            Problem::UnseenSigns => format!("The name “{value}” had signs that nobody sees: they are left out."),
            Problem::TooLong { limit } => format!(
                "The name “{value}” has more than {limit} signs: only the first {limit} are read. Keep the original file and write the name again."
            ),
            Problem::More { count } => {
                format!("{count} more things in the file do not fit. It may not be the original.")
            }
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(Language::En))
    }
}
