//! The rows of a list that are looked at, as they are kept until they are taken.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{ListDoubt, Listed, Recognised, day_doubt, same_product};
use crate::domain::calendar::Date;
use crate::domain::decision::{Star, set_with_key};

/// A row as it is kept. What is doubtful by the day, or by what is here, is found again.
#[derive(Serialize, Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Kept {
    name: String,
    subject: String,
    commune: String,
    province: String,
    code: String,
    period: String,
    revenue: String,
    /// Its key; empty: none.
    set: String,
    /// Nobody has said yet that it is this set.
    set_doubtful: bool,
    /// 0: none.
    star: u8,
    /// What the list says is no stars.
    star_wrong: bool,
    date: String,
    number: String,
    issuer: String,
}

/// The rows as a text to keep.
pub fn to_keep(rows: &[Listed]) -> String {
    let kept: Vec<Kept> = rows.iter().map(Kept::of).collect();
    // Texts and numbers alone: there is nothing in it that could fail.
    serde_json::to_string(&kept).unwrap_or_default()
}

/// The rows of a kept text, as of today; `None` where it is none of ours. `known` has the products that are here already.
pub fn listed_again(text: &str, today: Date, known: &HashSet<(String, String)>) -> Option<Vec<Listed>> {
    let kept: Vec<Kept> = serde_json::from_str(text).ok()?;
    let mut seen = HashSet::new();
    Some(kept.into_iter().map(|row| row.listed(today, known, &mut seen)).collect())
}

impl Kept {
    fn of(row: &Listed) -> Kept {
        let Listed { name, subject, commune, province, code, period, revenue, set, recognised, doubts } = row.clone();
        Kept {
            set: set.map_or_else(String::new, |set| set.key()),
            set_doubtful: doubts.contains(&ListDoubt::Set),
            star: recognised.star.map_or(0, u8::from),
            star_wrong: doubts.contains(&ListDoubt::WrongStars),
            date: recognised.date,
            number: recognised.number,
            issuer: recognised.issuer,
            name,
            subject,
            commune,
            province,
            code,
            period,
            revenue,
        }
    }

    fn listed(self, today: Date, known: &HashSet<(String, String)>, seen: &mut HashSet<(String, String)>) -> Listed {
        let set = set_with_key(&self.set);
        let star = Star::try_from(self.star).ok().filter(|star| *star >= Star::Three);
        let same = same_product(&self.name, &self.subject);
        let is_known = !self.name.is_empty() && (known.contains(&same) || seen.contains(&same));
        seen.insert(same);
        let doubts = [
            self.name.is_empty().then_some(ListDoubt::NoName),
            (set.is_none() || self.set_doubtful).then_some(ListDoubt::Set),
            (star.is_none() && !self.star_wrong).then_some(ListDoubt::Stars),
            (star.is_none() && self.star_wrong).then_some(ListDoubt::WrongStars),
            day_doubt(&self.date, today),
            is_known.then_some(ListDoubt::Known),
        ];
        Listed {
            name: self.name,
            subject: self.subject,
            commune: self.commune,
            province: self.province,
            code: self.code,
            period: self.period,
            revenue: self.revenue,
            set,
            recognised: Recognised {
                star,
                date: self.date,
                number: self.number,
                issuer: self.issuer,
                listed: true,
                ..Recognised::default()
            },
            doubts: doubts.into_iter().flatten().collect(),
        }
    }
}
