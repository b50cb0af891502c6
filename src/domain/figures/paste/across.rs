//! Years that stand across the top, as in accounts: "Chỉ tiêu | ĐVT | 2023 | 2024 | 2025".

use super::words;
use crate::domain::figures::rules::{ColumnKind, TableFact};

/// The lines turned, each year a line of its own, in a table that asks for years; `None` where no years stand across.
pub(super) fn turned(fact: &TableFact, lines: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    let asks_years = fact.columns.iter().any(|column| column.kind == ColumnKind::Year);
    let (first, below) = lines.split_first().filter(|(_, below)| asks_years && !below.is_empty())?;
    let (years, others): (Vec<usize>, Vec<usize>) = (0..first.len()).partition(|place| year(&first[*place]).is_some());
    // Years follow each other; two numbers of a row that look like years do not.
    let numbers: Vec<i32> = years.iter().filter_map(|place| year(&first[*place])?.parse().ok()).collect();
    if numbers.len() < 2 || numbers.windows(2).any(|pair| pair[0].abs_diff(pair[1]) > 1) {
        return None;
    }
    let at = |line: &[String], place: usize| line.get(place).cloned().unwrap_or_default();
    // What stands before the years says what the lines are, and what they are measured in.
    let named = others.iter().copied().find(|place| *place < years[0]);
    let unit =
        others.iter().copied().find(|place| matches!(words(&first[*place]).as_str(), "dvt" | "don vi" | "don vi tinh"));
    let name = |line: &Vec<String>, named: usize| match unit.map(|unit| at(line, unit)).unwrap_or_default() {
        unit if unit.is_empty() => at(line, named),
        unit => format!("{} ({unit})", at(line, named)),
    };
    let heading = named
        .map(|named| std::iter::once("Năm".to_owned()).chain(below.iter().map(|line| name(line, named))).collect());
    let of_year = |place: usize| -> Vec<String> {
        std::iter::once(at(first, place)).chain(below.iter().map(|line| at(line, place))).collect()
    };
    Some(heading.into_iter().chain(years.iter().copied().map(of_year)).collect())
}

/// The year that a cell names, "2025", "Năm 2025"; a plan for a year is none.
pub(super) fn year(cell: &str) -> Option<String> {
    let folded = words(cell);
    let mut parts = folded.split(' ').filter(|part| !matches!(*part, "nam" | "th" | "thuc" | "hien"));
    let year = parts.next().filter(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))?;
    (parts.next().is_none() && year.chars().all(|c| c.is_ascii_digit())).then(|| year.to_owned())
}
