//! Validation: what is wrong with a file, segment by segment, against its guides?
//!
//! [`Validator`] is fed the segments a [`Framer`](crate::Framer) or [`Reader`](crate::Reader) steps
//! through and adds its findings to theirs. Its state is the stack of open loops. Groups of an unknown
//! guide are framed and said to be unknown; their sets are not checked further.

use superbill_types::{Date, Findings};

use crate::check::{At, Report, Scan, check, header, is_zero, rules};
use crate::companion;
use crate::guide::{Guide, Kind, Library};
use crate::walk::{Placed, Walker};
use crate::{Envelope, Framer, Place, Segment, Step, Unreadable};

/// Validates a whole file. Findings are in file order.
///
/// # Errors
/// [`Unreadable`] where the bytes cannot be framed.
pub fn validate(bytes: &[u8], library: &Library) -> Result<Findings, Unreadable> {
    let mut findings = Findings::default();
    let mut framer = Framer::new();
    let mut validator = Validator::new(library);
    while let Step::Segment(place) = framer.step(bytes, true, &mut findings)? {
        validator.segment(place, &framer.segment(bytes), framer.envelope(), &mut findings);
    }
    findings.sort();
    Ok(findings)
}

/// Checks segments as they come.
#[derive(Clone, Debug)]
pub struct Validator<'l> {
    library: &'l Library,
    envelope: Option<&'l Guide>,
    walker: Option<Walker<'l>>,
    /// Whether the walker follows the open set.
    walking: bool,
    /// Other guides of the same version and set: the second segment tells which is meant.
    others: bool,
    control_number: String,
    today: Option<Date>,
}

impl<'l> Validator<'l> {
    /// With the guides of a library.
    #[must_use]
    pub fn new(library: &'l Library) -> Self {
        Self {
            library,
            envelope: library.envelope(),
            walker: None,
            walking: false,
            others: false,
            control_number: String::new(),
            today: None,
        }
    }

    /// The same, on a day the host tells: headers of days that have not come yet are then told.
    #[must_use]
    pub fn on(self, today: Option<Date>) -> Self {
        Self { today, ..self }
    }

    /// The guide of the open transaction set; none where it has none that is known.
    #[must_use]
    pub fn guide(&self) -> Option<&'l Guide> {
        self.walker.as_ref().filter(|_| self.walking).map(Walker::guide)
    }

    /// Takes in the next segment: places it, checks it, and tells where it stands.
    #[inline]
    pub fn segment(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) -> Placed<'l> {
        match place {
            Place::Body if self.walking && !self.others => self.walk(segment, envelope, findings),
            Place::SetHeader => {
                self.open_set(segment, envelope, findings);
                self.walk_or_header(place, segment, envelope, findings)
            }
            Place::SetTrailer => {
                let placed = self.walk_or_header(place, segment, envelope, findings);
                self.walking = false;
                self.control_number.clear();
                placed
            }
            Place::Body if self.walking => {
                self.choose_guide(segment, envelope);
                self.walk(segment, envelope, findings)
            }
            Place::Body | Place::Stray => Placed::default(),
            Place::GroupHeader => {
                self.check_version(segment, envelope, findings);
                self.header(place, segment, envelope, findings)
            }
            _ => self.header(place, segment, envelope, findings),
        }
    }

    fn walk(
        &mut self,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) -> Placed<'l> {
        let Some(walker) = &mut self.walker else { return Placed::default() };
        let mut report = Report {
            segment,
            scan: Scan::of(segment),
            envelope,
            control_number: &self.control_number,
            findings,
            library: self.library,
            in_loop: None,
            header: false,
            last_element: 0,
            alike: None,
        };
        let placed = walker.place(segment, &mut report);
        if let Some(child) = placed.segment
            && let Some(row) = self.library.spec(child.spec)
        {
            report.in_loop = placed.in_loop;
            check(self.library, row, segment, &mut report);
            if child.overlay > 0 {
                companion::check(self.library, child, segment, &mut report);
            }
        }
        placed
    }

    /// ST and SE: of the guide where there is one, else of the envelope.
    fn walk_or_header(
        &mut self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) -> Placed<'l> {
        if self.walking {
            self.walk(segment, envelope, findings)
        } else {
            self.header(place, segment, envelope, findings)
        }
    }

    /// Checks a segment of the envelope.
    fn header(
        &self,
        place: Place,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
    ) -> Placed<'l> {
        let Some(guide) = self.envelope else { return Placed::default() };
        let Some(child) = guide.definition(segment.tag()) else { return Placed::default() };
        if let Some(row) = self.library.spec(child.spec) {
            let mut report = Report {
                segment,
                scan: Scan::of(segment),
                envelope,
                control_number: "",
                findings,
                library: self.library,
                in_loop: None,
                header: true,
                last_element: 0,
                alike: None,
            };
            check(self.library, row, segment, &mut report);
            header(place, segment, self.today, &mut report);
        }
        Placed { segment: Some(child), ..Placed::default() }
    }

    fn check_version(&self, segment: &Segment<'_>, envelope: &Envelope, findings: &mut Findings) {
        let version = segment.element(8);
        let version = core::str::from_utf8(version).unwrap_or("");
        if !version.is_empty() && !self.library.knows_version(version) {
            self.report(&rules::GUIDE_UNSUPPORTED, 8, segment, envelope, findings, &[]);
        }
    }

    /// Chooses the guide of a set from ST03 and GS08, and ST01.
    fn open_set(&mut self, segment: &Segment<'_>, envelope: &Envelope, findings: &mut Findings) {
        self.control_number = envelope.set_control_number().into_owned();
        let (version, set_id) = (envelope.guide(), envelope.set_id());
        let named = envelope.set_guide();
        let known = self.library.find(version, set_id);
        let guide = self.library.of_set(envelope);
        let version_of = guide.map(Guide::version).unwrap_or_default();
        self.others = self.library.candidates(version_of, set_id).nth(1).is_some();
        self.walking = guide.is_some();
        if let Some(guide) = guide {
            match &mut self.walker {
                Some(walker) => walker.begin(guide),
                None => self.walker = Some(Walker::new(self.library, guide)),
            }
        }
        let expected = guide.map(Guide::functional_id).unwrap_or_default();
        let told = envelope.functional_id();
        if !expected.is_empty() && !told.is_empty() && told != expected {
            let facts = [("expected", expected.to_owned())];
            self.report(&rules::SET_NOT_OF_GROUP, 1, segment, envelope, findings, &facts);
        } else if known.is_none() && self.library.knows_version(version) {
            self.report(&rules::SET_UNSUPPORTED, 1, segment, envelope, findings, &[]);
        }
        if is_zero(segment.element(2)) {
            self.report(&rules::SET_NUMBER_ZERO, 2, segment, envelope, findings, &[]);
        }
        if known.is_some() && !named.is_empty() && named != version {
            self.report(&rules::GUIDE_MISMATCH, 3, segment, envelope, findings, &[]);
        }
    }

    /// Where several guides share version and set id, takes the one whose table has the codes of the
    /// second segment.
    fn choose_guide(&mut self, segment: &Segment<'_>, envelope: &Envelope) {
        self.others = false;
        let library = self.library;
        let version =
            self.walker.as_ref().map(|walker| walker.guide().version()).unwrap_or_default();
        let fits = |guide: &&Guide| {
            let row = guide.definition(segment.tag()).and_then(|child| library.spec(child.spec));
            row.is_some_and(|row| {
                (1..).zip(library.members(row)).all(|(number, element)| {
                    let value = segment.element(number);
                    element.kind != Kind::Code
                        || element.codes == 0
                        || value.is_empty()
                        || library.codes().contains(element.codes - 1, value)
                })
            })
        };
        let chosen = library.candidates(version, envelope.set_id()).find(fits);
        if let (Some(guide), Some(walker)) = (chosen, &mut self.walker) {
            walker.begin(guide);
            walker.skip_first();
        }
    }

    fn report(
        &self,
        rule: &'static superbill_types::Rule,
        element: u16,
        segment: &Segment<'_>,
        envelope: &Envelope,
        findings: &mut Findings,
        facts: &[(&'static str, String)],
    ) {
        let mut report = Report {
            segment,
            scan: Scan::of(segment),
            envelope,
            control_number: &self.control_number,
            findings,
            library: self.library,
            in_loop: None,
            header: false,
            last_element: 0,
            alike: None,
        };
        let at = At { element, ..At::default() };
        report.add(rule, at, segment.element_span(usize::from(element)), facts);
    }
}
