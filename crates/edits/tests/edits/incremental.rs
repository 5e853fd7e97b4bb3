//! Incremental checking: is what a checker tells after any changes what a full check tells?

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};
use superbill_edits::{Checker, check};
use superbill_model::{ClaimBatch, ClaimKind, ServiceLine};
use superbill_types::Findings;

use crate::case::{Case, Example, books, examples};

fn told(findings: &Findings) -> Vec<String> {
    let lines = findings
        .kept()
        .iter()
        .map(|it| format!("{} {:?} {} {:?}", it.rule.id, it.severity, it.location.path, it.facts));
    lines.collect()
}

/// Checks one state after another, incrementally and in full.
fn same(states: &[Case]) {
    let books = books();
    let mut checker = Checker::default();
    for state in states {
        let (batch, context) = (state.batch(), state.context(books));
        checker.forget_if(states, state);
        assert_eq!(told(&checker.update(&batch, &context)), told(&check(&batch, &context)));
    }
}

/// Histories must be told apart by the caller.
trait ForgetIf {
    fn forget_if(&mut self, states: &[Case], state: &Case);
}

impl ForgetIf for Checker {
    fn forget_if(&mut self, states: &[Case], state: &Case) {
        if states.iter().any(|other| other.history != state.history) {
            self.forget();
        }
    }
}

#[test]
fn each_example_after_its_base_claim_and_back() {
    for example in examples() {
        let base = Case::base(&example.kind);
        let changed = base.clone().with(&example.patch);
        same(&[base.clone(), changed.clone(), changed, base]);
    }
}

#[test]
fn lines_and_claims_that_come_go_and_change_places() {
    let books = books();
    let case = Case::base("professional");
    let context = case.context(books);
    let mut batch = case.batch();
    // Something is wrong everywhere.
    batch.claims[0].lines[0].charge_amount = None;
    batch.claims[0].lines[1].units = None;
    batch.claims[0].diagnoses.clear();
    let mut checker = Checker::default();
    let mut same = |batch: &ClaimBatch| {
        assert_eq!(told(&checker.update(batch, &context)), told(&check(batch, &context)));
    };
    same(&batch);
    let changes: [fn(&mut ClaimBatch); 9] = [
        |it| it.claims[0].lines.swap(0, 1),
        |it| it.claims[0].lines.insert(0, ServiceLine::default()),
        |it| it.claims.push(it.claims[0].clone()),
        |it| drop(it.claims[1].lines.remove(1)),
        |it| it.claims.swap(0, 1),
        |it| it.usage = Some("RP".into()),
        |it| it.claims[1].kind = ClaimKind::Dental,
        |it| it.claims[0].lines.clear(),
        |it| it.claims.clear(),
    ];
    for change in changes {
        change(&mut batch);
        same(&batch);
        same(&batch);
    }
}

/// The state after a change; none where the change does not fit what an earlier one left behind.
fn changed(state: &Case, patch: &Map<String, Value>) -> Option<Case> {
    let next = std::panic::catch_unwind(|| {
        let next = state.clone().with(patch);
        next.batch();
        next
    });
    next.ok()
}

#[test]
fn each_field_of_each_example_by_itself() {
    for example in examples().into_iter().filter(|example| example.patch.len() > 1) {
        for backwards in [false, true] {
            let mut fields: Vec<_> = example.patch.clone().into_iter().collect();
            if backwards {
                fields.reverse();
            }
            let mut states = vec![Case::base(&example.kind)];
            for field in fields {
                let last = states.last().cloned();
                let next = last.and_then(|last| changed(&last, &Map::from_iter([field])));
                states.extend(next);
            }
            same(&states);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_changes_after_each_other(
        kind in select(&["professional", "institutional", "dental"][..]),
        chosen in prop::collection::vec(select(patches()), 1..8),
    ) {
        let mut state = Case::base(kind);
        let mut states = vec![state.clone()];
        for example in chosen.iter().filter(|example| example.kind == kind) {
            state = changed(&state, &example.patch).unwrap_or(state);
            states.push(state.clone());
        }
        states.push(Case::base(kind));
        same(&states);
    }
}

/// Examples without a history.
fn patches() -> Vec<Example> {
    examples().into_iter().filter(|example| !example.patch.contains_key("history")).collect()
}
