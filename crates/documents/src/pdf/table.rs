//! Tables of PDF: how do labels and amounts stand in columns, over pages where they must?
//!
//! Amounts end on one edge, the closing parenthesis of a negative one after it, so that points stand under
//! each other. A row is not divided; where a table goes on, its heads are drawn again for the eye.

use superbill_types::Money;

use super::flow::{Flow, LEFT, Look, RIGHT};
use super::statement::{BODY, LINE, SMALL, STRONG, color};
use super::{Font, Role, encode};
use crate::block::{Row, Table};
use crate::format::{amount, dollars};

/// Of a column of amounts.
const AMOUNT: i32 = 6_400;
/// Room for a closing parenthesis.
const HANG: i32 = 360;
/// Of a table with one column: the eye need not cross the page.
const NARROW: i32 = 36_000;
const GAP: i32 = 300;

pub(crate) fn draw(flow: &mut Flow<'_>, table: &Table) {
    let columns = table.amount_heads.len();
    let width = if columns == 1 { NARROW } else { RIGHT - LEFT };
    let amounts = AMOUNT.saturating_mul(i32::try_from(columns).unwrap_or(i32::MAX));
    let grid = Grid { width, label: (width - amounts).max(AMOUNT) };
    flow.paper.begin(Role::Table);
    flow.ensure(4 * BODY.leading());
    flow.text(Role::Caption, SMALL, LEFT, width, table.caption);
    flow.y += GAP;
    grid.heads(flow, table, true);
    for (index, row) in table.rows.iter().enumerate() {
        grid.row(flow, table, row, index == 0 && table.total.is_none(), BODY);
    }
    if let Some(total) = &table.total {
        grid.row(flow, table, total, true, STRONG);
    }
    flow.paper.end();
    flow.y += 3 * GAP;
}

struct Grid {
    width: i32,
    /// Of the column of labels.
    label: i32,
}

impl Grid {
    /// The heads of the columns: said once, drawn on each page.
    fn heads(&self, flow: &mut Flow<'_>, table: &Table, said: bool) {
        let base = flow.y + SMALL.size;
        let heads = [table.label_head].into_iter().chain(table.amount_heads.iter().copied());
        let page = flow.page();
        if said {
            flow.paper.begin(Role::Row);
        }
        for (column, head) in heads.enumerate() {
            let x = match column {
                0 => LEFT,
                _ => self.edge(column) - HANG - SMALL.width(head),
            };
            let draw = |pen: &mut super::Pen<'_>| {
                pen.text(SMALL.font, SMALL.size, SMALL.color, (x, base), head);
            };
            if said {
                flow.paper.begin(Role::ColumnHead);
                flow.paper.marked(draw);
                flow.paper.end();
            } else {
                flow.paper.artifact(page, draw);
            }
        }
        if said {
            flow.paper.end();
        }
        flow.y += SMALL.leading() + GAP;
        self.rule(flow);
    }

    fn row(&self, flow: &mut Flow<'_>, table: &Table, row: &Row, currency: bool, look: Look) {
        let indent = if row.part.is_some() { 1_200 } else { 0 };
        let room = self.label - indent - GAP;
        let label = look.lines(&row.label, room);
        let detail = SMALL.lines(&row.detail, room);
        let count = |lines: &[Vec<u8>]| i32::try_from(lines.len().max(1)).unwrap_or(i32::MAX);
        let height = count(&label).saturating_mul(look.leading())
            + i32::try_from(detail.len()).unwrap_or(0) * SMALL.leading();
        if flow.ensure(height.saturating_add(2 * GAP)) {
            self.heads(flow, table, false);
        }
        flow.y += GAP;
        let (base, page) = (flow.y + look.size, flow.page());
        if let Some(part) = row.part {
            let at = (LEFT, base - 700);
            flow.paper.artifact(page, |pen| pen.tint(color(part), at, (800, 800)));
        }
        flow.paper.begin(Role::Row);
        flow.paper.begin(Role::RowHead);
        flow.lines(look, LEFT + indent, &label);
        if label.is_empty() {
            flow.y += look.leading();
        }
        flow.lines(SMALL, LEFT + indent, &detail);
        flow.paper.end();
        let end = flow.y;
        for (column, value) in row.amounts.iter().enumerate() {
            self.amount(flow, look, column + 1, base, *value, currency);
        }
        flow.paper.end();
        flow.y = end + GAP;
        self.rule(flow);
    }

    fn amount(
        &self,
        flow: &mut Flow<'_>,
        look: Look,
        column: usize,
        base: i32,
        value: Money,
        currency: bool,
    ) {
        let shown = if currency { dollars(value) } else { amount(value) };
        let edge = shown.strip_suffix(')').unwrap_or(&shown);
        let x = self.edge(column) - HANG - look.width(edge);
        let shown = encode(&shown);
        flow.paper.begin(Role::Cell);
        flow.paper.marked(|pen| pen.encoded(look.font, look.size, look.color, (x, base), &shown));
        flow.paper.end();
    }

    /// Right edge of a column of amounts, from 1.
    fn edge(&self, column: usize) -> i32 {
        let column = i32::try_from(column).unwrap_or(0);
        LEFT + self.label + column.saturating_mul(AMOUNT)
    }

    fn rule(&self, flow: &mut Flow<'_>) {
        let (y, page) = (flow.y, flow.page());
        flow.paper.artifact(page, |pen| pen.line(LINE, (LEFT, y), (LEFT + self.width, y)));
    }
}

// The amounts of a total are as bold as its label.
const _: () = assert!(matches!(STRONG.font, Font::Bold));
