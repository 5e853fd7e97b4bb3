//! SVG of forms: how does a page look in a browser?
//!
//! Lengths are points. Every text carries its field (`data-field`), so that a page can lead from a finding
//! to the place. Values are escaped; nothing is loaded from elsewhere.

use core::fmt::Write;

use super::{FormPage, Layout, Look, Shape};

/// One page.
pub(crate) fn render(layout: &Layout, page: &FormPage, background: bool) -> String {
    let mut out = String::with_capacity(32_768);
    let (width, height) = (Points(layout.page.0), Points(layout.page.1));
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}pt\" height=\"{height}pt\" role=\"group\" aria-label=\""
    );
    escape(&mut out, layout.name);
    out.push_str("\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    if background {
        out.push_str("<g font-family=\"Helvetica,Arial,sans-serif\" fill=\"#1f4e6b\" ");
        out.push_str("stroke-width=\".5\" aria-hidden=\"true\">\n");
        // Shades first: frames and words stay whole.
        let shades = |shape: &&Shape| matches!(shape, Shape::Tint { .. });
        layout.shapes.iter().filter(shades).for_each(|shape| draw(&mut out, shape));
        layout.shapes.iter().filter(|it| !shades(it)).for_each(|shape| draw(&mut out, shape));
        out.push_str("</g>\n");
    }
    let _ = writeln!(
        out,
        "<g font-family=\"Courier,'Courier New',monospace\" font-size=\"{}\" xml:space=\"preserve\">",
        Points(layout.size)
    );
    for text in &page.texts {
        let (x, y) = (Points(text.x), Points(text.y));
        let _ = write!(out, "<text data-field=\"{}\" x=\"{x}\" y=\"{y}\">", text.field);
        escape(&mut out, text.text.reveal());
        out.push_str("</text>\n");
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn draw(out: &mut String, shape: &Shape) {
    let _ = match shape {
        &Shape::Frame { x, y, width, height } => {
            let (x, y, width, height) = (Points(x), Points(y), Points(width), Points(height));
            writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"none\" \
                 stroke=\"#1f4e6b\"/>"
            )
        }
        &Shape::Tint { x, y, width, height } => {
            let (x, y, width, height) = (Points(x), Points(y), Points(width), Points(height));
            writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#e3eef4\"/>"
            )
        }
        &Shape::Line { x, y, to_x, to_y } => {
            let (x, y, to_x, to_y) = (Points(x), Points(y), Points(to_x), Points(to_y));
            writeln!(out, "<path d=\"M{x} {y}L{to_x} {to_y}\" stroke=\"#1f4e6b\"/>")
        }
        Shape::Words { x, y, size, look, text } => {
            let (x, y, size) = (Points(*x), Points(*y), Points(*size));
            let weight = match look {
                Look::Plain => "",
                Look::Bold => " font-weight=\"700\"",
                Look::Pale => " fill=\"#b9d0dd\"",
            };
            let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}>");
            escape(out, text);
            writeln!(out, "</text>")
        }
    };
}

/// Hundredths of a point, written in points.
struct Points(i32);

impl core::fmt::Display for Points {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (whole, rest) = (self.0 / 100, (self.0 % 100).abs());
        match rest {
            0 => write!(f, "{whole}"),
            _ if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

fn escape(out: &mut String, value: &str) {
    for letter in value.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
}
