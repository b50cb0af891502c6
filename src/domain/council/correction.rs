use super::Desk;
use crate::domain::dossier::compare::{Difference, differences};
use crate::domain::dossier::wire::MAX_ITEMS;
use crate::domain::dossier::{Dossier, Field, Question};

/// One thing that the commune asks to correct, tied to the place where the applicant does it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    pub at: CorrectionPlace,
    pub text: String,
    /// The day by which the commune wants it, dd/mm/yyyy; empty: none named.
    pub by: String,
    /// Ticked off by the applicant.
    pub done: bool,
    /// How often it was asked anew since it was asked first: once more after it was ticked off, or in other words.
    pub again: u32,
    /// What it is known by at its place, in all rounds: the words in which it was first asked. Empty: by its words of now.
    pub known_by: String,
    /// Ticked off by the applicant with nothing changed at its place, as the commune found when the dossier came back;
    /// until it is asked anew.
    pub unchanged: bool,
}

/// Where a correction belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CorrectionPlace {
    #[default]
    Dossier,
    Field(Field),
    /// By code.
    Criterion(String),
    /// By id.
    Paper(String),
    /// What this build does not know, by its name in files: asked of the dossier as a whole, and kept for whoever does.
    Unknown(String),
}

/// The most that one dossier holds: as many as are read of it.
const MOST: usize = MAX_ITEMS;

/// What marks the places that are not a criterion's code, in files.
const PAPER: &str = "paper:";
const FIELD: &str = "field:";
const DOSSIER: &str = "dossier";

impl CorrectionPlace {
    /// The place's name in files: `dossier`, `field:applicant.name`, `paper:ID`, or a criterion's code.
    pub fn key(&self) -> String {
        match self {
            CorrectionPlace::Dossier => DOSSIER.into(),
            CorrectionPlace::Field(field) => format!("{FIELD}{}", field.key()),
            CorrectionPlace::Criterion(code) => code.clone(),
            CorrectionPlace::Paper(id) => format!("{PAPER}{id}"),
            CorrectionPlace::Unknown(key) => key.clone(),
        }
    }

    /// Whether a dossier has it.
    pub fn is_in(&self, dossier: &Dossier) -> bool {
        match self {
            CorrectionPlace::Dossier | CorrectionPlace::Field(_) => true,
            CorrectionPlace::Criterion(code) => dossier.set().position(code).is_some(),
            CorrectionPlace::Paper(id) => dossier.papers.iter().any(|paper| paper.id == *id),
            CorrectionPlace::Unknown(_) => false,
        }
    }

    /// The place with this key.
    pub fn from_key(key: &str) -> CorrectionPlace {
        if let Some(id) = key.strip_prefix(PAPER) {
            return CorrectionPlace::Paper(id.into());
        }
        if let Some(name) = key.strip_prefix(FIELD) {
            return Field::from_key(name).map_or_else(|| CorrectionPlace::Unknown(key.into()), CorrectionPlace::Field);
        }
        match key {
            DOSSIER | "" => CorrectionPlace::Dossier,
            code => CorrectionPlace::Criterion(code.into()),
        }
    }
}

impl Correction {
    /// The same, asked for once more by a day: it was ticked off, and is not done.
    pub fn once_more(&self, by: String) -> Correction {
        Correction { by, ..self.anew() }
    }

    /// The same in other words: the applicant has one request, which is open.
    pub fn in_other_words(&self, text: String) -> Correction {
        Correction { text, known_by: self.first_words().to_owned(), ..self.anew() }
    }

    fn anew(&self) -> Correction {
        Correction { done: false, unchanged: false, again: self.again.saturating_add(1), ..self.clone() }
    }

    /// What it is known by at its place: the words that it was first asked in.
    pub fn first_words(&self) -> &str {
        first_words(&self.known_by, &self.text)
    }

    /// Whether it is asked in these words, or was at first.
    pub fn has_or_had_words(&self, text: &str) -> bool {
        self.text.trim() == text.trim() || self.first_words() == text.trim()
    }

    /// Whether both ask the same of the same place: in the same words, or in other words than they began with.
    pub fn asks_the_same(&self, other: &Correction) -> bool {
        self.at == other.at && (self.has_words_of(other) || self.first_words() == other.first_words())
    }

    fn has_words_of(&self, other: &Correction) -> bool {
        self.text.trim() == other.text.trim()
    }

    /// Whether the one that is known stands where this comes in a file: it is the later of the two, whatever day or words
    /// this has, or they are the same.
    fn brings_nothing_to(&self, known: &Correction) -> bool {
        let is_the_same = known.again == self.again && known.by == self.by && known.has_words_of(self);
        known.again > self.again || is_the_same
    }

    /// How well it is the one that another asks for of the same place: the later first, then by what it is known by at its
    /// place, then by its words.
    fn closeness(&self, other: &Correction) -> (u32, bool, bool) {
        (self.again, self.first_words() == other.first_words(), self.has_words_of(other))
    }
}

/// Why words are none to ask in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// There are none.
    Empty,
    /// Another request of the same place has these words: the applicant could not tell the two apart.
    Taken,
}

/// What is wrong with asking in these words for what stands at this place of the list; `None`: nothing.
pub fn words_fault(list: &[Correction], place: usize, text: &str) -> Option<WordsFault> {
    if text.trim().is_empty() {
        return Some(WordsFault::Empty);
    }
    let asked = list.get(place)?;
    let others = list.iter().enumerate().filter(|(other, _)| *other != place);
    let is_taken = |other: &Correction| other.at == asked.at && other.text.trim() == text.trim();
    others.map(|(_, other)| other).any(is_taken).then_some(WordsFault::Taken)
}

/// What a request is known by that has these words now, where nothing else is said of it.
pub fn first_words<'a>(known_by: &'a str, text: &'a str) -> &'a str {
    if known_by.trim().is_empty() { text.trim() } else { known_by.trim() }
}

/// Asks for one thing more; one that is asked in these words already is open again, by the new day. Gives whether it is a
/// new one.
pub fn ask(list: &mut Vec<Correction>, new: Correction) -> bool {
    let here = |known: &Correction| known.at == new.at;
    if let Some(known) = list.iter_mut().find(|known| here(known) && known.has_words_of(&new)) {
        *known = if known.done { known.once_more(new.by) } else { Correction { by: new.by, ..known.clone() } };
        return false;
    }
    // Another may have begun with these words: it goes on under them, and this one is known by words of its own.
    let is_taken = |words: &str| list.iter().any(|known| here(known) && known.first_words() == words);
    let own = std::iter::once(String::new()).chain((2..=MOST).map(|nth| format!("{} ({nth})", new.text.trim())));
    let known_by = own.into_iter().find(|own| !is_taken(first_words(own, &new.text))).unwrap_or_default();
    list.push(Correction { known_by, ..new });
    true
}

/// The commune's own list in the place of the one that it had. What is taken out of it may be asked anew in the same words
/// by whoever forgot it: the applicant, who ticked it off, has it open then, and whatever else is asked from now on. Of
/// what went, one number is enough for that.
pub fn keep_corrections(desk: &mut Desk, before: &[Correction], now: &mut [Correction]) {
    let is_in = |list: &[Correction], asked: &Correction| list.iter().any(|known| known.asks_the_same(asked));
    for asked in now.iter_mut().filter(|asked| !is_in(before, asked)) {
        asked.again = asked.again.max(desk.withdrawn);
    }
    let gone = before.iter().filter(|asked| !is_in(now, asked)).map(|asked| asked.again.saturating_add(1));
    desk.withdrawn = gone.max().unwrap_or_default().max(desk.withdrawn);
}

/// Adds corrections to those that a dossier has. One that it has already stays as it is, ticked or not, unless it is
/// asked for in other words, by another day or once more: then it is open again. What was asked before it, and comes once
/// more, changes nothing. Gives how many found no room.
pub fn add_corrections(known: &mut Vec<Correction>, new: Vec<Correction>) -> usize {
    let mut left = 0;
    for correction in new {
        let same = known.iter().enumerate().rev().filter(|(_, old)| old.asks_the_same(&correction));
        let Some((place, _)) = same.max_by_key(|(_, old)| old.closeness(&correction)) else {
            match known.len() < MOST {
                true => known.push(correction),
                false => left += 1,
            }
            continue;
        };
        if !correction.brings_nothing_to(&known[place]) {
            known[place] = Correction { done: false, unchanged: false, ..correction.clone() };
        }
        // An older build took each wording of a request for one of its own: those of before this go.
        let mut nth = 0..known.len();
        let is_of_before = |old: &Correction| old.again < correction.again && old.asks_the_same(&correction);
        known.retain(|old| nth.next() == Some(place) || !is_of_before(old));
    }
    left
}

/// A dossier handed in again, as the officer goes on with it: what the applicant changed, with the commune's own work
/// and its corrections, of which those are ticked that the applicant ticked, as often and in the words as they were asked
/// for. Of those ticked since, it is kept where nothing changed. One that was to be corrected is received.
pub fn handed_in_again(ours: &Dossier, theirs: &Dossier) -> Dossier {
    let ticked = |asked: &Correction| {
        let mut theirs = theirs.corrections.iter();
        let theirs =
            theirs.find(|known| known.asks_the_same(asked) && known.has_words_of(asked) && known.again >= asked.again);
        theirs.map_or(asked.done, |known| known.done)
    };
    let mut next = Dossier {
        desk: ours.desk.clone().map(|desk| Desk {
            state: if theirs.revision > desk.came { desk.state.handed_in_again() } else { desk.state },
            came: theirs.revision,
            ..desk
        }),
        council: ours.council.clone(),
        corrections: Vec::new(),
        log: ours.log.clone(),
        archived: ours.archived,
        ..theirs.clone()
    };
    let as_it_is_now = |asked: &Correction| {
        let done = ticked(asked);
        let is_told = done && (asked.unchanged || !asked.done);
        Correction { done, unchanged: is_told && is_unchanged(&asked.at, ours, &next), ..asked.clone() }
    };
    next.corrections = ours.corrections.iter().map(as_it_is_now).collect();
    next
}

/// Whether a place of the dossier is as it was before. Of a criterion: its answer, description, replies and papers, and no
/// figures or texts of the page's templates, which may belong to it; of the dossier as a whole: all but what was asked.
pub fn is_unchanged(at: &CorrectionPlace, before: &Dossier, after: &Dossier) -> bool {
    let paper = |dossier: &Dossier, id: &str| dossier.papers.iter().find(|paper| paper.id == id).cloned();
    match at {
        CorrectionPlace::Field(field) => before.fields.get(*field) == after.fields.get(*field),
        CorrectionPlace::Paper(id) => paper(before, id) == paper(after, id),
        CorrectionPlace::Criterion(code) => {
            let places = (before.set().position(code), after.set().position(code));
            let ((Some(was), Some(is)), true) = (places, before.set() == after.set()) else { return false };
            let questions = [Question::Breach(is), Question::MinimumBinds(is)];
            let (old, new) = (before.entries.get(was), after.entries.get(is));
            let evidence = new.map_or(&[][..], |entry| &entry.evidence);
            before.assessment.answer(was) == after.assessment.answer(is)
                && old.map(|entry| (&entry.note, &entry.evidence)) == new.map(|entry| (&entry.note, &entry.evidence))
                && questions.into_iter().all(|question| before.reply(question) == after.reply(question))
                && evidence.iter().all(|id| paper(before, id) == paper(after, id))
                && (&before.tables, &before.writings) == (&after.tables, &after.writings)
        }
        CorrectionPlace::Dossier | CorrectionPlace::Unknown(_) => {
            differences(before, after).iter().all(|difference| matches!(difference, Difference::Corrections { .. }))
        }
    }
}

/// Whether what is handed in again was saved before what the commune has.
pub fn is_of_before(ours: &Dossier, theirs: &Dossier) -> bool {
    is_handed_in_again(ours, theirs) && ours.desk.as_ref().is_some_and(|desk| theirs.revision < desk.came)
}

/// The dossier of a file in the place of the one that is here. What a commune asked of it meanwhile is no part of the
/// applicant's own work, and stays; so does what it asked anew since that file.
pub fn in_place_of(ours: &Dossier, file: &Dossier) -> Dossier {
    let mut next = file.clone();
    if ours.desk.is_none() && file.desk.is_none() && ours.set() == file.set() {
        for known in &mut next.corrections {
            let mut later = ours.corrections.iter().filter(|asked| asked.asks_the_same(known));
            if let Some(later) = later.find(|asked| asked.again > known.again) {
                known.clone_from(later);
            }
        }
        let is_new = |asked: &&Correction| !file.corrections.iter().any(|known| known.asks_the_same(asked));
        let room = MOST.saturating_sub(next.corrections.len());
        next.corrections.extend(ours.corrections.iter().filter(is_new).take(room).cloned());
    }
    next
}

/// Whether a file is this dossier handed in again: the commune works on it here, and the file is the applicant's.
pub fn is_handed_in_again(ours: &Dossier, theirs: &Dossier) -> bool {
    ours.id == theirs.id && ours.set() == theirs.set() && ours.desk.is_some() && theirs.desk.is_none()
}
