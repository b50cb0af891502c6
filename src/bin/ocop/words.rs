//! What the command says beside what the library says.

use ocop::domain::decision::{Decision, Language, Text, all};

use crate::args::{Command, Fault, UsageError};

/// One of two texts.
pub fn say(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

/// How the program is used, or one command of it; number and sets are those of the decision asked for.
pub fn help(language: Language, decision: &Decision, of: Option<Command>) -> String {
    let (first, last) = numbers(decision);
    let is_told = |commands: &[Command]| of.is_none_or(|of| commands.contains(&of));
    let told = |lines: &[(&[Command], Text)]| {
        let lines = lines.iter().filter(|(commands, _)| is_told(commands));
        lines.map(|(_, text)| format!("{}\n", text.get(language))).collect::<String>()
    };
    let about = of.and_then(|of| ABOUT.iter().find(|(command, _)| *command == of));
    let about = about.map_or(String::new(), |(_, text)| format!("\n{}\n", text.get(language)));
    let usage = say(language, "Cách dùng", "Usage");
    let options = say(language, "Tùy chọn", "Options");
    let text = format!(
        "{}\n\n{usage}:\n{}{about}\n{}\n{options}:\n{}\n{}\n",
        TITLE.get(language),
        told(&USAGE),
        told(&NAMED),
        told(&OPTIONS),
        END.get(language),
    );
    text.replace("{decision}", decision.number)
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

use Command::{Catalogue, Check, Find, Help, Panel, Rate, Register, Sheet, Version};

const ALL: [Command; 9] = [Catalogue, Rate, Check, Find, Sheet, Panel, Register, Help, Version];
const OF_FILES: [Command; 5] = [Rate, Check, Sheet, Panel, Register];

const TITLE: Text = Text {
    vi: "ocop: tự đánh giá sản phẩm OCOP theo Quyết định {decision}",
    en: "ocop: self-assessment of OCOP products under Decision {decision}",
};

const USAGE: [(&[Command], Text); 7] = [
    (
        &[Rate],
        Text {
            vi: "  ocop rate  TỆP…   chấm từng hồ sơ: điểm theo phần, số sao hiện tại và cao nhất, điều còn vướng",
            en: "  ocop rate  FILE…   rate each dossier: points by part, star now and at best, what blocks",
        },
    ),
    (
        &[Check],
        Text {
            vi: "  ocop check TỆP…   kiểm tra từng hồ sơ trước khi nộp: thiếu gì, sai gì",
            en: "  ocop check FILE…   check each dossier before it is handed in: what is missing or wrong",
        },
    ),
    (
        &[Find],
        Text {
            vi: "  ocop find  TÊN…   tìm bộ sản phẩm theo tên: bộ hợp nhất trước, vì chữ nào, có chắc không",
            en: "  ocop find  NAME…   find the sets of a product by its name: the likeliest first, why, whether it is sure",
        },
    ),
    (
        &[Sheet],
        Text {
            vi: "  ocop sheet TỆP…   in phiếu đánh giá của Phụ lục II đã chấm; SỐ ({first} đến {last}) in phiếu trống của bộ ấy",
            en: "  ocop sheet FILE…   print the scoring sheet of Annex II, filled in; NUMBER ({first} to {last}): the blank sheet of that set",
        },
    ),
    (
        &[Panel],
        Text {
            vi: "  ocop panel TỆP…   ghép phiếu của nhiều người chấm: điểm trung bình, sao theo từng cách hiểu, chỗ lệch nhau",
            en: "  ocop panel FILE…   put several scorers' sheets together: average, star under each reading, where they differ",
        },
    ),
    (
        &[Register],
        Text {
            vi: "  ocop register TỆP…  bảng theo dõi sản phẩm dạng CSV, mỗi hồ sơ một dòng",
            en: "  ocop register FILE…  the register of products as CSV, a row for each dossier",
        },
    ),
    (
        &[Catalogue],
        Text {
            vi: "  ocop catalogue    in toàn bộ {sets} bộ tiêu chí dạng JSON",
            en: "  ocop catalogue     print all {sets} sets of criteria as JSON",
        },
    ),
];

/// What is to be known of one command beyond its line.
const ABOUT: [(Command, Text); 7] = [
    (
        Rate,
        Text {
            vi: "Bảng: một dòng mỗi hồ sơ. JSON: một đối tượng mỗi hồ sơ, với điểm từng phần, tổng, sao và tiêu chí còn chặn.\n\
             Còn chờ phiếu chấm thì không cho biết mức, điểm và sao; JSON có awaited: in đã nộp, of tất cả.",
            en: "Table: a row for each dossier. JSON: an object for each, with the points of the parts, the total, the star and what blocks.\n\
             While sheets are awaited no levels, points and stars are told; JSON has awaited: in, and of all.",
        },
    ),
    (
        Check,
        Text {
            vi: "Chỗ phải sửa đứng trước chỗ nên xem lại. Mã thoát 1 khi có chỗ phải sửa.\n\
             Còn chờ phiếu chấm thì không nêu điều gì theo mức đơn vị tự chấm.",
            en: "What must be fixed stands before what is worth a look. Exit code 1 where anything must be fixed.\n\
             While sheets are awaited nothing is told that follows from the applicant's own levels.",
        },
    ),
    (
        Find,
        Text {
            vi: "Tên có dấu hay không dấu đều được. Không chắc thì mọi bộ có thể đều được kể ra.",
            en: "With diacritics or without. Where it is not sure, every set that may be meant is named.",
        },
    ),
    (
        Sheet,
        Text {
            vi: "Hồ sơ có nhiều người chấm thì in đủ phiếu, khi mọi phiếu đã nộp. Chưa có ai chấm thì in phiếu đơn vị tự chấm.\n\
             --json: mỗi phiếu một đối tượng. criteria là các tiêu chí theo thứ tự in: code, title (tên in trong Phụ lục II), max,\n\
             levels (level: số thứ tự từ 0, points, star_minimum, label), và level đã chọn, hoặc none. breaches: vi phạm đã nêu.",
            en: "A dossier with several scorers gives all sheets, once all are handed in; one that nobody scored, the applicant's own.\n\
             --json: an object for each sheet. criteria in printed order: code, title (as Annex II prints it), max, levels (level: index\n\
             from 0, points, star_minimum, label), and the level that was chosen, or none. breaches: those that are declared.",
        },
    ),
    (
        Panel,
        Text {
            vi: "Tệp là phiếu của từng người, hoặc hồ sơ có cả buổi chấm; có thể trộn nhiều sản phẩm. Điểm trung bình giữ đủ số lẻ, không làm tròn lên hạng.\n\
             Khi còn chờ phiếu thì không cho biết mức và điểm nào. Mã thoát 1 khi còn chờ, hoặc có phiếu để ngoài.\n\
             Phiếu nhiều hơn số người đã ghi thì có báo, và phiếu nào cũng được tính.",
            en: "Files are scorers' sheets, or a dossier with its sitting; several products may be mixed. The average keeps its decimals and is never rounded into a star.\n\
             While sheets are awaited no level and no sum is told. Exit code 1 while any is awaited, or one is left out.\n\
             More sheets than were said to come are told, and all of them count.",
        },
    ),
    (
        Register,
        Text {
            vi: "Cột theo cấu trúc dữ liệu ngành cho OCOP: mã xã, kỳ, mã và tên sản phẩm, phân loại, chủ thể, doanh thu, trạng thái;\n\
             rồi các cột khác của bảng trên trang, cùng tên và thứ tự. Tệp của người chấm không có dòng nào.\n\
             Đọc lần lượt từng tệp, nên mười nghìn hồ sơ không cần thêm bộ nhớ; chạy lâu thì báo đã đến đâu.",
            en: "Columns as the sector's data structure names them for OCOP: commune code, period, product, class, subject, revenue, status;\n\
             then the other columns of the page's table, with the same names in the same order. A scorer's file has no row.\n\
             Files are read one after the other: ten thousand need no more memory. A long run says how far it is.",
        },
    ),
    (
        Catalogue,
        Text {
            vi: "Mỗi bộ có phần, nhóm, tiêu chí, mức, điểm, mức tối thiểu của từng sao và ghi chú.",
            en: "Each set with parts, groups, criteria, levels, points, the minimums of each star, and notes.",
        },
    ),
];

/// What is meant by the names of arguments.
const NAMED: [(&[Command], Text); 2] = [
    (
        &[Find],
        Text {
            vi: "TÊN là tên sản phẩm (trong ngoặc kép nếu có dấu cách), hoặc - (đầu vào chuẩn, mỗi dòng một tên).",
            en: "NAME is a product's name (quoted if it has spaces), or - (standard input, a name a line).",
        },
    ),
    (
        &OF_FILES,
        Text {
            vi: "TỆP là tệp hồ sơ .json hoặc bản sao .html, một thư mục (xem cả thư mục con), hoặc - (đầu vào chuẩn).",
            en: "FILE is a dossier's .json file or .html copy, a folder (with its folders), or - (standard input).",
        },
    ),
];

const OPTIONS: [(&[Command], Text); 8] = [
    (
        &[Rate, Check, Find, Sheet, Panel, Register],
        Text {
            vi: "  --json              mỗi hồ sơ, mỗi tên một dòng JSON",
            en: "  --json              one line of JSON for each dossier or name",
        },
    ),
    (
        &ALL,
        Text {
            vi: "  --lang vi|en        ngôn ngữ (mặc định: vi)",
            en: "  --lang vi|en        language (default: vi)",
        },
    ),
    (
        &[Catalogue, Find, Sheet],
        Text {
            vi: "  --decision SỐ       quyết định cho catalogue, find, phiếu trống (mặc định: đang có hiệu lực), như {id}",
            en: "  --decision NUMBER   decision of catalogue, find and blank sheets (default: the one in force today), such as {id}",
        },
    ),
    (
        &[Panel],
        Text {
            vi: "  --apart SỐ          panel: nhắc khi hai phiếu cách nhau quá số điểm này (mặc định: 10)",
            en: "  --apart NUMBER      panel: tell when two totals are further apart than so many points (default: 10)",
        },
    ),
    (
        &[Panel],
        Text {
            vi: "  --early             panel: tính cả khi còn chờ phiếu (mặc định: đủ phiếu mới tính); đưa phiếu lẻ là đã đủ phiếu",
            en: "  --early             panel: reckon although sheets are awaited (default: once all are in); loose sheets count as all",
        },
    ),
    (
        &[Check, Register],
        Text {
            vi: "  --today DD/MM/YYYY  ngày để xét hạn giấy tờ và việc gần nhất (mặc định: hôm nay, giờ Việt Nam)",
            en: "  --today DD/MM/YYYY  day against which papers and the next thing to do are held (default: today in Vietnam)",
        },
    ),
    (
        &ALL,
        Text {
            vi: "  -h, --help          hướng dẫn này; sau một lệnh: hướng dẫn của lệnh ấy",
            en: "  -h, --help          this help; after a command: the help of that command",
        },
    ),
    (&ALL, Text { vi: "  -V, --version       phiên bản", en: "  -V, --version       version" }),
];

const END: Text = Text {
    vi: "Mã thoát: 0 tốt; 1 có hồ sơ còn lỗi; 2 có tệp không đọc được hoặc lệnh sai.\n\
         Kết quả chỉ là dự kiến; hội đồng mới là nơi quyết định.",
    en: "Exit code: 0 fine; 1 a file has faults; 2 a file cannot be read, or the command is wrong.\n\
         The result is provisional; the council decides.",
};

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
