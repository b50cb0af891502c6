use super::blank::blanks;
use super::draw::{draw, paper_code};
use super::source::text_of;
use super::template::Template;
use super::{Templates, table_fact};
use crate::domain::decision::{Guide, PaperId, Proof, drawn_together};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, could_prove, proves_now};
use crate::domain::figures::Figures;
use crate::domain::forms::bound::{WrittenHere, WrittenPaper};
use crate::domain::rating::Answer;

/// How far a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    NotBegun,
    Begun,
    /// Every question that the paper needs is answered, and its tables have rows.
    Answered,
    /// It was changed after it was signed.
    Changed,
    /// Its paper is at hand, though it was not written here.
    Held,
    /// It is one of the papers at hand.
    Signed,
}

/// A paper to be written for a dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Need<'a> {
    pub template: &'a Template,
    /// Places of the criteria whose chosen level it helps to prove; before it is begun, those that still want it.
    pub criteria: Vec<usize>,
    pub progress: Progress,
}

/// What the levels that are chosen ask the applicant to write, in the order of the criteria; then what every
/// dossier has; then what is begun though nothing asks for it any more. The rest are those that the product set
/// could ask for. A paper at hand is not asked for, nor is one where another that would do is at hand or begun.
pub fn needed<'a>(dossier: &Dossier, guide: &Guide, templates: &'a Templates) -> (Vec<Need<'a>>, Vec<Need<'a>>) {
    let mut now = Vec::new();
    let mut rest = Vec::new();
    let wanted: Vec<Vec<&PaperId>> =
        (0..dossier.set().criteria.len()).map(|position| wanted(dossier, guide, templates, position)).collect();
    for template in &templates.all {
        let is_begun = dossier.writings.contains_key(&template.key);
        let mut criteria: Vec<usize> = if is_begun {
            papers(template).flat_map(|paper| proves_now(dossier, guide, paper)).collect()
        } else {
            let wants =
                |papers: &[&PaperId]| papers.iter().any(|paper| self::papers(template).any(|own| own == *paper));
            wanted.iter().enumerate().filter(|(_, papers)| wants(papers)).map(|(position, _)| position).collect()
        };
        criteria.sort_unstable();
        criteria.dedup();
        let is_of_set = template.sets.contains(&dossier.set().no.0)
            || papers(template).any(|paper| !could_prove(dossier.set(), guide, paper).is_empty());
        let need = Need { template, progress: progress(dossier, template), criteria };
        if template.always || is_begun || !need.criteria.is_empty() {
            now.push(need);
        } else if is_of_set {
            rest.push(need);
        }
    }
    now.sort_by_key(|need| need.criteria.first().copied().unwrap_or(usize::MAX));
    (now, rest)
}

/// What a template writes, and what it goes along with.
fn papers(template: &Template) -> impl Iterator<Item = &PaperId> {
    template.papers.iter().chain(&template.beside)
}

/// The papers that a criterion's chosen level still wants: of each part of which no list is at hand, one list: the
/// one of which most is noted, else that which is begun, else one that can be written here.
fn wanted<'a>(dossier: &Dossier, guide: &'a Guide, templates: &Templates, position: usize) -> Vec<&'a PaperId> {
    let (Some(criterion), Answer::Level(level)) =
        (dossier.set().criteria.get(position), dossier.assessment.answer(position))
    else {
        return Vec::new();
    };
    let lists: Vec<&Proof> = guide.proofs(criterion).iter().filter(|proof| proof.level == usize::from(level)).collect();
    let noted =
        |id: &&&PaperId| dossier.holds(id) || dossier.papers.iter().any(|paper| paper.paper.as_ref() == Some(**id));
    let begun = |id: &&PaperId| templates.of_paper(id).any(|template| dossier.writings.contains_key(&template.key));
    let here = |id: &&PaperId| templates.of_paper(id).next().is_some();
    let mut wanted = Vec::new();
    for part in drawn_together(&lists) {
        let best = part.iter().rev().max_by_key(|list| {
            let is_whole = list.iter().all(|id| dossier.holds(id));
            (is_whole, list.iter().filter(noted).count(), list.iter().any(begun), list.iter().any(here))
        });
        wanted.extend(best.into_iter().flatten().filter(|id| !dossier.holds(id)));
    }
    wanted
}

/// How far the paper of a template is.
pub fn progress(dossier: &Dossier, template: &Template) -> Progress {
    if paper_of(dossier, template).is_some_and(|paper| paper.holding == Holding::Have) {
        return if is_changed(dossier, template) { Progress::Changed } else { Progress::Signed };
    }
    let figures = Figures::of(dossier.set().decision());
    let rows = |key: &str| dossier.tables.get(key).is_some_and(|table| !table.is_empty());
    let mut tables = template.table_bodies().filter(|body| table_fact(template, figures, &body.key).is_some());
    let written = dossier.writings.contains_key(&template.key) || template.tables.keys().any(|key| rows(key));
    let mut prompts = template.prompts.iter().filter(|prompt| !prompt.optional);
    let whole = prompts.all(|prompt| !text_of(dossier, template, prompt).trim().is_empty())
        && tables.all(|body| body.blank > 0 || rows(&body.key));
    match (written, whole) {
        // A paper that stands in full elsewhere in the dossier was written there.
        (_, true) if written || !template.prompts.is_empty() || template.table_bodies().next().is_some() => {
            Progress::Answered
        }
        (true, _) => Progress::Begun,
        _ if template.papers.iter().any(|paper| dossier.holds(paper)) => Progress::Held,
        _ => Progress::NotBegun,
    }
}

/// The paper in the one list that a writing became.
pub fn paper_of<'a>(dossier: &'a Dossier, template: &Template) -> Option<&'a PaperRecord> {
    let writing = dossier.writings.get(&template.key).filter(|writing| !writing.paper.is_empty())?;
    dossier.papers.iter().find(|paper| paper.id == writing.paper)
}

/// Whether a paper says something else now than when it was signed.
pub fn is_changed(dossier: &Dossier, template: &Template) -> bool {
    let signed = dossier.writings.get(&template.key).map_or("", |writing| &writing.signed);
    !signed.is_empty() && signed != paper_code(dossier, template)
}

/// The papers at hand that were written here, each with its template.
pub fn written_papers<'a>(dossier: &'a Dossier, templates: &'a Templates) -> Vec<(&'a PaperRecord, &'a Template)> {
    let of = |template: &'a Template| Some((paper_of(dossier, template)?, template));
    templates.all.iter().filter_map(of).filter(|(paper, _)| paper.holding == Holding::Have).collect()
}

/// The papers at hand that were written here, as they are printed, by the id of the paper.
pub fn written_here(dossier: &Dossier, templates: &Templates) -> WrittenHere {
    written_papers(dossier, templates)
        .into_iter()
        .map(|(paper, template)| {
            let blanks = blanks(dossier, template).len();
            (paper.id.clone(), WrittenPaper { text: draw(dossier, template), blanks })
        })
        .collect()
}

/// The paper of the guide that a template is for this dossier: the one that proves the level that is chosen, or
/// else the first that could prove some level.
pub fn guide_paper<'a>(dossier: &Dossier, guide: &Guide, template: &'a Template) -> Option<&'a PaperId> {
    let mut papers = template.papers.iter();
    let proves = papers.clone().find(|paper| !proves_now(dossier, guide, paper).is_empty());
    proves.or_else(|| papers.find(|paper| !could_prove(dossier.set(), guide, paper).is_empty()))
}
