use std::collections::BTreeMap;

use super::{Dossier, Field};
use crate::domain::calendar::Date;
use crate::domain::decision::Language;

/// Something of a recognised product kept as it happens, for the next re-rating (article 6.1c).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogEntry {
    /// Unique in the dossier.
    pub id: String,
    pub topic: LogTopic,
    /// dd/mm/yyyy, or the year alone for a year's figure.
    pub date: String,
    pub text: String,
    /// Ids of the papers in [`Dossier::papers`] that show it.
    pub papers: Vec<String>,
}

/// What an entry is about: by topic, for a product recognised under an earlier decision has no
/// answers under this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogTopic {
    /// A year's figures.
    #[default]
    Output,
    Turnover,
    Profit,
    Workers,
    Market,
    /// What changed.
    Materials,
    Technology,
    Packaging,
    Label,
    Declaration,
    /// What was done.
    Test,
    Achievement,
    /// An inspection of its own, or of an authority (article 9).
    Inspection,
}

impl LogTopic {
    pub const ALL: [LogTopic; 13] = [
        LogTopic::Output,
        LogTopic::Turnover,
        LogTopic::Profit,
        LogTopic::Workers,
        LogTopic::Market,
        LogTopic::Materials,
        LogTopic::Technology,
        LogTopic::Packaging,
        LogTopic::Label,
        LogTopic::Declaration,
        LogTopic::Test,
        LogTopic::Achievement,
        LogTopic::Inspection,
    ];

    /// What a year leaves, to be written down each year.
    pub const YEARLY: [LogTopic; 4] = [LogTopic::Output, LogTopic::Turnover, LogTopic::Profit, LogTopic::Workers];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            LogTopic::Output => "output",
            LogTopic::Turnover => "turnover",
            LogTopic::Profit => "profit",
            LogTopic::Workers => "workers",
            LogTopic::Market => "market",
            LogTopic::Materials => "materials",
            LogTopic::Technology => "technology",
            LogTopic::Packaging => "packaging",
            LogTopic::Label => "label",
            LogTopic::Declaration => "declaration",
            LogTopic::Test => "test",
            LogTopic::Achievement => "achievement",
            LogTopic::Inspection => "inspection",
        }
    }

    /// Where Form 02 asks for it: its topic of a re-rating, and its part II.
    fn fields(self) -> (Option<Field>, Option<Field>) {
        match self {
            LogTopic::Output => (Some(Field::RenewedOutput), Some(Field::ResultsBusiness)),
            LogTopic::Turnover => (Some(Field::RenewedRevenue), Some(Field::ResultsBusiness)),
            LogTopic::Profit | LogTopic::Workers => (None, Some(Field::ResultsBusiness)),
            LogTopic::Market => (Some(Field::RenewedMarket), Some(Field::ResultsMarket)),
            LogTopic::Materials => (Some(Field::RenewedMaterials), Some(Field::ResultsMaterials)),
            LogTopic::Technology => (Some(Field::RenewedTechnology), Some(Field::ResultsQuality)),
            LogTopic::Packaging => (Some(Field::RenewedPackaging), None),
            LogTopic::Label => (Some(Field::RenewedLabels), None),
            LogTopic::Declaration => (Some(Field::RenewedDeclaration), None),
            LogTopic::Test => (Some(Field::RenewedTests), Some(Field::ResultsQuality)),
            LogTopic::Achievement => (Some(Field::RenewedAchievements), None),
            LogTopic::Inspection => (None, Some(Field::ResultsQuality)),
        }
    }

    /// What it is called in Vietnamese, the language of the forms, and in English.
    pub fn label(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            LogTopic::Output => ("Sản lượng", "Output"),
            LogTopic::Turnover => ("Doanh thu", "Turnover"),
            LogTopic::Profit => ("Lợi nhuận", "Profit"),
            LogTopic::Workers => ("Lao động", "Workers"),
            LogTopic::Market => ("Thị trường", "Markets"),
            LogTopic::Materials => ("Nguyên liệu", "Materials"),
            LogTopic::Technology => ("Công nghệ", "Technology"),
            LogTopic::Packaging => ("Bao bì", "Packaging"),
            LogTopic::Label => ("Nhãn mác", "Label"),
            LogTopic::Declaration => ("Công bố chất lượng", "Quality declaration"),
            LogTopic::Test => ("Kiểm nghiệm", "Test"),
            LogTopic::Achievement => ("Thành tích", "Achievement"),
            LogTopic::Inspection => ("Kiểm tra, tự kiểm tra", "Inspection"),
        };
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }
}

impl LogEntry {
    /// The year it belongs to: of its day, or written alone.
    pub fn year(&self) -> Option<i32> {
        let text = self.date.trim();
        let alone = (text.len() == 4).then(|| text.parse().ok()).flatten();
        Date::written(text).map(Date::year).or(alone)
    }

    /// For sorting: a year alone stands at its end.
    pub fn day(&self) -> Date {
        let end = self.year().and_then(|year| Date::new(year, 12, 31));
        Date::written(&self.date).or(end).unwrap_or(Date::LAST)
    }
}

/// The topics of a year's figures that nothing is written of.
pub fn missing_of_year(dossier: &Dossier, year: i32) -> Vec<LogTopic> {
    let known = |topic: LogTopic| dossier.log.iter().any(|entry| entry.topic == topic && entry.year() == Some(year));
    LogTopic::YEARLY.into_iter().filter(|topic| !known(*topic)).collect()
}

/// What the log says for the topics of a re-rating and for Form 02's part II, in the order of days,
/// each with the papers that show it. To be edited, so only for fields that are empty.
pub fn from_log(dossier: &Dossier) -> Vec<(Field, String)> {
    let mut entries: Vec<_> = dossier.log.iter().filter(|entry| !entry.text.trim().is_empty()).collect();
    entries.sort_by_key(|entry| (entry.topic, entry.day()));
    let mut texts: BTreeMap<Field, Vec<String>> = BTreeMap::new();
    for entry in entries {
        let (topic, part) = entry.topic.fields();
        if let Some(field) = topic {
            texts.entry(field).or_default().push(line(dossier, entry, false));
        }
        if let Some(field) = part {
            texts.entry(field).or_default().push(line(dossier, entry, true));
        }
    }
    let empty = |field: &Field| dossier.fields.get(*field).trim().is_empty();
    texts.into_iter().filter(|(field, _)| empty(field)).map(|(field, lines)| (field, lines.join("\n"))).collect()
}

fn line(dossier: &Dossier, entry: &LogEntry, named: bool) -> String {
    let papers = dossier.papers.iter().filter(|paper| entry.papers.contains(&paper.id));
    let titles: Vec<&str> = papers.map(|paper| paper.title.trim()).filter(|title| !title.is_empty()).collect();
    let name = if named { format!("{} ", entry.topic.label(Language::Vi)) } else { String::new() };
    let date = entry.date.trim();
    let date = if date.len() == 4 { format!("năm {date}") } else { date.to_owned() };
    let head = format!("{name}{date}");
    let head = if head.trim().is_empty() { String::new() } else { format!("{}: ", head.trim()) };
    let shown = if titles.is_empty() { String::new() } else { format!(" ({})", titles.join(", ")) };
    format!("{head}{}{shown}", entry.text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::PaperRecord;

    fn entry(topic: LogTopic, date: &str, text: &str, papers: &[&str]) -> LogEntry {
        LogEntry {
            id: format!("{}{date}", topic.name()),
            topic,
            date: date.into(),
            text: text.into(),
            papers: papers.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    /// Three years of an orange, out of order.
    fn kept() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.papers.push(PaperRecord {
            id: "vat".into(),
            title: "Tờ khai thuế 2025".into(),
            ..PaperRecord::default()
        });
        dossier.log = vec![
            entry(LogTopic::Output, "2025", "135 tấn", &["vat"]),
            entry(LogTopic::Output, "2024", "120 tấn", &[]),
            entry(LogTopic::Output, "2026", "150 tấn", &[]),
            entry(LogTopic::Profit, "2025", "410 triệu đồng", &[]),
            entry(LogTopic::Packaging, "12/03/2025", "Đổi sang hộp giấy", &[]),
            entry(LogTopic::Test, "01/06/2026", " ", &[]),
        ];
        dossier
    }

    #[test]
    fn a_re_rating_is_filled_from_three_years() {
        let mut dossier = kept();
        dossier.fields.set(Field::ResultsBusiness, "Tự viết".into());
        let found = from_log(&dossier);
        let expected = [
            (Field::RenewedPackaging, "12/03/2025: Đổi sang hộp giấy"),
            (Field::RenewedOutput, "năm 2024: 120 tấn\nnăm 2025: 135 tấn (Tờ khai thuế 2025)\nnăm 2026: 150 tấn"),
        ];
        assert_eq!(found, expected.map(|(field, text)| (field, text.to_owned())), "what is written stays");
        dossier.fields.set(Field::ResultsBusiness, String::new());
        let business = from_log(&dossier).into_iter().find(|(field, _)| *field == Field::ResultsBusiness);
        let text = business.map(|(_, text)| text).unwrap_or_default();
        assert!(text.starts_with("Sản lượng năm 2024: 120 tấn\n"), "{text}");
        assert!(text.ends_with("Lợi nhuận năm 2025: 410 triệu đồng"), "{text}");
    }

    #[test]
    fn a_year_lacks_what_nobody_wrote() {
        let dossier = kept();
        assert_eq!(missing_of_year(&dossier, 2025), [LogTopic::Turnover, LogTopic::Workers]);
        assert_eq!(missing_of_year(&dossier, 2023).len(), 4);
    }

    #[test]
    fn every_topic_has_a_name_of_its_own_and_a_place_in_form_02() {
        for topic in LogTopic::ALL {
            assert_eq!(LogTopic::ALL.iter().filter(|other| other.name() == topic.name()).count(), 1);
            assert_ne!(topic.fields(), (None, None), "{topic:?}");
        }
    }
}
