//! Where the text of a decision says what the program tells of it.

use super::Language;

/// A place in the text: an article, and within it a clause and a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article {
    pub article: u8,
    pub clause: Option<u8>,
    pub point: Option<char>,
}

impl Article {
    /// As the language cites it: “điểm d khoản 2 Điều 6”, “article 6.2d”.
    pub fn text(self, language: Language) -> String {
        let Article { article, .. } = self;
        let clause = self.clause.map_or(String::new(), |clause| match language {
            Language::Vi => format!("khoản {clause} "),
            Language::En => format!(".{clause}"),
        });
        let point = self.point.map_or(String::new(), |point| match language {
            Language::Vi => format!("điểm {point} "),
            Language::En => point.into(),
        });
        match language {
            Language::Vi => format!("{point}{clause}Điều {article}"),
            Language::En => format!("article {article}{clause}{point}"),
        }
    }
}

/// The articles that messages and papers name, by what they are about. Those given are of 26/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cites {
    /// Who may apply (2.3).
    pub applicants: Article,
    /// Points and stars (3.3).
    pub stars: Article,
    /// Which stars have a certificate, and from whom (4.1).
    pub certificates: Article,
    /// How long a certificate is valid (4.3).
    pub term: Article,
    /// The rounds of a year (5).
    pub rounds: Article,
    /// What a dossier consists of (6.1).
    pub components: Article,
    /// What an upgrade has to show (6.1b).
    pub upgrade: Article,
    /// Sample products (6.2d).
    pub samples: Article,
    /// Where a dossier is handed in (7.1).
    pub handing_in: Article,
    /// What the commune assesses, and how long (7.2).
    pub commune: Article,
    /// What goes on to the central council (7.3e).
    pub centre: Article,
    /// How a re-rating goes (7.6).
    pub renewal: Article,
    /// When it is filed (7.6a).
    pub renewal_window: Article,
    /// What keeps a certificate valid until there is a result (12.3).
    pub prolonging: Article,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_cited_as_the_language_does() {
        let check = |clause, point, vi: &str, en: &str| {
            let article = Article { article: 6, clause, point };
            assert_eq!([article.text(Language::Vi), article.text(Language::En)], [vi, en]);
        };
        check(None, None, "Điều 6", "article 6");
        check(Some(2), None, "khoản 2 Điều 6", "article 6.2");
        check(Some(2), Some('d'), "điểm d khoản 2 Điều 6", "article 6.2d");
    }
}
