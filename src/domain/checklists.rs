//! Lists to be ticked by hand: what stands on the label of a kind of product, what is looked at on a visit
//! to the site, and what the samples need. Advice of ours, with its source and date, as data of the
//! decision (`checklists.json` in its folder).

use std::sync::LazyLock;

use serde::Deserialize;

use super::decision::{CHECKLISTS, ProductSet};
use super::figures::Words;

/// The lists of one decision.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklists {
    /// Where the contents of labels come from, and of when that is.
    pub source: Words,
    pub label: Vec<LabelKind>,
    pub visit: Vec<Words>,
    pub samples: Vec<Words>,
    pub samples_source: Words,
}

/// What stands on the label of some product sets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelKind {
    /// Numbers of the product sets.
    pub sets: Vec<u8>,
    pub title: Words,
    pub items: Vec<Words>,
    /// What is looked at on a visit, and what samples need, where the common lists do not fit: an orchid has no
    /// date of expiry, a homestay no growing area.
    #[serde(default)]
    pub visit: Option<Vec<Words>>,
    #[serde(default)]
    pub samples: Option<Vec<Words>>,
}

/// The lists for a product set and its kind of label; `None` where its decision brings none.
pub fn checklists(set: &ProductSet) -> Option<(&'static Checklists, &'static LabelKind)> {
    static ALL: LazyLock<Vec<(&str, Checklists)>> = LazyLock::new(|| {
        let parsed = CHECKLISTS.iter().filter_map(|(id, text)| Some((*id, serde_json::from_str(text).ok()?)));
        parsed.collect()
    });
    let (_, lists) = ALL.iter().find(|(id, _)| *id == set.decision().id)?;
    Some((lists, lists.label.iter().find(|kind| kind.sets.contains(&set.no.0))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    #[test]
    fn every_set_has_its_label_once() {
        for set in first().sets {
            let (lists, _) = checklists(set).unwrap_or_else(|| panic!("set {}", set.no.0));
            assert_eq!(lists.label.iter().filter(|kind| kind.sets.contains(&set.no.0)).count(), 1, "set {}", set.no.0);
        }
    }
}
