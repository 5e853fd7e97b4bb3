//! Checks of companions: is a segment as the payer asks, where the guide leaves the choice?

use superbill_types::Rule;

use super::Narrow;
use crate::Segment;
use crate::check::{At, Report};
use crate::guide::{Child, ElementDef, Library, element_text};

/// Checks a segment against what companions say of its place.
#[cold]
pub(crate) fn check(
    library: &Library,
    child: &Child,
    segment: &Segment<'_>,
    report: &mut Report<'_, '_, '_>,
) {
    let Some(overlay) = child.overlay.checked_sub(1).and_then(|at| library.overlay(at)) else {
        return;
    };
    if let Some(rule) = overlay.sent {
        let name = child.body.map_or(child.name, |in_loop| in_loop.name);
        let facts =
            [("name", library.name(name).to_owned()), ("segment", segment.name().to_owned())];
        report.whole(rule, &facts);
    }
    for ((element, component), narrow, rule) in &overlay.elements {
        let at = At { element: (*element).into(), component: (*component).into(), repetition: 0 };
        let whole = segment.element(usize::from(*element));
        if whole.is_empty() {
            if *component == 0 {
                value(library, child, segment, b"", at, narrow, rule, report);
            }
            continue;
        }
        let repeats = segment.delimiters().repetition.is_some_and(|mark| whole.contains(&mark));
        for (number, part) in (1..).zip(segment.repetitions(usize::from(*element))) {
            let separator = segment.delimiters().component;
            let part = match component {
                0 => part,
                _ => {
                    let mut components = part.split(|&byte| byte == separator);
                    components.nth(usize::from(*component) - 1).unwrap_or(b"")
                }
            };
            let at = At { repetition: if repeats { number } else { 0 }, ..at };
            value(library, child, segment, part, at, narrow, rule, report);
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "one call, of what its caller already has in hand")]
fn value(
    library: &Library,
    child: &Child,
    segment: &Segment<'_>,
    value: &[u8],
    at: At,
    narrow: &Narrow,
    rule: &'static Rule,
    report: &mut Report<'_, '_, '_>,
) {
    let mut facts = Vec::new();
    let broken = match narrow {
        Narrow::Required => value.is_empty(),
        _ if value.is_empty() => false,
        Narrow::NotUsed => true,
        Narrow::Codes(codes) => {
            facts.push(("expected", codes.join(", ")));
            !codes.iter().any(|code| code.as_bytes() == value)
        }
        Narrow::Length(least, most) => {
            facts.push(("length", value.len().to_string()));
            facts.push(("minimum", least.to_string()));
            facts.push(("maximum", most.to_string()));
            !(usize::from(*least)..=usize::from(*most)).contains(&value.len())
        }
        Narrow::Max(_) => false,
    };
    if broken {
        let name = definition(library, child, at);
        facts.push(("name", name.map_or_else(String::new, |name| element_text(library, name))));
        let span = match value.is_empty() {
            true => segment.element_span(usize::from(at.element)),
            false => segment.span_of(usize::from(at.element), value),
        };
        report.add(rule, at, span, &facts);
    }
}

fn definition<'l>(library: &'l Library, child: &Child, at: At) -> Option<&'l ElementDef> {
    library.defined(child, (u8::try_from(at.element).ok()?, u8::try_from(at.component).ok()?))
}
