//! Long words: help, papers, glossary, readings. Too long for the first visit, so they are files
//! of their own that the page fetches after the first question, and that the tests read from disk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Criterion, SetNo};

/// Key of a concrete paper, such as `trademark-certificate`.
pub type PaperId = String;

/// A row of Form 02's evidence table, 1 to 15 in printed order; 0: a paper outside the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EvidenceKind(pub u8);

/// What holds in every language: `guide/facts.json`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideFacts {
    pub papers: BTreeMap<PaperId, Paper>,
    /// By wording key, or by the key of a ladder with levels of others: which papers show which level. Advice of ours, as Form 02's table is guidance.
    pub proofs: BTreeMap<String, Vec<Proof>>,
    /// By wording key: the months that raising this criterion usually takes, least and most.
    pub lead: BTreeMap<String, (u8, u8)>,
}

/// A concrete paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    pub kind: EvidenceKind,
    /// Whether such papers usually end on a date.
    pub expires: bool,
    /// Where it comes from.
    #[serde(default)]
    pub source: PaperSource,
    /// The months that getting it usually takes, least and most: said once here, and filled in for
    /// `{months id}` wherever a text says it.
    #[serde(default)]
    pub lead: Option<(u8, u8)>,
}

/// Where a paper comes from: whom to ask for it. Advice of ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperSource {
    #[default]
    Unknown,
    /// The applicant writes it.
    Own,
    /// The applicant gathers it: photos, invoices, pages.
    Gather,
    /// Signed with a buyer, agent or partner.
    Partner,
    Commune,
    Province,
    Laboratory,
    Certifier,
    /// The national offices of intellectual property and of copyright.
    PropertyOffice,
    /// A provider of traceability codes.
    Provider,
    TrainingCentre,
}

impl PaperSource {
    /// Whether the applicant makes or gathers it: nobody else numbers it, issues it or ends it.
    pub fn is_made(self) -> bool {
        matches!(self, PaperSource::Own | PaperSource::Gather)
    }

    /// How many weeks it usually takes to get a paper from there, least and most. Advice of ours.
    pub fn weeks(self) -> Option<(u8, u8)> {
        Some(match self {
            PaperSource::Unknown | PaperSource::Own | PaperSource::Gather => return None,
            PaperSource::Partner => (1, 4),
            PaperSource::Commune => (1, 3),
            PaperSource::Province => (3, 8),
            PaperSource::Laboratory => (1, 3),
            PaperSource::Certifier => (12, 52),
            PaperSource::PropertyOffice => (8, 96),
            PaperSource::Provider => (1, 3),
            PaperSource::TrainingCentre => (1, 8),
        })
    }
}

/// Papers that together show a level; a level may have several such lists.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Index of the level in printed order.
    pub level: usize,
    pub all: Vec<PaperId>,
}

/// The words of one language: `guide/vi.json`, `guide/en.json`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideWords {
    /// By wording key.
    pub help: BTreeMap<String, Help>,
    pub papers: BTreeMap<PaperId, String>,
    /// By row of the evidence table, "1" to "15": the form's label and a short name of ours.
    pub evidence_kinds: BTreeMap<u8, (String, String)>,
    pub glossary: Vec<Term>,
    pub readings: Vec<Reading>,
    /// By set: whom an example speaks of on the pages of that set.
    #[serde(default)]
    pub makers: BTreeMap<u8, Maker>,
    /// What holds by practice or by another law, and may change.
    #[serde(default)]
    pub practice: Vec<Practice>,
    /// How months are said, with `{least}` and `{most}`.
    #[serde(default)]
    pub months: String,
}

/// Help with one criterion. A text that several sets share speaks of `{maker}` and `{product}`, or of
/// `{example}`, and is told for a set by [`Guide::help`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    pub text: String,
    /// By set, where one example does not fit all.
    #[serde(default)]
    pub examples: BTreeMap<u8, String>,
    /// Advice on how long it takes.
    pub lead: String,
    /// What in it may change: keys of [`GuideWords::practice`].
    #[serde(default)]
    pub practice: Vec<String>,
}

/// Somebody who makes a typical product of a set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maker {
    pub maker: String,
    pub product: String,
}

/// A statement of practice, or of a law other than the Decision: true on a day, by a source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    pub id: String,
    pub text: String,
    /// Month and year.
    pub as_of: String,
    pub source: String,
}

/// A term of art.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: String,
    pub term: String,
    /// Other spellings under which it stands in the texts.
    pub also: Vec<String>,
    pub text: String,
}

/// A place that the Decision leaves open, and how we settle it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub id: String,
    pub title: String,
    pub text: String,
}

/// The guide in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guide {
    /// The name of the decision's folder that it is from; empty for one that is of none.
    pub decision: &'static str,
    pub facts: GuideFacts,
    pub words: GuideWords,
}

#[cfg(test)]
impl Guide {
    /// The guide of 26/2026 in a language, for tests.
    pub fn of_26_2026(language: super::Language) -> Guide {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/decisions/26-2026/guide");
        let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.json")).expect(name);
        Guide::parse(&read("facts"), &read(language.tag())).expect("the guide is JSON of its form")
    }
}

impl Guide {
    /// Reads the two files; an error says where the JSON is wrong.
    pub fn parse(facts: &str, words: &str) -> Result<Guide, serde_json::Error> {
        let facts: GuideFacts = serde_json::from_str(facts)?;
        let mut words: GuideWords = serde_json::from_str(words)?;
        for help in words.help.values_mut() {
            help.lead = with_months(&help.lead, &facts, &words.months);
        }
        Ok(Guide { decision: "", facts, words })
    }

    /// The help with a wording as it is told on the pages of a set.
    pub fn help(&self, wording: &str, set: SetNo) -> Option<String> {
        let help = self.words.help.get(wording)?;
        let mut text = help.text.clone();
        if let Some(example) = help.examples.get(&set.0) {
            text = text.replace("{example}", example);
        }
        if let Some(Maker { maker, product }) = self.words.makers.get(&set.0) {
            text = text.replace("{maker}", maker).replace("{product}", product);
        }
        Some(text)
    }

    /// What in the help with a wording may change with time.
    pub fn practice<'a>(&'a self, wording: &str) -> impl Iterator<Item = &'a Practice> + use<'a> {
        let keys = self.words.help.get(wording).map(|help| help.practice.as_slice()).unwrap_or_default();
        keys.iter().filter_map(|key| self.words.practice.iter().find(|practice| practice.id == *key))
    }

    /// The lists of papers that each show a level of a criterion. A ladder with levels of others has lists of its own,
    /// under its key: those of the wording count the levels of another ladder.
    pub fn proofs(&self, criterion: &Criterion) -> &[Proof] {
        let key = if criterion.ladder.has_own_levels() { criterion.wording.key } else { criterion.ladder.key };
        self.facts.proofs.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The lists of papers of a criterion that are held in full, each with the level it shows.
    pub fn supported_proofs<'a>(
        &'a self,
        criterion: &Criterion,
        held: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = &'a Proof> {
        let proofs = self.proofs(criterion);
        proofs.iter().filter(move |proof| !proof.all.is_empty() && proof.all.iter().all(|paper| held(paper)))
    }
}

/// A text with every `{months paper}` said; a paper without months leaves its place as it is.
fn with_months(text: &str, facts: &GuideFacts, months: &str) -> String {
    facts.papers.iter().fold(text.to_owned(), |text, (id, paper)| match paper.lead {
        Some((least, most)) if text.contains("{months ") => {
            let said = months.replace("{least}", &least.to_string()).replace("{most}", &most.to_string());
            text.replace(&format!("{{months {id}}}"), &said)
        }
        _ => text,
    })
}

/// What shows a level, put for people: every part is needed, and of each part one of the lists will do.
pub type Parts<'a> = Vec<Vec<Vec<&'a PaperId>>>;

/// The lists of papers that each show a level, drawn together: "a and one of b, c" instead of "a and b,
/// or a and c". Lists that cannot be drawn together stay whole, as one part with a choice among them.
pub fn drawn_together<'a>(lists: &[&'a Proof]) -> Parts<'a> {
    let mut papers: Vec<&PaperId> = Vec::new();
    for paper in lists.iter().flat_map(|proof| &proof.all) {
        if !papers.contains(&paper) {
            papers.push(paper);
        }
    }
    // Papers that never go together stand for each other, directly or through a third.
    let together = |a: &PaperId, b: &PaperId| lists.iter().any(|proof| proof.all.contains(a) && proof.all.contains(b));
    let mut parts: Vec<Vec<&PaperId>> = Vec::new();
    for paper in papers {
        let (mine, others): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|part| part.iter().any(|known| !together(known, paper)));
        parts = others;
        let mut part: Vec<&PaperId> = mine.into_iter().flatten().collect();
        part.push(paper);
        parts.push(part);
    }
    let product: usize = parts.iter().map(Vec::len).product();
    if product == lists.len() && lists.iter().all(|proof| proof.all.len() == parts.len()) {
        parts.sort_by_key(Vec::len);
        return parts.into_iter().map(|part| part.into_iter().map(|paper| vec![paper]).collect()).collect();
    }
    let whole: Vec<Vec<&PaperId>> = lists.iter().map(|proof| proof.all.iter().collect()).collect();
    if whole.is_empty() { Vec::new() } else { vec![whole] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lists: &[&str], expected: &[&[&str]]) {
        let proofs: Vec<Proof> =
            lists.iter().map(|list| Proof { level: 0, all: list.split(' ').map(str::to_owned).collect() }).collect();
        let drawn = drawn_together(&proofs.iter().collect::<Vec<_>>());
        let words: Vec<Vec<String>> = drawn
            .iter()
            .map(|part| {
                let list = |list: &Vec<&PaperId>| list.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
                part.iter().map(list).collect()
            })
            .collect();
        assert_eq!(words, expected, "{lists:?}");
    }

    #[test]
    fn lists_are_drawn_together_where_they_differ_in_one_place() {
        check(&["a b"], &[&["a"], &["b"]]);
        check(&["a b", "a c"], &[&["a"], &["b", "c"]]);
        check(
            &["t o m d", "t o m p", "t o m c", "t o u d", "t o u p", "t o u c"],
            &[&["t"], &["o"], &["m", "u"], &["d", "p", "c"]],
        );
    }

    #[test]
    fn lists_that_differ_as_a_whole_stay_whole() {
        check(&["a b", "c d"], &[&["a b", "c d"]]);
        check(&["a", "b c"], &[&["a", "b c"]]);
    }

    #[test]
    fn help_is_told_for_the_set_on_whose_page_it_stands() {
        let facts = r#"{"papers": {"p": {"kind": 1, "expires": false, "lead": [1, 3]}}, "proofs": {}, "lead": {}}"#;
        let words = r#"{"help": {"c1": {"text": "{maker} with {product}: {example}.", "examples": {"2": "two"}, "practice": ["law"],
            "lead": "It takes {months p}, {months q}."}}, "papers": {}, "evidence_kinds": {}, "glossary": [], "readings": [],
            "makers": {"1": {"maker": "A", "product": "a"}, "2": {"maker": "B", "product": "b"}},
            "practice": [{"id": "law", "text": "t", "as_of": "1", "source": "s"}], "months": "{least} to {most} months"}"#;
        let guide = Guide::parse(facts, words).expect("it is of its form");
        assert_eq!(guide.help("c1", SetNo(2)).as_deref(), Some("B with b: two."));
        assert_eq!(guide.help("c1", SetNo(1)).as_deref(), Some("A with a: {example}."));
        assert_eq!(guide.words.help["c1"].lead, "It takes 1 to 3 months, {months q}.");
        assert_eq!(guide.practice("c1").map(|practice| practice.id.as_str()).collect::<Vec<_>>(), ["law"]);
        assert_eq!(guide.help("c2", SetNo(1)), None);
    }

    #[test]
    fn nothing_asked_is_nothing_drawn() {
        assert!(drawn_together(&[]).is_empty());
    }
}
