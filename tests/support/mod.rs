//! Dossiers for tests: any that the page can make, with texts that are hard on formats.

use std::collections::BTreeMap;

use ocop::domain::decision::{Criterion, EvidenceKind, ProductSet, Star, first};
use ocop::domain::dossier::{
    Attachment, Dossier, DossierKind, Effort, Entry, Field, FieldKind, Holding, LogEntry, LogTopic, PaperRecord,
    PlanNotes, Question, Recognised, Reply, StepNote, Writing, Writings,
};
use ocop::domain::figures::{Table, Tables};
use ocop::domain::rating::Answer;
use ocop::domain::spelling::legible;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Texts that break formats: quotes, markup, line ends, controls, other planes, marks on their own.
const NASTY: [&str; 16] = [
    "\"",
    "\\",
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "\u{0}",
    "\u{1f}\u{7f}",
    "\r\n",
    "\u{2028}\u{2029}",
    "\u{feff}",
    "Mật ong hoa nhãn Hưng Yên",
    "Mâ\u{323}t",
    "🐝🍯",
    "\u{202e}",
    "=1+1",
    "\u{10ffff}",
];

/// Any text as it is taken in.
pub fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        3 => Just(String::new()),
        3 => select(&NASTY[..]).prop_map(str::to_owned),
        2 => vec(select(&NASTY[..]), 1..5).prop_map(|parts| parts.concat()),
        1 => vec(any::<char>(), 0..40).prop_map(|chars| chars.into_iter().collect()),
    ];
    any.prop_map(|text| legible(&text).into_owned())
}

/// Any dossier of any product set.
pub fn dossier() -> impl Strategy<Value = Dossier> {
    (0..first().sets.len()).prop_flat_map(|index| dossier_of(&first().sets[index]))
}

fn dossier_of(set: &'static ProductSet) -> impl Strategy<Value = Dossier> {
    let head = (id(), instant(), instant(), 0..1_u64 << 53, select(&DossierKind::ALL[..]), any::<bool>());
    let answers = vec(answer(), set.criteria.len());
    let replies = vec(select(&[Reply::Open, Reply::No, Reply::Yes][..]), Question::of(set).count());
    let entries = vec((text(), vec(any::<Index>(), 0..3), any::<bool>()), set.criteria.len());
    let fields = vec((any::<bool>(), text(), any::<Index>()), Field::TABLE.len());
    let rest = (option::of(recognised(set)), papers(), btree_set(id(), 0..5), plan(set), tables(), writings());
    (head, answers, replies, entries, fields, rest).prop_map(move |(head, answers, replies, entries, fields, rest)| {
        let (id, created, updated, revision, kind, archived) = head;
        let (recognised, papers, held, plan, tables, writings) = rest;
        let mut dossier = Dossier {
            updated,
            revision,
            kind,
            archived,
            recognised,
            papers,
            held,
            plan,
            tables,
            writings,
            ..Dossier::new(id, created, set)
        };
        dossier.log = log_of(&dossier);
        dossier.unrecognised = kind == DossierKind::First && archived;
        for (position, choice) in answers.into_iter().enumerate() {
            dossier.assessment.set_answer(position, choice.answer(&set.criteria[position]));
        }
        for (question, reply) in Question::of(set).zip(replies) {
            dossier.set_reply(question, reply);
        }
        for (entry, (note, evidence, review)) in dossier.entries.iter_mut().zip(entries) {
            let papers = evidence.iter().filter(|_| !dossier.papers.is_empty()).map(|index| index.get(&dossier.papers));
            *entry = Entry { note, evidence: papers.map(|paper| paper.id.clone()).collect(), review };
        }
        for ((field, ..), (filled, text, index)) in Field::TABLE.iter().zip(fields) {
            let value = match field.kind() {
                FieldKind::Tick => String::from("true"),
                FieldKind::Choice(values) => String::from(*index.get(values)),
                _ => text,
            };
            dossier.fields.set(*field, if filled { value } else { String::new() });
        }
        dossier
    })
}

/// An answer to a criterion that is not known yet.
#[derive(Clone, Copy, Debug)]
struct Choice {
    open: bool,
    none: bool,
    level: Index,
}

impl Choice {
    fn answer(self, criterion: &Criterion) -> Answer {
        match self {
            Choice { open: true, .. } => Answer::Unanswered,
            Choice { none: true, .. } => Answer::NoneOfThese,
            Choice { level, .. } => Answer::Level(level.index(criterion.levels.len()) as u8),
        }
    }
}

fn answer() -> impl Strategy<Value = Choice> {
    (prop::bool::weighted(0.2), prop::bool::weighted(0.1), any::<Index>()).prop_map(|(open, none, level)| Choice {
        open,
        none,
        level,
    })
}

fn id() -> impl Strategy<Value = String> {
    let digits = select(&b"abcXYZ019-_"[..]).prop_map(char::from);
    vec(digits, 1..64).prop_map(|chars| chars.into_iter().collect())
}

fn instant() -> impl Strategy<Value = String> {
    let known = (2026..2100u16, 1..13u8, 1..29u8, 0..24u8, 0..60u8, select(&["", ".5", ".123456789"][..]));
    option::of(known).prop_map(|known| match known {
        Some((year, month, day, hour, minute, fraction)) => {
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:07{fraction}Z")
        }
        None => String::new(),
    })
}

fn star() -> impl Strategy<Value = Option<Star>> {
    option::of(select(&Star::ALL[..]))
}

/// Something for some criteria of a set.
fn by_code<T: std::fmt::Debug>(
    set: &'static ProductSet,
    of: impl Strategy<Value = T>,
) -> impl Strategy<Value = BTreeMap<String, T>> {
    btree_map((0..set.criteria.len()).prop_map(|position| String::from(set.criteria[position].code)), of, 0..6)
}

fn recognised(set: &'static ProductSet) -> impl Strategy<Value = Recognised> {
    let words = (text(), text(), text());
    let head = (star(), any::<bool>(), words);
    (head, by_code(set, answer()), by_code(set, text())).prop_map(move |(head, choices, changes)| {
        let (star, listed, (date, number, issuer)) = head;
        let answers = choices.into_iter().filter_map(|(code, choice)| {
            let criterion = &set.criteria[set.position(&code)?];
            Some((code, choice.answer(criterion))).filter(|(_, answer)| answer.is_answered())
        });
        Recognised { star, date, number, issuer, listed, answers: answers.collect(), changes }
    })
}

fn tables() -> impl Strategy<Value = Tables> {
    let cell = text().prop_filter("an empty cell is not written", |text| !text.is_empty());
    let rows = vec(btree_map(id(), cell, 0..4), 0..4);
    btree_map(id(), rows.prop_map(|rows| Table { rows }), 0..3)
}

/// What was written into papers, a blank one not among them.
fn writings() -> impl Strategy<Value = Writings> {
    let answer = text().prop_filter("an empty answer is not written", |text| !text.is_empty());
    let paper = option::of(id()).prop_map(Option::unwrap_or_default);
    let writing = (btree_map(id(), answer, 0..4), any::<bool>(), paper)
        .prop_map(|(answers, checked, paper)| Writing { answers, checked, signed: paper.clone(), paper })
        .prop_filter("a blank one is not kept", |writing| !writing.is_blank());
    btree_map(id(), writing, 0..3)
}

/// Entries made of what the dossier has at hand: texts of all kinds, and its papers.
fn log_of(dossier: &Dossier) -> Vec<LogEntry> {
    let topics = LogTopic::ALL.into_iter().zip(&dossier.papers).enumerate();
    topics
        .map(|(number, (topic, paper))| LogEntry {
            id: format!("log-{number}"),
            topic,
            date: paper.date.clone(),
            text: paper.title.clone(),
            papers: vec![paper.id.clone()],
        })
        .collect()
}

fn papers() -> impl Strategy<Value = Vec<PaperRecord>> {
    let words = (text(), text(), text(), text(), text());
    let printed = (text(), text(), text(), text(), text(), any::<bool>(), btree_set(1..16u8, 0..3));
    let paper = (0..16u8, option::of(id()), words, printed, any::<bool>(), vec(attachment(), 0..3));
    btree_map(id(), paper, 0..6).prop_map(|papers| {
        let papers = papers.into_iter().map(|(id, (kind, paper, words, printed, have, attachments))| {
            let (title, number, issuer, date, valid_until) = words;
            let (holder, address, product, extent, due, no_term, also) = printed;
            let holding = if have { Holding::Have } else { Holding::ToGet };
            PaperRecord {
                id,
                kind: EvidenceKind(kind),
                also: also.into_iter().map(EvidenceKind).collect(),
                paper,
                title,
                number,
                issuer,
                date,
                valid_until,
                no_term,
                holder,
                address,
                product,
                extent,
                holding,
                due,
                attachments,
            }
        });
        papers.collect()
    })
}

fn attachment() -> impl Strategy<Value = Attachment> {
    (id(), text(), text(), any::<u64>(), any::<Option<u32>>()).prop_map(|(id, name, media, size, sum)| Attachment {
        id,
        name,
        media,
        size,
        sum,
    })
}

fn plan(set: &'static ProductSet) -> impl Strategy<Value = PlanNotes> {
    let effort = (option::of(1..4u8), option::of(any::<u8>())).prop_map(|(weight, months)| Effort { weight, months });
    let step = (text(), text(), any::<bool>()).prop_map(|(who, until, done)| StepNote { who, until, done });
    (star(), by_code(set, Just(())), by_code(set, effort), by_code(set, step), text()).prop_map(
        |(target, locked, efforts, steps, certificate)| PlanNotes {
            target,
            locked: locked.into_keys().collect(),
            efforts,
            steps,
            certificate,
        },
    )
}
