//! The rating in a file: written for other programs, and when read held against the computed one.

use super::super::Dossier;
use super::node::{self, Node};
use super::place::shortened;
use super::reader::{Branch, Reader, shown};
use super::write::Keyed;
use super::{Place, Problem, Shape};
use crate::domain::decision::{Points, Star, StarMinimum};
use crate::domain::rating::KnockOut;

#[derive(serde::Serialize)]
pub(super) struct WireRating {
    total: Points,
    parts: Keyed<&'static str, Points>,
    /// `null`: the evaluation ends.
    star: Option<Star>,
    star_by_points: Star,
    unmet: Keyed<&'static str, Vec<&'static str>>,
    knocked_out: Vec<&'static str>,
    best: WireBest,
}

#[derive(serde::Serialize)]
struct WireBest {
    total: Points,
    star: Option<Star>,
}

pub(super) fn rating(dossier: &Dossier) -> WireRating {
    let rating = dossier.rating();
    let code = |position: usize| dossier.set().criteria.get(position).map_or("", |criterion| criterion.code);
    let unmet =
        |minimum: StarMinimum| rating.unmet[minimum.position()].iter().map(|unmet| code(unmet.position)).collect();
    WireRating {
        total: rating.total,
        parts: rating.parts.iter().map(|part| (part.part.letter(), part.points)).collect(),
        star: rating.star,
        star_by_points: rating.star_by_points,
        unmet: StarMinimum::ALL.into_iter().zip(["3", "4", "5"]).map(|(minimum, key)| (key, unmet(minimum))).collect(),
        knocked_out: rating
            .knocked_out
            .iter()
            .map(|knock_out| match *knock_out {
                KnockOut::Dossier => "dossier",
                KnockOut::Declared(position) | KnockOut::Zero(position) => code(position),
            })
            .collect(),
        best: WireBest { total: rating.best.total, star: rating.best.star },
    }
}

impl Reader {
    /// Holds the rating in the file against the one that follows from the answers.
    pub fn rating(&mut self, file: &mut Branch, dossier: &Dossier) {
        let Some((place, node)) = file.take("rating") else { return };
        let computed = serde_json::to_string(&rating(dossier)).unwrap_or_default();
        let computed = node::parse(&computed).unwrap_or(Node::Null);
        self.same(&place, &node, &computed);
    }

    fn same(&mut self, place: &Place, written: &Node, computed: &Node) {
        match (written, computed) {
            (Node::Object(written), Node::Object(computed)) => {
                for (key, node) in &written.entries {
                    match computed.entries.get(key) {
                        Some(value) => self.same(&place.key(key), node, value),
                        None => self.warn(&place.key(key), shown(node), Problem::UnknownKey),
                    }
                }
            }
            (_, Node::Object(_)) => self.wrong(place, written, Shape::Object),
            _ if written == computed => {}
            _ => {
                let list = |node: &Node| match node {
                    Node::List(items) if !items.is_empty() => items.iter().map(shown).collect::<Vec<_>>().join(", "),
                    Node::List(_) => "[]".to_owned(),
                    other => shown(other),
                };
                let computed = shortened(&list(computed), 60);
                self.warn(place, shortened(&list(written), 60), Problem::RatingDiffers { computed });
            }
        }
    }
}
