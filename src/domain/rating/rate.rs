use crate::domain::decision::{Bands, NoteKind, PartCode, Points, ProductSet, Star, StarMinimum};

use super::{Answer, Assessment, Best, GroupPoints, KnockOut, PartPoints, Rating, Unmet};

/// Rates an assessment (article 3, Annex II).
pub fn rate(assessment: &Assessment) -> Rating {
    let set = assessment.set;
    let bands = set.decision().bands;
    let now = counted_points(assessment, Open::AtZero);
    let best = counted_points(assessment, Open::AtBest);

    let parts = PartCode::ALL.map(|code| part_points(set, code, &now, &best));
    let groups = set
        .groups()
        .map(|(_, group)| GroupPoints {
            code: group.code,
            points: now[group.criteria.clone()].iter().copied().sum(),
            max: group.max,
        })
        .collect();
    let total: Points = now.iter().copied().sum();
    let best_total: Points = best.iter().copied().sum();
    let unmet = StarMinimum::ALL.map(|minimum| unmet(assessment, minimum, &now));
    let knocked_out = knock_outs(assessment, &now);

    let star = knocked_out.is_empty().then(|| star_of(bands, total, |minimum| unmet[minimum.position()].is_empty()));
    let best_star =
        knocked_out.is_empty().then(|| star_of(bands, best_total, |minimum| all_met(assessment, minimum, &best)));
    Rating {
        total,
        bands,
        parts,
        groups,
        star_by_points: bands.star(total),
        star,
        unmet,
        knocked_out,
        best: Best { total: best_total, star: best_star },
        answered: assessment.answered(),
    }
}

/// The highest star that both the points and its minimums allow (our reading of the footnotes).
fn star_of(bands: Bands, total: Points, meets: impl Fn(StarMinimum) -> bool) -> Star {
    Star::ALL
        .into_iter()
        .rev()
        .find(|star| total >= bands.least(*star) && StarMinimum::of(*star).is_none_or(&meets))
        .unwrap_or(Star::One)
}

/// What an unanswered criterion is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// 0 points: the product as it stands.
    AtZero,
    /// All of its points: the best that is still possible.
    AtBest,
}

/// The points each criterion counts, by place. "None of these" counts 0; so does what counts only with another
/// criterion, while that one has none ([`ProductSet::counts_with`]).
pub fn counted_points(assessment: &Assessment, open: Open) -> Vec<Points> {
    let mut points: Vec<Points> = assessment
        .iter()
        .map(|(_, criterion, answer)| match answer {
            Answer::Unanswered if open == Open::AtBest => criterion.max,
            Answer::Unanswered | Answer::NoneOfThese => Points(0),
            Answer::Level(level) => criterion.levels[usize::from(level)].points,
        })
        .collect();
    if let Some([counted, needed]) = assessment.set.counts_with
        && points[needed] == Points(0)
    {
        points[counted] = Points(0);
    }
    points
}

fn part_points(set: &ProductSet, code: PartCode, now: &[Points], best: &[Points]) -> PartPoints {
    let (range, max) =
        set.parts.iter().find(|part| part.code == code).map_or((0..0, Points(0)), |part| (part.criteria(), part.max));
    PartPoints {
        part: code,
        points: now[range.clone()].iter().copied().sum(),
        best: best[range].iter().copied().sum(),
        max,
    }
}

fn unmet(assessment: &Assessment, minimum: StarMinimum, points: &[Points]) -> Vec<Unmet> {
    assessment
        .iter()
        .filter(|(position, _, _)| !assessment.is_exempt(*position))
        .filter_map(|(position, criterion, answer)| {
            let needs = criterion.required_level(minimum)?;
            let open = !answer.is_answered();
            let met = !open && points[position] >= criterion.levels[needs].points;
            (!met).then_some(Unmet { position, needs, open })
        })
        .collect()
}

fn all_met(assessment: &Assessment, minimum: StarMinimum, points: &[Points]) -> bool {
    assessment.set.criteria.iter().enumerate().all(|(position, criterion)| {
        assessment.is_exempt(position)
            || criterion.required_points(minimum).is_none_or(|needed| points[position] >= needed)
    })
}

/// What ends the evaluation: the declared breaches, then the zeros, in printed order.
fn knock_outs(assessment: &Assessment, points: &[Points]) -> Vec<KnockOut> {
    let mut found = Vec::new();
    if assessment.declared_dossier && assessment.set.disqualification.is_some() {
        found.push(KnockOut::Dossier);
    }
    let count = assessment.set.criteria.len();
    found.extend((0..count).filter(|position| assessment.is_declared(*position)).map(KnockOut::Declared));
    if let Some(group) = zero_knockout_group(assessment.set) {
        let zero = |position: &usize| assessment.answer(*position).is_answered() && points[*position] == Points(0);
        found.extend(group.filter(zero).map(KnockOut::Zero));
    }
    found
}

/// The places of the criteria in which a 0 ends the evaluation (set 16, 6.1-6.4).
pub fn zero_knockout_group(set: &ProductSet) -> Option<std::ops::Range<usize>> {
    let position = set.criteria.iter().position(|criterion| criterion.note(NoteKind::ZeroKnockout).is_some())?;
    set.place(position).map(|(_, group)| group.criteria.clone())
}
