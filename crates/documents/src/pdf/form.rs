//! PDF of forms: where on the sheet does each text of a filled form stand?

use super::{BLACK, Color, Font, Paper, Pen, Role};
use crate::form::{FilledForm, FormKind, Layout, Look, Shape};

/// Forms one after another; with `background`, over our plain form, drawn once for each kind.
pub(crate) fn forms(forms: &[FilledForm], background: bool) -> Vec<u8> {
    let mut paper = Paper::new();
    let mut stamps: [Option<usize>; 3] = [None; 3];
    for (number, form) in forms.iter().enumerate() {
        let layout = form.kind.layout();
        paper.begin(Role::Article);
        for (index, page) in form.pages.iter().enumerate() {
            paper.add_page();
            if index == 0 {
                let claim =
                    if forms.len() > 1 { format!("{}.", number + 1) } else { String::new() };
                paper.label_from(paper.pages() - 1, &format!("{} {claim}", short(form.kind)));
            }
            if background {
                let place = stamps.get_mut(form.kind as usize);
                let stamp =
                    place.map(|it| *it.get_or_insert_with(|| paper.stamp(|pen| draw(pen, layout))));
                let page = paper.pages() - 1;
                paper.artifact(page, |pen| stamp.into_iter().for_each(|stamp| pen.stamp(stamp)));
            }
            paper.begin(Role::Paragraph);
            paper.marked(|pen| {
                for text in &page.texts {
                    let at = (text.x, text.y);
                    pen.text(Font::Courier, layout.size, BLACK, at, text.text.reveal());
                }
            });
            paper.end();
        }
        paper.end();
    }
    if forms.is_empty() {
        paper.add_page();
    }
    let title = match forms {
        [only] => only.kind.name(),
        _ => "Claim forms",
    };
    paper.finish(title, "en-US")
}

/// Our plain form: shades, then frames and words.
fn draw(pen: &mut Pen<'_>, layout: &Layout) {
    for shape in &layout.shapes {
        if let &Shape::Tint { x, y, width, height } = shape {
            pen.tint(SHADE, (x, y), (width, height));
        }
    }
    for shape in &layout.shapes {
        match shape {
            Shape::Tint { .. } => {}
            &Shape::Frame { x, y, width, height } => pen.frame(INK, (x, y), (width, height)),
            &Shape::Line { x, y, to_x, to_y } => pen.line(INK, (x, y), (to_x, to_y)),
            Shape::Words { x, y, size, look, text } => {
                let (font, color) = match look {
                    Look::Plain => (Font::Helvetica, INK),
                    Look::Bold => (Font::Bold, INK),
                    Look::Pale => (Font::Helvetica, PALE),
                };
                pen.text(font, *size, color, (*x, *y), text);
            }
        }
    }
}

fn short(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Cms1500 => "CMS-1500",
        FormKind::Ub04 => "UB-04",
        FormKind::Ada => "ADA",
    }
}

const INK: Color = Color(0x1f, 0x4e, 0x6b);
const PALE: Color = Color(0xb9, 0xd0, 0xdd);
const SHADE: Color = Color(0xe3, 0xee, 0xf4);
