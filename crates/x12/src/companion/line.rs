//! Lines: what does each line of a companion guide say?

use superbill_types::Severity;

use super::{Companion, CompanionError, Line, Narrow, Said, lasting};

impl Companion {
    /// Reads a companion guide.
    ///
    /// # Errors
    /// [`CompanionError`] at the first line that is not as the format says.
    pub fn read(text: &str) -> Result<Self, CompanionError> {
        let mut companion: Option<(Self, String)> = None;
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let fail = |problem: String| CompanionError { line, problem };
            let (words, quoted) = split(text).map_err(fail)?;
            match &mut companion {
                None => companion = Some(heading(&words, quoted).map_err(fail)?),
                Some((companion, prefix)) => {
                    let rule = rule(line, &words, quoted, prefix, &companion.title);
                    let rule = rule.map_err(fail)?;
                    if companion.lines.iter().any(|other| other.rule.id == rule.rule.id) {
                        return Err(fail(format!("rule {} stands twice", rule.rule.id)));
                    }
                    companion.lines.push(rule);
                }
            }
        }
        match companion {
            Some((companion, _)) if !companion.lines.is_empty() => Ok(companion),
            _ => Err(CompanionError { line: 1, problem: "there is no rule".to_owned() }),
        }
    }
}

/// The words of a line and the quoted text at its end.
fn split(text: &str) -> Result<(Vec<&str>, &str), String> {
    let quoted =
        text.split_once('"').and_then(|(words, rest)| Some((words, rest.strip_suffix('"')?)));
    match quoted {
        Some((words, quoted)) if !quoted.is_empty() && !quoted.contains(['"', '{', '}']) => {
            Ok((words.split_whitespace().collect(), quoted))
        }
        _ => Err("a line ends with words between quotation marks".to_owned()),
    }
}

fn heading(words: &[&str], title: &str) -> Result<(Companion, String), String> {
    match words {
        ["companion", version, set_id, prefix]
            if prefix.len() <= 12 && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            let companion = Companion {
                version: (*version).to_owned(),
                set_id: (*set_id).to_owned(),
                title: title.to_owned(),
                lines: Vec::new(),
            };
            Ok((companion, prefix.to_ascii_uppercase()))
        }
        _ => Err("the first line is `companion <version> <set> <prefix> \"<title>\"`".to_owned()),
    }
}

fn rule(
    line: usize,
    words: &[&str],
    help: &str,
    prefix: &str,
    title: &str,
) -> Result<Line, String> {
    let (words, severity) = match words {
        [words @ .., "warning"] => (words, Severity::Warning),
        _ => (words, Severity::Error),
    };
    let (number, path, at, what) = match *words {
        [number, path, what] => (number, path, (0, 0), what),
        [number, path, at, what] => (number, path, position(at)?, what),
        _ => return Err("a rule is `<number> <path> [<element>] <what> \"<what to do>\"`".into()),
    };
    if !(1..=6).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(format!("`{number}` is no rule number"));
    }
    let narrow = narrow(what).ok_or_else(|| {
        format!("`{what}` is none of R, N, max=<n>, codes=<A,B> and length=<min>-<max>")
    })?;
    let (path, qualifiers) = path.split_once(':').unwrap_or((path, ""));
    let path: Vec<String> = path.split('/').map(str::to_owned).collect();
    let is_segment = path.last().is_some_and(|last| is_segment_id(last));
    let (said, message) = said(&narrow, is_segment, at.0 > 0, title)?;
    let words = [format!("{prefix}-{number}"), message, help.to_owned(), title.to_owned()];
    let rule = lasting(words, severity, said).ok_or("there are too many companion rules")?;
    let qualifiers = qualifiers.split('|').filter(|code| !code.is_empty());
    let qualifiers = qualifiers.map(|code| code.replace('_', " ")).collect();
    Ok(Line { line, path, qualifiers, at, narrow, rule })
}

/// `05` or `05-3`.
fn position(text: &str) -> Result<(u8, u8), String> {
    let (element, component) = text.split_once('-').unwrap_or((text, "0"));
    match (element.parse(), component.parse()) {
        (Ok(element @ 1..), Ok(component)) => Ok((element, component)),
        _ => Err(format!("`{text}` is no element such as 05 or 05-3")),
    }
}

fn narrow(text: &str) -> Option<Narrow> {
    Some(match text.split_once('=') {
        None if text == "R" => Narrow::Required,
        None if text == "N" => Narrow::NotUsed,
        Some(("max", number)) => Narrow::Max(number.parse().ok().filter(|&max| max > 0)?),
        Some(("codes", codes)) => {
            Narrow::Codes(codes.split(',').map(|code| code.replace('_', " ")).collect())
        }
        Some(("length", lengths)) => {
            let (least, most) = lengths.split_once('-')?;
            let (least, most) = (least.parse().ok()?, most.parse().ok()?);
            (least <= most).then_some(Narrow::Length(least, most))?
        }
        _ => return None,
    })
}

/// Segment ids begin with a letter, loop ids with a digit.
pub(super) fn is_segment_id(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.as_bytes()[0].is_ascii_uppercase()
}

/// The name, the code and the message of a kind of rule. A payer's wish is a dependent one in the words
/// of the acknowledgment: the guide itself leaves the choice.
fn said(
    narrow: &Narrow,
    segment: bool,
    element: bool,
    title: &str,
) -> Result<(Said, String), String> {
    let (name, acknowledgment, message) = match (narrow, element, segment) {
        (Narrow::Required, true, _) => {
            ("companion-element-missing", "IK4:I9", "{name} is missing: @ requires it")
        }
        (Narrow::Required, _, true) => {
            ("companion-segment-missing", "IK3:3", "{name} ({segment}) is missing: @ requires it")
        }
        (Narrow::Required, ..) => {
            ("companion-loop-missing", "IK3:I7", "loop {loop} {name} is missing: @ requires it")
        }
        (Narrow::NotUsed, true, _) => {
            ("companion-element-not-used", "IK4:I13", "{name} is sent: @ does not take it")
        }
        (Narrow::NotUsed, ..) => (
            "companion-segment-not-used",
            "IK3:I9",
            "{name} ({segment}) is sent: @ does not take it",
        ),
        (Narrow::Max(_), false, true) => (
            "companion-segment-over-maximum",
            "IK3:5",
            "segment {segment} {name} stands more than {maximum} times: @ takes no more",
        ),
        (Narrow::Max(_), false, false) => (
            "companion-loop-over-maximum",
            "IK3:4",
            "loop {loop} {name} stands more than {maximum} times: @ takes no more",
        ),
        (Narrow::Codes(_), true, _) => (
            "companion-code-not-taken",
            "IK4:I6",
            "{name} holds a code that @ does not take; it takes {expected}",
        ),
        (Narrow::Length(least, most), true, _) if least == most => {
            ("companion-length", "IK4:I12", "{name} has {length} characters; @ takes {maximum}")
        }
        (Narrow::Length(..), true, _) => (
            "companion-length",
            "IK4:I12",
            "{name} has {length} characters; @ takes {minimum} to {maximum}",
        ),
        (Narrow::Max(_), true, _) => return Err("max= is for segments and loops".to_owned()),
        _ => return Err("codes= and length= are for elements".to_owned()),
    };
    Ok((Said { name, acknowledgment }, message.replace('@', title)))
}
