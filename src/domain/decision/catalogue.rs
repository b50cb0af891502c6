use serde_json::{Map, Value, json};

use super::{Criterion, Decision, Group, ProductSet, Text};

impl Decision {
    /// The whole catalogue as JSON, for `ocop catalogue`: every set with its parts, groups, criteria,
    /// levels, star minimums and words in both languages.
    pub fn catalogue(&self) -> Value {
        json!({ "decision": self.number, "sets": self.sets.iter().map(set).collect::<Vec<_>>() })
    }
}

fn set(set: &ProductSet) -> Value {
    json!({
        "no": set.no.0,
        "slug": set.slug,
        "name": set.name,
        "sector": set.class.sector.vi,
        "group": set.class.group.vi,
        "subgroup": set.class.subgroup.map(|subgroup| subgroup.vi),
        "class": { "sector": set.class.sector, "group": set.class.group, "subgroup": set.class.subgroup },
        "ministries": set.class.ministries,
        "disqualified_when": set.disqualification.map(|line| line.text),
        "parts": set.parts.iter().map(|part| json!({
            "code": part.code.letter(),
            "max": part.max,
            "title": part.title,
            "groups": part.groups.iter().map(|group| group_json(set, group)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn group_json(set: &ProductSet, group: &Group) -> Value {
    if group.is_leaf {
        return criterion(&set.criteria[group.criteria.start], group.title);
    }
    let mut criteria = Vec::new();
    let mut position = group.criteria.start;
    while position < group.criteria.end {
        match group.subgroups.iter().find(|subgroup| subgroup.criteria.start == position) {
            Some(subgroup) => {
                criteria.push(json!({
                    "code": subgroup.code,
                    "max": subgroup.max,
                    "title": subgroup.title,
                    "criteria": set.criteria[subgroup.criteria.clone()].iter()
                        .map(|leaf| criterion(leaf, leaf.wording.title)).collect::<Vec<_>>(),
                }));
                position = subgroup.criteria.end;
            }
            None => {
                let leaf = &set.criteria[position];
                criteria.push(criterion(leaf, leaf.wording.title));
                position += 1;
            }
        }
    }
    json!({ "code": group.code, "max": group.max, "title": group.title, "criteria": criteria })
}

fn criterion(criterion: &Criterion, title: Text) -> Value {
    let notes: Vec<Value> = criterion
        .notes
        .iter()
        .map(|note| json!({ "kind": note.kind.name(), "text": note.text, "question": note.question }))
        .collect();
    let levels: Vec<Value> = criterion
        .levels
        .iter()
        .zip(criterion.ladder.labels)
        .enumerate()
        .map(|(index, (level, label))| {
            json!({
                "points": level.points,
                "star_minimum": level.star_minimum.map(|minimum| minimum.star()),
                "case": level.case.map(|case| case.letter()),
                "label": label,
                "key": criterion.ladder.level_key(index),
            })
        })
        .collect();
    let mut fields = Map::new();
    fields.insert("code".into(), criterion.code.into());
    fields.insert("max".into(), json!(criterion.max));
    fields.insert("title".into(), json!(title));
    fields.insert("question".into(), json!(criterion.wording.question));
    fields.insert("notes".into(), notes.into());
    fields.insert("levels".into(), levels.into());
    if let Some(cases) = criterion.cases {
        fields.insert("cases".into(), json!({ "a": cases[0], "b": cases[1] }));
    }
    fields.into()
}
