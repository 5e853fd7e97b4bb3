//! Judging: what do a payer's rules find in a batch, and which of them could not be judged?

use serde_json::{Map, Value as Json, to_value};
use superbill_model::{Claim, ClaimBatch};
use superbill_types::{Date, Fact, Finding, Findings, Location, Rule};

use super::evaluate::{Sight, Stop, Value, evaluate};
use super::{NOT_JUDGED, PayerRule, PayerRules, STOPPED, UNREADABLE, facts, fields};
use crate::case::payer_id;
use crate::{Context, dates};

/// Steps that one rule may take for one claim, its lines together: some milliseconds.
const BUDGET: u32 = 200_000;
/// Steps for the facts of one finding.
const FACT_BUDGET: u32 = 20_000;

impl PayerRules {
    /// What these rules find in the claims that go to their payer, behind the rules that could not be read:
    /// [`Self::unreadable`], then [`Self::judge`].
    #[must_use]
    pub fn check(&self, batch: &ClaimBatch, context: &Context<'_>) -> Findings {
        let mut findings = self.unreadable();
        findings.append(self.judge(batch, context));
        findings
    }

    /// A finding for each rule that could not be read. Once for all batches: claims are not checked for these.
    #[must_use]
    pub fn unreadable(&self) -> Findings {
        let mut findings = Findings::default();
        for problem in &self.problems {
            let (line, column) = (problem.line.to_string(), problem.column.to_string());
            let rule = if problem.rule.is_empty() { "?" } else { &problem.rule };
            let finding = Finding::new(&UNREADABLE, Location::default());
            let finding = finding.with("rule", rule.to_owned()).with("title", self.title.clone());
            let finding = finding.with("line", line).with("column", column);
            findings.push(finding.with("problem", problem.problem.clone()));
        }
        findings
    }

    /// What the rules that could be read find in the claims that go to their payer, claim by claim, in the order
    /// of the file.
    ///
    /// A rule that spends its budget judges no further claim of this call; that is a finding too.
    #[must_use]
    pub fn judge(&self, batch: &ClaimBatch, context: &Context<'_>) -> Findings {
        let mut findings = Findings::default();
        let mut stopped = vec![false; self.rules.len()];
        let header = header(batch);
        for (index, claim) in batch.claims.iter().enumerate() {
            if self.is_for(claim) {
                let mut judge = Judge::new(self, index, claim, &header, context);
                for (rule, stopped) in self.rules.iter().zip(&mut stopped).filter(|(_, it)| !**it) {
                    *stopped = judge.judge(rule, &mut findings);
                }
            }
        }
        findings
    }

    fn is_for(&self, claim: &Claim) -> bool {
        let payer = payer_id(claim).map(str::trim);
        self.payers.is_empty() || self.payers.iter().any(|it| payer == Some(it.trim()))
    }
}

/// The batch without its claims.
fn header(batch: &ClaimBatch) -> Json {
    let header = ClaimBatch {
        control_number: batch.control_number.clone(),
        guide: batch.guide.clone(),
        purpose: batch.purpose.clone(),
        reference: batch.reference.clone(),
        date: batch.date.clone(),
        time: batch.time.clone(),
        usage: batch.usage.clone(),
        submitter: batch.submitter.clone(),
        receiver: batch.receiver.clone(),
        ..ClaimBatch::default()
    };
    json(&header)
}

/// A record as JSON. One of the model always is; were it not, it would be without fields.
fn json(record: &impl serde::Serialize) -> Json {
    to_value(record).unwrap_or_else(|_| Json::Object(Map::new()))
}

/// One claim before the rules.
struct Judge<'a> {
    rules: &'a PayerRules,
    index: usize,
    claim: &'a Claim,
    context: &'a Context<'a>,
    shape: Json,
    batch: &'a Json,
    today: String,
    /// The claim and the batch without what may identify a person, once a finding needs them.
    told: Option<(Json, Json)>,
}

impl<'a> Judge<'a> {
    fn new(
        rules: &'a PayerRules,
        index: usize,
        claim: &'a Claim,
        batch: &'a Json,
        context: &'a Context<'a>,
    ) -> Self {
        let (shape, today) = (json(claim), context.today.to_string());
        Self { rules, index, claim, context, shape, batch, today, told: None }
    }

    /// Judges by one rule; whether it had to be stopped.
    fn judge(&mut self, rule: &PayerRule, findings: &mut Findings) -> bool {
        let Some(severity) = self.context.ruleset.severity(rule.rule, payer_id(self.claim)) else {
            return false;
        };
        if !rule.kinds.is_empty() && !rule.kinds.contains(&self.claim.kind) {
            return false;
        }
        let mut budget = BUDGET;
        let lines = rule.each_line.then_some(self.claim.lines.len());
        for place in 0..lines.unwrap_or(1) {
            let line = rule.each_line.then_some(place);
            let day = self.service_day(line);
            if !rule.governs(day) {
                continue;
            }
            let day = day.map(|day| day.to_string());
            let sight = self.sight(&self.shape, self.batch, line, day.as_deref());
            let problem = match evaluate(&rule.when, sight, &mut budget) {
                Ok(Value::Bool(false)) => continue,
                Ok(Value::Bool(true)) => {
                    let facts = self.facts(rule, line, day.as_deref());
                    let location = self.location(line, &rule.path);
                    findings.push(Finding { rule: rule.rule, severity, location, facts });
                    continue;
                }
                Ok(_) => "its condition is neither true nor false",
                Err(Stop::Wrong(problem)) => problem,
                Err(Stop::Spent) => {
                    findings.push(self.own(&STOPPED, rule, line));
                    return true;
                }
            };
            findings.push(self.own(&NOT_JUDGED, rule, line).with("problem", problem));
        }
        false
    }

    fn sight<'s>(
        &'s self,
        claim: &'s Json,
        batch: &'s Json,
        line: Option<usize>,
        service_day: Option<&'s str>,
    ) -> Sight<'s> {
        let line = line.and_then(|line| claim.get("lines")?.get(line));
        Sight { claim, batch, line, today: &self.today, service_day }
    }

    /// First day of service of the line or the claim.
    fn service_day(&self, line: Option<usize>) -> Option<Date> {
        match line.and_then(|line| self.claim.lines.get(line)) {
            Some(line) => dates::of_line(line, self.claim).map(|(from, _)| from),
            None => dates::first_service(self.claim),
        }
    }

    /// The facts of a finding, computed without what may identify a person.
    fn facts(&mut self, rule: &PayerRule, line: Option<usize>, day: Option<&str>) -> Vec<Fact> {
        if rule.facts.is_empty() {
            return Vec::new();
        }
        let (shape, batch) = (&self.shape, self.batch);
        let told = self.told.take().unwrap_or_else(|| (fields::told(shape), fields::told(batch)));
        let mut budget = FACT_BUDGET;
        let sight = self.sight(&told.0, &told.1, line, day);
        let facts = rule.facts.iter().map(|(name, node)| {
            let words = match evaluate(node, sight, &mut budget) {
                Ok(value) => facts::words(&value),
                Err(_) => "what stands here".to_owned(),
            };
            Fact::new(name, words)
        });
        let facts = facts.collect();
        self.told = Some(told);
        facts
    }

    /// A finding about a rule.
    fn own(&self, own: &'static Rule, rule: &PayerRule, line: Option<usize>) -> Finding {
        let finding = Finding::new(own, self.location(line, ""));
        let finding = finding.with("rule", rule.rule.id).with("title", self.rules.title.clone());
        finding.with("line", rule.line.to_string())
    }

    fn location(&self, line: Option<usize>, path: &str) -> Location {
        let index = self.index;
        let line = line.map_or_else(String::new, |line| format!("lines[{line}]."));
        let path = format!("claims[{index}].{line}{path}");
        Location { path: path.trim_end_matches('.').to_owned(), ..Location::default() }
    }
}

impl PayerRule {
    /// Whether it governs a day of service; a claim without one is governed by every rule.
    fn governs(&self, day: Option<Date>) -> bool {
        let (from, to) = self.days;
        day.is_none_or(|day| from.is_none_or(|it| it <= day) && to.is_none_or(|it| day <= it))
    }
}
