use super::MAIN;
use crate::domain::forms::Style;
use crate::office::xml::HEAD;

/// Lengths are twentieths of a point, as the format wants them: 567 are 10 mm.
pub(super) const INDENT: u32 = 567;

/// The id of a line's paragraph style.
pub(super) fn id(style: Style) -> &'static str {
    match style {
        Style::FormName => "OcopFormName",
        Style::Country => "OcopCountry",
        Style::Motto => "OcopMotto",
        // The program's own headings, so that its outline and a screen reader find them.
        Style::Title => "Heading1",
        Style::Subtitle => "OcopSubtitle",
        Style::Part => "Heading2",
        Style::Heading => "Heading3",
        Style::Number => "OcopNumber",
        Style::Day => "OcopDay",
        Style::Item => "OcopItem",
        Style::Body => "OcopBody",
        Style::Dash | Style::Prompt => "OcopDash",
        Style::Plus => "OcopPlus",
        Style::Note => "OcopNote",
        Style::Footnote => "OcopFootnote",
    }
}

/// The same in a column beside another, where the name of the country must stay on one line.
pub(super) fn id_beside(style: Style) -> &'static str {
    match style {
        Style::Country => "OcopCountryBeside",
        Style::Motto => "OcopMottoBeside",
        other => id(other),
    }
}

pub(super) const CELL: &str = "OcopCell";
pub(super) const SIGNATURE: &str = "OcopSignature";

/// The look of every paragraph; a person changes it once for the whole document.
pub(super) fn styles() -> String {
    let mut out = format!(
        "{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" \
         w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    );
    let bold = "<w:b/><w:bCs/>";
    let italic = "<w:i/><w:iCs/>";
    let first_line = |indent, jc| format!("<w:ind w:firstLine=\"{indent}\"/><w:jc w:val=\"{jc}\"/>");
    let centred = "<w:jc w:val=\"center\"/>";
    let title = format!("<w:keepNext/><w:spacing w:before=\"160\" w:after=\"0\"/>{centred}<w:outlineLvl w:val=\"0\"/>");
    let part = format!(
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:contextualSpacing/>{centred}<w:outlineLvl w:val=\"1\"/>"
    );
    let body = format!("{}{}", spacing(0, 80), first_line(INDENT, "both"));
    // A label with its value is not stretched: a long word behind it would tear the label apart.
    let labelled = |indent| format!("{}{}", spacing(0, 80), first_line(indent, "left"));
    let rows = [
        (
            "OcopFormName",
            "OCOP Tên mẫu",
            format!("{}<w:jc w:val=\"right\"/>", spacing(0, 200)),
            format!("{italic}{}", size(24)),
        ),
        ("OcopCountry", "OCOP Quốc hiệu", format!("{}{centred}", spacing(0, 0)), bold.into()),
        ("OcopMotto", "OCOP Tiêu ngữ", format!("{}{centred}", spacing(0, 360)), format!("{bold}{}", size(28))),
        (
            "OcopCountryBeside",
            "OCOP Quốc hiệu cạnh",
            format!("{}{centred}", spacing(0, 0)),
            format!("{bold}{}", size(24)),
        ),
        (
            "OcopMottoBeside",
            "OCOP Tiêu ngữ cạnh",
            format!("{}{centred}", spacing(0, 60)),
            format!("{bold}{}", size(26)),
        ),
        ("Heading1", "heading 1", title, format!("{bold}{}", size(30))),
        ("OcopSubtitle", "OCOP Phụ đề", format!("{}{centred}", spacing(0, 60)), bold.into()),
        ("Heading2", "heading 2", part, bold.into()),
        ("Heading3", "heading 3", format!("<w:keepNext/>{}<w:outlineLvl w:val=\"2\"/>", spacing(80, 40)), bold.into()),
        ("OcopNumber", "OCOP Số", format!("{}{centred}", spacing(0, 60)), String::new()),
        ("OcopDay", "OCOP Ngày", format!("{}{centred}", spacing(0, 240)), italic.into()),
        ("OcopItem", "OCOP Mục", labelled(INDENT), String::new()),
        ("OcopBody", "OCOP Thân", body.clone(), String::new()),
        ("OcopDash", "OCOP Gạch", labelled(INDENT), String::new()),
        ("OcopPlus", "OCOP Cộng", labelled(INDENT * 3 / 2), String::new()),
        ("OcopNote", "OCOP Ghi chú", body, italic.into()),
        ("OcopFootnote", "OCOP Chú thích", spacing(60, 40), size(22)),
        (CELL, "OCOP Ô", spacing(20, 20), size(22)),
        (
            SIGNATURE,
            "OCOP Chữ ký",
            format!("<w:keepNext/>{}<w:ind w:left=\"3100\"/>{centred}", spacing(0, 0)),
            String::new(),
        ),
    ];
    for (id, name, paragraph, run) in rows {
        out.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        ));
    }
    out.push_str("</w:styles>");
    out
}

fn spacing(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"269\" w:lineRule=\"auto\"/>")
}

/// Half points.
fn size(half_points: u32) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}
