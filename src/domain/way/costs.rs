use crate::domain::decision::ProductSet;
use crate::domain::dossier::PlanNotes;

/// What raising each criterion costs the applicant, by place in the set's criteria. Places never
/// spoken of cost the default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs(Vec<Cost>);

/// What raising one criterion costs, to whichever level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Effort, compared with that of other criteria: 1 easy, 2 medium, 3 hard. 0 counts as 1, for
    /// no raise is free.
    pub weight: u8,
    /// Months until it is done; `None`: not said, taken for none where routes tie.
    pub months: Option<u8>,
    /// Whether the applicant cannot change it.
    pub locked: bool,
}

impl Default for Cost {
    fn default() -> Cost {
        Cost { weight: 1, months: None, locked: false }
    }
}

impl Cost {
    /// The effort that is added up.
    pub fn effort(self) -> u16 {
        u16::from(self.weight.max(1))
    }
}

impl Costs {
    /// What the applicant told the plan, by code; codes that the set does not have are ignored.
    pub fn of(set: &ProductSet, notes: &PlanNotes) -> Costs {
        let cost = |code: &str| {
            let said = notes.efforts.get(code).copied().unwrap_or_default();
            Cost {
                weight: said.weight.unwrap_or(Cost::default().weight),
                months: said.months,
                locked: notes.locked.contains(code),
            }
        };
        Costs(set.criteria.iter().map(|criterion| cost(criterion.code)).collect())
    }

    pub fn get(&self, position: usize) -> Cost {
        self.0.get(position).copied().unwrap_or_default()
    }

    pub fn set(&mut self, position: usize, cost: Cost) {
        if self.0.len() <= position {
            self.0.resize(position.saturating_add(1), Cost::default());
        }
        self.0[position] = cost;
    }

    /// The same costs with one more criterion locked.
    pub fn locking(&self, position: usize) -> Costs {
        let mut costs = self.clone();
        costs.set(position, Cost { locked: true, ..self.get(position) });
        costs
    }
}
