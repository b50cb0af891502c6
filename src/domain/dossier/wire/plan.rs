//! The plan in a file: target, locks, efforts, steps.

use super::super::{Effort, PlanNotes, StepNote};
use super::reader::{Branch, Reader};
use super::write::{Keyed, is_false};
use crate::domain::decision::Star;

#[derive(serde::Serialize)]
pub(super) struct WirePlan<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Star>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locked: Vec<&'a str>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    efforts: Keyed<&'a str, WireEffort>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    steps: Keyed<&'a str, WireStep<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    certificate: &'a str,
}

impl WirePlan<'_> {
    pub(super) fn of(plan: &PlanNotes) -> WirePlan<'_> {
        WirePlan {
            target: plan.target,
            locked: plan.locked.iter().map(String::as_str).collect(),
            efforts: plan.efforts.iter().map(|(code, effort)| (code.as_str(), WireEffort::of(effort))).collect(),
            steps: plan.steps.iter().map(|(code, step)| (code.as_str(), WireStep::of(step))).collect(),
            certificate: &plan.certificate,
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct WireEffort {
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u8>,
}

impl WireEffort {
    pub(super) fn of(effort: &Effort) -> WireEffort {
        WireEffort { weight: effort.weight, months: effort.months }
    }
}

#[derive(serde::Serialize)]
pub(super) struct WireStep<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    who: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    until: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    done: bool,
}

impl WireStep<'_> {
    pub(super) fn of(step: &StepNote) -> WireStep<'_> {
        let StepNote { who, until, done } = step;
        WireStep { who, until, done: *done }
    }
}

impl Reader {
    pub(super) fn plan(&mut self, mut branch: Branch) -> PlanNotes {
        let mut plan = PlanNotes { target: self.star(&mut branch, "target"), ..PlanNotes::default() };
        for found in self.list(&mut branch, "locked") {
            let place = found.0.clone();
            let Some(code) = self.as_text(found) else { continue };
            if self.criterion(&place, &code).is_some() {
                plan.locked.insert(code);
            }
        }
        for (position, found) in self.child_by_criterion(&mut branch, "efforts") {
            let Some(mut effort) = self.object(found) else { continue };
            let weight = self.number(&mut effort, "weight", |weight| (1..=3).contains(&weight));
            let months = self.number(&mut effort, "months", |_| true);
            self.finish(effort);
            plan.efforts.insert(self.code(position), Effort { weight, months });
        }
        for (position, found) in self.child_by_criterion(&mut branch, "steps") {
            let Some(mut step) = self.object(found) else { continue };
            let (who, until) = (self.text(&mut step, "who"), self.text(&mut step, "until"));
            let done = self.bool(&mut step, "done");
            self.finish(step);
            plan.steps.insert(self.code(position), StepNote { who, until, done });
        }
        plan.certificate = self.text(&mut branch, "certificate");
        self.finish(branch);
        plan
    }
}
