use crate::domain::decision::{NoteKind, ProductSet, Text};

use super::Dossier;

/// A yes-or-no question of a set: a breach to declare, or whether a star minimum binds the product.
/// None is ever assumed; each must be put to the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Whether the set's disqualification line is breached (sets 1-25). Yes ends the evaluation.
    Dossier,
    /// Whether the knock-out or entry requirement of the criterion at this place is breached. Yes
    /// ends the evaluation.
    Breach(usize),
    /// Whether the star minimum of the criterion at this place binds the product (set 21,
    /// criterion 7). No means that it blocks no star.
    MinimumBinds(usize),
}

/// What the applicant replied to a [`Question`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Not asked yet, or not answered.
    #[default]
    Open,
    No,
    Yes,
}

impl Question {
    /// The questions of a set in printed order.
    pub fn of(set: &'static ProductSet) -> impl Iterator<Item = Question> {
        let line = set.disqualification.map(|_| Question::Dossier);
        let notes = set.criteria.iter().enumerate().filter_map(|(position, criterion)| {
            let breach = criterion.declared_note().map(|_| Question::Breach(position));
            breach.or(criterion.note(NoteKind::MinimumAppliesIf).map(|_| Question::MinimumBinds(position)))
        });
        line.into_iter().chain(notes)
    }

    /// Its key in files: `dossier`, or the code of its criterion.
    pub fn key(self, set: &ProductSet) -> &'static str {
        match self {
            Question::Dossier => "dossier",
            Question::Breach(position) | Question::MinimumBinds(position) => {
                set.criteria.get(position).map_or("", |criterion| criterion.code)
            }
        }
    }

    /// The question with this key, `None` if the set does not ask it.
    pub fn from_key(set: &'static ProductSet, key: &str) -> Option<Question> {
        Question::of(set).find(|question| question.key(set) == key)
    }

    /// The words in which it is put.
    pub fn text(self, set: &ProductSet) -> Option<Text> {
        match self {
            Question::Dossier => set.disqualification.map(|line| line.question),
            Question::Breach(position) => set.criteria.get(position)?.declared_note()?.question,
            Question::MinimumBinds(position) => set.criteria.get(position)?.note(NoteKind::MinimumAppliesIf)?.question,
        }
    }
}

impl Dossier {
    /// What was replied to a question.
    pub fn reply(&self, question: Question) -> Reply {
        let answers = &self.assessment;
        let settled = self.asked.contains(question.key(self.set()));
        match question {
            Question::Dossier if answers.declared_dossier => Reply::Yes,
            Question::Breach(position) if answers.is_declared(position) => Reply::Yes,
            Question::MinimumBinds(position) if answers.is_exempt(position) => Reply::No,
            Question::MinimumBinds(_) if settled => Reply::Yes,
            _ if settled => Reply::No,
            _ => Reply::Open,
        }
    }

    /// Keeps the reply to a question.
    pub fn set_reply(&mut self, question: Question, reply: Reply) {
        let key = question.key(self.set());
        if reply == Reply::Open {
            self.asked.remove(key);
        } else {
            self.asked.insert(key.to_owned());
        }
        match question {
            Question::Dossier => self.assessment.declared_dossier = reply == Reply::Yes,
            Question::Breach(position) => self.assessment.declare(position, reply == Reply::Yes),
            Question::MinimumBinds(position) => self.assessment.set_exempt(position, reply == Reply::No),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    #[test]
    fn every_question_has_words_and_a_key_of_its_own_and_takes_every_reply() {
        for set in first().sets {
            let mut dossier = Dossier::new("a".into(), String::new(), set);
            for question in Question::of(set) {
                assert!(question.text(set).is_some(), "set {}: {question:?}", set.no.0);
                assert_eq!(Question::from_key(set, question.key(set)), Some(question));
                for reply in [Reply::Open, Reply::No, Reply::Yes, Reply::Open] {
                    dossier.set_reply(question, reply);
                    assert_eq!(dossier.reply(question), reply, "set {}: {question:?}", set.no.0);
                }
            }
        }
    }

    #[test]
    fn a_breach_ends_the_evaluation_and_its_denial_does_not() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.set_reply(Question::Dossier, Reply::No);
        assert!(dossier.rating().knocked_out.is_empty());
        dossier.set_reply(Question::Dossier, Reply::Yes);
        assert_eq!(dossier.rating().star, None);
    }

    #[test]
    fn a_minimum_that_does_not_bind_blocks_no_star() {
        let crafts = first().set(21).expect("set 21");
        let question = Question::from_key(crafts, "7").expect("criterion 7 of set 21 asks");
        let Question::MinimumBinds(position) = question else { panic!("{question:?}") };
        let mut dossier = Dossier::new("a".into(), String::new(), crafts);
        dossier.set_reply(question, Reply::Yes);
        assert!(!dossier.assessment.is_exempt(position));
        dossier.set_reply(question, Reply::No);
        assert!(dossier.assessment.is_exempt(position));
    }
}
