use super::ProductSet;

include!(concat!(env!("OUT_DIR"), "/printed.rs"));

/// What Annex II calls a criterion, by its place in the set. The forms carry this name, so that an
/// officer finds it in the Decision; on the page a criterion has the title in our words.
pub fn printed_criterion(set: &ProductSet, position: usize) -> &'static str {
    let Some(criterion) = set.criteria.get(position) else { return "" };
    let (id, wording) = (set.decision().id, criterion.wording);
    let printed = CRITERIA.iter().find(|(decision, key, _)| *decision == id && *key == wording.key);
    printed.map_or(wording.title.vi, |(_, _, name)| name)
}

/// What Annex II calls the part, group or division with this code, without the points it prints behind
/// a part. `None` where nothing above the criteria has this code.
pub fn printed_above(set: &ProductSet, code: &str) -> Option<&'static str> {
    let id = set.decision().id;
    let printed = ABOVE.iter().find(|(decision, no, known, _)| *decision == id && *no == set.no.0 && *known == code);
    printed.map(|(_, _, _, name)| *name)
}

/// What the head of a set's scoring sheet prints (Annex II).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedSheet {
    pub name: &'static str,
    /// The class in the words of Annex II, which are not always those of Annex I.
    pub class: &'static str,
    /// The line that rejects a dossier; empty where none is printed (set 26).
    pub rejection: &'static str,
}

/// The head of the set's scoring sheet; in our words where its decision's folder has none.
pub fn printed_sheet(set: &ProductSet) -> PrintedSheet {
    let id = set.decision().id;
    match SHEETS.iter().find(|(decision, no, _)| *decision == id && *no == set.no.0) {
        Some((_, _, [name, class, rejection])) => PrintedSheet { name, class, rejection },
        None => PrintedSheet {
            name: set.name.vi,
            class: set.class.group.vi,
            rejection: set.disqualification.map_or("", |line| line.text.vi),
        },
    }
}

/// Places of the criteria that a topic of Form 03 part II is about (article 7.2), by the topic's key.
pub fn topic_criteria(set: &ProductSet, topic: &str) -> Vec<usize> {
    let id = set.decision().id;
    let keys =
        TOPICS.iter().find(|(decision, known, _)| *decision == id && *known == topic).map_or(&[][..], |row| row.2);
    (0..set.criteria.len()).filter(|position| keys.contains(&set.criteria[*position].wording.key)).collect()
}
