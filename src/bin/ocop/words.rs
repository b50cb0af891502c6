//! What the command says beside what the library says.

use ocop::domain::decision::{Decision, Language, all};

use crate::args::{Fault, UsageError};

/// One of two texts.
pub fn say(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

/// How the command is used; number and sets are those of the decision asked for.
pub fn help(language: Language, decision: &Decision) -> String {
    let (first, last) = numbers(decision);
    say(language, HELP_VI, HELP_EN)
        .replace("{decision}", decision.number)
        .replace("{id}", decision.id)
        .replace("{sets}", &decision.sets.len().to_string())
        .replace("{first}", &first.to_string())
        .replace("{last}", &last.to_string())
}

/// The lowest and the highest number of a decision's sets.
pub fn numbers(decision: &Decision) -> (u8, u8) {
    let numbers = || decision.sets.iter().map(|set| set.no.0);
    (numbers().min().unwrap_or_default(), numbers().max().unwrap_or_default())
}

const HELP_VI: &str = "\
ocop: tự đánh giá sản phẩm OCOP theo Quyết định {decision}

Cách dùng:
  ocop rate  TỆP…   chấm từng hồ sơ: điểm theo phần, số sao hiện tại và cao nhất, điều còn vướng
  ocop check TỆP…   kiểm tra từng hồ sơ trước khi nộp: thiếu gì, sai gì
  ocop find  TÊN…   tìm bộ sản phẩm theo tên: bộ hợp nhất trước, vì chữ nào, có chắc không
  ocop sheet TỆP…   in phiếu đánh giá của Phụ lục II đã chấm; SỐ ({first} đến {last}) in phiếu trống của bộ ấy
  ocop panel TỆP…   ghép phiếu của nhiều người chấm: điểm trung bình, sao theo từng cách hiểu, chỗ lệch nhau
  ocop register TỆP…  bảng theo dõi sản phẩm dạng CSV, mỗi hồ sơ một dòng
  ocop catalogue    in toàn bộ {sets} bộ tiêu chí dạng JSON

TÊN là tên sản phẩm (trong ngoặc kép nếu có dấu cách), hoặc - (đầu vào chuẩn, mỗi dòng một tên).
TỆP là tệp hồ sơ .json hoặc bản sao .html, một thư mục (xem cả thư mục con), hoặc - (đầu vào chuẩn).

Tùy chọn:
  --json              mỗi hồ sơ, mỗi tên một dòng JSON
  --lang vi|en        ngôn ngữ (mặc định: vi)
  --decision SỐ       quyết định cho catalogue, find, phiếu trống (mặc định: đang có hiệu lực), như {id}
  --apart SỐ          panel: nhắc khi hai phiếu cách nhau quá số điểm này (mặc định: 10)
  --early             panel: tính cả khi còn chờ phiếu (mặc định: đủ phiếu mới tính)
  --today DD/MM/YYYY  ngày để xét hạn giấy tờ khi kiểm tra (mặc định: hôm nay, giờ Việt Nam)
  -h, --help          hướng dẫn này
  -V, --version       phiên bản

Mã thoát: 0 tốt; 1 có hồ sơ còn lỗi; 2 có tệp không đọc được hoặc lệnh sai.
Kết quả chỉ là dự kiến; hội đồng mới là nơi quyết định.
";

const HELP_EN: &str = "\
ocop: self-assessment of OCOP products under Decision {decision}

Usage:
  ocop rate  FILE…   rate each dossier: points by part, star now and at best, what blocks
  ocop check FILE…   check each dossier before it is handed in: what is missing or wrong
  ocop find  NAME…   find the sets of a product by its name: the likeliest first, why, whether it is sure
  ocop sheet FILE…   print the scoring sheet of Annex II, filled in; NUMBER ({first} to {last}): the blank sheet of that set
  ocop panel FILE…   put several scorers' sheets together: average, star under each reading, where they differ
  ocop register FILE…  the register of products as CSV, a row for each dossier
  ocop catalogue     print all {sets} sets of criteria as JSON

NAME is a product's name (quoted if it has spaces), or - (standard input, a name a line).
FILE is a dossier's .json file or .html copy, a folder (with its folders), or - (standard input).

Options:
  --json              one line of JSON for each dossier or name
  --lang vi|en        language (default: vi)
  --decision NUMBER   decision of catalogue, find and blank sheets (default: the one in force today), such as {id}
  --apart NUMBER      panel: tell when two totals are further apart than so many points (default: 10)
  --early             panel: reckon although sheets are awaited (default: once all are in)
  --today DD/MM/YYYY  day against which papers are checked (default: today in Vietnam)
  -h, --help          this help
  -V, --version       version

Exit code: 0 fine; 1 a file has faults; 2 a file cannot be read, or the command is wrong.
The result is provisional; the council decides.
";

fn decisions() -> String {
    all().iter().map(|decision| decision.id).collect::<Vec<_>>().join(", ")
}

/// What the reader of command lines says in English alone.
fn option_fault(error: &lexopt::Error) -> String {
    use lexopt::Error::{
        Custom, MissingValue, NonUnicodeValue, ParsingFailed, UnexpectedArgument, UnexpectedOption, UnexpectedValue,
    };
    match error {
        MissingValue { option: Some(option) } => format!("sau {option} còn thiếu một giá trị"),
        MissingValue { option: None } => "còn thiếu một giá trị".into(),
        UnexpectedOption(option) => format!("không có tùy chọn {option}"),
        UnexpectedArgument(value) => format!("thừa “{}”", value.display()),
        UnexpectedValue { option, value } => format!("{option} không nhận giá trị (“{}”)", value.display()),
        NonUnicodeValue(value) => format!("không đọc được “{}”", value.display()),
        ParsingFailed { value, .. } => format!("không đọc được “{value}”"),
        Custom(error) => error.to_string(),
    }
}

pub fn usage(error: &UsageError) -> String {
    let vi = error.language == Language::Vi;
    let what = match &error.fault {
        Fault::NoCommand if vi => {
            String::from("Hãy cho biết cần làm gì: rate, check, find, sheet, panel, register hay catalogue.")
        }
        Fault::NoCommand => String::from("Say what to do: rate, check, find, sheet, panel, register or catalogue."),
        Fault::UnknownCommand(name) if vi => format!("Không có lệnh “{}”.", name.display()),
        Fault::UnknownCommand(name) => format!("There is no command “{}”.", name.display()),
        Fault::NoFiles if vi => String::from("Hãy cho biết tệp hoặc thư mục hồ sơ."),
        Fault::NoFiles => String::from("Name a dossier file or a folder."),
        Fault::NoNames if vi => String::from("Hãy cho biết tên sản phẩm."),
        Fault::NoNames => String::from("Name a product."),
        Fault::InputTwice if vi => String::from("Dấu - (đầu vào chuẩn) chỉ dùng được một lần."),
        Fault::InputTwice => String::from("Standard input (-) can be read once only."),
        Fault::EmptyName if vi => String::from("Một tên sản phẩm đang để trống."),
        Fault::EmptyName => String::from("A product's name is empty."),
        Fault::FilesNotAsked(name) if vi => format!("Lệnh này không nhận tệp: “{}”.", name.display()),
        Fault::FilesNotAsked(name) => format!("This command takes no files: “{}”.", name.display()),
        Fault::Language(value) if vi => format!("Ngôn ngữ là vi hoặc en, không phải “{}”.", value.display()),
        Fault::Language(value) => format!("The language is vi or en, not “{}”.", value.display()),
        Fault::Today(value) if vi => format!("Ngày viết dạng DD/MM/YYYY, không phải “{}”.", value.display()),
        Fault::Today(value) => format!("A day is written DD/MM/YYYY, not “{}”.", value.display()),
        Fault::Apart(value) if vi => {
            format!("--apart là số điểm nguyên từ 0 đến 100, không phải “{}”.", value.display())
        }
        Fault::Apart(value) => format!("--apart is a whole number of points from 0 to 100, not “{}”.", value.display()),
        Fault::Decision(value) if vi => {
            format!("Không có quyết định “{}”. Có: {}.", value.display(), decisions())
        }
        Fault::Decision(value) => format!("There is no decision “{}”. There are: {}.", value.display(), decisions()),
        Fault::Option(error) if vi => format!("Không hiểu dòng lệnh: {}.", option_fault(error)),
        Fault::Option(error) => format!("The command line is not understood: {error}."),
    };
    format!("{what} {}", say(error.language, "Xem: ocop --help", "See: ocop --help --lang en"))
}
