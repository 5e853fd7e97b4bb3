//! Functions: what can an expression do with values, and how do amounts stay exact?
//!
//! Those of CEL over text, whole numbers and lists, and five of billing: `cents`, `dollars`, `days`, `sum` and
//! `int`. An amount of a claim is text (`"125.00"`); `cents` makes it a whole number of cents, in which sums and
//! comparisons are exact; what is finer than a cent or too large is an error, never rounded.

use std::cmp::Ordering;
use std::rc::Rc;

use serde_json::Value as Json;
use superbill_types::{Date, Money};

use super::evaluate::{Machine, Outcome, Stop, Text, Value, items};

/// A function or operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    And,
    Or,
    If,
    Not,
    Negate,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    In,
    Index,
    Size,
    Contains,
    StartsWith,
    EndsWith,
    Int,
    Text,
    Cents,
    Dollars,
    Days,
    Sum,
}

impl Function {
    /// The function of a name as the parser tells it, and how many values it takes. `member`: written behind a
    /// value and a point.
    pub(super) fn named(name: &str, member: bool) -> Option<(Self, usize)> {
        let plain = match name {
            "_&&_" => (Self::And, 2),
            "_||_" => (Self::Or, 2),
            "_?_:_" => (Self::If, 3),
            "!_" => (Self::Not, 1),
            "-_" => (Self::Negate, 1),
            "_==_" => (Self::Equal, 2),
            "_!=_" => (Self::Unequal, 2),
            "_<_" => (Self::Less, 2),
            "_<=_" => (Self::LessOrEqual, 2),
            "_>_" => (Self::Greater, 2),
            "_>=_" => (Self::GreaterOrEqual, 2),
            "_+_" => (Self::Add, 2),
            "_-_" => (Self::Subtract, 2),
            "_*_" => (Self::Multiply, 2),
            "_/_" => (Self::Divide, 2),
            "_%_" => (Self::Remainder, 2),
            "@in" => (Self::In, 2),
            "_[_]" => (Self::Index, 2),
            "int" => (Self::Int, 1),
            "string" => (Self::Text, 1),
            "cents" => (Self::Cents, 1),
            "dollars" => (Self::Dollars, 1),
            "days" => (Self::Days, 2),
            "sum" => (Self::Sum, 1),
            "size" => return Some((Self::Size, 1)),
            "contains" if member => return Some((Self::Contains, 2)),
            "startsWith" if member => return Some((Self::StartsWith, 2)),
            "endsWith" if member => return Some((Self::EndsWith, 2)),
            _ => return None,
        };
        (!member).then_some(plain)
    }
}

/// A function of one value.
pub(super) fn of_one<'a>(
    machine: &mut Machine<'a, '_>,
    function: Function,
    one: Value<'a>,
) -> Outcome<'a> {
    match (function, one) {
        (Function::Not, Value::Bool(it)) => Ok(Value::Bool(!it)),
        (Function::Negate, Value::Int(it)) => whole(it.checked_neg()),
        (Function::Size, Value::Text(text)) => {
            machine.pay_text(&text)?;
            count(text.chars().count())
        }
        (Function::Size, list) => count(match &list {
            Value::Null => 0,
            Value::List(items) => items.len(),
            Value::Part(Json::Array(items)) => items.len(),
            _ => return Err(Stop::Wrong("size is of a text or a list")),
        }),
        (Function::Int, Value::Int(it)) => Ok(Value::Int(it)),
        (Function::Int, Value::Text(text)) => {
            machine.pay_text(&text)?;
            let number = text.parse().map_err(|_| Stop::Wrong("int takes a whole number"));
            number.map(Value::Int)
        }
        (Function::Text, Value::Text(text)) => Ok(Value::Text(text)),
        (Function::Text, Value::Int(it)) => Ok(Value::made(it.to_string())),
        (Function::Text, Value::Bool(it)) => Ok(Value::Text(Text::Part(truth(it)))),
        (Function::Cents, Value::Text(text)) => {
            machine.pay_text(&text)?;
            cents(&text).map(Value::Int)
        }
        (Function::Cents, Value::Null) => Err(Stop::Wrong("cents of an amount that is absent")),
        (Function::Dollars, Value::Int(it)) => {
            Ok(Value::made(Money::from_scaled(it, 2).to_string()))
        }
        (Function::Sum, list) => {
            let mut sum = 0_i64;
            for item in items(&list)? {
                machine.pay(1)?;
                let Value::Int(item) = item else {
                    return Err(Stop::Wrong("sum is of whole numbers"));
                };
                sum = sum.checked_add(item).ok_or(TOO_LARGE)?;
            }
            Ok(Value::Int(sum))
        }
        _ => Err(Stop::Wrong("a function or sign is used on a value of another kind")),
    }
}

/// A function of two values.
pub(super) fn of_two<'a>(
    machine: &mut Machine<'a, '_>,
    function: Function,
    left: Value<'a>,
    right: Value<'a>,
) -> Outcome<'a> {
    let order = |wanted: fn(Ordering) -> bool, machine: &mut Machine<'a, '_>| {
        compare(machine, &left, &right).map(|order| Value::Bool(wanted(order)))
    };
    match function {
        Function::Equal => return equal(machine, &left, &right).map(Value::Bool),
        Function::Unequal => return equal(machine, &left, &right).map(|it| Value::Bool(!it)),
        Function::Less => return order(Ordering::is_lt, machine),
        Function::LessOrEqual => return order(Ordering::is_le, machine),
        Function::Greater => return order(Ordering::is_gt, machine),
        Function::GreaterOrEqual => return order(Ordering::is_ge, machine),
        Function::In => return is_in(machine, &left, &right),
        _ => {}
    }
    match (function, left, right) {
        (Function::Index, list, Value::Int(at)) => index(&list, at),
        (Function::Add, Value::Int(a), Value::Int(b)) => whole(a.checked_add(b)),
        (Function::Subtract, Value::Int(a), Value::Int(b)) => whole(a.checked_sub(b)),
        (Function::Multiply, Value::Int(a), Value::Int(b)) => whole(a.checked_mul(b)),
        (Function::Divide, Value::Int(a), Value::Int(b)) => divided(a.checked_div(b)),
        (Function::Remainder, Value::Int(a), Value::Int(b)) => divided(a.checked_rem(b)),
        (Function::Add, Value::Text(a), Value::Text(b)) => {
            machine.pay_text(&a)?;
            machine.pay_text(&b)?;
            Ok(Value::made([&*a, &*b].concat()))
        }
        (Function::Days, Value::Text(from), Value::Text(to)) => {
            machine.pay_text(&from)?;
            machine.pay_text(&to)?;
            let day = |text: &str| {
                text.parse::<Date>().map_err(|_| Stop::Wrong("days is between two days"))
            };
            Ok(Value::Int(day(&to)?.days_since(day(&from)?)))
        }
        (Function::Contains | Function::StartsWith | Function::EndsWith, Value::Null, _) => {
            Ok(Value::Bool(false))
        }
        (Function::Contains, Value::Text(text), Value::Text(part)) => {
            machine.pay_text(&text)?;
            machine.pay_text(&part)?;
            Ok(Value::Bool(text.contains(&*part)))
        }
        (Function::StartsWith, Value::Text(text), Value::Text(part)) => {
            machine.pay_text(&part)?;
            Ok(Value::Bool(text.starts_with(&*part)))
        }
        (Function::EndsWith, Value::Text(text), Value::Text(part)) => {
            machine.pay_text(&part)?;
            Ok(Value::Bool(text.ends_with(&*part)))
        }
        (Function::Add, left, right) => {
            let mut joined: Vec<Value<'a>> = Vec::new();
            for item in items(&left)?.chain(items(&right)?) {
                machine.pay(1)?;
                joined.push(item);
            }
            Ok(Value::List(Rc::new(joined)))
        }
        _ => Err(Stop::Wrong("a function or sign is used on values of other kinds")),
    }
}

/// Whether two values are the same; values of different kinds never are.
fn equal<'a>(
    machine: &mut Machine<'a, '_>,
    left: &Value<'a>,
    right: &Value<'a>,
) -> Result<bool, Stop> {
    machine.pay(1)?;
    Ok(match (left, right) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Text(a), Value::Text(b)) => {
            machine.pay_text(a)?;
            **a == **b
        }
        (Value::Part(Json::Object(_)), Value::Part(Json::Object(_))) => {
            return Err(Stop::Wrong("records are not compared: compare their fields"));
        }
        (Value::Part(_) | Value::List(_), Value::Part(_) | Value::List(_)) => {
            let (mut a, mut b) = (items(left)?, items(right)?);
            loop {
                match (a.next(), b.next()) {
                    (None, None) => return Ok(true),
                    (Some(a), Some(b)) if equal(machine, &a, &b)? => {}
                    _ => return Ok(false),
                }
            }
        }
        _ => false,
    })
}

fn compare<'a>(
    machine: &mut Machine<'a, '_>,
    left: &Value<'a>,
    right: &Value<'a>,
) -> Result<Ordering, Stop> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(a.cmp(b)),
        (Value::Text(a), Value::Text(b)) => {
            machine.pay_text(a)?;
            Ok((**a).cmp(&**b))
        }
        (Value::Null, _) | (_, Value::Null) => {
            Err(Stop::Wrong("something absent is neither more nor less: ask has(...) first"))
        }
        _ => Err(Stop::Wrong("more and less are of two numbers or two texts: cents('1.50')")),
    }
}

fn is_in<'a>(machine: &mut Machine<'a, '_>, item: &Value<'a>, list: &Value<'a>) -> Outcome<'a> {
    for other in items(list)? {
        if equal(machine, item, &other)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn index<'a>(list: &Value<'a>, at: i64) -> Outcome<'a> {
    if matches!(list, Value::Null) {
        return Ok(Value::Null);
    }
    let at = usize::try_from(at).map_err(|_| NO_ITEM)?;
    let item = match list {
        Value::List(items) => items.get(at).cloned(),
        Value::Part(Json::Array(items)) => items.get(at).map(super::evaluate::of_json),
        _ => return Err(Stop::Wrong("only a list has items")),
    };
    item.ok_or(NO_ITEM)
}

/// Whole cents of an amount.
fn cents(text: &str) -> Result<i64, Stop> {
    let amount: Money = text.parse().map_err(|_| Stop::Wrong("cents takes an amount"))?;
    let exact = amount.decimal().normalize();
    let tens = match exact.scale() {
        0 => 100,
        1 => 10,
        2 => 1,
        _ => return Err(Stop::Wrong("an amount is finer than a cent")),
    };
    let cents = exact.mantissa().checked_mul(tens).and_then(|it| i64::try_from(it).ok());
    cents.ok_or(TOO_LARGE)
}

fn whole<'a>(number: Option<i64>) -> Outcome<'a> {
    number.map(Value::Int).ok_or(TOO_LARGE)
}

fn divided<'a>(number: Option<i64>) -> Outcome<'a> {
    number.map(Value::Int).ok_or(Stop::Wrong("a division by nothing"))
}

fn count<'a>(number: usize) -> Outcome<'a> {
    whole(i64::try_from(number).ok())
}

fn truth(it: bool) -> &'static str {
    if it { "true" } else { "false" }
}

const TOO_LARGE: Stop = Stop::Wrong("a number is too large");
const NO_ITEM: Stop = Stop::Wrong("the list has no such item: ask size(...) first");
