//! Expressions: what does a condition ask, and where in it is what cannot be asked?
//!
//! The grammar is the Common Expression Language, read by the parser of the crate `cel`. Its tree is made into
//! [`Node`]s, in which every name, field and function is known to exist, so that a slip of the pen is told when
//! rules are read and never passes for a condition that does not hold. The crate's own interpreter is not
//! used: it cannot be stopped (errors are absorbed by `||`, `exists` and `all`), and its errors repeat values
//! of the claim.
//!
//! Not part of it, and refused: numbers with a point (money is exact), unsigned numbers, bytes, maps, regular
//! expressions, and times of day.

use cel::common::ast::{CallExpr, ComprehensionExpr, EntryExpr, Expr, IdedExpr, LiteralValue};
use cel::common::ast::{MapExpr, operators};
use cel::parser::PrattParser;

use super::fields;
use super::functions::Function;

/// An expression that can be evaluated.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Int(i64),
    Text(Box<str>),
    Name(Name),
    /// A variable of `all`, `exists`, `map`, ...: its place among those around it.
    Bound(usize),
    Field(Box<Node>, Box<str>),
    Has(Box<Node>, Box<str>),
    And(Box<[Node; 2]>),
    Or(Box<[Node; 2]>),
    If(Box<[Node; 3]>),
    List(Vec<Node>),
    Call(Function, Vec<Node>),
    Each(Box<Each>),
}

/// What is known without looking at the expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Claim,
    Batch,
    Line,
    Today,
    ServiceDay,
}

/// Something asked of each item of a list.
#[derive(Clone, Debug)]
pub(super) struct Each {
    pub(super) quantity: Quantity,
    pub(super) range: Node,
    /// What must hold of an item.
    pub(super) test: Option<Node>,
    /// What is collected; none without [`Quantity::Collect`].
    pub(super) value: Option<Node>,
}

/// Of how many items it must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    All,
    Any,
    One,
    Collect,
}

/// What a rule lets an expression read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    /// Whether there is a `line`.
    pub(super) line: bool,
    /// Whether it may read fields that identify a person.
    pub(super) identifying: bool,
}

/// Why an expression cannot be evaluated, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadExpression {
    /// Line and column in the expression, from 1.
    pub(super) at: (usize, usize),
    pub(super) problem: String,
}

/// Most bytes of an expression.
pub(super) const MAX_BYTES: usize = 2_000;
/// How deep parentheses, lists and calls may stand in each other.
const MAX_NESTING: u16 = 24;
/// How deep the tree may be, with macros and chains of operators.
const MAX_DEPTH: usize = 100;

/// Reads an expression.
pub(super) fn read(source: &str, scope: Scope) -> Result<Node, BadExpression> {
    let start = |problem: &str| BadExpression { at: (1, 1), problem: problem.to_owned() };
    if source.len() > MAX_BYTES {
        return Err(start("the expression is longer than 2000 characters"));
    }
    if let Some(at) = source.find(|c: char| !c.is_ascii() || (c.is_ascii_control() && c != '\n')) {
        let problem = "an expression has plain characters only: letters, digits, signs".to_owned();
        return Err(BadExpression { at: line_column(source, at), problem });
    }
    let parser = PrattParser::default().max_recursion_depth(MAX_NESTING);
    let tree = parser.error_recovery_limit(1).max_expression_node_count(2_000).parse(source);
    let tree = tree.map_err(|errors| {
        let Some(first) = errors.errors.into_iter().next() else {
            return start("this is no expression");
        };
        let number = |at: isize| usize::try_from(at).unwrap_or(1).max(1);
        BadExpression { at: (number(first.pos.0), number(first.pos.1)), problem: first.msg }
    })?;
    let mut reader = Reader { scope, bound: Vec::new() };
    reader.node(tree, 0).map_err(|bad| BadExpression {
        at: line_column(source, find_word(source, &bad.word)),
        problem: bad.problem,
    })
}

/// Line and column of a byte, from 1.
pub(super) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

/// Where a word stands by itself; the start where it does not.
fn find_word(source: &str, word: &str) -> usize {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut found = source.match_indices(word).map(|(at, _)| at);
    let alone = found.find(|at| {
        let (before, after) = (source.get(..*at), source.get(at + word.len()..));
        !word.is_empty()
            && !before.is_some_and(|text| text.ends_with(part))
            && !after.is_some_and(|text| text.starts_with(part))
    });
    alone.unwrap_or(0)
}

/// What cannot be asked, and the word of the source it is about.
struct Bad {
    word: String,
    problem: String,
}

fn bad<T>(word: &str, problem: impl Into<String>) -> Result<T, Bad> {
    Err(Bad { word: word.to_owned(), problem: problem.into() })
}

struct Reader {
    scope: Scope,
    /// Names of the variables around.
    bound: Vec<String>,
}

impl Reader {
    fn node(&mut self, tree: IdedExpr, depth: usize) -> Result<Node, Bad> {
        if depth > MAX_DEPTH {
            return bad("", "the expression is nested too deep, or a chain is too long");
        }
        let depth = depth + 1;
        Ok(match tree.expr {
            Expr::Literal(literal) => constant(&literal)?,
            Expr::Ident(name) => self.name(&name)?,
            Expr::Select(select) => {
                self.field(&select.field)?;
                let of = Box::new(self.node(*select.operand, depth)?);
                let field = select.field.into_boxed_str();
                if select.test { Node::Has(of, field) } else { Node::Field(of, field) }
            }
            Expr::List(list) if list.optional_indices.is_empty() => {
                Node::List(self.nodes(list.elements, depth)?)
            }
            Expr::Call(call) => self.call(call, depth)?,
            Expr::Comprehension(each) => self.each(*each, depth)?,
            Expr::Map(MapExpr { entries }) => {
                let first = entries.first().map(|entry| &entry.expr);
                let word = match first {
                    Some(EntryExpr::StructField(field)) => field.field.as_str(),
                    _ => "{",
                };
                return bad(word, "maps are no part of payer rules");
            }
            Expr::Struct(made) => return bad(&made.type_name, "records cannot be made"),
            Expr::List(_) | Expr::Unspecified => return bad("", "this is no expression"),
        })
    }

    fn nodes(&mut self, trees: Vec<IdedExpr>, depth: usize) -> Result<Vec<Node>, Bad> {
        trees.into_iter().map(|tree| self.node(tree, depth)).collect()
    }

    fn name(&self, name: &str) -> Result<Node, Bad> {
        if let Some(place) = self.bound.iter().rposition(|bound| bound == name) {
            return Ok(Node::Bound(place));
        }
        Ok(Node::Name(match name {
            "claim" => Name::Claim,
            "batch" => Name::Batch,
            "line" if self.scope.line => Name::Line,
            "line" => return bad(name, "`line` is known where a rule says `each = \"line\"`"),
            "today" => Name::Today,
            "serviceDay" => Name::ServiceDay,
            _ => {
                let known = "claim, batch, line, today and serviceDay";
                return bad(name, format!("nothing is called `{name}`: there are {known}"));
            }
        }))
    }

    fn field(&self, name: &str) -> Result<(), Bad> {
        if !fields::is_known(name) {
            return bad(name, format!("no part of a claim is called `{name}`"));
        }
        if !self.scope.identifying && !fields::is_told(name) {
            let problem = format!("a fact cannot tell `{name}`: it may identify a person");
            return bad(name, problem);
        }
        Ok(())
    }

    fn call(&mut self, call: CallExpr, depth: usize) -> Result<Node, Bad> {
        let name = call.func_name;
        let Some((function, parts)) = Function::named(&name, call.target.is_some()) else {
            let about = if name == "matches" { ": compare with startsWith, <= and >=" } else { "" };
            return bad(&name, format!("`{name}` is no function of payer rules{about}"));
        };
        let mut all: Vec<IdedExpr> = call.target.into_iter().map(|target| *target).collect();
        all.extend(call.args);
        let count = all.len();
        let nodes = self.nodes(all, depth)?;
        if count != parts {
            return bad(&name, format!("`{name}` takes {parts} values, not {count}"));
        }
        Ok(match (function, <[Node; 2]>::try_from(nodes)) {
            (Function::And, Ok(both)) => Node::And(Box::new(both)),
            (Function::Or, Ok(both)) => Node::Or(Box::new(both)),
            (function, Ok(both)) => Node::Call(function, both.into()),
            (Function::If, Err(nodes)) => match <[Node; 3]>::try_from(nodes) {
                Ok(all) => Node::If(Box::new(all)),
                Err(_) => return bad("?", "`?` takes three values"),
            },
            (function, Err(nodes)) => Node::Call(function, nodes),
        })
    }

    /// `all`, `exists`, `exists_one`, `filter` and `map` come as loops that begin with true, false, 0 or an
    /// empty list.
    fn each(&mut self, each: ComprehensionExpr, depth: usize) -> Result<Node, Bad> {
        let range = self.node(each.iter_range, depth)?;
        let mut step = match each.loop_step.expr {
            Expr::Call(call) => call,
            _ => return bad("", "this loop is no part of payer rules"),
        };
        let (quantity, test, value) = match each.accu_init.expr {
            Expr::Literal(LiteralValue::Boolean(all)) => {
                let quantity = if *all.inner() { Quantity::All } else { Quantity::Any };
                (quantity, step.args.pop(), None)
            }
            Expr::Literal(LiteralValue::Int(_)) => {
                step.args.truncate(1);
                (Quantity::One, step.args.pop(), None)
            }
            Expr::List(_) if step.func_name == operators::CONDITIONAL => {
                step.args.truncate(2);
                let value = step.args.pop().and_then(appended);
                (Quantity::Collect, step.args.pop(), value)
            }
            Expr::List(_) => {
                let step = IdedExpr { id: 0, expr: Expr::Call(step) };
                (Quantity::Collect, None, appended(step))
            }
            _ => return bad("", "this loop is no part of payer rules"),
        };
        self.bound.push(each.iter_var);
        let test = test.map(|test| self.node(test, depth)).transpose();
        let value = value.map(|value| self.node(value, depth)).transpose();
        self.bound.pop();
        Ok(Node::Each(Box::new(Each { quantity, range, test: test?, value: value? })))
    }
}

/// The `x` of `@result + [x]`.
fn appended(step: IdedExpr) -> Option<IdedExpr> {
    let Expr::Call(mut call) = step.expr else { return None };
    match call.args.pop()?.expr {
        Expr::List(mut list) => list.elements.pop(),
        _ => None,
    }
}

fn constant(literal: &LiteralValue) -> Result<Node, Bad> {
    Ok(match literal {
        LiteralValue::Null => Node::Null,
        LiteralValue::Boolean(it) => Node::Bool(*it.inner()),
        LiteralValue::Int(it) => Node::Int(*it.inner()),
        LiteralValue::String(it) => Node::Text(it.inner().into()),
        LiteralValue::Double(_) => {
            return bad(".", "a number with a point is not exact: write cents('1.50')");
        }
        LiteralValue::UInt(_) => return bad("", "write numbers without u"),
        LiteralValue::Bytes(_) => return bad("", "write text without b"),
    })
}
