//! The rows of a set's criteria: parts, groups, ladders, levels, notes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::data::{Levels, Node, PartData};
use super::{At, Writer};

impl Writer {
    pub(super) fn part(&mut self, at: &At, part: &PartData, criteria: &mut Vec<(String, String)>) -> String {
        let title = self.text(at, "parts", &part.title, |w| w.parts.get(&part.title).map(String::as_str));
        let sum: u32 = part.groups.iter().map(|group| group.max).sum();
        if sum != part.max {
            at.fail(format!("the groups of part {} add up to {sum}, not {}", part.code, part.max));
        }
        let groups: String = part.groups.iter().map(|group| self.group(at, group, criteria)).collect();
        format!("PartRow {{ code: PartCode::{}, max: {}, title: {title}, groups: &[{groups}] }},", part.code, part.max)
    }

    fn group(&mut self, at: &At, group: &Node, criteria: &mut Vec<(String, String)>) -> String {
        let title = self.group_title(at, group);
        let first = criteria.len();
        let mut subgroups = String::new();
        match &group.criteria {
            None => self.criterion(at, group, criteria),
            Some(nodes) => {
                sum_of(at, group, nodes);
                for node in nodes {
                    let start = criteria.len();
                    match &node.criteria {
                        None => self.criterion(at, node, criteria),
                        Some(leaves) => {
                            sum_of(at, node, leaves);
                            leaves.iter().for_each(|leaf| self.criterion(at, leaf, criteria));
                            let title = self.group_title(at, node);
                            let _ = write!(
                                subgroups,
                                "SubgroupRow {{ code: {}, max: {}, title: {title}, criteria: [{start}, {}] }},",
                                self.codes.place(node.code.clone()),
                                node.max,
                                criteria.len()
                            );
                        }
                    }
                }
            }
        }
        format!(
            "GroupRow {{ code: {}, max: {}, title: {title}, criteria: [{first}, {}], is_leaf: {}, subgroups: &[{subgroups}] }},",
            self.codes.place(group.code.clone()),
            group.max,
            criteria.len(),
            group.criteria.is_none()
        )
    }

    fn group_title(&mut self, at: &At, group: &Node) -> usize {
        let at = At { path: at.path, set: at.set, criterion: &group.code };
        let Some(key) = &group.title else { at.fail("a group without a title") };
        self.text(&at, "groups", key, |w| w.groups.get(key).map(String::as_str))
    }

    fn criterion(&mut self, at: &At, node: &Node, criteria: &mut Vec<(String, String)>) {
        let at = At { path: at.path, set: at.set, criterion: &node.code };
        let (Some(wording), Some(ladder), Some(levels)) = (&node.wording, &node.ladder, &node.levels) else {
            at.fail("a criterion needs wording, ladder and levels")
        };
        let (levels, cases) = match levels {
            Levels::One(list) => (level_list(&at, list, "None"), None),
            Levels::Cases { a, b } => {
                let mut all = level_list(&at, a, "Some(Case::A)");
                all.extend(level_list(&at, b, "Some(Case::B)"));
                let label = |letter: &str| {
                    let key = format!("{}/{}/{letter}", at.set, node.code);
                    self.text(&at, "cases", &key, |w| w.cases.get(&key).map(String::as_str))
                };
                (all, Some(["a", "b"].map(label)))
            }
        };
        let best = levels.iter().map(|level| level.0).max().unwrap_or(0);
        if best != node.max {
            at.fail(format!("its best level has {best} points, its maximum is {}", node.max));
        }
        let ladder = self.ladder(&at, ladder, levels.len());
        let title = self.text(&at, "wordings", wording, |w| w.wordings.get(wording).map(|x| x.title.as_str()));
        let question = self.text(&at, "wordings", wording, |w| w.wordings.get(wording).map(|x| x.question.as_str()));
        let said = self.words.vi.wordings.get(wording).map(|words| format!("{} {}", words.title, words.question));
        self.say(&at, wording, &said.unwrap_or_default());
        let known = self.wordings.rows.len();
        let place = self.wordings.place(format!("[{title}, {question}]/*{wording}*/"));
        if place == known {
            self.wording_keys.push(wording.clone());
        }
        let levels: String = levels.into_iter().map(|(_, expression)| expression).collect();
        let levels = self.levels.place(format!("&[{levels}]"));
        let notes: String = node.notes.iter().map(|note| self.note(&at, note)).collect();
        let notes = self.notes.place(format!("&[{notes}]"));
        let code = self.codes.place(node.code.clone());
        criteria.push((
            node.code.clone(),
            format!(
                "CriterionRow {{ code: {code}, max: {}, wording: {place}, ladder: {ladder}, levels: {levels}, \
                 notes: {notes}, cases: {cases:?} }}",
                node.max
            ),
        ));
    }

    /// The place of a ladder, whose labels are written once, in printed order.
    fn ladder(&mut self, at: &At, ladder: &String, levels: usize) -> usize {
        let labels = (self.words.vi.ladders.get(ladder), self.words.en.ladders.get(ladder));
        let (Some(vi), Some(en)) = labels else {
            let root = self.words.root.display();
            at.fail(format!(
                "\"ladders\" of {root}/words/vi.json and en.json must both have the labels of \"{ladder}\""
            ))
        };
        if vi.len() != levels || en.len() != levels {
            at.fail(format!(
                "{levels} levels, but \"{ladder}\" has {} labels in words/vi.json of {root} and {} in words/en.json; \
                 a ladder with one level more or fewer needs a key of its own",
                vi.len(),
                en.len(),
                root = self.words.root.display(),
            ));
        }
        if vi.iter().chain(en).any(|label| label.trim().is_empty()) {
            at.fail(format!("an empty label in \"{ladder}\""));
        }
        let pairs: Vec<(String, String)> = vi.iter().cloned().zip(en.iter().cloned()).collect();
        self.words.used.insert(("ladders", ladder.clone()));
        let level_keys = self.level_keys.get(ladder).cloned().unwrap_or_default();
        let keys: Vec<String> = match level_keys.as_str() {
            "" => ('a'..='z').take(levels).map(|letter| format!("{ladder}{letter}")).collect(),
            keys => keys.split(' ').map(str::to_owned).collect(),
        };
        if keys.len() != levels || keys.iter().collect::<BTreeSet<_>>().len() != levels {
            at.fail(format!("ladders.json: \"{ladder}\" has {levels} levels: name each once, with one space between"));
        }
        if let Some(key) = keys.iter().find(|key| !self.is_level(key)) {
            at.fail(format!("ladders.json, \"{ladder}\": no ladder has the level \"{key}\""));
        }
        for (key, (vi, _)) in keys.iter().zip(&pairs) {
            self.say(at, key, vi);
        }
        let labels: Vec<usize> = pairs.into_iter().map(|(vi, en)| self.keep(at.path, vi, en)).collect();
        // Decisions that print a ladder alike share it.
        let known = (0..self.ladder_keys.len()).find(|place| {
            let [first, end] = self.ladders[*place];
            self.ladder_keys[*place] == *ladder
                && self.ladder_levels[*place] == level_keys
                && self.labels[first..end] == labels
        });
        known.unwrap_or_else(|| {
            let first = self.labels.len();
            self.labels.extend(labels);
            self.ladders.push([first, self.labels.len()]);
            self.ladder_keys.push(ladder.clone());
            self.ladder_levels.push(level_keys);
            self.ladders.len() - 1
        })
    }

    /// Whether a key is that of a level: known from an older decision, or a ladder with a place that it has.
    fn is_level(&self, key: &str) -> bool {
        let Some((last, letter)) = key.char_indices().next_back() else { return false };
        let (of, place) = (&key[..last], u32::from(letter).checked_sub(u32::from('a')).map(|place| place as usize));
        let levels = self.words.vi.ladders.get(of).map_or(0, Vec::len);
        self.said.contains_key(key) || place.is_some_and(|place| place < levels)
    }

    /// A key says the same in every decision, so that an answer or a carried criterion cannot change its meaning.
    fn say(&mut self, at: &At, key: &str, text: &str) {
        let said = self.said.entry(key.to_owned()).or_insert_with(|| text.to_owned());
        if said != text {
            let root = self.words.root.display();
            at.fail(format!(
                "\"{key}\" says {said:?} in another decision: what says {text:?} in {root}/words/vi.json needs a key of \
                 its own"
            ));
        }
    }

    /// A note is written `kind:key` in the set files.
    fn note(&mut self, at: &At, note: &str) -> String {
        let Some((kind, key)) = note.split_once(':') else { at.fail(format!("\"{note}\" is not kind:key")) };
        let variant = match kind {
            "guidance" => "Guidance",
            "evidence" => "Evidence",
            "content_requirement" => "ContentRequirement",
            "condition" => "Condition",
            "knockout" => "Knockout",
            "entry_requirement" => "EntryRequirement",
            "zero_knockout" => "ZeroKnockout",
            "minimum_applies_if" => "MinimumAppliesIf",
            other => at.fail(format!("no note kind \"{other}\"")),
        };
        let text = self.text(at, "notes", key, |w| w.notes.get(key).map(|note| note.text.as_str()));
        let asks = matches!(variant, "Knockout" | "EntryRequirement" | "MinimumAppliesIf");
        let question =
            asks.then(|| self.text(at, "notes", key, |w| w.notes.get(key).and_then(|note| note.question.as_deref())));
        format!("NoteRow {{ kind: NoteKind::{variant}, text: {text}, question: {question:?} }},")
    }
}

fn sum_of(at: &At, group: &Node, nodes: &[Node]) {
    let sum: u32 = nodes.iter().map(|node| node.max).sum();
    if sum != group.max {
        let at = At { path: at.path, set: at.set, criterion: &group.code };
        at.fail(format!("its criteria add up to {sum}, its maximum is {}", group.max));
    }
}

/// Levels are written as points with the star minimum behind: `0 1 2**** 3*****`.
fn level_list(at: &At, list: &str, case: &str) -> Vec<(u32, String)> {
    list.split_whitespace()
        .map(|level| {
            let points = level.trim_end_matches('*');
            let minimum = match level.len() - points.len() {
                0 => "None",
                3 => "Some(StarMinimum::Three)",
                4 => "Some(StarMinimum::Four)",
                5 => "Some(StarMinimum::Five)",
                other => at.fail(format!("\"{level}\": {other} stars mark no minimum")),
            };
            let Ok(points) = points.parse::<u32>() else { at.fail(format!("\"{level}\" has no points")) };
            let expression = format!("Level {{ points: Points({points}), star_minimum: {minimum}, case: {case} }},");
            (points, expression)
        })
        .collect()
}
