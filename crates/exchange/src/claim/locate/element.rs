//! Elements: which of a claim's segments, and which element of it, holds a field?

/// A segment of a written claim.
pub(super) struct Spot {
    /// The record it tells.
    pub(super) path: String,
    /// Its id.
    pub(super) id: String,
    /// Its place in the file.
    pub(super) note: Option<usize>,
    /// Its elements in the file, the id first.
    pub(super) elements: Vec<String>,
    /// The field of each, from the first element on.
    pub(super) fields: Vec<String>,
}

/// The note, element and component of a field; element 0 is the segment of the nearest record.
pub(super) fn pick(spots: &[&Spot], path: &str) -> Option<(usize, usize, usize)> {
    if let Some(named) = path.strip_suffix(".role") {
        let party = format!("{named}.party");
        let name = spots.iter().find(|spot| spot.path == party && spot.id == "NM1");
        return name.and_then(|spot| spot.note).map(|note| (note, 1, 0));
    }
    let mut nearest: Option<(usize, usize)> = None;
    let mut best: Option<(usize, (usize, usize, usize))> = None;
    for spot in spots {
        let Some(note) = spot.note else { continue };
        let Some(rest) = below(path, &spot.path) else {
            // A record that begins with this segment.
            if below(&spot.path, path).is_some()
                && nearest.is_none_or(|(depth, _)| depth < path.len())
            {
                nearest = Some((path.len(), note));
            }
            continue;
        };
        if let Some((element, component)) = element(spot, rest) {
            let deeper = best.is_none_or(|(depth, _)| depth < spot.path.len());
            if deeper {
                best = Some((spot.path.len(), (note, element, component)));
            }
        }
        let main = spot.id == "CLM" || spot.path != "claims[0]";
        if main && nearest.is_none_or(|(depth, _)| depth < spot.path.len()) {
            nearest = Some((spot.path.len(), note));
        }
    }
    let of_list = listed(spots, path);
    of_list.or(best.map(|(_, found)| found)).or(nearest.map(|(_, note)| (note, 0, 0)))
}

/// What stands behind a path in a longer one.
fn below<'p>(path: &'p str, of: &str) -> Option<&'p str> {
    let rest = path.strip_prefix(of)?;
    match rest.strip_prefix('.') {
        Some(rest) => Some(rest),
        None if rest.is_empty() || rest.starts_with('[') || of.is_empty() => Some(rest),
        None => None,
    }
}

/// The element and component of a field of the record of a segment.
fn element(spot: &Spot, rest: &str) -> Option<(usize, usize)> {
    if let Some(found) = known(&spot.id, rest) {
        return Some(found);
    }
    let fields = spot.fields.iter().enumerate().filter(|(_, field)| !field.is_empty());
    let held: Vec<(usize, &str)> =
        fields.filter_map(|(n, field)| Some((n + 1, below(rest, field)?))).collect();
    let (&(first, rest), last) = (held.first()?, held.last()?.0);
    let (item, rest) = item(rest);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    match (spot.id.as_str(), item) {
        ("HI", _) => Some((first, code(rest))),
        ("DN2", _) => Some((first, 0)),
        ("REF", _) if rest.is_empty() && first == 4 => Some((4, 2)),
        (_, None) if rest.is_empty() => Some((last, 0)),
        (_, None) => Some((last, composite(rest)?)),
        // A list over elements, or over the components of one.
        (_, Some(item)) if first == last && spot.id != "N3" => Some((first, item + 1)),
        (_, Some(item)) => held.get(item).map(|&(element, _)| (element, 0)),
    }
}

/// Fields whose elements follow from the segment alone.
fn known(id: &str, rest: &str) -> Option<(usize, usize)> {
    match (id, rest) {
        ("CLM", "facilityCode") => Some((5, 1)),
        ("CLM", "facilityQualifier") => Some((5, 2)),
        ("CLM", "frequency") => Some((5, 3)),
        ("DTP", "from" | "to" | "time") => Some((3, 0)),
        ("AMT", "") => Some((2, 0)),
        ("K3", "") => Some((1, 0)),
        ("PER", "function") => Some((1, 0)),
        ("PER", "name") => Some((2, 0)),
        ("PER", _) => {
            let (number, part) = item(rest.strip_prefix("numbers")?);
            Some((3 + 2 * number? + usize::from(part == ".value"), 0))
        }
        // One code in a segment of its own.
        (
            "HI",
            "qualifier" | "code" | "date" | "from" | "to" | "amount" | "presentOnAdmission" | "",
        ) => Some((1, code(rest))),
        _ => None,
    }
}

/// The component of a field of a code (C022).
fn code(field: &str) -> usize {
    match field {
        "qualifier" => 1,
        "date" | "from" | "to" => 4,
        "amount" => 5,
        "presentOnAdmission" => 9,
        _ => 2,
    }
}

/// The component of a field of a procedure (C003) or of related causes (C024).
fn composite(field: &str) -> Option<usize> {
    let (name, rest) = field.split_at(field.find('[').unwrap_or(field.len()));
    let place = item(rest).0.unwrap_or(0);
    match name {
        "qualifier" => Some(1),
        "code" => Some(2),
        "modifiers" => Some(3 + place),
        "description" => Some(7),
        "codeRangeEnd" => Some(8),
        "causes" => Some(1 + place),
        "state" => Some(4),
        "country" => Some(5),
        _ => None,
    }
}

/// `[3].rest` as 3 and `.rest`.
fn item(text: &str) -> (Option<usize>, &str) {
    let Some((number, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) else {
        return (None, text);
    };
    (number.parse().ok(), rest)
}

/// Adjustments and positioned values run over segments or elements that are told together.
fn listed(spots: &[&Spot], path: &str) -> Option<(usize, usize, usize)> {
    for (list, id, width) in
        [("adjustments", "CAS", 3), ("inpatient.values", "MIA", 1), ("outpatient.values", "MOA", 1)]
    {
        let Some((record, rest)) = path.rsplit_once(list) else { continue };
        let (Some(mut left), field) = item(rest) else { continue };
        let record = record.strip_suffix('.').unwrap_or(record);
        let of_record = spots.iter().filter(|spot| spot.path == record && spot.id == id);
        for spot in of_record {
            let first = if width == 3 { 2 } else { 1 };
            for at in (first..spot.elements.len()).step_by(width) {
                let told = spot.elements.iter().skip(at).take(width).any(|text| !text.is_empty());
                if !told {
                    continue;
                }
                if left > 0 {
                    left -= 1;
                    continue;
                }
                let element = match field {
                    ".group" => 1,
                    ".amount" if width == 3 => at + 1,
                    ".quantity" => at + 2,
                    _ => at,
                };
                return spot.note.map(|note| (note, element, 0));
            }
        }
    }
    None
}
