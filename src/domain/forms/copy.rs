use super::html::{body, escape};
use super::model::Document;

/// The same styles as the page's preview and print.
const STYLES: &str = include_str!("../../../styles/forms.css");

/// Above the forms on a screen, not on paper.
const NOTE_STYLES: &str = "body{margin:0;background:#eee}.copy-note{max-width:210mm;margin:16px auto;padding:0 16px;\
font:16px/1.5 system-ui,sans-serif;color:#333}.copy-note h1{font-size:20px;margin:0 0 4px}.copy-note p{margin:0}\
@media print{body{background:#fff}.copy-note{display:none}}";

/// What the data block of a copy begins with.
const DATA_ID: &str = "id=\"ocop-dossier\"";

/// The forms as one HTML file that opens anywhere without network or script. It carries the
/// dossier's JSON as data, so that the page can open it again ([`json_in_copy`]).
///
/// Nothing in it runs: the policy forbids every script, and the block of data is none.
pub fn copy_html(title: &str, forms: &[Document], json: &str) -> String {
    let title = if title.is_empty() { "Hồ sơ OCOP".to_string() } else { format!("{title} - Hồ sơ OCOP") };
    let title = escape(&title);
    let forms: String = forms.iter().map(body).collect();
    // `<` appears in JSON only inside strings, where its escape means the same.
    let json = json.replace('<', "\\u003c");
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLES}\n{NOTE_STYLES}\n</style>\n</head>\n<body>\n<header class=\"copy-note\">\n<h1>{title}</h1>\n\
         <p>Bản tự đánh giá của chủ thể, chưa nộp. Tệp này mở lại được trong trang tự đánh giá OCOP.</p>\n</header>\n\
         <main>\n{forms}</main>\n<script type=\"application/json\" {DATA_ID}>{json}</script>\n</body>\n</html>\n"
    )
}

/// The dossier's JSON in a copy made by [`copy_html`], `None` if the text is no such copy.
pub fn json_in_copy(html: &str) -> Option<&str> {
    // What an applicant types stands escaped before it, so it cannot pass for the mark.
    let (_, after) = html.split_once(DATA_ID)?;
    let (_, data) = after.split_once('>')?;
    let (json, _) = data.split_once("</script")?;
    Some(json.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_comes_back_as_the_same_value_whatever_it_holds() {
        let json = r#"{"a":"</script><script>alert(1)</script><!-- id=\"ocop-dossier\">"}"#;
        let html = copy_html("</title><b>\"", &[], json);
        assert_eq!(html.matches("<script").count(), 1);
        assert_eq!(html.matches("</script").count(), 1);
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(value(json_in_copy(&html).expect("found")), value(json));
    }

    #[test]
    fn a_title_cannot_pass_for_the_data() {
        let html = copy_html("id=\"ocop-dossier\">{}</script>", &[], "{\"real\":1}");
        assert_eq!(json_in_copy(&html), Some("{\"real\":1}"));
    }

    #[test]
    fn another_page_has_no_dossier() {
        assert_eq!(json_in_copy("<html><script>{}</script></html>"), None);
        assert_eq!(json_in_copy("id=\"ocop-dossier\""), None);
        assert_eq!(json_in_copy("id=\"ocop-dossier\">{"), None);
        assert_eq!(json_in_copy(""), None);
    }
}
