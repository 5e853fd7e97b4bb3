//! Evaluation: what is the value of an expression for this claim, within a budget?
//!
//! Every node costs a step, and so does every 16 characters and every item that is copied, compared or looked
//! through: a budget of steps bounds time and memory alike, without a clock. An error of the rule
//! ([`Stop::Wrong`]) is absorbed as CEL says (`error || true` is true); a spent budget never is.
//!
//! What a claim lacks is null, as an unset field of a message is: null has no fields, is an empty list, and
//! equals only null. Errors are fixed words, which cannot repeat anything of a claim.

use std::ops::Deref;
use std::rc::Rc;

use serde_json::Value as Json;

use super::expression::{Each, Name, Node, Quantity};
use super::functions;

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Text(Text<'a>),
    List(Rc<Vec<Value<'a>>>),
    /// A list or record of the claim.
    Part(&'a Json),
}

/// A text, which costs nothing to hand on.
#[derive(Clone, Debug)]
pub(super) enum Text<'a> {
    /// Of the claim or the rule.
    Part(&'a str),
    /// Made by an expression.
    Made(Rc<str>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Part(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl Value<'_> {
    /// A text that an expression made.
    pub(super) fn made(text: String) -> Self {
        Self::Text(Text::Made(text.into()))
    }
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The rule asks what cannot be asked of this claim.
    Wrong(&'static str),
    /// The budget is spent.
    Spent,
}

pub(super) type Outcome<'a> = Result<Value<'a>, Stop>;

/// What an expression looks at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight<'a> {
    pub(super) claim: &'a Json,
    pub(super) batch: &'a Json,
    pub(super) line: Option<&'a Json>,
    pub(super) today: &'a str,
    pub(super) service_day: Option<&'a str>,
}

/// One evaluation.
pub(super) struct Machine<'a, 'b> {
    sight: Sight<'a>,
    bound: Vec<Value<'a>>,
    /// Steps left.
    budget: &'b mut u32,
}

/// The value of an expression.
pub(super) fn evaluate<'a>(node: &'a Node, sight: Sight<'a>, budget: &mut u32) -> Outcome<'a> {
    Machine { sight, bound: Vec::new(), budget }.value(node)
}

impl<'a> Machine<'a, '_> {
    /// Takes steps off the budget.
    pub(super) fn pay(&mut self, steps: usize) -> Result<(), Stop> {
        let left = u32::try_from(steps).ok().and_then(|steps| self.budget.checked_sub(steps));
        match left {
            Some(left) => *self.budget = left,
            None => *self.budget = 0,
        }
        if left.is_some() { Ok(()) } else { Err(Stop::Spent) }
    }

    /// Takes off what handling a text costs.
    pub(super) fn pay_text(&mut self, text: &str) -> Result<(), Stop> {
        self.pay(text.len() / 16)
    }

    fn value(&mut self, node: &'a Node) -> Outcome<'a> {
        self.pay(1)?;
        match node {
            Node::Null => Ok(Value::Null),
            Node::Bool(it) => Ok(Value::Bool(*it)),
            Node::Int(it) => Ok(Value::Int(*it)),
            Node::Text(it) => Ok(Value::Text(Text::Part(it))),
            Node::Name(name) => Ok(self.name(*name)),
            Node::Bound(place) => Ok(self.bound.get(*place).cloned().unwrap_or(Value::Null)),
            Node::Field(of, field) => field_of(&self.value(of)?, field),
            Node::Has(of, field) => Ok(Value::Bool(match field_of(&self.value(of)?, field)? {
                Value::Null => false,
                Value::Text(text) => !text.is_empty(),
                Value::Part(Json::Array(items)) => !items.is_empty(),
                _ => true,
            })),
            Node::And(both) => self.decide(both, false),
            Node::Or(both) => self.decide(both, true),
            Node::If(all) => {
                let [condition, then, otherwise] = &**all;
                let holds = self.truth(condition)?;
                self.value(if holds { then } else { otherwise })
            }
            Node::List(nodes) => {
                let items: Result<Vec<_>, Stop> =
                    nodes.iter().map(|node| self.value(node)).collect();
                Ok(Value::List(Rc::new(items?)))
            }
            Node::Call(function, nodes) => self.call(*function, nodes),
            Node::Each(each) => self.each(each),
        }
    }

    fn name(&self, name: Name) -> Value<'a> {
        let text = |it: &'a str| Value::Text(Text::Part(it));
        match name {
            Name::Claim => Value::Part(self.sight.claim),
            Name::Batch => Value::Part(self.sight.batch),
            Name::Line => self.sight.line.map_or(Value::Null, Value::Part),
            Name::Today => text(self.sight.today),
            Name::ServiceDay => self.sight.service_day.map_or(Value::Null, text),
        }
    }

    /// Whether something holds.
    pub(super) fn truth(&mut self, node: &'a Node) -> Result<bool, Stop> {
        match self.value(node)? {
            Value::Bool(it) => Ok(it),
            _ => Err(Stop::Wrong("a condition is true or false, and this value is neither")),
        }
    }

    /// `&&` where `decisive` is false, `||` where it is true. Whichever side is decisive wins over an error of
    /// the other.
    fn decide(&mut self, both: &'a [Node; 2], decisive: bool) -> Outcome<'a> {
        let [left, right] = both;
        let left = match self.truth(left) {
            Ok(it) if it == decisive => return Ok(Value::Bool(decisive)),
            Err(Stop::Spent) => return Err(Stop::Spent),
            other => other,
        };
        let right = self.truth(right)?;
        if right == decisive { Ok(Value::Bool(decisive)) } else { left.map(Value::Bool) }
    }

    fn call(&mut self, function: functions::Function, nodes: &'a [Node]) -> Outcome<'a> {
        match nodes {
            [one] => {
                let one = self.value(one)?;
                functions::of_one(self, function, one)
            }
            [left, right] => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                functions::of_two(self, function, left, right)
            }
            _ => Err(Stop::Wrong("a function takes one or two values")),
        }
    }

    fn each(&mut self, each: &'a Each) -> Outcome<'a> {
        let range = self.value(&each.range)?;
        let (mut found, mut collected, mut wrong) = (0_i64, Vec::new(), None);
        for item in items(&range)? {
            self.pay(1)?;
            self.bound.push(item);
            let looked = self.look(each);
            self.bound.pop();
            match (each.quantity, looked) {
                (Quantity::All, Ok((false, _))) => return Ok(Value::Bool(false)),
                (Quantity::Any, Ok((true, _))) => return Ok(Value::Bool(true)),
                (_, Ok((holds, value))) => {
                    found += i64::from(holds);
                    collected.extend(value);
                }
                (Quantity::All | Quantity::Any, Err(Stop::Wrong(why))) => wrong = Some(why),
                (_, Err(stop)) => return Err(stop),
            }
        }
        if let Some(why) = wrong {
            return Err(Stop::Wrong(why));
        }
        Ok(match each.quantity {
            Quantity::All => Value::Bool(true),
            Quantity::Any => Value::Bool(false),
            Quantity::One => Value::Bool(found == 1),
            Quantity::Collect => Value::List(Rc::new(collected)),
        })
    }

    /// Whether the item on top holds, and what is collected of it.
    fn look(&mut self, each: &'a Each) -> Result<(bool, Option<Value<'a>>), Stop> {
        let holds = each.test.as_ref().map_or(Ok(true), |test| self.truth(test))?;
        let value = each.value.as_ref().filter(|_| holds);
        Ok((holds, value.map(|value| self.value(value)).transpose()?))
    }
}

/// What a record has in a field.
fn field_of<'a>(of: &Value<'a>, field: &str) -> Outcome<'a> {
    match of {
        Value::Part(Json::Object(fields)) => Ok(fields.get(field).map_or(Value::Null, of_json)),
        Value::Null => Ok(Value::Null),
        Value::Part(Json::Array(_)) | Value::List(_) => {
            Err(Stop::Wrong("a list has no fields: ask of its items with exists, all or [0]"))
        }
        _ => Err(Stop::Wrong("a text, number or condition has no fields")),
    }
}

/// A value of the claim.
pub(super) fn of_json(json: &Json) -> Value<'_> {
    match json {
        Json::Null => Value::Null,
        Json::Bool(it) => Value::Bool(*it),
        Json::Number(it) => it.as_i64().map_or(Value::Null, Value::Int),
        Json::String(it) => Value::Text(Text::Part(it)),
        Json::Array(_) | Json::Object(_) => Value::Part(json),
    }
}

/// The items of a list.
pub(super) fn items<'a>(of: &Value<'a>) -> Result<Items<'a>, Stop> {
    match of {
        Value::Null => Ok(Items::Part([].iter())),
        Value::Part(Json::Array(items)) => Ok(Items::Part(items.iter())),
        Value::List(items) => Ok(Items::List(Rc::clone(items), 0)),
        _ => Err(Stop::Wrong("this is no list")),
    }
}

/// Items of a list, one after another.
pub(super) enum Items<'a> {
    Part(core::slice::Iter<'a, Json>),
    List(Rc<Vec<Value<'a>>>, usize),
}

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        match self {
            Self::Part(items) => items.next().map(of_json),
            Self::List(items, at) => {
                let item = items.get(*at).cloned();
                *at += 1;
                item
            }
        }
    }
}
